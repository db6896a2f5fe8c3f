/** 进出口总额与其中的出口: what is by definition a part of another indicator cannot exceed it, for one place and period in one report. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import { compare as order } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { checkKind } from './check-kind.ts';
import {
  common,
  factName,
  groupBy,
  isAmount,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  periodKey,
  reviewsSeveralYears,
  scopeKey,
  spread,
} from './facts.ts';
import { mapOf, type Params, textsOf } from './params.ts';

export const nestedKind = checkKind({
  family: 'nested',
  required: ['wholes'],
  params: {
    wholes: {
      type: 'object',
      additionalProperties: { type: 'array', minItems: 1, items: { type: 'string' } },
      description: 'Canonical indicators with those that are, by definition, parts of them.',
    },
  },
  compile: (params, vocabulary) => {
    const wholes = wholesOf(params);
    const named = new Set([...wholes].flatMap(([whole, parts]) => [whole, ...parts]));
    return {
      takes: (sort) => sort.isNamed && isAmount(sort) && isOutcome(sort),
      within: (fact) => keysOf(fact, named, vocabulary),
      anchors: ({ indicator }) => indicator !== null && wholes.has(indicator),
      compare: (group) => compare(group, wholes, vocabulary),
    };
  },
});

type Wholes = ReadonlyMap<string, readonly string[]>;

function wholesOf(params: Params): Wholes {
  const wholes = mapOf(params, 'wholes');
  return new Map(Object.keys(wholes).map((whole) => [whole, textsOf(wholes, whole)]));
}

function keysOf(fact: Fact, named: ReadonlySet<string>, vocabulary: Vocabulary): readonly string[] {
  if (fact.indicator === null || !named.has(fact.indicator) || fact.period === null) return [];
  if (!isAmount(fact) || !isOutcome(fact) || !isPlain(fact, vocabulary)) return [];
  return [[fact.regionCode, fact.unit, periodKey(fact), fact.measure].join('|')];
}

function compare(group: readonly FactInReport[], wholes: Wholes, vocabulary: Vocabulary): Outcome[] {
  const named = groupBy(group, ({ fact }) => `${fact.indicator}|${ownScope(fact)}`);
  return [...wholes].flatMap(([whole, parts]) => {
    const [total] = sure(named.get(`${whole}|`) ?? [], vocabulary);
    if (!total) return [];
    return parts.flatMap((part) => {
      const [own] = sure(named.get(`${part}|`) ?? [], vocabulary);
      return own ? [told(own, total, vocabulary)] : [];
    });
  });
}

/** Qualifiers beyond those that the indicator always carries. */
function ownScope(fact: Fact): string {
  return scopeKey({ ...fact, scope: fact.scope.filter((word) => !fact.indicator?.includes(word)) });
}

/** The statements of one thing, when they agree; none when they do not: one of them means something else. */
function sure(items: readonly FactInReport[], vocabulary: Vocabulary): readonly FactInReport[] {
  return common(items.map(({ fact }) => spread(fact, vocabulary))) === null ? [] : items;
}

function told(part: FactInReport, whole: FactInReport, vocabulary: Vocabulary): Outcome {
  const actual = spread(part.fact, vocabulary);
  const limit = spread(whole.fact, vocabulary);
  const above = actual.low !== null && limit.high !== null && order(actual.low, limit.high) > 0;
  const adds = vocabulary.indicators.byName(part.fact.indicator ?? '')?.nature === 'flow';
  const judged: readonly [Verdict, string] = !above
    ? ['holds', 'fits']
    : adds && reviewsSeveralYears(part.report)
      ? ['cannot-tell', 'may-be-cumulative']
      : ['broken', 'part-exceeds-whole'];
  return outcome(
    judged,
    [part, whole],
    { expected: { low: '0', high: limit.high }, actual },
    { part: factName(part.fact), stated: part.fact.quote, whole: factName(whole.fact), total: whole.fact.quote },
  );
}
