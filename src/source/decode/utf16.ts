/** UTF-16 in both byte orders. Lone surrogates are kept as they stand: the text is a true copy, and unwrapping mends them. */
import { illFormedStride, type Stride, stride, type Walker } from './walk.ts';

type ReadUnit = (bytes: Uint8Array, at: number) => number;

function little(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function big(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function utf16(read: ReadUnit): Walker {
  const isPair = (bytes: Uint8Array, at: number): boolean =>
    at + 4 <= bytes.length && (read(bytes, at) & 0xfc00) === 0xd800 && (read(bytes, at + 2) & 0xfc00) === 0xdc00;
  const step = (bytes: Uint8Array, at: number): Stride => {
    if (at + 1 === bytes.length) return illFormedStride(1);
    return isPair(bytes, at) ? stride(4, 2) : stride(2, 1);
  };
  const code = (bytes: Uint8Array, at: number, size: number): number => {
    const first = read(bytes, at);
    return size === 2 ? first : 0x10000 + ((first & 0x3ff) << 10) + (read(bytes, at + 2) & 0x3ff);
  };
  return { step, code };
}

export const UTF16LE: Walker = utf16(little);
export const UTF16BE: Walker = utf16(big);

/** Share of the first characters that look like Chinese or ASCII text when read as UTF-16, 0 to 1, by byte order. */
export function utf16Likeness(bytes: Uint8Array): { readonly little: number; readonly big: number } {
  const pairs = Math.min(bytes.length, 1 << 16) >> 1;
  if (pairs === 0) return { little: 0, big: 0 };
  let littleHits = 0;
  let bigHits = 0;
  for (let i = 0; i < pairs; i++) {
    if (isUsual(little(bytes, 2 * i))) littleHits++;
    if (isUsual(big(bytes, 2 * i))) bigHits++;
  }
  return { little: littleHits / pairs, big: bigHits / pairs };
}

function isUsual(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x20 && unit < 0x7f) ||
    unit === 0x0a ||
    unit === 0x0d ||
    unit === 0x09 ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xff5e) ||
    (unit >= 0x2010 && unit <= 0x203b)
  );
}
