/** Reads how far a cut report got / gives the share that is present / promises: low <= estimate <= high, all between 0 and 1. */
import type { Completeness, Heading, MissingPart, Outline, PromisedReport } from '../../model/report.ts';
import type { Positions } from '../../rules/vocabulary/positions.ts';
import { gapsIn } from './numbering.ts';
import type { Partial } from './pager.ts';
import { reachOf, reachWithoutHead } from './position.ts';

type Share = NonNullable<Completeness['sharePresent']>;

/** What is known of the source besides the report itself. */
export interface Surroundings {
  readonly promised: readonly PromisedReport[];
  /** Which report of its source this is, counted from 0. */
  readonly ordinal: number;
  /** Characters of the source's other reports, in their order. */
  readonly otherReportsChars: readonly number[];
  /** What the page around the report says of how much of it is here. */
  readonly partials?: readonly Partial[];
}

/**
 * Share of a truncated report that is present. What the page around it says of its own pages comes first; then the pages of a
 * contents page: this entry's pages times the characters a page of the complete reports beside it; then, for a report without its
 * tail, how far its words have come; for one without its head, what its plan lets expect of the review; for one without a section
 * in its middle, the length of the sections beside it.
 */
export function shareOf(
  text: string,
  outline: Outline,
  missing: readonly MissingPart[],
  around: Surroundings,
  positions: Positions,
): Share {
  const told = bySlices(around) ?? byPages(text.length, around);
  if (told !== null) return told;
  if (missing.includes('tail') || missing.length === 0) return byPosition(text, outline, positions);
  return missing.includes('head') ? byBeginning(text, outline, positions) : bySections(text, outline, positions);
}

/** Page marks count whole pages: the share of a text of few pages is known to a page. */
function bySlices({ partials = [] }: Surroundings): Share | null {
  const told = partials.find((one) => one.share !== null);
  if (told === undefined || told.share === null) return null;
  const page = told.of === null ? 0.02 : 1 / told.of;
  return share(told.share - page, told.share, told.share + page, 0.99);
}

/** A text that page numbers give p pages fills more than p - 1 of them and at most p: the range says what that leaves open. */
function byPages(chars: number, { promised, ordinal, otherReportsChars }: Surroundings): Share | null {
  const own = pagesOf(promised, ordinal);
  const beside = otherReportsChars.flatMap((length, index) => {
    const pages = pagesOf(promised, index < ordinal ? index : index + 1);
    return pages === null ? [] : [{ length, pages }];
  });
  if (own === null || beside.length === 0) return null;
  const rates = beside.map(({ length, pages }) => length / pages).toSorted((a, b) => a - b);
  const middle = rates[Math.floor((rates.length - 1) / 2)] ?? 1;
  const fullest = Math.max(...beside.map(({ length, pages }) => length / Math.max(1, pages - 1)));
  return share(
    chars / (own * fullest),
    chars / (own * middle),
    chars / (Math.max(1, own - 1) * (rates[0] ?? middle)),
    0.99,
  );
}

/** Pages of the entry that a report fulfils: up to the page of the next entry. */
function pagesOf(promised: readonly PromisedReport[], ordinal: number): number | null {
  const at = promised.findIndex(({ kept }) => kept === ordinal);
  const from = promised[at]?.page ?? null;
  const to = promised[at + 1]?.page ?? null;
  return at < 0 || from === null || to === null || to <= from ? null : to - from;
}

/** A body that ends early was found to: whatever its words say, less than the whole is present. */
function byPosition(text: string, outline: Outline, positions: Positions): Share {
  const body = outline.paragraphs.filter(({ part }) => part !== 'glossary' && part !== 'annex');
  const plan = body.find(({ part }) => part === 'plan')?.range.start ?? null;
  const { low, estimate, high } = reachOf(text.slice(0, body.at(-1)?.range.end), plan, positions);
  return share(low, estimate, high, 0.99);
}

/** A body that begins late was found to; where it begins within the plan, what stands before its next title is no review. */
function byBeginning(text: string, outline: Outline, positions: Positions): Share {
  const plan = outline.paragraphs.find(({ part }) => part === 'plan');
  const start = plan?.range.start ?? 0;
  // 三、 begins the plan where 二、 sets goals for years: what stands before it is no review then.
  const third = outline.headings.some((one) => one.paragraph === plan?.ordinal && one.level === 1 && one.number > 2);
  const end = outline.paragraphs.findLast(({ part }) => part !== 'glossary' && part !== 'annex')?.range.end;
  const begins = start === 0 || third || looksAhead(text.slice(0, start)) ? null : start;
  const { low, estimate, high } = reachWithoutHead(text.slice(0, end), begins, positions);
  return share(low, estimate, high, 0.99);
}

/** True for words of intent in more sentences than a review has them in. */
function looksAhead(words: string): boolean {
  const sentences = words.split(/[。；！]/u).filter((one) => one.length > 8);
  const intent = sentences.filter((one) => /将|力争|确保|今后|未来|必须|要(?!求|素|害|闻)/u.test(one)).length;
  return sentences.length > 0 && intent / sentences.length > AHEAD;
}

/** Share of sentences with words of intent: a review has them in fewer, a plan in more. */
const AHEAD = 0.2;

/** Of a plan that is shorter than this part of its review, most is gone. */
const LEAST_PLAN = 0.6;
/** What the review takes of a report without its plan. */
const REVIEW = 0.7;
/** A section of the first level between review and plan (goals of the next five years) is about this part of a report. */
const GOALS = 0.15;

/** A missing section is as long as those beside it on its level; one of half or three times that length is possible. */
function bySections(text: string, outline: Outline, { lengths }: Positions): Share {
  const body = outline.paragraphs.filter(({ part }) => part !== 'glossary' && part !== 'annex');
  const end = body.at(-1)?.range.end ?? text.length;
  const review = body.find(({ part }) => part === 'plan' || part === 'self-government')?.range.start ?? end;
  // What is left without its plan is mostly review: opening, the part on the government itself and closing are the rest.
  const wholePlan = (review < end ? review : end * REVIEW) * lengths['plan-by-review'][0];
  const lacksPlan = end - review < review * LEAST_PLAN;
  let gone = 0;
  for (const { heading, after } of gapsIn(outline.headings)) {
    if (heading.level > 2) continue;
    const sections = heading.number - after - 1;
    if (heading.level === 1) gone += lacksPlan ? wholePlan - (end - review) : end * GOALS * sections;
    else gone += sectionLength(text, outline, heading) * sections;
  }
  const lost = gone === 0 ? end / 12 : gone;
  const present = (by: number): number => end / (end + lost * by);
  return share(present(3), present(1), present(0.5), 0.99);
}

function sectionLength(text: string, { headings }: Outline, heading: Heading): number {
  const beside = headings.filter(({ level, part }) => level === heading.level && part === heading.part);
  const first = beside[0]?.range.start ?? 0;
  const last = beside.at(-1)?.range.start ?? text.length;
  return beside.length > 1 ? (last - first) / (beside.length - 1) : text.length / 12;
}

function share(low: number, estimate: number, high: number, ceiling: number): Share {
  const within = (value: number): number => Math.round(Math.min(ceiling, Math.max(0.01, value)) * 1000) / 1000;
  return { estimate: within(estimate), low: within(low), high: within(high) };
}
