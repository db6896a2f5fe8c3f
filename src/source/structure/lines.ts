/** Reads a text / gives its lines that are not blank / promises: linear, and each line knows its place without indentation. */

/**
 * A line without the spaces around it. What is folded for comparison is cut, so that a huge line costs nothing, and made when it is
 * first asked for: most lines are told by their first characters or their length.
 */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  /** Its first code unit, as written: most lines are told by it, and need no folding. */
  readonly first: number;
  /** The first characters of `head` (up to `BEGIN`): enough for a numbering. */
  readonly begin: string;
  /** Folded first characters (up to `HEAD` before folding). */
  readonly head: string;
  /** Folded last characters (up to `TAIL` before folding). */
  readonly tail: string;
  /** True when the line carries a sentence or a good part of one. */
  readonly sentence: boolean;
}

export const HEAD = 240;
const TAIL = 80;
const BEGIN = 24;
/** Characters before folding that nearly always give `BEGIN` folded ones. */
const BEGIN_WRITTEN = 32;

const STOP_NEAR_END = /[。;!?；！？]/;
const COMMA = /[,，、]/;

class TextLine implements Line {
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  #begin: string | null = null;
  #head: string | null = null;
  #tail: string | null = null;
  #sentence: boolean | null = null;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.start = start;
    this.end = end;
  }

  get length(): number {
    return this.end - this.start;
  }

  get first(): number {
    return this.#text.charCodeAt(this.start);
  }

  get begin(): string {
    this.#begin ??= this.#beginning();
    return this.#begin;
  }

  get head(): string {
    this.#head ??= fold(this.#first(HEAD));
    return this.#head;
  }

  get tail(): string {
    this.#tail ??= this.length <= TAIL ? this.head : fold(this.#last(TAIL));
    return this.#tail;
  }

  get sentence(): boolean {
    this.#sentence ??= this.#readsAsSentence();
    return this.#sentence;
  }

  #beginning(): string {
    const begin = fold(this.#first(BEGIN_WRITTEN));
    return (begin.length < BEGIN && this.length > BEGIN_WRITTEN ? this.head : begin).slice(0, BEGIN);
  }

  /** Folding changes none of the answers here, so the text is read as written. */
  #readsAsSentence(): boolean {
    if (this.length < 10) return false;
    if (this.#text.charCodeAt(this.end - 1) === FULL_STOP) return true;
    return sentenceIn(this.length, this.#first(HEAD), this.#last(TAIL));
  }

  #first(count: number): string {
    return this.#text.slice(this.start, Math.min(this.end, this.start + count));
  }

  #last(count: number): string {
    return this.#text.slice(Math.max(this.start, this.end - count), this.end);
  }
}

const FULL_STOP = 0x3002;

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

/** The line that stands between two places; null when nothing but blanks or marks does. */
export function lineIn(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const line = new TextLine(text, start, end);
  return isMark(text.charCodeAt(start)) && line.length <= HEAD && line.head === '' ? null : line;
}

/** True for blanks of any width, and for marks that take no room. */
export function isSpace(code: number): boolean {
  if (code > 0x3000 && code !== 0xfeff) return false;
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0x3000 || code === 0xfeff) return true;
  return (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x2060;
}

/** True for the marks of bold and headings that a text may still carry. */
function isMark(code: number): boolean {
  return code === 0x2a || code === 0x23 || code === 0xff0a;
}

/** Comparison form: full-width letters, digits and marks as half-width; spaces, bold and heading marks dropped. */
export function fold(text: string): string {
  let out = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Han characters and their stops: nearly every character of a report.
    if (code > 0x3000 && code < 0xfeff) continue;
    const dropped = isSpace(code) || isMark(code);
    if (!dropped && !isWide(code)) continue;
    out += text.slice(kept, at);
    if (!dropped) out += String.fromCharCode(code - 0xfee0);
    kept = at + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}

function isWide(code: number): boolean {
  return code >= 0xff01 && code <= 0xff5e;
}

/** True when a line carries a sentence or a good part of one. */
export function isSentence(line: Line): boolean {
  return line.sentence;
}

/** The same for any words: their length, how they begin and how they end, folded or not. */
export function sentenceIn(length: number, head: string, tail: string): boolean {
  if (length < 10) return false;
  if (STOP_NEAR_END.test(tail) || head.includes('。')) return true;
  return length >= 36 && COMMA.test(head);
}

/** True when one of the words occurs. */
export function hasAny(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}
