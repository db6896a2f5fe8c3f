/** Reads the shingles of all reports / gives the pairs that may be copies / promises: linear in the shingles, the same for any order of reports. */
import type { ReportFacts } from '../model/fact.ts';

/** Two positions in the list of reports, the smaller first. */
export type Candidate = readonly [number, number];

/**
 * Each report asks with its smallest hashes (a bottom-k sample: fair, because the hashes are evenly spread). How many of them
 * another report holds estimates how much of the first lies in the second, whatever their lengths.
 */
const SAMPLE = 128;
/**
 * A hash that more reports ask with is common wording and is not looked at. So more than this many copies of one report that
 * all differ in their text are found only through what fewer of them share; copies of equal text are found in any number.
 */
const COMMON = 100;
/** Estimated share of one report in the other from which a pair is measured exactly; relations begin at 0.5. */
const WORTH_MEASURING = 0.3;

/** Pairs worth an exact measure. Reports of equal form are paired with the first of them only. */
export function candidates(reports: readonly ReportFacts[]): Candidate[] {
  const { first, pairs } = equalForms(reports);
  const asked = askedHashes(reports, first);
  const found = new Set<number>();
  const counts = new Int32Array(reports.length);
  for (const holder of first) {
    for (const asker of holdersOf(reports[holder]?.shingles, holder, asked, counts)) {
      if ((counts[asker] ?? 0) >= Math.max(1, WORTH_MEASURING * (asked.effective[asker] ?? 0))) {
        found.add(Math.min(holder, asker) * reports.length + Math.max(holder, asker));
      }
      counts[asker] = 0;
    }
  }
  const near = [...found].map((code): Candidate => [Math.floor(code / reports.length), code % reports.length]);
  return [...pairs, ...near].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** One report for each comparison form, and every other report of the form paired with it. */
function equalForms(reports: readonly ReportFacts[]): { first: number[]; pairs: Candidate[] } {
  const firsts = new Map<string, number>();
  const pairs: Candidate[] = [];
  reports.forEach((report, at) => {
    if (report.shingles.length === 0) return;
    const first = firsts.get(report.formSha256);
    if (first === undefined) firsts.set(report.formSha256, at);
    else pairs.push([first, at]);
  });
  return { first: [...firsts.values()], pairs };
}

/** Sampled hashes in order with who asks: run r covers owners[runStart[r] … runStart[r + 1]). */
interface Asked {
  readonly owners: Uint32Array;
  readonly runOf: HashTable;
  readonly runStart: readonly number[];
  readonly largest: number;
  /** How many of a report's sampled hashes are not common. */
  readonly effective: Int32Array;
}

function askedHashes(reports: readonly ReportFacts[], first: readonly number[]): Asked {
  // Hash and owner in one number sort natively: 32 bits of hash, 21 bits of owner.
  const packed = new Float64Array(first.reduce((sum, at) => sum + Math.min(SAMPLE, shinglesAt(reports, at).length), 0));
  let length = 0;
  for (const at of first) {
    for (const hash of shinglesAt(reports, at).subarray(0, SAMPLE)) packed[length++] = hash * OWNERS + at;
  }
  packed.sort();
  const owners = new Uint32Array(length);
  const effective = new Int32Array(reports.length);
  const runStart: number[] = [];
  const runOf = new HashTable(length);
  for (let start = 0; start < length; ) {
    const hash = Math.floor((packed[start] ?? 0) / OWNERS);
    let end = start;
    for (; end < length && Math.floor((packed[end] ?? 0) / OWNERS) === hash; end++) {
      owners[end] = (packed[end] ?? 0) % OWNERS;
    }
    if (end - start <= COMMON) {
      runOf.put(hash, runStart.length);
      for (const owner of owners.subarray(start, end)) effective[owner] = (effective[owner] ?? 0) + 1;
    }
    runStart.push(start);
    start = end;
  }
  runStart.push(length);
  const largest = length === 0 ? -1 : Math.floor((packed[length - 1] ?? 0) / OWNERS);
  return { owners, runOf, runStart, largest, effective };
}

const OWNERS = 2 ** 21;

function shinglesAt(reports: readonly ReportFacts[], at: number): Uint32Array {
  return reports[at]?.shingles ?? new Uint32Array(0);
}

/** Reports that ask with a hash that `holder` holds; how often is left in `counts`, to be cleared by the caller. */
function holdersOf(shingles: Uint32Array | undefined, holder: number, asked: Asked, counts: Int32Array): number[] {
  const touched: number[] = [];
  for (const hash of shingles ?? []) {
    if (hash > asked.largest) break;
    const run = asked.runOf.get(hash);
    if (run < 0) continue;
    const end = asked.runStart[run + 1] ?? 0;
    for (let at = asked.runStart[run] ?? 0; at < end; at++) {
      const asker = asked.owners[at] ?? 0;
      if (asker === holder) continue;
      const before = counts[asker] ?? 0;
      if (before === 0) touched.push(asker);
      counts[asker] = before + 1;
    }
  }
  return touched;
}

/** Open addressing over typed arrays: millions of evenly spread hashes without an object each. */
class HashTable {
  private readonly keys: Uint32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  constructor(entries: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, entries * 2)));
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.values = new Int32Array(size).fill(-1);
  }

  put(key: number, value: number): void {
    let slot = key & this.mask;
    while ((this.values[slot] ?? -1) >= 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  /** The value of a key, or -1. */
  get(key: number): number {
    let slot = key & this.mask;
    for (let value = this.values[slot] ?? -1; value >= 0; value = this.values[slot] ?? -1) {
      if (this.keys[slot] === key) return value;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }
}
