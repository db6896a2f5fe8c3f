/** Reads the shingles of reports that lack an end / gives how much two of them speak alike / promises: bounded work, the same for any order. */
import type { ReportFacts } from '../model/fact.ts';
import { countUnder } from './index.ts';

/** How much wording two texts have in common, over the geometric mean of their shingles: all of it, and what hardly a third text has. */
export interface Kin {
  readonly common: number;
  readonly rare: number;
}

/** Texts that may hold a shingle for it to count as rare: two halves, and a report of the same place. */
const RARE = 3;
/** Shingles of all texts together that are looked at; of more, those with the smallest hashes. */
const MOST_LOOKED_AT = 2 ** 21;

/** What reports have in common, and nobody else. Halves of one report name the same districts, projects and slogans. */
export class Kinship {
  private readonly bound: number;
  private readonly keys: Uint32Array;
  /** How many texts hold a hash, as far as it matters; 0 is a free slot. */
  private readonly holders: Uint8Array;
  private readonly mask: number;

  constructor(reports: readonly ReportFacts[]) {
    const all = reports.reduce((sum, { shingles }) => sum + shingles.length, 0);
    this.bound = 2 ** (32 - Math.max(0, Math.ceil(Math.log2(Math.max(1, all / MOST_LOOKED_AT)))));
    const looked = reports.reduce((sum, { shingles }) => sum + countUnder(shingles, this.bound), 0);
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, looked * 1.5)));
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.holders = new Uint8Array(size);
    for (const { shingles } of reports) this.enter(shingles);
  }

  of({ shingles: a }: ReportFacts, { shingles: b }: ReportFacts): Kin {
    const [endA, endB] = [countUnder(a, this.bound), countUnder(b, this.bound)];
    let [common, rare] = [0, 0];
    for (let i = 0, j = 0; i < endA && j < endB; ) {
      const left = a[i] ?? 0;
      const right = b[j] ?? 0;
      if (left === right) {
        common++;
        if ((this.holders[this.slotOf(left)] ?? 0) <= RARE) rare++;
      }
      if (left <= right) i++;
      if (right <= left) j++;
    }
    const mean = Math.sqrt(Math.max(1, endA) * Math.max(1, endB));
    return { common: common / mean, rare: rare / mean };
  }

  private enter(shingles: Uint32Array): void {
    for (const hash of shingles.subarray(0, countUnder(shingles, this.bound))) {
      const slot = this.slotOf(hash);
      this.keys[slot] = hash;
      this.holders[slot] = Math.min(RARE + 1, (this.holders[slot] ?? 0) + 1);
    }
  }

  private slotOf(hash: number): number {
    let slot = hash & this.mask;
    while ((this.holders[slot] ?? 0) !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}
