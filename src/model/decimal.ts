/**
 * Arithmetic on decimals written as text, exact. Most figures have few digits: those are whole numbers times a power of ten, and
 * sums and products of them that stay below 2^53 need nothing else. The others are whole numbers of any size; results are those of big.js.
 */
import Big from 'big.js';

/** A plain decimal such as `-12.50` or `47200000000000`: no exponent, no separators. */
export type Decimal = string;

/** `digits` times ten to the power of `-places`; no trailing zeros in `digits`, which is below 2^53 in size. */
interface Few {
  readonly digits: number;
  readonly places: number;
}

/** Characters of a text whose digits are at most fifteen: a double holds each such decimal as a number of its own. */
const LONGEST = 15;
/** Zeros that a result is written with at most. */
const MOST_ZEROS = 40;
const [ZERO, NINE, POINT, MINUS] = [48, 57, 46, 45];
/** Powers of ten that a double holds and that keep a number of few digits whole. */
const TENS: readonly number[] = Array.from({ length: 16 }, (_, power) => Number(`1${'0'.repeat(power)}`));

/** A number times a power of ten; NaN where that is not a whole number below 2^53. */
function raised(digits: number, power: number): number {
  const product = digits === 0 ? 0 : digits * (TENS[power] ?? Number.NaN);
  return Number.isSafeInteger(product) ? product : Number.NaN;
}

function fewOf(text: Decimal): Few | null {
  const { length } = text;
  if (length === 0 || length > LONGEST) return null;
  const from = text.charCodeAt(0) === MINUS ? 1 : 0;
  let [digits, zeros, point] = [0, 0, -1];
  for (let at = from; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0 && at > from && at < length - 1) {
      point = at;
      continue;
    }
    if (code < ZERO || code > NINE) return null;
    // Zeros wait: those at the end are none of the digits.
    if (code === ZERO) zeros++;
    else {
      digits = digits * (TENS[zeros + 1] ?? Number.NaN) + (code - ZERO);
      zeros = 0;
    }
  }
  if (from === length) return null;
  if (digits === 0) return NOTHING;
  const places = point < 0 ? 0 : length - point - 1;
  return { digits: from === 1 ? -digits : digits, places: places - zeros };
}

const NOTHING: Few = { digits: 0, places: 0 };

/** The same of any number of digits; places are not below 0. */
interface Many {
  readonly digits: bigint;
  readonly places: number;
}

function manyOf(text: Decimal): Many {
  if (!/^-?\d+(?:\.\d+)?$/u.test(text)) throw new RangeError(`${JSON.stringify(text)} is no decimal`);
  const point = text.indexOf('.');
  if (point < 0) return { digits: BigInt(text), places: 0 };
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

function aligned({ digits, places }: Many, wanted: number): bigint {
  return wanted === places ? digits : digits * 10n ** BigInt(wanted - places);
}

function writtenMany(digits: bigint, places: number): Decimal {
  if (places === 0) return String(digits);
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const after = text.slice(-places).replace(/0+$/u, '');
  const whole = text.slice(0, -places);
  return after === '' ? `${whole === '0' ? '' : sign}${whole}` : `${sign}${whole}.${after}`;
}

/** Writes digits times ten to the power of `-places`; null when the digits are not exact or the zeros too many. */
function written(digits: number, places: number): Decimal | null {
  if (!Number.isSafeInteger(digits) || places > MOST_ZEROS || places < -MOST_ZEROS) return null;
  if (digits === 0) return '0';
  let [rest, left] = [digits, places];
  while (left > 0 && rest % 10 === 0) {
    rest /= 10;
    left--;
  }
  if (left <= 0) return String(rest) + '0'.repeat(-left);
  const text = String(Math.abs(rest)).padStart(left + 1, '0');
  return `${rest < 0 ? '-' : ''}${text.slice(0, -left)}.${text.slice(-left)}`;
}

/** The sum. @throws when a text is no decimal */
export function plus(a: Decimal, b: Decimal): Decimal {
  return sum(fewOf(a), fewOf(b), 1) ?? sumOfMany(a, b, 1n);
}

/** The difference. @throws when a text is no decimal */
export function minus(a: Decimal, b: Decimal): Decimal {
  return sum(fewOf(a), fewOf(b), -1) ?? sumOfMany(a, b, -1n);
}

function sum(a: Few | null, b: Few | null, sign: 1 | -1): Decimal | null {
  if (a === null || b === null) return null;
  const places = Math.max(a.places, b.places);
  return written(raised(a.digits, places - a.places) + sign * raised(b.digits, places - b.places), places);
}

function sumOfMany(a: Decimal, b: Decimal, sign: 1n | -1n): Decimal {
  const [left, right] = [manyOf(a), manyOf(b)];
  const places = Math.max(left.places, right.places);
  return writtenMany(aligned(left, places) + sign * aligned(right, places), places);
}

/** The product. @throws when a text is no decimal */
export function times(a: Decimal, b: Decimal): Decimal {
  const [left, right] = [fewOf(a), fewOf(b)];
  const few = left && right && written(left.digits * right.digits, left.places + right.places);
  return few ?? productOfMany(manyOf(a), manyOf(b));
}

function productOfMany(a: Many, b: Many): Decimal {
  return writtenMany(a.digits * b.digits, a.places + b.places);
}

/** A hundredth. @throws when the text is no decimal */
export function hundredth(a: Decimal): Decimal {
  const few = fewOf(a);
  return (few && written(few.digits, few.places + 2)) ?? times(a, '0.01');
}

/** Below 0, 0 or above 0 as the first is less than, equal to or more than the second. @throws when a text is no decimal */
export function compare(a: Decimal, b: Decimal): number {
  // Decimals of at most fifteen digits keep their order as doubles, and no two of them meet.
  const apart = a.length <= LONGEST && b.length <= LONGEST ? Number(a) - Number(b) : Number.NaN;
  // A difference of -0 is none.
  return Number.isNaN(apart) ? compareMany(manyOf(a), manyOf(b)) : apart + 0;
}

function compareMany(a: Many, b: Many): number {
  const places = Math.max(a.places, b.places);
  const [left, right] = [aligned(a, places), aligned(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Decimals that a quotient is rounded at. */
const QUOTIENT_PLACES = 12;

/**
 * The quotient of two decimals that are not negative, rounded at twelve decimals.
 * @throws when the divisor is zero or a text is no decimal
 */
export function quotient(a: Decimal, b: Decimal, rounding: 'down' | 'up'): Decimal {
  const [over, under] = [fewOf(a), fewOf(b)];
  const power = QUOTIENT_PLACES + (under?.places ?? 0) - (over?.places ?? 0);
  if (over === null || under === null || over.digits < 0 || under.digits <= 0 || Math.abs(power) > MOST_ZEROS) {
    const Rounded = rounding === 'down' ? RoundedDown : RoundedUp;
    return new Rounded(a).div(b).toFixed();
  }
  const dividend = BigInt(over.digits) * 10n ** BigInt(Math.max(0, power));
  const divisor = BigInt(under.digits) * 10n ** BigInt(Math.max(0, -power));
  const whole = dividend / divisor;
  const rounded = rounding === 'up' && whole * divisor < dividend ? whole + 1n : whole;
  return writtenMany(rounded, QUOTIENT_PLACES);
}

const RoundedDown = rounding(Big.roundDown);
const RoundedUp = rounding(Big.roundUp);

function rounding(mode: Big.RoundingMode): ReturnType<typeof Big> {
  const Rounded = Big();
  Rounded.DP = QUOTIENT_PLACES;
  Rounded.RM = mode;
  return Rounded;
}
