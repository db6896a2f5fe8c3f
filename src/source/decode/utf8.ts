/** UTF-8 by the table of well-formed byte sequences in The Unicode Standard, section 3.9 (table 3-7). */
import { illFormedStride, isIllFormed, type Stride, sizeOf, stride, type Walker } from './walk.ts';

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

export interface WellFormed {
  readonly units: Uint16Array;
  /** Units whose class is not 0, in order. */
  readonly suspects: readonly number[];
}

/**
 * The units of a well-formed UTF-8 text, with those that `classes` (one entry a unit) marks; null at the first ill-formed byte.
 * One loop with the frequent cases inlined: several times faster than walking step by step, and than the platform's decoder.
 */
export function wellFormedUtf8(bytes: Uint8Array, classes: Uint8Array): WellFormed | null {
  const units = new Uint16Array(bytes.length);
  const suspects: number[] = [];
  const end = bytes.length;
  let written = 0;
  let at = 0;
  while (at < end) {
    const lead = bytes[at] ?? 0;
    let value = lead;
    if (lead < 0x80) {
      at += 1;
    } else if (lead >= 0xe0 && lead < 0xf0) {
      // Past the end an absent byte reads as 0 and fails the test.
      const second = bytes[at + 1] ?? 0;
      const third = bytes[at + 2] ?? 0;
      value = ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80 || value < 0x800 || (value & 0xf800) === 0xd800)
        return null;
      at += 3;
    } else {
      const taken = step(bytes, at);
      if (isIllFormed(taken)) return null;
      value = code(bytes, at, sizeOf(taken));
      at += sizeOf(taken);
      if (value > 0xffff) {
        suspects.push(written);
        units[written++] = 0xd800 + ((value - 0x10000) >> 10);
        value = 0xdc00 + (value & 0x3ff);
      }
    }
    if (classes[value] !== 0) suspects.push(written);
    units[written++] = value;
  }
  return { units: units.subarray(0, written), suspects };
}
