/**
 * Reads an audit / gives the small record that the gate compares with / promises: sorted, and findings told apart by
 * their content, never by line or byte.
 */
import { createHash } from 'node:crypto';
import type { StaleAcceptance } from '../corpus/accept.ts';
import type { Audit } from '../model/audit.ts';
import type { Check, Verdict } from '../model/check.ts';
import { compareText, type Severity } from '../model/finding.ts';
import type { CompletenessVerdict, Identity } from '../model/report.ts';
import type { ReadReport, SourceResult } from '../model/result.ts';

export interface BaselineFinding {
  readonly finding: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly source: string;
}

export interface BaselineSource {
  readonly source: string;
  readonly sha256: string;
}

export interface BaselineReport {
  readonly report: string;
  /** Division code, name and year, for example `430181 浏阳市 2019`; null where they are not known. */
  readonly about: string | null;
  /** First 16 hex digits of a digest of the text without white space and width: follows a report whose file is renamed. */
  readonly text: string;
  readonly completeness: CompletenessVerdict;
  /** Estimated share of the body that is present, 0 to 1; null without an estimate. */
  readonly present: number | null;
  /** Characters without white space. */
  readonly chars: number;
  /** Share of its source's characters that cleaning took away, 0 to 1, three decimals. */
  readonly removed: number;
  readonly figures: number;
  readonly checks: Readonly<Record<Verdict, number>>;
}

/** The state of a corpus that was looked at and found good enough. */
export interface Baseline {
  readonly tool: string;
  readonly rules_digest: string;
  readonly corpus_digest: string;
  readonly sources: readonly BaselineSource[];
  readonly reports: readonly BaselineReport[];
  readonly findings: readonly BaselineFinding[];
}

/** Where findings about accepted.yaml stand in a baseline. */
export const ACCEPTED_SOURCE = 'accepted.yaml';

/** The record of an audit: every finding of a stable rule that nobody accepted, every report in order. */
export function baselineOf(audit: Audit, stale: readonly StaleAcceptance[] = []): Baseline {
  const stable = new Set(audit.rules.filter((rule) => rule.status === 'stable').map((rule) => rule.id));
  const checks = checksByReport(audit.corpus.checks);
  const open = audit.findings
    .filter((one) => stable.has(one.rule) && one.state === 'new')
    .map((one) => ({ finding: one.findingId, rule: one.rule, severity: one.severity, source: one.sourceId }));
  return {
    tool: `${audit.tool} ${audit.version}`,
    rules_digest: audit.rulesDigest,
    corpus_digest: audit.corpusDigest,
    sources: audit.sources
      .map(({ source }) => ({ source: source.sourceId, sha256: source.takenFrom?.sha256 ?? source.sha256 }))
      .sort((a, b) => compareText(a.source, b.source)),
    reports: audit.sources
      .flatMap((result) => result.reports.map((report) => reportLine(report, result, checks)))
      .sort((a, b) => compareText(a.report, b.report)),
    findings: [...open, ...stale.map(staleLine)].sort(
      (a, b) => compareText(a.rule, b.rule) || compareText(a.finding, b.finding),
    ),
  };
}

/** A stale acceptance as a finding about accepted.yaml. */
export function staleLine({ acceptance, why }: StaleAcceptance): BaselineFinding {
  const rule = `gate/acceptance-${why}`;
  return { finding: fingerprint(rule, acceptance.fingerprint), rule, severity: 'warning', source: ACCEPTED_SOURCE };
}

/** Id of the news that bytes are not those of the manifest. */
export function bytesId(said: string): string {
  return fingerprint('gate/bytes', said);
}

/** Id of something that is no finding of a rule, made from what it says. */
export function fingerprint(...said: readonly (string | number | null)[]): string {
  return createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 16);
}

function reportLine(
  report: ReadReport,
  { source }: SourceResult,
  checks: ReadonlyMap<string, Record<Verdict, number>>,
): BaselineReport {
  const plain = report.text.normalize('NFKC').replace(/\s+/gu, '');
  const { sharePresent, verdict } = report.completeness;
  return {
    report: report.reportId,
    about: aboutOf(report.identity),
    text: fingerprint(plain),
    completeness: verdict,
    present: sharePresent === null ? null : rounded(sharePresent.estimate),
    chars: plain.length,
    removed: source.decodedChars === 0 ? 0 : Math.max(0, rounded(source.removedChars / source.decodedChars)),
    figures: report.figures.length,
    checks: checks.get(report.reportId) ?? noChecks(),
  };
}

function aboutOf({ regionCode, region, reportYear }: Identity): string | null {
  return regionCode === null || reportYear === null ? null : `${regionCode} ${region ?? ''} ${reportYear}`;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function checksByReport(checks: readonly Check[]): Map<string, Record<Verdict, number>> {
  const counts = new Map<string, Record<Verdict, number>>();
  for (const check of checks) {
    for (const reportId of new Set(check.reportIds)) {
      const count = counts.get(reportId) ?? noChecks();
      count[check.verdict] += 1;
      counts.set(reportId, count);
    }
  }
  return counts;
}

function noChecks(): Record<Verdict, number> {
  return { holds: 0, broken: 0, 'cannot-tell': 0 };
}
