/** Lines that a copy has twice, one below the other: a page that shows each paragraph for two widths of screen. */
import type { Claim } from './claims.ts';

const RULE = 'noise/doubled-line';
/** A text is looked at here first: at the lines that stand at these shares of it. */
const PROBES = [0.2, 0.4, 0.5, 0.6, 0.8];
const FEWEST_PROBES = 3;
/** Shorter lines may well come twice: a number, a name of a menu. */
const LONG = 20;
/** Of the long lines such a share comes twice. */
const SHARE = 0.8;
const FEWEST = 5;

/** The second of each two like lines, with the line ends before it; none in a text where only some lines come twice. */
export function doubledLines(text: string): Claim[] {
  if (!mayBeDoubled(text)) return [];
  const claims: Claim[] = [];
  let long = 0;
  let twice = 0;
  for (let line = lineFrom(text, 0); line !== null; ) {
    const next = lineFrom(text, line.feed + 1);
    const isLike = next !== null && isSame(text, line, next);
    const weight = line.end - line.start >= LONG ? 1 : 0;
    long += weight;
    if (isLike) {
      twice += weight;
      claims.push({ start: line.end, end: next.end, replacement: '', rule: RULE });
    }
    line = isLike ? lineFrom(text, next.feed + 1) : next;
  }
  return twice >= FEWEST && twice >= long * SHARE ? claims : [];
}

/** A line without the blanks around it, and where it ends with them. */
interface PlainLine {
  readonly start: number;
  readonly end: number;
  readonly feed: number;
}

/** The first line from `from` on that has something to see; null where none is left. */
function lineFrom(text: string, from: number): PlainLine | null {
  for (let start = from; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const feed = found < 0 ? text.length : found;
    const words = text.slice(start, feed).trim();
    if (words !== '') {
      const first = text.indexOf(words, start);
      return { start: first, end: first + words.length, feed };
    }
    start = feed + 1;
  }
  return null;
}

function isSame(text: string, a: PlainLine, b: PlainLine): boolean {
  return a.end - a.start === b.end - b.start && text.slice(a.start, a.end) === text.slice(b.start, b.end);
}

/** Looks at a few lines only: nearly every text is done with here. */
function mayBeDoubled(text: string): boolean {
  let seen = 0;
  for (const share of PROBES) {
    const at = Math.floor(text.length * share);
    const first = lineFrom(text, text.lastIndexOf('\n', at) + 1);
    const second = first === null ? null : lineFrom(text, first.feed + 1);
    const third = second === null ? null : lineFrom(text, second.feed + 1);
    if (first === null || second === null || third === null) continue;
    if (isSame(text, first, second) || isSame(text, second, third)) seen++;
  }
  return seen >= FEWEST_PROBES;
}
