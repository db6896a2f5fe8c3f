/** Reads what a run of figures and its sentence say of time / gives the period of a figure / promises: null where the years cannot be known. */
import type { Measure, Period, Quantity } from '../../model/figure.ts';
import type { Indicator } from '../../rules/vocabulary/indicators.ts';
import type { Context, Told } from './context.ts';
import { BASE_AMOUNT, SINCE_LAST_YEAR } from './from-to.ts';
import type { Lead } from './lead.ts';
import type { Cues } from './peel.ts';
import { spanOfHeading, type TimeFound, timeIn, wholeYear } from './period.ts';
import { BASE } from './scope.ts';

/** What the words of one run say of time. */
export interface Timed {
  readonly lead: Lead;
  readonly cues: Cues;
  readonly time: TimeFound | null;
  /** The time that its own words say. */
  readonly said: TimeFound | null;
}

/**
 * The words of time decide; without them a figure is of the year of its part. What is told of an unknown stretch of
 * years (年均 growth, 累计 sums, sections on five years) has no period: a wrong one would be worse than none.
 */
export function periodOf(
  context: Context,
  { cues, time, said, lead }: Timed,
  quantity: Quantity,
  indicator: Indicator | null,
  measure: Measure,
): Period | null {
  if (cues.from) return timeIn(BASE_AMOUNT.exec(lead.clause)?.[1] ?? lead.clause, context.own)?.period ?? null;
  // 2021年达到7585亿元，年均增长7%: the year is the last of several.
  const isAtEnd = cues.yearly && said === null && measure === 'growth' && time?.severalYears === false;
  const { years, part } = context.sentence;
  const ofSection = context.heldSpan ?? yearsOf(years.heading, context);
  if (isAtEnd) return yearsTo(time.period, context.startedIn, ofSection);
  const span = yearsOf(years.span, context);
  // 从2010年的671亿元增加到2015年的1107亿元，投资累计完成2867亿元: the year was only the end of those that it tells of.
  if (
    measure === 'total' &&
    said === null &&
    time !== null &&
    context.startedIn !== null &&
    span?.end === time.period?.end
  )
    return span;
  if (time !== null) return time.period;
  if (measure === 'total' && span === null && isOfOneYear(context, quantity)) return context.own.period;
  if (cues.yearly || (measure === 'growth' && cues.total && ofSection !== null)) return ofSection;
  if (measure === 'total' && !cues.stands) return context.heldSpan ?? span;
  if (measure === 'new' && span !== null) return years.isEither ? null : span;
  const held = context.heldYear;
  // 1—11月，投资增长5%；预计全市生产总值3000亿元: what is expected is of the whole year.
  if (held !== null && (held.end.endsWith('-12-31') || !context.said.estimate)) return held;
  if (measure === 'growth' && context.own.period !== null && SINCE_LAST_YEAR.test(lead.clause))
    return context.own.period;
  if (years.span === null) return context.own.period;
  if (part !== 'plan' && changesSinceYear(lead, measure)) return context.own.period;
  if (indicator === null || !tellsAState(measure, indicator)) return null;
  if (measure === 'level' && part !== 'plan' && mayBeSum(indicator, lead, cues) && !isLikened(context, quantity)) {
    return null;
  }
  return part === 'plan' ? endOfPlan(span, context) : context.own.period;
}

/** 居民收入较2015年增加7239元: the year that a change began in is told, and it led to the state at the end. */
function changesSinceYear({ clause }: Lead, measure: Measure): boolean {
  if (measure !== 'growth' && measure !== 'change_points') return false;
  return /年[末底]?$|期?末$/u.test(BASE.exec(clause)?.[1] ?? '');
}

/** 五年来，生产总值达到101亿元: what stands so at the end of the years that were named is told of the last of them alone. */
export function timeToldOf(
  context: Context,
  time: TimeFound | null,
  cues: Cues,
  indicator: Indicator | null,
  measure: Measure,
): TimeFound | null {
  if (!standsAtEnd(context, time, cues, indicator, measure)) return time;
  return { period: context.own.period, severalYears: false, ahead: false };
}

function standsAtEnd(
  { own, sentence }: Context,
  time: TimeFound | null,
  { stands, reach, from, yearly, total }: Cues,
  indicator: Indicator | null,
  measure: Measure,
): boolean {
  if (time?.severalYears !== true || time.ahead || from || yearly || total || sentence.part === 'plan') return false;
  if (time.period === null || time.period.end !== own.period?.end) return false;
  if (measure === 'share' || measure === 'rank' || (measure === 'ratio' && reach)) return true;
  // 五年来，民生投入达到366亿元 is a sum for all that it stands.
  if (measure === 'level') return reach || (indicator !== null && isNoSum(indicator));
  return measure === 'count' && (stands || reach);
}

