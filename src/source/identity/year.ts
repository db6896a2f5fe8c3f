/** Reads dates, titles, headings and the body of a report / gives votes for its year / promises: each vote with its quote. */

import { range } from '../../model/offset.ts';
import type { Evidence, Outline } from '../../model/report.ts';
import type { FoundDate } from './dates.ts';
import { datesIn, numberOf } from './dates.ts';

/** A vote for a year of report; the evidence quotes the words that it was read from. */
export interface YearVote {
  readonly year: number;
  readonly evidence: Evidence;
}

export interface YearDecision {
  readonly year: number | null;
  readonly evidence: readonly Evidence[];
  /** Votes of date, title and headings that no reading brings together with the year. */
  readonly against: readonly YearVote[];
}

const WEIGHTS = { date: 4, review: 3, plan: 3, session: 3, title: 2, body: 1 } as const;

/** People's congresses that meet in the last weeks of a year hear the report of the year to come: 2024年12月25日, 一、2024年工作回顾. */
const LATE_MONTH = 11;

/** The review fills at least this share of a report, wherever its plan begins. */
const REVIEW_SHARE = 0.25;

const REVIEW = /回顾|总结|成就|成效|完成情况|工作情况|成绩/;
const PLAN = /安排|任务|重点|打算|部署|计划|目标|要求|思路|建议|展望/;

/**
 * Votes of headings of the first level: 一、2023年工作回顾 speaks for 2024, 二、2024年工作安排 for itself.
 * A neutral title (2023年主要工作) is what its part of the outline is.
 */
export function headingVotes(outline: Outline): YearVote[] {
  const top = outline.headings.filter(({ level, part }) => level === 1 && part !== 'glossary' && part !== 'annex');
  let review: YearVote | null = null;
  let plan: YearVote | null = null;
  for (const { title, part, range: place } of top) {
    const years = yearsIn(title);
    if (years.length === 0) continue;
    const evidence = { quote: title, range: place };
    const looksBack = REVIEW.test(title) || (!PLAN.test(title) && part === 'review');
    if (looksBack && plan === null) {
      review ??= {
        year: Math.max(...lookedBackOn(title, years)) + 1,
        evidence: { sign: 'review-heading', weight: WEIGHTS.review, ...evidence },
      };
    } else if (!looksBack) {
      plan ??= { year: Math.min(...years), evidence: { sign: 'plan-heading', weight: WEIGHTS.plan, ...evidence } };
    }
  }
  return [review, plan].filter((vote) => vote !== null);
}

/** Vote of a title, when it names exactly one year. `place` is null for a hint. */
export function titleVote(
  sign: string,
  title: string,
  place: Evidence['range'],
  weight: number = WEIGHTS.title,
): YearVote | null {
  const [year, second] = new Set(
    [...title.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1])),
  );
  if (year === undefined || second !== undefined) return null;
  return { year, evidence: { sign, weight, quote: title, range: place } };
}

/** The fifth National People's Congress met first in 1978; since then each has had five sessions, one a year. */
const FIFTH_CONGRESS = 1978;

/**
 * Vote of a session of the National People's Congress: 第十四届全国人民代表大会第二次会议 is of 2024. Local congresses count their
 * terms each in its own way and have no vote.
 */
export function sessionVote(session: string, place: Evidence['range']): YearVote | null {
  const match =
    /第?([\d一二三四五六七八九十]{1,3})届全国(?:人民代表大会|人大)第?([\d一二三四五六七八九十]{1,2})次/.exec(session);
  const term = numberOf(match?.[1]);
  const number = numberOf(match?.[2]);
  if (term === null || number === null || term < 5 || number < 1 || number > 5) return null;
  const year = FIFTH_CONGRESS + 5 * (term - 5) + number - 1;
  return { year, evidence: { sign: 'session-number', weight: WEIGHTS.session, quote: session, range: place } };
}

/**
 * Vote of the body: the last year that its review names twice, or once where none stands twice, is the one it looks back on.
 * 到2030年 is a goal and counts only inside a sentence (增加到2012年的…).
 */
