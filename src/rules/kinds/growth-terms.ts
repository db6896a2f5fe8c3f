/** What a level of the year before and the growth told of it say of the level now. */
import type { Fact } from '../../model/fact.ts';
import { add, big, decimal, divide, growthFactor, type Interval, multiply, subtract } from '../../model/interval.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { signed, spread } from './facts.ts';

/** Level that last year's level and the growth lead to; null for multiples (2.6倍), which are nearly always told against another year. */
export function expectedLevel(before: Fact, growth: Fact, vocabulary: Vocabulary): Interval | null {
  const base = spread(before, vocabulary);
  const change = spread(growth, vocabulary);
  const down = growth.direction === 'down';
  if (growth.unit === before.unit) return down ? fromZero(subtract(base, change)) : add(base, change);
  if (growth.unit !== '%') return null;
  if (down && (change.high === null || big(change.high).gt(100))) return null;
  return multiply(base, growthFactor(change, down ? 'down' : 'up'));
}

/** No level is less than nothing, though a miswritten fall may be more than there was. */
function fromZero({ low, high }: Interval): Interval {
  return { low: notLess(low), high: notLess(high) };
}

function notLess(end: string | null): string | null {
  return end?.startsWith('-') ? '0' : end;
}

/** What the level of the year before is multiplied by, as the growth states it in percent or in the unit of the level. */
export function statedFactor(before: Fact, growth: Fact, vocabulary: Vocabulary): Interval | null {
  if (growth.unit === '%') {
    const { low, high } = signed(spread(growth, vocabulary), growth.direction);
    return { low: factorOf(low), high: factorOf(high) };
  }
  const expected = expectedLevel(before, growth, vocabulary);
  return expected === null ? null : divide(expected, spread(before, vocabulary));
}

function factorOf(percent: string | null): string | null {
  return percent === null ? null : decimal(big(percent).div(100).plus(1));
}
