/** What a thread can be asked to do / promises: the answer to a job depends on the job and on nothing that was done before. */
import { readFileSync } from 'node:fs';
import { keyringOf } from '../../corpus/checks.ts';
import type { Verdict } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import type { SourceRecord, SourceResult } from '../../model/result.ts';
import { type GroupEntry, type Metadata, tablePieces } from '../../output/parquet.ts';
import type { ReportRow } from '../../output/rows.ts';
import { type Row, type RowChecks, rowChecks, SCHEMAS, type TableName } from '../../output/schema.ts';
import type { Rules } from '../../rules/card.ts';
import { StageError } from '../../run/inline.ts';
import { readSource } from '../../source/read.ts';
import { InputError, systemReason } from '../errors.ts';
import { rulesWith } from '../rules.ts';
import { type Cache, cacheKey, folderCache, NO_CACHE } from './cache.ts';
import { checkRowsOf, type Parts } from './check-rows.ts';
import { Comparer, type Share, type ShareDone } from './comparer.ts';
import { FactFile, type PutAway } from './fact-file.ts';
import { packFacts, packResult, unpackResult } from './pack.ts';
import { writePieces } from './pieces.ts';
import { rowsOf, standingFor } from './rows.ts';
import { type Chunk, type SpillFile, spilled, spillFile } from './spill.ts';
import { CODEC, type Counted, counted, flat, type PartJob, writePart } from './table-parts.ts';
import type { Task } from './tasks.ts';

/** Where a thread keeps rows, and whether facts go there too. */
export interface Spill {
  readonly folder: string;
  readonly number: number;
  readonly facts: 'put-away' | 'packed';
}

/** What every job of a thread shares. */
export interface Setting {
  /** Folder of a person's own cards, or null. */
  readonly ownRules: string | null;
  readonly cwd: string;
  /** Digest that the rules must have: they were changed between two loads when they have another. */
  readonly rulesDigest: string;
  readonly cache: string | null;
  /** Folder that rows are kept in, and the number of this thread's file there; null: no rows are asked for. */
  readonly spill: Spill | null;
}

/** A table to be written from rows on disk. */
export interface TableJob {
  readonly table: TableName;
  readonly file: string;
  readonly chunks: readonly Chunk[];
  /** For reports, in the order of the chunks: the report that stands for each. */
  readonly canonical: readonly string[];
  readonly metadata: Metadata;
}

/** The table of checks, to be written from their rows on disk. */
export interface ChecksJob {
  readonly file: string;
  readonly rows: Parts;
  readonly metadata: Metadata;
}

/** Number of checks by verdict. */
export type Verdicts = Readonly<Record<Verdict, number>>;

export type Job =
  | { readonly kind: 'read'; readonly task: Task }
  | { readonly kind: 'rows'; readonly task: Task }
  | { readonly kind: 'share'; readonly share: Share }
  | { readonly kind: 'table'; readonly table: TableJob }
  | { readonly kind: 'part'; readonly part: PartJob }
  | { readonly kind: 'checks'; readonly checks: ChecksJob };

/** What came of a source whose rows went to disk. */
export interface SourceDone {
  readonly source: SourceRecord;
  readonly findings: readonly Finding[];
  /** Its reports as reconciliation sees them: packed, or where they were put away. */
  readonly facts: Uint8Array | readonly PutAway[];
  readonly row: Chunk;
  readonly edits: Chunk;
  readonly reports: readonly ReportDone[];
}

/** What orders a report in its tables, and where its rows lie. */
export interface ReportDone extends Pick<ReportRow, 'report_id' | 'region_code' | 'report_year' | 'completeness'> {
  readonly row: Chunk;
  readonly paragraphs: Counted;
  readonly figures: Counted;
}

export type Done =
  | { readonly kind: 'read'; readonly packed: Uint8Array; readonly moved: readonly ArrayBuffer[] }
  | { readonly kind: 'rows'; readonly source: SourceDone; readonly moved: readonly ArrayBuffer[] }
  | { readonly kind: 'share'; readonly share: ShareDone; readonly moved: readonly ArrayBuffer[] }
  | { readonly kind: 'table'; readonly moved: readonly ArrayBuffer[] }
  | {
      readonly kind: 'part';
      /** The part's own file and what stands in it. */
      readonly file: string;
      readonly entries: readonly GroupEntry[];
      readonly moved: readonly ArrayBuffer[];
    }
  | { readonly kind: 'checks'; readonly verdicts: Verdicts; readonly moved: readonly ArrayBuffer[] };

export interface Desk {
  work(job: Job): Promise<Done>;
}

