/** Shares and multiples in words: 过半, 一半, 百分之七点二, 翻两番. */
import { exactly, type Interval } from '../../model/interval.ts';
import { range } from '../../model/offset.ts';
import { setOfUnits } from '../../rules/kinds/units-set.ts';
import { between } from './bounds.ts';
import { readFraction } from './fraction.ts';
import { readChinese } from './han.ts';
import { isDigit, type NumberRead, readArabic } from './numeral.ts';
import { push } from './push.ts';
import { designate, isBreak, type Scan } from './scan.ts';

/** 过半乡镇, 过半行政村; 过半径 is none. */
const HALF_OF = /^(?:乡|镇|村|企业|行政|居民|农|人口|学校|城|县|区)/u;
/** A small numeral, with 个 or without, that counts the items of a list. */
const LABELLED = /(?:[一二两三四五六七八九十]个?|\d个)$/u;

const isLabel = setOfUnits('个一二两三四五六七八九十');

/** Whether a small numeral before `start` counts what stands there as the items of a list: 六个100%. */
export function isLabelled(text: string, start: number): boolean {
  return isLabel(text.charCodeAt(start - 1)) && LABELLED.test(text.slice(Math.max(0, start - 2), start));
}

/** 翻番, 翻一番 is 2 倍; 翻两番 is 4 倍. */
export function readDoubling(scan: Scan, start: number): number {
  const { text } = scan;
  const found = /^翻(?:了)?([一两二三]?)番/u.exec(text.slice(start, start + 5));
  if (found === null) return start + 1;
  // 四个翻番, 六翻番 are the name of an aim.
  if (isLabelled(text, start)) return designate(scan, start, start + found[0].length, 'slogan');
  const times = found[1] === '两' || found[1] === '二' ? '4' : found[1] === '三' ? '8' : '2';
  return exact(scan, start, start + found[0].length, times, '倍', exactly(times), null);
}

/** 过半, 一半, 三分之一: shares in words. */
export function readShare(scan: Scan, start: number): number | null {
  const { text } = scan;
  if (text.charAt(start) === '半' || text.startsWith('一半', start)) return half(scan, start);
  return readFraction(scan, start);
}

function half(scan: Scan, start: number): number | null {
  const { text } = scan;
  const long = text.charAt(start) === '一';
  const end = long ? start + 2 : start + 1;
  const before = text.charAt(start - 1);
  const after = text.slice(end, end + 2);
  const stands =
    isBreak(text.charCodeAt(end)) ||
    after === '以上' ||
    after.startsWith('的') ||
    after.startsWith('左') ||
    (before === '过' && HALF_OF.test(after));
  if (!stands) return null;
  if (!long && before !== '过' && before !== '近' && before !== '超') return null;
  const over = before === '过' || before === '超' || after === '以上';
  const near = before === '近';
  const interval: Interval = over ? { low: '50', high: null } : near ? { low: null, high: '50' } : exactly('50');
  const from = over || near ? (after === '以上' && before !== '过' && before !== '超' ? start : start - 1) : start;
  const stop = after === '以上' || after === '左右' ? end + 2 : end;
  const hedge = near ? '近' : over ? (after === '以上' ? '以上' : before) : after === '左右' ? '左右' : null;
  return exact(scan, from, stop, '50', '%', interval, hedge);
}

function exact(
  scan: Scan,
  start: number,
  end: number,
  value: string,
  unit: string,
  interval: Interval,
  hedge: string | null,
): number {
  const quote = scan.text.slice(start, end);
  scan.quantities.push({ range: range<'report'>(start, end), quote, value, interval, unit, hedge });
  return end;
}

/** 百分之七点二. */
export function readPercent(scan: Scan, start: number): number {
  const { text, vocabulary } = scan;
  const at = start + 3;
  const read = isDigit(text.charCodeAt(at)) ? readArabic(text, at, vocabulary.units) : readChinese(text, at);
  if (read === null) return at;
  if (isLabelled(text, start)) return designate(scan, start, read.end, 'slogan');
  const unit = vocabulary.units.byName('%');
  const second = '至到'.includes(text.charAt(read.end) || '-') ? secondPercent(scan, read.end + 1) : null;
  if (second !== null && !'由从'.includes(text.charAt(start - 1) || '-')) {
    scan.quantities.push(between(text, start, second.end, read.number, second.number, unit));
    return second.end;
  }
  return push(scan, { start, end: read.end, number: read.number, unit, inside: null });
}

/** The number behind 百分之 at `at`. */
function secondPercent({ text, vocabulary }: Scan, at: number): NumberRead | null {
  if (!text.startsWith('百分之', at)) return null;
  const from = at + 3;
  return isDigit(text.charCodeAt(from)) ? readArabic(text, from, vocabulary.units) : readChinese(text, from);
}
