/** Reads one number, in Arabic or Chinese numerals or a mix of both / gives it exactly as written / promises to look at no more characters than the number has. */
import type { Units } from '../../rules/vocabulary/units.ts';
import { shifted, type Written } from './written.ts';

export interface NumberRead {
  readonly number: Written;
  /** One past the last character of digits and scale. */
  readonly end: number;
  /** Words between digits and scale that make it inexact: 余, 多, 来. */
  readonly inside: string | null;
}

/** One more than the value of each Chinese digit; 0 for every other character. */
const DIGITS = digitTable();

function digitTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  const digits = '零一二三四五六七八九';
  for (let value = 0; value < digits.length; value += 1) table[digits.charCodeAt(value)] = value + 1;
  table['〇'.charCodeAt(0)] = 1;
  table['两'.charCodeAt(0)] = 3;
  return table;
}
/** No honest number of a report has more digits; a longer run is an identifier. */
const LONGEST = 24;

export function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** The ASCII digit for an ASCII or full-width one. */
function asciiDigit(code: number): string {
  return String.fromCharCode(code >= 0xff10 ? code - 0xff10 + 48 : code);
}

/** Value of one Chinese digit; -1 for any other character. */
export function chineseDigit(char: string): number {
  return char === '' ? -1 : (DIGITS[char.charCodeAt(0)] ?? 0) - 1;
}

/** Power of ten of 十 百 千 万 亿; 0 for any other character. */
export function scalePower(char: string): number {
  switch (char) {
    case '十':
      return 1;
    case '百':
      return 2;
    case '千':
      return 3;
    case '万':
      return 4;
    case '亿':
      return 8;
    default:
      return 0;
  }
}

/** End of the run of digits that starts at `start`. */
export function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** Reads Arabic digits with separators, decimals and scale words; null when the run is too long to be a number. */
export function readArabic(text: string, start: number, units: Units): NumberRead | null {
  const mantissa = readMantissa(text, start);
  if (mantissa === null) return null;
  const first = readScale(text, mantissa.end, mantissa.number, units);
  const next = text.charCodeAt(first.end);
  if (!first.number.scaled || !isDigit(next) || first.inside !== null) return first;
  return addSmaller(text, first, units);
}

function readMantissa(text: string, start: number): { number: Written; end: number } | null {
  let digits = '';
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += asciiDigit(code);
    else if (!isSeparator(text, at, digits.length)) break;
    at += 1;
    if (digits.length > LONGEST) return null;
  }
  let exponent = 0;
  const point = text.charAt(at);
  if ((point === '.' || point === '．') && isDigit(text.charCodeAt(at + 1))) {
    const end = digitsEnd(text, at + 1);
    if (end - at > LONGEST) return null;
    for (let i = at + 1; i < end; i += 1) digits += asciiDigit(text.charCodeAt(i));
    exponent = at + 1 - end;
    at = end;
  }
  return { number: { digits: withoutZeros(digits), exponent, scaled: false }, end: at };
}

/** The digits without leading zeros; one is left of nothing but zeros. */
function withoutZeros(digits: string): string {
  return digits.charCodeAt(0) === 48 ? digits.replace(/^0+(?=.)/u, '') : digits;
}

/** A comma counts as thousands separator only where exactly three digits follow. */
function isSeparator(text: string, at: number, before: number): boolean {
  const char = text.charAt(at);
  if ((char !== ',' && char !== '，') || before === 0) return false;
  const end = digitsEnd(text, at + 1);
  if (end - at !== 4) return false;
  const wide = text.charCodeAt(at + 1) >= 0xff10;
  if (char === '，' && !wide) return false;
  let back = at;
  while (isDigit(text.charCodeAt(back - 1)) && at - back < 4) back -= 1;
  return at - back <= 3;
}

/** Multiplies by the 百 千 万 亿 that follow. A unit that begins with such a word (千瓦, 百分点) is left alone. */
function readScale(text: string, start: number, number: Written, units: Units): NumberRead {
  let at = start;
  let power = 0;
  let scaled = false;
  let inside: string | null = null;
  for (;;) {
    const gap = isGap(text, at) && scalePower(text.charAt(at + 1)) >= 4 ? 1 : 0;
    const char = text.charAt(at + gap);
    if ((char === '余' || char === '多' || char === '来') && inside === null && followsInside(text, at + 1, units)) {
      inside = char;
      at += 1;
      continue;
    }
    const by = scalePower(char);
    if (by < 2 || units.match(text, at + gap) !== null) break;
    if (by < 4 && !afterSmallScale(text, at + gap + 1, units)) break;
    power += by;
    scaled ||= by >= 4;
    at += gap + 1;
  }
  return { number: shifted(number, power, scaled), end: at, inside };
}

