/** Reads the shingles of reports one after another / gives the earlier ones that may share text / promises: near linear in the shingles, whatever they repeat. */

/** An earlier report that may share text, and the share of the asker's sampled hashes that it holds. */
export interface Candidate {
  readonly owner: number;
  readonly share: number;
}

/**
 * Samples, as powers of two, and the postings of all reports together from which the next is taken: one hash of 16 in a small
 * corpus, where short pieces must be found too; one of 128, about a hundred of a whole report, in one of ten thousand reports; one
 * of 1024 in the largest. The index of a hundred thousand reports takes a quarter of a gigabyte.
 */
const [DENSEST, USUAL, SPARSEST] = [4, 7, 10];
const [MANY_POSTINGS, MOST_POSTINGS] = [2 ** 20, 2 ** 24];
/** Hashes that a short report is entered with at least, whatever the density. */
const LEAST_SAMPLE = 64;
/**
 * A hash of more holders is common wording. Where that is more than half of a sample, as among a hundred thousand reports, the
 * rarest half is asked; so a text that stands in very many others is still found in them.
 */
const COMMON = 16;
/** Holders of one hash that are looked at, the latest first, and of all hashes of one asker that are common. */
const [MOST_HOLDERS, MOST_LOOKED_AT] = [4096, 4096];
/** Hashes that are asked even then; a report of fewer asks all that it has, and of each looks at no more holders than follow. */
const [LEAST_ASKED, MOST_OF_SHORT] = [16, 512];
/** Estimated share from which a pair is measured; relations begin at 0.3. */
const WORTH_MEASURING = 0.2;

/**
 * The bound under which a hash belongs to the sample (a FracMinHash: the share of one sample in another estimates
 * containment whatever the lengths; Irber et al. 2022). It depends on what all reports hold, not on their order.
 */
export function sampleBound(lists: readonly Uint32Array[]): number {
  const densest = 2 ** (32 - DENSEST);
  const held = lists.reduce((sum, shingles) => sum + countUnder(shingles, densest), 0);
  const usual = Math.min(USUAL, DENSEST + halvings(held, MANY_POSTINGS));
  return 2 ** (32 - Math.min(SPARSEST, Math.max(usual, DENSEST + halvings(held, MOST_POSTINGS))));
}

/** How often a number must be halved until it is no more than another. */
function halvings(number: number, most: number): number {
  return Math.max(0, Math.ceil(Math.log2(Math.max(1, number / most))));
}

/** The hashes of a report that any sample holds: enough to find its copies and to estimate what they share, in a sixteenth of the room. */
export function compacted(shingles: Uint32Array): Uint32Array {
  return shingles.slice(0, Math.max(Math.min(shingles.length, LEAST_SAMPLE), densestSample(shingles).length));
}

/** Those of the hashes that every sample as dense as the densest holds; all of them are among what `compacted` leaves. */
export function densestSample(shingles: Uint32Array): Uint32Array {
  return shingles.subarray(0, countUnder(shingles, 2 ** (32 - DENSEST)));
}

