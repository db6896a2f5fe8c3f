/** Where words stand in whole work reports, measured. Data: rules/vocabulary/positions.yaml, made by scripts/field/learn-positions.mjs. */
import type { RuleFile } from '../card.ts';
import { ajv2020 } from '../late.ts';
import { readYaml } from '../yaml.ts';
import { type Curves, curvesOf } from './curves.ts';

/** A word with its mean place in its part (0 begins it, 1 ends it), the spread of that place, and the share of reports that have it there. */
export type WordPosition = readonly [word: string, place: number, spread: number, share: number];

/** A length or a ratio of lengths: geometric mean, and the standard deviation of its natural logarithm. */
export type Lengths = readonly [mean: number, spread: number];

/** The file as it is written. */
interface PositionFile {
  readonly lengths: {
    /** Characters of the body up to the plan. */
    readonly review: Lengths;
    /** Characters of the plan with all that follows it. */
    readonly plan: Lengths;
    /** The plan's length by the review's. */
    readonly 'plan-by-review': Lengths;
  };
  /** How much one word's place counts: words of one subject come together, so that each alone says less. */
  readonly damping: number;
  readonly review: readonly WordPosition[];
  readonly plan: readonly WordPosition[];
}

/** The file with what is worked out from it once. */
export interface Positions extends PositionFile {
  readonly curves: { readonly review: Curves; readonly plan: Curves };
}

const SHARE = { type: 'number', minimum: 0, maximum: 1 };
const POSITIVE = { type: 'number', exclusiveMinimum: 0 };
const LENGTHS = { type: 'array', prefixItems: [POSITIVE, POSITIVE], minItems: 2, maxItems: 2 };
const WORDS = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'array',
    prefixItems: [{ type: 'string', minLength: 2 }, SHARE, POSITIVE, { ...SHARE, exclusiveMinimum: 0 }],
    minItems: 4,
    maxItems: 4,
  },
};
/** JSON Schema (2020-12) of rules/vocabulary/positions.yaml. */
export const POSITIONS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['lengths', 'damping', 'review', 'plan'],
  properties: {
    lengths: {
      type: 'object',
      additionalProperties: false,
      required: ['review', 'plan', 'plan-by-review'],
      properties: { review: LENGTHS, plan: LENGTHS, 'plan-by-review': LENGTHS },
    },
    damping: { ...POSITIVE, maximum: 1 },
    review: WORDS,
    plan: WORDS,
  },
};

/** Reads positions.yaml. @throws CardError at the line and column of what does not fit */
export function readPositions(file: RuleFile): Positions {
  const data = readYaml(file, () =>
    ajv2020({ allErrors: true, strictTuples: false, validateSchema: false, meta: false }).compile<PositionFile>(
      POSITIONS_SCHEMA,
    ),
  );
  return { ...data, curves: { review: curvesOf(data.review), plan: curvesOf(data.plan) } };
}
