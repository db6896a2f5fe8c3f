/**
 * Reads broken checks / gives the one figure that may be wrong / promises: named only when it is the only one whose change
 * makes all broken checks hold and breaks none that held (least change, after Fellegi and Holt 1976).
 */
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import { big, decimal, type Interval } from '../model/interval.ts';
import { type Made, remake } from './checks.ts';
import { slips } from './slips.ts';

/** Readings of the same figure in copies of its report, by figure id. */
export type OtherReadings = ReadonlyMap<string, readonly Fact[]>;

/** Components larger than this are left alone: too much is wrong there for one figure to explain it. */
const MOST_CHECKS = 24;
const MOST_FIGURES = 16;

/** All checks, the broken ones with their suspect and its likely cause where there is just one. */
export function localise(made: readonly Made[], others: OtherReadings): Check[] {
  const touching = checksByFigure(made);
  const settled = new Map<string, Check>();
  for (const component of components(made, touching)) {
    const suspect = suspectOf(component, touching, others);
    if (!suspect) continue;
    for (const { check } of component) {
      if (check.figureIds.includes(suspect.figureId)) {
        settled.set(check.checkId, { ...check, suspectFigureId: suspect.figureId, likelyCause: suspect.cause });
      }
    }
  }
  return made.map(({ check }) => settled.get(check.checkId) ?? check);
}

interface Suspect {
  readonly figureId: string;
  readonly cause: string | null;
}

type Touching = ReadonlyMap<string, readonly Made[]>;

function checksByFigure(made: readonly Made[]): Touching {
  const touching = new Map<string, Made[]>();
  for (const one of made) {
    if (one.check.verdict === 'cannot-tell') continue;
    for (const figureId of new Set(one.check.figureIds)) {
      const known = touching.get(figureId);
      if (known) known.push(one);
      else touching.set(figureId, [one]);
    }
  }
  return touching;
}

/** Broken checks that hang together through their figures, each set in the order of the checks. */
function components(made: readonly Made[], touching: Touching): Made[][] {
  const seen = new Set<Made>();
  return made.flatMap((start) => {
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
    return [component.sort((a, b) => compareText(a.check.checkId, b.check.checkId))];
  });
}

function suspectOf(component: readonly Made[], touching: Touching, others: OtherReadings): Suspect | null {
  const facts = factsOf(component);
  if (component.length > MOST_CHECKS || facts.length > MOST_FIGURES) return null;
  const inAll = facts.filter((fact) => component.every(({ check }) => check.figureIds.includes(fact.figureId)));
  const free = inAll.filter((fact) => someValueFits(fact, brokenFirst(touching.get(fact.figureId) ?? [])));
  const explained = free.flatMap((fact) => {
    const cause = causeOf(fact, touching.get(fact.figureId) ?? [], others);
    return cause === null ? [] : [{ figureId: fact.figureId, cause }];
  });
  const copied = explained.filter(({ cause }) => cause === 'other-copy-fits');
  const [certain] = copied.length > 0 ? copied : explained;
  if (certain && (copied.length === 1 || (copied.length === 0 && explained.length === 1))) return certain;
  const [only] = free;
  return only && free.length === 1 ? { figureId: only.figureId, cause: null } : null;
}

function factsOf(component: readonly Made[]): Fact[] {
  const wanted = new Set(component.flatMap(({ check }) => check.figureIds));
  const reports = new Set(component.flatMap(({ check, group }) => compared(check, group)));
  const facts = new Map<string, Fact>();
  for (const report of reports) {
    for (const fact of report.facts) if (wanted.has(fact.figureId)) facts.set(fact.figureId, fact);
  }
  return [...facts.values()].sort((a, b) => compareText(a.figureId, b.figureId));
}

function compared(check: Check, group: Made['group']): ReportFacts[] {
  const ids = new Set(check.reportIds);
  return group.flatMap(({ report }) => (ids.has(report.reportId) ? [report] : []));
}

/** A reading of another copy, or a common slip of the pen or the scraper, that makes everything fit. */
function causeOf(fact: Fact, checks: readonly Made[], others: OtherReadings): string | null {
  for (const other of others.get(fact.figureId) ?? []) {
    if (fits({ ...fact, value: other.value, interval: other.interval }, checks)) return 'other-copy-fits';
  }
  if (
    !checks.some(({ check }) => check.verdict === 'broken' && isNarrow(check.expected)) ||
    !grosslyOff(fact, checks)
  ) {
    return null;
  }
  for (const { cause, value, interval } of slips(fact)) {
    if (fits({ ...fact, value, interval }, checks)) return cause;
  }
  return null;
}

/** True for an interval no wider than a hundredth of its value: a slip that lands in a wider one proves nothing. */
function isNarrow({ low, high }: Interval): boolean {
  return low !== null && high !== null && big(high).minus(low).times(100).lte(big(low).abs());
}

/** Every slip changes a number by a factor of 1.8 at least and 10,000 at most: where no such number fits, none is tried. */
function grosslyOff(fact: Fact, checks: readonly Made[]): boolean {
  if (fact.value === null) return false;
  const times = (factor: string): string => decimal(big(fact.value ?? '0').times(factor));
  const larger = { low: times('1.8'), high: times('10001') };
  const smaller = { low: times('0.00009'), high: times('0.56') };
  return [larger, smaller].some((interval) => fits({ ...fact, hedge: null, interval }, checks));
}

/** The checks that are most likely to fail stand first, so that a value that does not fit is given up early. */
function brokenFirst(checks: readonly Made[]): Made[] {
  const broken = checks.filter(({ check }) => check.verdict === 'broken');
  return [...broken, ...checks.filter(({ check }) => check.verdict !== 'broken')];
}

function fits(fact: Fact, checks: readonly Made[]): boolean {
  return checks.every((one) => remake(one, fact)?.verdict === 'holds');
}

/** Halvings of the range of values that a search follows: enough to tell one tenth of a per mille apart. */
const HALVINGS = 24;

/**
 * True when some one value makes every check of the figure hold. A check holds for an interval when it holds for a value in it, so
 * ranges in which one check fails are thrown away whole, and the rest is halved.
 */
function someValueFits(fact: Fact, checks: readonly Made[]): boolean {
  const middle = fact.value ?? fact.interval.high ?? fact.interval.low;
  if (middle === null || big(middle).lte(0)) return false;
  const all: Interval = { low: '0', high: decimal(big(middle).times(100)) };
  if (!fits({ ...fact, hedge: null, interval: all }, checks)) return false;
  if (checks.length === 1) return true;
  let ranges: Interval[] = [all];
  for (let step = 0; step < HALVINGS && ranges.length > 0; step++) {
    const next: Interval[] = [];
    for (const range of ranges) {
      const centre = decimal(
        big(range.low ?? '0')
          .plus(range.high ?? '0')
          .div(2),
      );
      if (fits({ ...fact, hedge: null, value: centre, interval: { low: centre, high: centre } }, checks)) return true;
      for (const half of [
        { low: range.low, high: centre },
        { low: centre, high: range.high },
      ]) {
        if (fits({ ...fact, hedge: null, value: centre, interval: half }, checks)) next.push(half);
      }
    }
    ranges = next.slice(0, 2);
  }
  return ranges.length > 0;
}
