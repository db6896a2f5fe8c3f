/** From units of the decoded text back to bytes: a checkpoint every 16 units, and the rest is walked again on demand. */
import type { ByteMap } from '../../model/layer.ts';
import { range } from '../../model/offset.ts';
import { type Stride, sizeOf, stride, unitsOf, type Walker } from './walk.ts';

const SHIFT = 4;

/** Checkpoint i is the character that holds unit i * 16: its first unit and its first byte. */
interface Checkpoints {
  readonly units: Int32Array;
  readonly bytes: Int32Array;
}

/** First and last byte (exclusive) of one character. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The map of a text of `length` units that `step` reads out of `bytes`. Exact to the character: a range that cuts a
 * surrogate pair gives the bytes of the whole pair. Checkpoints are taken at the first question, in one pass;
 * each question then walks at most 16 units for either end.
 */
export function byteMap(bytes: Uint8Array, step: Walker['step'], length: number): ByteMap {
  let checkpoints: Checkpoints | null = null;
  return {
    bytesOf: ({ start, end }) => {
      checkpoints ??= step === wellFormedStep ? surveyWellFormed(bytes, length) : survey(bytes, step, length);
      if (start >= length) return range(bytes.length, bytes.length);
      const first = find(checkpoints, bytes, step, start);
      if (end <= start) return range(first.start, first.start);
      return range(first.start, end - start === 1 ? first.end : find(checkpoints, bytes, step, end - 1).end);
    },
  };
}

/** The map of a source that gives no text at all. */
export const NO_TEXT: ByteMap = { bytesOf: () => range(0, 0) };

/** Stride of a character of well-formed UTF-8 by its lead byte alone. Not for text with ill-formed parts. */
export function wellFormedStep(bytes: Uint8Array, at: number): Stride {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return ONE;
  if (lead < 0xe0) return TWO;
  return lead < 0xf0 ? THREE : FOUR;
}

const ONE = stride(1, 1);
const TWO = stride(2, 1);
const THREE = stride(3, 1);
const FOUR = stride(4, 2);

/** Checkpoints in one pass over all bytes. */
function survey(bytes: Uint8Array, step: Walker['step'], length: number): Checkpoints {
  const count = (length >> SHIFT) + 1;
  const units = new Int32Array(count);
  const starts = new Int32Array(count);
  let unit = 0;
  let next = 0;
  for (let at = 0; at < bytes.length; ) {
    const taken = step(bytes, at);
    const after = unit + unitsOf(taken);
    if (next < after) {
      units[next >> SHIFT] = unit;
      starts[next >> SHIFT] = at;
      next += 1 << SHIFT;
    }
    unit = after;
    at += sizeOf(taken);
  }
  return { units, bytes: starts };
}

/** The same for well-formed UTF-8, where the lead byte tells all: the map of nearly every source. */
function surveyWellFormed(bytes: Uint8Array, length: number): Checkpoints {
  const count = (length >> SHIFT) + 1;
  const units = new Int32Array(count);
  const starts = new Int32Array(count);
  let unit = 0;
  let next = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const after = unit + (lead < 0xf0 ? 1 : 2);
    if (next < after) {
      units[next >> SHIFT] = unit;
      starts[next >> SHIFT] = at;
      next += 1 << SHIFT;
    }
    unit = after;
    at += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }
  return { units, bytes: starts };
}

function find(checkpoints: Checkpoints, bytes: Uint8Array, step: Walker['step'], unit: number): Span {
  let read = checkpoints.units[unit >> SHIFT] ?? 0;
  let at = checkpoints.bytes[unit >> SHIFT] ?? 0;
  for (;;) {
    const taken = step(bytes, at);
    read += unitsOf(taken);
    const end = at + sizeOf(taken);
    if (read > unit || end >= bytes.length) return { start: at, end };
    at = end;
  }
}
