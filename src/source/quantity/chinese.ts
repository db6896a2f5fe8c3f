/** Reads what begins with a Chinese numeral / adds a quantity, a designator or nothing / gives where to go on. */
import type { Unit } from '../../rules/vocabulary/units.ts';
import { readPermille } from './fraction.ts';
import { chineseDigit, readChinese, scalePower } from './han.ts';
import { readMedals } from './medal.ts';
import type { NumberRead } from './numeral.ts';
import { lastEnd, push } from './push.ts';
import { designate, isBreak, type Scan } from './scan.ts';
import { readNeighbours } from './several.ts';
import { readPercent, readShare } from './shares.ts';
import { readTenths } from './tenths.ts';
import { readUnit } from './unit.ts';

/** Verbs after which a small Chinese numeral with a classifier counts something. */
const COUNTED =
  /(?:新增|增加|减少|新建|建成|完成|达到?|增至|增加到|累计|超过?|突破|近|约|共有?|总数|净增|引进|新引进|获批|获得|荣获|创建|创成|设立|新设|培育|实现|开工|竣工|投用|推出|打造|建设|开通)$/u;
/** How far before 、 the figure may end that 、三家 goes on from. */
const LIST_REACH = 30;
const FORMAL = /^[壹贰叁肆伍陆柒捌玖拾佰仟万亿零〇]*[拾佰仟万亿][壹贰叁肆伍陆柒捌玖拾佰仟万亿零〇]*$/u;
/** 十百千工程, 百千万行动. */
const SCALES_ONLY = /^(?:十百千万?|百千万)亿?/u;
/** 实现四个翻番, 两个率先: what is said to be so many is no thing. */
const NO_THING = /^(?:翻番|百分|倍增|率先|全覆盖|坚持|确保|必须|突破|转变|提升)/u;
/** 三百一十七项, 七百多个, 三十七户: no slogan counts so far. Articles and meetings do. */
const SPELT = /^(?:[一二两三四五六七八九]百|[一二两三四五六七八九]千|[二三四五六七八九]十[一二三四五六七八九])/u;
const SERIES = '条次届批类';
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
  if (text.startsWith('百分之', start)) return readPercent(scan, start);
  if (text.startsWith('百分点', start)) return start + 3;
  const special =
    readShare(scan, start) ??
    readPermille(scan, start) ??
    enumerated(scan, start) ??
    readNeighbours(scan, start, (unit) => isCounted(scan, start, unit));
  if (special !== null) return special;
  const scales = SCALES_ONLY.exec(text.slice(start, start + 5))?.[0];
  if (scales !== undefined) return designate(scan, start, start + scales.length, 'slogan');
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
  if (unit.unit.kind === 'count' && SPELT.test(text.slice(start, end)) && !SERIES.includes(unit.unit.name))
    return push(scan, reading);
  // 二轮土地延包, 二种形态: 二 with a classifier is an ordinal; so many is 两.
  if (first === '二' && end - start === 1) return designate(scan, start, unit.end, 'ordinal');
  if (unit.unit.name === '个' && NO_THING.test(text.slice(unit.end, unit.end + 3))) return slogan(scan, start, end);
  // 打造三个强省, 平安建设八项重点工作 label a list.
  if (/(?:建设|打造)$/u.test(before) && '个项'.includes(text.charAt(end))) return slogan(scan, start, end);
  if (
    hedgedBefore === null &&
    !COUNTED.test(before) &&
    !(unit.unit.kind === 'count' && goesOn(scan, start)) &&
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

/** 近万户, 近万家企业, 突破万亿元 are quantities; 百亿楼, 亿元以上项目, 千亿级 are thresholds or names. */
function looseScale(scan: Scan, start: number, reading: Parameters<typeof push>[1], isHedged: boolean): number {
  const { text } = scan;
  const closes = isBreak(text.charCodeAt(reading.end)) || '大和及、'.includes(text.charAt(reading.end));
  // 过百家企业 may be a name of what is that large.
  const counts = reading.unit?.kind === 'count' && '近上'.includes(text.charAt(start - 1) || '-');
  if (isHedged && (closes || counts)) return push(scan, reading);
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
