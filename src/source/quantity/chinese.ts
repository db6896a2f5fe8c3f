/** Reads what begins with a Chinese numeral / adds a quantity, a designator or nothing / gives where to go on. */
import { exactly, type Interval } from '../../model/interval.ts';
import { range } from '../../model/offset.ts';
import type { Unit } from '../../rules/vocabulary/units.ts';
import { between } from './bounds.ts';
import { readFraction, readPermille } from './fraction.ts';
import { chineseDigit, readChinese, scalePower } from './han.ts';
import { readMedals } from './medal.ts';
import { isDigit, type NumberRead, readArabic } from './numeral.ts';
import { lastEnd, push } from './push.ts';
import { designate, isBreak, type Scan } from './scan.ts';
import { readNeighbours } from './several.ts';
import { readTenths } from './tenths.ts';
import { readUnit } from './unit.ts';

/** Verbs after which a small Chinese numeral with a classifier counts something. */
const COUNTED =
  /(?:新增|增加|减少|新建|建成|完成|达到?|增至|增加到|累计|超过?|突破|近|约|共有?|总数|净增|引进|新引进|获批|获得|荣获|创建|创成|设立|新设|培育|实现|开工|竣工|投用|推出|打造|建设|开通)$/u;
/** How far before 、 the figure may end that 、三家 goes on from. */
const LIST_REACH = 30;
/** 过半乡镇, 过半行政村; 过半径 is none. */
const HALF_OF = /^(?:乡|镇|村|企业|行政|居民|农|人口|学校|城|县|区)/u;
const FORMAL = /^[壹贰叁肆伍陆柒捌玖拾佰仟万亿零〇]*[拾佰仟万亿][壹贰叁肆伍陆柒捌玖拾佰仟万亿零〇]*$/u;
/** A small numeral, with 个 or without, that counts the items of a list. */
const LABELLED = /[一二两三四五六七八九十\d]个?$/u;
const FORMS = /^[一二三四五六七八九十](?:是|要)/u;

/** What may stand behind a single numeral that is more than a word, besides a unit: a scale, 年, 个, a mark of a list … */
const MATTERS = matterTable();

function matterTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  const characters =
    '零〇一二两三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾百佰千仟万亿半分之点、）)是要年季个月届大中期成余多级项条 \u00a0';
  for (const char of characters) table[char.charCodeAt(0)] = 1;
  return table;
}

/** Whether the words before a small numeral count the things behind it. */
function isCounted(scan: Scan, start: number, unit: Unit): boolean {
  const { text, vocabulary } = scan;
  if (unit.kind !== 'count' || unit.name === '类' || unit.name === '所') return false;
  return vocabulary.hedges.before(text, start) !== null || COUNTED.test(text.slice(Math.max(0, start - 5), start));
}

export function readHan(scan: Scan, start: number): number {
  const { text } = scan;
  const single = MATTERS[text.charCodeAt(start + 1)] !== 1 && text.charAt(start) !== '半';
  if (single && scan.vocabulary.units.match(text, start + 1) === null) return start + 1;
  if (text.startsWith('百分之', start)) return percent(scan, start);
  if (text.startsWith('百分点', start)) return start + 3;
  const special =
    share(scan, start) ??
    readPermille(scan, start) ??
    enumerated(scan, start) ??
    readNeighbours(scan, start, (unit) => isCounted(scan, start, unit));
  if (special !== null) return special;
  const read = readChinese(text, start, scan.vocabulary.units);
  if (read === null) return skipRun(text, start);
  const next = text.charAt(read.end);
  const named =
    namedRun(scan, start, read.end) ?? behindOrdinal(scan, start, read.end) ?? readMedals(scan, start, read);
  if (named !== null) return named;
  const tenths = next === '成' ? readTenths(scan, start, read.end, read.number) : null;
  if (tenths !== null) return tenths;
  return counted(scan, start, read);
}

/** 壹佰万元, 伍仟户: formal numerals count only with a scale and a unit, since 陆, 伍 and 拾 are words and names. */
export function readFormal(scan: Scan, start: number): number {
  const { text, vocabulary } = scan;
  const read = readChinese(text, start, vocabulary.units);
  if (read === null || !FORMAL.test(text.slice(start, read.end))) return start + 1;
  const unit = readUnit(text, read.end, vocabulary.units);
  if (unit === null) return start + 1;
  return push(scan, { start, end: unit.end, number: read.number, unit: unit.unit, inside: read.inside });
}

