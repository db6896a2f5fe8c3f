/** Finds the margin of a text that was broken into lines of one width, and the lines that go on behind it; linear in the text. */
import { type Break, openingLines } from './broken-items.ts';
import { isBlank, type Line } from './lines.ts';

/** Width in full-width characters: a Latin letter or a digit takes half of one. */
type Width = number;

const NARROWEST: Width = 15;
const WIDEST: Width = 100;
const FEWEST_LINES = 20;
/** An excerpt has fewer; a line of it that begins with a mark, or with the rest of a number, tells that it was broken. */
const EXCERPT_LINES = 60;
const FEWEST_OF_EXCERPT = 5;
const NARROWEST_OF_EXCERPT: Width = 24;
const BEYOND_EXCERPT = 2;
/** A short text of which most lines hold clauses needs fewer full lines, but more of all. */
const FEWEST_OF_PROSE = 12;
const PROSE_SHARE = 0.6;
/** So large a part of the lines must end at the margin, and so small a part may stand beyond it. */
const FULL_SHARE = 0.4;
const BEYOND_SHARE = 0.04;
const EDGE_SHARE = 0.03;
const BEYOND_COLUMN = 0.02;
/** A line ends this much before the margin: a figure or a mark may not be parted, and a first line has lost its indentation. */
const SLACK: Width = 4;
const SLACK_OF_COLUMN: Width = 1;
/** Behind a full stop only a line that is full indeed goes on. */
const SLACK_AFTER_STOP: Width = 1;
const INDENTED_SHARE = 0.05;
const STOPPED_SHARE = 0.35;
const HEADS_SHARE = 0.4;

/** Where the lines of a text end, and how a line is measured: in characters as programs count them, or in widths as pages set them. */
export interface Margin {
  readonly by: 'characters' | 'width';
  readonly at: Width;
}

/** Paragraphs are long: a text has few breaks for its length unless it was broken at a margin. A quick look, before lines are made. */
export function mayBeBroken(text: string): boolean {
  let lines = 0;
  for (let at = text.search(/[\n\r]/u); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines < FEWEST_LINES) return lines >= FEWEST_OF_EXCERPT && isTorn(text);
  return text.length / lines < WIDEST;
}

/** Whether a line begins with what no line begins with: 完成377⏎.4亿元, 增长7.4%⏎。, 2⏎018年. */
function isTorn(text: string): boolean {
  for (let at = text.indexOf('\n'); at > 0; at = text.indexOf('\n', at + 1)) {
    if (TORN.test(text.slice(at - 1, at + 3)) || TORN_YEAR.test(text.slice(at - 4, at + 5))) return true;
  }
  return false;
}

const TORN = /^(?:\d\n\.\d|[\p{Script=Han}\d%％）]\n[，,。、；;：）％%])/u;
const TORN_YEAR = /(?<!\d)(?:[12]\n[09]\d{2}|(?:19|20)\n\d{2}|(?:19|20)\d\n\d)年/u;

/** What a text must show to be one of broken lines. */
interface Demand {
  readonly lines: number;
  readonly narrowest: Width;
  readonly beyond: number;
}

function demandOf(text: string, all: readonly Line[], beyondShare: number): Demand {
  const { length } = all;
  const usual = { narrowest: NARROWEST, beyond: beyondShare * length };
  if (length < EXCERPT_LINES && isTorn(text)) {
    const beyond = Math.max(BEYOND_EXCERPT, usual.beyond);
    // Of few lines a narrow column may be chance.
    const narrowest = length < 2 * FEWEST_LINES ? NARROWEST_OF_EXCERPT : NARROWEST;
    return { lines: Math.max(FEWEST_OF_EXCERPT, FULL_SHARE * length), narrowest, beyond };
  }
  if (length < EXCERPT_LINES && isProse(text, all)) {
    return { ...usual, lines: Math.max(FEWEST_OF_PROSE, Math.min(FEWEST_LINES, PROSE_SHARE * length)) };
  }
  return { ...usual, lines: Math.max(FEWEST_LINES, FULL_SHARE * length) };
}

