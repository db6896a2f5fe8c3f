/** Reads the lines of one report / gives them with each heading at the start of its line / promises: splits only behind a sentence, where the numbering counts on; linear. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { type Line, lineIn } from './lines.ts';
import { enumeratorOf } from './numerals.ts';
import { type RunItem, runItemOf } from './runs.ts';

/** What stands before a heading whose line break was lost: 。（三）… or 。二、… */
const standsBefore = setOfUnits('。！？!；;：:”）) \u3000\t');
/** First characters of an item in words, of a title that ends its count, and of marks before either. */
const startsItem = setOfUnits('第其一二三四五六七八九十（(*#0123456789');
/** Title, meeting line and speaker are shorter than this. */
const OPENING = 200;
const startsTitle = setOfUnits('（(一二三四五六七八九十第*#');
const COMMA = 0x3001;
const ONES = '一二三四五六七八九十';
const isOne = setOfUnits(ONES);
/** Lines from here on may hold a whole part of a report: what is addressed to the assembly begins a paragraph there, too. */
const LONG = 3000;
/** A line up to here may be a title alone; what it titles begins its own count. */
const LONGEST_TITLE_LINE = 60;

interface Mark {
  readonly line: number;
  readonly at: number;
  readonly level: 1 | 2;
  readonly number: number;
  readonly inline: boolean;
}

/** The lines, split before headings that stand within one. Most reports have none: then the same lines come back. */
export function splitAtHeadings(lines: readonly Line[], text: string, phrases: Phrases): readonly Line[] {
  return splitAtItems(splitAtTitles(lines, text, phrases), text);
}

function splitAtTitles(lines: readonly Line[], text: string, phrases: Phrases): readonly Line[] {
  const leading = leadingMarks(lines, text);
  const inline = inlineMarks(lines, text, stretches(leading, text));
  if (inline.length === 0) return lines;
  const cuts = new Map<number, number[]>();
  for (const { line, at } of countingOn([...inline, ...leading])) {
    const there = cuts.get(line);
    if (there) there.push(at);
    else cuts.set(line, [at]);
  }
  for (const [index, at] of cuts) {
    const line = lines[index];
    if (line && line.length >= LONG) at.push(...addresses(line, text, phrases));
  }
  return cutAt(lines, cuts, text);
}

function cutAt(lines: readonly Line[], cuts: ReadonlyMap<number, readonly number[]>, text: string): readonly Line[] {
  if (cuts.size === 0) return lines;
  return lines.flatMap((line, index) => {
    const at = cuts.get(index);
    return at ? pieces(line, at, text) : [line];
  });
}

/** Lines that begin with 二是 or 第二， while the item before stands within the line above: it gets a line of its own, too. */
function splitAtItems(lines: readonly Line[], text: string): readonly Line[] {
  const cuts = new Map<number, number[]>();
  const last = new Map<string, number>();
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    const above = lines[index - 1];
    if (!line || !above || !startsItem(text.charCodeAt(line.start))) continue;
    if (line.length <= LONGEST_TITLE_LINE && enumeratorOf(line.begin)) last.clear();
    const item = runItemOf(line, index, text);
    if (!item || item.deepest) continue;
    if (item.number > 1 && last.get(item.way) !== item.number - 1) {
      const at = itemsWithin(above, text, item);
      if (at.length > 0) cuts.set(index - 1, at);
    }
    last.set(item.way, item.number);
  }
  return cutAt(lines, cuts, text);
}

/** Where the items 1 to n - 1 begin in the line above item n, in order; empty when they are not all there. */
function itemsWithin(above: Line, text: string, { way, number }: RunItem): number[] {
  const places: number[] = [];
  const words = text.slice(above.start, above.end);
  let from = 0;
  for (let wanted = 1; wanted < number; wanted++) {
    const numeral = ONES.charAt(wanted - 1);
    const at = words.indexOf(way === '是' || way === '要' ? numeral + way : way + numeral, from + 1);
    if (numeral === '' || at < 0 || !/[。：:；;！\s]/u.test(words.charAt(at - 1))) return [];
    places.push(above.start + at);
    from = at;
  }
  return places;
}

function pieces(line: Line, cuts: readonly number[], text: string): Line[] {
  const bounds = [line.start, ...[...cuts].sort((a, b) => a - b), line.end];
  return bounds.flatMap((from, index) => {
    const piece = lineIn(text, from, bounds[index + 1] ?? from);
    return piece ? [piece] : [];
  });
}

type Stretch = readonly [from: number, to: number];

/**
 * Where a heading may have been lost: not between （二） and （三）, nor between 一、 and its （一）, and only where the number that would
 * count on is written in one of them. Most of a report need not be looked at.
 */
