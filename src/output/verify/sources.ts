/** Reads tables whose keys hold / gives sources that cannot be rebuilt / promises: text, bytes, lines and every place are recomputed. */
import { compareText } from '../../model/finding.ts';
import type { LayerName } from '../../model/offset.ts';
import { encodesTo, type LedgerEdit, misfitEdits, type RebuiltSource, rebuildSource, textSha256 } from '../rebuild.ts';
import type { EditRow, SourceRow } from '../rows.ts';
import type { TableName, Tables } from '../schema.ts';
import type { Fault } from '../sums.ts';
import { sha256 } from '../sums.ts';
import { type Grid, gridOf } from './grid.ts';
import { tableFile } from './read.ts';

interface Numbered<R> {
  readonly row: R;
  readonly index: number;
}

/** Everything of one table that belongs to one source or report, with its row number. */
type Groups<R> = ReadonlyMap<string, readonly Numbered<R>[]>;

function groupBy<R>(rows: readonly R[], key: (row: R) => string): Groups<R> {
  const groups = new Map<string, Numbered<R>[]>();
  rows.forEach((row, index) => {
    const group = groups.get(key(row));
    if (group) group.push({ row, index });
    else groups.set(key(row), [{ row, index }]);
  });
  return groups;
}

/** Rebuilds every source from its reports and edits and compares it with what is on record. */
export function sourceFaults(tables: Tables): Fault[] {
  const edits = groupBy(tables.edits, (row) => row.source_id);
  const reports = groupBy(tables.reports, (row) => row.source_id);
  const places = placesOf(tables);
  return tables.sources.flatMap((source, index) => {
    const id = source.source_id;
    const held = [...(reports.get(id) ?? [])].sort((a, b) => a.row.ordinal - b.row.ordinal);
    const ledger = edits.get(id) ?? [];
    const texts = held.map(({ row }) => row.text);
    const rebuilt = rebuildSource(
      texts,
      ledger.map(({ row }) => ledgerEdit(row)),
    );
    const counts = countFault(
      source,
      rebuilt,
      held.map(({ row }) => row.ordinal),
    );
    const faults = [...misfits(rebuilt, ledger), ...recordFaults(source, index, rebuilt)];
    if (counts !== null) faults.push({ file: tableFile('sources'), row: index, message: `${id}: ${counts}` });
    if (faults.length > 0) return faults;
    const grid = gridOf(
      rebuilt,
      ledger.map(({ row }) => ledgerEdit(row)),
      source,
    );
    return grid === null ? [] : placeFaults(grid, places.get(id) ?? [], texts);
  });
}

function ledgerEdit(row: EditRow): LedgerEdit {
  const { layer, char_start: start, char_end: end, original, replacement, rule } = row;
  return { layer, start, end, original, replacement, rule };
}

function misfits(rebuilt: RebuiltSource, ledger: readonly Numbered<EditRow>[]): Fault[] {
  return misfitEdits(
    rebuilt,
    ledger.map(({ row }) => ledgerEdit(row)),
  ).map(({ index, message }) => ({
    file: tableFile('edits'),
    row: ledger[index]?.index ?? null,
    message,
  }));
}

function recordFaults(source: SourceRow, row: number, rebuilt: RebuiltSource): Fault[] {
  const { source_id: id, charset, rebuilds_bytes } = source;
  const fault = (message: string): Fault[] => [{ file: tableFile('sources'), row, message: `${id}: ${message}` }];
  if (textSha256(rebuilt.decoded) !== source.decoded_sha256) {
    return fault('report texts and edits do not rebuild the decoded text (decoded_sha256 differs)');
  }
  const rebuilds = encodesTo(rebuilt.decoded, charset, source.sha256);
  if (rebuilds !== rebuilds_bytes) {
    return fault(
      rebuilds ? 'rebuilds its bytes, but says that it does not' : 'the rebuilt text does not encode to sha256',
    );
  }
  if (charset === 'utf-8' && !rebuilds && !rebuilt.decoded.includes('\ufffd')) {
    return fault('is well-formed UTF-8, but the rebuilt text does not encode to sha256');
  }
  return [];
}

