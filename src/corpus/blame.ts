/**
 * Reads broken checks that hang together / gives the figures that are wrong / promises: the fewest whose change makes all of them hold
 * (Fellegi and Holt 1976; sought greedily where one is not enough), and none where nothing decides between two.
 */
import type { Check } from '../model/check.ts';
import type { Fact } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { Made } from './checks.ts';
import {
  causeOf,
  chanceOf,
  corrected,
  exchangedWith,
  lenient,
  likeliest,
  type OtherReadings,
  type Suspect,
  type Touching,
} from './suspects.ts';
import { improvement, type Series } from './witness.ts';

export interface Known {
  readonly touching: Touching;
  readonly others: OtherReadings;
  readonly series: Series;
}

/**
 * The figure that is wrong, or the two that were exchanged; more where one cannot explain it all; none when nothing decides.
 * @param facts all figures of the component
 */
export function suspectsOf(component: readonly Made[], facts: readonly Fact[], known: Known): readonly Suspect[] {
  const able = ableToExplain(component, facts, known);
  const pairs = facts.flatMap((fact) => exchangedWith(fact, component, known.touching));
  const [pair, second] = distinct(pairs);
  if (pair && !second) {
    const simpler = isLoose(component) ? chosen(able, known).filter(isLikelierThanExchange) : [];
    return simpler.length > 0 ? simpler : pair.map(({ figureId, quote }) => ({ figureId, cause: EXCHANGED, quote }));
  }
  if (able.length > 0) return chosen(able, known);
  return component.length === 1 ? [] : several(component, facts, known);
}

const EXCHANGED = 'exchanged';

/** A gap too wide to explain is closed by many numbers: that an exchange closes it says little. */
function isLoose(component: readonly Made[]): boolean {
  return component.every(({ check }) => check.reason === 'implausible-gap');
}

/** One figure in the wrong unit needs less to have happened than two that changed places. */
function isLikelierThanExchange({ cause }: Suspect): boolean {
  return cause !== null && chanceOf(cause) < chanceOf(EXCHANGED);
}

/** More than one figure is wrong: first the one that explains most of what is broken, then what is left. */
function several(component: readonly Made[], facts: readonly Fact[], known: Known): readonly Suspect[] {
  const most = mostExplaining(component, facts, known);
  if (most === null) return apart(component, facts, known);
  const explained = new Set(component.filter(({ check }) => check.figureIds.includes(most.figureId)));
  const rest = component.filter((one) => !explained.has(one));
  const touching: Touching = { get: (id) => known.touching.get(id)?.filter((one) => !explained.has(one)) };
  return [most, ...apart(rest, facts, { ...known, touching })];
}

/** The figure that explains two or more of the checks, all that it stands in, and more than any other does. */
function mostExplaining(component: readonly Made[], facts: readonly Fact[], known: Known): Suspect | null {
  for (const checks of shares(component, facts)) {
    const able = ableToExplain(checks, facts, known);
    if (able.length > 0) return chosen(able, known)[0] ?? null;
  }
  return null;
}

/** For each figure that stands in two or more of the checks those checks, the most first. */
function shares(component: readonly Made[], facts: readonly Fact[]): readonly (readonly Made[])[] {
  const sets = facts.map(({ figureId }) => component.filter(({ check }) => check.figureIds.includes(figureId)));
  return sets.filter(({ length }) => length > 1 && length < component.length).sort((a, b) => b.length - a.length);
}

/** Each check by itself, for the figures that no other broken check has. */
function apart(component: readonly Made[], facts: readonly Fact[], known: Known): readonly Suspect[] {
  return component.flatMap((one) => {
    const others = new Set(component.flatMap(({ check }) => (check === one.check ? [] : check.figureIds)));
    const own = facts.filter(({ figureId }) => one.check.figureIds.includes(figureId) && !others.has(figureId));
    return chosen(ableToExplain([one], own, known), known);
  });
}

