/** Reads the words of time before a figure / gives the period that it is about. */
import type { Period } from '../../model/figure.ts';

const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const PLANS: Readonly<Record<string, readonly [number, number]>> = {
  六五: [1981, 1985],
  七五: [1986, 1990],
  八五: [1991, 1995],
  九五: [1996, 2000],
  十五: [2001, 2005],
  十一五: [2006, 2010],
  十二五: [2011, 2015],
  十三五: [2016, 2020],
  十四五: [2021, 2025],
  十五五: [2026, 2030],
};
const NUMBERS = '零一二三四五六七八九十';

/** Characters that words of time begin with. */
const STARTS = startTable();

function startTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const char of '0123456789前上一二过近这两三四五六七八九十去今全年截未下') table[char.charCodeAt(0)] = 1;
  return table;
}

/** The year that the figures of a part of the report are about; all null when it is not known. */
export interface OwnYear {
  readonly year: number | null;
  readonly period: Period | null;
  /** The year of the report: the first of 今后五年. */
  readonly next: number | null;
}

export interface TimeFound {
  readonly period: Period | null;
  /** True when the words say a whole span of several years. */
  readonly severalYears: boolean;
  /** True for 今后五年: amounts are to be reached at their end. */
  readonly ahead: boolean;
}

/** The last words of time in `text`; null when there are none. 全年 and 前三季度 fall in the own year. */
export function timeIn(text: string, own: OwnYear): TimeFound | null {
  // Groups: 1 year, 2 part of it; 3 years ahead; 4 part of the own year; 5 and 6 years long; 7 plan, 8 its span; 9 last, 10 close, 11 month.
  const time =
    /(?<!比|较|是|同|于|以来，|[比较是][“"])(?:((?:19|20)\d{2}|[一二][九〇零][一二三四五六七八九〇零]{2})年(前三季度|上半年|[一二三四]季度|1[-—–－~～至](?:\d{1,2})月份?|年?末|年?底|以来(?!的?(?:最|新高|新低|首|同期)))?(?!相比|相较|以来|的?基础上|.{0,2}(?:远景|愿景)|(?<=(?<![化整变转高升降小少加大])为.{4}年[末底]?)[末底]?的$)|(?:今后|未来|下)([两三四五])年(?!行动|计划|规划)|(前三季度|上半年|[一二三四]季度|前十一个月|前11个月|前10个月|1[-—–－~～至]\d{1,2}月份?)|(?:过去|近|这|(?<=^|[，,；;：:、]))((?<!这)两|[三四五六七八九十]|[2-9](?!年年均))年(?!巩固|来?的?(?:最|新高|新低)|以[上下]|行动|计划|规划|前|后|级|期|制|倍增|攻坚|提升|目标|任务|内|义务|一贯|禁)来?|([两三四五六七八九十])年(?:来|间|累计|(?<=(?<!今后|未来|下)五年)(?:共|分别|完成|新增|建成|实现))|(十[一二三四五]?五|[六七八九]五)[”"]?(期间|以来|时期|期?末(?!的?基础上))?|(去年|上年|上一年)(?!同期|.{0,2}基础上)|今年|全年|年内|((?<!\d)年[末底]|截至目前)|(\d{1,2})月(?:底|末))/uy;
  let found: TimeFound | null = null;
  for (let at = 0; at < text.length; at += 1) {
    if (STARTS[text.charCodeAt(at)] !== 1) continue;
    time.lastIndex = at;
    const match = time.exec(text);
    if (match === null) continue;
    found = read(match, own) ?? found;
    at = time.lastIndex - 1;
  }
  return found;
}

/** The years that a heading names (“十三五”时期, 过去五年, 今后五年); null when it names none. `base` is the year of its part. */
export function spanOfHeading(heading: string, base: number | null, ahead: boolean): Period | null {
  // “十四五”时期发展成就和“十五五”时期主要目标: what is to come is of the plan that is named last.
  // 十二五 stands for itself; 九五 and 十五 only in quotation marks.
  const named = [...heading.matchAll(/十[一二三四五]五|(?<=“)[六七八九十]五(?=”)/gu)];
  const plan = PLANS[(ahead ? named.at(-1) : named[0])?.[0] ?? ''];
  if (plan !== undefined) return { start: `${plan[0]}-01-01`, end: `${plan[1]}-12-31` };
  const count = /[三四五](?=年)/u.exec(heading)?.[0];
  if (base === null || count === undefined) return null;
  const years = NUMBERS.indexOf(count);
  const first = ahead ? base : base - years + 1;
  return { start: `${first}-01-01`, end: `${first + years - 1}-12-31` };
}