/** Number of values of a sorted list that lie under a bound. */
export function countUnder(sorted: Uint32Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers of a slot: a hash, its last entry, counted from 1, and how many hold it; one without holders is free. */
const SLOT = { hash: 0, last: 1, holders: 2 } as const;
const OF_SLOT = 4;

/** Inverted index from sampled hashes to the reports that hold them: open addressing over typed arrays, holders in chains. */
export class HolderIndex {
  private readonly bound: number;
  /** Numbers of a slot side by side, as memory is fetched: see `SLOT`. */
  private readonly slots: Uint32Array;
  /** Two numbers an entry: its owner, and the entry before it of the same hash. */
  private readonly entries: Int32Array;
  private readonly counts: Int32Array;
  private readonly mask: number;
  private length = 0;

  /**
   * @param lists shingles of every report that may be entered: sorted, distinct
   * @param bound see `sampleBound`
   */
  constructor(lists: readonly Uint32Array[], bound: number) {
    this.bound = bound;
    const entries = lists.reduce((sum, shingles) => sum + this.sampled(shingles), 0);
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, entries * 1.5)));
    this.mask = size - 1;
    this.slots = new Uint32Array(OF_SLOT * size);
    this.entries = new Int32Array(2 * entries + 2);
    this.counts = new Int32Array(lists.length);
  }

  /** Enters a report under its number among the lists. */
  add(owner: number, shingles: Uint32Array): void {
    const end = this.sampled(shingles);
    for (let at = 0; at < end; at++) {
      const hash = shingles[at] ?? 0;
      const slot = this.slotOf(hash);
      const entry = ++this.length;
      this.entries[2 * entry] = owner;
      this.entries[2 * entry + 1] = this.slots[slot + SLOT.last] ?? 0;
      this.slots[slot + SLOT.hash] = hash;
      this.slots[slot + SLOT.last] = entry;
      this.slots[slot + SLOT.holders] = this.holdersAt(slot) + 1;
    }
  }

  /** Entered reports that hold at least a fifth of the asker's sample, the fullest first. */
  ask(shingles: Uint32Array): Candidate[] {
    const under = this.under(shingles);
    // What lies over the bound only short reports are entered with: a short one asks with it too, but counts on what lies under it.
    const isShort = under < LEAST_ASKED;
    const slots = this.slotsOf(shingles, isShort ? this.sampled(shingles) : under);
    const asked = isShort ? slots : this.worthAsking(slots);
    const touched: number[] = [];
    for (const slot of asked) this.count(slot, isShort ? MOST_OF_SHORT : MOST_HOLDERS, touched);
    const whole = isShort ? Math.max(1, under) : asked.length;
    const found: Candidate[] = [];
    for (const owner of touched) {
      const share = (this.counts[owner] ?? 0) / whole;
      this.counts[owner] = 0;
      if (share >= WORTH_MEASURING) found.push({ owner, share });
    }
    return found.sort((a, b) => b.share - a.share || a.owner - b.owner);
  }

  /** All hashes that are not common, or the rarest half as far as it can be asked in bounded time. */
  private worthAsking(slots: Uint32Array): Uint32Array {
    const held = (slot: number): number => Math.min(MOST_HOLDERS, this.holdersAt(slot));
    const rare = slots.filter((slot) => held(slot) <= COMMON);
    if (rare.length * 2 >= slots.length) return rare;
    const rarest = slots.sort((a, b) => held(a) - held(b)).subarray(0, Math.ceil(slots.length / 2));
    let [asked, looked] = [rare.length, 0];
    while (asked < rarest.length && (asked < LEAST_ASKED || looked < MOST_LOOKED_AT)) {
      looked += held(rarest[asked++] ?? 0);
    }
    return rarest.subarray(0, asked);
  }

  private count(slot: number, most: number, touched: number[]): void {
    let entry = this.slots[slot + SLOT.last] ?? 0;
    for (let looked = 0; entry !== 0 && looked < most; looked++) {
      const owner = this.entries[2 * entry] ?? 0;
      const before = this.counts[owner] ?? 0;
      if (before === 0) touched.push(owner);
      this.counts[owner] = before + 1;
      entry = this.entries[2 * entry + 1] ?? 0;
    }
  }

  private slotsOf(shingles: Uint32Array, count: number): Uint32Array {
    return shingles.subarray(0, count).map((hash) => this.slotOf(hash));
  }

  /** Number of hashes, from the smallest, that a report is entered with. */
  private sampled(shingles: Uint32Array): number {
    return Math.min(shingles.length, Math.max(LEAST_SAMPLE, this.under(shingles)));
  }

  private under(shingles: Uint32Array): number {
    return countUnder(shingles, this.bound);
  }

  private holdersAt(slot: number): number {
    return this.slots[slot + SLOT.holders] ?? 0;
  }

  /** Where the numbers of a hash stand, or would stand. */
  private slotOf(hash: number): number {
    // Sampled hashes are small numbers: their low bits are as evenly spread as those of all.
    let slot = (hash & this.mask) * OF_SLOT;
    while (this.holdersAt(slot) !== 0 && this.slots[slot + SLOT.hash] !== hash) {
      slot = (slot + OF_SLOT) & (this.slots.length - 1);
    }
    return slot;
  }
}
