/** Reads the numbering at the start of a line / gives its level and value / promises: never takes a decimal or a list of numerals for a number. */

/** A number at the start of a line, such as 一、 or （三） or 12. ; `length` counts the characters of the label as written. */
export interface Enumerator {
  readonly level: 1 | 2 | 3;
  readonly number: number;
  readonly length: number;
}

const DIGITS = '零一二三四五六七八九';
const CHINESE = '[一二三四五六七八九十]{1,3}';
const LEVEL_1 = new RegExp(`^(${CHINESE})\\s{0,2}[、．.](?!${CHINESE}[、产次])`, 'u');
const LEVEL_1_PART = new RegExp(`^第(${CHINESE})(?:部分|章)[\\s:：、]{0,3}`, 'u');
const LEVEL_2 = new RegExp(`^[（(]\\s{0,2}(${CHINESE})\\s{0,2}[）)]\\s{0,2}[、．.]?`, 'u');
const LEVEL_3 = /^(\d{1,3})\s{0,2}(?:[、．](?!\d)|\.(?!\d)|\.(?=\d{4}年))/u;

/** Value of a numeral from 一 to 九十九; NaN for anything else. */
export function numeralValue(numeral: string): number {
  const ten = numeral.indexOf('十');
  if (ten < 0) return numeral.length === 1 ? digit(numeral) : Number.NaN;
  const tens = ten === 0 ? 1 : digit(numeral.slice(0, ten));
  const ones = ten === numeral.length - 1 ? 0 : digit(numeral.slice(ten + 1));
  return tens * 10 + ones;
}

function digit(numeral: string): number {
  const value = numeral === '两' ? 2 : DIGITS.indexOf(numeral);
  return numeral.length === 1 && value > 0 ? value : Number.NaN;
}

/** The count that is written in Chinese numerals or digits; NaN when it is neither. */
export function countOf(written: string): number {
  return /^\d{1,3}$/u.test(written) ? Number(written) : numeralValue(written);
}

/**
 * Value of the number that an entry of a numbered list starts with; null without one. After `last`, 14、710街坊 and 3.5G are the
 * entries 14 and 3: a list that counts on is trusted more than the look of a decimal.
 */
export function entryNumberOf(line: string, last: number): { readonly number: number; readonly length: number } | null {
  const strict = LEVEL_3.exec(line.slice(0, 24));
  if (strict) return { number: Number(strict[1]), length: strict[0].length };
  const loose = /^(\d{1,3})\s{0,2}[、．.]/u.exec(line.slice(0, 24));
  return loose && Number(loose[1]) === last + 1 ? { number: last + 1, length: loose[0].length } : null;
}

/** The number that a line starts with. `line` has no indentation; only its first characters are looked at. */
export function enumeratorOf(line: string): Enumerator | null {
  const first = line.charAt(0);
  const head = line.slice(0, 24);
  if (first === '（' || first === '(') return numbered(LEVEL_2.exec(head), 2, numeralValue);
  if (first === '第') return numbered(LEVEL_1_PART.exec(head), 1, numeralValue);
  if (first >= '0' && first <= '9') return numbered(LEVEL_3.exec(head), 3, Number);
  return '一二三四五六七八九十'.includes(first) ? numbered(LEVEL_1.exec(head), 1, numeralValue) : null;
}

/** First and last of the numbers that are one character: ① ⑴ ⒈ ❶. */
const SIGNS: readonly (readonly [first: number, last: number])[] = [
  [0x2460, 0x2473],
  [0x2474, 0x2487],
  [0x2488, 0x249b],
  [0x2776, 0x277f],
];
const LIST_MARK = /^(?:[（(]\s{0,2}(\d{1,3})\s{0,2}[）)]|(\d{1,3})\s{0,2}[）)])\s{0,2}[、．.]?/u;
const BRACKETED = new RegExp(`^[〔［[【]\\s{0,2}(${CHINESE})\\s{0,2}[〕］\\]】]\\s{0,2}[、．.]?`, 'u');

/** Rarer numbers of the second level: ㈠ 〔一〕. */
export function rareEnumeratorOf(line: string): Enumerator | null {
  const code = line.charCodeAt(0);
  if (code >= 0x3220 && code <= 0x3229) return { level: 2, number: code - 0x321f, length: 1 };
  if (code !== 0x5b && code !== 0xff3b && code !== 0x3010 && code !== 0x3014) return null;
  return numbered(BRACKETED.exec(line.slice(0, 24)), 2, numeralValue);
}

/** Numbers of items, which only together make a list: （1） 1） ① ⒈. All of them lie below 1. */
export function listMarkOf(line: string): Enumerator | null {
  const code = line.charCodeAt(0);
  if ((code >= 0x30 && code <= 0x39) || code === 0x28 || code === 0xff08) {
    const match = LIST_MARK.exec(line.slice(0, 24));
    return match ? { level: 3, number: Number(match[1] ?? match[2]), length: match[0].length } : null;
  }
  if (code < 0x2460 || code > 0x277f) return null;
  const sign = SIGNS.find(([first, last]) => code >= first && code <= last);
  return sign ? { level: 3, number: code - sign[0] + 1, length: 1 } : null;
}

const LOOSE = new RegExp(`^(${CHINESE})(?:\\s{1,4}|[，,：:])\\s{0,4}(?=[^\\s一二三四五六七八九十])`, 'u');

/** 一　 or 一： at the start of a line that is known to be a title. */
export function looseEnumeratorOf(line: string): Enumerator | null {
  if (!'一二三四五六七八九十'.includes(line.charAt(0))) return null;
  return numbered(LOOSE.exec(line.slice(0, 24)), 1, numeralValue);
}

function numbered(
  match: RegExpExecArray | null,
  level: 1 | 2 | 3,
  value: (numeral: string) => number,
): Enumerator | null {
  if (!match) return null;
  const number = value(match[1] ?? '');
  return Number.isInteger(number) ? { level, number, length: match[0].length } : null;
}
