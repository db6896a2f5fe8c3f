/** Reads a report's text and its figures / gives the sketch that copies are found by / promises: figures never weigh in the likeness, and never get lost in the digest. */
import { createHash } from 'node:crypto';
import type { NumberHashes } from '../model/fact.ts';
import type { Figure } from '../model/figure.ts';
import { mix, numbersOf } from './sketch/numbers.ts';
import { scatter, settle, toStarts } from './sketch/order.ts';

export interface Sketch {
  /** Sorted distinct 32-bit hashes of the shingles of the comparison form, figures masked. */
  readonly shingles: Uint32Array;
  readonly numbers: NumberHashes;
  /** SHA-256, hex, of the comparison form with its figures, written as UTF-16LE. */
  readonly formSha256: string;
}

/** Characters in a shingle: five Chinese characters are about a clause's core, and survive a change of 1 in 100 characters. */
const WIDTH = 5;
/** FNV's 32-bit prime, here the base of a polynomial rolling hash (Karp and Rabin 1987). */
const BASE = 0x01000193;
/** Stands for a figure, whatever it says. */
const HASH = 35;
/** The mark that belongs to a number. */
const DOT = 46;
const BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;
const [WORD, DIGIT, SIGN, POINT] = [1, 2, 3, 4];

/** Classes of UTF-16 code units; 0 is what no form keeps. Halves of a surrogate pair count as words: rare ideographs are written so. */
const CLASSES = classes();
function classes(): Uint8Array {
  const table = new Uint8Array(65536);
  const units = Uint16Array.from(table, (_, code) => (code >= 0xd800 && code <= 0xdfff ? 0 : code));
  const all = new TextDecoder(BIG_ENDIAN ? 'utf-16be' : 'utf-16le', { ignoreBOM: true }).decode(units);
  for (const { 0: run, index } of all.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) table.fill(WORD, index, index + run.length);
  for (const { 0: run, index } of all.matchAll(/[\p{S}%‰]+/gu)) table.fill(SIGN, index, index + run.length);
  for (const { 0: run, index } of all.matchAll(/[^\P{P}%‰]+/gu)) table.fill(POINT, index, index + run.length);
  return table.fill(WORD, 0xd800, 0xe000).fill(DIGIT, 48, 58);
}

/** The NFKC of characters that never join their neighbours: one code unit of the table for one; 0 for every other. */
const FOLDED = foldTable();
/** The same for signs that fold to several. */
const LONGER: ReadonlyMap<number, Uint16Array> = new Map(
  Array.from('ⅡⅢⅣⅥⅦⅧⅨ…⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㎡㎥℃', (char) => [char.charCodeAt(0), unitsOf(char.normalize('NFKC'))]),
);
/** Room for what those signs add to a form; a text with more of them goes the general way. */
const ROOM = 4096;

function foldTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 1; code < 128; code++) table[code] = code;
  for (let code = 0x21; code < 0x7f; code++) table[0xfee0 + code] = code;
  const others = '\u00a0\u2002\u2003\u2009\u3000·•—–‘’“”、。〈〉《》「」『』【】〔〕〇×÷±‰→●○■□◆◇★☆▲△∶─ⅠⅤⅩ①②③④⑤⑥⑦⑧⑨';
  for (const char of others) table[char.charCodeAt(0)] = char.normalize('NFKC').charCodeAt(0);
  return table;
}

/** Both comparison forms while they are written. */
interface Forms {
  /** Spaces and punctuation dropped, but a mark that stands alone between two digits stays (4.5 is not 45). */
  readonly full: Uint16Array;
  /** Words and masks only: what shingles are cut from. Digits left over (dates, names) are masked too. */
  readonly words: Uint16Array;
  /** Places in the full form where a number begins. */
  readonly starts: number[];
  fullLength: number;
  wordsLength: number;
  /** Class of the last character of the full form; the mark that stays if a digit follows, 0 when none waits. */
  last: number;
  waiting: number;
}

/**
 * Sketches one report. Two texts that differ only in width, spaces, line breaks or punctuation give the same sketch;
 * texts that differ only in figures give the same shingles and another digest.
 */
export function sketch(text: string, figures: readonly Pick<Figure, 'range'>[]): Sketch {
  const ranges = figures.map((figure) => figure.range).sort((a, b) => a.start - b.start);
  const forms = newForms(text.length + figures.length + ROOM);
  if (addText(forms, unitsOf(text), ranges)) return sketchOf(forms, forms);
  return sketchOf(normalForms(masked(text, ranges)), normalForms(text));
}

/** A sketch of the words of one form and of the numbers and digest of the other. */
function sketchOf(words: Forms, { full, fullLength, starts }: Forms): Sketch {
  const numbers = numbersOf(full, fullLength, starts);
  const formSha256 = digestOf(full, fullLength);
  return { shingles: shinglesOf(words), numbers, formSha256 };
}

function newForms(room: number): Forms {
  const memory = new ArrayBuffer(room * 4);
  const [full, words] = [new Uint16Array(memory, 0, room), new Uint16Array(memory, room * 2, room)];
  return { full, words, starts: [], fullLength: 0, wordsLength: 0, last: 0, waiting: 0 };
}

function unitsOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  if (BIG_ENDIAN) bytes.swap16();
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

