/** What all checks over facts need: order, places, periods, the interval that a figure may stand for, and the shape of an outcome. */
import type { Check, Verdict } from '../../model/check.ts';
import { compare, minus, plus, times } from '../../model/decimal.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import type { Direction, Period } from '../../model/figure.ts';
import { compareText } from '../../model/finding.ts';
import type { Decimal, Interval } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What a comparison says; its family, its rule and its id are known to those who run it. */
export type Outcome = Omit<Check, 'checkId' | 'rule' | 'family'>;

/** Order of reports by id, in a report the order of its text. */
export function compareItems(a: FactInReport, b: FactInReport): number {
  return (
    compareText(a.report.reportId, b.report.reportId) ||
    a.fact.range.start - b.fact.range.start ||
    a.fact.range.end - b.fact.range.end ||
    compareText(a.fact.figureId, b.fact.figureId)
  );
}

/** The rows in that order; a group is nearly always in order when it comes. */
export function inOrder(group: readonly FactInReport[]): readonly FactInReport[] {
  for (let at = 1; at < group.length; at++) {
    const [before, row] = [group[at - 1], group[at]];
    if (before && row && isAfter(before, row)) return [...group].sort(compareItems);
  }
  return group;
}

function isAfter(a: FactInReport, b: FactInReport): boolean {
  return a.report === b.report && a.fact.range.start < b.fact.range.start ? false : compareItems(a, b) > 0;
}

/** Groups by key, in order of first appearance; items without a key are left out. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Qualifiers as one key. */
export function scopeKey(fact: Fact): string {
  const { scope } = fact;
  return scope.length < 2 ? (scope[0] ?? '') : [...scope].sort(compareText).join('+');
}

export function periodKey(fact: Fact): string | null {
  return fact.period === null ? null : `${fact.period.start}..${fact.period.end}`;
}

export function yearOf(period: Period): number {
  return Number(period.end.slice(0, 4));
}

/** A period without its year: two levels can be compared over years only when their shapes are equal. Null over several years. */
export function shapeOf(period: Period): string | null {
  return period.start.slice(0, 4) === period.end.slice(0, 4)
    ? `${period.start.slice(5)}..${period.end.slice(5)}`
    : null;
}

const SHAPES: Readonly<Record<string, string | null>> = {
  '01-01..12-31': null,
  '12-31..12-31': null,
  '01-01..09-30': 'first-three-quarters',
  '01-01..06-30': 'first-half',
  '01-01..03-31': 'first-quarter',
};

/** Key of what a period leaves out of its year; null when it is the whole year or its end. */
export function partOfYear(period: Period): string | null {
  const name = SHAPES[shapeOf(period) ?? ''];
  return name === undefined ? 'part-year' : name;
}

/** Parent of a place: from the divisions, else from the report that is about it. */
export function parentOf(code: string, report: ReportFacts, vocabulary: Vocabulary): string | null {
  if (report.identity.regionCode === code && report.identity.parentCode !== null) return report.identity.parentCode;
  return vocabulary.divisions.byCode(code)?.parentCode ?? null;
}

/** The interval that a figure may stand for: as written, widened on both sides where its hedge is soft (左右, 约). */
export function spread(fact: Fact, vocabulary: Vocabulary): Interval {
  if (fact.hedge === null) return fact.interval;
  const slack = vocabulary.hedges.slack(fact.hedge);
  const middle = fact.value ?? fact.interval.high ?? fact.interval.low;
  if (middle === null || compare(slack, '0') === 0) return fact.interval;
  const by = times(compare(middle, '0') < 0 ? times(middle, '-1') : middle, slack);
  const { low, high } = fact.interval;
  return {
    low: low === null ? null : minus(low, by),
    high: high === null ? null : plus(high, by),
  };
}

/** Puts the direction back into the number: a fall of 3 % is -3. */
export function signed(interval: Interval, direction: Direction | null): Interval {
  if (direction !== 'down') return interval;
  return {
    low: interval.high === null ? null : times(interval.high, '-1'),
    high: interval.low === null ? null : times(interval.low, '-1'),
  };
}

/** Sum of intervals; an open end stays open. */
export function sumOf(intervals: readonly Interval[]): Interval {
  const total = (ends: readonly (Decimal | null)[]): Decimal | null => {
    let sum: Decimal = '0';
    for (const end of ends) {
      if (end === null) return null;
      sum = plus(sum, end);
    }
    return sum;
  };
  return { low: total(intervals.map(({ low }) => low)), high: total(intervals.map(({ high }) => high)) };
}

