/** Level of last year times stated growth against the level of this year. Only growth at current prices can be recomputed. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import type { Basis } from '../../model/figure.ts';
import { big, decimal, divide, type Interval, meets, multiply } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import {
  factName,
  groupBy,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  partOfYear,
  scopeKey,
  shapeOf,
  spread,
  wordedAlike,
  yearOf,
} from './facts.ts';
import { isOfOneYear, maySpanYears, settled, tooLarge } from './growth-base.ts';
import { LIMITS_SCHEMA, type Limits, limitsOf, REDEFINED } from './growth-limits.ts';
import { expectedLevel, statedFactor } from './growth-terms.ts';
import { closed, HEDGED } from './open-ends.ts';

export const growthKind = checkKind({
  family: 'growth',
  params: LIMITS_SCHEMA,
  compile: (params, vocabulary) => {
    const limits = limitsOf(params);
    return {
      takes: (sort) => sort.isNamed && isOutcome(sort) && (sort.measure === 'growth' || BASES.has(sort.measure)),
      keys: (fact) => keysOf(fact, vocabulary),
      anchors: ({ measure }) => measure === 'growth',
      compare: (group) => settled(comparePlace(group, vocabulary, limits)),
    };
  },
});

const BASES: ReadonlySet<string> = new Set(['level', 'count', 'new']);

function keysOf(fact: Fact, vocabulary: Vocabulary): readonly string[] {
  if (fact.indicator === null || fact.regionCode === null || fact.period === null || !isOutcome(fact)) return [];
  if (shapeOf(fact.period) === null || (fact.measure !== 'growth' && !BASES.has(fact.measure))) return [];
  if (fact.measure === 'new' && isBalance(fact.indicator, fact.unit, vocabulary)) return [];
  return isPlain(fact, vocabulary) ? [fact.regionCode] : [];
}

/** 新增本外币贷款2859亿元，增长17.2%: what grew is the balance, and not what was added to it. */
function isBalance(indicator: string, unit: string, { indicators, units }: Vocabulary): boolean {
  return indicators.byName(indicator)?.nature === 'stock' && units.byName(unit)?.kind === 'money';
}

/** All growth of one place: told apart by indicator and scope, looked at together for a base that was redrawn. */
function comparePlace(group: readonly FactInReport[], vocabulary: Vocabulary, limits: Limits): Outcome[] {
  const subjects = groupBy(group, ({ fact }) => `${fact.indicator}|${scopeKey(fact)}`);
  return [...subjects.values()].flatMap((items) => {
    const growths = items.filter(({ fact }) => fact.measure === 'growth');
    if (growths.length === 0 || growths.length === items.length) return [];
    const levels = levelsOf(items);
    return growths.flatMap((item) => compare(item, levels, vocabulary, limits));
  });
}

/** Levels by year. */
type Levels = ReadonlyMap<number, readonly FactInReport[]>;

function levelsOf(group: readonly FactInReport[]): Levels {
  const levels = new Map<number, FactInReport[]>();
  for (const item of group) {
    if (item.fact.period === null || !BASES.has(item.fact.measure)) continue;
    const year = yearOf(item.fact.period);
    const known = levels.get(year);
    if (known) known.push(item);
    else levels.set(year, [item]);
  }
  return levels;
}

/** What a growth check is made of. */
interface Terms {
  readonly growth: FactInReport;
  readonly now: FactInReport;
  readonly before: FactInReport;
}

function compare(growth: FactInReport, levels: Levels, vocabulary: Vocabulary, limits: Limits): Outcome[] {
  const { period } = growth.fact;
  if (period === null || growth.fact.direction === null || growth.fact.direction === 'flat') return [];
  const now = levelOf(growth, levels.get(yearOf(period)) ?? []);
  if (!now) return [];
  const earlier = (levels.get(yearOf(period) - 1) ?? []).filter(
    ({ fact }) => fact.unit === now.fact.unit && fact.measure === now.fact.measure,
  );
  const likeNow = earlier.filter(({ fact }) => fact.period !== null && shapeOf(fact.period) === shapeOf(period));
  const before = likeNow[0] ?? earlier[0];
  if (!before) return [];
  const terms = { growth, now, before };
  if (likeNow.length === 0) return [told(terms, ['cannot-tell', 'other-period'], vocabulary)];
  if (likeNow.some((other) => !meets(spread(other.fact, vocabulary), spread(before.fact, vocabulary)))) {
    return [told(terms, ['cannot-tell', 'base-stated-twice'], vocabulary)];
  }
  const summed = (): boolean => maySpanYears(before, vocabulary) && !isOfOneYear(before, levels);
  return [told(terms, judge(terms, vocabulary, { ...limits, summed }), vocabulary)];
}

/** The level that the growth is said of, in its sentence. A level elsewhere in the report may mean something narrower. */
function levelOf(growth: FactInReport, levels: readonly FactInReport[]): FactInReport | null {
  const { fact, report } = growth;
  const near = levels.filter(
    (item) =>
      item.report.reportId === report.reportId &&
      item.fact.period?.start === fact.period?.start &&
      item.fact.period?.end === fact.period?.end,
  );
  if (fact.of !== null) return near.find((item) => item.fact.figureId === fact.of) ?? null;
  return near.find((item) => item.fact.sentence === fact.sentence) ?? null;
}

