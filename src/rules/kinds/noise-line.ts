/** Takes away whole lines that match. Reads one line at a time, never longer than `maxLength` characters. */
import type { SourceView } from '../../model/report.ts';
import type { Kind, TextEdit } from '../card.ts';
import { type Line, linesOf, placeFilter, WHERE_SCHEMA, whereOf } from './lines.ts';
import { numberOf, textsOf } from './params.ts';
import { compilePattern } from './patterns.ts';

const LONGEST_LINE = 400;

export const noiseLineKind: Kind = {
  name: 'noise-line',
  scopes: ['source', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['lines'],
    properties: {
      lines: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', minLength: 1 },
        description: 'Patterns; each must fit a whole line, blanks at both ends aside.',
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
    const lines = textsOf(params, 'lines').map((source, index) => compilePattern(source, ['lines', index], 'whole'));
    const where = whereOf(params.where);
    const maxLength = numberOf(params, 'maxLength', 120);
    const run = numberOf(params, 'run', 1);
    const matches = (text: string): boolean => lines.some((line) => line.test(text));

    return {
      shape: 'noise',
      edits(view) {
        const blocks: Line[][] = [[]];
        for (const line of linesHere(view, where)) {
          const length = line.last - line.first;
          if (length === 0) continue;
          const taken = length <= maxLength && matches(view.text.slice(line.first, line.last));
          if (taken) blocks[blocks.length - 1]?.push(line);
          else blocks.push([]);
        }
        return blocks.filter((block) => block.length >= run).flatMap((block) => block.map(removal));
      },
    };
  },
};

function linesHere(view: SourceView, where: ReturnType<typeof whereOf>): Line[] {
  const here = placeFilter(view, where);
  return linesOf(view.text).filter((line) => here(line.first, line.last));
}

/** The line with its break. */
function removal(line: Line): TextEdit {
  return { start: line.start, end: line.next, replacement: '' };
}
