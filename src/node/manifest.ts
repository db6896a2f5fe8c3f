/** Reads the text of manifest.yaml / gives its entries / promises: anything odd is an error with file, line and column. */
import { parseYaml, readYaml, validatorOf } from '../rules/yaml.ts';

/** One source of a corpus. What is not known is null: nothing is guessed. */
export interface ManifestEntry {
  readonly source_id: string;
  /** Path relative to the manifest, with `/` between parts. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD`, the day that the file was collected. */
  readonly collected_on: string | null;
  readonly rights: string;
}

export interface Manifest {
  readonly sources: readonly ManifestEntry[];
}

const maybe = (description: string) => ({ type: ['string', 'null'], minLength: 1, description });

/** JSON Schema of manifest.yaml, for editors and for the check below. */
export const MANIFEST_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'jiaokan corpus manifest',
  type: 'object',
  additionalProperties: false,
  required: ['sources'],
  properties: {
    sources: {
      type: 'array',
      description: 'The scraped files of the corpus.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['source_id', 'file', 'sha256', 'bytes', 'title', 'publisher', 'url', 'collected_on', 'rights'],
        properties: {
          source_id: {
            type: 'string',
            pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
            description: 'Name of the source for good: other tables refer to it.',
          },
          file: {
            type: 'string',
            pattern: '^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\]+$',
            description: 'Path relative to the manifest.',
          },
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'Digest of the bytes as collected.' },
          bytes: { type: 'integer', minimum: 0, description: 'Size of the file.' },
          title: maybe('Title of the page or document, as it gives it.'),
          publisher: maybe('Site or publisher that it was taken from.'),
          url: maybe('Address of the page.'),
          collected_on: {
            type: ['string', 'null'],
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            description: 'Day of collection, YYYY-MM-DD.',
          },
          rights: {
            type: 'string',
            minLength: 1,
            description: 'What is known of the rights in the text and the page.',
          },
        },
      },
    },
  },
} as const;

/**
 * Parses and checks a manifest.
 * @param file its path as errors should name it
 * @throws CardError for broken YAML, an unknown or missing key, a wrong value, a repeated id or file
 */
export function parseManifest(file: string, text: string): Manifest {
  const ruleFile = { path: file, text };
  const manifest = readYaml<Manifest>(ruleFile, () => validatorOf(MANIFEST_SCHEMA));
  const yaml = parseYaml(ruleFile);
  for (const key of ['source_id', 'file'] as const) {
    const seen = new Set<string>();
    for (const [index, entry] of manifest.sources.entries()) {
      if (seen.has(entry[key])) throw yaml.errorAt(['sources', index, key], `${key} ${entry[key]} is used twice.`);
      seen.add(entry[key]);
    }
  }
  return manifest;
}
