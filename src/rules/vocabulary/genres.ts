/** Kinds of texts that are collected together with work reports, and the weighed signs of each. Data: rules/vocabulary/genres.yaml. */
import type { RuleFile } from '../card.ts';
import { ajv2020 } from '../late.ts';
import { readYaml } from '../yaml.ts';

export const GENRES = [
  'work-report',
  'session-news',
  'summary',
  'plan-report',
  'budget-report',
  'resolution',
  'interpretation',
  'department-report',
  'party-report',
  'task-list',
  'outline-only',
  'shell',
] as const;
export type WeighedGenre = (typeof GENRES)[number];

const ZONES = ['title', 'opening', 'body', 'heads'] as const;
export type GenreZone = (typeof ZONES)[number];
const STRUCTURES = ['own-formula', 'other-formula', 'party-formula', 'few-sentences', 'bare-outline', 'empty'] as const;
/** Signs that are shapes and not words; what each means stands in the file. */
export type GenreStructure = (typeof STRUCTURES)[number];

/** A sign that is seen when one of its words stands in its zone; each further word counts again, up to `most` times. */
export interface GenreWords {
  readonly in: GenreZone;
  readonly words: readonly string[];
  readonly weight: number;
  /** 1 when left out. */
  readonly most?: number;
}

export interface GenreShape {
  readonly structure: GenreStructure;
  readonly weight: number;
}

export type GenreSign = GenreWords | GenreShape;

/** The file as it is written. */
export interface Genres {
  /** Points that a text of another kind needs, and how many more than it has as a work report. */
  readonly enough: number;
  readonly lead: number;
  readonly abridged: readonly string[];
  readonly signs: ReadonlyMap<WeighedGenre, ReadonlyMap<string, GenreSign>>;
}

type GenreFile = { readonly enough: number; readonly lead: number; readonly abridged: readonly string[] } & {
  readonly [genre in WeighedGenre]: Readonly<Record<string, GenreSign>>;
};

const WORDS = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', minLength: 1 } };
const WEIGHT = { type: 'number', exclusiveMinimum: 0 };
const SIGN = {
  type: 'object',
  additionalProperties: false,
  properties: {
    in: { enum: ZONES },
    words: WORDS,
    structure: { enum: STRUCTURES },
    weight: WEIGHT,
    most: { type: 'integer', minimum: 1 },
  },
  required: ['weight'],
  oneOf: [{ required: ['in', 'words'] }, { required: ['structure'] }],
};
const SIGNS = { type: 'object', minProperties: 1, additionalProperties: SIGN };

/** JSON Schema (2020-12) of rules/vocabulary/genres.yaml. */
export const GENRES_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['enough', 'lead', 'abridged', ...GENRES],
  properties: {
    enough: WEIGHT,
    lead: { type: 'number', minimum: 0 },
    abridged: WORDS,
    ...Object.fromEntries(GENRES.map((genre) => [genre, SIGNS])),
  },
};

/** Reads genres.yaml. @throws CardError at the line and column of what does not fit */
export function readGenres(file: RuleFile): Genres {
  const data = readYaml(file, () =>
    ajv2020({ allErrors: true, validateSchema: false, meta: false }).compile<GenreFile>(GENRES_SCHEMA),
  );
  const { enough, lead, abridged } = data;
  const signs = new Map(GENRES.map((genre) => [genre, new Map(Object.entries(data[genre]))]));
  return { enough, lead, abridged, signs };
}
