/** Reads a report's text and its figures / gives the sketch that copies are found by / promises: figures never weigh in the likeness, and never get lost in the digest. */
import { createHash } from 'node:crypto';
import type { Figure } from '../model/figure.ts';

export interface Sketch {
  /** Sorted distinct 32-bit hashes of the shingles of the comparison form, figures masked. */
  readonly shingles: Uint32Array;
  /** SHA-256, hex, of the comparison form with its figures, written as UTF-16LE. */
  readonly formSha256: string;
}

/** Characters in a shingle: five Chinese characters are about a clause's core, and survive a change of 1 in 100 characters. */
const WIDTH = 5;
/** Stands for a figure, whatever it says. */
const MASK = '#';

/**
 * Sketches one report. Two texts that differ only in width, spaces, line breaks or punctuation give the same sketch;
 * texts that differ only in figures give the same shingles and another digest.
 */
export function sketch(text: string, figures: readonly Pick<Figure, 'range'>[]): Sketch {
  const formSha256 = createHash('sha256').update(figureForm(text)).digest('hex');
  return { shingles: shinglesOf(wordForm(masked(text, figures))), formSha256 };
}

/** The text with each figure replaced by the mask. Overlapping ranges count once. */
function masked(text: string, figures: readonly Pick<Figure, 'range'>[]): string {
  const ordered = figures.map((figure) => figure.range).sort((a, b) => a.start - b.start);
  const out: string[] = [];
  let at = 0;
  for (const { start, end } of ordered) {
    if (end <= at) continue;
    out.push(text.slice(at, Math.max(at, start)), MASK);
    at = end;
  }
  out.push(text.slice(at));
  return out.join('');
}

/** Classes of characters; 0 is what no form keeps. */
const WORD = 1;
const DIGIT = 2;
const SIGN = 3;
const POINT = 4;
const HASH = 35;

/** What each UTF-16 code unit is to the comparison form. Halves of a surrogate pair count as words: rare ideographs are written so. */
const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < 65536; code++) {
    const char = String.fromCharCode(code);
    if (code >= 48 && code <= 57) table[code] = DIGIT;
    else if (char === '%' || char === '‰') table[code] = SIGN;
    else if (code >= 0xd800 && code <= 0xdfff) table[code] = WORD;
    else if (/[\p{L}\p{N}\p{M}]/u.test(char)) table[code] = WORD;
    else if (/[\p{S}]/u.test(char)) table[code] = SIGN;
    else if (/[\p{P}]/u.test(char)) table[code] = POINT;
  }
  return table;
}

/** Code units of the form that shingles are cut from: words and masks; digits left over (dates, names) are masked too. */
function wordForm(text: string): Uint16Array {
  const folded = text.normalize('NFKC');
  const out = new Uint16Array(folded.length);
  let length = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const kind = CLASSES[code];
    if (kind === WORD) out[length++] = code;
    else if ((kind === DIGIT || code === HASH) && out[length - 1] !== HASH) out[length++] = HASH;
  }
  return out.subarray(0, length);
}

/**
 * The form with figures, as UTF-16LE bytes: spaces and punctuation dropped, but a mark that stands alone between two digits
 * stays (4.5 is not 45).
 */
function figureForm(text: string): Uint8Array {
  const folded = text.normalize('NFKC');
  const out = new Uint8Array(folded.length * 2);
  let length = 0;
  let last = 0;
  let waiting = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const kind = CLASSES[code] ?? 0;
    if (kind === 0) continue;
    if (kind === POINT) {
      waiting = last === DIGIT && waiting === 0 ? code : 0;
      continue;
    }
    if (waiting !== 0 && kind === DIGIT) {
      out[length++] = waiting & 255;
      out[length++] = waiting >> 8;
    }
    out[length++] = code & 255;
    out[length++] = code >> 8;
    last = kind;
    waiting = 0;
  }
  return out.subarray(0, length);
}

/** FNV's 32-bit prime, here the base of a polynomial rolling hash (Karp and Rabin 1987). */
const BASE = 0x01000193;

/** Hashes of all shingles: sorted, each once. A form shorter than a shingle is one shingle; an empty one has none. */
function shinglesOf(form: Uint16Array): Uint32Array {
  if (form.length === 0) return new Uint32Array(0);
  const width = Math.min(WIDTH, form.length);
  let leaving = 1;
  for (let power = 1; power < width; power++) leaving = Math.imul(leaving, BASE);
  const hashes = new Uint32Array(form.length - width + 1);
  let rolling = 0;
  for (let at = 0; at < form.length; at++) {
    if (at >= width) rolling = (rolling - Math.imul(form[at - width] ?? 0, leaving)) | 0;
    rolling = (Math.imul(rolling, BASE) + (form[at] ?? 0)) | 0;
    if (at >= width - 1) hashes[at - width + 1] = mix(rolling);
  }
  return distinct(sorted(hashes));
}

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): spreads the rolling hash evenly, so that its smallest values are a fair sample. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Radix sort, three passes of 11 bits: linear, and several times faster than comparing. */
function sorted(values: Uint32Array): Uint32Array {
  const spare = new Uint32Array(values.length);
  pass(values, spare, 0);
  pass(spare, values, 11);
  pass(values, spare, 22);
  return spare;
}

/** Moves `from` to `to` in order of the 11 bits above `shift`; equal ones keep their order. */
function pass(from: Uint32Array, to: Uint32Array, shift: number): void {
  const starts = new Int32Array(2049);
  for (let at = 0; at < from.length; at++) {
    const slot = (((from[at] ?? 0) >>> shift) & 2047) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < 2049; slot++) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  for (let at = 0; at < from.length; at++) {
    const value = from[at] ?? 0;
    const slot = (value >>> shift) & 2047;
    const place = starts[slot] ?? 0;
    to[place] = value;
    starts[slot] = place + 1;
  }
}

function distinct(ordered: Uint32Array): Uint32Array {
  let length = 0;
  for (let at = 0; at < ordered.length; at++) {
    const value = ordered[at] ?? 0;
    if (at === 0 || value !== ordered[length - 1]) ordered[length++] = value;
  }
  return ordered.slice(0, length);
}
