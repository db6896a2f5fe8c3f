/** Numbers inside quotation marks and titles are names, slogans or policies unless they carry a measure. */
import { designate, type Scan } from './scan.ts';

const LONGEST_QUOTE = 24;
const LONGEST_TITLE = 60;
const TITLE = 0x300a;
/** A measure inside the marks: the words quoted are a statement, not a name. */
const MEASURE = /[%％‰元亩]|百分|公里|平方|万[吨人户]/u;

/** “1%工作法”, “六个100%”, “十百千万人才”: names that hold a measure. */
const NAMED =
  /^(?:\d+%[一-龥]{1,4}[法制]|[一二两三四五六七八九十\d]+个(?:\d+[%％]|百分之百|百分百)|[十百千万]{3,}[一-龥]+)$/u;

/** Reads a quoted phrase that starts at `start`; gives the place after it, or after the mark when it is to be read as text. */
export function readQuoted(scan: Scan, start: number): number {
  const { text } = scan;
  const open = text.charCodeAt(start);
  // Each of “《「『 stands right before the mark that closes it.
  const close = open + 1;
  const limit = Math.min(text.length, start + 1 + (open === TITLE ? LONGEST_TITLE : LONGEST_QUOTE));
  let end = start + 1;
  let signs = 0;
  for (; end < limit; end += 1) {
    const code = text.charCodeAt(end);
    if (code === close) break;
    signs |= SIGNS[code] ?? 0;
  }
  if (end >= limit) return start + 1;
  if (signs === 0) return end + 1;
  const phrase = text.slice(start + 1, end);
  if (open !== TITLE && (signs & MEASURING) !== 0 && MEASURE.test(phrase) && !NAMED.test(phrase)) return start + 1;
  if ((signs & NUMERAL) === 0) return end + 1;
  const reason = reasonFor(open, phrase, text.slice(end + 1, end + 3));
  return reason === null ? end + 1 : designate(scan, start + 1, end, reason) + 1;
}

/** Whether a numeral or a measure can stand in the words. */
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

function reasonFor(open: number, phrase: string, after: string): 'plan' | 'policy' | 'name' | 'slogan' | null {
  if (phrase.length <= 3 && /^(?:[七八九]|十[一二三四五六]?)五$/u.test(phrase)) return 'plan';
  if (/[0-9０-９]/u.test(phrase)) return /\d+条$/u.test(phrase) || after.startsWith('新政') ? 'policy' : 'name';
  if (open === TITLE) return null;
  return 'slogan';
}
