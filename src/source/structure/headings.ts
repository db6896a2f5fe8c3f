/** Reads the body lines of one report / gives its headings with level, number and title / promises: entries of lists after the body are none. */

import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { isHan } from '../han.ts';
import { type Emphasis, emphasisIn, isTitleMark } from './emphasis.ts';
import { fold, type Line } from './lines.ts';
import { type Enumerator, enumeratorOf, looseEnumeratorOf, rareEnumeratorOf } from './numerals.ts';
import { keptItems, type RunItem, runItemOf } from './runs.ts';
import { isBareTitle, mayBeTitle, standsOut, titledByPlace, titleEnd, titleIn } from './titles.ts';

/** A heading before its part is known. `end` is where its title ends: short of the line's end when it is glued to a paragraph. */
export interface FoundHeading {
  readonly line: number;
  /** Last line of its title: a title without a number may run over two. */
  readonly lastLine: number;
  readonly level: 1 | 2 | 3;
  readonly number: number;
  readonly label: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** Everything that headings are read from. `emphases` are in order; those that do not begin a line are of no interest. */
export interface Body {
  readonly lines: readonly Line[];
  readonly text: string;
  /** The body is lines [from, to). */
  readonly from: number;
  readonly to: number;
  readonly phrases: Phrases;
  readonly emphases: readonly Emphasis[];
}

/** A heading whose level hangs on what stands above it. */
type Hanging = Omit<FoundHeading, 'level'>;

/** A title that a mark of a heading makes one; `rank` counts the marks. */
interface Ranked extends Hanging {
  readonly rank: number;
}

/** Headings of the body, in order. */
export function headingsIn(body: Body): FoundHeading[] {
  const { lines, text, from, to } = body;
  const emphasisOf = emphasisFinder(body);
  const firm: FoundHeading[] = [];
  const marked: Ranked[] = [];
  const items: RunItem[] = [];
  let shallowest = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (!line) continue;
    const emphasis = emphasisOf(line);
    if (emphasis && emphasis.rank > 0) shallowest = Math.min(shallowest, emphasis.rank);
    const heading = numbered(body, line, at, emphasis) ?? bare(body, line, at);
    const item = heading ? null : runItemOf(line, at, text);
    const title = heading || item || !emphasis ? null : emphasised(body, line, at, emphasis);
    if (heading) firm.push(heading);
    if (item) items.push(item);
    if (title) marked.push(title);
  }
  const marks = new Set(marked.filter(({ rank }) => rank > 0).map(({ line }) => line));
  const placed = titledByPlace(body, firm, marks).map(([first, last]) => titleOver(body, first, last));
  const taken = new Set(placed.flatMap(({ line, lastLine }) => [line, lastLine]));
  const other = firm.filter(({ line }) => !taken.has(line));
  const left = marked.filter(({ line }) => !taken.has(line));
  const ranked = left
    .filter(({ rank }) => rank > 0)
    .map((one) => ({ ...one, level: levelOf(one.rank - shallowest + 1) }));
  const titles = [...other, ...placed, ...ranked].sort(byLine);
  const breaks = titles.filter(({ level }) => level < 3).map(({ line }) => line);
  const kept = keptItems(items, breaks);
  const headingOfItem = (item: RunItem): Hanging => itemHeading(item, lines, text);
  const deepest = kept.filter(({ deepest }) => deepest).map((item) => ({ ...headingOfItem(item), level: levelOf(3) }));
  const runs = kept.filter(({ deepest }) => !deepest).map(headingOfItem);
  return levelled([...titles, ...deepest], [...left.filter(({ rank }) => rank === 0), ...runs]);
}

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}

function levelOf(depth: number): 1 | 2 | 3 {
  if (depth <= 1) return 1;
  return depth === 2 ? 2 : 3;
}

/** Gives each hanging heading its level: one deeper than the title above it. One never hangs on another. */
function levelled(titles: readonly FoundHeading[], hanging: readonly Hanging[]): FoundHeading[] {
  if (hanging.length === 0) return titles.toSorted(byLine);
  const found: FoundHeading[] = [];
  let above = 1;
  const levels = new Map(titles.map((title): [Hanging, 1 | 2 | 3] => [title, title.level]));
  for (const one of [...titles, ...hanging].sort(byLine)) {
    const own = levels.get(one);
    found.push({ ...one, level: own ?? levelOf(above + 1) });
    if (own) above = own;
  }
  return found;
}

