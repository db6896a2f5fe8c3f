/** Units and classifiers: how they are written, what kind of thing they count or measure. Data: rules/vocabulary/units.yaml. */
import type { RuleFile } from '../card.ts';
import { ajv2020 } from '../late.ts';
import { readYaml } from '../yaml.ts';
import { words } from './trie.ts';

/** `count` is of discrete things: a whole number of them is exact. Everything else is rounded at its last written digit. */
export type UnitKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'points'
  | 'times'
  | 'area'
  | 'length'
  | 'volume'
  | 'mass'
  | 'energy'
  | 'time'
  | 'other';

export interface Unit {
  /** As it stands in the figures table: 元, %, 百分点, 平方公里 … */
  readonly name: string;
  readonly kind: UnitKind;
  /** True when a whole number of it, written without 万 or 亿, is exact. */
  readonly discrete: boolean;
  /** True when it measures how big one thing is, so that `N 以上` before a noun is a threshold: 10亿元以上项目. */
  readonly sizes: boolean;
}

export interface UnitMatch {
  readonly unit: Unit;
  readonly start: number;
  /** One past the unit's last character. */
  readonly end: number;
}

export interface Units {
  readonly all: readonly Unit[];
  /** The longest unit that is written at `start`; null when none is. Per-unit forms (元/平方米) are not joined here. */
  readonly match: (text: string, start: number) => UnitMatch | null;
  /** The unit of that name, or the per-unit made of two known ones (微克/立方米); null when unknown. */
  readonly byName: (name: string) => Unit | null;
}

interface UnitFile {
  readonly units: readonly {
    readonly name: string;
    readonly kind: UnitKind;
    readonly aliases?: readonly string[];
    readonly 'not-before'?: string;
  }[];
}

const KINDS: readonly UnitKind[] = [
  'count',
  'money',
  'percent',
  'points',
  'times',
  'area',
  'length',
  'volume',
  'mass',
  'energy',
  'time',
  'other',
];

/** JSON Schema (2020-12) of rules/vocabulary/units.yaml. */
export const UNITS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['units'],
  properties: {
    units: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'kind'],
        properties: {
          name: { type: 'string', minLength: 1 },
          kind: { enum: KINDS },
          aliases: { type: 'array', items: { type: 'string', minLength: 1 } },
          'not-before': { type: 'string', minLength: 1 },
        },
      },
    },
  },
};

/** Reads units.yaml. @throws CardError with line and column where the file does not fit. */
export function readUnits(file: RuleFile): Units {
  const data = readYaml<UnitFile>(file, () =>
    ajv2020({ allErrors: true, validateSchema: false, meta: false }).compile<UnitFile>(UNITS_SCHEMA),
  );
  const all = data.units.map(({ name, kind }) => unit(name, kind));
  const named = new Map(all.map((one) => [one.name, one]));
  const written = words(
    data.units.flatMap(({ name, kind, aliases = [] }) => {
      const one = named.get(name) ?? unit(name, kind);
      return [name, ...aliases].map((word): readonly [string, Unit] => [word, one]);
    }),
  );
  const bars = new Map(data.units.map(({ name, 'not-before': bar = '' }) => [name, bar]));
  return {
    all,
    match: (text, start) => {
      const hit = written.startingAt(text, start);
      if (hit === null) return null;
      const end = start + hit.word.length;
      const bar = hit.word.length === 1 ? (bars.get(hit.word) ?? '') : '';
      return bar !== '' && end < text.length && bar.includes(text.charAt(end)) ? null : { unit: hit.value, start, end };
    },
    byName: (name) => named.get(name) ?? perUnit(name, named),
  };
}

function unit(name: string, kind: UnitKind): Unit {
  const discrete = kind === 'count' || kind === 'time';
  const sizes =
    kind === 'money' || kind === 'area' || kind === 'mass' || kind === 'energy' || kind === 'length' || name === '人';
  return { name, kind, discrete, sizes };
}

function perUnit(name: string, named: ReadonlyMap<string, Unit>): Unit | null {
  const slash = name.indexOf('/');
  const above = slash < 0 ? undefined : named.get(name.slice(0, slash));
  return above === undefined ? null : { name, kind: 'other', discrete: false, sizes: true };
}
