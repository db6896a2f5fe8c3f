/** Takes away pieces inside lines, or across them where the pattern says so. */
import type { Kind } from '../card.ts';
import { placeFilter, WHERE_SCHEMA, whereOf } from './lines.ts';
import { textsOf } from './params.ts';
import { compilePattern, meetsAny, spansOf } from './patterns.ts';

export const noiseSpanKind: Kind = {
  name: 'noise-span',
  scopes: ['source', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['patterns'],
    properties: {
      patterns: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', minLength: 1 },
        description: 'Patterns of what is taken away; ^ and $ stand at line ends.',
      },
      except: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Patterns of text that is never touched.',
      },
      where: WHERE_SCHEMA,
    },
  },
  compile(params) {
    const patterns = textsOf(params, 'patterns').map((source, at) =>
      compilePattern(source, ['patterns', at], 'anywhere'),
    );
    const except = textsOf(params, 'except').map((source, at) => compilePattern(source, ['except', at], 'anywhere'));
    const where = whereOf(params.where);
    return {
      shape: 'noise',
      edits(view) {
        const here = placeFilter(view, where);
        const guarded = meetsAny(spansOf(view.text, except));
        return spansOf(view.text, patterns)
          .filter(({ start, end }) => here(start, end) && !guarded(start, end))
          .map((span) => ({ ...span, replacement: '' }));
      },
    };
  },
};
