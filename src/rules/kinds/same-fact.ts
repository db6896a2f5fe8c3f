/** One fact stated twice, in two reports or within one: the intervals of all statements must share a value. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import { ANY, big, type Interval } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import { common, factName, isOutcome, type Outcome, outcome, periodKey, scopeKey, signed, spread } from './facts.ts';
import { misprinted } from './misprint.ts';
import { numberOf } from './params.ts';

/** A name that the vocabulary does not know is taken for the same thing within one report only, and only when it is this long. */
const TELLING_NAME = 6;

export const sameFactKind = checkKind({
  family: 'same-fact',
  params: {
    revision: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'Reports of different years may state a revised value: up to this relative difference such a check cannot tell. Default: 0.2.',
    },
  },
  compile: (params, vocabulary) => {
    const revision = numberOf(params, 'revision', 0.2);
    return {
      takes: ({ measure }) => COMPARED.has(measure),
      keys: (fact) => (fact.indicator === null ? [] : keysOf(fact, fact.indicator)),
      within: (fact) => (hasTellingName(fact) ? keysOf(fact, fact.indicatorText) : []),
      compare: (group) => compare(group, vocabulary, revision),
    };
  },
});

const COMPARED: ReadonlySet<string> = new Set(['level', 'count', 'growth', 'share', 'new', 'total']);

function hasTellingName({ indicator, indicatorText }: Fact): boolean {
  return indicator === null && indicatorText.length >= TELLING_NAME;
}

function keysOf(fact: Fact, subject: string): readonly string[] {
  const period = periodKey(fact);
  if (period === null || fact.regionCode === null || !COMPARED.has(fact.measure)) return [];
  const nature = isOutcome(fact) ? 'outcome' : fact.nature;
  const { regionCode, measure, unit, whole } = fact;
  return [`${regionCode}|${subject}|${scopeKey(fact)}|${period}|${measure}|${unit}|${whole ?? ''}|${nature}`];
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary, revision: number): Outcome[] {
  const [first] = group;
  if (!first || group.length < 2) return [];
  const intervals = group.map(({ fact }) => signed(spread(fact, vocabulary), fact.direction));
  const shared = common(intervals);
  const judged: readonly [Verdict, string] | null = shared
    ? ['holds', 'agrees']
    : disagreement(group, intervals, revision);
  if (judged === null) return [];
  const odd = oddOneOut(intervals);
  const last = group[odd < 0 ? group.length - 1 : odd] ?? first;
  const rest = intervals.filter((_, at) => at !== (odd < 0 ? group.length - 1 : odd));
  const actual = signed(spread(last.fact, vocabulary), last.fact.direction);
  return [
    outcome(
      judged,
      group,
      { expected: common(rest) ?? ANY, actual },
      {
        indicator: factName(first.fact),
        period: periodKey(first.fact) ?? '',
        quotes: [...new Set(group.map(({ fact }) => fact.quote))].join(' / '),
        expected: intervalText(common(rest) ?? ANY, first.fact.unit),
        actual: intervalText(actual, first.fact.unit),
      },
    ),
  ];
}

/** Position of the one statement without which the others agree; -1 when there is none or it is not the only one. */
function oddOneOut(intervals: readonly Interval[]): number {
  if (intervals.length < 3) return -1;
  const odd = intervals.flatMap((_, at) => (common(intervals.filter((__, other) => other !== at)) ? [at] : []));
  return odd.length === 1 ? (odd[0] ?? -1) : -1;
}

/** Why statements may differ without one of them being wrong; the first ground that fits is named. Null: nothing to compare. */
function disagreement(
  group: readonly FactInReport[],
  intervals: readonly Interval[],
  revision: number,
): readonly [Verdict, string] | null {
  const facts = group.map(({ fact }) => fact);
  const [first] = facts;
  const reports = [...new Set(group.map(({ report }) => report))];
  if (!facts.every(isOutcome)) return reports.length > 1 ? ['cannot-tell', 'several-targets'] : null;
  if (first?.indicator === null) return misprinted(facts) ? ['cannot-tell', 'unknown-indicator'] : null;
  if (new Set(facts.map((fact) => fact.nature)).size > 1) return ['cannot-tell', 'other-nature'];
  if (first?.measure === 'growth' && new Set(facts.map((fact) => fact.basis)).size > 1) {
    return ['cannot-tell', 'other-basis'];
  }
  // No sentence states one fact twice: 新开工6000套、基本建成4000套 are two.
  if (reports.length === 1 && new Set(facts.map((fact) => fact.sentence)).size === 1) {
    return ['cannot-tell', 'may-mean-another'];
  }
  const years = new Set(reports.map(({ identity }) => identity.reportYear));
  if (years.size > 1 && gap(intervals) <= revision) return ['cannot-tell', 'may-be-revised'];
  const places = new Set(reports.map(({ identity }) => identity.regionCode));
  const versions = reports.length > 1 && years.size === 1 && places.size === 1;
  return versions || misprinted(facts) ? ['broken', 'differs'] : ['cannot-tell', 'may-mean-another'];
}

/** Relative difference of the farthest two, for a plausibility band only: no verdict rests on its last digits. */
function gap(intervals: readonly Interval[]): number {
  const highest = intervals
    .flatMap(({ low }) => (low === null ? [] : [big(low)]))
    .reduce((a, b) => (b.gt(a) ? b : a), big('-1e30'));
  const lowest = intervals
    .flatMap(({ high }) => (high === null ? [] : [big(high)]))
    .reduce((a, b) => (b.lt(a) ? b : a), big('1e30'));
  const size = highest.abs().gt(lowest.abs()) ? highest.abs() : lowest.abs();
  return size.eq(0) ? 0 : Number(highest.minus(lowest).div(size).toFixed(6));
}
