/** A level or a rate against what the same place's reports state for the years around it, with the margin that the indicator is known to keep. */
import type { Fact } from '../../model/fact.ts';
import { big, decimal, type Interval, meets, multiply } from '../../model/interval.ts';
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
  scopeKey,
  shapeOf,
  signed,
  spread,
  yearOf,
} from './facts.ts';
import { mapOf, type Params } from './params.ts';

const MARGINS = { type: 'object', additionalProperties: { type: 'number', minimum: 0 } } as const;

export const seriesKind = checkKind({
  family: 'series',
  params: {
    levels: {
      ...MARGINS,
      description:
        'Canonical indicators whose levels move slowly, each with how many times the highest of the years around it a level may be, or what part of the lowest.',
    },
    rates: {
      ...MARGINS,
      description:
        'Canonical indicators whose yearly rates keep together, each with how many percentage points a rate may lie beyond those of the years around it.',
    },
  },
  compile: (params, vocabulary) => {
    const terms: Terms = { vocabulary, levels: marginsOf(params, 'levels'), rates: marginsOf(params, 'rates') };
    return { keys: (fact) => keysOf(fact, terms), compare: (group) => compare(group, terms) };
  },
});

type Margins = ReadonlyMap<string, string>;

interface Terms {
  readonly vocabulary: Vocabulary;
  readonly levels: Margins;
  readonly rates: Margins;
}

function marginsOf(params: Params, key: string): Margins {
  return new Map(Object.entries(mapOf(params, key)).map(([name, margin]) => [name, String(margin)]));
}

/** Whole years of the report's own place, for indicators that the card names. */
function keysOf(fact: Fact, { vocabulary, levels, rates }: Terms): readonly string[] {
  const { indicator, regionCode, period, measure } = fact;
  if (indicator === null || regionCode === null || period === null) return [];
  const isRate = measure === 'growth';
  if (!(isRate ? rates : levels).has(indicator) || (isRate ? fact.unit !== '%' : !isAmount(fact))) return [];
  if (!isOutcome(fact) || fact.comparedWith !== null || fact.scope.includes('年均')) return [];
  const shape = shapeOf(period);
  if (shape === null || !isPlain(fact, vocabulary)) return [];
  return [[regionCode, indicator, scopeKey(fact), fact.unit, measure, shape].join('|')];
}

/** Years that a statement may lie away and still say what is usual. */
const NEAR = [-2, -1, 1, 2] as const;
const FEWEST = 2;

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const years = groupBy(group, ({ fact }) => (fact.period === null ? null : yearOf(fact.period)));
  return [...years].flatMap(([year, items]) => {
    const [own] = items;
    const around = NEAR.flatMap((apart) => (years.get(year + apart) ?? []).slice(0, 1));
    if (!own || around.length < FEWEST || !agree(items, terms)) return [];
    const isAgreed = NEAR.every((apart) => agree(years.get(year + apart) ?? [], terms));
    return isAgreed ? [told(own, around, year, terms)] : [];
  });
}

/** True when all statements of a year share a value: else one of them means something else. */
function agree(items: readonly FactInReport[], { vocabulary }: Terms): boolean {
  return items.length < 2 || common(items.map(({ fact }) => spread(fact, vocabulary))) !== null;
}

function told(own: FactInReport, around: readonly FactInReport[], year: number, terms: Terms): Outcome {
  const actual = readingOf(own.fact, terms);
  const expected = bandOf(own.fact, around, terms);
  return outcome(
    meets(expected, actual) ? ['holds', 'fits'] : ['broken', 'out-of-line'],
    [own, ...around],
    { expected, actual },
    {
      indicator: factName(own.fact),
      period: periodKey(own.fact) ?? '',
      year: String(year),
      stated: own.fact.quote,
      others: around.map(({ fact }) => `${fact.period === null ? '' : yearOf(fact.period)}: ${fact.quote}`).join('、'),
    },
  );
}

function readingOf(fact: Fact, { vocabulary }: Terms): Interval {
  const interval = spread(fact, vocabulary);
  return fact.measure === 'growth' ? signed(interval, fact.direction) : interval;
}

/** From the lowest to the highest of the years around, and the margin beyond both. */
function bandOf({ indicator, measure }: Fact, around: readonly FactInReport[], terms: Terms): Interval {
  const all = around.map(({ fact }) => readingOf(fact, terms));
  const lows = all.map(({ low }) => low);
  const highs = all.map(({ high }) => high);
  const hull: Interval = {
    low: lows.reduce((a, b) => (a === null || b === null ? null : big(a).lt(b) ? a : b)),
    high: highs.reduce((a, b) => (a === null || b === null ? null : big(a).gt(b) ? a : b)),
  };
  const margin = (measure === 'growth' ? terms.rates : terms.levels).get(indicator ?? '') ?? '1';
  if (measure !== 'growth') return multiply(hull, { low: decimal(big('1').div(margin)), high: margin });
  return {
    low: hull.low && decimal(big(hull.low).minus(margin)),
    high: hull.high && decimal(big(hull.high).plus(margin)),
  };
}
