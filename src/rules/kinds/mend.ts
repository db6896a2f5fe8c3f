/** Repairs the kept text: takes out characters that scraping put in. Edits are as small as they can be, so that places stay sharp. */
import type { Kind, TextEdit } from '../card.ts';
import { linesOf } from './lines.ts';
import { findNeeds, NEEDS_SCHEMA, needsOf } from './needs.ts';
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
      needs: NEEDS_SCHEMA,
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
    const needs = needsOf(params);
    const find = needs === null ? null : findNeeds([needs]);
    return {
      shape: 'mend',
      edits(text): TextEdit[] {
        const windows =
          needs === null ? [{ start: 0, end: text.length }] : linesAround(text, find?.(text).get(needs) ?? []);
        return windows.flatMap(({ start, end }) =>
          editsIn(text.slice(start, end), rewritings, except, line).map((edit) => ({
            start: start + edit.start,
            end: start + edit.end,
            replacement: edit.replacement,
          })),
        );
      },
    };
  },
};

function editsIn(
  text: string,
  rewritings: readonly Rewriting[],
  except: readonly RegExp[],
  line: RegExp | undefined,
): TextEdit[] {
  const edits = rewrite(text, rewritings);
  if (edits.length === 0) return [];
  const guarded = meetsAny(spansOf(text, except));
  const onLine = line === undefined ? () => true : meetsAny(linesWith(text, edits, line));
  return edits.filter(({ start, end }) => onLine(start, end) && !guarded(start, end));
}

/** The lines that hold the given places, which ascend; lines end at line feeds, for other breaks are gone by now. */
function linesAround(text: string, places: readonly number[]): Span[] {
  const lines: Span[] = [];
  let end = -1;
  for (const at of places) {
    if (at < end) continue;
    const next = text.indexOf('\n', at);
    end = next < 0 ? text.length : next;
    lines.push({ start: text.lastIndexOf('\n', at - 1) + 1, end });
  }
  return lines;
}

/** Of the lines that hold an edit, those in which the pattern occurs. */
function linesWith(text: string, edits: readonly TextEdit[], pattern: RegExp): Span[] {
  const edited = meetsAny(edits);
  return linesOf(text).filter(({ start, end }) => edited(start, end) && text.slice(start, end).search(pattern) >= 0);
}
