/**
 * Reads lines / gives lines `table TAB key TAB JSON` / promises: whatever sorts such lines by their bytes has the rows of each table
 * together and in order; the rows are those of an audit of the same sources.
 */
import { NONE_ACCEPTED } from '../../corpus/accept.ts';
import type { Finding } from '../../model/finding.ts';
import type { SourceMeta, SourceResult } from '../../model/result.ts';
import { factsOfLine, indexLine } from '../../output/index-lines.ts';
import type { ReportRow } from '../../output/rows.ts';
import { rowChecks, TABLE_NAMES, type TableName } from '../../output/schema.ts';
import type { Rules } from '../../rules/card.ts';
import { assemble, type SourceInput, StageError } from '../../run/inline.ts';
import { readSource } from '../../source/read.ts';
import { InputError } from '../errors.ts';
import { unknownMeta } from '../find.ts';
import { corpusRows } from './corpus-rows.ts';
import { reportOrderKey, rowsOf, standingFor } from './rows.ts';

/** Tables that travel and are not published: what reconciliation takes, and findings before they have their ids. */
type Inner = 'facts' | 'found' | 'standing';

/** A line of the contract. */
export interface KeyedRow {
  readonly table: TableName | Inner;
  readonly key: string;
  readonly json: string;
}

/** Which report stands for a report, as a row. */
export interface StandingRow {
  readonly report_id: string;
  readonly canonical_report_id: string;
}

/** A source as a line of JSON names it: its text or bytes, or a file on this machine. */
export interface SourceLine {
  readonly source_id: string;
  readonly path?: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly url?: string | null;
  readonly collected_on?: string | null;
  readonly text?: string;
  readonly base64?: string;
  readonly file?: string;
}

export function lineOf({ table, key, json }: KeyedRow): string {
  return `${table}\t${key}\t${json}\n`;
}

/** @throws InputError for a line of another form; `number` is told */
export function keyedRow(line: string, number: number): KeyedRow {
  const first = line.indexOf('\t');
  const second = line.indexOf('\t', first + 1);
  const table = TRAVELLING.find((one) => one === line.slice(0, first));
  if (second < 0 || table === undefined) throw new InputError(`line ${number}: not a row that stream map gives`);
  return { table, key: line.slice(first + 1, second), json: line.slice(second + 1) };
}

const TRAVELLING: readonly KeyedRow['table'][] = [...TABLE_NAMES, 'facts', 'found', 'standing'];

/**
 * Text as a key: bytes of ASCII without tab, line break or blank that sort as the UTF-16 code units of the text do. A blank is `!0`,
 * `!` is `!1`, and all but the rest of printable ASCII is `~` and four hexadecimal digits.
 */
export function keyText(text: string): string {
  return text.replace(/[^"-}]/g, (unit) => {
    if (unit === ' ') return '!0';
    return unit === '!' ? '!1' : `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function ordinal(index: number): string {
  return String(index).padStart(8, '0');
}

/** What is known of a source line, and where its bytes are. @throws InputError when it names none or several */
export function sourceOf(
  line: string,
  number: number,
): { meta: SourceMeta; bytes: Uint8Array | null; file: string | null } {
  const given = parsed(line, number);
  const { source_id: id, text, base64, file } = given;
  if (typeof id !== 'string' || id === '') throw new InputError(`line ${number}: no source_id`);
  if ([text, base64, file].filter((one) => typeof one === 'string').length !== 1)
    throw new InputError(`line ${number}: give one of text, base64 and file`);
  const meta: SourceMeta = {
    ...unknownMeta(id, given.path ?? id),
    title: given.title ?? null,
    publisher: given.publisher ?? null,
    url: given.url ?? null,
    collectedOn: given.collected_on ?? null,
  };
  const bytes =
    text !== undefined ? Buffer.from(text, 'utf8') : base64 !== undefined ? Buffer.from(base64, 'base64') : null;
  return { meta, bytes, file: file ?? null };
}

function parsed(line: string, number: number): Partial<SourceLine> {
  try {
    const value: Partial<SourceLine> | null = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, with the line.
  }
  throw new InputError(`line ${number}: not a JSON object`);
}

/** The first half of the contract: reads one source / gives its rows. Made once for all sources of a run. */
export function mapper(rules: Rules): (input: SourceInput) => KeyedRow[] {
  const checks = rowChecks();
  return ({ meta, bytes }) => {
    const result = read(bytes, meta, rules);
    const rows = rowsOf(result, checks);
    const id = keyText(meta.sourceId);
    const row = (table: KeyedRow['table'], key: string, value: object): KeyedRow => ({
      table,
      key,
      json: JSON.stringify(value),
    });
    return [
      row('sources', id, rows.source),
      ...rows.edits.map((edit, at) => row('edits', `${id} ${ordinal(at)}`, edit)),
      ...rows.reports.flatMap(({ report, paragraphs, figures }) => {
        const key = reportOrderKey(report, keyText);
        return [
          row('reports', key, report),
          ...paragraphs.map((one, at) => row('paragraphs', `${key} ${ordinal(at)}`, one)),
          ...figures.map((one, at) => row('figures', `${key} ${ordinal(at)}`, one)),
        ];
      }),
      ...result.facts.map((facts) => ({
        table: 'facts' as const,
        key: keyText(facts.reportId),
        json: indexLine(facts),
      })),
      ...result.findings.map((finding, at) => row('found', `${id} ${ordinal(at)}`, finding)),
    ];
  };
}

function read(bytes: Uint8Array, meta: SourceMeta, rules: Rules): SourceResult {
  try {
    return readSource(bytes, meta, rules);
  } catch (cause) {
    throw new StageError(meta.sourceId, cause);
  }
}

/**
 * The second half: reads rows of `facts` and `found` in any order / gives rows of `checks`, `duplicates` and `findings`, and of
 * `standing` the report that stands for each.
 */
export function reduced(facts: readonly string[], found: readonly string[], rules: Rules): KeyedRow[] {
  const together = {
    source: NO_SOURCE,
    reports: [],
    edits: [],
    findings: found.map((one): Finding => JSON.parse(one)),
    facts: facts.map(factsOfLine),
  };
  const audit = assemble([together], rules, NONE_ACCEPTED);
  const rows = [...corpusRows(audit)].flatMap(([table, all]) =>
    all.map((one, at): KeyedRow => ({ table, key: ordinal(at), json: JSON.stringify(one) })),
  );
  const standing = audit.corpus.canonical.map(
    ({ reportId, canonicalReportId }): KeyedRow => ({
      table: 'standing',
      key: keyText(reportId),
      json: JSON.stringify({ report_id: reportId, canonical_report_id: canonicalReportId }),
    }),
  );
  return [...rows, ...standing];
}

/** Rows of all sources are reconciled as if they were of one: which source a row is of stands in the row. */
const NO_SOURCE: SourceResult['source'] = {
  ...unknownMeta('', ''),
  sha256: '',
  bytes: 0,
  charset: 'utf-8',
  mediaType: 'text/plain',
  decodedSha256: '',
  decodedChars: 0,
  keptChars: 0,
  removedChars: 0,
  promised: [],
};

/** A row of `reports` with the report that stands for it. */
export function joined(json: string, standing: ReadonlyMap<string, string>): string {
  const row: ReportRow = JSON.parse(json);
  return JSON.stringify(standingFor(row, standing.get(row.report_id) ?? row.report_id));
}
