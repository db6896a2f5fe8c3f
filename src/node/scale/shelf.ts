/**
 * Reads where reports were put away / gives them again / promises: exactly what was put in, and each fact made when it is asked for;
 * memory holds the reports that were opened last.
 */
import { closeSync, readSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { Small, type SmallReport } from '../../corpus/small.ts';
import type {
  Claim,
  Digest,
  Fact,
  FactRows,
  FactViews,
  NumberHashes,
  OwnOutcome,
  ReportFacts,
} from '../../model/fact.ts';
import { type Besides, factPath, type Hashes, type Lists, opened, type PutAway } from './fact-file.ts';
import { PackedFacts } from './packed-facts.ts';

/** Opened reports that are remembered: those of a city with its districts over all years. */
const REMEMBERED = 128;

/** Threads that put reports away, one file each, are fewer. */
const MOST_FILES = 4096;

/** Memory is asked for in pieces of so many bytes: to ask for each report costs as much as to read it. */
const [SLAB, WORD] = [2 ** 18, 8];

/** Reads bytes from a first one on. */
type Read = (start: number, length: number) => Buffer;

/** Reports that were put away in a folder. */
export class FactShelf {
  private readonly folder: string;
  private readonly handles = new Map<number, number>();
  /** Those that were asked for last, and those before them: what is asked for again comes to the last ones. */
  private last = new Map<number, ReportFacts>();
  private before = new Map<number, ReportFacts>();
  private slab = Buffer.alloc(0);

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The report with its lists left where they are. */
  report({ small, digest, at }: PutAway): ReportFacts {
    return new Closed(small, { ...digest, open: () => this.open(at) });
  }

  /** A report with its lists at hand. */
  open(at: Lists): ReportFacts {
    const [file, start] = at;
    const key = start * MOST_FILES + file;
    const last = this.last.get(key);
    if (last !== undefined) return last;
    const report = this.before.get(key) ?? openedReport(at, (first, length) => this.read(file, first, length));
    if (this.last.size === REMEMBERED / 2) {
      this.before = this.last;
      this.last = new Map();
    }
    this.last.set(key, report);
    return report;
  }

  /** The keys of some reports, one after another. Each is good until the next is asked for. */
  *keys(places: Iterable<Lists>): Generator<Uint32Array> {
    let room = Buffer.alloc(0);
    for (const [file, start, facts, outcomes, small, hashes, length] of places) {
      if (room.length < length) room = Buffer.allocUnsafeSlow(2 * length);
      const bytes = room.subarray(0, length);
      this.fill(bytes, file, start + facts + outcomes + small + hashes);
      yield new Uint32Array(bytes.buffer, 0, length / Uint32Array.BYTES_PER_ELEMENT);
    }
  }

  close(): void {
    for (const handle of this.handles.values()) closeSync(handle);
    this.handles.clear();
    this.last.clear();
    this.before.clear();
  }

  /** What is read is kept as long as the report. */
  private read(file: number, start: number, length: number): Buffer {
    const bytes = this.taken(length);
    this.fill(bytes, file, start);
    return bytes;
  }

  private fill(bytes: Buffer, file: number, start: number): void {
    const handle = this.handles.get(file) ?? opened(factPath(this.folder, file), 'r');
    this.handles.set(file, handle);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(handle, bytes, at, bytes.length - at, start + at);
      if (read === 0) throw new RangeError('a file of facts is shorter than what was written to it');
      at += read;
    }
  }

  /** Bytes of a slab that reports share which are opened one after the other, on whole words. */
  private taken(length: number): Buffer {
    if (this.slab.length < length) this.slab = Buffer.allocUnsafeSlow(Math.max(SLAB, length));
    const bytes = this.slab.subarray(0, length);
    this.slab = this.slab.subarray(Math.ceil(length / WORD) * WORD);
    return bytes;
  }
}

function openedReport(at: Lists, read: Read): ReportFacts {
  const [, start, facts, outcomes, small, hashes] = at;
  const bytes = read(start, facts + outcomes + small);
  const rest: Besides = JSON.parse(bytes.toString('utf16le', facts + outcomes));
  const packed = new PackedFacts(bytes.subarray(0, facts), rest.sourceId, rest.reportId);
  const rows = new Rows(packed, bytes.subarray(facts, facts + outcomes));
  return new Opened(rest, rows, () => read(start + bytes.length, hashes));
}

/** A report whose lists are read from disk whenever they are asked for. */
class Closed extends Small implements ReportFacts {
  readonly digest: Digest;

  constructor(small: SmallReport, digest: Digest) {
    super(small);
    this.digest = digest;
  }

  get claims(): readonly Claim[] {
    return this.digest.open().claims ?? [];
  }
  get facts(): readonly Fact[] {
    return this.digest.open().facts;
  }
  get shingles(): Uint32Array {
    return this.digest.open().shingles;
  }
  get numbers(): NumberHashes {
    return this.digest.open().numbers;
  }
}

/** Facts with what was found in them when they were put away. */
class Rows implements FactRows, FactViews {
  private readonly facts: PackedFacts;
  private readonly own: Uint8Array;

  constructor(facts: PackedFacts, own: Uint8Array) {
    this.facts = facts;
    this.own = own;
  }

  at(row: number): Fact {
    return this.facts.at(row);
  }
  all(): readonly Fact[] {
    return this.facts.all();
  }
  named(names: ReadonlySet<string>): readonly Fact[] {
    return this.facts.named(names);
  }
  get reviewsSeveralYears(): boolean {
    return this.facts.reviewsSeveralYears;
  }
  besideShares(): readonly Fact[] {
    return this.facts.besideShares();
  }
  ofSentence(sentence: number): readonly Fact[] {
    return this.facts.ofSentence(sentence);
  }
  withIds(ids: ReadonlySet<string>): readonly Fact[] {
    return this.facts.withIds(ids);
  }
  rowOf(figureId: string): number {
    return this.facts.rowOf(figureId);
  }
  /** Asked once a run, as a rule: not remembered. */
  outcomes(): readonly OwnOutcome[] {
    return deserialize(this.own);
  }
}

/** A report whose facts are at hand, packed; few ask for its hashes. */
class Opened extends Small implements ReportFacts {
  readonly claims: readonly Claim[];
  readonly rows: Rows;
  private readonly readHashes: () => Uint8Array;
  private made: readonly Fact[] | null = null;
  private known: Hashes | null = null;

  constructor(besides: Besides, rows: Rows, readHashes: () => Uint8Array) {
    super(besides);
    this.claims = besides.claims ?? [];
    this.rows = rows;
    this.readHashes = readHashes;
  }

  get views(): FactViews {
    return this.rows;
  }
  get facts(): readonly Fact[] {
    this.made ??= this.rows.all();
    return this.made;
  }
  get shingles(): Uint32Array {
    return this.hashes().shingles;
  }
  get numbers(): NumberHashes {
    return this.hashes().numbers;
  }

  private hashes(): Hashes {
    const known: Hashes = this.known ?? deserialize(this.readHashes());
    this.known = known;
    return known;
  }
}
