/** Reads what begins with an Arabic digit / adds a quantity, a designator or nothing / gives where to go on. */

import { range } from '../../model/offset.ts';
import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Unit } from '../../rules/vocabulary/units.ts';
import { between, hedged, type Reading, unhedged } from './bounds.ts';
import { standsForThreshold } from './context.ts';
import { namedByForm } from './designator.ts';
import { readSlashed } from './fraction.ts';
import { readMedals } from './medal.ts';
import { digitsEnd, isDigit, type NumberRead, readArabic } from './numeral.ts';
import { push } from './push.ts';
import { designate, isBreak, type Scan } from './scan.ts';
import { isLabelled } from './shares.ts';
import { readTenths } from './tenths.ts';
import { readUnit, type UnitRead } from './unit.ts';
import { exactValue, shifted, type Written } from './written.ts';

/** Indicators that are told as a number without unit. */
const UNITLESS = /(?:指数|系数|倍差|比值|收入比|之比|得分|评分|容积率)[一-龥\d.]{0,16}$/u;
/** A bare number after one of these has lost its unit. */
const CHANGE_BEFORE = /(?:增长|上涨|下降|增加|减少|提高|上升|回落)$/u;
const HUNDREDS = /^(?:\d{1,3}[%％]|百分)/u;
const VERB_BEFORE = /(?:达|达到|为|至|到|由|从|在|提高|上升|下降|增长|缩小)$/u;

/** 50亿以上项目, 500亿企业, 300万以下的城市: a size without its unit before the thing of that size. */
const LOOSE =
  /^(?:以[上下]的?(?:重大|重点|优质|大|产业)?(?:项目|企业|产业|集群|园区|城市|县城|人口|镇|乡镇)|(?:产业|企业|项目|集群)(?!增|产|利|税|投|收))/u;

export function readDigits(scan: Scan, start: number): number {
  const { text, vocabulary } = scan;
  const slashed = readSlashed(scan, start);
  if (slashed !== null) return slashed;
  const named = namedByForm(scan, start);
  if (named !== null) return designate(scan, named.start, named.end, named.reason);
  const read = readArabic(text, start, vocabulary.units);
  if (read === null) return designate(scan, start, digitsEnd(text, start), 'name');
  const ratio = readRatio(scan, start, read);
  if (ratio !== null) return ratio;
  const tenths = text.charAt(read.end) === '成' ? readTenths(scan, start, read.end, read.number) : null;
  if (tenths !== null) return tenths;
  const unit = pointsBehind(scan, read) ?? readUnit(text, read.end, vocabulary.units);
  return readRange(scan, start, read, unit) ?? readSingle(scan, start, read, unit);
}

/** 提高4.3个和5.5个百分点: the first 个 stands for 个百分点 as well. */
function pointsBehind({ text, vocabulary }: Scan, read: NumberRead): UnitRead | null {
  if (read.number.exponent >= 0 || text.charAt(read.end) !== '个') return null;
  if (!/^[、和与及]\d+(?:\.\d+)?个百分点/u.test(text.slice(read.end + 1, read.end + 14))) return null;
  const unit = vocabulary.units.byName('百分点');
  return unit === null ? null : { unit, end: read.end + 1 };
}

function readSingle(scan: Scan, start: number, read: NumberRead, unit: UnitRead | null): number {
  if (unit === null && !read.number.scaled) return readMedals(scan, start, read) ?? bare(scan, start, read);
  if (unit === null && scan.text.charAt(read.end) === '级') return designate(scan, start, read.end + 1, 'threshold');
  if (unit === null && LOOSE.test(scan.text.slice(read.end, read.end + 8)))
    return designate(scan, start, read.end, 'threshold');
  if (unit?.unit.name === '位' && scan.text.charAt(unit.end) === '数')
    return designate(scan, start, unit.end + 1, 'name');
  // 六个100%, 7个100%: the name of a rule.
  if (
    unit?.unit.name === '个' &&
    isHundred(scan.text.charCodeAt(unit.end)) &&
    HUNDREDS.test(scan.text.slice(unit.end, unit.end + 5))
  )
    return designate(scan, start, unit.end, 'slogan');
  if (unit?.unit.name === '%' && isLabelled(scan.text, start)) return designate(scan, start, unit.end, 'slogan');
  const reading: Reading = {
    start,
    end: unit?.end ?? read.end,
    number: read.number,
    unit: unit?.unit ?? null,
    inside: read.inside,
  };
  return push(scan, reading);
}

/** A digit or 百: what may begin 100% or 百分之百. */
function isHundred(code: number): boolean {
  return isDigit(code) || code === 0x767e;
}

/** A number without unit is a quantity after 指数, 系数, 倍差 …; elsewhere it names something or has lost its unit. */
function bare(scan: Scan, start: number, read: NumberRead): number {
  const { text } = scan;
  const shared = readSharedUnit(scan, start, read);
  if (shared !== null) return shared;
  const before = text.slice(Math.max(0, start - 20), start);
  if (UNITLESS.test(before) && !CHANGE_BEFORE.test(before)) {
    return push(scan, { start, end: read.end, number: read.number, unit: null, inside: read.inside });
  }
  const lost = VERB_BEFORE.test(before) && isBreak(text.charCodeAt(read.end));
  return lost ? read.end : designate(scan, start, read.end, 'name');
}

const lists = setOfUnits('、和与及');