export function bodyVote(report: string, outline: Outline): YearVote | null {
  const counts = new Map<number, { count: number; first: number }>();
  for (const { part, range: place } of outline.paragraphs) {
    if (part !== 'review' || place.start > report.length * REVIEW_SHARE) continue;
    const written = report.slice(place.start, place.end);
    if (!written.includes('年')) continue;
    const text = written.replace(/[０-９]/g, halfWidth);
    for (const match of text.matchAll(
      /(?=[12])(?<!\d|[比由是较从]|^到|[，。；、：,;:]到)((?:19|20)\d{2})年(?!底前|前|远景|冬奥|亚运)/g,
    )) {
      const year = Number(match[1]);
      const seen = counts.get(year);
      if (seen) seen.count++;
      else counts.set(year, { count: 1, first: place.start + match.index });
    }
  }
  const latest = [...counts].sort(([a], [b]) => b - a);
  const chosen = latest.find(([, { count }]) => count >= 2) ?? latest[0];
  if (chosen === undefined) return null;
  const [year, { first }] = chosen;
  return {
    year: year + 1,
    evidence: { sign: 'body-years', weight: WEIGHTS.body, quote: `${year}年`, range: range(first, first + 5) },
  };
}

/**
 * The body's vote when it contradicts the year that the head gave: a body that looks back on an earlier year and never names the
 * head's year or the one before it, or one that looks back on the head's year or a later one and names the next. Headings that
 * give the year are believed instead, and a year named once is no ground.
 */
export function bodyAgainst(
  report: string,
  body: YearVote | null,
  headings: readonly YearVote[],
  year: number | null,
): YearVote | null {
  if (body === null || year === null || body.year === year || headings.length > 0) return null;
  if (timesNamed(report, body.year - 1) < 2 && !isReview(report, body.year - 1)) return null;
  if (body.year > year) return timesNamed(report, body.year) > 0 ? body : null;
  return timesNamed(report, year) === 0 || timesNamed(report, year - 1) === 0 ? body : null;
}

/** True when a year named once is looked back on: 2013年，全市 …, 2013年末; not 2013年以来. */
function isReview(report: string, year: number): boolean {
  const at = report.indexOf(`${year}年`);
  return at >= 0 && /^(?:末|底|全|[，,])/.test(report.slice(at + 5, at + 7));
}

/** How often a report writes a year out, in digits of either width. */
function timesNamed(report: string, year: number): number {
  const digits = `${year}年`;
  const wide = digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return report.split(digits).length - 1 + (report.split(wide).length - 1);
}

/** The date's own vote: its year, or the next one for a late session whose text does not say otherwise. */
export function dateVote(
  date: FoundDate,
  quote: string,
  place: Evidence['range'],
  others: readonly YearVote[],
): YearVote {
  const late = date.month !== null && date.month >= LATE_MONTH && !others.some(({ year }) => year === date.year);
  const evidence: Evidence = { sign: 'meeting-date', weight: WEIGHTS.date, quote, range: place };
  return { year: date.year + Number(late), evidence };
}

/** The year with most weight; the date line's where two are level. */
export function decideYear(votes: readonly YearVote[], body: YearVote | null): YearDecision {
  const weights = new Map<number, number>();
  for (const { year, evidence } of body === null ? votes : [...votes, body]) {
    weights.set(year, (weights.get(year) ?? 0) + evidence.weight);
  }
  const most = Math.max(0, ...weights.values());
  const year = votes.find((vote) => weights.get(vote.year) === most)?.year ?? body?.year ?? null;
  const speaking = body === null ? votes : [...votes, body];
  return {
    year,
    evidence: speaking.filter((vote) => vote.year === year).map((vote) => vote.evidence),
    against: votes.filter((vote) => vote.year !== year),
  };
}

/** Of 1993年工作的回顾和1994年工作的方针 only the year before 回顾 is looked back on. */
function lookedBackOn(title: string, years: readonly number[]): readonly number[] {
  const before = yearsIn(title.slice(0, Math.max(0, title.search(REVIEW))));
  return before.length > 0 ? before : years;
}

/** Years that a heading is about: not the goal of a plan (2035年远景目标), not a beginning (2008年以来). Of 2016-2020年 the last counts. */
function yearsIn(title: string): number[] {
  const text = title.normalize('NFKC').replace(/\s+/g, '');
  return datesIn(text)
    .filter(({ start, end }) => text[start - 1] !== '到' && !/^(?:以来|远景|奋斗|愿景|基本)/.test(text.slice(end)))
    .map(({ year }) => year);
}

function halfWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
}
