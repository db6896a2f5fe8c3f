/** Reads the words of a change / gives where it began and what is told of it / promises: growth of a change over several years is no growth of one. */
import type { Figure, Measure, Period, Quantity } from '../../model/figure.ts';
import type { Context } from './context.ts';
import type { Timed } from './dating.ts';
import type { Lead } from './lead.ts';
import { LEVELS } from './measure.ts';
import type { NamesFound } from './naming.ts';
import type { Cues } from './peel.ts';
import { AGAINST } from './signs.ts';
import { PLAN_WRITTEN, YEAR_WRITTEN } from './year-words.ts';

/** 由2020年的30000元增加到40000元. */
export interface Change {
  readonly began: Period | null;
  /** True behind the level that it led to. */
  readonly isOver: boolean;
}

/** 比2020年的9323.1亿元, 较“十三五”末的. */
export const BASE_AMOUNT = new RegExp(
  `[比较]((?:上年|去年|上一年|${YEAR_WRITTEN}年[末底]?|[“"]?${PLAN_WRITTEN}[”"]?期?末)(?:同期)?的)$`,
  'u',
);

/**
 * 由2020年的30000元增加到2025年的40000元，增长33%: growth that is told of a change is of all its years. Where the change begins with no
 * year, it is of those of its section; a growth of one year says so, by its words or by where the change began.
 */
export function isOfChange({ change, own, sentence }: Context, { cues, said, lead }: Timed, measure: Measure): boolean {
  if (change === null || cues.from || cues.yearly || said !== null) return false;
  if ((measure !== 'growth' && measure !== 'change_points') || SINCE_LAST_YEAR.test(lead.clause)) return false;
  if (change.began === null) return sentence.years.span !== null;
  return own.year !== null && Number(change.began.end.slice(0, 4)) < own.year - 1;
}

/** A growth told against the year before is of one year, whatever years the section looks back on. */
export const SINCE_LAST_YEAR = /(?:[比较]上年|[比较]去年|同比)(?!同期)/u;

/** 达到13697.5亿元，比2020年的9323.1亿元增加…: the second is where the change began. */
export function baseOr({ signs, clause }: Lead, { unit }: Quantity, cues: Cues): Cues {
  return (signs & AGAINST) !== 0 && unit !== '倍' && BASE_AMOUNT.test(clause) ? { ...cues, from: true } : cues;
}

/** The change that the next figures of the sentence may be told of. */
export function changeAfter(
  { change }: Context,
  first: Figure | null,
  { cues, inherited }: Timed & NamesFound,
): Change | null {
  if (cues.from) return { began: first?.period ?? null, isOver: false };
  if (change === null || !inherited || first === null) return null;
  if (!LEVELS.has(first.measure)) return change;
  return change.isOver ? null : { ...change, isOver: true };
}
