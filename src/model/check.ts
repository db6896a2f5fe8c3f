/** One comparison of facts. */
import type { Interval } from './interval.ts';

export type Verdict = 'holds' | 'broken' | 'cannot-tell';

export interface Check {
  readonly checkId: string;
  readonly rule: string;
  /** same-fact, growth, sum-of-parts, part-of-whole, share. */
  readonly family: string;
  readonly verdict: Verdict;
  /** Stable key of why, for example `comparable-prices`; words are made from it in `output/words.ts`. */
  readonly reason: string;
  readonly reportIds: readonly string[];
  /** The figures that took part, in the order that the derivation reads them. */
  readonly figureIds: readonly string[];
  readonly expected: Interval;
  readonly actual: Interval;
  readonly suspectFigureId: string | null;
  readonly likelyCause: string | null;
  /** What the derivation needs to be told in words: quotes and numbers by name. */
  readonly data: Readonly<Record<string, string>>;
}
