/** Gives a sign that a stage saw its severity and its words. What a stage looks for lies in the stage; a card decides what it is worth. */
import type { Kind } from '../card.ts';
import { numberOf, textOf } from './params.ts';

export const signalKind: Kind = {
  name: 'signal',
  scopes: ['source', 'report', 'paragraph', 'figure', 'corpus'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sign'],
    properties: {
      sign: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', description: 'Key of the sign, for example heading-gap.' },
      weight: {
        type: 'number',
        minimum: -10,
        maximum: 10,
        description: 'How much it speaks against the report being complete (above 0) or for it (below 0). Default: 0.',
      },
    },
  },
  compile: (params) => ({ shape: 'signal', sign: textOf(params, 'sign'), weight: numberOf(params, 'weight', 0) }),
};
