/**
 * GB 18030 (and with it GBK and GB 2312) by the structure of its sequences: one byte, two bytes, four bytes.
 * Which characters they are is asked of the platform's decoder, once, for whole tables of well-formed sequences;
 * garbage is never given to it, because decoders resynchronise after garbage in different ways.
 */
import { illFormedStride, type Stride, stride, type Walker } from './walk.ts';

/** Four-byte sequences that stand for the basic plane: linear numbers 0 to 39419 (GB 18030-2005, and the WHATWG ranges). */
const LAST_BASIC = 39419;
/** Four-byte sequences of U+10000 to U+10FFFF. */
const FIRST_ASTRAL = 189000;
const LAST_ASTRAL = FIRST_ASTRAL + 0xfffff;
const TRAILS = 190;
const LEADS = 126;

/**
 * An ill-formed part is the lead byte alone, so that what follows it is read anew; a well-formed sequence that stands
 * for no character is one part of four bytes.
 */
function step(bytes: Uint8Array, at: number): Stride {
  const lead = bytes[at] ?? 0;
  if (lead <= 0x80) return stride(1, 1);
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xff) return illFormedStride(1);
  if (isTrail(second)) return stride(2, 1);
  if (!isDigit(second) || !isLead(bytes[at + 2] ?? 0) || !isDigit(bytes[at + 3] ?? 0)) return illFormedStride(1);
  const number = linear(bytes, at);
  if (number <= LAST_BASIC) return stride(4, 1);
  return number >= FIRST_ASTRAL && number <= LAST_ASTRAL ? stride(4, 2) : illFormedStride(4);
}

function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function linear(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30;
}

/** Row and cell of a two-byte sequence as one number, 0 to 23939. */
export function cellOf(lead: number, trail: number): number {
  return (lead - 0x81) * TRAILS + trail - (trail < 0x7f ? 0x40 : 0x41);
}

/** A walker with its own tables: building them takes well under a millisecond. */
export function gb18030(): Walker {
  const two = twoByteTable();
  let four: Uint16Array | null = null;
  const code = (bytes: Uint8Array, at: number, size: number): number => {
    const lead = bytes[at] ?? 0;
    if (size === 1) return lead === 0x80 ? 0x20ac : lead;
    if (size === 2) return two[cellOf(lead, bytes[at + 1] ?? 0)] ?? 0xfffd;
    const number = linear(bytes, at);
    if (number >= FIRST_ASTRAL) return number - FIRST_ASTRAL + 0x10000;
    four ??= fourByteTable();
    return four[number] ?? 0xfffd;
  };
  return { step, code };
}

/** The byte map needs no tables. */
export const GB18030_STEP: Walker['step'] = step;

/** Characters of all two-byte sequences, by `cellOf`. */
export function twoByteTable(): Uint16Array {
  const bytes = new Uint8Array(LEADS * TRAILS * 2);
  let at = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytes[at++] = lead;
      bytes[at++] = trail;
    }
  }
  return table(bytes);
}

function fourByteTable(): Uint16Array {
  const bytes = new Uint8Array((LAST_BASIC + 1) * 4);
  for (let number = 0; number <= LAST_BASIC; number++) {
    bytes[number * 4] = 0x81 + Math.floor(number / 12600);
    bytes[number * 4 + 1] = 0x30 + (Math.floor(number / 1260) % 10);
    bytes[number * 4 + 2] = 0x81 + (Math.floor(number / 10) % 126);
    bytes[number * 4 + 3] = 0x30 + (number % 10);
  }
  return table(bytes);
}

function table(bytes: Uint8Array): Uint16Array {
  const text = new TextDecoder('gb18030', { ignoreBOM: true }).decode(bytes);
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** Text of bytes that are GB 18030 throughout; null when they are not. */
export function decodeGb(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
