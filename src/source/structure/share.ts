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

/** A body that begins late was found to. */
function byBeginning(text: string, outline: Outline, positions: Positions): Share {
  const start = outline.paragraphs.find(({ part }) => part === 'plan')?.range.start ?? 0;
  const end = outline.paragraphs.findLast(({ part }) => part !== 'glossary' && part !== 'annex')?.range.end;
  const { low, estimate, high } = reachWithoutHead(text.slice(0, end), start === 0 ? null : start, positions);
  return share(low, estimate, high, 0.99);
}

/**
 * A missing section is as long as those beside it on its level; one of half or three times that length is possible.
 * Where no plan follows the review, the plan is missing.
 */
function bySections(text: string, outline: Outline, { lengths }: Positions): Share {
  const hasPlan = outline.paragraphs.some(({ part }) => part === 'plan');
  let gone = 0;
  for (const { heading, before, after } of gapsIn(outline.headings)) {
    if (heading.level > 2) continue;
    const lacksPlan = heading.level === 1 && before?.part === 'review' && !hasPlan;
    gone += lacksPlan
      ? (heading.range.start - before.range.start) * lengths['plan-by-review'][0]
      : sectionLength(text, outline, heading) * (heading.number - after - 1);
  }
  const lost = gone === 0 ? text.length / 12 : gone;
  const present = (by: number): number => text.length / (text.length + lost * by);
  return share(present(3), present(1), present(0.5), 0.99);
}

function sectionLength(text: string, { headings }: Outline, heading: Heading): number {
  const beside = headings.filter(
    ({ level, part }) => level === heading.level && (level === 1 || part === heading.part),
  );
  const first = beside[0]?.range.start ?? 0;
  const last = beside.at(-1)?.range.start ?? text.length;
  return beside.length > 1 ? (last - first) / (beside.length - 1) : text.length / 12;
}

function share(low: number, estimate: number, high: number, ceiling: number): Share {
  const within = (value: number): number => Math.round(Math.min(ceiling, Math.max(0.01, value)) * 1000) / 1000;
  return { estimate: within(estimate), low: within(low), high: within(high) };
}
