/** Takes away or replaces what markup and editors leave in text. Runs on the decoded text, before reports are looked for. */
import type { Kind } from '../card.ts';
import { optionalTextOf } from './params.ts';
import { findsOf, PIECES_SCHEMA } from './patterns.ts';
import { rewrite } from './rewrite.ts';

export const residueKind: Kind = {
  name: 'residue',
  scopes: ['source'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['patterns'],
    properties: {
      pieces: PIECES_SCHEMA,
      patterns: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['find'],
          properties: {
            find: { type: 'string', minLength: 1 },
            replace: {
              type: 'string',
              description: 'What takes its place; $1 stands for the first group. Default: nothing.',
            },
          },
        },
      },
    },
  },
  compile(params) {
    const rules = findsOf(params, 'patterns').map(({ find, entry }) => ({
      find,
      replace: optionalTextOf(entry, 'replace') ?? '',
    }));
    return { shape: 'residue', edits: (text) => rewrite(text, rules) };
  },
};
