/** Takes away whole lines that match. Reads one line at a time, never longer than `maxLength` characters. */
import type { Kind, TextEdit } from '../card.ts';
import { type Line, placeFilter, WHERE_SCHEMA, whereOf } from './lines.ts';
import { NEEDS_SCHEMA, needsOf } from './needs.ts';
import { numberOf } from './params.ts';
import { PIECES_SCHEMA, patternListSchema, patternsOf } from './patterns.ts';

const LONGEST_LINE = 400;

export const noiseLineKind: Kind = {
  name: 'noise-line',
  scopes: ['source', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['lines'],
    properties: {
      pieces: PIECES_SCHEMA,
      lines: patternListSchema(
        'Patterns; each must fit a whole line. Blanks at both ends are no part of it, blanks of any width read as a space.',
      ),
      needs: NEEDS_SCHEMA,
      where: WHERE_SCHEMA,
      maxLength: {
        type: 'integer',
        minimum: 1,
        maximum: LONGEST_LINE,
        description: 'Longer lines are never taken. Default: 120.',
      },
      run: {
        type: 'integer',
        minimum: 1,
        maximum: 20,
        description:
          'Lines count only where at least so many that match follow each other, blank lines aside. Default: 1.',
      },
    },
  },
  compile(params) {
    const patterns = patternsOf(params, 'lines', 'whole');
    const needs = needsOf(params);
    const where = whereOf(params.where);
    const maxLength = numberOf(params, 'maxLength', 120);
    const run = numberOf(params, 'run', 1);
    const any = new RegExp(patterns.map(({ source }) => source).join('|'), 'u');

    return {
      shape: 'noise',
      needs,
      edits(view) {
        const here = placeFilter(view, where);
        const taken = view.linesWith(needs).filter((index) => {
          const line = view.lines[index];
          if (line === undefined || line.last - line.first > maxLength) return false;
          return here(line.first, line.last) && any.test(view.wordsOf(index));
        });
        return (run > 1 ? inRuns(taken, run) : taken).flatMap((index) => removal(view.lines[index]));
      },
    };
  },
};

/** Of numbers in ascending order those that stand in a row of `run` and more. */
function inRuns(numbers: readonly number[], run: number): number[] {
  const kept: number[] = [];
  for (let from = 0; from < numbers.length; ) {
    let to = from + 1;
    while (numbers[to] === (numbers[to - 1] ?? 0) + 1) to++;
    if (to - from >= run) kept.push(...numbers.slice(from, to));
    from = to;
  }
  return kept;
}

/** The line with its break. */
function removal(line: Line | undefined): TextEdit[] {
  return line === undefined ? [] : [{ start: line.start, end: line.next, replacement: '' }];
}
