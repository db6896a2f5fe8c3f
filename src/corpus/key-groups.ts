/**
 * Reads keys one after another / gives which rows share one / promises: linear in the keys, groups in the order in which their second row came,
 * and four numbers for each row.
 */

import { CHECK_BIT, type Checks, FACTS, firstOf, OF_ENTRY } from './keys.ts';

/** Groups of rows, one behind the other: where each begins, with the end of the last; the reports of their rows, and the facts in these. */
export interface KeyGroups {
  readonly offsets: Uint32Array;
  readonly reports: Uint32Array;
  readonly facts: Uint32Array;
}

/**
 * The groups of some checks: two or more rows of one key with an anchor among them.
 * @param keys what `KeyWriter` gave for each report, or a copy that is overwritten with each: reports are numbered in this order
 */
export function groupsOf(keys: Iterable<Uint32Array>, { from, to }: Checks): KeyGroups[] {
  const all = Array.from({ length: to - from }, () => new Entries());
  let report = 0;
  for (const own of keys) {
    for (let at = firstOf(from, own); at < own.length; ) {
      const entries = all[((own[at + 2] ?? 0) >>> CHECK_BIT) - from];
      if (entries === undefined) break;
      at = entries.add(own, at, report);
    }
    report += 1;
  }
  // One after another: of what a check needs to be grouped nothing is kept for the next.
  return all.map((entries) => {
    const groups = grouped(entries);
    entries.clear();
    return groups;
  });
}

/** The rows of a check with their keys, in columns. */
class Entries {
  length = 0;
  anchors = 0;
  lows: Uint32Array = NONE;
  highs: Uint32Array = NONE;
  reports: Uint32Array = NONE;
  /** Number of the fact, doubled, and one more for an anchor. */
  facts: Uint32Array = NONE;

  /** Adds those of a report that follow each other from `at` on and are of one check. @returns where they end */
  add(keys: Uint32Array, at: number, report: number): number {
    const check = (keys[at + 2] ?? 0) >>> CHECK_BIT;
    let end = at + OF_ENTRY;
    while (end < keys.length && (keys[end + 2] ?? 0) >>> CHECK_BIT === check) end += OF_ENTRY;
    const most = this.length + (end - at) / OF_ENTRY;
    if (most > this.lows.length) this.make(Math.max(FIRST_ROOM, Math.ceil(most * GROWTH)));
    const { lows, highs, reports, facts } = this;
    let entry = this.length;
    for (let from = at; from < end; from += OF_ENTRY) {
      const fact = (keys[from + 2] ?? 0) & FACTS;
      lows[entry] = keys[from] ?? 0;
      highs[entry] = keys[from + 1] ?? 0;
      reports[entry] = report;
      facts[entry] = fact;
      this.anchors += fact & 1;
      entry += 1;
    }
    this.length = entry;
    return end;
  }

  /** Keeps those that may share a key with an anchor: one bit a key tells of all others, save one of sixteen, that they do not. */
  keepAnchored(): void {
    const { lows, highs, reports, facts, length } = this;
    const size = 2 ** Math.ceil(Math.log2(Math.max(32, this.anchors * 16)));
    const bits = new Uint32Array(size / 32);
    const placeOf = (low: number): number => (low & (size - 1)) >>> 5;
    for (let entry = 0; entry < length; entry++) {
      if ((facts[entry] ?? 0) % 2 === 0) continue;
      const low = lows[entry] ?? 0;
      const place = placeOf(low);
      bits[place] = (bits[place] ?? 0) | (1 << (low & 31));
    }
    let kept = 0;
    for (let entry = 0; entry < length; entry++) {
      const low = lows[entry] ?? 0;
      if (((bits[placeOf(low)] ?? 0) & (1 << (low & 31))) === 0) continue;
      lows[kept] = low;
      highs[kept] = highs[entry] ?? 0;
      reports[kept] = reports[entry] ?? 0;
      facts[kept] = facts[entry] ?? 0;
      kept += 1;
    }
    this.length = kept;
  }

  clear(): void {
    this.make(0);
    this.length = 0;
  }

  private make(room: number): void {
    const made = (old: Uint32Array): Uint32Array => {
      const column = new Uint32Array(room);
      column.set(old.subarray(0, room));
      return column;
    };
    this.lows = made(this.lows);
    this.highs = made(this.highs);
    this.reports = made(this.reports);
    this.facts = made(this.facts);
  }
}

/** Room grows by half: what is left empty is memory too. */
const GROWTH = 1.5;
const NONE = new Uint32Array(0);
const FIRST_ROOM = 1024;

/** Rows of one key are a ring in their order: a slot has the last of them, and behind that comes the first. Where anchors are few, others are left out. */
function grouped(entries: Entries): KeyGroups {
  if (entries.anchors === 0) return { offsets: new Uint32Array(1), reports: NONE, facts: NONE };
  if (entries.anchors * 2 < entries.length) entries.keepAnchored();
  const { lows, highs, length } = entries;
  const size = 2 ** Math.ceil(Math.log2(Math.max(8, length * 1.5)));
  const mask = size - 1;
  /** Entries are counted from 1; 0 is a free slot. */
  const lasts = new Uint32Array(size);
  const nexts = new Uint32Array(length + 1);
  const starts: number[] = [];
  for (let entry = 1; entry <= length; entry++) {
    const low = lows[entry - 1] ?? 0;
    const high = highs[entry - 1] ?? 0;
    let slot = low & mask;
    let last = lasts[slot] ?? 0;
    while (last !== 0 && (lows[last - 1] !== low || highs[last - 1] !== high)) {
      slot = (slot + 1) & mask;
      last = lasts[slot] ?? 0;
    }
    lasts[slot] = entry;
    if (last === 0) nexts[entry] = entry;
    else {
      const first = nexts[last] ?? 0;
      if (first === last) starts.push(first);
      nexts[entry] = first;
      nexts[last] = entry;
    }
  }
  const hasAnchor = (start: number): boolean => {
    let entry = start;
    do {
      if ((entries.facts[entry - 1] ?? 0) % 2 === 1) return true;
      entry = nexts[entry] ?? start;
    } while (entry !== start);
    return false;
  };
  return closed(starts.filter(hasAnchor), nexts, entries);
}

/** The groups that begin with some entries, one behind the other. */
function closed(starts: readonly number[], nexts: Uint32Array, entries: Entries): KeyGroups {
  const offsets = new Uint32Array(starts.length + 1);
  const [reports, facts] = [new Uint32Array(entries.length), new Uint32Array(entries.length)];
  let length = 0;
  for (const [group, start] of starts.entries()) {
    offsets[group] = length;
    let entry = start;
    do {
      reports[length] = entries.reports[entry - 1] ?? 0;
      facts[length] = (entries.facts[entry - 1] ?? 0) >>> 1;
      length++;
      entry = nexts[entry] ?? start;
    } while (entry !== start);
  }
  offsets[starts.length] = length;
  return { offsets, reports: reports.slice(0, length), facts: facts.slice(0, length) };
}