function countFault(source: SourceRow, rebuilt: RebuiltSource, ordinals: readonly number[]): string | null {
  const { decoded, clean } = rebuilt;
  if (source.reports !== ordinals.length) return `has ${ordinals.length} reports, not ${source.reports}`;
  if (ordinals.some((ordinal, index) => ordinal !== index)) return 'the ordinals of its reports do not run from 0';
  if (source.decoded_chars !== decoded.length)
    return `has ${decoded.length} decoded characters, not ${source.decoded_chars}`;
  if (source.kept_chars !== clean.length) return `keeps ${clean.length} characters, not ${source.kept_chars}`;
  const removed = decoded.length - clean.length;
  return source.removed_chars === removed ? null : `removes ${removed} characters, not ${source.removed_chars}`;
}

/** A row that states where something stands: bytes, and characters of a layer or of the report with that ordinal. */
interface PlacedRow {
  readonly table: TableName;
  readonly index: number;
  readonly layer: LayerName;
  readonly ordinal: number;
  readonly chars: readonly [number, number] | null;
  readonly bytes: readonly [number, number];
  readonly lineColumn: readonly [number, number] | null;
}

function placesOf(tables: Tables): ReadonlyMap<string, readonly PlacedRow[]> {
  const reports = new Map(tables.reports.map((row) => [row.report_id, row]));
  const all = new Map<string, PlacedRow[]>(tables.sources.map((row) => [row.source_id, []]));
  const put = (sourceId: string, row: PlacedRow) => all.get(sourceId)?.push(row);
  tables.edits.forEach((row, index) => {
    const { layer, char_start, char_end, byte_start, byte_end } = row;
    put(row.source_id, {
      table: 'edits',
      index,
      layer,
      ordinal: -1,
      chars: [char_start, char_end],
      bytes: [byte_start, byte_end],
      lineColumn: null,
    });
  });
  for (const table of ['paragraphs', 'figures'] as const) {
    tables[table].forEach((row, index) => {
      const report = reports.get(row.report_id);
      const { char_start, char_end, byte_start, byte_end } = row;
      if (report)
        put(report.source_id, {
          table,
          index,
          layer: 'clean',
          ordinal: report.ordinal,
          chars: [char_start, char_end],
          bytes: [byte_start, byte_end],
          lineColumn: null,
        });
    });
  }
  tables.reports.forEach((row, index) => {
    put(row.source_id, {
      table: 'reports',
      index,
      layer: 'clean',
      ordinal: row.ordinal,
      chars: [0, row.chars],
      bytes: [row.byte_start, row.byte_end],
      lineColumn: null,
    });
  });
  tables.findings.forEach((row, index) => {
    const { byte_start, byte_end, line, column } = row;
    if (byte_start === null || byte_end === null || line === null || column === null) return;
    put(row.source_id, {
      table: 'findings',
      index,
      layer: 'decoded',
      ordinal: -1,
      chars: null,
      bytes: [byte_start, byte_end],
      lineColumn: [line, column],
    });
  });
  return all;
}

function placeFaults(grid: Grid, places: readonly PlacedRow[], texts: readonly string[]): Fault[] {
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length;
  }
  return places.flatMap(({ table, index, layer, ordinal, chars, bytes, lineColumn }): Fault[] => {
    const fault = (message: string): Fault[] => [{ file: tableFile(table), row: index, message }];
    if (chars !== null && chars[1] > chars[0]) {
      const base = ordinal < 0 ? 0 : (starts[ordinal] ?? 0);
      const { start, end } = grid.bytesOf(layer, base + chars[0], base + chars[1]);
      if (start !== bytes[0] || end !== bytes[1])
        return fault(`its bytes are [${start}, ${end}), not [${bytes.join(', ')})`);
    }
    if (lineColumn !== null) {
      const { line, column } = grid.lineColumn(bytes[0]);
      if (line !== lineColumn[0] || column !== lineColumn[1]) {
        return fault(`byte ${bytes[0]} stands at line ${line}, column ${column}, not at ${lineColumn.join(':')}`);
      }
    }
    return [];
  });
}

/** SHA-256 over the sorted (source id, sha256) pairs, as the audit states it. */
export function corpusDigestOf(sources: readonly SourceRow[]): string {
  const pairs = [...sources].sort((a, b) => compareText(a.source_id, b.source_id));
  return sha256(pairs.map((row) => `${row.source_id}\0${row.sha256}\n`).join(''));
}