/** Loads what a thread needs for its jobs. @throws InputError when the rules are no longer those that the run began with */
export async function openDesk({ ownRules, cwd, rulesDigest, cache, spill }: Setting): Promise<Desk> {
  const rules = await rulesWith(ownRules, cwd);
  if (rules.digest !== rulesDigest) throw new InputError('the rules were changed while they were loaded. Start again');
  const kept = cache === null ? NO_CACHE : folderCache(cache);
  const file = spill === null ? null : spillFile(spill.folder, spill.number);
  const facts = spill?.facts === 'put-away' ? new FactFile(spill.folder, spill.number, keyringOf(rules)) : null;
  const checks = file === null ? null : rowChecks();
  let comparer: Comparer | null = null;
  return {
    work: async (job) => {
      if (job.kind === 'table') {
        await writeTable(job.table, spill?.folder ?? '.');
        return { kind: 'table', moved: [] };
      }
      if (job.kind === 'part') {
        const { file: own } = job.part;
        return { kind: 'part', file: own, entries: await writePart(job.part, spill?.folder ?? '.'), moved: [] };
      }
      if (job.kind === 'checks')
        return { kind: 'checks', verdicts: await writeChecks(job.checks, spill?.folder ?? '.'), moved: [] };
      if (job.kind === 'read') {
        const packed = await packedOf(job.task, rules, kept);
        return { kind: 'read', packed, moved: owned(packed) };
      }
      if (file === null || checks === null) throw new RangeError('this thread has no file for rows');
      if (job.kind === 'share') {
        comparer ??= new Comparer(spill?.folder ?? '.', file, rules);
        return { kind: 'share', share: comparer.work(job.share), moved: [] };
      }
      const source = toDisk(await resultOf(job.task, rules, kept), file, facts, checks);
      return { kind: 'rows', source, moved: source.facts instanceof Uint8Array ? owned(source.facts) : [] };
    },
  };
}

/** The memory of bytes that nobody else holds a part of. */
function owned({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

function bytesOf({ meta, from }: Task): Uint8Array {
  if ('bytes' in from) return from.bytes;
  try {
    return readFileSync(from.file);
  } catch (error) {
    throw new InputError(`${meta.path}: cannot be read: ${systemReason(error)}`);
  }
}

async function packedOf(task: Task, rules: Rules, cache: Cache): Promise<Uint8Array> {
  const bytes = bytesOf(task);
  if (cache === NO_CACHE) return packResult(readNamed(bytes, task, rules));
  const key = cacheKey(bytes, task.meta, rules.digest);
  const held = await cache.get(key);
  if (held !== null) return held;
  const packed = packResult(readNamed(bytes, task, rules));
  await cache.put(key, packed);
  return packed;
}

async function resultOf(task: Task, rules: Rules, cache: Cache): Promise<SourceResult> {
  if (cache === NO_CACHE) return readNamed(bytesOf(task), task, rules);
  return unpackResult(await packedOf(task, rules, cache));
}

function readNamed(bytes: Uint8Array, { meta }: Task, rules: Rules): SourceResult {
  try {
    return readSource(bytes, meta, rules);
  } catch (cause) {
    throw new StageError(meta.sourceId, cause);
  }
}

function toDisk(result: SourceResult, file: SpillFile, facts: FactFile | null, checks: RowChecks): SourceDone {
  const rows = rowsOf(result, checks);
  return {
    source: result.source,
    findings: result.findings,
    facts: facts === null ? packFacts(result.facts) : result.facts.map((one) => facts.add(one)),
    row: file.add([rows.source]),
    edits: file.add(rows.edits),
    reports: rows.reports.map(({ report, paragraphs, figures }) => ({
      report_id: report.report_id,
      region_code: report.region_code,
      report_year: report.report_year,
      completeness: report.completeness,
      row: file.add([report]),
      paragraphs: counted(file, paragraphs),
      figures: counted(file, figures),
    })),
  };
}

async function writeTable({ table, file, chunks, canonical, metadata }: TableJob, folder: string): Promise<void> {
  const rows = table === 'reports' ? reportsOf(folder, chunks, canonical) : flat(spilled<Row>(folder, chunks));
  const pieces = tablePieces(SCHEMAS[table], rows, { metadata, codec: CODEC });
  await writePieces(file, pieces);
}

async function writeChecks({ file, rows, metadata }: ChecksJob, folder: string): Promise<Verdicts> {
  const verdicts: Record<Verdict, number> = { holds: 0, broken: 0, 'cannot-tell': 0 };
  const told = checkRowsOf(folder, rows, ({ verdict }) => {
    verdicts[verdict] += 1;
  });
  await writePieces(file, tablePieces(SCHEMAS.checks, plain(told), { metadata, codec: CODEC }));
  return verdicts;
}

function* plain(rows: Iterable<object>): Generator<Row> {
  for (const row of rows) yield { ...row };
}

function* reportsOf(folder: string, chunks: readonly Chunk[], canonical: readonly string[]): Generator<Row> {
  let at = 0;
  for (const rows of spilled<ReportRow>(folder, chunks)) {
    for (const row of rows) yield { ...standingFor(row, canonical[at] ?? row.report_id) };
    at++;
  }
}