/** 1979 and 一九七九. */
function yearOf(written: string): number {
  if (written.charCodeAt(0) < 58) return Number(written);
  return [...written].reduce((year, digit) => year * 10 + Math.max(0, NUMBERS.indexOf(digit)), 0);
}

/** The whole year. */
export function wholeYear(year: number | null): Period | null {
  return year === null ? null : { start: `${year}-01-01`, end: `${year}-12-31` };
}

function read(groups: readonly (string | undefined)[], { year: base, next }: OwnYear): TimeFound | null {
  const [words = '', year, rest, ahead, part, count = groups[6], , plan, said, last, close, month] = groups;
  if (year !== undefined) return rest === '以来' ? since(yearOf(year), next) : single(partOfYear(yearOf(year), rest));
  if (ahead !== undefined) {
    return next === null ? null : { period: coming(next, countOf(ahead)), severalYears: true, ahead: true };
  }
  if (part !== undefined) return base === null ? null : single(partOfYear(base, part));
  if (count !== undefined) {
    const years = countOf(count);
    // 五年新增就业60万人 is to come where the plan says it.
    const isToCome = base !== null && base === next && !BACK.test(words);
    return isToCome ? { period: coming(base, years), severalYears: true, ahead: false } : span(base, years);
  }
  if (plan !== undefined) return planned(plan, said, base);
  if (last === '去年') return next === null ? null : single(wholeYear(next - 1));
  if (last !== undefined) return base === null ? null : single(wholeYear(base - 1));
  if (close !== undefined) return base === null ? null : single(lastDay(base));
  if (month !== undefined) return base === null ? null : single(monthEnd(base, Number(month)));
  return single(wholeYear(base));
}

/** Of 三, 两 and 3. */
function countOf(written: string): number {
  return written === '两' ? 2 : Number(written) || NUMBERS.indexOf(written);
}

const BACK = /过去|近|这|来/u;

function single(period: Period | null): TimeFound | null {
  return period === null ? null : { period, severalYears: false, ahead: false };
}

function span(base: number | null, years: number): TimeFound | null {
  if (base === null) return null;
  return { period: { start: `${base - years + 1}-01-01`, end: `${base}-12-31` }, severalYears: true, ahead: false };
}

/** 今后五年 begin with the year of the report. */
function coming(next: number, years: number): Period {
  return { start: `${next}-01-01`, end: `${next + years - 1}-12-31` };
}

/** 1978年以来: to the end of the year before the report. */
function since(first: number, next: number | null): TimeFound | null {
  if (next === null || first >= next) return null;
  return {
    period: { start: `${first}-01-01`, end: `${next - 1}-12-31` },
    severalYears: first < next - 1,
    ahead: false,
  };
}

/** A plan named without 期间 or 以来 is only a name (十四五规划). */
function planned(plan: string, said: string | undefined, base: number | null): TimeFound | null {
  const years = PLANS[plan];
  if (years === undefined || said === undefined) return null;
  const [first, last] = years;
  if (said.endsWith('末')) return single({ start: `${last}-12-31`, end: `${last}-12-31` });
  const end = base !== null && base >= first && said === '以来' ? Math.min(base, last) : last;
  return { period: { start: `${first}-01-01`, end: `${end}-12-31` }, severalYears: true, ahead: false };
}

function partOfYear(year: number, words: string | undefined): Period | null {
  if (words === undefined) return wholeYear(year);
  if (words === '前三季度') return { start: `${year}-01-01`, end: `${year}-09-30` };
  if (words === '上半年') return { start: `${year}-01-01`, end: `${year}-06-30` };
  if (words.endsWith('季度')) return quarter(year, NUMBERS.indexOf(words.charAt(0)));
  if (words.endsWith('末') || words.endsWith('底')) return lastDay(year);
  const month = words.startsWith('前十一') ? 11 : Number(/(\d{1,2})(?:月|个)/u.exec(words)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? { start: `${year}-01-01`, end: endOfMonth(year, month) } : wholeYear(year);
}

function quarter(year: number, nth: number): Period {
  const first = String(nth * 3 - 2).padStart(2, '0');
  return { start: `${year}-${first}-01`, end: endOfMonth(year, nth * 3) };
}

function lastDay(year: number): Period {
  return { start: `${year}-12-31`, end: `${year}-12-31` };
}

function monthEnd(year: number, month: number): Period | null {
  if (month < 1 || month > 12) return null;
  const day = endOfMonth(year, month);
  return { start: day, end: day };
}

function endOfMonth(year: number, month: number): string {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = leap ? 29 : (LAST_DAY[month - 1] ?? 31);
  return `${year}-${String(month).padStart(2, '0')}-${day}`;
}
