/** Reads a text / gives its lines that are not blank / promises: linear, and each line knows its place without indentation. */

/** A line without the spaces around it. `head` and `tail` are folded for comparison and cut, so that a huge line costs nothing. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  /** Folded first characters (up to `HEAD` before folding). */
  readonly head: string;
  /** Folded last characters (up to `TAIL` before folding). */
  readonly tail: string;
}

const HEAD = 240;
const TAIL = 80;

/** The lines of a text that hold anything but spaces. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 ? text.length : feed;
    const line = lineIn(text, from, to);
    if (line) lines.push(line);
    from = to + 1;
  }
  return lines;
}

function lineIn(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const head = fold(text.slice(start, Math.min(end, start + HEAD)));
  if (head === '' && end - start <= HEAD) return null;
  const tail = end - start <= TAIL ? head : fold(text.slice(end - TAIL, end));
  return { start, end, length: end - start, head, tail };
}

/** True for blanks of any width, and for marks that take no room. */
export function isSpace(code: number): boolean {
  if (code > 0x3000 && code !== 0xfeff) return false;
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0x3000 || code === 0xfeff) return true;
  return (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x2060;
}

/** Comparison form: full-width letters, digits and marks as half-width; spaces, bold and heading marks dropped. */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  let length = 0;
  let changed = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === 0x2a || code === 0x23 || code === 0xff0a) continue;
    const folded = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
    changed ||= folded !== code;
    units[length++] = folded;
  }
  if (!changed && length === text.length) return text;
  return textOf(units.subarray(0, length));
}

/** As many units as may safely be passed as arguments of one call. */
const MOST_ARGUMENTS = 8192;

function textOf(units: Uint16Array): string {
  if (units.length <= MOST_ARGUMENTS) return String.fromCharCode(...units);
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += MOST_ARGUMENTS) {
    parts.push(String.fromCharCode(...units.subarray(at, at + MOST_ARGUMENTS)));
  }
  return parts.join('');
}

/** True when a line carries a sentence or a good part of one. */
export function isSentence(line: Line): boolean {
  if (line.length < 10) return false;
  if (/[。;!?；！？]/.test(line.tail) || /[。；！？]/.test(line.head)) return true;
  return line.length >= 36 && /[,，、]/.test(line.head);
}

/** True when one of the words occurs. */
export function hasAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
