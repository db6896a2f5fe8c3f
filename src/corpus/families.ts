/** Reads who and when of all reports / gives the reports that claim to be one and share no text / promises: each such set once. */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { Shared } from './relation.ts';

/** Reports of one place and one year that are no copies of each other, in order of id; one for each text. */
export type Twins = readonly ReportFacts[];

/** Sets of two or more unlike reports with equal place and year: two versions, or an identity read wrongly. Reports come in order of id. */
export function twins(reports: readonly ReportFacts[], pairs: readonly Shared[]): Twins[] {
  const earlier = earlierCopies(pairs);
  const named = new Map<string, ReportFacts[]>();
  for (const report of reports) {
    const { regionCode, reportYear } = report.identity;
    if (regionCode === null || reportYear === null || report.completeness.verdict === 'not-a-report') continue;
    if (earlier.has(report.reportId)) continue;
    const key = `${regionCode}|${reportYear}`;
    const set = named.get(key);
    if (set) set.push(report);
    else named.set(key, [report]);
  }
  return [...named.entries()]
    .sort((a, b) => compareText(a[0], b[0]))
    .flatMap(([, set]) => (set.length > 1 ? [set] : []));
}

/** Reports that share their text with one of smaller id and the same place and year. */
function earlierCopies(pairs: readonly Shared[]): ReadonlySet<string> {
  return new Set(pairs.filter(({ identity }) => identity === 'equal').map(({ b }) => b.reportId));
}
