/** Numbers inside quotation marks and titles are names, slogans or policies unless they carry a measure. */
import { chineseDigit, isDigit } from './numeral.ts';
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
  const inner = text.slice(start + 1, start + 1 + limit);
  const length = inner.indexOf(close);
  if (length < 0) return start + 1;
  const phrase = inner.slice(0, length);
  if (open !== '《' && MEASURE.test(phrase)) return start + 1;
  const end = start + 1 + length;
  const reason = reasonFor(open, phrase, text.slice(end + 1, end + 3));
  return reason === null ? end + 1 : designate(scan, start + 1, end, reason) + 1;
}

function reasonFor(open: string, phrase: string, after: string): 'plan' | 'policy' | 'name' | 'slogan' | null {
  if (/^十[一二三四五六]五$/u.test(phrase)) return 'plan';
  const digits = [...phrase].some((char) => isDigit(char.charCodeAt(0)));
  if (digits) return /\d+条$/u.test(phrase) || /^新?政/u.test(after) ? 'policy' : 'name';
  if (open === '《') return null;
  return [...phrase].some((char) => chineseDigit(char) > 0) ? 'slogan' : null;
}