/** 79.9、56微克/立方米, 1.7、3.7和3.8个百分点: the unit and its scale are written once, after the last number. */
function readSharedUnit(scan: Scan, start: number, read: NumberRead): number | null {
  const { text, vocabulary } = scan;
  if (!lists(text.charCodeAt(read.end))) return null;
  const list = [{ start, read }];
  let at = read.end;
  while (list.length < 9 && lists(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) {
    if (namedByForm(scan, at + 1) !== null) return null;
    const next = readArabic(text, at + 1, vocabulary.units);
    if (next === null) return null;
    list.push({ start: at + 1, read: next });
    at = next.end;
    if (next.number.scaled || readUnit(text, at, vocabulary.units) !== null) break;
  }
  const last = list.at(-1);
  const unit = readUnit(text, at, vocabulary.units);
  if (last === undefined || list.length < 2 || unit === null) return null;
  const power = scaleOf(last.read, scan);
  for (const one of list.slice(0, -1)) {
    const number = shifted(one.read.number, power, last.read.number.scaled);
    push(scan, { start: one.start, end: one.read.end, number, unit: unit.unit, inside: null });
  }
  return push(scan, {
    start: last.start,
    end: unit.end,
    number: last.read.number,
    unit: unit.unit,
    inside: last.read.inside,
  });
}

/** 1.81∶1 is a ratio; 9.7∶56.8∶33.5 is one share for each part; other pairs are names. */
function readRatio(scan: Scan, start: number, read: NumberRead): number | null {
  const { text, vocabulary } = scan;
  const first = colonAt(text, read.end);
  if (first < 0) return null;
  const parts = [{ start, end: read.end, number: read.number }];
  let at = read.end;
  for (let colon = first; colon >= 0 && parts.length < 8; colon = colonAt(text, at)) {
    const from = text.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1;
    const next = isDigit(text.charCodeAt(from)) ? readArabic(text, from, vocabulary.units) : null;
    if (next === null) break;
    parts.push({ start: from, end: next.end, number: next.number });
    at = next.end;
  }
  const [one, second] = parts;
  if (one === undefined || second === undefined) return null;
  const percent = vocabulary.units.byName('%');
  if (parts.length > 2) {
    for (const part of parts)
      scan.quantities.push(hedged(text, { ...part, unit: percent, inside: null }, vocabulary.hedges, part.start));
    return at;
  }
  if (exactValue(second.number) !== '1') return designate(scan, start, at, 'name');
  const interval = unhedged(one.number, null);
  const quote = text.slice(start, at);
  scan.quantities.push({
    range: range<'report'>(start, at),
    quote,
    value: exactValue(one.number),
    interval,
    unit: '',
    hedge: null,
  });
  return at;
}

const isColon = setOfUnits('∶:：︰');

/** The colon behind a number, one blank before it allowed; -1 without one. */
function colonAt(text: string, end: number): number {
  const at = text.charCodeAt(end) === 32 ? end + 1 : end;
  return isColon(text.charCodeAt(at)) ? at : -1;
}

interface End {
  readonly number: Written;
  readonly unit: Unit | null;
  readonly end: number;
}

/** 5%-5.5%, 3000至5000亿元, 3到5个. After 由 or 从 the two ends are two figures. */
function readRange(scan: Scan, start: number, read: NumberRead, firstUnit: UnitRead | null): number | null {
  const { text, vocabulary } = scan;
  const at = firstUnit?.end ?? read.end;
  const dash = dashLength(text, at);
  if (dash === 0 || !isDigit(text.charCodeAt(at + dash))) return null;
  const second = readArabic(text, at + dash, vocabulary.units);
  if (second === null) return null;
  const unit = readUnit(text, second.end, vocabulary.units);
  const word = text.charAt(at);
  if ((word === '至' || word === '到') && /[由从][^，,。；\n]{0,14}$/u.test(text.slice(Math.max(0, start - 16), start)))
    return null;
  if (unit === null && !second.number.scaled && firstUnit === null) {
    const named = namedByForm(scan, at + dash);
    return designate(scan, start, named?.end ?? second.end, 'name');
  }
  const low: End = { number: read.number, unit: firstUnit?.unit ?? null, end: read.end };
  const high: End = {
    number: second.number,
    unit: unit?.unit ?? firstUnit?.unit ?? null,
    end: unit?.end ?? second.end,
  };
  if (low.unit !== null && low.unit.name !== high.unit?.name) return null;
  const end = suffixEnd(scan, high.end);
  const quantity = between(text, start, end, sharedScale(text, low, second, scan), high.number, high.unit);
  const reason = standsForThreshold(text, quantity, high.unit);
  if (reason !== null) return designate(scan, start, end, reason);
  scan.quantities.push(quantity);
  return end;
}

function suffixEnd(scan: Scan, end: number): number {
  const hit = scan.vocabulary.hedges.after(scan.text, end);
  return hit !== null && hit.hedge.bound === 'around' ? hit.end : end;
}

/** Between the ends of a range. */
const leadsOn = setOfUnits('-—–－~～至到');

function dashLength(text: string, at: number): number {
  if (!leadsOn(text.charCodeAt(at))) return 0;
  return text.startsWith('——', at) ? 2 : 1;
}

/** In 3-5亿元 the scale is written once and holds for both ends. */
function sharedScale(text: string, low: End, second: NumberRead, scan: Scan): Written {
  if (low.number.scaled || low.unit !== null) return low.number;
  const written = digitsEnd(text, second.end);
  const power = scaleOf(second, scan);
  return written >= 0 ? shifted(low.number, power, second.number.scaled) : low.number;
}

function scaleOf(second: NumberRead, scan: Scan): number {
  const { text } = scan;
  let power = 0;
  for (let at = second.end - 1; at >= 0 && !isDigit(text.charCodeAt(at)); at -= 1) {
    const char = text.charAt(at);
    if (char === '亿') power += 8;
    if (char === '万') power += 4;
    if (char === '千') power += 3;
    if (char === '百') power += 2;
  }
  return power;
}
