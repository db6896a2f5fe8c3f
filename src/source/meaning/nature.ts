/** Whether a figure tells what was, what is estimated, or what is to be. */
import type { Measure, Nature, Period } from '../../model/figure.ts';
import type { Part } from '../../model/report.ts';

const ESTIMATE = /预计|可望|有望|初步预计|预测/u;
const TARGET = /力争|争取|目标|确保|计划(?!的|任务)|将达|建议|到20[2-4]\d年/u;
const DONE = /已|去年|上年|过去一年|累计(?:建成|完成|达)/u;

export interface NatureInput {
  readonly part: Part;
  /** Words of the sentence up to the figure. */
  readonly before: string;
  /** True when an estimate of the sentence before runs on to this one. */
  readonly estimated: boolean;
  readonly measure: Measure;
  readonly period: Period | null;
  readonly severalYears: boolean;
  /** Year that the report looks back on. */
  readonly reviewed: number | null;
}

export function isEstimate(words: string): boolean {
  return ESTIMATE.test(words);
}

/** The plan states targets, the review what was; words of the sentence come before both. */
export function natureOf(input: NatureInput): Nature {
  const { part, before, reviewed, period } = input;
  const late = period !== null && reviewed !== null && Number(period.start.slice(0, 4)) > reviewed;
  const early = period !== null && reviewed !== null && Number(period.end.slice(0, 4)) <= reviewed;
  if (part === 'plan' || (part === 'self-government' && !DONE.test(before))) {
    return early && /(?:19|20)\d{2}年|去年|上年/u.test(before) ? outcome(input) : 'target';
  }
  if (late) return 'target';
  if (part === 'glossary' || part === 'annex') return TARGET.test(before.slice(-24)) ? 'target' : outcome(input);
  if (input.estimated || ESTIMATE.test(before)) return 'estimate';
  return outcome(input);
}

function outcome(input: NatureInput): Nature {
  return input.severalYears || input.measure === 'total' ? (sums(input) ? 'cumulative' : 'actual') : 'actual';
}

/** Levels and rates at the end of several years are no sums; what was counted as 累计 or newly over the years is. */
function sums({ measure, severalYears, period }: NatureInput): boolean {
  if (measure === 'total') return period === null || severalYears || period.start.slice(5) === '01-01';
  return severalYears && (measure === 'new' || measure === 'count');
}