function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 0xa0 || code === 0x3000;
}

/** 百 and 千 scale a number only before 万, 亿, a unit or 余: 5千万, 3百家; 2024百强 is no 202400. */
function afterSmallScale(text: string, at: number, units: Units): boolean {
  return '万亿余多'.includes(text.charAt(at) || '-') || units.match(text, at) !== null;
}

function followsInside(text: string, at: number, units: Units): boolean {
  return scalePower(text.charAt(at)) >= 4 || units.match(text, isGap(text, at) ? at + 1 : at) !== null;
}

/** 3亿5千万: adds a second part whose scale is smaller than the first one's. */
function addSmaller(text: string, first: NumberRead, units: Units): NumberRead {
  const mantissa = readMantissa(text, first.end);
  if (mantissa === null) return first;
  const second = readScale(text, mantissa.end, mantissa.number, units);
  const gap = first.number.exponent - second.number.exponent;
  const fits = second.end > mantissa.end && gap > 0 && second.number.digits.length <= gap && gap < LONGEST;
  if (!fits) return first;
  const sum = BigInt(first.number.digits) * 10n ** BigInt(gap) + BigInt(second.number.digits);
  return {
    number: { digits: sum.toString(), exponent: second.number.exponent, scaled: true },
    end: second.end,
    inside: second.inside,
  };
}

/** Reads a Chinese numeral: 三亿五千万, 两万三, 七点二, 二〇三五. Null when none starts here. */
export function readChinese(text: string, start: number): NumberRead | null {
  let end = start;
  while (end - start <= LONGEST && (chineseDigit(text.charAt(end)) >= 0 || scalePower(text.charAt(end)) > 0)) end += 1;
  if (end === start || end - start > LONGEST) return null;
  const whole = text.slice(start, end);
  const number = /[十百千万亿]/u.test(whole) ? sections(whole) : plainDigits(whole);
  if (number === null) return null;
  return withDecimals(text, end, number);
}

function plainDigits(whole: string): Written {
  let digits = '';
  for (const char of whole) {
    const digit = String(chineseDigit(char));
    digits = digits === '0' ? digit : digits + digit;
  }
  return { digits, exponent: 0, scaled: false };
}

/** Sums sections of ten thousand. Stays below 10^16, where whole numbers are exact. */
function sections(whole: string): Written | null {
  let total = 0;
  let section = 0;
  let digit = -1;
  let place = 1;
  let lastScale = 1;
  for (const char of whole) {
    const power = scalePower(char);
    if (power === 0) {
      if (digit > 0) return null;
      digit = chineseDigit(char);
      if (digit === 0) lastScale = 10;
      else place = 1;
      continue;
    }
    if (power < 4) {
      place = 10 ** power;
      section += Math.max(digit, 1) * place;
    } else {
      const scale = 10 ** power;
      section += Math.max(digit, 0);
      const open = total > 0 && total % (scale * 10_000) === 0 ? 0 : total;
      total = total - open + Math.max(open + section, 1) * scale;
      place *= scale;
      section = 0;
    }
    lastScale = 10 ** power;
    digit = -1;
  }
  if (digit > 0) {
    place = lastScale > 10 ? lastScale / 10 : 1;
    section += digit * place;
  }
  total += section;
  if (total > Number.MAX_SAFE_INTEGER || !Number.isSafeInteger(total)) return null;
  const zeros = Math.min(Math.round(Math.log10(place)), trailingZeros(total));
  const scaled = /[万亿]/u.test(whole);
  return { digits: String(total).slice(0, String(total).length - zeros), exponent: zeros, scaled };
}

function trailingZeros(value: number): number {
  return value === 0 ? 0 : (/0*$/u.exec(String(value))?.[0].length ?? 0);
}

function withDecimals(text: string, end: number, number: Written): NumberRead {
  if (text.charAt(end) !== '点' || chineseDigit(text.charAt(end + 1)) < 0) return { number, end, inside: null };
  let digits = number.digits + '0'.repeat(number.exponent);
  let at = end + 1;
  while (chineseDigit(text.charAt(at)) >= 0 && at - end < LONGEST) {
    digits += String(chineseDigit(text.charAt(at)));
    at += 1;
  }
  const read = { digits: withoutZeros(digits), exponent: end + 1 - at, scaled: number.scaled };
  const power = scalePower(text.charAt(at));
  return power >= 4
    ? { number: shifted(read, power, true), end: at + 1, inside: null }
    : { number: read, end: at, inside: null };
}
