/**
 * Takes away what the pages of a printed text leave behind: running heads with their page numbers, and the breaks of lines
 * that end at the margin. Runs on the decoded text, before reports are looked for, because a torn heading is no heading.
 */
import type { Kind, TextEdit } from '../card.ts';
import type { Line } from './lines.ts';
import { brokenLines, marginOf, mayBeBroken } from './margin.ts';
import type { PlainView } from './plain-view.ts';

export const pageLayoutKind: Kind = {
  name: 'page-layout',
  scopes: ['source'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sort'],
    properties: {
      sort: {
        enum: ['running-lines', 'hard-breaks'],
        description:
          'running-lines: page numbers that count up through the text, and the same short line beside them. ' +
          'hard-breaks: breaks inside paragraphs of a text whose lines all end at one margin.',
      },
    },
  },
  compile: ({ sort }) => ({
    shape: 'residue',
    edits: (view) => (sort === 'hard-breaks' ? hardBreaks(view) : runningEdits(view)),
  }),
};

function runningEdits({ lines, running }: PlainView): TextEdit[] {
  return [...running]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const line = lines[index];
      return line === undefined ? [] : [{ start: line.start, end: line.next, replacement: '' }];
    });
}

/** Where a full line goes on in the next one; running lines between the two are stepped over and left to their own rule. */
function hardBreaks(view: PlainView): TextEdit[] {
  const { text } = view;
  if (!mayBeBroken(text)) return [];
  const { running } = view;
  const body = view.lines.filter((_, index) => !running.has(index));
  const margin = marginOf(text, body);
  if (margin === null) return [];
  return brokenLines(text, body, margin).flatMap(({ line, following }) => joined(text, line, following));
}

/** Edits that take away the break behind `line` and the blanks before `following`; words of Latin letters stay apart. */
function joined(text: string, line: Line, following: Line): TextEdit[] {
  const latin = /[A-Za-z]/u.test(text.charAt(line.last - 1)) && /[A-Za-z]/u.test(text.charAt(following.first));
  const behind = { start: line.last, end: line.next, replacement: latin ? ' ' : '' };
  if (following.first === following.start) return [behind];
  if (following.start === line.next) return [{ ...behind, end: following.first }];
  return [behind, { start: following.start, end: following.first, replacement: '' }];
}
