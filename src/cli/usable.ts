/** How many reports may be used as they are: the same answer as the page and the Markdown give from the tables. */
import type { Audit } from '../model/audit.ts';

/** Reports that stand for themselves, are complete, and have neither an open error nor a figure that a broken check doubts. */
export function usableReports(audit: Audit): number {
  const copies = new Set(
    audit.corpus.canonical.filter((one) => one.reportId !== one.canonicalReportId).map((one) => one.reportId),
  );
  const wrong = new Set(
    audit.findings.flatMap(({ state, severity, reportId }) =>
      state === 'new' && severity === 'error' && reportId !== null ? [reportId] : [],
    ),
  );
  const broken = audit.corpus.checks.filter(({ verdict }) => verdict === 'broken');
  const suspects = new Set(broken.flatMap(({ suspectFigureId }) => suspectFigureId ?? []));
  const doubted = new Set(broken.filter((one) => one.suspectFigureId === null).flatMap(({ reportIds }) => reportIds));
  const reports = audit.sources.flatMap((one) => one.reports);
  return reports.filter(
    ({ reportId, completeness, figures }) =>
      completeness.verdict === 'complete' &&
      !copies.has(reportId) &&
      !wrong.has(reportId) &&
      !doubted.has(reportId) &&
      (suspects.size === 0 || figures.every(({ figureId }) => !suspects.has(figureId))),
  ).length;
}
