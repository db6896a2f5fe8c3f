/** Reads reports as reconciliation sees them / puts their lists away on disk / promises: memory holds where they lie, and what tells copies. */
import { openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';
import { digestOf } from '../../corpus/digest.ts';
import type { Keyring } from '../../corpus/keyed.ts';
import type { SmallReport } from '../../corpus/small.ts';
import type { Digest, ReportFacts } from '../../model/fact.ts';
import { InputError, systemReason } from '../errors.ts';
import { packedFacts } from './fact-row.ts';

/** The hashes of a report as they lie on disk, behind its facts. */
export type Hashes = Pick<ReportFacts, 'shingles' | 'numbers'>;

/** All of a report but its facts and hashes, as it lies on disk: what is claimed of other years is asked for only with its facts. */
export type Besides = SmallReport & Pick<ReportFacts, 'claims'>;

/** Where a report lies: file, first byte, bytes of the facts, of what the checks say of them alone, of all that is small, of the hashes and of the keys. */
export type Lists = readonly [
  file: number,
  start: number,
  facts: number,
  outcomes: number,
  small: number,
  hashes: number,
  keys: number,
];

/** A report without its lists, and where these lie. */
export interface PutAway {
  readonly small: SmallReport;
  readonly digest: Omit<Digest, 'open'>;
  readonly at: Lists;
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
    const { facts, rows: _rows, shingles, numbers, digest, claims, ...rest } = report;
    // Why a place or a verdict was chosen is in the tables; nothing that compares reports asks for it.
    const identity = { ...rest.identity, evidence: [] };
    const completeness = { ...rest.completeness, evidence: [] };
    const small = { ...rest, identity, completeness };
    const besides: Besides = claims === undefined ? small : { ...small, claims };
    const hashes: Hashes = { shingles, numbers };
    const keys = this.keyring.keysOf(report);
    const parts = [
      packedFacts(facts),
      serialize(this.keyring.outcomesWithin(report)),
      // As text: it is read again with every opening, and this is read fastest.
      Buffer.from(JSON.stringify(besides), 'utf16le'),
      serialize(hashes),
      Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength),
    ] as const;
    const bytes = Buffer.concat(parts);
    const start = this.end;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at, bytes.length - at, start + at);
    } catch (error) {
      throw new InputError(`${this.file}: cannot be written: ${systemReason(error)}`);
    }
    this.end += bytes.length;
    const [own, outcomes, others, hashed, keyed] = parts;
    return {
      small,
      digest: digestOf(report),
      at: [this.number, start, own.length, outcomes.length, others.length, hashed.length, keyed.length],
    };
  }
}

/** File `number` of a folder. */
export function factPath(folder: string, number: number): string {
  return path.join(folder, `facts-${number}.bin`);
}

/** @throws InputError when it cannot be opened */
export function opened(file: string, flags: 'r' | 'w'): number {
  try {
    return openSync(file, flags);
  } catch (error) {
    throw new InputError(`${file}: cannot be opened: ${systemReason(error)}`);
  }
}