/** The figures that stand in all of some broken checks and make everything fit when they are another number. */
function ableToExplain(
  checks: readonly Made[],
  facts: readonly Fact[],
  { touching, others, series }: Known,
): readonly Weighed[] {
  const shared = facts.filter(({ figureId }) => checks.every(({ check }) => check.figureIds.includes(figureId)));
  const involved = new Set(shared.map(({ figureId }) => figureId));
  const checksOf = (figureId: string): readonly Made[] => touching.get(figureId) ?? [];
  const weigh = (fact: Fact, own: readonly Made[]): Weighed[] => {
    const value = corrected(fact, own);
    if (value === null) return [];
    const cause = causeOf(fact, own, others);
    const gain = improvement(fact, value, series, involved);
    const impossible = isMoreThanAll(fact) && value <= ALL;
    return [{ figureId: fact.figureId, cause, quote: fact.quote, gain, impossible }];
  };
  const strict = shared.flatMap((fact) => weigh(fact, checksOf(fact.figureId)));
  if (strict.length > 0) return strict;
  return shared.flatMap((fact) =>
    lenient(checksOf(fact.figureId))
      .flatMap((own) => weigh(fact, own))
      .slice(0, 1),
  );
}

/** Of the figures that may be wrong the one that is; none when nothing decides. */
function chosen(able: readonly Weighed[], { touching }: Known): readonly Suspect[] {
  const named = byCopy(able) ?? byItself(able) ?? byCause(able) ?? standingOut(able) ?? likeliest(likely(able));
  if (named === null) return [];
  // That nothing else is left says little where almost any value would do.
  if (named.cause !== null || byItself(able) === named || standingOut(able) === named) return [named];
  const checks = touching.get(named.figureId) ?? [];
  return checks.some(({ check }) => check.verdict === 'broken' && hasMark(check)) ? [named] : [];
}

/** True for a check that asks for a value, and not for one that is only large or small enough. */
function hasMark({ expected: { low, high } }: Check): boolean {
  return low !== null && high !== null && low !== '0';
}

interface Weighed extends Suspect {
  /** How much better the corrected figure fits among the other years; null where they say nothing. */
  readonly gain: number | null;
  /** True for what no place can have, where its correction is something that it can. */
  readonly impossible: boolean;
}

function byCopy(free: readonly Weighed[]): Suspect | null {
  const [copy, another] = free.filter(({ cause }) => cause === 'other-copy-fits');
  return copy !== undefined && another === undefined ? copy : null;
}

/** Of a fall where everything else rises, the very number of another year, a unit ten thousand times too small, no chance is the cause; and nothing is known of the others. */
function byCause(free: readonly Weighed[]): Suspect | null {
  const [certain, another] = free.filter(({ cause }) => chanceOf(cause) <= 1);
  if (certain === undefined || another !== undefined) return null;
  return free.every((one) => one === certain || one.cause === null) ? certain : null;
}

/** A per cent of something that has only a hundred of them. */
const ALL = 100;

function isMoreThanAll({ measure, unit, whole, interval: { low } }: Fact): boolean {
  return measure === 'share' && unit === '%' && whole !== null && low !== null && Number(low) > ALL;
}

/** The one suspect that is wrong whatever the others are. */
function byItself(free: readonly Weighed[]): Suspect | null {
  const [first, another] = free.filter(({ impossible }) => impossible);
  return first !== undefined && another === undefined ? first : null;
}

/** Differences of logarithms that are no accident: a few per cent between two suspects, more where only one is told of. */
const TELLING = 0.03;
const TELLING_ALONE = 0.08;

/** The suspect whose correction puts it back among the other years, by a clear margin before all other suspects. */
function standingOut(free: readonly Weighed[]): Suspect | null {
  const [best, next] = [...free].sort((a, b) => gainOf(b) - gainOf(a));
  if (!best) return null;
  const margin = gainOf(best) - Math.max(0, next ? gainOf(next) : 0);
  const least = free.some(({ gain }) => gain === null) ? TELLING_ALONE : TELLING;
  return margin >= least ? best : null;
}

/** Suspects whose correction would not take them away from the other years. */
function likely(free: readonly Weighed[]): readonly Weighed[] {
  return free.filter((one) => gainOf(one) > -TELLING_ALONE);
}

function gainOf({ gain }: Weighed): number {
  return gain ?? 0;
}

function distinct(pairs: readonly (readonly [Fact, Fact])[]): (readonly [Fact, Fact])[] {
  const keyOf = ([a, b]: readonly [Fact, Fact]): string => [a.figureId, b.figureId].sort(compareText).join('\n');
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
}
