/**
 * Exact decimals and the intervals that written numbers stand for. Decimals travel as strings; arithmetic is big.js,
 * and checks multiply instead of dividing, so nothing is rounded on the way.
 */
import Big from 'big.js';

/** A plain decimal such as `-12.50` or `47200000000000`: no exponent, no separators. */
export type Decimal = string;

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
  const lowFits = b.low === null || (a.low !== null && big(a.low).gte(b.low));
  const highFits = b.high === null || (a.high !== null && big(a.high).lte(b.high));
  return lowFits && highFits;
}

function notAfter(low: Decimal | null, high: Decimal | null): boolean {
  return low === null || high === null || big(low).lte(high);
}

export function add(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : decimal(big(a.low).plus(b.low)),
    high: a.high === null || b.high === null ? null : decimal(big(a.high).plus(b.high)),
  };
}

export function subtract(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.high === null ? null : decimal(big(a.low).minus(b.high)),
    high: a.high === null || b.low === null ? null : decimal(big(a.high).minus(b.low)),
  };
}

/**
 * Product of two intervals whose known ends are not negative (quantities, shares, growth factors).
 * An unknown lower end counts as zero.
 * @throws RangeError when an end is negative.
 */
export function multiply(a: Interval, b: Interval): Interval {
  for (const end of [a.low, a.high, b.low, b.high]) {
    if (end !== null && big(end).lt(0)) throw new RangeError(`multiply takes intervals of quantities, got ${end}`);
  }
  return {
    low: a.low === null || b.low === null ? '0' : decimal(big(a.low).times(b.low)),
    high: a.high === null || b.high === null ? null : decimal(big(a.high).times(b.high)),
  };
}

/**
 * Quotient of two intervals with non-negative ends, rounded outward at 12 decimals so that no possible value is lost.
 * A divisor that may be zero gives no upper end.
 */
export function divide(a: Interval, b: Interval): Interval {
  const low =
    a.low === null ? '0' : b.high === null ? '0' : big(b.high).lte(0) ? null : quotient(a.low, b.high, Big.roundDown);
  const high = a.high === null || b.low === null || big(b.low).lte(0) ? null : quotient(a.high, b.low, Big.roundUp);
  return { low, high };
}

function quotient(a: Decimal, b: Decimal, rounding: Big.RoundingMode): Decimal {
  const Precise = Big();
  Precise.DP = 12;
  Precise.RM = rounding;
  return decimal(new Precise(a).div(b));
}

/** A percentage as a growth factor: growth of 5 % up is the interval around 1.05; down is around 0.95. */
export function growthFactor(percent: Interval, direction: 'up' | 'down'): Interval {
  const share: Interval = {
    low: percent.low === null ? null : decimal(big(percent.low).div(100)),
    high: percent.high === null ? null : decimal(big(percent.high).div(100)),
  };
  return direction === 'up' ? add(exactly('1'), share) : subtract(exactly('1'), share);
}
