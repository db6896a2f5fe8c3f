/** Reads the facts of many reports / gives copies, checks and findings / promises: groups by key, the same for any order of reports, no running text. */
import type { Check } from '../model/check.ts';
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CanonicalChoice, CorpusResult } from '../model/result.ts';
import type { Rules } from '../rules/card.ts';
import { chooseCanonical, evidenceOf } from './canonical.ts';
import { makeChecks } from './checks.ts';
import { copyPairs } from './copies.ts';
import { twins } from './families.ts';
import { corpusFindings } from './findings.ts';
import { halves } from './halves.ts';
import type { Evidence } from './ladder.ts';
import { localise } from './localise.ts';
import { otherReadings, speakingOnce } from './readings.ts';
import { published, type Shared } from './relation.ts';

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
  const voices = voicesOf(reports, chosen);
  const { speaking, pairs } = voices;
  return concluded(voices, localise(makeChecks(speaking, rules), otherReadings(pairs), speaking), rules, stored);
}

/** Who is a copy of whom, and who speaks. */
export interface Voices {
  /** All reports in order of id. */
  readonly ordered: readonly ReportFacts[];
  readonly pairs: readonly Shared[];
  readonly evidence: Evidence;
  readonly canonical: readonly CanonicalChoice[];
  /** The reports whose facts take part in checks, in order of id. */
  readonly speaking: readonly ReportFacts[];
}

/** Looks for copies, and chooses which report stands for its copies. */
export function voicesOf(reports: readonly ReportFacts[], chosen: ReadonlyMap<string, string>): Voices {
  const ordered = [...reports].sort((a, b) => compareText(a.reportId, b.reportId));
  const pairs = copyPairs(ordered);
  const evidence = evidenceOf(pairs, chosen);
  const canonical = chooseCanonical(ordered, pairs, evidence);
  return { ordered, pairs, evidence, canonical, speaking: speakingOnce(ordered, canonical, pairs, evidence) };
}

/** What comes of all that was compared. @param checks of those that hold or cannot tell nothing is said but that they are there */
export function concluded(
  { ordered, pairs, evidence, canonical }: Voices,
  checks: readonly Check[],
  rules: Rules,
  stored: ReadonlySet<string>,
): CorpusResult {
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
