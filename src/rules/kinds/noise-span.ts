/** Takes away pieces inside lines, or across them where the pattern says so. */
import type { Kind } from '../card.ts';
import { placeFilter, WHERE_SCHEMA, whereOf } from './lines.ts';
import { NEEDS_SCHEMA, type Needs, needsOf } from './needs.ts';
import type { NoiseView } from './noise-view.ts';
import { meetsAny, mergeSpans, PIECES_SCHEMA, patternListSchema, patternsOf, type Span, spansOf } from './patterns.ts';

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
      needs: NEEDS_SCHEMA,
      where: WHERE_SCHEMA,
    },
  },
  compile(params) {
    const patterns = patternsOf(params, 'patterns', 'anywhere');
    const except = patternsOf(params, 'except', 'anywhere');
    const needs = needsOf(params);
    const where = whereOf(params.where);
    return {
      shape: 'noise',
      needs,
      edits(view) {
        const here = placeFilter(view, where);
        return windowsOf(view, needs)
          .flatMap((window) => spansIn(view.text, window, patterns, except))
          .filter(({ start, end }) => here(start, end))
          .map((span) => ({ ...span, replacement: '' }));
      },
    };
  },
};

/** The lines that hold what the card needs, each with the lines beside it, for a pattern may look over the break; all of the text without needs. */
function windowsOf(view: NoiseView, needs: Needs | null): Span[] {
  if (needs === null) return [{ start: 0, end: view.text.length }];
  return mergeSpans(
    view.linesWith(needs).map((index) => ({
      start: view.lines[index - 1]?.start ?? 0,
      end: view.lines[index + 1]?.next ?? view.text.length,
    })),
  );
}

/** Matches inside a window that meet no exception. */
function spansIn(text: string, { start, end }: Span, patterns: readonly RegExp[], except: readonly RegExp[]): Span[] {
  const words = text.slice(start, end);
  const found = spansOf(words, patterns);
  if (found.length === 0) return [];
  const guarded = meetsAny(spansOf(words, except));
  return found
    .filter((span) => !guarded(span.start, span.end))
    .map((span) => ({ start: start + span.start, end: start + span.end }));
}
