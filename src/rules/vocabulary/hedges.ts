/** Hedge words: what each makes of a number. Data: rules/vocabulary/hedges.yaml. */
import type { Decimal } from '../../model/interval.ts';
import type { RuleFile } from '../card.ts';
import { ajv2020 } from '../late.ts';
import { readYaml } from '../yaml.ts';
import { type Hit, words } from './trie.ts';

/**
 * `at-least`: the number is the lower end (超过, 以上). `at-most`: it is the upper end (近, 以内).
 * `around`: bounds as if unhedged (约, 左右). `step-up`: up to one step of the last non-zero digit more (余, 多).
 */
export type Bound = 'at-least' | 'at-most' | 'around' | 'step-up';
export type HedgePlace = 'before' | 'after' | 'inside';

export interface Hedge {
  readonly word: string;
  readonly place: HedgePlace;
  readonly bound: Bound;
  /** By how much of the value a check may widen the interval on each side: 0.05 is 5 %. `0` for a hard bound. */
  readonly slack: Decimal;
  /** Characters that, standing just before the word, make it part of another word: 签 before 约. */
  readonly notAfter: string;
}

export interface HedgeMatch {
  readonly hedge: Hedge;
  readonly start: number;
  readonly end: number;
}

export interface Hedges {
  readonly all: readonly Hedge[];
  /** The longest hedge that ends just before a number at `end`. */
  readonly before: (text: string, end: number) => HedgeMatch | null;
  /** The longest hedge that starts just after a unit at `start`. */
  readonly after: (text: string, start: number) => HedgeMatch | null;
  /** The hedge between digits and scale or unit (2000多亿, 4500余户). */
  readonly inside: (text: string, start: number) => HedgeMatch | null;
  /** Widest slack of the words of a figure's `hedge` (words joined by +); `0` for null or a hard bound. */
  readonly slack: (hedge: string | null) => Decimal;
}

interface HedgeFile {
  readonly hedges: readonly {
    readonly word: string;
    readonly place: HedgePlace;
    readonly bound: Bound;
    readonly slack?: Decimal;
    readonly 'not-after'?: string;
  }[];
}

/** JSON Schema (2020-12) of rules/vocabulary/hedges.yaml. */
export const HEDGES_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['hedges'],
  properties: {
    hedges: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['word', 'place', 'bound'],
        properties: {
          word: { type: 'string', minLength: 1 },
          place: { enum: ['before', 'after', 'inside'] },
          bound: { enum: ['at-least', 'at-most', 'around', 'step-up'] },
          slack: { type: 'string', pattern: '^0\\.[0-9]+$' },
          'not-after': { type: 'string', minLength: 1 },
        },
      },
    },
  },
};

/** Reads hedges.yaml. @throws CardError with line and column where the file does not fit. */
export function readHedges(file: RuleFile): Hedges {
  const data = readYaml<HedgeFile>(file, () =>
    ajv2020({ allErrors: true, validateSchema: false, meta: false }).compile<HedgeFile>(HEDGES_SCHEMA),
  );
  const all = data.hedges.map(
    (one): Hedge => ({
      word: one.word,
      place: one.place,
      bound: one.bound,
      slack: one.slack ?? '0',
      notAfter: one['not-after'] ?? '',
    }),
  );
  const placed = (place: HedgePlace) =>
    words(all.filter((one) => one.place === place).map((one): readonly [string, Hedge] => [one.word, one]));
  const [before, after, inside] = [placed('before'), placed('after'), placed('inside')];
  const slacks = new Map(all.map((one) => [one.word, one.slack]));
  return {
    all,
    before: (text, end) => {
      const hit = before.endingAt(text, end);
      if (hit === null) return null;
      const start = end - hit.word.length;
      const { notAfter } = hit.value;
      if (notAfter !== '' && start > 0 && notAfter.includes(text.charAt(start - 1))) return null;
      return { hedge: hit.value, start, end };
    },
    after: (text, start) => placedMatch(after.startingAt(text, start), start),
    inside: (text, start) => placedMatch(inside.startingAt(text, start), start),
    slack: (hedge) => widest((hedge ?? '').split('+').map((word) => slacks.get(word) ?? '0')),
  };
}

function placedMatch(hit: Hit<Hedge> | null, start: number): HedgeMatch | null {
  return hit === null ? null : { hedge: hit.value, start, end: start + hit.word.length };
}

function widest(slacks: readonly Decimal[]): Decimal {
  return slacks.reduce((a, b) => (Number(b) > Number(a) ? b : a), '0');
}
