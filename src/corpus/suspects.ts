/** Reads a figure of broken checks / gives what it would have to be and what probably happened to it / promises: nothing is named that does not make every check fit. */
import type { Fact } from '../model/fact.ts';
import type { Direction } from '../model/figure.ts';
import { big, decimal, type Interval } from '../model/interval.ts';
import { factsOfSentence } from '../rules/kinds/facts.ts';
import type { Made } from './checks.ts';
import { breaksNone, brokenFirst, firstFitting, fits } from './fitting.ts';
import { slips } from './slips.ts';

/** Readings of the same figure in copies of its report, by figure id. */
export type OtherReadings = ReadonlyMap<string, readonly Fact[]>;
/** Checks by the figures that they compare. */
export type Touching = Pick<ReadonlyMap<string, readonly Made[]>, 'get'>;

export interface Suspect {
  readonly figureId: string;
  readonly cause: string | null;
  readonly quote: string;
}

/**
 * The checks of a figure, each time with another broken one of them told of as one that cannot tell: it was never to hold exactly (last
 * year's level was revised) and need only be broken no more. None where fewer than two are broken, or too many.
 */
export function lenient(checks: readonly Made[]): readonly (readonly Made[])[] {
  const broken = checks.filter(({ check }) => check.verdict === 'broken');
  if (broken.length < 2 || broken.length > MOST_BORNE) return [];
  return broken.map((one) => checks.map((other) => (other === one ? asUntold(other) : other)));
}

/** Broken checks of one figure of which one may be left untold. */
const MOST_BORNE = 6;

function asUntold(made: Made): Made {
  return { ...made, check: { ...made.check, verdict: 'cannot-tell' } };
}

/**
 * What probably happened to the figure, where undoing it makes everything fit: another copy reads otherwise, or a slip of the pen or of
 * the scraper. Slips that few numbers show by chance are tried first.
 */
export function causeOf(fact: Fact, checks: readonly Made[], others: OtherReadings): string | null {
  for (const other of others.get(fact.figureId) ?? []) {
    if (fits(checks, { ...fact, value: other.value, interval: other.interval })) return 'other-copy-fits';
  }
  const broken = checks.filter(({ check }) => check.verdict === 'broken');
  if (!broken.some(({ check }) => isTelling(check.expected, fact))) return null;
  const ordered = brokenFirst(checks);
  if (fact.direction !== null && fits(ordered, turned(fact))) return 'wrong-sign';
  const displaced = isOfAnotherYear(fact, checks) ? 'value-of-another-year' : null;
  if (displaced !== null) return displaced;
  const strict = broken.some(({ check }) => isSharp(check));
  // Ten numbers for each digit come near to anything: they must hit a narrow mark.
  const possible = slips(fact).filter(({ cause }) => strict || chanceOf(cause) <= 3);
  const slip = firstFitting(
    possible,
    ({ value, interval }) => fits(ordered, { ...fact, value, interval }),
    ({ value, interval }) => breaksNone(ordered, { ...fact, value, interval }),
  );
  return slip?.cause ?? null;
}

function turned(fact: Fact): Fact {
  const direction: Direction = fact.direction === 'down' ? 'up' : 'down';
  return { ...fact, direction };
}

/** Figures of the same sentence with which this one makes everything fit when the two change places. */
export function exchangedWith(fact: Fact, component: readonly Made[], touching: Touching): (readonly [Fact, Fact])[] {
  const report = component
    .flatMap(({ group }) => group())
    .find((item) => item.report.reportId === fact.reportId && item.fact.sentence === fact.sentence)?.report;
  if (!report || fact.hedge !== null || !component.some(({ check }) => isBounded(check.expected))) return [];
  return factsOfSentence(report, fact.sentence).flatMap((mate): (readonly [Fact, Fact])[] => {
    if (mate.unit !== fact.unit) return [];
    if (mate.hedge !== null || mate.value === fact.value || mate.measure !== fact.measure) return [];
    const own = touching.get(fact.figureId) ?? [];
    const checks = [...new Set([...component, ...own, ...(touching.get(mate.figureId) ?? [])])];
    const swapped = [
      { ...fact, value: mate.value, interval: mate.interval },
      { ...mate, value: fact.value, interval: fact.interval },
    ];
    return fits(brokenFirst(checks), ...swapped) ? [[fact, mate]] : [];
  });
}

/** True when the same thing is given the same value for another year. */
function isOfAnotherYear(fact: Fact, checks: readonly Made[]): boolean {
  return checks.some(({ group }) =>
    group().some(
      ({ fact: one }) =>
        one.value === fact.value &&
        one.indicator === fact.indicator &&
        one.unit === fact.unit &&
        one.measure === fact.measure &&
        one.period?.end !== fact.period?.end,
    ),
  );
}

/** How many numbers a cause would fit by chance, few first: of two explanations the one that fewer numbers show is kept. */
const CHANCE: Readonly<Record<string, number>> = {
  'other-copy-fits': 0,
  'wrong-unit': 1,
  'value-of-another-year': 1,
  'wrong-sign': 1,
  exchanged: 2,
  // Few numbers have two equal digits side by side; any may have lost a point.
  'doubled-digit': 2,
  'decimal-point': 3,
  'swapped-digits': 4,
  'lost-digit': 5,
  'wrong-digit': 6,
};

/** How many numbers a cause would fit by chance, in steps; the most where no cause is known. */
export function chanceOf(cause: string | null): number {
  return CHANCE[cause ?? ''] ?? 9;
}

