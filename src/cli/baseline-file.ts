/** The baseline as a file: one line a finding and a report, so that a change of it reads well in a review. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { InputError } from '../node/errors.ts';
import type { Baseline } from './baseline.ts';

const count = { type: 'integer', minimum: 0 } as const;

const validate = new Ajv2020({ strict: false }).compile<Baseline>({
  type: 'object',
  additionalProperties: false,
  required: ['rules_digest', 'corpus_digest', 'reports', 'findings'],
  properties: {
    rules_digest: { type: 'string' },
    corpus_digest: { type: 'string' },
    reports: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['report', 'completeness', 'removed', 'figures', 'checks'],
        properties: {
          report: { type: 'string' },
          completeness: { enum: ['complete', 'truncated', 'excerpt', 'not-a-report'] },
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
});

/** Text of baseline.json. */
export function baselineText(baseline: Baseline): string {
  const lines = (rows: readonly unknown[]) => rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
  return `{
  "rules_digest": ${JSON.stringify(baseline.rules_digest)},
  "corpus_digest": ${JSON.stringify(baseline.corpus_digest)},
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
  if (validate(data)) return data;
  const error = validate.errors?.[0];
  throw new InputError(
    `${shown}: not a baseline: ${error?.instancePath ?? ''} ${error?.message ?? ''}. Run gate --update-baseline`,
  );
}

function parseJson(shown: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${shown}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
