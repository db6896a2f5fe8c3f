/** Reads the result of one source / gives its rows of the tables / promises: the same rows as in the tables of a whole audit; only who stands for whom is not known yet. */
import type { SourceResult } from '../../model/result.ts';
import { editRows, figureRows, paragraphRows, reportRow, sourceRow } from '../../output/fill.ts';
import type { EditRow, FigureRow, ParagraphRow, ReportRow, SourceRow } from '../../output/rows.ts';
import { type RowCheck, type RowChecks, RowError } from '../../output/schema.ts';

/** Rows of one source. */
export interface SourceRows {
  readonly source: SourceRow;
  readonly edits: readonly EditRow[];
  readonly reports: readonly ReportRows[];
}

/** Rows of one report; its own row has it stand for itself. */
export interface ReportRows {
  readonly report: ReportRow;
  readonly paragraphs: readonly ParagraphRow[];
  readonly figures: readonly FigureRow[];
}

/** The rows of a source, each checked against its schema. @throws RowError for the first that does not fit */
export function rowsOf(result: SourceResult, checks: RowChecks): SourceRows {
  const source = sourceRow(result);
  const edits = editRows(result);
  checkAll(checks.sources, [source]);
  checkAll(checks.edits, edits);
  const reports = result.reports.map((report) => {
    const rows = {
      report: reportRow(result.source.sourceId, report, report.reportId),
      paragraphs: paragraphRows(report),
      figures: figureRows(report),
    };
    checkAll(checks.reports, [rows.report]);
    checkAll(checks.paragraphs, rows.paragraphs);
    checkAll(checks.figures, rows.figures);
    return rows;
  });
  return { source, edits, reports };
}

function checkAll(check: RowCheck, rows: readonly object[]): void {
  for (const [index, row] of rows.entries()) {
    const fault = check(row, index);
    if (fault) throw new RowError(fault);
  }
}

/** The row of a report with the report that stands for it. */
export function standingFor(row: ReportRow, canonicalId: string): ReportRow {
  return { ...row, canonical: canonicalId === row.report_id, canonical_report_id: canonicalId };
}

/** Order of reports in the tables: region code (unknown last), report year (unknown last), id. */
export function reportOrder(
  a: Pick<ReportRow, 'region_code' | 'report_year' | 'report_id'>,
  b: Pick<ReportRow, 'region_code' | 'report_year' | 'report_id'>,
): number {
  return (
    order(a.region_code ?? '~', b.region_code ?? '~') ||
    (a.report_year ?? Number.MAX_SAFE_INTEGER) - (b.report_year ?? Number.MAX_SAFE_INTEGER) ||
    order(a.report_id, b.report_id)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same order as text: keys sort as their reports do. */
export function reportOrderKey(
  row: Pick<ReportRow, 'region_code' | 'report_year' | 'report_id'>,
  keyText: (text: string) => string,
): string {
  return `${row.region_code ?? '~'} ${String(row.report_year ?? 99999).padStart(5, '0')} ${keyText(row.report_id)}`;
}
