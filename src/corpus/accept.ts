/**
 * Reads accepted.yaml / gives the findings that a person has settled / promises: each names its rule and a reason,
 * and one that no longer occurs can be told.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { PublishedFinding } from '../model/audit.ts';
import { parseYaml, readYaml } from '../rules/yaml.ts';

/** One finding that a person looked at and accepts, with the reason for whoever reads it next. */
export interface Acceptance {
  /** Id of the finding, as the findings table gives it. */
  readonly finding: string;
  readonly rule: string;
  readonly reason: string;
}

export interface Accepted {
  readonly entries: readonly Acceptance[];
  readonly has: (rule: string, findingId: string) => boolean;
}

interface AcceptedFile {
  readonly accepted: readonly Acceptance[];
}

const validate = new Ajv2020({ strict: false }).compile<AcceptedFile>({
  type: 'object',
  additionalProperties: false,
  required: ['accepted'],
  properties: {
    accepted: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['finding', 'rule', 'reason'],
        properties: {
          finding: { type: 'string', pattern: '^[0-9a-f]{16}$' },
          rule: { type: 'string', pattern: '^[a-z]+/[a-z0-9-]+$' },
          reason: { type: 'string', minLength: 1 },
        },
      },
    },
  },
});

/** For sources that come without acceptances. */
export const NONE_ACCEPTED: Accepted = accept([]);

/**
 * Parses the text of accepted.yaml.
 * @param file its path as errors should name it
 * @throws CardError with file, line and column when it is broken or accepts a finding twice
 */
export function parseAccepted(file: string, text: string): Accepted {
  const ruleFile = { path: file, text };
  const { accepted } = readYaml<AcceptedFile>(ruleFile, validate);
  const yaml = parseYaml(ruleFile);
  const seen = new Set<string>();
  for (const [index, entry] of accepted.entries()) {
    if (seen.has(entry.finding))
      throw yaml.errorAt(['accepted', index, 'finding'], `${entry.finding} is accepted twice.`);
    seen.add(entry.finding);
  }
  return accept(accepted);
}

/** Acceptances that match no finding of an audit: what they were about is gone, or its words have changed. */
export function unusedAcceptances(accepted: Accepted, findings: readonly PublishedFinding[]): Acceptance[] {
  const used = new Set(findings.filter((one) => one.state === 'accepted').map((one) => one.findingId));
  return accepted.entries.filter((entry) => !used.has(entry.finding));
}

function accept(entries: readonly Acceptance[]): Accepted {
  const rules = new Map(entries.map((entry) => [entry.finding, entry.rule]));
  return { entries, has: (rule, findingId) => rules.get(findingId) === rule };
}
