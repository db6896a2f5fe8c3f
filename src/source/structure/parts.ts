/** Reads the titles of a report in order / gives the part that each belongs to / promises: words decide before years, years before order. */
import type { Part } from '../../model/report.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { hasAny } from './lines.ts';

export type BodyPart = Extract<Part, 'review' | 'plan' | 'self-government'>;

/** A title of the first level, as the decision sees it. */
export interface PartTitle {
  /** Folded title. */
  readonly title: string;
  /** Value of its numeral; 0 for a title without one. */
  readonly number: number;
}

/**
 * The part of each title of the first level. `year` is the year that the plan is for, where it is known; `start` the part that is
 * running before the first title. A report never goes back: after the plan comes no review.
 */
export function partsOf(
  titles: readonly PartTitle[],
  year: number | null,
  start: BodyPart | null,
  phrases: Phrases,
): BodyPart[] {
  const parts: BodyPart[] = [];
  let current = start;
  let outer = 0;
  let underBare = false;
  for (const one of titles) {
    // 一、二、 below a title without numeral, or a numbering that starts again, divide the part that is running.
    const inner = one.number > 0 && current !== null && (underBare || one.number <= outer);
    const part: BodyPart =
      inner && current !== null ? innerPart(one, current, phrases) : outerPart(one, current, year, phrases);
    if (one.number === 0) underBare = true;
    else if (!inner) outer = one.number;
    parts.push(part);
    current = part;
  }
  return parts;
}

function innerPart({ title }: PartTitle, current: BodyPart, phrases: Phrases): BodyPart {
  const self = phrases.parts['self-government'];
  return current === 'plan' && hasAny(title, self.strong) ? 'self-government' : current;
}

function outerPart(
  { title, number }: PartTitle,
  current: BodyPart | null,
  year: number | null,
  phrases: Phrases,
): BodyPart {
  const { review, plan, 'self-government': self } = phrases.parts;
  const lookingBack = current === null || current === 'review';
  if (lookingBack && (hasAny(title, review.strong) || looksBothWays(title, phrases))) return 'review';
  if (hasAny(title, self.strong))
    return lookingBack && (current !== null || number === 1) ? 'review' : 'self-government';
  const years = yearsIn(title);
  if (year !== null && years.length > 0) return lookingBack && years.every((one) => one < year) ? 'review' : 'plan';
  if (lookingBack && REACHED.test(title)) return 'review';
  if (hasAny(title, plan.strong)) return 'plan';
  if (lookingBack && hasAny(title, review.weak)) return 'review';
  if (!lookingBack && (hasAny(title, self.weak) || speaksOfGovernment(title, plan.weak))) return 'self-government';
  // A report begins by looking back: 今年 in its first title is the year that ends.
  if ((current !== null || number > 1) && hasAny(title, plan.weak)) return 'plan';
  return next(current, number);
}

/** “十五”计划主要预期目标提前实现 */
const REACHED = /(?:目标|任务|计划|规划)(?:任务)?(?:已经?)?(?:提前|全面|圆满|胜利|顺利|超额|如期)(?:实现|完成)/u;

/** “十四五”时期发展成就和“十五五”时期主要目标任务: one title over what was done and what is to come. */
export function looksBothWays(title: string, { parts }: Phrases): boolean {
  const joint = BEHIND_US.exec(title);
  if (joint === null) return false;
  const rest = title.slice(joint.index + joint[0].length);
  return hasAny(rest, parts.plan.strong) || (AHEAD.test(rest) && hasAny(rest, parts.plan.weak));
}

const BEHIND_US = /(?:成就|成绩|成效|回顾|总结|情况|历程)(?:和|与|及|以及|[、,])/u;
const AHEAD = /今后|未来|十[一二三四五六]五|[“"]十五[”"]/u;

/**
 * Where such a part turns from what was done to what is to come: at the years or the plan that its title names last, at the
 * papers that the plan follows, at its aims.
 */
export function looksAhead(head: string, title: string, year: number | null, { cues }: Phrases): boolean {
  const plans = title.matchAll(
    /十[一二三四五六]?五(?=[”"]?(?:时期|期间|规划|计划|的?奋斗|的?主要|的?发展|的?目标|$))/gu,
  );
  const plan = [...plans].at(-1)?.[0];
  const named = NAMED_FIRST.exec(head)?.[1];
  if (named !== undefined && (named === plan || Number(named) === year)) return true;
  return OPENS_AHEAD.test(head) || PAPERS.test(head) || hasAny(head, cues.plan);
}

const NUMBERED = `^(?:[(]?[一二三四五六七八九十]{1,3}[)、])?`;
const NAMED_FIRST = new RegExp(`${NUMBERED}[“"]?(十[一二三四五六]五|十五(?=[”"])|(?:19|20)\\d{2}(?=年))`, 'u');
const OPENS_AHEAD = new RegExp(`${NUMBERED}(?:今后|未来|展望|从今年起)`, 'u');
const PAPERS = /^(?:根据|按照|依据)[^。]{0,80}(?:规划|纲要|建议》)|^《[^。》]{0,40}纲要/u;

/** After the plan, what is said of the government and not of its work to come is said of itself: 打造清廉政府, 提升政府服务能力. */
function speaksOfGovernment(title: string, planned: readonly string[]): boolean {
  return title.includes('政府') && !title.includes('做好') && !hasAny(title, planned);
}

/** Without words and year: a report looks back first, then ahead. */
function next(current: BodyPart | null, number: number): BodyPart {
  if (current === null) return number <= 1 ? 'review' : 'plan';
  return current === 'review' && number !== 1 ? 'plan' : current;
}

/**
 * The year that a report plans for. The titles know best (2024年工作回顾, 2025年工作安排); one year alone says less than the
 * meeting's date, and a meeting at the end of a year looks to the next one.
 */
export function planYear(
  titles: readonly PartTitle[],
  meeting: { readonly year: number; readonly month: number } | null,
): number | null {
  const years = titles.flatMap(({ title }) => yearsIn(title));
  if (new Set(years).size > 1) return Math.max(...years);
  if (meeting) return meeting.month >= 11 ? meeting.year + 1 : meeting.year;
  return null;
}

function yearsIn(title: string): number[] {
  return [...title.matchAll(/(?:19|20)\d{2}(?=年|[—:])/gu)].map(([written]) => Number(written));
}

/** True for a title that names a part by a sure word. */
export function namesPart(title: string, phrases: Phrases): boolean {
  const { review, plan, 'self-government': self } = phrases.parts;
  if (hasAny(title, review.strong) || hasAny(title, plan.strong)) return true;
  if (/^(?:19|20)\d{2}年/u.test(title) && title.length <= 20)
    return hasAny(title, review.weak) || hasAny(title, plan.weak);
  return hasAny(title, self.strong) && !/[,、]/u.test(title);
}
