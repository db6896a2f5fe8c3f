/** UTF-8 by the table of well-formed byte sequences in The Unicode Standard, section 3.9 (table 3-7). */
import { isUtf8, transcode } from 'node:buffer';
import { illFormedStride, type Stride, stride, type Walker } from './walk.ts';

/** An ill-formed part is as long as the longest prefix of a well-formed sequence, and at least one byte (section 3.9, U+FFFD substitution). */
function step(bytes: Uint8Array, at: number): Stride {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return stride(1, 1);
  const size = sizeByLead(lead);
  if (size === 0) return illFormedStride(1);
  const second = bytes[at + 1];
  if (second === undefined || second < lowestSecond(lead) || second > highestSecond(lead)) return illFormedStride(1);
  for (let i = 2; i < size; i++) {
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return illFormedStride(i);
  }
  return stride(size, size === 4 ? 2 : 1);
}

/** Length that a lead byte promises; 0 when no sequence starts with it. */
function sizeByLead(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Over-long forms start lower. */
function lowestSecond(lead: number): number {
  if (lead === 0xe0) return 0xa0;
  return lead === 0xf0 ? 0x90 : 0x80;
}

/** Surrogates and what lies beyond U+10FFFF start higher. */
function highestSecond(lead: number): number {
  if (lead === 0xed) return 0x9f;
  return lead === 0xf4 ? 0x8f : 0xbf;
}

function code(bytes: Uint8Array, at: number, size: number): number {
  const lead = bytes[at] ?? 0;
  if (size === 1) return lead;
  let value = lead & (0x7f >> size);
  for (let i = 1; i < size; i++) value = (value << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return value;
}

export const UTF8: Walker = { step, code };

/**
 * The units of a well-formed UTF-8 text; null when a byte is ill-formed.
 * The platform tests and rewrites many bytes at once: several times faster than a loop of our own, and than its decoder.
 */
export function wellFormedUtf8(bytes: Uint8Array): Uint16Array | null {
  if (!isUtf8(bytes)) return null;
  const written = transcode(bytes, 'utf8', 'utf16le');
  // Units lie at even places; a buffer that the platform cut out of a larger one may not.
  const even = written.byteOffset % 2 === 0 ? written : Uint8Array.from(written);
  return new Uint16Array(even.buffer, even.byteOffset, even.byteLength >> 1);
}
