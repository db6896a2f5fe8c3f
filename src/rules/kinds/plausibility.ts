/** A level far from those of the years before and after, where these two lie close together. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import { type Interval, meets, multiply } from '../../model/interval.ts';
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
  scopeKey,
  shapeOf,
  spread,
  yearOf,
} from './facts.ts';
import { numberOf, textsOf } from './params.ts';

export const plausibilityKind = checkKind({
  family: 'plausibility',
  params: {
    far: {
      type: 'number',
      minimum: 1,
      description:
        'How many times the neighbours, or what part of them, a level must be to be told. A sum over five years is about five times. Default: 8.',
    },
    close: {
      type: 'number',
      minimum: 1,
      description: 'How many times the smaller neighbour the larger one may be. Default: 2.',
    },
    planned: {
      type: 'array',
      items: { type: 'string' },
      description:
        'Canonical indicators of work that a plan shares out among years: one year may have a tenth of the next.',
    },
  },
  compile: (params, vocabulary) => {
    const terms: Terms = {
      vocabulary,
      far: band(numberOf(params, 'far', 8)),
      close: band(numberOf(params, 'close', 2)),
    };
    const planned = new Set(textsOf(params, 'planned'));
    return {
      takes: (sort) => sort.isNamed && isAmount(sort) && isOutcome(sort),
      keys: (fact) => (planned.has(fact.indicator ?? '') ? [] : keysOf(fact, vocabulary)),
      compare: (group) => compare(group, terms),
    };
  },
});

interface Terms {
  readonly vocabulary: Vocabulary;
  readonly far: Interval;
  readonly close: Interval;
}

function band(factor: number): Interval {
  return { low: String(1 / factor), high: String(factor) };
}

function keysOf(fact: Fact, vocabulary: Vocabulary): readonly string[] {
  const { indicator, regionCode, period } = fact;
  if (indicator === null || regionCode === null || period === null || !isAmount(fact) || !isOutcome(fact)) return [];
  const shape = shapeOf(period);
  if (shape === null || !isPlain(fact, vocabulary)) return [];
  return [`${regionCode}|${indicator}|${scopeKey(fact)}|${fact.unit}|${fact.measure}|${shape}`];
}

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const years = groupBy(group, ({ fact }) => (fact.period === null ? null : yearOf(fact.period)));
  return [...years].flatMap(([year, items]) => {
    const [before] = years.get(year - 1) ?? [];
    const [after] = years.get(year + 1) ?? [];
    const [own] = items;
    if (!own || !before || !after || !agree(items, terms)) return [];
    return agree(years.get(year - 1) ?? [], terms) && agree(years.get(year + 1) ?? [], terms)
      ? told({ own, before, after }, year, terms)
      : [];
  });
}

function agree(items: readonly FactInReport[], { vocabulary }: Terms): boolean {
  return common(items.map(({ fact }) => spread(fact, vocabulary))) !== null;
}

function told(
  { own, before, after }: { readonly own: FactInReport; readonly before: FactInReport; readonly after: FactInReport },
  year: number,
  { vocabulary, far, close }: Terms,
): Outcome[] {
  const [now, earlier, later] = [own, before, after].map(({ fact }) => spread(fact, vocabulary));
  if (!now || !earlier || !later || !meets(multiply(earlier, close), later)) return [];
  const judged: readonly [Verdict, string] =
    meets(multiply(earlier, far), now) || meets(multiply(later, far), now)
      ? ['holds', 'fits']
      : ['broken', 'far-from-neighbours'];
  return [
    outcome(
      judged,
      [own, before, after],
      { expected: multiply(earlier, far), actual: now },
      {
        indicator: factName(own.fact),
        year: String(year),
        stated: own.fact.quote,
        before: before.fact.quote,
        after: after.fact.quote,
      },
    ),
  ];
}
