/** A level or a rate against what the same place's reports state for the years around it, with the margin that the indicator is known to keep. */

import { minus, compare as order, plus, times } from '../../model/decimal.ts';
import type { Fact } from '../../model/fact.ts';
import { big, type Decimal, decimal, type Interval, meets } from '../../model/interval.ts';
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
    return {
      takes: (sort) => sort.isNamed && isOutcome(sort) && (isAmount(sort) || sort.measure === 'growth'),
      keys: (fact) => keysOf(fact, terms),
      compare: (group) => compare(group, terms),
    };
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
  return [`${regionCode}|${indicator}|${scopeKey(fact)}|${fact.unit}|${measure}|${shape}`];
}

/** Years that a statement may lie away and still say what is usual. */
const NEAR = [-2, -1, 1, 2] as const;
const FEWEST = 2;
/** The years around may lie this much farther apart than the margin, for they span four years. */
const APART = '1.25';
/** 突破X stands for X and a little more: where an open statement of another year ends, as a share of a level and in points of a rate. */
const OPEN = '1.25';
const OPEN_POINTS = '5';

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const years = groupBy(group, ({ fact }) => (fact.period === null ? null : yearOf(fact.period)));
  return [...years].flatMap(([year, items]) => {
    const [own] = items;
    const around = NEAR.flatMap((apart) => (years.get(year + apart) ?? []).slice(0, 1));
    if (!own || around.length < FEWEST || !agree(items, terms)) return [];
    const isAgreed = NEAR.every((apart) => agree(years.get(year + apart) ?? [], terms));
    const hull = hullOf(around, terms);
    return isAgreed && isTight(hull, own.fact, terms) ? [told(own, { around, hull, year }, terms)] : [];
  });
}

/** True when all statements of a year share a value: else one of them means something else. */
function agree(items: readonly FactInReport[], { vocabulary }: Terms): boolean {
  return items.length < 2 || common(items.map(({ fact }) => spread(fact, vocabulary))) !== null;
}

interface Course {
  readonly around: readonly FactInReport[];
  readonly hull: Band;
  readonly year: number;
}

function told(own: FactInReport, { around, hull, year }: Course, terms: Terms): Outcome {
  const actual = readingOf(own.fact, terms);
  const expected = widened(hull, own.fact, terms);
  return outcome(
    meets(expected, actual) ? ['holds', 'fits'] : ['broken', 'out-of-line'],
    [own, ...around],
    { expected, actual },
    {
      indicator: factName(own.fact),
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

interface Band {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** From the lowest to the highest of the years around. */
function hullOf(around: readonly FactInReport[], terms: Terms): Band {
  const all = around.map(({ fact }) => closed(readingOf(fact, terms), fact.measure === 'growth'));
  const lows = all.map(({ low }) => low);
  const highs = all.map(({ high }) => high);
  return {
    low: lows.reduce((a, b) => (order(a, b) < 0 ? a : b)),
    high: highs.reduce((a, b) => (order(a, b) > 0 ? a : b)),
  };
}

function closed({ low, high }: Interval, isRate: boolean): Band {
  const [from, to] = [low ?? high ?? '0', high ?? low ?? '0'];
  if (low !== null && high !== null) return { low: from, high: to };
  if (isRate) {
    return {
      low: low ?? decimal(big(from).minus(OPEN_POINTS)),
      high: high ?? decimal(big(to).plus(OPEN_POINTS)),
    };
  }
  return { low: low ?? decimal(big(from).div(OPEN)), high: high ?? decimal(big(to).times(OPEN)) };
}

function marginOf({ indicator, measure }: Fact, { rates, levels }: Terms): Decimal {
  return (measure === 'growth' ? rates : levels).get(indicator ?? '') ?? '1';
}

/** True when the years around lie close enough together to tell what is usual. */
function isTight({ low, high }: Band, own: Fact, terms: Terms): boolean {
  const margin = marginOf(own, terms);
  if (own.measure === 'growth') return order(minus(high, low), margin) <= 0;
  return order(low, '0') > 0 && order(high, times(times(margin, APART), low)) <= 0;
}

/** The band with the margin beyond both its ends. */
function widened({ low, high }: Band, own: Fact, terms: Terms): Interval {
  const margin = marginOf(own, terms);
  return own.measure === 'growth'
    ? { low: minus(low, margin), high: plus(high, margin) }
    : { low: decimal(big(low).div(margin)), high: times(high, margin) };
}
