/** Repairs the kept text: takes out characters that scraping put in. Edits are as small as they can be, so that places stay sharp. */
import type { Kind, TextEdit } from '../card.ts';
import { linesOf } from './lines.ts';
import { mapsOf, optionalTextOf, textOf, textsOf } from './params.ts';
import { compilePattern, meetsAny, type Span, spansOf } from './patterns.ts';
import { type Rewriting, rewrite } from './rewrite.ts';

export const mendKind: Kind = {
  name: 'mend',
  scopes: ['paragraph', 'source'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['patterns'],
    properties: {
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
      except: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Patterns of text that is never touched, for example quotations.',
      },
      line: { type: 'string', minLength: 1, description: 'Only lines in which this pattern occurs are mended.' },
    },
  },
  compile(params) {
    const rewritings: Rewriting[] = mapsOf(params, 'patterns').map((entry, at) => ({
      find: compilePattern(textOf(entry, 'find'), ['patterns', at, 'find'], 'anywhere'),
      replace: optionalTextOf(entry, 'replace') ?? { drop: 'spaces' },
    }));
    const except = textsOf(params, 'except').map((source, at) => compilePattern(source, ['except', at], 'anywhere'));
    const lineSource = optionalTextOf(params, 'line');
    const line = lineSource === null ? null : compilePattern(lineSource, ['line'], 'anywhere');
    return {
      shape: 'mend',
      edits(text): TextEdit[] {
        const guarded = meetsAny(spansOf(text, except));
        const onLine = line === null ? () => true : meetsAny(linesWith(text, line));
        return rewrite(text, rewritings).filter(({ start, end }) => onLine(start, end) && !guarded(start, end));
      },
    };
  },
};

/** Lines in which the pattern occurs. */
function linesWith(text: string, pattern: RegExp): Span[] {
  const occurs = meetsAny(spansOf(text, [pattern]));
  return linesOf(text).filter(({ start, end }) => occurs(start, end));
}
