/** 由A增加到B, 年均增长x%: two levels of one sentence against the growth, the multiple or the points that the same sentence gives. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import type { Basis } from '../../model/figure.ts';
import { add, big, decimal, exactly, type Interval, meets, multiply, subtract } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { after, otherSpans, type Terms, USUAL, usualSpans, yearsOf } from './change-spans.ts';
import { checkKind } from './check-kind.ts';
import { factName, isOutcome, type Outcome, outcome, spread, yearOf } from './facts.ts';
import { numberOf } from './params.ts';

export const changeKind = checkKind({
  family: 'change',
  params: {
    slack: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'Share of the stated growth by which the recomputed one may differ before something must be wrong: levels and growth are often from two releases. Default: 0.1.',
    },
  },
  compile: (params, vocabulary) => {
    const slack = numberOf(params, 'slack', 0.1);
    return {
      takes: takesPart,
      within: (fact) => (takesPart(fact) ? [String(fact.sentence)] : []),
      anchors: ({ measure, comparedWith }) => CHANGES.has(measure) && comparedWith === null,
      compare: (group) => group.flatMap((item) => compare(item, group, vocabulary, slack)),
    };
  },
});

const LEVELS: ReadonlySet<string> = new Set(['level', 'count', 'share']);
const RATES: ReadonlySet<string> = new Set(['%', '‰', '倍']);
const CHANGES: ReadonlySet<string> = new Set(['growth', 'change_points', 'ratio']);

function takesPart(fact: Pick<Fact, 'measure' | 'nature'>): boolean {
  return isOutcome(fact) && (LEVELS.has(fact.measure) || CHANGES.has(fact.measure));
}

function compare(
  change: FactInReport,
  sentence: readonly FactInReport[],
  vocabulary: Vocabulary,
  slack: number,
): Outcome[] {
  const { fact } = change;
  if (!CHANGES.has(fact.measure) || fact.comparedWith !== null) return [];
  const levels = sentence.filter((item) => item.fact.range.end <= fact.range.start && isLevelOf(item.fact, fact));
  const [from, to] = levels;
  if (!from || !to || levels.length > 2 || !isRise(from.fact, to.fact) || !standsBehind(change, to, sentence))
    return [];
  // Two rates for one thing: one of them belongs to another thing whose levels stand there too.
  const rivals = sentence.filter((item) => item.fact.measure === fact.measure && subject(item.fact) === subject(fact));
  if (rivals.some(({ fact: one }) => one !== fact && one.unit === fact.unit && sameSpan(one, fact))) return [];
  return [told({ from, to, change }, vocabulary, slack)];
}

function sameSpan(a: Fact, b: Fact): boolean {
  return a.scope.includes('年均') === b.scope.includes('年均');
}

function isLevelOf(level: Fact, change: Fact): boolean {
  if (!LEVELS.has(level.measure) || (change.measure === 'change_points') !== (level.measure === 'share')) return false;
  // 总量前移3位 is no change of the amount.
  if (change.measure === 'growth' && !RATES.has(change.unit) && change.unit !== level.unit) return false;
  return subject(level) === subject(change);
}

function subject({ indicator, indicatorText, scope, regionCode }: Fact): string {
  const own = scope.includes('年均') ? scope.filter((word) => word !== '年均') : scope;
  return `${indicator ?? indicatorText}|${regionCode}|${own.join('|')}`;
}

/** True for a level and a later one of the same thing. A list of two numbers has one period, a rise has two or says none of the first. */
function isRise(from: Fact, to: Fact): boolean {
  if (from.unit !== to.unit || from.measure !== to.measure || from.hedge !== null) return false;
  return from.period === null ? to.period !== null : to.period === null || yearOf(from.period) < yearOf(to.period);
}

/** True when the change is told of the second level: it names it, or no other level stands between the two. */
function standsBehind(change: FactInReport, to: FactInReport, sentence: readonly FactInReport[]): boolean {
  if (change.fact.of !== null) return change.fact.of === to.fact.figureId;
  return !sentence.some(
    ({ fact }) =>
      LEVELS.has(fact.measure) &&
      fact.range.start >= to.fact.range.end &&
      fact.range.end <= change.fact.range.start &&
      subject(fact) !== subject(to.fact),
  );
}

function told(terms: Terms, vocabulary: Vocabulary, slack: number): Outcome {
  const { from, to, change } = terms;
  const actual = spread(to.fact, vocabulary);
  const expected = expectedLevel(terms, vocabulary);
  const stated = [change.fact.scope.includes('年均') ? '年均' : '', change.fact.quote].join('');
  return outcome(
    judge(terms, { expected, actual }, vocabulary, slack),
    [from, to, change],
    { expected: expected ?? { low: null, high: null }, actual },
    {
      indicator: factName(to.fact),
      from: from.fact.quote,
      to: to.fact.quote,
      change: stated,
      expected: intervalText(expected ?? { low: null, high: null }, to.fact.unit),
    },
  );
}

