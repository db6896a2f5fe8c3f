/**
 * Takes away the white space that is no part of a report's text, so that paragraphs stand one a line. Runs after the rules
 * that take text away and sees what they left: characters that are gone stand as TAKEN.
 */
import type { Json } from '../../model/finding.ts';
import type { Kind, TextEdit } from '../card.ts';
import { isBlank, isBreak } from './lines.ts';

/** Stands for a character that an earlier rule took, so that offsets stay. A noncharacter: no text holds it. */
export const TAKEN = '\uffff';
const TAKEN_CODE = 0xffff;

const SORTS = ['indentation', 'trailing-blanks', 'blank-lines', 'line-breaks', 'odd-spaces'] as const;
type Sort = (typeof SORTS)[number];

interface SortedEdit extends TextEdit {
  readonly sort: Sort;
}

export const whitespaceKind: Kind = {
  name: 'whitespace',
  scopes: ['source', 'paragraph'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['sort'],
    properties: {
      sort: {
        enum: [...SORTS],
        description:
          'indentation: blanks before a paragraph. trailing-blanks: blanks after it. blank-lines: breaks beyond the one between paragraphs. ' +
          'line-breaks: any other break becomes \\n. odd-spaces: a space of another width becomes a plain one.',
      },
    },
  },
  compile(params) {
    const sort = sortOf(params.sort);
    return {
      shape: 'noise',
      edits(view) {
        return view.reports
          .flatMap(({ start, end }) => whitespaceEdits(view.text, start, end))
          .filter((edit) => edit.sort === sort)
          .map(({ start, end, replacement }) => ({ start, end, replacement }));
      },
    };
  },
};

function sortOf(value: Json | undefined): Sort {
  return SORTS.find((sort) => sort === value) ?? 'blank-lines';
}

/** All edits that leave the paragraphs of text[from, to) one a line, in order of place. */
function whitespaceEdits(text: string, from: number, to: number): SortedEdit[] {
  const edits: SortedEdit[] = [];
  let at = from;
  let seen = false;
  while (at < to) {
    if (!isSpace(text.charCodeAt(at))) {
      seen = true;
      at++;
      continue;
    }
    let end = at;
    while (end < to && isSpace(text.charCodeAt(end))) end++;
    edits.push(...gapEdits(text, at, end, { first: !seen, last: end === to }));
    at = end;
  }
  return edits;
}

function isSpace(code: number): boolean {
  return isBlank(code) || isBreak(code) || code === TAKEN_CODE;
}

/** Edits of a stretch without visible characters. Of its breaks one stays, none at the ends of a report. */
function gapEdits(text: string, from: number, to: number, edge: { first: boolean; last: boolean }): SortedEdit[] {
  const firstBreak = nextBreak(text, from, to);
  if (firstBreak === to) {
    if (edge.first) return runs(text, from, to, () => 'indentation');
    if (edge.last) return runs(text, from, to, () => 'trailing-blanks');
    return oddSpaces(text, from, to);
  }
  const lastBreak = previousBreak(text, from, to);
  const kept = edge.first || edge.last ? -1 : firstBreak;
  const removed = runs(text, from, to, (at) => {
    if (at === kept) return null;
    if (at > lastBreak) return 'indentation';
    if (isCarriage(text, at)) return 'line-breaks';
    return at < firstBreak ? 'trailing-blanks' : 'blank-lines';
  });
  if (kept === -1 || text[kept] === '\n') return removed;
  const changed: SortedEdit = { start: kept, end: kept + 1, replacement: '\n', sort: 'line-breaks' };
  return [...removed, changed].sort((a, b) => a.start - b.start);
}

/** The first half of \r\n. */
function isCarriage(text: string, at: number): boolean {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
}

function nextBreak(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (isBreak(text.charCodeAt(at)) && !(isCarriage(text, at) && at + 1 < to)) return at;
  }
  return to;
}

function previousBreak(text: string, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (isBreak(text.charCodeAt(at))) return at;
  return -1;
}

/** Removals of characters that belong together by sort; characters that are taken already or have no sort stay out. */
function runs(text: string, from: number, to: number, sortAt: (at: number) => Sort | null): SortedEdit[] {
  const edits: SortedEdit[] = [];
  for (let at = from; at < to; at++) {
    const sort = text.charCodeAt(at) === TAKEN_CODE ? null : sortAt(at);
    const last = edits[edits.length - 1];
    if (sort === null) continue;
    if (last !== undefined && last.end === at && last.sort === sort) edits[edits.length - 1] = { ...last, end: at + 1 };
    else edits.push({ start: at, end: at + 1, replacement: '', sort });
  }
  return edits;
}

/** Inside a line every space stays a space; one of another width becomes a plain one, one of no width goes. */
function oddSpaces(text: string, from: number, to: number): SortedEdit[] {
  const edits: SortedEdit[] = [];
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
