/** Indicators: canonical names, how they are written, and what a check may assume of them. Data: rules/vocabulary/indicators.yaml. */
import type { Basis } from '../../model/figure.ts';
import type { Decimal } from '../../model/interval.ts';
import type { RuleFile } from '../card.ts';
import { ajv2020 } from '../late.ts';
import { readYaml } from '../yaml.ts';
import { words } from './trie.ts';

export interface Indicator {
  /** Canonical name, as it stands in the figures table. */
  readonly name: string;
  /** Units of its level, for example 元 and 美元; empty when it is only told as growth. */
  readonly units: readonly string[];
  /** True when the districts' values add up to the whole's. */
  readonly additive: boolean;
  /** `flow` adds up over months; `stock` is counted at a moment; `rate` does neither. */
  readonly nature: 'flow' | 'stock' | 'rate';
  /** Price basis of its growth where the text does not say; `unknown` when both are in use. */
  readonly growthBasis: Basis;
  /** Range of levels that a Chinese place can have, in the first unit; an end is null when open. */
  readonly plausible: { readonly low: Decimal | null; readonly high: Decimal | null };
  /** Who defines it: 国家统计局 with the chapter of its 主要统计指标解释, or another office. */
  readonly source: string;
  /** Short texts; every figure in ⟦ ⟧ must be read as this indicator. They run as tests. */
  readonly examples: readonly string[];
}

export interface IndicatorMatch {
  readonly indicator: Indicator;
  /** The alias as written. */
  readonly word: string;
  /** Qualifiers that the alias itself carries, for example 城镇. */
  readonly scope: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface Indicators {
  readonly all: readonly Indicator[];
  /**
   * The longest alias that ends just before `end`: the head of a Chinese noun phrase stands last. `from` is where the
   * phrase begins. What stands before the alias is the caller's to judge: a word there may name another thing.
   */
  readonly match: (text: string, end: number, from?: number) => IndicatorMatch | null;
  /** The indicator that is defined as the share of one in another; null when that share has no name of its own. */
  readonly shareOf: (part: Indicator, whole: Indicator) => Indicator | null;
  /** What a bare word such as 总产量 means behind a figure of another indicator; null when it means nothing there. */
  readonly behind: (before: Indicator, word: string) => Indicator | null;
  /** What a bare word such as 经济 means where its growth is told (经济增长5.5%); null when it means nothing there. */
  readonly grown: (word: string) => Indicator | null;
  /** The indicator of that canonical name; null when unknown. */
  readonly byName: (name: string) => Indicator | null;
}

interface AliasSet {
  readonly scope: readonly string[];
  readonly words: readonly string[];
}

interface IndicatorFile {
  readonly indicators: readonly {
    readonly name: string;
    readonly aliases?: readonly string[];
    readonly scoped?: readonly AliasSet[];
    readonly units?: readonly string[];
    readonly additive?: boolean;
    readonly nature: Indicator['nature'];
    readonly growth?: Basis;
    readonly plausible?: readonly [Decimal | null, Decimal | null];
    readonly 'share-of'?: readonly [string, string];
    readonly behind?: { readonly indicator: string; readonly words: readonly string[] };
    readonly grown?: readonly string[];
    readonly source: string;
    readonly examples: readonly string[];
  }[];
}

const TEXTS = { type: 'array', items: { type: 'string', minLength: 1 } };
const END = { anyOf: [{ type: 'null' }, { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?$' }] };
/** JSON Schema (2020-12) of rules/vocabulary/indicators.yaml. */
export const INDICATORS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['indicators'],
  properties: {
    indicators: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'nature', 'source', 'examples'],
        properties: {
          name: { type: 'string', minLength: 1 },
          aliases: TEXTS,
          scoped: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['scope', 'words'],
              properties: { scope: TEXTS, words: TEXTS },
            },
          },
          units: TEXTS,
          additive: { type: 'boolean' },
          nature: { enum: ['flow', 'stock', 'rate'] },
          growth: { enum: ['nominal', 'comparable', 'same-scope', 'unknown'] },
          plausible: { type: 'array', prefixItems: [END, END], minItems: 2, maxItems: 2 },
          'share-of': { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
          behind: {
            type: 'object',
            additionalProperties: false,
            required: ['indicator', 'words'],
            properties: { indicator: { type: 'string' }, words: TEXTS },
          },
          grown: TEXTS,
          source: { type: 'string', minLength: 1 },
          examples: { type: 'array', minItems: 1, items: { type: 'string', pattern: '⟦.+⟧' } },
        },
      },
    },
  },
};

interface Written {
  readonly indicator: Indicator;
  readonly scope: readonly string[];
}

/** Reads indicators.yaml. @throws CardError with line and column where the file does not fit. */
export function readIndicators(file: RuleFile): Indicators {
  const data = readYaml<IndicatorFile>(file, () =>
    ajv2020({ allErrors: true, validateSchema: false, meta: false }).compile<IndicatorFile>(INDICATORS_SCHEMA),
  );
  const entries: (readonly [string, Written])[] = [];
  const all = data.indicators.map((one): Indicator => {
    const indicator: Indicator = {
      name: one.name,
      units: one.units ?? [],
      additive: one.additive ?? false,
      nature: one.nature,
      growthBasis: one.growth ?? 'unknown',
      plausible: { low: one.plausible?.[0] ?? null, high: one.plausible?.[1] ?? null },
      source: one.source,
      examples: one.examples,
    };
    for (const word of [one.name, ...(one.aliases ?? [])]) entries.push([word, { indicator, scope: [] }]);
    for (const set of one.scoped ?? []) {
      for (const word of set.words) entries.push([word, { indicator, scope: set.scope }]);
    }
    return indicator;
  });
  const aliases = words(entries);
  const named = new Map(all.map((one) => [one.name, one]));
  const pairs = (key: (one: IndicatorFile['indicators'][number]) => readonly string[]): Map<string, Indicator> =>
    new Map(
      data.indicators.flatMap((one) => {
        const indicator = named.get(one.name);
        return indicator === undefined ? [] : key(one).map((pair) => [pair, indicator] as const);
      }),
    );
  const shares = pairs((one) => (one['share-of'] === undefined ? [] : [one['share-of'].join('|')]));
  const followers = pairs(({ behind }) => (behind?.words ?? []).map((word) => `${behind?.indicator}|${word}`));
  const grown = pairs((one) => one.grown ?? []);
  return {
    all,
    match: (text, end, from = 0) => {
      const hit = aliases.endingAt(text, end, from);
      if (hit === null) return null;
      const { value, word } = hit;
      return { indicator: value.indicator, scope: value.scope, word, start: end - word.length, end };
    },
    shareOf: (part, whole) => shares.get(`${part.name}|${whole.name}`) ?? null,
    behind: (before, word) => followers.get(`${before.name}|${word}`) ?? null,
    grown: (word) => grown.get(word) ?? null,
    byName: (name) => named.get(name) ?? null,
  };
}
