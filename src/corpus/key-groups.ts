/**
 * Reads keys one after another / gives which rows share one / promises: linear in the keys, groups in the order in which their second row came,
 * and three numbers for a key that no other row has.
 */

/** Groups of rows, one behind the other: where each begins, with the end of the last; the reports of their rows, and the facts in these. */
export interface KeyGroups {
  readonly offsets: Uint32Array;
  readonly reports: Uint32Array;
  readonly facts: Uint32Array;
}

/**
 * Numbers of an entry: two hashes of the key, which unlike keys share as good as never, and one of three parts: the check (from bit 22),
 * the fact, and whether it is an anchor (bit 0).
 */
const OF_ENTRY = 3;
const CHECK_BIT = 22;
const FACTS = 2 ** CHECK_BIT - 1;
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

/**
 * The groups of each check: two or more rows of one key with an anchor among them.
 * @param keys what `KeyWriter` gave for each report; reports are numbered in this order
 * @param checks number of checks
 */
export function groupsOf(keys: readonly Uint32Array[], checks: number): KeyGroups[] {
  const starts = startsOf(keys, checks);
  return Array.from({ length: checks }, (_, check) => grouped(entriesOf(keys, starts, check)));
}

function grouped(entries: Entries): KeyGroups {
  const { lows, highs, facts } = entries;
  const { length } = lows;
  const size = 2 ** Math.ceil(Math.log2(Math.max(8, length * 1.5)));
  const mask = size - 1;
  /** First and last entry of a key, counted from 1; 0 is a free slot. */
  const firsts = new Uint32Array(size);
  const lasts = new Uint32Array(size);
  const nexts = new Uint32Array(length + 1);
  const starts: number[] = [];
  for (let entry = 0; entry < length; entry++) {
    const low = lows[entry] ?? 0;
    const high = highs[entry] ?? 0;
    let slot = low & mask;
    let first = firsts[slot] ?? 0;
    while (first !== 0 && (lows[first - 1] !== low || highs[first - 1] !== high)) {
      slot = (slot + 1) & mask;
      first = firsts[slot] ?? 0;
    }
    if (first === 0) firsts[slot] = entry + 1;
    else {
      const last = lasts[slot] ?? 0;
      if (last === first) starts.push(first);
      nexts[last] = entry + 1;
    }
    lasts[slot] = entry + 1;
  }
  return closed(
    starts.filter((start) => hasAnchor(start, nexts, facts)),
    nexts,
    entries,
  );
}

function hasAnchor(start: number, nexts: Uint32Array, facts: Uint32Array): boolean {
  for (let entry = start; entry !== 0; entry = nexts[entry] ?? 0) if ((facts[entry - 1] ?? 0) % 2 === 1) return true;
  return false;
}

/** The groups that begin with some entries, one behind the other. */
function closed(starts: readonly number[], nexts: Uint32Array, entries: Entries): KeyGroups {
  const offsets = new Uint32Array(starts.length + 1);
  let length = 0;
  for (let group = 0; group < starts.length; group++) {
    offsets[group] = length;
    for (let entry = starts[group] ?? 0; entry !== 0; entry = nexts[entry] ?? 0) length++;
  }
  offsets[starts.length] = length;
  const [reports, facts] = [new Uint32Array(length), new Uint32Array(length)];
  let at = 0;
  for (const start of starts) {
    for (let entry = start; entry !== 0; entry = nexts[entry] ?? 0) {
      reports[at] = entries.reports[entry - 1] ?? 0;
      facts[at] = (entries.facts[entry - 1] ?? 0) >>> 1;
      at++;
    }
  }
  return { offsets, reports, facts };
}

interface Entries {
  readonly lows: Uint32Array;
  readonly highs: Uint32Array;
  readonly reports: Uint32Array;
  /** Number of the fact, doubled, and one more for an anchor. */
  readonly facts: Uint32Array;
}

/** Of each check and report where its keys begin, those of the reports side by side; behind those of the last check their ends. */
function startsOf(keys: readonly Uint32Array[], checks: number): readonly Uint32Array[] {
  const starts = Array.from({ length: checks + 1 }, () => new Uint32Array(keys.length));
  for (let report = 0; report < keys.length; report++) {
    const own = keys[report] ?? NO_KEYS;
    for (let check = 0, at = 0; check <= checks; check++) {
      while (at < own.length && (own[at + 2] ?? 0) >>> CHECK_BIT < check) at += OF_ENTRY;
      const list = starts[check];
      if (list) list[report] = at;
    }
  }
  return starts;
}

const NO_KEYS = new Uint32Array(0);

/** The entries of a check. Where anchors are few, as they are for what few reports tell, those that can be in no group are left out. */
function entriesOf(keys: readonly Uint32Array[], starts: readonly Uint32Array[], check: number): Entries {
  const [from = NO_KEYS, to = NO_KEYS] = [starts[check], starts[check + 1]];
  let [length, anchors] = [0, 0];
  for (let report = 0; report < keys.length; report++) {
    const own = keys[report] ?? NO_KEYS;
    for (let at = from[report] ?? 0; at < (to[report] ?? 0); at += OF_ENTRY) {
      length += 1;
      anchors += (own[at + 2] ?? 0) & 1;
    }
  }
  if (anchors === 0) return { lows: NO_KEYS, highs: NO_KEYS, reports: NO_KEYS, facts: NO_KEYS };
  const [lows, highs] = [new Uint32Array(length), new Uint32Array(length)];
  const [reports, facts] = [new Uint32Array(length), new Uint32Array(length)];
  let entry = 0;
  for (let report = 0; report < keys.length; report++) {
    const own = keys[report] ?? NO_KEYS;
    for (let at = from[report] ?? 0; at < (to[report] ?? 0); at += OF_ENTRY) {
      lows[entry] = own[at] ?? 0;
      highs[entry] = own[at + 1] ?? 0;
      reports[entry] = report;
      facts[entry] = (own[at + 2] ?? 0) & FACTS;
      entry += 1;
    }
  }
  return anchors * 2 < length ? anchored({ lows, highs, reports, facts }, anchors) : { lows, highs, reports, facts };
}

/** Of some entries those that may share a key with an anchor: one bit a key tells of all others, save one of sixteen, that they do not. */
function anchored({ lows, highs, reports, facts }: Entries, anchors: number): Entries {
  const size = 2 ** Math.ceil(Math.log2(Math.max(32, anchors * 16)));
  const bits = new Uint32Array(size / 32);
  const placeOf = (low: number): number => (low & (size - 1)) >>> 5;
  for (let entry = 0; entry < facts.length; entry++) {
    if ((facts[entry] ?? 0) % 2 === 0) continue;
    const low = lows[entry] ?? 0;
    const place = placeOf(low);
    bits[place] = (bits[place] ?? 0) | (1 << (low & 31));
  }
  let kept = 0;
  for (let entry = 0; entry < facts.length; entry++) {
    const low = lows[entry] ?? 0;
    if (((bits[placeOf(low)] ?? 0) & (1 << (low & 31))) === 0) continue;
    lows[kept] = low;
    highs[kept] = highs[entry] ?? 0;
    reports[kept] = reports[entry] ?? 0;
    facts[kept] = facts[entry] ?? 0;
    kept += 1;
  }
  const first = (numbers: Uint32Array): Uint32Array => numbers.subarray(0, kept);
  return { lows: first(lows), highs: first(highs), reports: first(reports), facts: first(facts) };
}
