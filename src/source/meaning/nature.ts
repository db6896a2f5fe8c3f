/** Whether a figure tells what was, what is estimated, or what is to be. */
import type { Measure, Nature, Period } from '../../model/figure.ts';
import type { Part } from '../../model/report.ts';
import { AIMED, ESTIMATED, FINISHED, YEAR } from './signs.ts';

const ESTIMATE = /预计|可望|有望|预测/u;
const TARGET = /力争|争取|目标|确保|将达/u;
const DONE = /已|去年|上年|过去一年/u;

/** What the words of a sentence have said so far of when its figures hold. */
export interface Said {
  readonly estimate: boolean;
  readonly target: boolean;
  readonly done: boolean;
}

/** `before` with what further words of the sentence say; `signs` are those of the words. */
export function hear(before: Said, words: string, signs: number): Said {
  const estimate = before.estimate || ((signs & ESTIMATED) !== 0 && ESTIMATE.test(words));
  const target = (signs & AIMED) !== 0 && TARGET.test(words);
  const done = before.done || ((signs & (FINISHED | YEAR)) !== 0 && DONE.test(words));
  const same = estimate === before.estimate && target === before.target && done === before.done;
  return same ? before : { estimate, target, done };
}

export interface NatureInput {
  readonly part: Part;
  readonly said: Said;
  readonly measure: Measure;
  readonly period: Period | null;
  readonly severalYears: boolean;
  /** Year that the report looks back on. */
  readonly reviewed: number | null;
}

/** The plan states targets, the review what was; words of the sentence come before both. */
export function natureOf(input: NatureInput): Nature {
  const { part, said, reviewed, period } = input;
  const late = period !== null && reviewed !== null && yearOf(period.start) > reviewed;
  const early = period !== null && reviewed !== null && yearOf(period.end) <= reviewed;
  if (part === 'plan' || (part === 'self-government' && !said.done)) {
    return early ? outcome(input) : 'target';
  }
  if (late) return 'target';
  if (part === 'glossary' || part === 'annex') return said.target ? 'target' : outcome(input);
  return said.estimate ? 'estimate' : outcome(input);
}

/** The year of a date YYYY-MM-DD. */
function yearOf(date: string): number {
  let year = 0;
  for (let at = 0; at < 4; at += 1) year = year * 10 + date.charCodeAt(at) - 48;
  return year;
}

function outcome(input: NatureInput): Nature {
  return input.severalYears || input.measure === 'total' ? (sums(input) ? 'cumulative' : 'actual') : 'actual';
}

/** Levels and rates at the end of several years are no sums; what was counted as 累计 or newly over the years is. */
function sums({ measure, severalYears, period }: NatureInput): boolean {
  if (measure === 'total') return period === null || severalYears || period.start.slice(5) === '01-01';
  return severalYears && (measure === 'new' || measure === 'count');
}
