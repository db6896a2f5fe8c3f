/** Reads tables whose keys hold / gives rows that contradict each other / promises: every text, count and link is recomputed. */
import { big } from '../../model/interval.ts';
import { textSha256 } from '../rebuild.ts';
import type { ReportRow } from '../rows.ts';
import type { TableName, Tables } from '../schema.ts';
import type { Fault } from '../sums.ts';
import { tableFile } from './read.ts';

/** Contradictions inside and between the tables, sources apart (see `sourceFaults`). */
export function contentFaults(tables: Tables): Fault[] {
  const reports = new Map(tables.reports.map((row) => [row.report_id, row]));
  return [
    ...reportFaults(tables, reports),
    ...spanFaults(
      'paragraphs',
      tables.paragraphs.map(({ text, ...row }) => ({ ...row, said: text })),
      reports,
    ),
    ...spanFaults(
      'figures',
      tables.figures.map(({ quote, ...row }) => ({ ...row, said: quote })),
      reports,
    ),
    ...valueFaults(tables),
    ...pairFaults(tables),
    ...findingFaults(tables, reports),
  ];
}

type Reports = ReadonlyMap<string, ReportRow>;

function faultsOf<R>(name: TableName, rows: readonly R[], says: (row: R) => string | null): Fault[] {
  return rows.flatMap((row, index): Fault[] => {
    const message = says(row);
    return message === null ? [] : [{ file: tableFile(name), row: index, message }];
  });
}

function reportFaults({ reports: rows }: Tables, reports: Reports): Fault[] {
  return faultsOf('reports', rows, (row) => {
    const { report_id: id, canonical_report_id: canonical, text } = row;
    if (row.chars !== text.length) return `${id} has ${text.length} characters, not ${row.chars}`;
    if (row.text_sha256 !== textSha256(text)) return `text_sha256 of ${id} is not that of its text`;
    if (row.canonical !== (canonical === id)) return `${id} is canonical only when it stands for itself`;
    if (reports.get(canonical)?.canonical !== true)
      return `${canonical}, which stands for ${id}, is not canonical itself`;
    return null;
  });
}

interface Span {
  readonly report_id: string;
  readonly char_start: number;
  readonly char_end: number;
  readonly said: string;
}

function spanFaults(name: 'paragraphs' | 'figures', rows: readonly Span[], reports: Reports): Fault[] {
  return faultsOf(name, rows, ({ report_id: id, char_start: start, char_end: end, said }) => {
    if (reports.get(id)?.text.slice(start, end) === said) return null;
    return `its words are not those at [${start}, ${end}) of ${id}`;
  });
}

function valueFaults({ figures }: Tables): Fault[] {
  return faultsOf('figures', figures, ({ figure_id: id, value, value_number, low, high }) => {
    if (value_number !== (value === null ? null : Number(value))) return `value_number of ${id} is not its value`;
    if (value !== null && low !== null && big(value).lt(low)) return `value of ${id} lies below low`;
    if (value !== null && high !== null && big(value).gt(high)) return `value of ${id} lies above high`;
    if (low !== null && high !== null && big(low).gt(high)) return `low of ${id} lies above high`;
    return null;
  });
}

function pairFaults({ duplicates }: Tables): Fault[] {
  return faultsOf('duplicates', duplicates, ({ report_a: a, report_b: b, kept }) => {
    if (a >= b) return `${a} must come before ${b}`;
    if (kept !== null && kept !== a && kept !== b) return `${kept} is kept, but is neither of the two`;
    return null;
  });
}

function findingFaults({ findings }: Tables, reports: Reports): Fault[] {
  return faultsOf('findings', findings, ({ finding_id: id, report_id: reportId, source_id: sourceId }) => {
    if (reportId === null || reports.get(reportId)?.source_id === sourceId) return null;
    return `${id} is about ${reportId}, which does not stand in ${sourceId}`;
  });
}
