/** Reads keys of facts / gives them as numbers, three for each key, report by report / promises: the keys of one check lie together. */

/**
 * Numbers of an entry: two hashes of the key, which unlike keys share as good as never, and one of three parts: the check (from bit 22),
 * the fact, and whether it is an anchor (bit 0).
 */
export const OF_ENTRY = 3;
export const CHECK_BIT = 22;
export const FACTS = 2 ** CHECK_BIT - 1;
/** Facts of one report that have keys: two millions, a hundred times those of the longest report. */
const MOST_FACTS = FACTS >>> 1;
/** Checks that the number of one leaves room for. */
export const MOST_CHECKS = 2 ** (32 - CHECK_BIT);
const FIRST_ROOM = 1024;

/** Writes the keys of one report after another as numbers. */
export class KeyWriter {
  private room = new Uint32Array(OF_ENTRY * FIRST_ROOM);
  private end = 0;

  /** @param isAnchor true for a fact of the sort that each group must have one of */
  add(key: string, check: number, fact: number, isAnchor: boolean): void {
    if (fact > MOST_FACTS) return;
    if (this.end === this.room.length) this.widen();
    // Two multiplicative hashes, each mixed with the other at the end by the finisher of MurmurHash3 (Austin Appleby).
    let low = 0x9e3779b9 ^ check;
    let high = 0x85ebca6b;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      low = Math.imul(low ^ code, 0x9e3779b1);
      high = Math.imul(high ^ code, 0x5f356495);
    }
    low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    const { room, end } = this;
    room[end] = low;
    room[end + 1] = high;
    room[end + 2] = (check << CHECK_BIT) | (2 * fact + Number(isAnchor));
    this.end = end + OF_ENTRY;
  }

  /** What was written since it was asked for last: the keys of one check behind those of another, each in the order of writing. */
  take(): Uint32Array {
    const { room, end } = this;
    const starts = new Uint32Array(MOST_CHECKS + 1);
    for (let at = 2; at < end; at += OF_ENTRY) {
      const next = ((room[at] ?? 0) >>> CHECK_BIT) + 1;
      starts[next] = (starts[next] ?? 0) + OF_ENTRY;
    }
    for (let check = 1; check < MOST_CHECKS; check++) starts[check] = (starts[check] ?? 0) + (starts[check - 1] ?? 0);
    const taken = new Uint32Array(end);
    for (let at = 0; at < end; at += OF_ENTRY) {
      const check = (room[at + 2] ?? 0) >>> CHECK_BIT;
      const to = starts[check] ?? 0;
      for (let nth = 0; nth < OF_ENTRY; nth++) taken[to + nth] = room[at + nth] ?? 0;
      starts[check] = to + OF_ENTRY;
    }
    this.end = 0;
    return taken;
  }

  private widen(): void {
    const wider = new Uint32Array(this.room.length * 2);
    wider.set(this.room);
    this.room = wider;
  }
}

/** Checks that follow each other, by number: half-open. */
export interface Checks {
  readonly from: number;
  readonly to: number;
}

/** Where in the keys of a report those of a check begin, or would. */
export function firstOf(check: number, keys: Uint32Array): number {
  let [low, high] = [0, keys.length / OF_ENTRY];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle * OF_ENTRY + 2] ?? 0) >>> CHECK_BIT < check) low = middle + 1;
    else high = middle;
  }
  return low * OF_ENTRY;
}

/** Cuts the checks from 0 to `checks` into at most `parts` that have about equally many of the keys. */
export function evenly(keys: Iterable<Uint32Array>, checks: number, parts: number): Checks[] {
  const counts = new Float64Array(checks);
  let all = 0;
  for (const own of keys) {
    for (let at = 2; at < own.length; at += OF_ENTRY) {
      const check = (own[at] ?? 0) >>> CHECK_BIT;
      counts[check] = (counts[check] ?? 0) + 1;
      all += 1;
    }
  }
  const cut: Checks[] = [];
  let [from, held] = [0, 0];
  for (let check = 0; check < checks; check++) {
    held += counts[check] ?? 0;
    // Before a check that would make the part larger by more than it lacks now.
    const next = counts[check + 1] ?? 0;
    const isLast = check + 1 === checks;
    if (!isLast && (cut.length + 1 === parts || held + next / 2 <= all / parts)) continue;
    cut.push({ from, to: check + 1 });
    [from, held] = [check + 1, 0];
  }
  return cut;
}
