/** Takes away whole lines that match. Reads one line at a time, never longer than `maxLength` characters. */
import type { Kind, TextEdit } from '../card.ts';
import { type Line, placeFilter, WHERE_SCHEMA, whereOf } from './lines.ts';
import type { NoiseView } from './noise-view.ts';
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
      needs: {
        type: 'string',
        minLength: 1,
        description: 'A quick pattern: a line in which it does not occur is not tried.',
      },
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
    const lines = patternsOf(params, 'lines', 'whole');
    const [needs] = patternsOf(params, 'needs', 'anywhere');
    const where = whereOf(params.where);
    const maxLength = numberOf(params, 'maxLength', 120);
    const run = numberOf(params, 'run', 1);
    const any = new RegExp(lines.map(({ source }) => source).join('|'), 'u');
    const fits = (line: string): boolean => (needs === undefined || line.search(needs) >= 0) && any.test(line);

    return {
      shape: 'noise',
      edits(view) {
        const text = view.plain;
        const edits: TextEdit[] = [];
        let block: Line[] = [];
        const closeBlock = (): void => {
          if (block.length >= run) for (const line of block) edits.push(removal(line));
          block = [];
        };
        for (const line of linesHere(view, where)) {
          const taken = line.last - line.first <= maxLength && fits(text.slice(line.first, line.last));
          if (taken) block.push(line);
          else if (block.length > 0) closeBlock();
        }
        closeBlock();
        return edits;
      },
    };
  },
};

function linesHere(view: NoiseView, where: ReturnType<typeof whereOf>): Line[] {
  const here = placeFilter(view, where);
  return view.lines.filter((line) => here(line.first, line.last));
}

/** The line with its break. */
function removal(line: Line): TextEdit {
  return { start: line.start, end: line.next, replacement: '' };
}