/** The text with each figure replaced by the mask. Overlapping ranges count once. */
function masked(text: string, ordered: readonly Figure['range'][]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of ordered) {
    if (end > at) out += `${text.slice(at, Math.max(at, start))}#`;
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}

function normalForms(text: string): Forms {
  const units = unitsOf(text.normalize('NFKC'));
  const forms = newForms(units.length);
  addRun(forms, units, 0, units.length, null);
  return forms;
}

/** Writes the forms of a text, its figures masked in the words; false where it holds what only the general way can fold. */
function addText(forms: Forms, units: Uint16Array, ordered: readonly Figure['range'][]): boolean {
  let from = 0;
  for (const { start, end } of ordered) {
    if (end <= from) continue;
    if (!addFolded(forms, units, from, start)) return false;
    const length = forms.wordsLength;
    if (!addFolded(forms, units, Math.max(from, start), end)) return false;
    forms.wordsLength = addMask(forms.words, length);
    from = end;
  }
  return addFolded(forms, units, from, units.length);
}

function addFolded(forms: Forms, units: Uint16Array, from: number, to: number): boolean {
  for (let at = addRun(forms, units, from, to, FOLDED); at < to; at = addRun(forms, units, at + 1, to, FOLDED)) {
    const longer = LONGER.get(units[at] ?? 0);
    if (longer === undefined || forms.fullLength > at + ROOM - 8) return false;
    addRun(forms, longer, 0, longer.length, null);
  }
  return true;
}

/** Writes characters of `from` to `to`, folded or as they are; gives the place of the first that `fold` does not know, or `to`. */
function addRun(forms: Forms, units: Uint16Array, from: number, to: number, fold: Uint16Array | null): number {
  const { full, words, starts } = forms;
  let { fullLength, wordsLength, last, waiting } = forms;
  let at = from;
  for (; at < to; at++) {
    let raw = units[at] ?? 0;
    if (raw >= 0x4e00 && raw <= 0x9fff) {
      do {
        full[fullLength++] = raw;
        words[wordsLength++] = raw;
        raw = ++at < to ? (units[at] ?? 0) : 0;
      } while (raw >= 0x4e00 && raw <= 0x9fff);
      last = WORD;
      waiting = 0;
      if (at >= to) break;
    }
    const code = fold === null ? raw : (fold[raw] ?? 0);
    if (code === 0 && fold !== null) break;
    const kind = CLASSES[code] ?? 0;
    if (kind === WORD) words[wordsLength++] = code;
    else if (kind === DIGIT || code === HASH) wordsLength = addMask(words, wordsLength);
    if (kind === POINT) waiting = last === DIGIT && waiting === 0 ? code : 0;
    if (kind === 0 || kind === POINT) continue;
    if (kind === DIGIT) {
      if (waiting !== 0) full[fullLength++] = waiting;
      if (last !== DIGIT || (waiting !== 0 && waiting !== DOT)) starts.push(fullLength);
    }
    full[fullLength++] = code;
    last = kind;
    waiting = 0;
  }
  forms.fullLength = fullLength;
  forms.wordsLength = wordsLength;
  forms.last = last;
  forms.waiting = waiting;
  return at;
}

/** Masks in a row are one; gives the new length. */
function addMask(words: Uint16Array, length: number): number {
  if (length > 0 && words[length - 1] === HASH) return length;
  words[length] = HASH;
  return length + 1;
}

function digestOf(full: Uint16Array, fullLength: number): string {
  const bytes = Buffer.from(full.buffer, 0, fullLength * 2);
  if (BIG_ENDIAN) bytes.swap16();
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Hashes of all shingles: sorted, each once. A form shorter than a shingle is one shingle; an empty one has none. The
 * hashes are spread evenly: one pass into about as many buckets all but sorts them, unless the text repeats itself. They are
 * ordered in the memory of the forms, which nobody reads any more.
 */
function shinglesOf({ words, wordsLength }: Forms): Uint32Array {
  if (wordsLength === 0) return new Uint32Array(0);
  const width = Math.min(WIDTH, wordsLength);
  const hashes = new Int32Array(wordsLength - width + 1);
  const ordered = new Uint32Array(words.buffer, 0, hashes.length);
  const shift = Math.max(Math.clz32(hashes.length), 12);
  const counts = new Int32Array(2 ** (32 - shift));
  hashShingles(words, wordsLength, hashes, shift, counts);
  const fullest = toStarts(counts);
  scatter(hashes, ordered, shift, counts);
  if (fullest > 64) ordered.sort();
  return ordered.slice(0, settle(ordered));
}

/** Fills `hashes` with one hash a shingle, and counts how many fall in each bucket. */
function hashShingles(form: Uint16Array, length: number, hashes: Int32Array, shift: number, counts: Int32Array): void {
  const width = Math.min(WIDTH, length);
  let leaving = 1;
  let rolling = 0;
  for (let at = 0; at < width - 1; at++) {
    leaving = Math.imul(leaving, BASE);
    rolling = (Math.imul(rolling, BASE) + (form[at] ?? 0)) | 0;
  }
  for (let at = width - 1, from = 0; at < length; at++, from++) {
    rolling = (Math.imul(rolling, BASE) + (form[at] ?? 0)) | 0;
    const hash = mix(rolling);
    hashes[from] = hash;
    const bucket = hash >>> shift;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    rolling = (rolling - Math.imul(form[from] ?? 0, leaving)) | 0;
  }
}
