/** Reads an audit / gives the rows of the tables that come of all sources together / promises: the rows of `tablesOf`, from facts alone. */
import type { Audit } from '../../model/audit.ts';
import { compareText } from '../../model/finding.ts';
import type { CorpusResult, SourceResult } from '../../model/result.ts';
import { checkRow, duplicateRow, findingRow } from '../../output/fill.ts';
import type { CheckRow } from '../../output/rows.ts';
import { RowError, rowChecks, type TableName } from '../../output/schema.ts';
import { type NamedFigure, ruleIndex } from '../../output/words.ts';

/** Rows of checks, duplicates and findings, in their order. @throws RowError for the first that does not fit */
export function corpusRows(audit: Audit): ReadonlyMap<TableName, readonly object[]> {
  return new Map<TableName, readonly object[]>([
    ['checks', valid('checks', checkRowsIn(audit))],
    ...rowsBesideChecks(audit),
  ]);
}

/** What rows of checks are made from. */
interface Checked {
  readonly sources: readonly Pick<SourceResult, 'facts'>[];
  readonly corpus: CorpusResult;
}

/** Rows of checks, in their order. */
export function checkRowsIn(audit: Checked): CheckRow[] {
  const figures = figuresOf(audit);
  return [...audit.corpus.checks]
    .sort((a, b) => compareText(a.checkId, b.checkId))
    .map((check) => checkRow(check, figures));
}

/** Rows of duplicates and findings, in their order. @throws RowError for the first that does not fit */
export function rowsBesideChecks(audit: Audit): ReadonlyMap<TableName, readonly object[]> {
  const rules = ruleIndex(audit.rules);
  const tables = new Map<TableName, readonly object[]>([
    [
      'duplicates',
      [...audit.corpus.pairs]
        .sort((a, b) => compareText(a.reportA, b.reportA) || compareText(a.reportB, b.reportB))
        .map(duplicateRow),
    ],
    ['findings', audit.findings.map((finding) => findingRow(finding, rules))],
  ]);
  for (const [table, rows] of tables) valid(table, rows);
  return tables;
}

function valid(table: TableName, rows: readonly object[]): readonly object[] {
  const check = rowChecks()[table];
  for (const [index, row] of rows.entries()) {
    const fault = check(row, index);
    if (fault) throw new RowError(fault);
  }
  return rows;
}

/** The figures that checks name, by id: a fact is a figure with its place. */
function figuresOf({ sources, corpus }: Checked): ReadonlyMap<string, NamedFigure> {
  const wanted = new Set(corpus.checks.flatMap(({ figureIds }) => figureIds));
  const concerned = new Set(corpus.checks.flatMap(({ reportIds }) => reportIds));
  const named = new Map<string, NamedFigure>();
  for (const report of sources.flatMap((one) => one.facts)) {
    if (!concerned.has(report.reportId)) continue;
    const { region, reportYear: year } = report.identity;
    for (const { figureId, quote, indicatorText, period, interval, unit } of report.facts) {
      if (wanted.has(figureId))
        named.set(figureId, { figure: { quote, indicatorText, period, interval, unit }, region, year });
    }
  }
  return named;
}
