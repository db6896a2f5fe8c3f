/** Reads the marks of bold type and headings, in the text or taken out of it / gives what they marked / promises: places in the report; linear in its marks. */
import { above, decodedOf, type Layer, type RecordedEdit } from '../../model/layer.ts';
import type { Range } from '../../model/offset.ts';
import { range } from '../../model/offset.ts';
import { isSpace, type Line } from './lines.ts';

/** Words that stood out in the source. `rank` is 0 for bold type, 1 to 6 for a heading of Markdown or HTML. */
export interface Emphasis {
  readonly start: number;
  readonly end: number;
  readonly rank: number;
}

/** A mark of bold or of a heading, or a blank. */
export function isTitleMark(code: number): boolean {
  return code === 0x2a || code === 0x23 || isSpace(code);
}

/** The emphasis that begins a line whose marks are still in the text. */
export function emphasisIn(text: string, line: Line): Emphasis | null {
  const [marks = ''] = /^[*#\s]{1,12}/u.exec(text.slice(line.start, Math.min(line.end, line.start + 12))) ?? [];
  const start = line.start + marks.length;
  const hashes = /^#{1,6}(?=[\s*])/u.exec(marks);
  if (hashes) return { start, end: line.end, rank: hashes[0].length };
  if (!marks.startsWith('**')) return null;
  const close = text.slice(start, Math.min(line.end, start + REACH)).indexOf('**');
  return { start, end: close < 0 ? line.end : start + close, rank: 0 };
}

/** How far the end of bold type is looked for: words behind it are no title. */
const REACH = 400;
const MARK = 'noise/markdown-mark';
const TAG = 'noise/html-tag';
const BOLD = /^(?:\*{2,3}|__)$/u;
const HASHES = /^[ >]{0,8}(#{1,6})[ \t]*$/u;

/** A stretch of the decoded text that marks stood around. */
interface Marked {
  readonly from: number;
  readonly to: number;
  readonly rank: number;
}

/** What the marks that unwrapping took out of the report at `place` had marked. */
export function emphasesOf(clean: Layer<'clean'>, place: Range<'clean'>): Emphasis[] {
  const kept = clean.under;
  const unwrapped = kept.under;
  if (place.end === place.start) return [];
  const within = decodedOf(clean, place);
  const found = markedIn(unwrapped.edits, unwrapped.under.text, within).flatMap(({ from, to, rank }): Emphasis[] => {
    const inClean = above<'kept'>(clean, above<'unwrapped'>(kept, above<'decoded'>(unwrapped, range(from, to))));
    const start = Math.max(0, inClean.start - place.start);
    const end = Math.min(place.end, inClean.end) - place.start;
    return end > start ? [{ start, end, rank }] : [];
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

type Taken = RecordedEdit<'decoded'>;

function markedIn(edits: readonly Taken[], text: string, within: Range<'decoded'>): Marked[] {
  const found: Marked[] = [];
  const open = new Map<string, { readonly from: number; readonly rank: number | null }[]>();
  const begin = (name: string, from: number, rank: number | null): void => {
    const there = open.get(name);
    if (there) there.push({ from, rank });
    else open.set(name, [{ from, rank }]);
  };
  const finish = (name: string, to: number): boolean => {
    const last = open.get(name)?.pop();
    if (last && last.rank !== null) found.push({ from: last.from, to, rank: last.rank });
    return last !== undefined;
  };
  for (let index = firstFrom(edits, within.start - REACH); index < edits.length; index++) {
    const edit = edits[index];
    if (!edit || edit.range.start >= within.end + REACH) break;
    const { start, end } = edit.range;
    if (edit.rule === TAG) {
      for (const [tag, slash, name = ''] of edit.original.matchAll(/<(\/?)(b|strong|h[1-6]|span)\b[^<>]{0,400}>/giu)) {
        if (slash === '/') finish(name.toLowerCase(), start);
        else begin(name.toLowerCase(), end, rankOf(name, tag));
      }
    } else if (edit.rule === MARK && BOLD.test(edit.original)) {
      if (!finish(edit.original, start)) begin(edit.original, end, 0);
    } else if (edit.rule === MARK) {
      const hashes = HASHES.exec(edit.original)?.[1];
      const feed = hashes === undefined ? 0 : text.indexOf('\n', end);
      if (hashes !== undefined) found.push({ from: end, to: feed < 0 ? text.length : feed, rank: hashes.length });
    }
  }
  return found;
}

/** Heading tags say their level; a span counts when its style is bold. */
function rankOf(name: string, tag: string): number | null {
  if (name.length === 2) return Number(name.charAt(1));
  if (name.length < 4 || name.toLowerCase() === 'strong') return 0;
  return /font-weight\s{0,4}:\s{0,4}(?:bold|[6-9]00)/iu.test(tag) ? 0 : null;
}

function firstFrom(edits: readonly Taken[], at: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.range.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
