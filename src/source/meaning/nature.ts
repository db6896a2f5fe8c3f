/** Whether a figure tells what was, what is estimated, or what is to be. */
import type { Measure, Nature, Period } from '../../model/figure.ts';
import type { Part } from '../../model/report.ts';

const ESTIMATE = /预计|可望|有望|预测/u;
const TARGET = /力争|争取|目标|确保|将达/u;
const DONE = /已|去年|上年|过去一年/u;
const PAST = /(?:19|20)\d{2}年|去年|上年/u;

/** What the words of a sentence have said so far of when its figures hold. */
export interface Said {
  readonly estimate: boolean;
  readonly target: boolean;
  readonly done: boolean;
  readonly past: boolean;
}

/** `before` with what further words of the sentence say. */
export function hear(before: Said, words: string): Said {
  return {
    estimate: before.estimate || ESTIMATE.test(words),
    target: TARGET.test(words),
    done: before.done || DONE.test(words),
    past: before.past || PAST.test(words),
  };
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
  const late = period !== null && reviewed !== null && Number(period.start.slice(0, 4)) > reviewed;
  const early = period !== null && reviewed !== null && Number(period.end.slice(0, 4)) <= reviewed;
  if (part === 'plan' || (part === 'self-government' && !said.done)) {
    return early && said.past ? outcome(input) : 'target';
  }
  if (late) return 'target';
  if (part === 'glossary' || part === 'annex') return said.target ? 'target' : outcome(input);
  return said.estimate ? 'estimate' : outcome(input);
}

function outcome(input: NatureInput): Nature {
  return input.severalYears || input.measure === 'total' ? (sums(input) ? 'cumulative' : 'actual') : 'actual';
}

/** Levels and rates at the end of several years are no sums; what was counted as 累计 or newly over the years is. */
function sums({ measure, severalYears, period }: NatureInput): boolean {
  if (measure === 'total') return period === null || severalYears || period.start.slice(5) === '01-01';
  return severalYears && (measure === 'new' || measure === 'count');
}
