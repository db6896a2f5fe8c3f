/** Reads one number in Chinese numerals / gives it exactly as written / promises to look at no more characters than the number has. */
import type { Units } from '../../rules/vocabulary/units.ts';
import type { NumberRead } from './numeral.ts';
import { shifted, type Written, withoutZeros } from './written.ts';

/** One more than the value of each Chinese digit; 0 for every other character. */
const DIGITS = digitTable();

function digitTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const digits of ['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖', '零壹貳參肆伍陸柒捌玖']) {
    for (let value = 0; value < digits.length; value += 1) table[digits.charCodeAt(value)] = value + 1;
  }
  table['两'.charCodeAt(0)] = 3;
  return table;
}
/** No honest numeral of a report is longer. */
const LONGEST = 40;

/** Value of one Chinese digit; -1 for any other character. */
export function chineseDigit(char: string): number {
  return char === '' ? -1 : (DIGITS[char.charCodeAt(0)] ?? 0) - 1;
}

/** Power of ten of 十 百 千 万 亿; 0 for any other character. */
export function scalePower(char: string): number {
  switch (char) {
    case '十':
    case '拾':
      return 1;
    case '百':
    case '佰':
      return 2;
    case '千':
    case '仟':
      return 3;
    case '万':
      return 4;
    case '亿':
      return 8;
    default:
      return 0;
  }
}

/** Reads a Chinese numeral: 三亿五千万, 两万三, 七点二, 二〇三五. Null when none starts here. */
export function readChinese(text: string, start: number, units: Units | null = null): NumberRead | null {
  let end = start;
  while (end - start <= LONGEST && (chineseDigit(text.charAt(end)) >= 0 || scalePower(text.charAt(end)) > 0)) end += 1;
  // 三百千瓦: the last 千 begins the unit.
  if (units !== null && end - start > 1 && text.charAt(end - 1) === '千' && units.match(text, end - 1) !== null)
    end -= 1;
  if (end === start || end - start > LONGEST) return null;
  const whole = text.slice(start, end);
  const number = /[十拾百佰千仟万亿]/u.test(whole) ? sections(whole) : plainDigits(whole);
  if (number === null) return null;
  const loose = number.scaled ? null : looseScale(text, end, number);
  if (loose !== null) return loose;
  return withDecimals(text, end, number);
}

/** 十多万, 一千余万: a word of inexactness between the numeral and its scale. */
function looseScale(text: string, at: number, number: Written): NumberRead | null {
  const inside = text.charAt(at);
  if (inside !== '多' && inside !== '余') return null;
  const first = scalePower(text.charAt(at + 1));
  if (first < 4) return null;
  const more = first === 4 && text.charAt(at + 2) === '亿' ? 8 : 0;
  return { number: shifted(number, first + more, true), end: at + (more > 0 ? 3 : 2), inside };
}

function plainDigits(whole: string): Written {
  let digits = '';
  for (const char of whole) {
    const digit = String(chineseDigit(char));
    digits = digits === '0' ? digit : digits + digit;
  }
  return { digits, exponent: 0, scaled: false };
}

/** A whole number and the power of ten of its last written digit. */
interface Whole {
  readonly value: bigint;
  readonly place: number;
}

/** 三亿五千万, 一万五千亿, 两万三: exact at any size; null when a scale is followed by more than it can hold. */
function sections(whole: string): Written | null {
  const read = wholeOf(whole);
  if (read === null) return null;
  const digits = read.value.toString();
  const zeros = Math.min(read.place, trailingZeros(digits));
  return { digits: digits.slice(0, digits.length - zeros), exponent: zeros, scaled: /[万亿]/u.test(whole) };
}

/** The last 亿 multiplies all before it, so does the last 万 of what has no 亿: 一万五千亿 is 15000 times 亿. */
function wholeOf(whole: string): Whole | null {
  for (const scale of '亿万') {
    const at = whole.lastIndexOf(scale);
    if (at < 0) continue;
    const power = scalePower(scale);
    const above = at === 0 ? { value: 1n, place: 0 } : wholeOf(whole.slice(0, at));
    if (above === null) return null;
    const high = { value: above.value * 10n ** BigInt(power), place: above.place + power };
    return below(high, whole.slice(at + 1), power);
  }
  return section(whole);
}

/** Adds what follows a scale; a single digit counts the next smaller unit: 两万三 is 23000, 两万零三 is 20003. */
function below(high: Whole, rest: string, power: number): Whole | null {
  if (rest === '') return high;
  if (rest.length === 1 && chineseDigit(rest) > 0) {
    return { value: high.value + BigInt(chineseDigit(rest)) * 10n ** BigInt(power - 1), place: power - 1 };
  }
  const low = wholeOf(rest.replace(/^[零〇]+/u, ''));
  return low === null || low.value >= 10n ** BigInt(power) ? null : { value: high.value + low.value, place: low.place };
}

/** A number below ten thousand. */
function section(whole: string): Whole | null {
  let total = 0;
  let digit = -1;
  let scale = 0;
  let place = 0;
  for (const char of whole) {
    const power = scalePower(char);
    if (power === 0) {
      if (digit > 0) return null;
      digit = chineseDigit(char);
      if (digit === 0) scale = 1;
      continue;
    }
    total += Math.max(digit, 1) * 10 ** power;
    digit = -1;
    scale = power;
    place = power;
  }
  if (digit > 0) {
    place = scale > 1 ? scale - 1 : 0;
    total += digit * 10 ** place;
  }
  return { value: BigInt(total), place };
}

function trailingZeros(digits: string): number {
  return digits === '0' ? 0 : (/0*$/u.exec(digits)?.[0].length ?? 0);
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
