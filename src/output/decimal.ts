/** Reads decimals written as text / gives whole numbers of their last place, and back / promises: exact, or null; never rounded. */

/** Places and digits of the decimal columns: DECIMAL(38,10) holds any amount in 元 and any percentage that a report states. */
export const DECIMAL = { digits: 38, places: 10 } as const;

/** `5.5` -> 55000000000n with ten places. Null when the text has more places or more digits than a decimal column holds. */
export function unscaled(text: string): bigint | null {
  return unscaledShort(text) ?? unscaledAny(text);
}

const [ZERO, NINE] = [48, 57];
const PLACES = 10n ** BigInt(DECIMAL.places);

/** Most cells are whole numbers, or have one point among few digits; null for all others. */
function unscaledShort(text: string): bigint | null {
  const { length } = text;
  if (length === 0 || length > 15) return null;
  let [digits, point] = [0, -1];
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits = digits * 10 + (code - ZERO);
    else if (code === 46 && point < 0 && at > 0 && at < length - 1) point = at;
    else return null;
  }
  if (point < 0) return BigInt(digits) * PLACES;
  const power = DECIMAL.places - (length - point - 1);
  return power < 0 ? null : BigInt(digits) * (TENS[power] ?? 1n);
}

const TENS: readonly bigint[] = Array.from({ length: DECIMAL.places + 1 }, (_, power) => 10n ** BigInt(power));

function unscaledAny(text: string): bigint | null {
  const [, sign, whole, fraction = ''] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/u.exec(text) ?? [];
  if (whole === undefined) return null;
  const places = fraction.replace(/0+$/u, '');
  if (places.length > DECIMAL.places) return null;
  const digits = (whole + places.padEnd(DECIMAL.places, '0')).replace(/^0+(?=[0-9])/u, '');
  if (digits.length > DECIMAL.digits) return null;
  return BigInt(sign === '-' ? `-${digits}` : digits);
}

/** The decimal text of a whole number of ten-billionths, without trailing zeros. */
export function scaled(value: bigint): string {
  const negative = value < 0n;
  const digits = String(negative ? -value : value).padStart(DECIMAL.places + 1, '0');
  const whole = digits.slice(0, -DECIMAL.places);
  const fraction = digits.slice(-DECIMAL.places).replace(/0+$/u, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A decimal as its column holds it: no trailing zeros; null when it does not fit. */
export function tenPlaces(text: string | null): string | null {
  const value = text === null ? null : unscaled(text);
  return value === null ? null : scaled(value);
}

/** The number of a two's complement of bytes, high byte first: how Parquet stores a decimal. */
export function decimalOfBytes(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(128, value);
}
