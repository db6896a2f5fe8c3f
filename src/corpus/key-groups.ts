/**
 * Reads keys one after another / gives which rows share one / promises: linear in the keys, groups in the order in which their second row came,
 * and four numbers for a key that no other row has.
 */

/** Entries that a list of keys has room for at first. */
const FIRST_ROOM = 256;

/** Where a row is: number of its report, and of the fact among those of its report. */
export interface Member {
  readonly report: number;
  readonly fact: number;
}

/** The keys of one check, in the order of reports and facts. A key is two hashes: that unlike ones meet in both is as good as impossible. */
export class KeyColumn {
  private lows = new Uint32Array(FIRST_ROOM);
  private highs = new Uint32Array(FIRST_ROOM);
  private reports = new Uint32Array(FIRST_ROOM);
  /** Number of the fact, doubled, and one more where it is of the sort that a group must have one of. */
  private facts = new Uint32Array(FIRST_ROOM);
  private length = 0;

  /** @param isAnchor true for a fact of the sort that each group must have one of */
  add(key: string, report: number, fact: number, isAnchor: boolean): void {
    if (this.length === this.lows.length) this.widen();
    // Two multiplicative hashes, each mixed with the other at the end by the finisher of MurmurHash3 (Austin Appleby).
    let [low, high] = [0x9e3779b9, 0x85ebca6b];
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      low = Math.imul(low ^ code, 0x9e3779b1);
      high = Math.imul(high ^ code, 0x5f356495);
    }
    low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    this.lows[this.length] = low;
    this.highs[this.length] = high;
    this.reports[this.length] = report;
    this.facts[this.length] = 2 * fact + Number(isAnchor);
    this.length++;
  }

  /** Groups of two or more rows with an anchor among them. */
  groups(): KeyGroups {
    const { length, lows, highs } = this;
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
    return new KeyGroups(starts, nexts, this.reports, this.facts);
  }

  private widen(): void {
    this.lows = widened(this.lows);
    this.highs = widened(this.highs);
    this.reports = widened(this.reports);
    this.facts = widened(this.facts);
  }
}

function widened(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(list.length * 2);
  wider.set(list);
  return wider;
}

/** Groups as chains of entries: what is known of a group is its first entry. */
export class KeyGroups {
  readonly starts: readonly number[];
  private readonly nexts: Uint32Array;
  private readonly reports: Uint32Array;
  private readonly facts: Uint32Array;

  constructor(starts: readonly number[], nexts: Uint32Array, reports: Uint32Array, facts: Uint32Array) {
    this.nexts = nexts;
    this.reports = reports;
    this.facts = facts;
    this.starts = starts.filter((start) => this.hasAnchor(start));
  }

  /** The rows of a group, in order of report and fact. */
  members(start: number): Member[] {
    const members: Member[] = [];
    for (let entry = start; entry !== 0; entry = this.nexts[entry] ?? 0) {
      members.push({ report: this.reports[entry - 1] ?? 0, fact: (this.facts[entry - 1] ?? 0) >>> 1 });
    }
    return members;
  }

  private hasAnchor(start: number): boolean {
    for (let entry = start; entry !== 0; entry = this.nexts[entry] ?? 0) {
      if ((this.facts[entry - 1] ?? 0) % 2 === 1) return true;
    }
    return false;
  }
}
