/** Repairs the kept text: takes out characters that scraping put in. Edits are as small as they can be, so that places stay sharp. */
import type { Kind, TextEdit } from '../card.ts';
import { linesOf } from './lines.ts';
import { optionalTextOf } from './params.ts';
import { findsOf, meetsAny, PIECES_SCHEMA, patternListSchema, patternsOf, type Span, spansOf } from './patterns.ts';
import { type Rewriting, rewrite } from './rewrite.ts';

export const mendKind: Kind = {
  name: 'mend',
  scopes: ['paragraph', 'source'],
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
            replace: { type: 'string', description: 'What takes its place; $1 stands for the first group.' },
            drop: {
              const: 'spaces',
              description: 'The match stays, without its blanks. This is what happens without `replace`.',
            },
          },
        },
      },
      except: patternListSchema('Patterns of text that is never touched, for example quotations.'),
      needs: {
        type: 'string',
        minLength: 1,
        description: 'A quick pattern: where it occurs nowhere in the text, the others are not tried.',
      },
      line: { type: 'string', minLength: 1, description: 'Only lines in which this pattern occurs are mended.' },
    },
  },
  compile(params) {
    const rewritings: Rewriting[] = findsOf(params, 'patterns').map(({ find, entry }) => ({
      find,
      replace: optionalTextOf(entry, 'replace') ?? { drop: 'spaces' },
    }));
    const except = patternsOf(params, 'except', 'anywhere');
    const [line] = patternsOf(params, 'line', 'anywhere');
    const [needs] = patternsOf(params, 'needs', 'anywhere');
    return {
      shape: 'mend',
      edits(text): TextEdit[] {
        if (needs !== undefined && text.search(needs) < 0) return [];
        const edits = rewrite(text, rewritings);
        if (edits.length === 0) return [];
        const guarded = meetsAny(spansOf(text, except));
        const onLine = line === undefined ? () => true : meetsAny(linesWith(text, edits, line));
        return edits.filter(({ start, end }) => onLine(start, end) && !guarded(start, end));
      },
    };
  },
};

/** Of the lines that hold an edit, those in which the pattern occurs. */
function linesWith(text: string, edits: readonly TextEdit[], pattern: RegExp): Span[] {
  const edited = meetsAny(edits);
  return linesOf(text).filter(({ start, end }) => edited(start, end) && text.slice(start, end).search(pattern) >= 0);
}
