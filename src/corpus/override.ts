/** Reads canonical.yaml / gives the reports that a person chose to stand for their copies / promises: each with a reason, none twice. */
import { parseYaml, readYaml, validatorOf } from '../rules/yaml.ts';

/** One choice that evidence cannot make, with the reason for whoever reads it next. */
export interface Choice {
  /** Id of the report, as the reports table gives it. */
  readonly report: string;
  readonly reason: string;
}

interface CanonicalFile {
  readonly canonical: readonly Choice[];
}

/** JSON Schema of canonical.yaml. */
export const CANONICAL_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['canonical'],
  properties: {
    canonical: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['report', 'reason'],
        properties: {
          report: { type: 'string', pattern: '^.+#[0-9]+$' },
          reason: { type: 'string', pattern: '\\S' },
        },
      },
    },
  },
};

/**
 * Parses the text of canonical.yaml.
 * @param file its path as errors should name it
 * @throws CardError with file, line and column when it is broken or chooses a report twice
 */
export function parseChoices(file: string, text: string): readonly Choice[] {
  const ruleFile = { path: file, text };
  const { canonical } = readYaml<CanonicalFile>(ruleFile, () => validatorOf(CANONICAL_SCHEMA));
  const yaml = parseYaml(ruleFile);
  const seen = new Set<string>();
  for (const [index, { report }] of canonical.entries()) {
    if (seen.has(report)) throw yaml.errorAt(['canonical', index, 'report'], `${report} is chosen twice.`);
    seen.add(report);
  }
  return canonical;
}
