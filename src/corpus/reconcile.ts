/** Reads the facts of many reports / gives copies, checks and findings / promises: groups by key, the same for any order of reports, no running text. */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CorpusResult } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';
import { better, chooseCanonical } from './canonical.ts';
import { makeChecks } from './checks.ts';
import { copyPairs, published } from './copies.ts';
import { twins } from './families.ts';
import { corpusFindings } from './findings.ts';
import { localise } from './localise.ts';
import { otherReadings, speakingOnce } from './readings.ts';

/**
 * Reconciles reports with each other: which are copies, which copy stands for them, and which figures agree.
 * @param reports facts of all sources, in any order; report ids are distinct
 */
export function reconcile(reports: readonly ReportFacts[], rules: Rules): CorpusResult {
  const ordered = [...reports].sort((a, b) => compareText(a.reportId, b.reportId));
  const pairs = copyPairs(ordered);
  const canonical = chooseCanonical(ordered, pairs);
  const speaking = speakingOnce(ordered, canonical);
  const checks = localise(makeChecks(speaking, rules), otherReadings(pairs));
  const standsFor = new Map(canonical.map((choice) => [choice.reportId, choice.canonicalReportId]));
  const seen = { pairs, twins: twins(ordered, pairs), canonical: standsFor };
  return {
    pairs: pairs.map((pair) => published(pair, better(pair.a, pair.b))),
    canonical,
    checks,
    findings: corpusFindings(seen, checks, ordered, rules),
  };
}
