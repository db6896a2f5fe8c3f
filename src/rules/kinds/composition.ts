/** 三次产业结构为3.2∶43.9∶52.9: shares that make up a whole and stand together in one sentence must add up to it. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import { exactly, type Interval, meets, multiply } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import { factName, type Outcome, outcome, periodKey, spread, sumOf } from './facts.ts';
import { numberOf, textOf } from './params.ts';

export const compositionKind = checkKind({
  family: 'composition',
  required: ['indicator', 'parts'],
  params: {
    indicator: { type: 'string', description: 'Canonical indicator whose figures are the shares.' },
    parts: { type: 'integer', minimum: 2, description: 'How many shares make up the whole.' },
    whole: { type: 'number', description: 'What they add up to. Default: 100.' },
    rounding: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description: 'Up to this share of the whole a sum that is off comes from rounding. Default: 0.002.',
    },
  },
  compile: (params, vocabulary) => {
    const indicator = textOf(params, 'indicator');
    const terms: Terms = {
      vocabulary,
      parts: numberOf(params, 'parts', 3),
      whole: exactly(String(numberOf(params, 'whole', 100))),
      rounding: numberOf(params, 'rounding', 0.002),
    };
    return {
      takes: ({ isNamed }) => isNamed,
      within: (fact) => (fact.indicator === indicator && fact.unit === '%' ? [keyOf(fact)] : []),
      compare: (group) => compare(group, terms),
    };
  },
});

interface Terms {
  readonly vocabulary: Vocabulary;
  readonly parts: number;
  readonly whole: Interval;
  readonly rounding: number;
}

function keyOf(fact: Fact): string {
  return [fact.sentence, periodKey(fact), fact.measure].join('|');
}

/** Characters that may stand between two shares of one composition: a colon and a blank or two. */
const BETWEEN = 3;

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const sets: FactInReport[][] = [];
  for (const item of group) {
    const set = sets.at(-1);
    const last = set?.at(-1);
    if (set && last && item.fact.range.start - last.fact.range.end <= BETWEEN) set.push(item);
    else sets.push([item]);
  }
  return sets.flatMap((set) => (set.length === terms.parts ? [told(set, terms)] : []));
}

function told(set: readonly FactInReport[], { vocabulary, whole, rounding }: Terms): Outcome {
  const sum = sumOf(set.map(({ fact }) => spread(fact, vocabulary)));
  const near = multiply(whole, { low: String(1 - rounding), high: String(1 + rounding) });
  const judged: readonly [Verdict, string] = meets(sum, whole)
    ? ['holds', 'fits']
    : meets(sum, near)
      ? ['cannot-tell', 'last-digit']
      : ['broken', 'sum-off'];
  const [first] = set;
  return outcome(
    judged,
    set,
    { expected: whole, actual: sum },
    {
      indicator: first ? factName(first.fact) : '',
      parts: set.map(({ fact }) => fact.quote).join(' : '),
      sum: intervalText(sum, '%'),
      whole: intervalText(whole, '%'),
    },
  );
}