/** What all intervals share; null when there is no such value. */
export function common(intervals: readonly Interval[]): Interval | null {
  let low: string | null = null;
  let high: string | null = null;
  for (const interval of intervals) {
    if (interval.low !== null && (low === null || compare(interval.low, low) > 0)) low = interval.low;
    if (interval.high !== null && (high === null || compare(interval.high, high) < 0)) high = interval.high;
  }
  return low !== null && high !== null && compare(low, high) > 0 ? null : { low, high };
}

/** True for figures that say what was, not what is planned or added up over years. */
export function isOutcome({ nature }: Pick<Fact, 'nature'>): boolean {
  return nature === 'actual' || nature === 'estimate';
}

export function isAmount({ measure }: Pick<Fact, 'measure'>): boolean {
  return measure === 'level' || measure === 'count';
}

/** An outcome with the figures in the order that the derivation reads them. */
export function outcome(
  [verdict, reason]: readonly [Verdict, string],
  items: readonly FactInReport[],
  intervals: { readonly expected: Interval; readonly actual: Interval },
  data: Readonly<Record<string, string>>,
): Outcome {
  return {
    verdict,
    reason,
    reportIds: [...new Set(items.map((item) => item.report.reportId))],
    figureIds: items.map((item) => item.fact.figureId),
    expected: intervals.expected,
    actual: intervals.actual,
    suspectFigureId: null,
    likelyCause: null,
    data,
  };
}

/** How a report is named in data: its place and year as far as known, else its id. */
export function reportName(report: ReportFacts): string {
  const { region, reportYear } = report.identity;
  return region === null ? report.reportId : `${region}${reportYear ?? ''}`;
}

/** The name that a fact goes by: the canonical one, else the words as written. */
export function factName(fact: Fact): string {
  const name = fact.indicator ?? fact.indicatorText;
  return [...fact.scope.filter((word) => !name.includes(word)), name].join('');
}

/** Words before an indicator's name that change nothing about it. */
const EMPTY_WORDS =
  /^(?:全[省市区县州年]|[我本][省市区县州旗盟]|实现|完成|达到|预计|其中|新增|[省市区县]级|地方){0,4}$/u;

/**
 * True when the words of a figure are an indicator's name and nothing else. What is left over (杭州 in 杭州经济总量, 十大产业 in
 * 十大产业增加值) may name another place or a part, so such figures are not compared across reports.
 */
export function isPlain(fact: Fact, vocabulary: Vocabulary): boolean {
  if (fact.indicator === null) return false;
  const text = fact.indicatorText;
  const found = vocabulary.indicators.match(text, text.length);
  return found !== null && found.indicator.name === fact.indicator && isEmptyOf(text.slice(0, found.start), fact.scope);
}

function isEmptyOf(before: string, scope: readonly string[]): boolean {
  return EMPTY_WORDS.test(scope.reduce((rest, word) => rest.replace(word, ''), before));
}

/** Figures over several years that a report must have before its review is taken to cover several years. */
const SEVERAL = 3;

/** The facts of one sentence of a report, in order. */
export function factsOfSentence(report: ReportFacts, sentence: number): readonly Fact[] {
  // All facts are asked for last: of a report on disk each would have to be made.
  return report.views?.ofSentence(sentence) ?? report.facts.filter((fact) => fact.sentence === sentence);
}

/**
 * True when a report looks back on several years (at the end of a term or of a plan): what it says was done may then be a sum over
 * those years although the sentence does not say so.
 */
export function reviewsSeveralYears(report: ReportFacts): boolean {
  return report.views?.reviewsSeveralYears ?? areOfSeveralYears(report.facts);
}

/** The same of the facts of a report, as far as these are told. */
export function areOfSeveralYears(facts: Iterable<Pick<Fact, 'nature' | 'scope' | 'period'>>): boolean {
  let seen = 0;
  for (const { nature, scope, period } of facts) {
    if (nature === 'target') continue;
    if (scope.includes('年均') || (period !== null && yearOf(period) > Number(period.start.slice(0, 4)))) seen += 1;
    if (seen >= SEVERAL) return true;
  }
  return false;
}

/**
 * True when two figures of one indicator are worded alike: 进出口总额 and 外贸进出口总额, but not 实际利用外资 and 外商直接投资, which are one
 * entry of the vocabulary and not one sum.
 */
export function wordedAlike(a: Fact, b: Fact, vocabulary: Vocabulary): boolean {
  const word = ({ indicatorText }: Fact): string =>
    (vocabulary.indicators.match(indicatorText, indicatorText.length)?.word ?? indicatorText).replaceAll('总', '');
  const [one, other] = [word(a), word(b)];
  return one.includes(other) || other.includes(one);
}
