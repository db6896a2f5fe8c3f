/**
 * Reads reports as reconciliation sees them / keeps their facts and hashes on disk and gives them again / promises: exactly what was put in;
 * memory holds what tells copies and keys, and the reports that were opened last.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../../corpus/digest.ts';
import type { Keyring } from '../../corpus/keyed.ts';
import type { Digest, Fact, NumberHashes, ReportFacts } from '../../model/fact.ts';
import { InputError, systemReason } from '../errors.ts';
import { columnsOf, type FigureColumns, factsOfColumns } from './columns.ts';

/** The hashes of a report as they lie on disk, behind the columns of its facts. */
type Hashes = Pick<ReportFacts, 'shingles' | 'numbers'>;

/** A report without its lists, and where these lie: file, first byte, bytes of the facts, bytes of the hashes. */
export interface PutAway {
  readonly small: Omit<ReportFacts, 'facts' | 'shingles' | 'numbers' | 'digest'>;
  readonly digest: Omit<Digest, 'open'>;
  readonly at: readonly [file: number, start: number, facts: number, hashes: number];
}

/** A file that one thread puts reports away in. */
export class FactFile {
  private readonly file: string;
  private readonly number: number;
  private readonly handle: number;
  private readonly keyring: Keyring;
  private end = 0;

  /** @throws InputError when file `number` of the folder cannot be written */
  constructor(folder: string, number: number, keyring: Keyring) {
    this.file = factPath(folder, number);
    this.number = number;
    this.keyring = keyring;
    this.handle = opened(this.file, 'w');
  }

  /** @throws InputError when the disk takes no more */
  add(report: ReportFacts): PutAway {
    const { facts, shingles, numbers, digest, ...rest } = report;
    const own = serialize(columnsOf(facts));
    const hashes: Hashes = { shingles, numbers };
    const bytes = Buffer.concat([own, serialize(hashes)]);
    const start = this.end;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at, bytes.length - at, start + at);
    } catch (error) {
      throw new InputError(`${this.file}: cannot be written: ${systemReason(error)}`);
    }
    this.end += bytes.length;
    // Why a place or a verdict was chosen is in the tables; nothing that compares reports asks for it.
    const identity = { ...rest.identity, evidence: [] };
    const completeness = { ...rest.completeness, evidence: [] };
    return {
      small: { ...rest, identity, completeness },
      digest: digestOf(report, this.keyring),
      at: [this.number, start, own.length, bytes.length - own.length],
    };
  }
}

function factPath(folder: string, number: number): string {
  return path.join(folder, `facts-${number}.bin`);
}

function opened(file: string, flags: 'r' | 'w'): number {
  try {
    return openSync(file, flags);
  } catch (error) {
    throw new InputError(`${file}: cannot be opened: ${systemReason(error)}`);
  }
}

/** Opened reports that are remembered: those of a city with its districts over all years. */
const REMEMBERED = 512;

/** Reports that were put away in a folder. */
export class FactShelf {
  private readonly folder: string;
  private readonly handles = new Map<number, number>();
  private readonly last = new Map<string, ReportFacts>();
  private room = Buffer.alloc(0);

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The report with its lists left where they are. */
  report({ small, digest, at }: PutAway): ReportFacts {
    const open = (): ReportFacts => this.open(small, at);
    return new Shelved(small, { ...digest, open });
  }

  close(): void {
    for (const handle of this.handles.values()) closeSync(handle);
    this.handles.clear();
    this.last.clear();
  }

  private open(small: PutAway['small'], at: PutAway['at']): ReportFacts {
    const key = at.join(' ');
    const known = this.last.get(key);
    if (known) {
      // What was asked for last goes to the end of the line.
      this.last.delete(key);
      this.last.set(key, known);
      return known;
    }
    const [file, start, length] = at;
    if (this.room.length < length) this.room = Buffer.allocUnsafeSlow(2 * length);
    // Columns point into these bytes, and are done with when the facts are made.
    const columns: FigureColumns = deserialize(this.read(file, start, this.room.subarray(0, length)));
    const report = this.whole(small, at, factsOfColumns(columns, small.sourceId, small.reportId));
    this.last.set(key, report);
    if (this.last.size > REMEMBERED) this.forgetFirst();
    return report;
  }

  private forgetFirst(): void {
    const [first] = this.last.keys();
    if (first !== undefined) this.last.delete(first);
  }

  /** The facts are there; few ask for the hashes. */
  private whole(small: PutAway['small'], at: PutAway['at'], facts: readonly Fact[]): ReportFacts {
    const [file, start, own, others] = at;
    let known: Hashes | null = null;
    const hashes = (): Hashes => {
      const read: Hashes = known ?? deserialize(this.read(file, start + own, Buffer.allocUnsafeSlow(others)));
      known = read;
      return read;
    };
    return {
      ...small,
      facts,
      get shingles() {
        return hashes().shingles;
      },
      get numbers() {
        return hashes().numbers;
      },
    };
  }

  private read(file: number, start: number, bytes: Buffer): Buffer {
    const handle = this.handles.get(file) ?? opened(factPath(this.folder, file), 'r');
    this.handles.set(file, handle);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(handle, bytes, at, bytes.length - at, start + at);
      if (read === 0) throw new RangeError('a file of facts is shorter than what was written to it');
      at += read;
    }
    return bytes;
  }
}

/** A report whose lists are read from disk whenever they are asked for. */
class Shelved implements ReportFacts {
  readonly reportId: string;
  readonly sourceId: string;
  readonly ordinal: number;
  readonly identity: ReportFacts['identity'];
  readonly completeness: ReportFacts['completeness'];
  readonly chars: number;
  readonly textSha256: string;
  readonly formSha256: string;
  readonly noiseShare: number;
  readonly suspectedLosses: number;
  readonly provenance: number;
  readonly ends: ReportFacts['ends'];
  readonly claims?: NonNullable<ReportFacts['claims']>;
  readonly place: ReportFacts['place'];
  readonly digest: Digest;

  constructor(small: PutAway['small'], digest: Digest) {
    this.reportId = small.reportId;
    this.sourceId = small.sourceId;
    this.ordinal = small.ordinal;
    this.identity = small.identity;
    this.completeness = small.completeness;
    this.chars = small.chars;
    this.textSha256 = small.textSha256;
    this.formSha256 = small.formSha256;
    this.noiseShare = small.noiseShare;
    this.suspectedLosses = small.suspectedLosses;
    this.provenance = small.provenance;
    this.ends = small.ends;
    if (small.claims !== undefined) this.claims = small.claims;
    this.place = small.place;
    this.digest = digest;
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
