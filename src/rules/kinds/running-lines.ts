/** Finds the lines that every page of a printed text repeats: its number, and the head or foot beside it; linear in the text. */
import type { Line } from './lines.ts';
import { setOfUnits } from './units-set.ts';

const LONGEST_HEAD = 40;
/** Pages of fewer are not told from numbers that happen to follow each other. */
const FEWEST_PAGES = 3;
/** Characters of a page: numbers that stand closer are a list or a table. */
const SHORTEST_PAGE = 250;
const LONGEST_PAGE = 6000;
/** Lines beside a page number that can be its head or foot. */
const REACH = 3;

const PAGE_MARK =
  /^(?:(?<dash>[-—–－―·•~～.]{1,3}) ?(?<a>\d{1,4}) ?[-—–－―·•~～.]{1,3}|第 ?(?<b>\d{1,4}) ?页(?:[ ，,/(（]{0,3}共 ?\d{1,4} ?页[）)]?)?|(?<c>\d{1,4})(?: ?\/ ?\d{1,4})?|[Pp]age ?(?<d>\d{1,4}))$/u;

const beginsMark = setOfUnits('-—–－―·•~～.第0123456789Pp');

interface Mark {
  readonly index: number;
  readonly form: string;
  readonly page: number;
}

/** Indices of the lines that belong to pages and not to the text. */
export function runningLines(text: string, lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  for (const chain of chainsOf(text, lines)) {
    for (const { index } of chain) found.add(index);
    for (const index of headsBeside(text, lines, chain)) found.add(index);
  }
  for (const index of repeated(text, lines)) found.add(index);
  return found;
}

/** Page numbers of one form that count up by one or two with a page of text between them. */
function chainsOf(text: string, lines: readonly Line[]): Mark[][] {
  const open = new Map<string, Mark[]>();
  const chains: Mark[][] = [];
  lines.forEach((line, index) => {
    const mark = markOf(text, line, index);
    if (mark === null) return;
    const chain = open.get(mark.form);
    const last = chain?.at(-1);
    if (chain !== undefined && last !== undefined && follows(lines, last, mark)) {
      chain.push(mark);
      return;
    }
    const fresh = [mark];
    open.set(mark.form, fresh);
    chains.push(fresh);
  });
  return chains.filter((chain) => chain.length >= FEWEST_PAGES);
}

function markOf(text: string, { first, last }: Line, index: number): Mark | null {
  if (last - first > 24 || !beginsMark(text.charCodeAt(first))) return null;
  const match = PAGE_MARK.exec(text.slice(first, last).replaceAll(/\s{1,8}/gu, ' '));
  if (match === null) return null;
  const { a, b, c, d } = match.groups ?? {};
  const form = a !== undefined ? 'dash' : b !== undefined ? 'word' : c !== undefined ? 'bare' : 'page';
  return { index, form, page: Number(a ?? b ?? c ?? d) };
}

function follows(lines: readonly Line[], last: Mark, mark: Mark): boolean {
  const step = mark.page - last.page;
  const from = lines[last.index]?.end ?? 0;
  const chars = (lines[mark.index]?.start ?? 0) - from;
  return step >= 1 && step <= 2 && chars >= SHORTEST_PAGE * step && chars <= LONGEST_PAGE * step;
}

/** Short lines beside the marks of a chain that say the same on a quarter of the pages, and on three at least. */
function headsBeside(text: string, lines: readonly Line[], chain: readonly Mark[]): number[] {
  const places = new Map<string, number[]>();
  for (const { index } of chain) {
    for (let at = index - REACH; at <= index + REACH; at++) {
      const words = at === index ? null : headWords(text, lines[at]);
      if (words === null) continue;
      const list = places.get(words);
      if (list) list.push(at);
      else places.set(words, [at]);
    }
  }
  const enough = Math.max(FEWEST_PAGES, chain.length / 4);
  return [...places.values()].filter((list) => list.length >= enough).flat();
}

/** So often, never closer than a page, stands a head that no number stands beside. */
const FEWEST_HEADS = 4;

/** A short line that is no address of the speaker to the house and stands again and again. */
function repeated(text: string, lines: readonly Line[]): number[] {
  const alike = likeLines(text, lines);
  const places = new Map<string, number[]>();
  for (const index of alike) {
    const words = headWords(text, lines[index]);
    if (words === null || words.length < 4 || OWN_WORDS.test(words)) continue;
    const list = places.get(words);
    if (list) list.push(index);
    else places.set(words, [index]);
  }
  return [...places.values()].filter((list) => list.length >= FEWEST_HEADS && everyPage(lines, list)).flat();
}

/** Numbers of the short lines that end no sentence and have enough like them by their first and last character: few have, and only these are read. */
function likeLines(text: string, lines: readonly Line[]): number[] {
  const short: number[] = [];
  const counts = new Uint32Array(1 << 12);
  const slotOf = ({ first, last }: Line): number =>
    (text.charCodeAt(first) ^ (text.charCodeAt(last - 1) << 3)) & (counts.length - 1);
  lines.forEach((line, index) => {
    if (line.last - line.first > LONGEST_HEAD || isEnd(text.charCodeAt(line.last - 1))) return;
    short.push(index);
    const slot = slotOf(line);
    counts[slot] = (counts[slot] ?? 0) + 1;
  });
  return short.filter((index) => {
    const line = lines[index];
    return line !== undefined && (counts[slotOf(line)] ?? 0) >= FEWEST_HEADS;
  });
}

const isEnd = setOfUnits('：:！!？?；;。');
const OWN_WORDS = /^各位|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|名词解释/u;

function everyPage(lines: readonly Line[], list: readonly number[]): boolean {
  return list.slice(1).every((index, k) => {
    const gap = (lines[index]?.start ?? 0) - (lines[list[k] ?? 0]?.end ?? 0);
    return gap >= SHORTEST_PAGE && gap <= LONGEST_PAGE;
  });
}

function headWords(text: string, line: Line | undefined): string | null {
  if (line === undefined || line.last - line.first > LONGEST_HEAD) return null;
  const words = text.slice(line.first, line.last).replaceAll(/\s{1,40}/gu, '');
  return /\p{L}{2}/u.test(words) && !/，|[。；]$/u.test(words) ? words : null;
}
