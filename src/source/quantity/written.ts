/** A number as written: whole mantissa and power of ten, so that neither value nor bounds ever pass through a float. */
import type { Decimal, Interval } from '../../model/interval.ts';

export interface Written {
  /** Digits without point, separators or leading zeros; `0` for zero. */
  readonly digits: string;
  /** Power of ten of the last written digit. */
  readonly exponent: number;
  /** True when 万 or 亿 was written. */
  readonly scaled: boolean;
}

/** Largest count of digits whose tenfold is still a safe integer. */
const SAFE_DIGITS = 14;

/** The number's exact value. */
export function exactValue(number: Written): Decimal {
  return plain(number.digits, number.exponent);
}

/** Half of the last written digit to each side; never below zero. */
export function rounded(number: Written): Interval {
  return { low: moved(number, -5), high: moved(number, 5) };
}

/** One step of the last digit that is not zero: 2000 stands for 2000 to 3000, 1.1 for 1.1 to 1.2. */
export function oneStepUp(number: Written): Interval {
  let zeros = 0;
  while (zeros < number.digits.length - 1 && number.digits.charCodeAt(number.digits.length - 1 - zeros) === 48)
    zeros += 1;
  const head = number.digits.slice(0, number.digits.length - zeros);
  const up = moved({ digits: head, exponent: number.exponent + zeros, scaled: number.scaled }, 10);
  return { low: exactValue(number), high: up };
}

/** The digits without leading zeros; one is left of nothing but zeros. */
export function withoutZeros(digits: string): string {
  return digits.charCodeAt(0) === 48 ? digits.replace(/^0+(?=.)/u, '') : digits;
}

/** The number times ten to the power `by`. */
export function shifted(number: Written, by: number, scaled: boolean): Written {
  return by === 0 ? number : { digits: number.digits, exponent: number.exponent + by, scaled: number.scaled || scaled };
}

/** The number plus `tenths` tenths of its last written digit, not below zero. */
function moved(number: Written, tenths: number): Decimal {
  if (number.digits.length > SAFE_DIGITS) {
    const sum = BigInt(number.digits) * 10n + BigInt(tenths);
    return plain(sum < 0n ? '0' : sum.toString(), number.exponent - 1);
  }
  const sum = Number(number.digits) * 10 + tenths;
  return plain(sum < 0 ? '0' : String(sum), number.exponent - 1);
}

function plain(digits: string, exponent: number): Decimal {
  if (digits === '0') return '0';
  if (exponent >= 0) return exponent === 0 ? digits : digits + '0'.repeat(exponent);
  let end = digits.length;
  let places = -exponent;
  while (places > 0 && digits.charCodeAt(end - 1) === 48) {
    end -= 1;
    places -= 1;
  }
  const kept = digits.slice(0, end);
  if (places === 0) return kept;
  return kept.length > places
    ? `${kept.slice(0, kept.length - places)}.${kept.slice(kept.length - places)}`
    : `0.${'0'.repeat(places - kept.length)}${kept}`;
}
