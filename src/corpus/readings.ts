/** Reads clusters of copies / gives each report one voice / promises: a report that was scraped twice is counted once, and no figure of a copy is lost from sight. */
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { CanonicalChoice } from '../model/result.ts';
import { Groups } from './groups.ts';
import { better, type Evidence } from './ladder.ts';
import type { OtherReadings } from './localise.ts';
import { type Shared, saysOther } from './relation.ts';

/**
 * Versions of one text, told apart by their figures, that speak. What two of them state differently is told by their pair; a third
 * would add checks with every other report, for each of its figures, and no report to trust more.
 */
const MOST_VOICES = 2;

/** The reports whose facts take part in checks: one for each cluster, and of the clusters that differ in figures only the best few. */
export function speakingOnce(
  reports: readonly ReportFacts[],
  canonical: readonly CanonicalChoice[],
  pairs: readonly Shared[],
  evidence: Evidence,
): ReportFacts[] {
  const standsFor = new Map(canonical.map((choice) => [choice.reportId, choice.canonicalReportId]));
  const versions = new Groups();
  for (const { relation, identity, a, b } of pairs) {
    if (relation !== 'revised-figures' || saysOther(identity)) continue;
    versions.join(standsFor.get(a.reportId) ?? a.reportId, standsFor.get(b.reportId) ?? b.reportId);
  }
  const able = reports.filter(
    (report) => standsFor.get(report.reportId) === report.reportId && report.completeness.verdict !== 'not-a-report',
  );
  const best = new Map<string, ReportFacts[]>();
  for (const report of able) {
    const group = versions.find(report.reportId);
    const held = [...(best.get(group) ?? []), report];
    held.sort((a, b) => (better(a, b, evidence).reportId === a.reportId ? -1 : 1));
    best.set(group, held.slice(0, MOST_VOICES));
  }
  const speaking = new Set([...best.values()].flat());
  return able.filter((report) => speaking.has(report));
}

/** For each figure that another copy of its report states differently, or with characters more or less: those other readings. */
export function otherReadings(pairs: readonly Shared[]): OtherReadings {
  const others = new Map<string, Fact[]>();
  const note = (of: Fact, reading: Fact): void => {
    const known = others.get(of.figureId);
    if (known) known.push(reading);
    else others.set(of.figureId, [reading]);
  };
  for (const { collation, relation } of pairs) {
    if (relation === 'other-year') continue;
    for (const { a, b } of [...collation.differing, ...collation.damaged, ...collation.lost]) {
      note(a, b);
      note(b, a);
    }
  }
  return others;
}
