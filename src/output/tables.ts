/** Reads an audit / gives the eight tables / promises: rows in a stable order, each one checked against its schema before it goes anywhere. */
import type { Audit } from '../model/audit.ts';
import { compareText } from '../model/finding.ts';
import type { ReadReport } from '../model/result.ts';
import {
  canonicalOf,
  checkRow,
  duplicateRow,
  editRows,
  figureRows,
  findingRow,
  paragraphRows,
  reportRow,
  sourceRow,
} from './fill.ts';
import { type RowCheck, RowError, rowChecks, TABLE_NAMES, type Tables } from './schema.ts';
import { figureIndex, ruleIndex } from './words.ts';

/**
 * All tables of an audit.
 * Order: sources by id; reports by region code (unknown last), report year, id; paragraphs and figures by report, then place;
 * checks by id; duplicates by their two ids; edits by source, layer, place; findings in the audit's total order.
 * @throws RowError naming table, row, column and value when a row does not fit its schema
 */
export function tablesOf(audit: Audit): Tables {
  const canonical = canonicalOf(audit);
  const figures = figureIndex(audit);
  const rules = ruleIndex(audit.rules);
  const sources = [...audit.sources].sort((a, b) => compareText(a.source.sourceId, b.source.sourceId));
  const reports = sources
    .flatMap(({ source, reports: found }) => found.map((report) => ({ sourceId: source.sourceId, report })))
    .sort((a, b) => compareReports(a.report, b.report));
  const tables: Tables = {
    sources: sources.map(sourceRow),
    reports: reports.map(({ sourceId, report }) =>
      reportRow(sourceId, report, canonical.get(report.reportId) ?? report.reportId),
    ),
    paragraphs: reports.flatMap(({ report }) => paragraphRows(report)),
    figures: reports.flatMap(({ report }) => figureRows(report)),
    checks: [...audit.corpus.checks]
      .sort((a, b) => compareText(a.checkId, b.checkId))
      .map((check) => checkRow(check, figures)),
    duplicates: [...audit.corpus.pairs]
      .sort((a, b) => compareText(a.reportA, b.reportA) || compareText(a.reportB, b.reportB))
      .map(duplicateRow),
    edits: sources.flatMap(editRows),
    findings: audit.findings.map((finding) => findingRow(finding, rules)),
  };
  checkTables(tables);
  return tables;
}

/** By region code (unknown last), report year (unknown last), then id. */
export function compareReports(a: ReadReport, b: ReadReport): number {
  return (
    compareText(a.identity.regionCode ?? '~', b.identity.regionCode ?? '~') ||
    (a.identity.reportYear ?? Number.MAX_SAFE_INTEGER) - (b.identity.reportYear ?? Number.MAX_SAFE_INTEGER) ||
    compareText(a.reportId, b.reportId)
  );
}

/** Checks every row of every table. @throws RowError for the first that does not fit. */
export function checkTables(tables: Tables): void {
  const checks = rowChecks();
  for (const name of TABLE_NAMES) checkRows(checks[name], tables[name]);
}

function checkRows(check: RowCheck, rows: readonly object[]): void {
  rows.forEach((row, index) => {
    const fault = check(row, index);
    if (fault) throw new RowError(fault);
  });
}