/** Whether most lines of a short text hold clauses: a list of titles of one length is no prose. */
function isProse(text: string, lines: readonly Line[]): boolean {
  const clauses = lines.filter(({ first, last }) => /[，,；;。、]/u.test(text.slice(first, last)));
  return clauses.length >= PROSE_SHARE * lines.length;
}

/** The margin at which most lines of a text end, or null when its lines are paragraphs. */
export function marginOf(text: string, lines: readonly Line[]): Margin | null {
  const column = columnOf(lines, demandOf(text, lines, BEYOND_COLUMN));
  if (column !== null) return { by: 'characters', at: column };
  const width = marginWidth(text, lines, demandOf(text, lines, BEYOND_SHARE));
  return width === null ? null : { by: 'width', at: width };
}

/** The one number of characters that most lines have and hardly any goes beyond; a page never sets digits as wide as that. */
function columnOf(lines: readonly Line[], demand: Demand): number | null {
  const counts = new Uint32Array(WIDEST + 2);
  for (const { start, end } of lines) {
    const slot = Math.min(end - start, WIDEST + 1);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  let beyond = 0;
  for (let slot = WIDEST + 1; slot >= demand.narrowest && beyond <= demand.beyond; slot--) {
    const here = counts[slot] ?? 0;
    if (here >= demand.lines) return slot <= WIDEST ? slot : null;
    beyond += here;
  }
  return null;
}

function marginWidth(text: string, lines: readonly Line[], demand: Demand): Width | null {
  const counts = new Uint32Array(2 * (WIDEST + 3));
  let beyond = 0;
  for (const line of lines) {
    const width = line.last - line.first > 2 * WIDEST ? WIDEST + 2 : widthOf(text, line);
    const slot = Math.round(2 * Math.min(width, WIDEST + 1));
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  for (let slot = counts.length - 1; slot >= 2 * demand.narrowest; slot--) {
    let full = 0;
    for (let near = slot; near > slot - 2 * SLACK; near--) full += counts[near] ?? 0;
    if (full >= demand.lines) return slot <= 2 * WIDEST ? edgeOf(counts, slot, lines.length) / 2 : null;
    beyond += counts[slot] ?? 0;
    if (beyond > demand.beyond) return null;
  }
  return null;
}

/** The widest slot at or below `slot` that several lines fill: what stands above it are lines with a mark beyond the margin. */
function edgeOf(counts: Uint32Array, slot: number, lines: number): number {
  let edge = slot;
  while (edge > slot - 2 * SLACK && (counts[edge] ?? 0) < EDGE_SHARE * lines) edge--;
  return edge;
}

function widthOf(text: string, { first, start, last }: Line): Width {
  let width = (first - start) / 2;
  for (let at = first; at < last; at++)
    width += text.charCodeAt(at) < 0x2e80 && text.charCodeAt(at) >= 32 ? halfOf(text.charCodeAt(at)) : 1;
  for (let at = start; at < first; at++) if (text.charCodeAt(at) === 0x3000) width += 0.5;
  return width;
}

/** Quotation marks, dashes and dots of Chinese text are wide though their codes are low. */
function halfOf(code: number): Width {
  return code < 0x2010 ? 0.5 : 1;
}

export interface BrokenLine {
  readonly line: Line;
  readonly following: Line;
}

const HEAD =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节部条]|[（(]?\d{1,2}[）)、.．](?!\d)|[●■◆▲★]|各位代表|——)/u;
/** These have no neighbours in number that tell whether they begin a paragraph: behind a full stop they do. */
const LOOSE_HEAD = /^(?:第[一二三四五六七八九十]{1,3}[章节部条]|[●■◆▲★]|各位代表|——)/u;
/** These begin a line of their own whatever stands before them; 一、 may be the end of 统一、 that the margin parted. */
const SURE_HEAD =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|各位代表[：:！!]|[—–]{1,2} ?(?:19|20)\d\d年|[（(〔【[]?(?:下转|上接|紧接))/u;
const STOP = /[。！？!?]/u;
/** A line of a contents page ends with its page number. */
const LEADER = /[.．…·—_-]{3} {0,4}\d{1,4}$/u;
const CLOSED = /[。！？!?：:；;”）)]/u;

