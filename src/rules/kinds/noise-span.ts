/** Takes away pieces inside lines, or across them where the pattern says so. */
import type { Kind } from '../card.ts';
import { placeFilter, WHERE_SCHEMA, whereOf } from './lines.ts';
import { meetsAny, PIECES_SCHEMA, patternListSchema, patternsOf, spansOf } from './patterns.ts';

export const noiseSpanKind: Kind = {
  name: 'noise-span',
  scopes: ['source', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['patterns'],
    properties: {
      pieces: PIECES_SCHEMA,
      patterns: patternListSchema('Patterns of what is taken away; ^ and $ stand at line ends.'),
      except: patternListSchema('Patterns of text that is never touched.'),
      needs: {
        type: 'string',
        minLength: 1,
        description: 'A quick pattern: where it occurs nowhere in the source, the others are not tried.',
      },
      where: WHERE_SCHEMA,
    },
  },
  compile(params) {
    const patterns = patternsOf(params, 'patterns', 'anywhere');
    const except = patternsOf(params, 'except', 'anywhere');
    const [needs] = patternsOf(params, 'needs', 'anywhere');
    const where = whereOf(params.where);
    return {
      shape: 'noise',
      edits(view) {
        if (needs !== undefined && view.text.search(needs) < 0) return [];
        const here = placeFilter(view, where);
        const guarded = meetsAny(spansOf(view.text, except));
        return spansOf(view.text, patterns)
          .filter(({ start, end }) => here(start, end) && !guarded(start, end))
          .map((span) => ({ ...span, replacement: '' }));
      },
    };
  },
};
