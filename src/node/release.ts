/** Reads release.yaml of a corpus / gives what is said of each release of its data / promises: every source and rule that it names is there. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { NO_NOTES, type Release, type ReleaseNotes } from '../output/release/facts.ts';
import { parseYaml, readYaml, validatorOf } from '../rules/yaml.ts';
import { posixPath } from './find.ts';
import { readText } from './read.ts';

interface ReleaseFile {
  readonly title?: string;
  readonly url?: string | null;
  readonly creators?: readonly string[];
  readonly releases: readonly (Omit<Release, 'changes'> & {
    readonly changes: readonly {
      readonly text: string;
      readonly sources?: readonly string[];
      readonly rules?: readonly string[];
    }[];
  })[];
}

const words = { type: 'string', minLength: 1 };
const names = { type: 'array', items: words };

/** JSON Schema of release.yaml. A change names the rule or the source behind it. */
const RELEASE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'jiaokan release notes',
  type: 'object',
  additionalProperties: false,
  required: ['releases'],
  properties: {
    title: { ...words, description: 'Title of the dataset.' },
    url: { type: ['string', 'null'], description: 'Where the dataset is published.' },
    creators: { ...names, minItems: 1, description: 'Who answers for the dataset.' },
    releases: {
      type: 'array',
      description: 'Releases of the data, newest first.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['version', 'date', 'changes'],
        properties: {
          version: {
            type: 'string',
            pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
            description: 'Version, major.minor.patch.',
          },
          date: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'Day of release, YYYY-MM-DD.' },
          changes: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['text'],
              anyOf: [{ required: ['sources'] }, { required: ['rules'] }],
              properties: {
                text: { ...words, description: 'What changed in the data, in a sentence.' },
                sources: { ...names, minItems: 1, description: 'Sources behind the change.' },
                rules: { ...names, minItems: 1, description: 'Rules behind the change.' },
              },
            },
          },
        },
      },
    },
  },
} as const;

/** What is known in a corpus: names that a change may give as its reason. */
export interface Known {
  readonly sources: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
}

/** Parses release.yaml. A source of an earlier release may be gone: only the newest release is held to what is there. @throws CardError */
export function parseRelease(file: string, text: string, known: Known): ReleaseNotes {
  const card = { path: file, text };
  const { releases, ...head } = readYaml<ReleaseFile>(card, () => validatorOf(RELEASE_SCHEMA));
  const yaml = parseYaml(card);
  for (const [at, change] of (releases[0]?.changes ?? []).entries()) {
    for (const key of ['sources', 'rules'] as const) {
      const stray = (change[key] ?? []).findIndex((name) => !known[key].has(name));
      if (stray < 0) continue;
      const place = ['releases', 0, 'changes', at, key, stray];
      throw yaml.errorAt(place, `${change[key]?.[stray] ?? ''} is not among the ${key}.`);
    }
  }
  return {
    title: head.title ?? NO_NOTES.title,
    url: head.url ?? null,
    creators: head.creators ?? NO_NOTES.creators,
    releases: releases.map(({ changes, ...release }) => ({
      ...release,
      changes: changes.map(({ text, sources = [], rules = [] }) => ({ text, sources, rules })),
    })),
  };
}

/** The release notes of a corpus folder; plain ones when it has none. @throws CardError, InputError */
export async function readRelease(folder: string, cwd: string, known: Known): Promise<ReleaseNotes> {
  const file = path.join(folder, 'release.yaml');
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) return NO_NOTES;
  const shown = posixPath(cwd, file);
  return parseRelease(shown, await readText(file, shown), known);
}