function stretches(leading: readonly Mark[], text: string): Stretch[] {
  const found: Stretch[] = [];
  const last = [0, 0, 0];
  let before: Mark | null = null;
  let lost = false;
  const look = (to: number): void => {
    const from = before?.at ?? 0;
    const words = text.slice(from, to);
    const wanted = [`${written(last[1])}、`, ...new Set([written(last[2]), '一'])].flatMap((numeral) =>
      numeral.endsWith('、') ? [numeral] : [`${numeral}）`, `${numeral})`],
    );
    lost ||= wanted.some((one) => words.includes(one));
    found.push([from, to]);
  };
  for (const mark of leading) {
    if (!follows(before, mark)) look(mark.at);
    last[mark.level] = mark.number;
    if (mark.level === 1) last[2] = 0;
    before = mark;
  }
  look(text.length);
  return lost ? found : [];
}

/** The numeral that follows a number up to 98. */
function written(number = 0): string {
  const tens = Math.floor((number + 1) / 10);
  const ones = (number + 1) % 10;
  return `${tens > 1 ? ONES.charAt(tens - 1) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? ONES.charAt(ones - 1) : ''}`;
}

function follows(before: Mark | null, next: Mark): boolean {
  if (next.level === 1) return before === null && next.number === 1;
  return before !== null && next.number === (before.level === 1 ? 1 : before.number + 1);
}

function inlineMarks(lines: readonly Line[], text: string, where: readonly Stretch[]): Mark[] {
  const marks: Mark[] = [];
  let line = 0;
  for (const at of where.flatMap(([from, to]) => inlinePlaces(text, from, to))) {
    while ((lines[line]?.end ?? Number.POSITIVE_INFINITY) <= at) line++;
    const within = lines[line];
    if (!within || within.start >= at) continue;
    const mark = enumeratorOf(text.slice(at, Math.min(within.end, at + 24)));
    if (mark && mark.level < 3) marks.push(markOf(line, at, mark, true));
  }
  return marks;
}

/** Where a numeral in brackets or before 、 stands behind a stop, in order. Every character is looked at: codes, not strings. */
function inlinePlaces(text: string, from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from + 2; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== COMMA && code !== 0xff08 && code !== 0x28) continue;
    const start = code === COMMA ? numeralBefore(text, at) : at;
    const leads = code === COMMA ? start < at : isNumeral(text, at + 1);
    if (leads && start > from && standsBefore(text.charCodeAt(start - 1))) places.push(start);
  }
  return places;
}

/** Start of the numeral of up to three characters that ends at `end`. */
function numeralBefore(text: string, end: number): number {
  let start = end;
  while (start > end - 3 && start > 1 && isNumeral(text, start - 1)) start--;
  return start;
}

function isNumeral(text: string, at: number): boolean {
  return isOne(text.charCodeAt(at));
}

function leadingMarks(lines: readonly Line[], text: string): Mark[] {
  return lines.flatMap((line, index) => {
    if (!startsTitle(text.charCodeAt(line.start))) return [];
    const mark = enumeratorOf(line.begin);
    return mark && mark.level < 3 ? [markOf(index, line.start, mark, false)] : [];
  });
}

function markOf(line: number, at: number, { level, number }: { level: number; number: number }, inline: boolean): Mark {
  return { line, at, level: level === 1 ? 1 : 2, number, inline };
}

/** Marks within a line that continue the numbering before them, or begin one that goes on behind them. */
function countingOn(marks: Mark[]): Mark[] {
  const ordered = marks.sort((a, b) => a.at - b.at);
  const goesOn = beginsRun(ordered);
  const last = [0, 0, 0];
  return ordered.filter((mark, index) => {
    const { level, number, inline } = mark;
    if (inline && number !== (last[level] ?? 0) + 1 && !(number === 1 && level === 2)) return false;
    if (inline && number === 1 && !goesOn[index]) return false;
    last[level] = number;
    if (level === 1) last[2] = 0;
    return inline;
  });
}

/** For each mark: whether the next one of its level, with none above between them, counts on. */
function beginsRun(marks: readonly Mark[]): boolean[] {
  const goesOn: boolean[] = new Array(marks.length).fill(false);
  const following: (number | null)[] = [null, null, null];
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (!mark) continue;
    goesOn[index] = following[mark.level] === mark.number + 1;
    following[mark.level] = mark.number;
    if (mark.level === 1) following[2] = null;
  }
  return goesOn;
}

/** Where the assembly is addressed behind a sentence, or for the first time. */
function addresses(line: Line, text: string, phrases: Phrases): number[] {
  const [address] = phrases.salutations;
  if (address === undefined) return [];
  const found: number[] = [];
  const words = text.slice(line.start, line.end);
  for (let at = words.indexOf(address, 1); at >= 0; at = words.indexOf(address, at + 1)) {
    const after = words.charAt(at + address.length);
    const first = found.length === 0 && at < OPENING && (after === '：' || after === ':');
    if (first || /[。！？!\s]/u.test(words.charAt(at - 1))) found.push(line.start + at);
  }
  return found;
}
