/** Fixed phrases of work reports: salutation, formulas, titles, promise words. Data lies in rules/vocabulary/phrases.yaml. */
import type { RuleFile } from '../card.ts';
import { ajv2020 } from '../late.ts';
import { readYaml } from '../yaml.ts';

export interface Points {
  readonly words: readonly string[];
  readonly points: number;
}

export interface PartWords {
  readonly strong: readonly string[];
  readonly weak: readonly string[];
}

/** The file as it is written; what each list means stands beside it there. Compare with folded text only. */
export interface Phrases {
  readonly salutations: readonly string[];
  readonly opening: {
    readonly 'speaks-for': readonly string[];
    readonly reports: readonly string[];
    readonly asks: readonly string[];
  };
  readonly closing: {
    readonly appeals: Points;
    readonly unity: Points;
    readonly exclaims: Points;
    readonly pledges: Points;
    readonly addresses: Points;
    readonly enough: number;
    readonly thanks: readonly string[];
  };
  readonly meeting: { readonly bodies: readonly string[]; readonly sessions: readonly string[] };
  readonly 'report-titles': readonly string[];
  readonly 'title-suffixes': readonly string[];
  readonly 'speaker-titles': readonly string[];
  readonly abridged: readonly string[];
  readonly 'contents-titles': readonly string[];
  readonly 'glossary-titles': readonly string[];
  readonly 'annex-titles': readonly string[];
  readonly parts: {
    readonly review: PartWords;
    readonly plan: PartWords;
    readonly 'self-government': PartWords;
  };
  readonly cues: { readonly review: readonly string[]; readonly plan: readonly string[] };
  readonly promises: { readonly verbs: readonly string[]; readonly counters: readonly string[] };
  readonly partial: { readonly pager: readonly string[]; readonly rest: readonly string[] };
  readonly chrome: { readonly certain: readonly string[]; readonly short: readonly string[] };
  readonly weights: Readonly<Record<string, number>>;
}

const WORDS = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', minLength: 1 } };
const NUMBER = { type: 'number' };
const POINTS = map({ words: WORDS, points: NUMBER });
const PART = map({ strong: WORDS, weak: WORDS });

/** JSON Schema (2020-12) of rules/vocabulary/phrases.yaml. */
export const PHRASES_SCHEMA = map({
  salutations: WORDS,
  opening: map({ 'speaks-for': WORDS, reports: WORDS, asks: WORDS }),
  closing: map({
    appeals: POINTS,
    unity: POINTS,
    exclaims: POINTS,
    pledges: POINTS,
    addresses: POINTS,
    enough: NUMBER,
    thanks: WORDS,
  }),
  meeting: map({ bodies: WORDS, sessions: WORDS }),
  'report-titles': WORDS,
  'title-suffixes': WORDS,
  'speaker-titles': WORDS,
  abridged: WORDS,
  'contents-titles': WORDS,
  'glossary-titles': WORDS,
  'annex-titles': WORDS,
  parts: map({ review: PART, plan: PART, 'self-government': PART }),
  cues: map({ review: WORDS, plan: WORDS }),
  promises: map({ verbs: WORDS, counters: WORDS }),
  partial: map({ pager: WORDS, rest: WORDS }),
  chrome: map({ certain: WORDS, short: WORDS }),
  weights: { type: 'object', additionalProperties: NUMBER },
});

function map(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

/**
 * Reads the phrases of a vocabulary.
 * @throws CardError at the line and column of what does not fit.
 */
export function readPhrases(file: RuleFile): Phrases {
  return readYaml(file, () =>
    ajv2020({ allErrors: true, validateSchema: false, meta: false }).compile<Phrases>(PHRASES_SCHEMA),
  );
}
