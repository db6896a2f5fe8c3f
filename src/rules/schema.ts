/** The JSON Schema (2020-12) of a rule card: what the loader checks, and what editors complete from. */
import type { Json } from '../model/finding.ts';
import type { Kind, Scope, Status } from './card.ts';

export type JsonSchema = Readonly<Record<string, Json>>;

const SCOPES: readonly Scope[] = ['source', 'report', 'paragraph', 'figure', 'corpus'];
const STATUSES: readonly Status[] = ['trial', 'stable', 'retired'];

const EXAMPLE_TEXT = {
  anyOf: [
    { type: 'string', minLength: 1 },
    {
      type: 'array',
      minItems: 1,
      maxItems: 9,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'text'],
        properties: { name: { type: 'string', minLength: 1 }, text: { type: 'string', minLength: 1 } },
      },
    },
  ],
};

/** Schema of a card without what its kind asks of `params`. */
export function bareCardSchema(kinds: readonly Kind[]): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'scope', 'severity', 'status', 'message', 'why', 'examples'],
    properties: {
      kind: { type: 'string', enum: kinds.map(({ name }) => name), description: 'What the rule does. A closed set.' },
      scope: { type: 'string', enum: [...SCOPES], description: 'What the rule looks at.' },
      severity: {
        type: 'string',
        enum: ['error', 'warning', 'info'],
        description: 'An error must be right at least 19 times in 20.',
      },
      status: {
        type: 'string',
        enum: [...STATUSES],
        description: 'trial is reported and never fails a gate; retired no longer runs, and its id is not used again.',
      },
      message: {
        type: 'object',
        additionalProperties: false,
        required: ['en', 'zh'],
        properties: {
          en: { type: 'string', minLength: 1, description: 'One sentence. {name} comes from the data of the finding.' },
          zh: { type: 'string', minLength: 1, description: 'The same sentence in Chinese.' },
        },
      },
      why: {
        type: 'string',
        minLength: 1,
        description: 'What goes wrong for the user if it is ignored, and how a person settles it.',
      },
      why_zh: { type: 'string', minLength: 1, description: 'The same in Chinese, on one line.' },
      record: {
        type: 'object',
        additionalProperties: false,
        required: ['labelled', 'right', 'of'],
        description:
          'What was measured: of so many labelled cases so many came out right. Only numbers of docs/field.md.',
        properties: {
          labelled: { type: 'integer', minimum: 1 },
          right: { type: 'integer', minimum: 0 },
          of: {
            type: 'object',
            additionalProperties: false,
            required: ['en', 'zh'],
            properties: { en: { type: 'string', minLength: 1 }, zh: { type: 'string', minLength: 1 } },
          },
        },
      },
      params: { type: 'object', description: 'What the kind needs to know.' },
      examples: {
        type: 'array',
        minItems: 2,
        description: 'At least one hit and one miss. The span to be found stands between ⟦ and ⟧.',
        items: {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          maxProperties: 1,
          properties: { hit: EXAMPLE_TEXT, miss: EXAMPLE_TEXT, 'known-wrong': EXAMPLE_TEXT },
        },
      },
    },
  };
}

/** Full schema for editors: the bare card, and for each kind the schema of its params and the scopes that it allows. */
export function cardSchema(kinds: readonly Kind[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Rule card',
    description: 'rules/<family>/<name>.yaml; the path is the id of the rule.',
    ...bareCardSchema(kinds),
    allOf: kinds.map((kind) => ({
      if: { type: 'object', required: ['kind'], properties: { kind: { const: kind.name } } },
      // biome-ignore lint/suspicious/noThenProperty: `then` is the keyword of JSON Schema.
      then: {
        type: 'object',
        properties: { params: kind.params, scope: { type: 'string', enum: [...kind.scopes] } },
      },
    })),
  };
}
