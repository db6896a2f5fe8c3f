/** How far levels may lie from what growth leads to, as the params of a growth card give it. */

import type { Json } from '../../model/finding.ts';
import { big, decimal, type Interval } from '../../model/interval.ts';
import { mapOf, numberOf, type Params, textsOf } from './params.ts';

export const LIMITS_SCHEMA = {
  gap: {
    type: 'number',
    minimum: 0,
    maximum: 1000,
    description:
      'Percentage points between the growth that two levels imply and the stated one, beyond which no other wording of the same thing explains it. Default: 30.',
  },
  factor: {
    type: 'number',
    minimum: 1,
    maximum: 1000,
    description:
      'How many times the level that was to be expected, or what part of it, lies beyond every difference of prices and scope. Default: 1.6.',
  },
  unstated: {
    type: 'number',
    minimum: 1,
    maximum: 1000,
    description:
      'The same factor for growth whose basis nobody states, which lies closer to the levels than growth at comparable prices. Default: 1.3.',
  },
  redefined: {
    type: 'array',
    items: { type: 'string' },
    description: 'Canonical indicators that are counted anew every few years: for them the factor is 3.',
  },
  steady: {
    type: 'object',
    additionalProperties: { type: 'number', minimum: 1 },
    description:
      'Canonical indicators whose levels show their growth more closely than others although its basis is not stated, each with its own factor.',
  },
  surveyed: {
    type: 'array',
    items: { type: 'integer' },
    description:
      'Years in which the steady indicators were counted anew: for these years they have no factor of their own.',
  },
  recounted: {
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'integer' } },
    description:
      'Canonical indicators with the years from which a census has counted them anew: growth into these years is told on a new base, and for them the factor is 3.',
  },
  revision: {
    type: 'number',
    minimum: 0,
    maximum: 1000,
    description:
      "Percentage points up to which a revision of last year's level, which is preliminary when it is reported, explains the difference. Default: 5.",
  },
};

/** What the params of the card give; `gap` and `revision` are percentage points. */
export interface Limits {
  /** What a level may be of the expected one where the two cannot be held against each other. */
  readonly factor: Interval;
  readonly unstated: Interval;
  readonly redefined: ReadonlySet<string>;
  /** The same by indicator, for those that are known to keep closer; not in the years of a new survey. */
  readonly steady: ReadonlyMap<string, Interval>;
  readonly surveyed: ReadonlySet<number>;
  /** By indicator, the years whose base was counted anew. */
  readonly recounted: ReadonlyMap<string, ReadonlySet<number>>;
  readonly gap: string;
  readonly revision: string;
}

export function limitsOf(params: Params): Limits {
  return {
    factor: around(numberOf(params, 'factor', 1.6)),
    unstated: around(numberOf(params, 'unstated', 1.3)),
    redefined: new Set(textsOf(params, 'redefined')),
    steady: new Map(Object.entries(mapOf(params, 'steady')).map(([name, factor]) => [name, around(Number(factor))])),
    surveyed: new Set(yearsIn(params.surveyed)),
    recounted: new Map(
      Object.entries(mapOf(params, 'recounted')).map(([name, years]) => [name, new Set(yearsIn(years))]),
    ),
    gap: decimal(big(String(numberOf(params, 'gap', 30)))),
    revision: decimal(big(String(numberOf(params, 'revision', 5)))),
  };
}

function yearsIn(years: Json | undefined): readonly number[] {
  return Array.isArray(years) ? years.map(Number) : [];
}

/** A level may be so many times another one, or that part of it. */
function around(factor: number): Interval {
  return { low: decimal(big('1').div(String(factor))), high: String(factor) };
}

/** What a level may be of the expected one where the thing is counted in another way. */
export const REDEFINED = around(3);
