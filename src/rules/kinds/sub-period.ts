/** 上半年完成A, 全年完成B: what was done in a part of a year is part of what was done in the year. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import { big } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { checkKind } from './check-kind.ts';
import {
  common,
  factName,
  isAmount,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  scopeKey,
  spread,
  yearOf,
} from './facts.ts';

export const subPeriodKind = checkKind({
  family: 'sub-period',
  params: {},
  compile: (_params, vocabulary) => ({
    takes: (sort) => sort.isNamed && isOutcome(sort) && (isAmount(sort) || sort.measure === 'new'),
    keys: (fact) => keysOf(fact, vocabulary),
    anchors: (fact) => !isWholeYear(fact),
    compare: (group) => compare(group, vocabulary),
  }),
});

/** Flows of one place, thing and year: what adds up over the months. */
function keysOf(fact: Fact, vocabulary: Vocabulary): readonly string[] {
  const { indicator, regionCode, period } = fact;
  if (indicator === null || regionCode === null || period === null || !isOutcome(fact)) return [];
  if (!isAmount(fact) && fact.measure !== 'new') return [];
  if (vocabulary.indicators.byName(indicator)?.nature !== 'flow' || period.start === period.end) return [];
  if (period.start.slice(0, 4) !== period.end.slice(0, 4) || !isPlain(fact, vocabulary)) return [];
  return [`${regionCode}|${indicator}|${scopeKey(fact)}|${yearOf(period)}|${fact.measure}|${fact.unit}`];
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary): Outcome[] {
  const wholes = group.filter(({ fact }) => isWholeYear(fact));
  const [whole] = wholes;
  if (!whole || common(wholes.map(({ fact }) => spread(fact, vocabulary))) === null) return [];
  return group.filter(({ fact }) => !isWholeYear(fact)).map((part) => told(part, whole, vocabulary));
}

function isWholeYear({ period }: Fact): boolean {
  return period?.start.endsWith('-01-01') === true && period.end.endsWith('-12-31');
}

function told(part: FactInReport, whole: FactInReport, vocabulary: Vocabulary): Outcome {
  const [actual, limit] = [spread(part.fact, vocabulary), spread(whole.fact, vocabulary)];
  const above = actual.low !== null && limit.high !== null && big(actual.low).gt(limit.high);
  const hedged = part.fact.hedge !== null || whole.fact.hedge !== null;
  const judged: readonly [Verdict, string] = !above
    ? ['holds', 'fits']
    : hedged
      ? ['cannot-tell', 'hedged']
      : part.report.identity.reportYear !== whole.report.identity.reportYear && isNear(actual.low, limit.high)
        ? ['cannot-tell', 'may-be-revised']
        : ['broken', 'part-exceeds-whole'];
  return outcome(
    judged,
    [part, whole],
    { expected: { low: '0', high: limit.high }, actual },
    {
      indicator: factName(whole.fact),
      months: `${part.fact.period?.start ?? ''}..${part.fact.period?.end ?? ''}`,
      part: part.fact.quote,
      whole: whole.fact.quote,
    },
  );
}

/** Up to a fifth above: the value of the year may have been revised since. */
function isNear(part: string | null, whole: string | null): boolean {
  return part !== null && whole !== null && big(part).lte(big(whole).times('1.2'));
}
