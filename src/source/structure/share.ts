/** Reads how far a cut report got / gives the share that is present / promises: low <= estimate <= high, all between 0 and 1. */
import type { Completeness, Outline, PromisedReport } from '../../model/report.ts';
import type { Phrases, Spread } from '../../rules/vocabulary/phrases.ts';

type Share = NonNullable<Completeness['sharePresent']>;

/** What is known of the source besides the report itself. */
export interface Surroundings {
  readonly promised: readonly PromisedReport[];
  /** Which report of its source this is, counted from 0. */
  readonly ordinal: number;
  /** Characters of the source's other reports, in their order. */
  readonly otherReportsChars: readonly number[];
}

/**
 * Share of a report that stops early. Pages of a contents page come first: this entry's pages times the characters a page of the
 * complete reports beside it. Then the parts: the plan begins at a typical place, so where it begins here gives the whole length.
 * A text that stops within its review is measured against the typical length.
 */
export function shareOf(textChars: number, outline: Outline, around: Surroundings, phrases: Phrases): Share {
  return byPages(textChars, around) ?? byParts(outline, phrases) ?? byLength(textChars, around, phrases);
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

function byParts(outline: Outline, phrases: Phrases): Share | null {
  const body = outline.paragraphs.filter(({ part }) => part !== 'glossary' && part !== 'annex');
  const length = body.at(-1)?.range.end ?? 0;
  const { typical } = phrases;
  const self = outline.paragraphs.find(({ part }) => part === 'self-government')?.range.start;
  if (self !== undefined && self > 0) return reached(length, self, typical['self-government-starts']);
  const plan = outline.paragraphs.find(({ part }) => part === 'plan')?.range.start;
  return plan !== undefined && plan > 0 ? reached(length, plan, typical['plan-starts']) : null;
}

function reached(length: number, start: number, typical: Spread): Share {
  return share(
    (length * typical.low) / start,
    (length * typical.median) / start,
    (length * typical.high) / start,
    0.99,
  );
}

function byLength(chars: number, { otherReportsChars }: Surroundings, phrases: Phrases): Share {
  const { 'body-chars': body, 'plan-starts': plan } = phrases.typical;
  const sorted = otherReportsChars.toSorted((a, b) => a - b);
  const beside = sorted.length >= 2 ? (sorted[Math.floor(sorted.length / 2)] ?? body.median) : body.median;
  return share(chars / Math.max(body.high, beside), chars / beside, chars / Math.min(body.low, beside), plan.high);
}

function share(low: number, estimate: number, high: number, ceiling: number): Share {
  const within = (value: number): number => Math.round(Math.min(ceiling, Math.max(0.01, value)) * 1000) / 1000;
  return { estimate: within(estimate), low: within(low), high: within(high) };
}
