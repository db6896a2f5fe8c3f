/** Finds the white space that is no part of a report's text, each stretch with what it is; linear in the text. */
import type { SourceView } from '../../model/report.ts';
import type { TextEdit } from '../card.ts';
import { isBreak } from './lines.ts';

/** Stands for a character that an earlier rule took, so that offsets stay. A noncharacter: no text holds it. */
export const TAKEN = '\uffff';
const TAKEN_CODE = 0xffff;

export const SORTS = ['indentation', 'trailing-blanks', 'blank-lines', 'odd-spaces'] as const;
export type Sort = (typeof SORTS)[number];

export interface SpaceEdit extends TextEdit {
  readonly sort: Sort;
}

/** Edits that leave the paragraphs of every report one a line, and nothing between reports. */
export function spaceEdits(view: SourceView): SpaceEdit[] {
  return [...outsideEdits(view), ...view.reports.flatMap((one) => whitespaceEdits(view.text, one.start, one.end))];
}

/** All that is left between reports: the words are gone by now. */
function outsideEdits({ text, reports }: SourceView): SpaceEdit[] {
  const edits: SpaceEdit[] = [];
  let from = 0;
  for (const { start, end } of [...reports, { start: text.length, end: text.length }]) {
    if (start > from) edits.push({ start: from, end: start, replacement: '', sort: 'blank-lines' });
    from = Math.max(from, end);
  }
  return edits;
}

/** All edits that leave the paragraphs of text[from, to) one a line, in order of place. */
function whitespaceEdits(text: string, from: number, to: number): SpaceEdit[] {
  const edits: SpaceEdit[] = [];
  const spaces = /[\t-\r \u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\uffff]+/gu;
  spaces.lastIndex = from;
  for (let gap = spaces.exec(text); gap !== null && gap.index < to; gap = spaces.exec(text)) {
    const end = Math.min(gap.index + gap[0].length, to);
    for (const edit of gapEdits(text, gap.index, end, { first: gap.index === from, last: end === to }))
      edits.push(edit);
  }
  return edits;
}

/** Edits of a stretch without visible characters. Of its breaks one stays, none at the ends of a report. */
function gapEdits(text: string, from: number, to: number, edge: { first: boolean; last: boolean }): SpaceEdit[] {
  const firstBreak = nextBreak(text, from, to);
  if (firstBreak === to) {
    if (edge.first) return runs(text, from, to, () => 'indentation');
    if (edge.last) return runs(text, from, to, () => 'trailing-blanks');
    return oddSpaces(text, from, to);
  }
  const lastBreak = previousBreak(text, from, to);
  const kept = edge.first || edge.last ? -1 : firstBreak;
  return runs(text, from, to, (at) => {
    if (at === kept) return null;
    if (at > lastBreak) return 'indentation';
    return at < firstBreak ? 'trailing-blanks' : 'blank-lines';
  });
}

function nextBreak(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

function previousBreak(text: string, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && !isBreak(text.charCodeAt(at))) at--;
  return at;
}

/** Removals of characters that belong together by sort; characters that are taken already or have no sort stay out. */
function runs(text: string, from: number, to: number, sortAt: (at: number) => Sort | null): SpaceEdit[] {
  const edits: SpaceEdit[] = [];
  const sortOfLeft = (at: number): Sort | null => (text.charCodeAt(at) === TAKEN_CODE ? null : sortAt(at));
  let at = from;
  while (at < to) {
    const start = at;
    const sort = sortOfLeft(at);
    at++;
    while (at < to && sortOfLeft(at) === sort) at++;
    if (sort !== null) edits.push({ start, end: at, replacement: '', sort });
  }
  return edits;
}

/** Inside a line every space stays a space; one of another width becomes a plain one, one of no width goes. */
function oddSpaces(text: string, from: number, to: number): SpaceEdit[] {
  const edits: SpaceEdit[] = [];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === TAKEN_CODE || code === 32) continue;
    edits.push({ start: at, end: at + 1, replacement: hasWidth(code) ? ' ' : '', sort: 'odd-spaces' });
  }
  return edits;
}

function hasWidth(code: number): boolean {
  return !((code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff);
}
