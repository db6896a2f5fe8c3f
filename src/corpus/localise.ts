/**
 * Reads broken checks / gives the one figure that may be wrong / promises: named only when changing it makes all broken checks hold
 * and breaks none that held (least change, after Fellegi and Holt 1976), and when nothing speaks as well for another figure.
 */
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { Made } from './checks.ts';
import { factsWith } from './digest.ts';
import {
  causeOf,
  corrected,
  exchangedWith,
  lenient,
  likeliest,
  type OtherReadings,
  type Suspect,
  type Touching,
} from './suspects.ts';
import { improvement, type Series, seriesOf, wantedBy } from './witness.ts';

export type { OtherReadings } from './suspects.ts';

/** Checks that hang together through more figures than this are left alone: too much is wrong there for one figure to explain it. */
const MOST_FIGURES = 16;

/** What of all that is broken is asked for, with the statements of other years that have a say in it. */
export interface Asked {
  readonly checkIds: ReadonlySet<string>;
  readonly series: Series;
}

/**
 * All checks, the broken ones with their suspect and its likely cause where there is just one.
 * @param reports whose statements of other years are asked which figure stands out
 * @param asked where not all broken checks are: those that hang together with none of them stay without a suspect
 */
export function localise(
  made: readonly Made[],
  others: OtherReadings,
  reports: readonly ReportFacts[],
  asked?: Asked,
): Check[] {
  const accusing = made.filter(({ run }) => run.accuses !== false);
  const broken = accusing.filter(({ check }) => check.verdict === 'broken');
  const byFigure = checksByFigure(accusing, broken);
  const settled = new Map<string, Check>();
  // Those of one place together: what they compare is at hand then.
  const placed = components(byFigure)
    .filter((component) => figuresOf(component).size <= MOST_FIGURES && isAskedFor(component, asked))
    .sort((a, b) => compareText(placeOf(a), placeOf(b)));
  const named = new Map(reports.map((report) => [report.reportId, report]));
  const series = asked?.series ?? seriesOf(wantedBy(placed.flatMap((component) => factsOf(component, named))), reports);
  for (const component of placed) {
    // Rows are made for one component at a time: of many, those of all would hold all reports.
    const touching = new Narrowed(byFigure);
    const around = { touching, others, series };
    for (const { figureId, cause } of suspectsOf(
      component.map((one) => touching.of(one)),
      factsOf(component, named),
      around,
    )) {
      for (const { check } of component) {
        if (!check.figureIds.includes(figureId) || settled.has(check.checkId)) continue;
        settled.set(check.checkId, { ...check, suspectFigureId: figureId, likelyCause: cause });
      }
    }
  }
  return made.map(({ check }) => settled.get(check.checkId) ?? check);
}

function isAskedFor(component: readonly Made[], asked: Asked | undefined): boolean {
  return asked === undefined || component.some(({ check }) => asked.checkIds.has(check.checkId));
}

/** Checks by figure, the rows of each found once. */
class Narrowed implements Touching {
  private readonly all: Touching;
  private readonly known = new Map<Made, Made>();

  constructor(all: Touching) {
    this.all = all;
  }

  get(figureId: string): readonly Made[] | undefined {
    return this.all.get(figureId)?.map((one) => this.of(one));
  }

  of(one: Made): Made {
    const known = this.known.get(one);
    if (known) return known;
    const rows = one.group();
    const narrowed = { ...one, group: () => rows };
    this.known.set(one, narrowed);
    return narrowed;
  }
}

/** The checks of all figures that a broken check compares. */
function checksByFigure(made: readonly Made[], broken: readonly Made[]): ReadonlyMap<string, readonly Made[]> {
  const touching = new Map<string, Made[]>();
  for (const { check } of broken) for (const figureId of check.figureIds) touching.set(figureId, []);
  for (const one of made) {
    if (!one.check.figureIds.some((figureId) => touching.has(figureId)) || isOnTrial(one)) continue;
    for (const figureId of new Set(one.check.figureIds)) touching.get(figureId)?.push(one);
  }
  return touching;
}

/** A rule on trial may accuse a figure and not vouch for one: that a target was met is no proof of what was written. */
function isOnTrial({ check, rule }: Made): boolean {
  return rule.card.status === 'trial' && check.verdict !== 'broken';
}

