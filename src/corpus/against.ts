/** Reads the facts of new reports and of reports that were read before / gives what concerns the new ones / promises: the same pairs, checks and choices as when all are read together. */
import type { ReportFacts } from '../model/fact.ts';
import type { CorpusResult } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';
import { reconcile } from './reconcile.ts';

/**
 * Reconciles new reports with stored ones. Of the result, what is between stored reports alone is left out; every finding is said
 * of a new report.
 * @param stored facts kept from an earlier audit; those of a source that is read again must not be among them
 * @param chosen reports that a person chose to stand for their copies, each with the reason
 */
export function reconcileAgainst(
  reports: readonly ReportFacts[],
  stored: readonly ReportFacts[],
  rules: Rules,
  chosen?: ReadonlyMap<string, string>,
): CorpusResult {
  const old = new Set(stored.map(({ reportId }) => reportId));
  const all = reconcile([...reports, ...stored], rules, chosen, old);
  const isNew = (reportId: string | null): boolean => reportId !== null && !old.has(reportId);
  return {
    pairs: all.pairs.filter(({ reportA, reportB }) => isNew(reportA) || isNew(reportB)),
    canonical: all.canonical.filter(({ reportId }) => isNew(reportId)),
    checks: all.checks.filter(({ reportIds }) => reportIds.some(isNew)),
    findings: all.findings.filter(({ reportId }) => isNew(reportId)),
  };
}
