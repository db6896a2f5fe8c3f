/** Reads who and when of all reports / gives the reports that claim to be one and are no copies / promises: each such set once. */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CanonicalChoice } from '../model/result.ts';

/** Reports of one place and one year that stand each for itself, in order of id. */
export type Twins = readonly ReportFacts[];

/** Sets of two or more canonical reports with equal place and year: two versions, or an identity read wrongly. */
export function twins(reports: readonly ReportFacts[], canonical: readonly CanonicalChoice[]): Twins[] {
  const standing = new Set(canonical.map((choice) => choice.canonicalReportId));
  const named = new Map<string, ReportFacts[]>();
  for (const report of reports) {
    const { regionCode, reportYear } = report.identity;
    if (regionCode === null || reportYear === null || !standing.has(report.reportId)) continue;
    if (report.completeness.verdict === 'not-a-report') continue;
    const key = `${regionCode}|${reportYear}`;
    const set = named.get(key);
    if (set) set.push(report);
    else named.set(key, [report]);
  }
  return [...named.entries()]
    .sort((a, b) => compareText(a[0], b[0]))
    .flatMap(([, set]) => (set.length > 1 ? [set] : []));
}
