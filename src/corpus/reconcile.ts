/** Reads the facts of many reports / gives copies, checks and findings / promises: groups by key, the same for any order of reports, no running text. */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CorpusResult } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';
import { chooseCanonical, evidenceOf } from './canonical.ts';
import { makeChecks } from './checks.ts';
import { copyPairs } from './copies.ts';
import { twins } from './families.ts';
import { corpusFindings } from './findings.ts';
import { halves } from './halves.ts';
import { localise } from './localise.ts';
import { otherReadings, speakingOnce } from './readings.ts';
import { published } from './relation.ts';

/**
 * Reconciles reports with each other: which are copies, which copy stands for them, and which figures agree.
 * @param reports facts of all sources, in any order; report ids are distinct
 * @param chosen reports that a person chose to stand for their copies, each with the reason
 * @param stored ids of reports that nobody asks about: where a finding can be said of another report, it is
 */
export function reconcile(
  reports: readonly ReportFacts[],
  rules: Rules,
  chosen: ReadonlyMap<string, string> = new Map(),
  stored: ReadonlySet<string> = new Set(),
): CorpusResult {
  const ordered = [...reports].sort((a, b) => compareText(a.reportId, b.reportId));
  const pairs = copyPairs(ordered);
  const evidence = evidenceOf(pairs, chosen);
  const canonical = chooseCanonical(ordered, pairs, evidence);
  const speaking = speakingOnce(ordered, canonical, pairs, evidence);
  const checks = localise(makeChecks(speaking, rules), otherReadings(pairs), speaking);
  const standsFor = new Map(canonical.map((choice) => [choice.reportId, choice.canonicalReportId]));
  const seen = {
    pairs,
    twins: twins(ordered, pairs),
    halves: halves(ordered, pairs, rules.vocabulary.positions.lengths),
    canonical: standsFor,
    stored,
  };
  return {
    pairs: pairs.map((pair) => published(pair, standsFor, evidence)),
    canonical,
    checks,
    findings: corpusFindings(seen, checks, ordered, rules),
  };
}
