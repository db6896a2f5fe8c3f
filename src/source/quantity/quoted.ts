/** Numbers inside quotation marks and titles are names, slogans or policies unless they carry a measure. */
import { designate, type Scan } from './scan.ts';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」', '『': '』' };
const LONGEST_QUOTE = 24;
const LONGEST_TITLE = 60;
/** A measure inside the marks: the words quoted are a statement, not a name. */
const MEASURE = /[%％‰元亩]|百分|公里|平方|万[吨人户]/u;

/** Reads a quoted phrase that starts at `start`; gives the place after it, or after the mark when it is to be read as text. */
export function readQuoted(scan: Scan, start: number): number {
  const { text } = scan;
  const open = text.charAt(start);
  const close = CLOSING[open] ?? open;
  const limit = open === '《' ? LONGEST_TITLE : LONGEST_QUOTE;
  const length = distanceTo(text, close, start + 1, limit);
  if (length < 0) return start + 1;
  const signs = signsIn(text, start + 1, start + 1 + length);
  if (signs === 0) return start + 2 + length;
  const phrase = text.slice(start + 1, start + 1 + length);
  if (open !== '《' && MEASURE.test(phrase)) return start + 1;
  const end = start + 1 + length;
  if (!/[0-9０-９一二两三四五六七八九十百千]/u.test(phrase)) return end + 1;
  const reason = reasonFor(open, phrase, text.slice(end + 1, end + 3));
  return reason === null ? end + 1 : designate(scan, start + 1, end, reason) + 1;
}

/** How far from `from` the mark stands; -1 when it is not within `limit`. */
function distanceTo(text: string, mark: string, from: number, limit: number): number {
  const code = mark.charCodeAt(0);
  const end = Math.min(text.length, from + limit);
  for (let at = from; at < end; at += 1) if (text.charCodeAt(at) === code) return at - from;
  return -1;
}

const NUMERAL = 1;
const MEASURING = 2;
const SIGNS = signTable();

function signTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const char of '%％‰元亩百公平万') table[char.charCodeAt(0)] = MEASURING;
  for (const char of '0123456789０１２３４５６７８９一二两三四五六七八九十百千') {
    table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] ?? 0) | NUMERAL;
  }
  return table;
}

/** Whether a numeral or a measure can stand between two places. */
function signsIn(text: string, from: number, to: number): number {
  let signs = 0;
  for (let at = from; at < to; at += 1) signs |= SIGNS[text.charCodeAt(at)] ?? 0;
  return signs;
}

function reasonFor(open: string, phrase: string, after: string): 'plan' | 'policy' | 'name' | 'slogan' | null {
  if (phrase.length <= 3 && /^(?:[七八九]|十[一二三四五六]?)五$/u.test(phrase)) return 'plan';
  if (/[0-9０-９]/u.test(phrase)) return /\d+条$/u.test(phrase) || after.startsWith('新政') ? 'policy' : 'name';
  if (open === '《') return null;
  return 'slogan';
}
