/** Reads clusters of copies / gives each report one voice / promises: a report that was scraped twice is counted once, and no figure of a copy is lost from sight. */
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { CanonicalChoice } from '../model/result.ts';
import type { OtherReadings } from './localise.ts';
import type { Shared } from './relation.ts';

/** The reports whose facts take part in checks: one for each cluster. What other copies state differently makes them no copies. */
export function speakingOnce(reports: readonly ReportFacts[], canonical: readonly CanonicalChoice[]): ReportFacts[] {
  const standing = new Set(canonical.map((choice) => choice.canonicalReportId));
  return reports.filter((report) => standing.has(report.reportId) && report.completeness.verdict !== 'not-a-report');
}

/** For each figure that another copy of its report states differently: those other readings. */
export function otherReadings(pairs: readonly Shared[]): OtherReadings {
  const others = new Map<string, Fact[]>();
  const note = (of: Fact, reading: Fact): void => {
    const known = others.get(of.figureId);
    if (known) known.push(reading);
    else others.set(of.figureId, [reading]);
  };
  for (const { collation, relation } of pairs) {
    if (relation === 'other-year') continue;
    for (const { a, b } of collation.differing) {
      note(a, b);
      note(b, a);
    }
  }
  return others;
}