function judge(
  { growth, now, before }: Terms,
  vocabulary: Vocabulary,
  limits: Limits & { readonly summed: () => boolean },
): readonly [Verdict, string] {
  const open = expectedLevel(before.fact, growth.fact, vocabulary);
  if (open === null) return ['cannot-tell', 'growth-in-multiples'];
  const [expected, actual] = [closed(open), closed(spread(now.fact, vocabulary))];
  const fits = meets(expected, actual);
  const incomparable = whyIncomparable(growth.fact, vocabulary);
  // Levels that show the very growth that is stated are good evidence for all three, whatever its basis may be.
  if (fits && (incomparable === null || incomparable === 'unknown-basis')) return ['holds', 'fits'];
  if (!fits && tooLarge(expected, actual) && limits.summed()) return ['cannot-tell', 'may-be-cumulative'];
  if (!fits && [growth, now, before].some(({ fact }) => fact.hedge !== null)) {
    return meets(multiply(expected, steadyOf(growth.fact, limits) ?? HEDGED), actual)
      ? ['cannot-tell', 'hedged']
      : ['broken', 'implausible-gap'];
  }
  if (incomparable === null) {
    if (isRecounted(now.fact, limits) && meets(multiply(expected, REDEFINED), actual))
      return ['cannot-tell', 'revised-base'];
    if (!beyond({ growth, now, before }, vocabulary, limits.revision)) return ['cannot-tell', 'revised-base'];
    const reworded = !wordedAlike(now.fact, before.fact, vocabulary);
    if (reworded && !beyond({ growth, now, before }, vocabulary, limits.gap)) return ['cannot-tell', 'other-wording'];
    return ['broken', 'disagrees'];
  }
  if (!fits && !meets(multiply(expected, allowed(growth.fact, incomparable, limits)), actual))
    return ['broken', 'implausible-gap'];
  const part = growth.fact.period === null ? null : partOfYear(growth.fact.period);
  return ['cannot-tell', part === null ? incomparable : `${incomparable}+${part}`];
}

/** What a level may be of the expected one where the basis of the growth is another one, or is not stated. */
function allowed(growth: Fact, incomparable: string, limits: Limits): Interval {
  if (limits.redefined.has(growth.indicator ?? '')) return REDEFINED;
  return incomparable === 'unknown-basis' ? (steadyOf(growth, limits) ?? limits.unstated) : limits.factor;
}

function isRecounted({ indicator, period }: Fact, { recounted }: Limits): boolean {
  return period !== null && recounted.get(indicator ?? '')?.has(yearOf(period)) === true;
}

function steadyOf({ indicator, period }: Fact, { steady, surveyed }: Limits): Interval | undefined {
  return period === null || surveyed.has(yearOf(period)) ? undefined : steady.get(indicator ?? '');
}

const INCOMPARABLE: Readonly<Record<Basis, string | null>> = {
  nominal: null,
  comparable: 'comparable-prices',
  'same-scope': 'same-scope',
  unknown: 'unknown-basis',
};

/** Why levels cannot be expected to show the growth: what the text says of it, else what the indicator is known for. */
function whyIncomparable(growth: Fact, vocabulary: Vocabulary): string | null {
  if (growth.basis !== 'unknown') return INCOMPARABLE[growth.basis];
  // So many days or people more than the year before: no prices are in it.
  if (growth.unit !== '%' && vocabulary.units.byName(growth.unit)?.kind !== 'money') return null;
  const indicator = growth.indicator === null ? null : vocabulary.indicators.byName(growth.indicator);
  return INCOMPARABLE[indicator?.growthBasis ?? 'unknown'];
}

/** True when the growth that the levels imply lies farther than `gap` points from the stated one. */
function beyond({ growth, now, before }: Terms, vocabulary: Vocabulary, gap: string): boolean {
  const base = spread(before.fact, vocabulary);
  const stated = statedFactor(before.fact, growth.fact, vocabulary);
  if (stated === null) return false;
  const { low, high } = stated;
  const plausible = {
    low: low === null ? null : decimal(big(low).minus(big(gap).div(100))),
    high: high === null ? null : decimal(big(high).plus(big(gap).div(100))),
  };
  return !meets(divide(spread(now.fact, vocabulary), base), plausible);
}

function told(terms: Terms, judged: readonly [Verdict, string], vocabulary: Vocabulary): Outcome {
  const { growth, now, before } = terms;
  const actual = spread(now.fact, vocabulary);
  const expected = expectedLevel(before.fact, growth.fact, vocabulary) ?? { low: null, high: null };
  return outcome(
    judged,
    [now, before, growth],
    { expected, actual },
    {
      indicator: factName(growth.fact),
      before: before.fact.quote,
      now: now.fact.quote,
      growth: growth.fact.quote,
      expected: intervalText(expected, now.fact.unit),
      implied: impliedGrowth(terms, vocabulary),
    },
  );
}

/** The growth that the two levels show, for a sentence only: plain numbers with one decimal, on which no verdict rests. */
function impliedGrowth({ now, before }: Terms, vocabulary: Vocabulary): string {
  const [after, base] = [spread(now.fact, vocabulary), spread(before.fact, vocabulary)];
  if (after.low === null || after.high === null || base.low === null || base.high === null) return '?';
  const [from, to] = [Number(after.low) / Number(base.high), Number(after.high) / Number(base.low)].map((factor) =>
    Number.isFinite(factor) ? ((factor - 1) * 100).toFixed(1) : '?',
  );
  return from === to ? `${from}%` : `${from}–${to}%`;
}
