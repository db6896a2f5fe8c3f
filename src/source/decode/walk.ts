/**
 * Walking a text byte by byte. A charset is two functions: `step` says how far the next character (or the next
 * ill-formed part) reaches, `code` says which character it is. Decoder and byte map use the same `step`, so they agree.
 */

/** How far one step reaches: bits 0-2 bytes, bits 3-4 UTF-16 units, bit 5 set when the bytes are ill-formed. */
export type Stride = number;

export interface Walker {
  /** Stride of the character that starts at byte `at`; at least one byte, never beyond the end. */
  readonly step: (bytes: Uint8Array, at: number) => Stride;
  /** Code point of a well-formed character of `size` bytes at byte `at`; a lone surrogate of UTF-16 comes as itself. */
  readonly code: (bytes: Uint8Array, at: number, size: number) => number;
}

/** One ill-formed part: it stands in the text as one U+FFFD at unit `at`. */
export interface IllFormed {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

export interface Walked {
  readonly units: Uint16Array;
  readonly illFormed: readonly IllFormed[];
}

const ILL_FORMED = 32;

export function stride(size: number, units: number): Stride {
  return size | (units << 3);
}

export function illFormedStride(size: number): Stride {
  return size | (1 << 3) | ILL_FORMED;
}

export function sizeOf(step: Stride): number {
  return step & 7;
}

export function unitsOf(step: Stride): number {
  return (step >> 3) & 3;
}

export function isIllFormed(step: Stride): boolean {
  return (step & ILL_FORMED) !== 0;
}

/** Decodes all bytes. Every ill-formed part becomes one U+FFFD and is listed. Time is linear in the bytes. */
export function walk(bytes: Uint8Array, walker: Walker): Walked {
  const units = new Uint16Array(bytes.length);
  const illFormed: IllFormed[] = [];
  let written = 0;
  let at = 0;
  while (at < bytes.length) {
    const step = walker.step(bytes, at);
    const size = sizeOf(step);
    if (isIllFormed(step)) {
      illFormed.push({ at: written, start: at, end: at + size });
      units[written++] = 0xfffd;
    } else {
      const code = walker.code(bytes, at, size);
      if (code > 0xffff) {
        units[written++] = 0xd800 + ((code - 0x10000) >> 10);
        units[written++] = 0xdc00 + (code & 0x3ff);
      } else {
        units[written++] = code;
      }
    }
    at += size;
  }
  return { units: units.subarray(0, written), illFormed };
}