/** The explanation that stands alone among those least likely by chance; without one, the figure that alone is left. */
export function likeliest(suspects: readonly Suspect[]): Suspect | null {
  const least = Math.min(...suspects.map(({ cause }) => chanceOf(cause)));
  const equal = suspects.filter(({ cause }) => chanceOf(cause) === least);
  // Where a level is ten thousand times another, the one in 万 stands among amounts in 亿 and not the other way round.
  const small = equal.filter(({ cause, quote }) => cause === 'wrong-unit' && !quote.includes('亿'));
  const [best, another] = small.length > 0 ? small : equal;
  return best !== undefined && another === undefined ? best : null;
}

/** Widths of an interval in parts of its value: a slip that lands in a wider one proves nothing. */
const FINE = '40';
const ROUGH = '25';

function isNarrow({ low, high }: Interval, part: string): boolean {
  return low !== null && high !== null && big(high).minus(low).times(part).lte(big(low).abs());
}

/** True where both sides are told so finely that hardly any number makes them meet. */
function isSharp({ expected, actual }: Made['check']): boolean {
  if (!isNarrow(expected, FINE) || actual.low === null || actual.high === null) return false;
  const size = big(expected.low ?? '0').abs();
  const own = big(actual.low).abs();
  return big(actual.high)
    .minus(actual.low)
    .times(FINE)
    .lte(own.gt(size) ? own : size);
}

/** True for a mark that a number of another size does not hit. */
function isTelling(expected: Interval, { measure }: Fact): boolean {
  const { low, high } = expected;
  if (isNarrow(expected, ROUGH) || isOpen(expected)) return true;
  if (low === null || high === null) return false;
  return measure === 'growth' || (big(low).gt(0) && big(high).lte(big(low).times(WIDEST)));
}

const WIDEST = '6';

/** Of two levels that must only differ, the smaller may always be called exchanged: a mark with one end proves nothing. */
function isBounded({ low, high }: Interval): boolean {
  return (low === null) === (high === null);
}

/** True when nothing was expected at all: what made the check fail is that no reading of it fits. */
function isOpen({ low, high }: Interval): boolean {
  return low === null && high === null;
}

/** 万 written for 亿 makes a value ten thousand times too small; 亿 left out, a hundred million times. */
const [MOST_TIMES, MOST_TIMES_GUESSED] = [20_000, 200_000_000];

/** Halvings of the range of values that a search follows: enough to tell one tenth of a per mille apart. */
const HALVINGS = 32;

/**
 * Some value with which every check of the figure holds, negative for a rate that has to be turned round; null when there is none.
 * A check holds for an interval when it holds for a value in it, so ranges in which one check fails are thrown away whole, and the
 * rest is halved.
 */
export function corrected(fact: Fact, checks: readonly Made[]): number | null {
  const ordered = brokenFirst(checks);
  const sign = fact.direction === 'down' ? -1 : 1;
  // A smaller rate of the same sense comes before a fall: where only a bound is asked for, either would do.
  const own = someValue(fact, ordered);
  if (own !== null) return sign * own;
  if (fact.direction === null) return null;
  const other = turned(fact);
  const opposite = fits(ordered, other) ? Number(fact.value ?? 0) : someValue(other, ordered);
  return opposite === null ? null : -sign * opposite;
}

/** Digits of the values that are tried: each halving would add one, and long numbers take long. */
const DIGITS = 12;

function someValue(fact: Fact, checks: readonly Made[]): number | null {
  const middle = fact.value ?? fact.interval.high ?? fact.interval.low;
  if (middle === null || big(middle).lte(0)) return null;
  const guess = guessed(fact, Number(middle), checks);
  if (guess !== null) return guess;
  const all: Interval = { low: '0', high: decimal(big(middle).times(MOST_TIMES)) };
  if (!fits(checks, { ...fact, hedge: null, interval: all })) return null;
  let ranges: Interval[] = [all];
  for (let step = 0; step < HALVINGS && ranges.length > 0; step++) {
    const next: Interval[] = [];
    for (const { low, high } of ranges) {
      const centre = decimal(
        big(low ?? '0')
          .plus(high ?? '0')
          .div(2)
          .prec(DIGITS),
      );
      if (fits(checks, { ...fact, hedge: null, value: centre, interval: { low: centre, high: centre } })) {
        return Number(centre);
      }
      for (const half of [
        { low, high: centre },
        { low: centre, high },
      ]) {
        if (fits(checks, { ...fact, hedge: null, value: centre, interval: half })) next.push(half);
      }
    }
    ranges = next.slice(0, 2);
  }
  return null;
}

/** Shares of a value that a guess may be off: what rounding leaves open. */
const NEARLY = 0.0005;

/** A value that makes all checks hold, found by proportion or by difference from what a broken check expects; most searches end here. */
function guessed(fact: Fact, written: number, checks: readonly Made[]): number | null {
  for (const { check } of checks) {
    if (check.verdict !== 'broken') break;
    const [expected, actual] = [middleOf(check.expected), middleOf(check.actual)];
    const times = expected / actual;
    const rate = ((1 + written / 100) / times - 1) * 100;
    const proportional = [written * times, written / times, ...(fact.unit === '%' ? [rate] : [])];
    // A part of a sum, or the sum, is off by what the check is off.
    for (const value of [...proportional, written + expected - actual, written - expected + actual]) {
      if (!(value > 0) || value > written * MOST_TIMES_GUESSED) continue;
      const [low, high] = [value * (1 - NEARLY), value * (1 + NEARLY)].map((end) => end.toFixed(8));
      if (low === undefined || high === undefined) continue;
      if (fits(checks, { ...fact, hedge: null, value: value.toFixed(8), interval: { low, high } })) return value;
    }
  }
  return null;
}

/** The middle of an interval, or its only end; no number where it has none. */
function middleOf({ low, high }: Interval): number {
  return (Number(low ?? high ?? Number.NaN) + Number(high ?? low ?? Number.NaN)) / 2;
}