/** 翻番, 翻一番 is 2 倍; 翻两番 is 4 倍. */
export function readDoubling(scan: Scan, start: number): number {
  const { text } = scan;
  const found = /^翻(?:了)?([一两二三]?)番/u.exec(text.slice(start, start + 5));
  if (found === null) return start + 1;
  // 四个翻番, 六翻番 are the name of an aim.
  if (LABELLED.test(text.slice(Math.max(0, start - 2), start)))
    return designate(scan, start, start + found[0].length, 'slogan');
  const times = found[1] === '两' || found[1] === '二' ? '4' : found[1] === '三' ? '8' : '2';
  return exact(scan, start, start + found[0].length, times, '倍', exactly(times), null);
}

/** 过半, 一半, 三分之一: shares in words. */
function share(scan: Scan, start: number): number | null {
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
function percent(scan: Scan, start: number): number {
  const { text, vocabulary } = scan;
  const at = start + 3;
  const read = isDigit(text.charCodeAt(at)) ? readArabic(text, at, vocabulary.units) : readChinese(text, at);
  if (read === null) return at;
  if (LABELLED.test(text.slice(Math.max(0, start - 2), start))) return designate(scan, start, read.end, 'slogan');
  const unit = unitOf(scan, '%');
  const second = '至到'.includes(text.charAt(read.end) || '-') ? readPercent(scan, read.end + 1) : null;
  if (second !== null && !'由从'.includes(text.charAt(start - 1) || '-')) {
    scan.quantities.push(between(text, start, second.end, read.number, second.number, unit));
    return second.end;
  }
  return push(scan, { start, end: read.end, number: read.number, unit, inside: null });
}

/** The number behind 百分之 at `at`. */
function readPercent({ text, vocabulary }: Scan, at: number): NumberRead | null {
  if (!text.startsWith('百分之', at)) return null;
  const from = at + 3;
  return isDigit(text.charCodeAt(from)) ? readArabic(text, from, vocabulary.units) : readChinese(text, from);
}

function unitOf(scan: Scan, name: string): Unit | null {
  return scan.vocabulary.units.byName(name);
}

/** 一、 （一） 一是 where a line or clause begins. */
function enumerated(scan: Scan, start: number): number | null {
  const { text } = scan;
  const before = text.charAt(start - 1);
  if (before === '（' || before === '(') {
    const label = /^[一二三四五六七八九十]{1,3}[）)]/u.exec(text.slice(start, start + 4))?.[0];
    return label === undefined ? null : designate(scan, start - 1, start + label.length, 'enumerator');
  }
  if (before !== '' && !'\n。；;：:，,* \u3000'.includes(before)) return null;
  const window = text.slice(start, start + 4);
  const label = /^[一二三四五六七八九十]{1,3}、/u.exec(window)?.[0];
  if (label !== undefined && (before === '' || '\n* \u3000'.includes(before))) {
    return designate(scan, start, start + label.length, 'enumerator');
  }
  return FORMS.test(window) ? designate(scan, start, start + 1, 'enumerator') : null;
}

/** 第一、二种形态: what follows an ordinal in a list is one too. */
function behindOrdinal(scan: Scan, start: number, end: number): number | null {
  const last = scan.designators.at(-1);
  if (last?.reason !== 'ordinal' || last.range.end !== start - 1 || scan.text.charAt(start - 1) !== '、') return null;
  return designate(scan, start, end, 'ordinal');
}

/** 十四五, 二〇三五年, 三年行动, 一季度, 二十届三中全会, 五个中心: words that only look like counts. */
function namedRun(scan: Scan, start: number, end: number): number | null {
  const { text } = scan;
  const run = text.slice(start, end);
  if (run.length === 3 && /^十[一二三四五六]五$/u.test(run)) return designate(scan, start, end, 'plan');
  const next = text.charAt(end);
  if (next === '年') return years(scan, start, end, run);
  if (text.startsWith('季度', end)) return designate(scan, start, end + 2, 'period');
  if (text.startsWith('个月', end)) return designate(scan, start, end + 2, 'period');
  if (next === '月' && /^[一二三四五六七八九十]/u.test(run)) return designate(scan, start, end + 1, 'date');
  if (next === '届' || (next === '大' && /^(?:十[六七八九]|二十)$/u.test(run)))
    return designate(scan, start, end + 1, 'meeting');
  if (next === '中' && /^中全会/u.test(text.slice(end, end + 3))) return designate(scan, start, end + 3, 'meeting');
  if (run.length <= 2 && next === '期' && !text.startsWith('期间', end)) return designate(scan, start, end + 1, 'name');
  return null;
}

function years(scan: Scan, start: number, end: number, run: string): number {
  const { text } = scan;
  if (run.length === 4) return designate(scan, start, end + 1, 'date');
  if (/连续$|连$/u.test(text.slice(Math.max(0, start - 2), start))) return designate(scan, start, end + 1, 'streak');
  const plan = /^年[一-龥]{0,4}(?:行动|计划|规划|攻坚|倍增|工程)/u.test(text.slice(end, end + 10));
  return designate(scan, start, end + 1, plan ? 'plan' : 'period');
}

