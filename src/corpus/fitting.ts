/** Reads checks and what a figure of them may have been / gives whether they hold then, and the first value that fits / promises: what trying one by one gives, with far fewer tries. */
import type { Fact } from '../model/fact.ts';
import { big, decimal, type Interval } from '../model/interval.ts';
import { type Made, remake } from './checks.ts';
import type { Slip } from './slips.ts';

/** The checks that are most likely to fail stand first, so that a value that does not fit is given up early. */
export function brokenFirst(checks: readonly Made[]): Made[] {
  const rank = { broken: 0, holds: 1, 'cannot-tell': 2 } as const;
  return [...checks].sort((a, b) => rank[a.check.verdict] - rank[b.check.verdict]);
}

/** True when with these figures every check holds, and those that could not tell are still not broken. */
export function fits(checks: readonly Made[], ...facts: readonly Fact[]): boolean {
  return checks.every((one) => {
    const again = remake(one, ...facts);
    return one.check.verdict === 'cannot-tell' ? again?.verdict !== 'broken' : again?.verdict === 'holds';
  });
}

/**
 * True when with this figure no check is broken that could tell; some may no longer compare it. What a check could not tell it may tell
 * of an interval that reaches further (as its base was stated twice, and both are in it), so that says nothing of the values within.
 */
export function breaksNone(checks: readonly Made[], fact: Fact): boolean {
  return checks.every((one) => one.check.verdict === 'cannot-tell' || remake(one, fact)?.verdict !== 'broken');
}

type Candidate = Pick<Slip, 'value' | 'interval'>;

/** So few are tried one by one. */
const FEW = 3;

/**
 * The first of some candidates that fits, in the order in which they come. A check that holds for a value is broken for no interval
 * around it, so candidates that lie side by side are put aside together where the interval around all of them breaks a check.
 * @param mayFit must be true of every interval around a candidate that fits
 */
export function firstFitting<T extends Candidate>(
  candidates: readonly T[],
  isFit: (candidate: Candidate) => boolean,
  mayFit: (around: Candidate) => boolean,
): T | null {
  const placed = candidates
    .map((candidate, order) => ({ candidate, order, low: Number(candidate.interval.low) }))
    .sort((a, b) => a.low - b.low);
  /** The first of some that come in order of place, if it stands before `best`; else that. */
  const better = (best: Placed<T> | null, some: readonly Placed<T>[]): Placed<T> | null => {
    const open = best === null ? some : some.filter(({ order }) => order < best.order);
    if (open.length <= FEW) {
      const inTurn = [...open].sort((a, b) => a.order - b.order);
      return inTurn.find(({ candidate }) => isFit(candidate)) ?? best;
    }
    if (!mayFit(around(open))) return best;
    const half = open.length >>> 1;
    return better(better(best, open.slice(0, half)), open.slice(half));
  };
  return better(null, placed)?.candidate ?? null;
}

interface Placed<T> {
  readonly candidate: T;
  readonly order: number;
  readonly low: number;
}

/** Everything between the ends of some candidates that come in order. */
function around(some: readonly Placed<Candidate>[]): Candidate {
  const interval: Interval = {
    low: some[0]?.candidate.interval.low ?? null,
    high: some.reduce<Interval['high']>(
      (most, { candidate: { interval: one } }) =>
        most === null || one.high === null || big(one.high).lte(most) ? most : one.high,
      some[0]?.candidate.interval.high ?? null,
    ),
  };
  return {
    value: decimal(
      big(interval.low ?? '0')
        .plus(interval.high ?? '0')
        .div(2),
    ),
    interval,
  };
}
