/**
 * Reads tasks / gives the tables of an audit as files / promises: the same bytes as an audit that holds everything; texts and rows
 * wait on disk, and memory holds what reconciliation needs.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Accepted } from '../../corpus/accept.ts';
import { concluded, voicesOf } from '../../corpus/reconcile.ts';
import type { Audit } from '../../model/audit.ts';
import type { ReportFacts } from '../../model/fact.ts';
import { compareText } from '../../model/finding.ts';
import type { SourceResult } from '../../model/result.ts';
import { type GroupEntry, type Metadata, tablePieces } from '../../output/parquet.ts';
import { type Row, SCHEMAS, type TableName } from '../../output/schema.ts';
import type { Rules } from '../../rules/card.ts';
import { assemble, corpusDigest, type Progress, withCorpus } from '../../run/inline.ts';
import { VERSION } from '../../run/version.ts';
import type { Parts } from './check-rows.ts';
import { corpusRows, rowsBesideChecks } from './corpus-rows.ts';
import type { Done, Job, Setting, SourceDone, TableJob, Verdicts } from './desk.ts';
import { compareOnThreads, handsOf, standAmong } from './divided.ts';
import type { Lists } from './fact-file.ts';
import { settingsOf } from './jobs.ts';
import { unpackFacts } from './pack.ts';
import { placeTables, writePieces } from './pieces.ts';
import { reportOrder } from './rows.ts';
import { FactShelf } from './shelf.ts';
import { spillFolder } from './spill.ts';
import { CODEC, joinParts, partsOf } from './table-parts.ts';
import type { Task } from './tasks.ts';
import type { Pool } from './workers.ts';

/** What a run takes besides its tasks. */
export interface TableRun {
  readonly rules: Rules;
  readonly setting: Omit<Setting, 'spill'>;
  readonly jobs: number;
  /** Folder of the tables; it and a folder for rows beside it are made. */
  readonly out: string;
  readonly accepted: Accepted;
  readonly chosen: ReadonlyMap<string, string>;
  readonly stored: readonly ReportFacts[];
  /** Where facts wait: those on disk are gone when the run has ended. */
  readonly facts: 'on-disk' | 'in-memory';
  readonly progress: Progress;
  /** Starts the threads. */
  readonly open: (settings: readonly Setting[]) => Pool;
}

/** An audit whose texts, outlines, figures, edits and checks are in its tables alone. */
export interface TabledAudit {
  /** Of the checks it has the broken ones, at least. */
  readonly audit: Audit;
  readonly completeness: Readonly<Record<string, number>>;
  readonly verdicts: Verdicts;
}