/** The emphasis that begins a line, asked for line by line in order. */
function emphasisFinder({ emphases, text }: Body): (line: Line) => Emphasis | null {
  let next = 0;
  return (line) => {
    for (; next < emphases.length; next++) {
      const one = emphases[next];
      if (one === undefined || one.start > line.start) break;
      if (one.end > line.start) return one;
    }
    return isTitleMark(text.charCodeAt(line.start)) ? emphasisIn(text, line) : null;
  };
}

function numbered({ text, phrases }: Body, line: Line, at: number, emphasis: Emphasis | null): FoundHeading | null {
  const start = afterMarks(text, line);
  const begin = text.slice(start, Math.min(line.end, start + 40));
  const mark = enumeratorOf(begin) ?? rareEnumeratorOf(begin) ?? looseMark(begin, line);
  if (!mark) return null;
  const from = start + mark.length;
  // Lines of a translation are numbered too; they are no headings of a Chinese report.
  if (!hasHan(text, from, Math.min(line.end, from + 40))) return null;
  const marked = emphasis && emphasis.end > from + 2 ? emphasis.end : line.end;
  const end = Math.min(marked, titleEnd(text, from, line, mark.level === 1 ? phrases : null));
  const label = text.slice(start, from).trim();
  const { level, number } = mark;
  return { line: at, lastLine: at, level, number, label, title: titleIn(text, from, end), start, end };
}

function hasHan(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (isHan(text.charCodeAt(at))) return true;
  }
  return false;
}

/** 一　过去一年的工作: a numeral without its stop counts on a line that can only be a title. */
function looseMark(begin: string, line: Line): Enumerator | null {
  const mark = looseEnumeratorOf(begin);
  return mark && mayBeTitle(line) ? mark : null;
}

/** A title without a number: short, alone on its line, and naming a part of the report. */
function bare(body: Body, line: Line, at: number): FoundHeading | null {
  return isBareTitle(line, body.lines[at + 1], body.phrases) ? titleOver(body, at, at) : null;
}

/** A title without a number over lines [first, last]. What is left of a lost numeral is not part of it: 、2016年工作回顾. */
function titleOver({ lines, text }: Body, first: number, last: number): FoundHeading {
  const line = lines[first];
  const begin = line ? afterMarks(text, line) : 0;
  const start = text.charAt(begin) === '、' ? begin + 1 : begin;
  const end = lines[last]?.end ?? start;
  return { line: first, lastLine: last, level: 1, number: 0, label: '', title: titleIn(text, start, end), start, end };
}

/** A title in bold type or with a mark of a heading, without a number: alone on its line, or before its paragraph. */
function emphasised({ text, phrases }: Body, line: Line, at: number, { end: marked, rank }: Emphasis): Ranked | null {
  const start = afterMarks(text, line);
  const to = Math.min(line.end, marked);
  const written = titleIn(text, start, to);
  const alone = titleIn(text, to, line.end).length <= 1;
  const title = standsOut(written, alone, phrases);
  if (title === null) return null;
  const end = alone ? line.end : start + text.slice(start, to).indexOf(title) + title.length;
  return { line: at, lastLine: at, number: 0, label: '', title, start, end, rank: alone ? rank : 0 };
}

function itemHeading({ line: at, number, length, start }: RunItem, lines: readonly Line[], text: string): Hanging {
  const line = lines[at];
  const from = start + length;
  const end = line ? titleEnd(text, from, line, null) : from;
  const label = text.slice(start, from).trim();
  return { line: at, lastLine: at, number, label, title: titleIn(text, from, end), start, end };
}

function afterMarks(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && isTitleMark(text.charCodeAt(at))) at++;
  return at;
}

/** Folded title, for comparison with vocabulary. */
export function folded(heading: FoundHeading): string {
  return fold(heading.title);
}
