/** Reads a level, a later one and the growth between them / gives what the later one must be, for every span of years that the words may mean. */
import { big, growthFactor, type Interval, multiply } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { spread, yearOf } from './facts.ts';

export interface Terms {
  readonly from: FactInReport;
  readonly to: FactInReport;
  readonly change: FactInReport;
}

/** A term and a plan have five years, of which four are told when the fifth is not over. */
export const USUAL = [5, 4] as const;

/** Years between the two levels, else those that the growth is told over; null where neither is known. */
export function yearsOf({ from, to, change }: Terms): number | null {
  if (from.fact.period !== null && to.fact.period !== null) return yearOf(to.fact.period) - yearOf(from.fact.period);
  const { period } = change.fact;
  const years = period === null ? 0 : yearOf(period) - Number(period.start.slice(0, 4)) + 1;
  return years > 1 ? years : null;
}

/** Level after so many years of the stated growth. */
export function after(terms: Terms, years: number, vocabulary: Vocabulary): Interval | null {
  return levelsUntil(terms, years, vocabulary).at(-1) ?? null;
}

/** Levels after none, one, two … years of the stated growth; none where a fall is of more than all. */
function levelsUntil({ from, change }: Terms, last: number, vocabulary: Vocabulary): Interval[] {
  const percent = spread(change.fact, vocabulary);
  const down = change.fact.direction === 'down';
  if (down && (percent.high === null || big(percent.high).gt(100))) return [];
  const factor = growthFactor(percent, down ? 'down' : 'up');
  let level = spread(from.fact, vocabulary);
  const levels = [level];
  for (let year = 1; year <= last; year++) {
    level = multiply(level, factor);
    levels.push(level);
  }
  return levels;
}

/** Levels after one year more or less: whether the first year counts is told in two ways. Where no span is told, after any from two to ten. */
export function otherSpans(terms: Terms, vocabulary: Vocabulary): Interval[] {
  if (terms.change.fact.unit !== '%' || !terms.change.fact.scope.includes('年均')) return [];
  const years = yearsOf(terms);
  return spansOf(terms, years === null ? ANY_SPAN : [years - 1, years + 1, ...USUAL], vocabulary);
}

/** The same after the spans that are usual where none is told: of a term, a plan, or most of either. */
export function usualSpans(terms: Terms, vocabulary: Vocabulary): Interval[] {
  return yearsOf(terms) === null ? spansOf(terms, [3, ...USUAL], vocabulary) : otherSpans(terms, vocabulary);
}

/** Levels after each of so many years, in that order; none where a fall is of more than all. */
function spansOf(terms: Terms, spans: readonly number[], vocabulary: Vocabulary): Interval[] {
  const levels = levelsUntil(terms, Math.max(...spans), vocabulary);
  return spans.flatMap((span) => (span > 0 ? (levels[span] ?? []) : []));
}

const ANY_SPAN = [2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
