/**
 * Exact decimals and the intervals that written numbers stand for. Decimals travel as strings; arithmetic is big.js,
 * and checks multiply instead of dividing, so nothing is rounded on the way.
 */
import Big from 'big.js';
import { compare, type Decimal, hundredth, minus, plus, quotient, times } from './decimal.ts';

export { compare, type Decimal } from './decimal.ts';

/** Both ends belong to the interval; `null` means unbounded on that side. */
export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

export const ANY: Interval = { low: null, high: null };

/** Parses a decimal string. @throws when it is not one. */
export function big(value: Decimal): Big {
  return new Big(value);
}

/** Canonical written form: no exponent, trailing zeros kept as computed by big.js (none). */
export function decimal(value: Big): Decimal {
  return value.toFixed();
}

export function exactly(value: Decimal): Interval {
  return { low: value, high: value };
}

/** True when the two intervals share a point. */
export function meets(a: Interval, b: Interval): boolean {
  return notAfter(a.low, b.high) && notAfter(b.low, a.high);
}

/** True when `a` lies within `b`. */
export function within(a: Interval, b: Interval): boolean {
  const lowFits = b.low === null || (a.low !== null && compare(a.low, b.low) >= 0);
  const highFits = b.high === null || (a.high !== null && compare(a.high, b.high) <= 0);
  return lowFits && highFits;
}

function notAfter(low: Decimal | null, high: Decimal | null): boolean {
  return low === null || high === null || compare(low, high) <= 0;
}

export function add(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : plus(a.low, b.low),
    high: a.high === null || b.high === null ? null : plus(a.high, b.high),
  };
}

export function subtract(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.high === null ? null : minus(a.low, b.high),
    high: a.high === null || b.low === null ? null : minus(a.high, b.low),
  };
}

/**
 * Product of two intervals whose known ends are not negative (quantities, shares, growth factors).
 * An unknown lower end counts as zero.
 * @throws RangeError when an end is negative.
 */
export function multiply(a: Interval, b: Interval): Interval {
  for (const end of [a.low, a.high, b.low, b.high]) {
    if (end !== null && compare(end, '0') < 0)
      throw new RangeError(`multiply takes intervals of quantities, got ${end}`);
  }
  return {
    low: a.low === null || b.low === null ? '0' : times(a.low, b.low),
    high: a.high === null || b.high === null ? null : times(a.high, b.high),
  };
}

/**
 * Quotient of two intervals with non-negative ends, rounded outward at 12 decimals so that no possible value is lost.
 * A divisor that may be zero gives no upper end.
 */
export function divide(a: Interval, b: Interval): Interval {
  const low =
    a.low === null || b.high === null ? '0' : compare(b.high, '0') <= 0 ? null : quotient(a.low, b.high, 'down');
  const high = a.high === null || b.low === null || compare(b.low, '0') <= 0 ? null : quotient(a.high, b.low, 'up');
  return { low, high };
}

/** A percentage as a growth factor: growth of 5 % up is the interval around 1.05; down is around 0.95. */
export function growthFactor(percent: Interval, direction: 'up' | 'down'): Interval {
  const share: Interval = {
    low: percent.low === null ? null : hundredth(percent.low),
    high: percent.high === null ? null : hundredth(percent.high),
  };
  return direction === 'up' ? add(exactly('1'), share) : subtract(exactly('1'), share);
}