/** Lines that reach the margin, each with the line in which its sentence goes on. */
export function brokenLines(text: string, lines: readonly Line[], margin: Margin): BrokenLine[] {
  const indented = lines.filter((line) => line.first - line.start >= 1).length;
  const byIndent = indented >= INDENTED_SHARE * lines.length && indented <= 0.6 * lines.length;
  const short = lines.map((line) => shortOf(text, line, margin));
  const [slack, slackAfterStop] = margin.by === 'width' ? [SLACK, SLACK_AFTER_STOP] : [SLACK_OF_COLUMN, 0];
  const full = lines.filter((_, index) => (short[index] ?? 0) <= slack);
  const stopped = full.filter((line) => STOP.test(text.charAt(line.last - 1)));
  // Paragraphs of one length are no broken lines: those end in the middle of a sentence more often than not.
  if (stopped.length > STOPPED_SHARE * full.length) return [];
  // Nor is a list of titles of one length.
  const heads = lines.filter((line) => HEAD.test(text.slice(line.first, line.first + 8)));
  if (heads.length > HEADS_SHARE * lines.length) return [];
  const breaks = lines.map((following, index): Break => {
    const line = lines[index - 1];
    const gap = short[index - 1] ?? 0;
    if (line === undefined || isParted(text, line, following)) return 'ends';
    if (gap > slack && !hadNoRoomFor(text, line, following, margin, gap)) return 'ends';
    if (SURE_HEAD.test(text.slice(following.first, following.first + 10))) return 'ends';
    if (byIndent && following.first > following.start) return 'ends';
    if (!isClosed(text, line, following))
      return LEADER.test(text.slice(Math.max(line.first, line.last - 16), line.last)) ? 'ends' : 'goes-on';
    if (gap > slackAfterStop) return 'ends';
    // What is short and has no stop of its own is a title.
    if ((short[index] ?? 0) > slack && !CLOSED.test(text.charAt(following.last - 1))) return 'ends';
    return byIndent ? 'goes-on' : 'unknown';
  });
  const opening = openingLines(text, lines, breaks);
  return lines.flatMap((following, index) => {
    const line = lines[index - 1];
    if (line === undefined || breaks[index] === 'ends' || opening.has(index)) return [];
    if (breaks[index] === 'unknown' && LOOSE_HEAD.test(text.slice(following.first, following.first + 8))) return [];
    return [{ line, following }];
  });
}

/** How much a line ends before the margin; below nothing for one that ends beyond. */
function shortOf(text: string, line: Line, { by, at }: Margin): Width {
  return at - (by === 'width' ? widthOf(text, line) : line.end - line.start);
}

/** Whether a line ends with a mark behind which another sentence may begin; the colon of a ratio (14.2:35.0) is none. */
function isClosed(text: string, line: Line, following: Line): boolean {
  const last = text.charAt(line.last - 1);
  const isRatio =
    /[:：]/u.test(last) && /\d/u.test(text.charAt(line.last - 2)) && /\d/u.test(text.charAt(following.first));
  return CLOSED.test(last) && !isRatio;
}

/** A number or a word that is never parted, with the mark behind it that may not begin a line. */
const UNPARTED = /^[0-9A-Za-z.%][0-9A-Za-z.%+-]*[、，。；：）”]?/u;
const LONGEST_UNPARTED = 16;

/** Whether a line ends early in the middle of a sentence because the number or word that follows would not have fitted into it. */
function hadNoRoomFor(text: string, line: Line, following: Line, { by }: Margin, gap: Width): boolean {
  if (isClosed(text, line, following)) return false;
  const [word = ''] = UNPARTED.exec(text.slice(following.first, following.first + LONGEST_UNPARTED)) ?? [];
  if (gap >= (by === 'width' ? [...word].reduce((sum, char) => sum + halfOf(char.charCodeAt(0)), 0) : word.length))
    return false;
  // A heading without a sentence behind it ends where it ends.
  const words = text.slice(line.first, line.last);
  return !HEAD.test(words) || STOP.test(words);
}

/** Whether an empty line stands between two lines: what is between them is more than their breaks, and all of it blank. */
function isParted(text: string, line: Line, following: Line): boolean {
  if (following.start === line.next) return false;
  for (let at = line.next; at < following.start; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13 && !isBlank(code)) return false;
  }
  return true;
}
