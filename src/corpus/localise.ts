/**
 * Reads broken checks / gives the one figure that may be wrong / promises: named only when it is the only one whose change
 * makes all broken checks hold and breaks none that held (least change, after Fellegi and Holt 1976).
 */
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { Direction } from '../model/figure.ts';
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
  readonly quote: string;
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
  const free = inAll.filter((fact) => {
    const checks = brokenFirst(touching.get(fact.figureId) ?? []);
    return (
      someValueFits(fact, checks) ||
      (fact.direction !== null && fits({ ...fact, direction: turned(fact.direction) }, checks))
    );
  });
  const explained = free.flatMap((fact) => {
    const cause = causeOf(fact, touching.get(fact.figureId) ?? [], others);
    return cause === null ? [] : [{ figureId: fact.figureId, cause, quote: fact.quote }];
  });
  const named = likeliest(explained);
  if (named !== null) return named;
  const [only] = free;
  return only && free.length === 1 ? { figureId: only.figureId, cause: null, quote: only.quote } : null;
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

/**
 * What probably happened to the figure, where undoing it makes everything fit: another copy reads otherwise, or a slip of the pen or of
 * the scraper. Slips that few numbers show by chance are tried first.
 */
function causeOf(fact: Fact, checks: readonly Made[], others: OtherReadings): string | null {
  for (const other of others.get(fact.figureId) ?? []) {
    if (fits({ ...fact, value: other.value, interval: other.interval }, checks)) return 'other-copy-fits';
  }
  const broken = checks.filter(({ check }) => check.verdict === 'broken');
  if (!broken.some(({ check }) => isNarrow(check.expected, ROUGH))) return null;
  const ordered = brokenFirst(checks);
  if (fact.direction !== null && fits({ ...fact, direction: turned(fact.direction) }, ordered)) return 'wrong-sign';
  const displaced = displacedBy(fact, ordered);
  if (displaced !== null) return displaced;
  const strict = broken.some(({ check }) => isNarrow(check.expected, FINE));
  for (const { cause, value, interval } of slips(fact)) {
    // Ten numbers for each digit come near to anything: they must hit a narrow mark.
    if (!strict && (CHANCE[cause] ?? 9) > 3) continue;
    if (fits({ ...fact, value, interval }, ordered)) return cause;
  }
  return null;
}

function turned(direction: Direction): Direction {
  return direction === 'down' ? 'up' : 'down';
}

/** A figure that stands where another belongs: the value of another year, or one exchanged with its neighbour in the sentence. */
function displacedBy(fact: Fact, checks: readonly Made[]): string | null {
  const report = checks.flatMap(({ group }) => group).find((item) => item.report.reportId === fact.reportId)?.report;
  const mates = (report?.facts ?? []).filter(
    (one) => one.figureId !== fact.figureId && one.unit === fact.unit && one.sentence === fact.sentence,
  );
  for (const { value, interval, hedge } of mates) {
    if (hedge === null && value !== fact.value && fits({ ...fact, value, interval }, checks)) return 'exchanged';
  }
  const elsewhere = checks.some(({ group }) =>
    group.some(
      ({ fact: one }) =>
        one.figureId !== fact.figureId &&
        one.value === fact.value &&
        one.indicator === fact.indicator &&
        one.unit === fact.unit &&
        one.measure === fact.measure &&
        one.period?.end !== fact.period?.end,
    ),
  );
  return elsewhere ? 'value-of-another-year' : null;
}

/** How many numbers a cause would fit by chance, few first: of two explanations the one that fewer numbers show is kept. */
const CHANCE: Readonly<Record<string, number>> = {
  'other-copy-fits': 0,
  'wrong-unit': 1,
  'value-of-another-year': 1,
  'wrong-sign': 1,
  exchanged: 2,
  'decimal-point': 2,
  'doubled-digit': 3,
  'swapped-digits': 4,
  'lost-digit': 5,
  'wrong-digit': 6,
};

/** The explanation that stands alone among those least likely by chance. */
function likeliest(explained: readonly Suspect[]): Suspect | null {
  const chance = ({ cause }: Suspect): number => CHANCE[cause ?? ''] ?? 9;
  const least = Math.min(...explained.map(chance));
  const equal = explained.filter((one) => chance(one) === least);
  // Where a level is ten thousand times another, the one in 万 stands among amounts in 亿 and not the other way round.
  const small = equal.filter(({ cause, quote }) => cause === 'wrong-unit' && !quote.includes('亿'));
  const [best, another] = small.length > 0 ? small : equal;
  return best !== undefined && another === undefined ? best : null;
}

/** Widths of an interval in parts of its value: a slip that lands in a wider one proves nothing. */
const FINE = '100';
const ROUGH = '25';

function isNarrow({ low, high }: Interval, part: string): boolean {
  return low !== null && high !== null && big(high).minus(low).times(part).lte(big(low).abs());
}

/** The checks that are most likely to fail stand first, so that a value that does not fit is given up early. */
function brokenFirst(checks: readonly Made[]): Made[] {
  const broken = checks.filter(({ check }) => check.verdict === 'broken');
  return [...broken, ...checks.filter(({ check }) => check.verdict !== 'broken')];
}

function fits(fact: Fact, checks: readonly Made[]): boolean {
  return checks.every((one) => remake(one, fact)?.verdict === 'holds');
}

/** 万 written for 亿 makes a value ten thousand times too small. */
const MOST_TIMES = 20_000;

/** Halvings of the range of values that a search follows: enough to tell one tenth of a per mille apart. */
const HALVINGS = 32;

/**
 * True when some one value makes every check of the figure hold. A check holds for an interval when it holds for a value in it, so
 * ranges in which one check fails are thrown away whole, and the rest is halved.
 */
function someValueFits(fact: Fact, checks: readonly Made[]): boolean {
  const middle = fact.value ?? fact.interval.high ?? fact.interval.low;
  if (middle === null || big(middle).lte(0)) return false;
  const all: Interval = { low: '0', high: decimal(big(middle).times(MOST_TIMES)) };
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