/** A Chinese numeral with a unit: always after 万 or 亿 and for 倍, else only where the words before it count. */
function counted(scan: Scan, start: number, { end, number, inside: within }: NumberRead): number {
  const { text, vocabulary } = scan;
  const first = text.charAt(start);
  const behind =
    within === null && '余多'.includes(text.charAt(end) || '-') && vocabulary.units.match(text, end + 1) !== null;
  const inside = behind ? text.charAt(end) : within;
  const unit = readUnit(text, behind ? end + 1 : end, vocabulary.units);
  if (unit === null && text.charAt(end) === '级' && scalePower(first) > 1)
    return designate(scan, start, end + 1, 'threshold');
  if (unit === null) return slogan(scan, start, end);
  const reading = { start, end: unit.end, number, unit: unit.unit, inside };
  if (unit.unit.kind === 'times') return times(scan, reading);
  if (unit.unit.kind === 'points') return push(scan, reading);
  const previous = text.charAt(start - 1);
  if ('第几数上多'.includes(previous || '-') && previous !== '上') return unit.end;
  const hedgedBefore = vocabulary.hedges.before(text, start);
  const bareScale = scalePower(first) > 0 && first !== '十';
  if (bareScale) return looseScale(scan, start, reading, hedgedBefore !== null);
  if (number.scaled || (end - start >= 2 && unit.unit.kind !== 'count' && unit.unit.kind !== 'time'))
    return push(scan, reading);
  // 实现两位数增长: so many digits.
  if (unit.unit.name === '位' && text.charAt(unit.end) === '数') return designate(scan, start, unit.end + 1, 'name');
  if (first === '一' && end - start === 1)
    return hedgedBefore !== null && unit.unit.sizes && unit.unit.kind !== 'count'
      ? push(scan, reading)
      : slogan(scan, start, end);
  const before = text.slice(Math.max(lastEnd(scan) - 1, start - 5, 0), start);
  // 打造三个强省, 平安建设八项重点工作 label a list.
  if (/(?:建设|打造)$/u.test(before) && '个项'.includes(text.charAt(end))) return slogan(scan, start, end);
  if (
    hedgedBefore === null &&
    !COUNTED.test(before) &&
    !goesOn(scan, start) &&
    (unit.unit.kind === 'count' || end - start === 1)
  )
    return slogan(scan, start, end);
  if (unit.unit.kind === 'time' || unit.unit.name === '批' || unit.unit.name === '次' || unit.unit.name === '类')
    return unit.end;
  return push(scan, reading);
}

/** 两倍 is a ratio; 六倍增 an aim, 五倍子 a plant, 百倍努力 a manner of speaking. */
function times(scan: Scan, reading: Parameters<typeof push>[1]): number {
  const { text, vocabulary } = scan;
  if (reading.number.digits === '0') return reading.end;
  if ('增子'.includes(text.charAt(reading.end) || '-')) return designate(scan, reading.start, reading.end, 'name');
  const loose = scalePower(text.charAt(reading.start)) > 1 && vocabulary.hedges.before(text, reading.start) === null;
  return loose ? designate(scan, reading.start, reading.end, 'slogan') : push(scan, reading);
}

/** 新增两家医院、三家养老院: the second item of a list whose first was counted. */
function goesOn({ text, quantities }: Scan, start: number): boolean {
  if (text.charAt(start - 1) !== '、') return false;
  const last = quantities.at(-1)?.range.end ?? -1;
  return last >= 0 && start - last < LIST_REACH && !/[。；！，\n]/u.test(text.slice(last, start));
}

/** 近万户, 突破万亿元 are quantities; 百亿楼, 亿元以上项目, 千亿级 are thresholds or names. */
function looseScale(scan: Scan, start: number, reading: Parameters<typeof push>[1], isHedged: boolean): number {
  const { text } = scan;
  const closes = isBreak(text.charCodeAt(reading.end)) || '大和及、'.includes(text.charAt(reading.end));
  if (isHedged && closes) return push(scan, reading);
  return reading.unit?.kind === 'money' ? designate(scan, start, reading.end, 'threshold') : reading.end;
}

/** 五个中心, 两大行动: a numeral that labels a list. */
function slogan(scan: Scan, start: number, end: number): number {
  const { text } = scan;
  const next = text.charAt(end);
  if (text.charAt(start) !== '一' && '个大项条'.includes(next || '-')) return designate(scan, start, end + 1, 'slogan');
  return end;
}

function skipRun(text: string, start: number): number {
  let at = start;
  while (at - start < 64 && (chineseDigit(text.charAt(at)) >= 0 || scalePower(text.charAt(at)) > 0)) at += 1;
  return Math.max(at, start + 1);
}
