/** The baseline as a file: one line a finding and a report, so that a change of it reads well in a review. */
import { InputError } from '../node/errors.ts';
import { validatorOf } from '../rules/yaml.ts';
import type { Baseline } from './baseline.ts';

const count = { type: 'integer', minimum: 0 } as const;

const BASELINE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['tool', 'rules_digest', 'corpus_digest', 'sources', 'reports', 'findings'],
  properties: {
    tool: { type: 'string' },
    rules_digest: { type: 'string' },
    corpus_digest: { type: 'string' },
    sources: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['source', 'sha256'],
        properties: { source: { type: 'string' }, sha256: { type: 'string' } },
      },
    },
    reports: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['report', 'about', 'text', 'completeness', 'present', 'chars', 'removed', 'figures', 'checks'],
        properties: {
          report: { type: 'string' },
          about: { type: ['string', 'null'] },
          text: { type: 'string' },
          completeness: { enum: ['complete', 'truncated', 'excerpt', 'not-a-report'] },
          present: { type: ['number', 'null'], minimum: 0, maximum: 1 },
          chars: count,
          removed: { type: 'number', minimum: 0, maximum: 1 },
          figures: count,
          checks: {
            type: 'object',
            additionalProperties: false,
            required: ['holds', 'broken', 'cannot-tell'],
            properties: { holds: count, broken: count, 'cannot-tell': count },
          },
        },
      },
    },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['finding', 'rule', 'severity', 'source'],
        properties: {
          finding: { type: 'string' },
          rule: { type: 'string' },
          severity: { enum: ['error', 'warning', 'info'] },
          source: { type: 'string' },
        },
      },
    },
  },
};

/** Text of baseline.json. */
export function baselineText(baseline: Baseline): string {
  const lines = (rows: readonly unknown[]) => rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
  return `{
  "tool": ${JSON.stringify(baseline.tool)},
  "rules_digest": ${JSON.stringify(baseline.rules_digest)},
  "corpus_digest": ${JSON.stringify(baseline.corpus_digest)},
  "sources": [${lines(baseline.sources)}
  ],
  "reports": [${lines(baseline.reports)}
  ],
  "findings": [${lines(baseline.findings)}
  ]
}
`;
}

/** Parses baseline.json. @throws InputError when it is not one */
export function parseBaseline(shown: string, text: string): Baseline {
  const data = parseJson(shown, text);
  const validate = validatorOf<Baseline>(BASELINE_SCHEMA);
  if (validate(data)) return data;
  const error = validate.errors?.[0];
  throw new InputError(
    `${shown}: not a baseline of this version: ${error?.instancePath ?? ''} ${error?.message ?? ''}. Look at what changed, then run gate --update-baseline`,
  );
}

function parseJson(shown: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${shown}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