/** Nobody adds up what is worked out once a year at comparable prices, or for each head. */
function isNoSum({ name, nature, growthBasis }: Indicator): boolean {
  return nature === 'stock' || growthBasis === 'comparable' || name.includes('人均');
}

/** “十五五”时期主要目标 … 常住人口城镇化率达63%: what is to be reached is told of the last of the years to come. */
function endOfPlan(span: Period | null, { own, sentence }: Context): Period | null {
  if (span === null || sentence.years.isEither) return null;
  const last = Number(span.end.slice(0, 4));
  return own.year === null || last > own.year ? wholeYear(last) : own.period;
}

/** The years of a mean growth that end with a year: from the one where the change began, or those of the section where it ends so too. */
function yearsTo(last: Period | null, began: Period | null, span: Period | null): Period | null {
  if (last === null || began === null) return span !== null && last?.end === span.end ? span : null;
  const start = `${Number(began.end.slice(0, 4)) + 1}-01-01`;
  return start < last.end ? { start, end: last.end } : null;
}

/** 累计引进市外资金330亿元，增长43.5%: what is said to have grown since the year before is the sum of one year. */
export function isOfOneYear({ report }: Context, { range: { end } }: Quantity): boolean {
  return GREW.test(report.text.slice(end, end + 16));
}

const GREW = /^[，、]?(?:同比|比上年|较上年)?(?:增长|下降|上升)[\d.]+[%％]/u;

/** 五年完成造林125万亩: an amount over several years is a sum, unless it is the state at their end. What is to come is mostly such a state. */
export function sumOverYears(
  measure: Measure,
  cues: Cues,
  time: TimeFound | null,
  indicator: Indicator | null,
): boolean {
  if (measure !== 'level' || time?.severalYears !== true || time.ahead || cues.stands || cues.reach || cues.from)
    return false;
  return indicator === null || !isNoSum(indicator);
}

/** Levels, shares and ranks of a section on several years are those of its end; so are counts of what is kept. */
function tellsAState(measure: Measure, indicator: Indicator): boolean {
  if (measure === 'level' || measure === 'share' || measure === 'rank' || measure === 'ratio') return true;
  return measure === 'count' && indicator.nature === 'stock';
}

/** 这五年，…完成营造林2027万亩、实现进出口总额1.4万亿元: what was done may have been done in all of them. */
function mayBeSum({ nature, growthBasis }: Indicator, { head }: Lead, { stands, reach }: Cues): boolean {
  if (stands || reach) return false;
  if (nature === 'stock') return BUILT.test(head);
  // Nobody adds up what is worked out once a year at comparable prices.
  return nature === 'flow' && growthBasis !== 'comparable' && DONE.test(head);
}

const DONE = /(?:完成|实现)$/u;
const BUILT = /(?:建设|建成|改造)$/u;

/** 完成固定资产投资1131亿元，增长12.7%, 是2010年的1.9倍: the amount of one year is held against that of another. */
function isLikened({ report }: Context, { range: { end } }: Quantity): boolean {
  return LIKENED.test(report.text.slice(end, end + AHEAD));
}

/** So far ahead the growth of a whole list may be told: 完成投资2580亿元、外贸出口270亿美元，年均分别增长17.7%、5.3%. */
const AHEAD = 60;
const LIKENED =
  /^[，、；;]?(?:同比|比上年|较上年)?(?:年均)?(?:增长|下降|上升|提高)|^[，、]?(?:是|为|相当于)(?:上年|(?:19|20)\d{2}年)|^[^。；;]*?年均分?别?(?:增长|递增)/u;

/** The years that a heading speaks of. */
function yearsOf(heading: string | null, { sentence, own }: Context): Period | null {
  return heading === null ? null : spanOfHeading(heading, own.year, sentence.part === 'plan');
}

/** Growth of more percent than this may be that of several years. */
const GROWTH_OF_A_YEAR = 40;

/** 生产总值2.22万亿元，增长11.3%: in a section on several years, too, it is the level's own year that is told of. */
export function yearOfLevel(
  level: Told | null,
  run: Timed,
  { unit, value }: Quantity,
  measure: Measure,
): Period | null {
  if (measure !== 'growth' || unit !== '%' || level === null || level.measure !== 'level') return null;
  if (run.said !== null || run.cues.yearly || run.cues.from || AGAINST_BASE.test(run.lead.clause)) return null;
  return value !== null && Number(value) <= GROWTH_OF_A_YEAR ? level.period : null;
}

/** 比2015年增长, 五年增长, 累计增长 */
const AGAINST_BASE = /[比较是](?!上年|去年|上一年)|[年期]来?(?:共|累计)?(?:增长|下降|提高)|累计|翻/u;
