/** Shares in words: 三分之一, 二十五分之四, 千分之三, 万分之二. */
import { exactly, type Interval } from '../../model/interval.ts';
import { range } from '../../model/offset.ts';
import { readChinese } from './han.ts';
import { isDigit, readArabic } from './numeral.ts';
import { push } from './push.ts';
import type { Scan } from './scan.ts';
import { exactValue, shifted } from './written.ts';

const FRACTION = /^([二两三四五六七八九十百]{1,4})分之([一二三四五六七八九十百]{1,4})(?![点个])/u;
/** 分 */
const PART = 0x5206;
/** Places behind the point that a fraction is told with, in percent. */
const PLACES = 4n;

/** 三分之一 is 33.3333 %; null when no such words stand at `start`. */
export function readFraction(scan: Scan, start: number): number | null {
  const { text } = scan;
  let at = start + 1;
  while (at <= start + 4 && text.charCodeAt(at) !== PART) at += 1;
  if (at > start + 4 || text.charAt(at + 1) !== '之') return null;
  const [whole, below = '', above = ''] = FRACTION.exec(text.slice(start, start + 11)) ?? [];
  if (whole === undefined || below === '百') return null;
  const value = percentOf(below, above);
  return value === null ? null : add(scan, start, start + whole.length, value);
}

/** 1/3以上, 2/5; dates and names with slashes are none. */
const WRITTEN = /^([1-9]\d?)[/／]([1-9]\d?)(?=以[上下]|左右|的|[，。；、）)\s]|多|$)/u;

/** 1/3 is 33.3333 %; null when no such fraction stands at `start`. */
export function readSlashed(scan: Scan, start: number): number | null {
  const { text } = scan;
  if (!isSlash(text.charCodeAt(start + 1)) && !isSlash(text.charCodeAt(start + 2))) return null;
  const [whole, above = '', below = ''] = WRITTEN.exec(text.slice(start, start + 8)) ?? [];
  if (whole === undefined || /[\d/／.A-Za-z]/u.test(text.charAt(start - 1))) return null;
  const value = ratioOf(BigInt(below), BigInt(above));
  return value === null ? null : add(scan, start, start + whole.length, value);
}

function isSlash(code: number): boolean {
  return code === 0x2f || code === 0xff0f;
}

function add(scan: Scan, start: number, end: number, value: string): number {
  const { hedges } = scan.vocabulary;
  const before = hedges.before(scan.text, start);
  const after = hedges.after(scan.text, end);
  const from = before?.start ?? start;
  const to = after?.end ?? end;
  const bound = before?.hedge.bound ?? after?.hedge.bound;
  const interval: Interval =
    bound === 'at-least'
      ? { low: value, high: null }
      : bound === 'at-most'
        ? { low: null, high: value }
        : exactly(value);
  const hedge = [before?.hedge.word, after?.hedge.word].filter((word) => word !== undefined).join('+');
  const quote = scan.text.slice(from, to);
  scan.quantities.push({
    range: range<'report'>(from, to),
    quote,
    value,
    interval,
    unit: '%',
    hedge: hedge === '' ? null : hedge,
  });
  return to;
}

/** Whole-number arithmetic, rounded half up at the last place. */
function percentOf(below: string, above: string): string | null {
  const [parts, taken] = [readChinese(below, 0), readChinese(above, 0)];
  if (parts === null || taken === null) return null;
  const [divisor, dividend] = [BigInt(exactValue(parts.number)), BigInt(exactValue(taken.number))];
  return ratioOf(divisor, dividend);
}

function ratioOf(divisor: bigint, dividend: bigint): string | null {
  if (divisor <= 1n || dividend >= divisor) return null;
  const scaled = (dividend * 100n * 10n ** PLACES * 2n + divisor) / (divisor * 2n);
  return exactValue({ digits: scaled.toString(), exponent: -Number(PLACES), scaled: false });
}

/** 千分之三 is 3 ‰, 万分之三 is 0.03 %. */
export function readPermille(scan: Scan, start: number): number | null {
  const { text, vocabulary } = scan;
  const first = text.charAt(start);
  if ((first !== '千' && first !== '万') || !text.startsWith('分之', start + 1)) return null;
  const at = start + 3;
  const read = isDigit(text.charCodeAt(at)) ? readArabic(text, at, vocabulary.units) : readChinese(text, at);
  if (read === null) return at;
  const number = first === '千' ? read.number : shifted(read.number, -2, false);
  const unit = vocabulary.units.byName(first === '千' ? '‰' : '%');
  return push(scan, { start, end: read.end, number, unit, inside: null });
}
