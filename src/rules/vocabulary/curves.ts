/** What each word's usual place says of every share of a part that may be present: worked out once for all texts. */
import { type Find, finderOf } from '../kinds/finder.ts';
import type { WordPosition } from './positions.ts';

/** Shares that are weighed against each other: every hundredth. */
export const STEPS = 100;
/** A word may stand anywhere for once: so much of its chance is spread evenly. */
export const ANYWHERE = 0.15;

/** What does not depend on a text. Index 0 stands for the first hundredth. */
export interface Curve {
  readonly mean: number;
  readonly spread: number;
  /** Log of the chance that the word has not come yet, for each share. */
  readonly absent: Float64Array;
  /** Log of the chance that it has come. */
  readonly come: Float64Array;
  /** Log of the part of its places that lies within the share. */
  readonly within: Float64Array;
}

/** The words of one part: their curves, and a search for all of them that tells their index. */
export interface Curves {
  readonly curves: readonly Curve[];
  readonly find: Find<number>;
}

/** The curves of some words, in their order. */
export function curvesOf(words: readonly WordPosition[]): Curves {
  return {
    curves: words.map(([, mean, spread, likely]) => curveOf(mean, spread, likely)),
    find: finderOf(words.map(([word], index): readonly [string, number] => [word, index])),
  };
}

/**
 * A word that comes with chance p in a whole part is one of a Poisson process of intensity −ln(1 − p); its place is normal around
 * its mean.
 */
export function curveOf(mean: number, spread: number, likely: number): Curve {
  const rate = -Math.log(1 - Math.min(0.97, likely));
  const fromStart = logistic(0, mean, spread);
  const [absent, come, within] = [new Float64Array(STEPS), new Float64Array(STEPS), new Float64Array(STEPS)];
  for (let step = 0; step < STEPS; step++) {
    const share = (step + 1) / STEPS;
    const before = Math.max(1e-4, (1 - ANYWHERE) * (logistic(share, mean, spread) - fromStart) + ANYWHERE * share);
    absent[step] = -rate * before;
    come[step] = Math.log(1 - Math.exp(-rate * before));
    within[step] = Math.log(before);
  }
  return { mean, spread, absent, come, within };
}

/** The cumulative normal distribution by the logistic curve with 1.702: off by less than 0.01 everywhere (Camilli 1994). */
function logistic(at: number, mean: number, spread: number): number {
  return 1 / (1 + Math.exp((-1.702 * (at - mean)) / spread));
}