/** Audits tasks into Parquet files. @throws InputError when a file cannot be read or written */
export async function auditIntoTables(tasks: AsyncIterable<Task>, run: TableRun): Promise<TabledAudit> {
  const folder = await spillFolder(run.out);
  const shelf = new FactShelf(folder);
  const facts = run.facts === 'on-disk' ? 'put-away' : 'packed';
  const pool = run.open(settingsOf(run.jobs, run.setting, { folder, facts }));
  try {
    const sources: SourceHeld[] = [];
    await pool.run(rowJobs(tasks), 2, (done) => {
      if (done.kind !== 'rows') return;
      run.progress(sources.length, done.source.source.sourceId);
      sources.push(held(done.source, shelf));
    });
    sources.sort((a, b) => compareText(a.source.sourceId, b.source.sourceId));
    return await written(sources, run, folder, { pool, shelf });
  } finally {
    await pool.close();
    shelf.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A source whose rows are on disk, as reconciliation and the order of tables need it. */
interface SourceHeld extends Omit<SourceDone, 'facts'> {
  readonly facts: readonly ReportFacts[];
  /** Where its reports lie, by their ids; null when they are in memory. */
  readonly lists: ReadonlyMap<string, Lists> | null;
}

/** Facts are unpacked while the threads read on, their bytes not kept beside them; or they stay on disk. */
function held({ facts, ...rest }: SourceDone, shelf: FactShelf): SourceHeld {
  if (facts instanceof Uint8Array) return { ...rest, facts: unpackFacts(facts), lists: null };
  const lists = new Map(facts.map(({ small, at }) => [small.reportId, at]));
  return { ...rest, facts: facts.map((one) => shelf.report(one)), lists };
}

async function* rowJobs(tasks: AsyncIterable<Task>): AsyncGenerator<Job> {
  for await (const task of tasks) yield { kind: 'rows', task };
}

/** What sources are held by while they are reconciled. */
interface Working {
  readonly pool: Pool;
  readonly shelf: FactShelf;
}

async function written(
  sources: readonly SourceHeld[],
  run: TableRun,
  folder: string,
  { pool, shelf }: Working,
): Promise<TabledAudit> {
  const metadata: Metadata = {
    'jiaokan.version': VERSION,
    'jiaokan.rules_sha256': run.rules.digest,
    'jiaokan.corpus_sha256': corpusDigest(sources),
  };
  const reports = sources.flatMap((one) => one.reports).sort(reportOrder);
  const staged = (table: TableName): string => path.join(folder, `${table}.parquet`);
  const job = (table: TableName, chunks: TableJob['chunks'], canonical: readonly string[] = []): Job => ({
    kind: 'table',
    table: { table, file: staged(table), chunks, canonical, metadata },
  });
  const tables = (['figures', 'paragraphs'] as const).map((table) => {
    const counts = reports.map((one) => one[table]);
    return { table, parts: partsOf(table, counts, run.jobs, folder, (part) => path.join(folder, `${table}-${part}`)) };
  });
  const entries = new Map<string, readonly GroupEntry[]>();
  const early = beside(
    pool,
    [
      ...tables.flatMap(({ parts }) => parts.map((part): Job => ({ kind: 'part', part }))),
      job(
        'edits',
        sources.map(({ edits }) => edits),
      ),
      job(
        'sources',
        sources.map(({ row }) => row),
      ),
    ],
    2,
    (done) => {
      if (done.kind === 'part') entries.set(done.file, done.entries);
    },
  );
  // The threads have their jobs before this one is taken up with reconciling.
  await new Promise((resolve) => setImmediate(resolve));
  const { audit, rows } = await reconciled(sources, run, early, { pool, shelf });
  const standing = new Map(audit.corpus.canonical.map((one) => [one.reportId, one.canonicalReportId]));
  const canonical = reports.map(({ report_id }) => standing.get(report_id) ?? report_id);
  const verdicts = { holds: 0, broken: 0, 'cannot-tell': 0 };
  for (const { verdict } of audit.corpus.checks) verdicts[verdict] += 1;
  const late = beside(
    pool,
    [
      job(
        'reports',
        reports.map(({ row }) => row),
        canonical,
      ),
      ...(rows === null ? [] : [{ kind: 'checks', checks: { file: staged('checks'), rows, metadata } } as const]),
    ],
    1,
    (done) => {
      if (done.kind === 'checks') Object.assign(verdicts, done.verdicts);
    },
  );
  for (const { table, parts } of tables) await joinParts(table, staged(table), parts, entries, metadata);
  for (const [table, own] of rows === null ? corpusRows(audit) : rowsBesideChecks(audit)) {
    const pieces = tablePieces(SCHEMAS[table], plain(own), { metadata, codec: CODEC });
    await writePieces(staged(table), pieces);
  }
  await late;
  await placeTables(Object.keys(SCHEMAS), folder, run.out);
  const completeness: Record<string, number> = {};
  for (const one of reports) completeness[one.completeness] = (completeness[one.completeness] ?? 0) + 1;
  return { audit, completeness, verdicts };
}

/** What comes of all sources, and the rows of the checks: null where all checks are in memory. */
async function reconciled(
  sources: readonly SourceHeld[],
  { rules, accepted, chosen, stored }: TableRun,
  early: Promise<void>,
  { pool, shelf }: Working,
): Promise<{ readonly audit: Audit; readonly rows: Parts | null }> {
  const results = sources.map(resultOf);
  const lists = new Map(sources.flatMap((one) => [...(one.lists ?? [])]));
  if (sources.some((one) => one.lists === null)) {
    const audit = assemble(results, rules, accepted, chosen, stored);
    await early;
    return { audit, rows: null };
  }
  const voices = voicesOf(
    results.flatMap(({ facts }) => facts),
    chosen,
  );
  await early;
  const hands = handsOf(pool);
  const stand = await standAmong(voices, lists, rules, shelf, hands);
  const { broken, rows } = await compareOnThreads(voices, stand, hands);
  const corpus = concluded(voices, broken, rules, new Set());
  return { audit: withCorpus(results, corpus, rules, accepted), rows };
}

/** Tables that threads write while this one works on: their failure is told where they are waited for, not before. */
function beside(pool: Pool, jobs: readonly Job[], ahead: 1 | 2, take: (done: Done) => void = () => {}): Promise<void> {
  const work = pool.run(jobs, ahead, take);
  work.catch(() => {});
  return work;
}

function* plain(rows: readonly object[]): Generator<Row> {
  for (const row of rows) yield { ...row };
}

/** A result as reconciliation needs it. */
function resultOf({ source, findings, facts }: SourceHeld): SourceResult {
  return { source, findings, facts, reports: [], edits: [] };
}
