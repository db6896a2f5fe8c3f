/** What is told with one end (突破2亿美元) lies near that end: without this, whatever is larger would fit it. */
import type { Verdict } from '../../model/check.ts';
import { big, decimal, type Interval, meets, multiply } from '../../model/interval.ts';

/** 突破2亿美元 is told of 2.1, and not of 44: what is told with one end lies within so many times of it. */
const ROOM = 3;

/** What a figure may be of the expected one where one of the figures is told roughly. */
export const HEDGED: Interval = { low: '0.6', high: '1.67' };

/** An interval with both ends: the one that is not told is so many times the other. */
export function closed({ low, high }: Interval): Interval {
  if (high === null && low !== null) return { low, high: decimal(big(low).times(ROOM)) };
  return low === null && high !== null ? { low: decimal(big(high).div(ROOM)), high } : { low, high };
}

/** What is said of two intervals that meet: they fit, or do so only because an end is open. */
export function fitOf(expected: Interval, actual: Interval): readonly [Verdict, string] {
  const [near, told] = [closed(expected), closed(actual)];
  if (meets(near, told)) return ['holds', 'fits'];
  return meets(multiply(near, HEDGED), told) ? ['cannot-tell', 'hedged'] : ['broken', 'implausible-gap'];
}