/** Broken checks that hang together through their figures. */
function components(touching: ReadonlyMap<string, readonly Made[]>): Made[][] {
  const seen = new Set<Made>();
  return [...touching.values()].flat().flatMap((start) => {
    if (start.check.verdict !== 'broken' || seen.has(start)) return [];
    const component: Made[] = [];
    const waiting = [start];
    seen.add(start);
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      component.push(one);
      for (const next of one.check.figureIds.flatMap((figureId) => touching.get(figureId) ?? [])) {
        if (next.check.verdict !== 'broken' || seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return [component];
  });
}

function placeOf([first]: readonly Made[]): string {
  return first?.check.reportIds[0] ?? '';
}

interface Known {
  readonly touching: Touching;
  readonly others: OtherReadings;
  readonly series: Series;
}

/** The figure that is wrong, or the two that were exchanged; none when nothing decides. */
function suspectsOf(
  component: readonly Made[],
  facts: readonly Fact[],
  { touching, others, series }: Known,
): readonly Suspect[] {
  const pairs = facts.flatMap((fact) => exchangedWith(fact, component, touching));
  const [pair, second] = distinct(pairs);
  if (pair && !second) return pair.map((fact) => ({ figureId: fact.figureId, cause: 'exchanged', quote: fact.quote }));
  const shared = facts.filter((fact) => component.every(({ check }) => check.figureIds.includes(fact.figureId)));
  if (shared.length === 0) return apart(component, facts, { touching, others, series });
  const named = ofShared(shared, { touching, others, series });
  return named === null ? [] : [named];
}

/** Where no figure stands in all broken checks, more than one is wrong: each check by itself, for the figures that no other broken check has. */
function apart(component: readonly Made[], facts: readonly Fact[], known: Known): readonly Suspect[] {
  return component.flatMap((one) => {
    const others = new Set(component.flatMap(({ check }) => (check === one.check ? [] : check.figureIds)));
    const own = facts.filter(({ figureId }) => one.check.figureIds.includes(figureId) && !others.has(figureId));
    return ofShared(own, known) ?? [];
  });
}

/** Of the figures that stand in all broken checks the one that is wrong; null when nothing decides. */
function ofShared(shared: readonly Fact[], { touching, others, series }: Known): Suspect | null {
  const involved = new Set(shared.map(({ figureId }) => figureId));
  const checksOf = (figureId: string): readonly Made[] => touching.get(figureId) ?? [];
  const weigh = (fact: Fact, checks: readonly Made[]): Weighed[] => {
    const value = corrected(fact, checks);
    if (value === null) return [];
    const cause = causeOf(fact, checks, others);
    return [{ figureId: fact.figureId, cause, quote: fact.quote, gain: improvement(fact, value, series, involved) }];
  };
  const strict = shared.flatMap((fact) => weigh(fact, checksOf(fact.figureId)));
  const free =
    strict.length > 0
      ? strict
      : shared.flatMap((fact) =>
          lenient(checksOf(fact.figureId))
            .flatMap((checks) => weigh(fact, checks))
            .slice(0, 1),
        );
  const named = byCopy(free) ?? standingOut(free) ?? likeliest(likely(free));
  // That nothing else is left says little where almost any value would do.
  if (named === null || named.cause !== null || standingOut(free) === named) return named;
  return checksOf(named.figureId).some(({ check }) => check.verdict === 'broken' && hasMark(check)) ? named : null;
}

/** True for a check that asks for a value, and not for one that is only large or small enough. */
function hasMark({ expected: { low, high } }: Check): boolean {
  return low !== null && high !== null && low !== '0';
}

interface Weighed extends Suspect {
  /** How much better the corrected figure fits among the other years; null where they say nothing. */
  readonly gain: number | null;
}

function byCopy(free: readonly Weighed[]): Suspect | null {
  const [copy, another] = free.filter(({ cause }) => cause === 'other-copy-fits');
  return copy !== undefined && another === undefined ? copy : null;
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

function figuresOf(component: readonly Made[]): ReadonlySet<string> {
  return new Set(component.flatMap(({ check }) => check.figureIds));
}

function factsOf(component: readonly Made[], named: ReadonlyMap<string, ReportFacts>): Fact[] {
  const wanted = figuresOf(component);
  const facts = new Map<string, Fact>();
  const reports = new Set(component.flatMap(({ check }) => check.reportIds));
  for (const reportId of reports) {
    const report = named.get(reportId);
    if (report === undefined) continue;
    for (const fact of factsWith(report, wanted)) facts.set(fact.figureId, fact);
  }
  return [...facts.values()].sort((a, b) => compareText(a.figureId, b.figureId));
}
