/** Reads the comparison form of a report / gives hashes of its written numbers / promises: a number and what stands around it, in any layout. */
import type { NumberHashes } from '../../model/fact.ts';

const [ZERO, NINE, POINT] = [48, 57, 46];
/** FNV's 32-bit prime and offset basis (Fowler, Noll and Vo). */
const [PRIME, BASIS] = [0x01000193, 0x811c9dc5];
/** Characters on each side that tell one 12 from another. */
const [BEFORE, AFTER] = [4, 3];

/**
 * Hashes of the runs of digits (a point between two digits belongs to its run), sorted, with repeats: each with what stands before it, and after it.
 * @param starts where the runs begin
 */
export function numbersOf(form: Uint16Array, length: number, starts: readonly number[]): NumberHashes {
  const [before, after] = [new Uint32Array(starts.length), new Uint32Array(starts.length)];
  for (const [at, start] of starts.entries()) {
    let end = start + 1;
    while (end < length && (isDigit(form[end] ?? 0) || isPoint(form, end, length))) end++;
    before[at] = hashOf(form, Math.max(0, start - BEFORE), end);
    after[at] = hashOf(form, start, Math.min(length, end + AFTER));
  }
  return { before: before.sort(), after: after.sort() };
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isPoint(form: Uint16Array, at: number, length: number): boolean {
  return form[at] === POINT && at + 1 < length && isDigit(form[at + 1] ?? 0);
}

function hashOf(form: Uint16Array, start: number, end: number): number {
  let hash = BASIS;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (form[at] ?? 0), PRIME);
  return mix(hash) >>> 0;
}

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): spreads the rolling hash evenly, so that its smallest values are a fair sample. */
export function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