function judge(
  terms: Terms,
  { expected, actual }: { readonly expected: Interval | null; readonly actual: Interval },
  vocabulary: Vocabulary,
  slack: number,
): readonly [Verdict, string] {
  const { from, to, change } = terms;
  const yearly = change.fact.scope.includes('年均');
  if (expected === null && change.fact.unit !== '%') return ['cannot-tell', 'span-of-years'];
  if (expected !== null && meets(expected, actual)) return ['holds', 'fits'];
  const others = otherSpans(terms, vocabulary);
  const far = (spans: readonly Interval[], band: Interval): boolean =>
    spans.length > 0 && !spans.some((level) => meets(multiply(level, band), actual));
  if ([from, to, change].some(({ fact }) => fact.hedge !== null)) {
    const spans = expected === null ? others : [expected, ...others];
    return far(spans, FAR) ? ['broken', 'implausible-gap'] : ['cannot-tell', 'hedged'];
  }
  if (change.fact.measure === 'change_points') return ['broken', 'disagrees'];
  const multiple = change.fact.unit === '倍' ? asMultiple(terms, vocabulary) : null;
  if (multiple !== null && meets(multiple, actual)) return ['holds', 'fits'];
  if (others.some((other) => meets(other, actual))) return ['cannot-tell', 'span-of-years'];
  // The name of an unknown thing may be read wrongly, and with it the price basis of its growth.
  if (to.fact.indicator === null) {
    const spans = expected === null ? usualSpans(terms, vocabulary) : [expected];
    return far(spans, FARTHEST) ? ['broken', 'implausible-gap'] : ['cannot-tell', 'unknown-indicator'];
  }
  const indicator = vocabulary.indicators.byName(to.fact.indicator);
  const basis = change.fact.basis === 'unknown' ? (indicator?.growthBasis ?? 'unknown') : change.fact.basis;
  // Firms and square kilometres have no prices.
  const isMoney = vocabulary.units.byName(to.fact.unit)?.kind === 'money';
  const reason = basis === 'unknown' && !isMoney ? null : INCOMPARABLE[basis];
  if (reason !== null) {
    const spans = yearly ? usualSpans(terms, vocabulary) : expected === null ? [] : [expected];
    return far(spans, FAR) ? ['broken', 'implausible-gap'] : ['cannot-tell', reason];
  }
  if (isNear(terms, vocabulary, slack)) return ['cannot-tell', 'revised-base'];
  return ['broken', 'disagrees'];
}

/** What a level may be of the expected one where the growth is not told at current prices. */
const FAR: Interval = { low: '0.6', high: '1.67' };
/** The same for a thing that is not known, whose three figures may be read wrongly: a unit or a digit too many. */
const FARTHEST: Interval = { low: '0.25', high: '4' };

const INCOMPARABLE: Readonly<Record<Basis, string | null>> = {
  nominal: null,
  comparable: 'comparable-prices',
  'same-scope': 'same-scope',
  unknown: 'unknown-basis',
};

/** What the second level must be; null where the number of years is not known. */
function expectedLevel(terms: Terms, vocabulary: Vocabulary): Interval | null {
  const { from, change } = terms;
  const base = spread(from.fact, vocabulary);
  const yearly = change.fact.scope.includes('年均');
  const years = yearly ? yearsOf(terms) : 1;
  if (change.fact.measure === 'change_points') {
    if (years === null) return null;
    const points = multiply(spread(change.fact, vocabulary), exactly(String(years)));
    return change.fact.direction === 'down' ? subtract(base, points) : add(base, points);
  }
  if (change.fact.unit === '倍') return multiply(base, multipleOf(change.fact, vocabulary));
  if (years !== null) return after(terms, years, vocabulary);
  // A term and a plan have five years, of which four are told when the fifth is not over.
  const spans = USUAL.flatMap((span) => after(terms, span, vocabulary) ?? []);
  return spans.find((level) => meets(level, spread(terms.to.fact, vocabulary))) ?? null;
}

/** 翻一番 is said of what at least doubled, and of what doubled twice 翻两番 is said; 增长2.6倍 adds to the base, 是2.6倍 does not. */
function multipleOf(fact: Fact, vocabulary: Vocabulary): Interval {
  const times = spread(fact, vocabulary);
  if (fact.quote.includes('翻')) {
    return {
      low: times.low && decimal(big(times.low).times('0.97')),
      high: times.low && decimal(big(times.low).times(2)),
    };
  }
  return fact.measure === 'growth' ? add(times, exactly('1')) : times;
}

/** 是A的2.6倍 and 增长2.6倍 are told apart by few writers: both readings are let pass. */
function asMultiple({ from, change }: Terms, vocabulary: Vocabulary): Interval {
  return multiply(spread(from.fact, vocabulary), spread(change.fact, vocabulary));
}

/** True when growth within `slack` of the stated one leads to the level. */
function isNear(terms: Terms, vocabulary: Vocabulary, slack: number): boolean {
  const { fact } = terms.change;
  if (fact.unit !== '%') return false;
  const { low, high } = spread(fact, vocabulary);
  const wide: Fact = {
    ...fact,
    hedge: null,
    interval: {
      low: low && decimal(big(low).times(String(1 - slack))),
      high: high && decimal(big(high).times(String(1 + slack))),
    },
  };
  const widened = { ...terms, change: { ...terms.change, fact: wide } };
  const expected = [expectedLevel(widened, vocabulary) ?? [], usualSpans(widened, vocabulary)].flat();
  return expected.some((level) => meets(level, spread(terms.to.fact, vocabulary)));
}
