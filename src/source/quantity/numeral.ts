/** Reads one number that begins with an Arabic digit, with Chinese scales behind it / gives it exactly as written / promises to look at no more characters than the number has. */
import type { Units } from '../../rules/vocabulary/units.ts';
import { isHan } from '../han.ts';
import { scalePower } from './han.ts';
import { shifted, type Written, withoutZeros } from './written.ts';

export interface NumberRead {
  readonly number: Written;
  /** One past the last character of digits and scale. */
  readonly end: number;
  /** Words between digits and scale that make it inexact: 余, 多, 来. */
  readonly inside: string | null;
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
  if (first.end === mantissa.end || !isDigit(next) || first.inside !== null) return first;
  return addSmaller(text, first, units);
}

function readMantissa(text: string, start: number): { number: Written; end: number } | null {
  let at = plainEnd(text, start);
  let digits = text.slice(start, at);
  if (digits.length > LONGEST) return null;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += asciiDigit(code);
    else if (!(isTorn(text, start, at) || isSeparator(text, at, digits.length))) break;
    at += 1;
    if (digits.length > LONGEST) return null;
  }
  let exponent = 0;
  const point = text.charAt(at);
  if ((point === '.' || point === '．') && isDigit(text.charCodeAt(at + 1))) {
    const end = digitsEnd(text, at + 1);
    if (end - at > LONGEST) return null;
    if (plainEnd(text, at + 1) === end) digits += text.slice(at + 1, end);
    else for (let i = at + 1; i < end; i += 1) digits += asciiDigit(text.charCodeAt(i));
    exponent = at + 1 - end;
    at = end;
  }
  return { number: { digits: withoutZeros(digits), exponent, scaled: false }, end: at };
}

/** End of the ASCII digits from `start` on. */
function plainEnd(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) at += 1;
  return at;
}

/** A blank inside a number whose digits all stand apart: 3 0 0多场次. Two blanks at least, so that two numbers side by side stay two. */
function isTorn(text: string, start: number, at: number): boolean {
  if (!isGap(text, at) || !isLone(text, at - 1, start) || !isLone(text, at + 1, start)) return false;
  return (at - 2 > start && isGap(text, at - 2)) || (isGap(text, at + 2) && isLone(text, at + 3, start));
}

/** A digit with no digit beside it. */
function isLone(text: string, at: number, start: number): boolean {
  const before = at > start && isDigit(text.charCodeAt(at - 1));
  return isDigit(text.charCodeAt(at)) && !before && !isDigit(text.charCodeAt(at + 1));
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
    const loose = inside === null && (char === '余' || char === '多' || char === '来');
    // 3万多居民: more than 30,000 of what has no classifier.
    if (loose && (followsInside(text, at + 1, units) || (scaled && char === '多' && isHan(text.charCodeAt(at + 1))))) {
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
  return '万亿余多'.includes(text.charAt(at) || '-') || isDigit(text.charCodeAt(at)) || units.match(text, at) !== null;
}

function followsInside(text: string, at: number, units: Units): boolean {
  return scalePower(text.charAt(at)) >= 4 || units.match(text, isGap(text, at) ? at + 1 : at) !== null;
}

/** 3亿5千万, 5千3百: adds a second part whose scale is smaller than the first one's. */
function addSmaller(text: string, first: NumberRead, units: Units): NumberRead {
  const mantissa = readMantissa(text, first.end);
  if (mantissa === null) return first;
  const scaled = readScale(text, mantissa.end, mantissa.number, units);
  const second =
    isDigit(text.charCodeAt(scaled.end)) && scaled.end > mantissa.end ? addSmaller(text, scaled, units) : scaled;
  const gap = first.number.exponent - second.number.exponent;
  // 3万4000 is one number: its second part has all the places below 万.
  const whole = second.end === mantissa.end && second.number.exponent === 0 && second.number.digits.length === 4;
  const fits =
    (second.end > mantissa.end || (whole && first.number.exponent === 4)) &&
    gap > 0 &&
    second.number.digits.length <= gap &&
    gap < LONGEST;
  if (!fits) return first;
  const sum = BigInt(first.number.digits) * 10n ** BigInt(gap) + BigInt(second.number.digits);
  return {
    number: { digits: sum.toString(), exponent: second.number.exponent, scaled: true },
    end: second.end,
    inside: second.inside,
  };
}
