/**
 * Reads an audit / gives the small record that the gate compares with, and what got worse or better since /
 * promises: findings are told apart by their content, never by line or byte.
 */
import type { Audit } from '../model/audit.ts';
import type { Check, Verdict } from '../model/check.ts';
import { atLeast, compareText, type Severity } from '../model/finding.ts';
import type { CompletenessVerdict } from '../model/report.ts';
import type { ReadReport, SourceResult } from '../model/result.ts';
import { type FailOn, failing } from './options.ts';

export interface BaselineFinding {
  readonly finding: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly source: string;
}

export interface BaselineReport {
  readonly report: string;
  readonly completeness: CompletenessVerdict;
  /** Share of its source's characters that cleaning took away, 0 to 1, three decimals. */
  readonly removed: number;
  readonly figures: number;
  readonly checks: Readonly<Record<Verdict, number>>;
}

/** The state of a corpus that was looked at and found good enough. */
export interface Baseline {
  readonly rules_digest: string;
  readonly corpus_digest: string;
  readonly reports: readonly BaselineReport[];
  readonly findings: readonly BaselineFinding[];
}

/** What changed since the baseline; only `worse` makes the gate fail. */
export interface Comparison {
  readonly worse: readonly string[];
  readonly better: readonly string[];
  readonly notes: readonly string[];
  /** Ids of the findings that are new and fail. */
  readonly failing: ReadonlySet<string>;
}

/** A report may lose this share of its figures, and cleaning may take this share of a source more, before it counts as worse. */
const TOLERANCE = { figures: 0.05, removed: 0.05 } as const;

const RANK: Readonly<Record<CompletenessVerdict, number>> = {
  complete: 0,
  truncated: 1,
  excerpt: 2,
  'not-a-report': 3,
};

/** The record of an audit: every finding of a stable rule that nobody accepted, every report in order. */
export function baselineOf(audit: Audit): Baseline {
  const stable = new Set(audit.rules.filter((rule) => rule.status === 'stable').map((rule) => rule.id));
  const checks = checksByReport(audit.corpus.checks);
  return {
    rules_digest: audit.rulesDigest,
    corpus_digest: audit.corpusDigest,
    reports: audit.sources
      .flatMap((result) => result.reports.map((report) => reportLine(report, result, checks)))
      .sort((a, b) => compareText(a.report, b.report)),
    findings: audit.findings
      .filter((one) => stable.has(one.rule) && one.state === 'new')
      .map((one) => ({ finding: one.findingId, rule: one.rule, severity: one.severity, source: one.sourceId }))
      .sort((a, b) => compareText(a.rule, b.rule) || compareText(a.finding, b.finding)),
  };
}

function reportLine(
  report: ReadReport,
  { source }: SourceResult,
  checks: ReadonlyMap<string, Record<Verdict, number>>,
): BaselineReport {
  const share = source.decodedChars === 0 ? 0 : source.removedChars / source.decodedChars;
  return {
    report: report.reportId,
    completeness: report.completeness.verdict,
    removed: Math.round(share * 1000) / 1000,
    figures: report.figures.length,
    checks: checks.get(report.reportId) ?? noChecks(),
  };
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

/**
 * Compares an audit with a baseline.
 * @param failOn lowest severity at which a new finding fails
 */
export function compare(baseline: Baseline, audit: Audit, failOn: FailOn): Comparison {
  const now = baselineOf(audit);
  const known = new Set(baseline.findings.map((one) => one.finding));
  const fresh = failing(audit.findings, audit.rules, failOn).filter((one) => !known.has(one.findingId));
  const reports = compareReports(baseline.reports, now.reports);
  const gone = goneFindings(baseline, now);
  return {
    worse: [
      ...reports.worse,
      ...fresh.map((one) => `new ${one.severity} ${one.rule} in ${one.sourceId} (${one.findingId})`),
    ],
    better: [...reports.better, ...gone],
    notes: [...reports.notes, ...freshBelow(known, now, failOn), ...digestNotes(baseline, now)],
    failing: new Set(fresh.map((one) => one.findingId)),
  };
}

function compareReports(before: readonly BaselineReport[], after: readonly BaselineReport[]) {
  const worse: string[] = [];
  const better: string[] = [];
  const notes: string[] = [];
  const now = new Map(after.map((one) => [one.report, one]));
  for (const was of before) {
    const is = now.get(was.report);
    if (!is) {
      worse.push(`report ${was.report} is gone`);
      continue;
    }
    const step = RANK[is.completeness] - RANK[was.completeness];
    if (step !== 0) (step > 0 ? worse : better).push(`${was.report} was ${was.completeness} and is ${is.completeness}`);
    if (is.figures < was.figures * (1 - TOLERANCE.figures)) {
      worse.push(`${was.report} had ${was.figures} figures and has ${is.figures}`);
    } else if (is.figures > was.figures) {
      better.push(`${was.report} had ${was.figures} figures and has ${is.figures}`);
    }
    if (is.removed > was.removed + TOLERANCE.removed) {
      worse.push(
        `cleaning took ${percent(was.removed)} of the source of ${was.report} and takes ${percent(is.removed)}`,
      );
    }
    if (is.checks.holds < was.checks.holds) {
      notes.push(`${was.report}: ${was.checks.holds} checks held and ${is.checks.holds} hold`);
    }
  }
  const known = new Set(before.map((one) => one.report));
  for (const one of after) if (!known.has(one.report)) notes.push(`report ${one.report} is new`);
  return { worse, better, notes };
}

function goneFindings(before: Baseline, now: Baseline): string[] {
  const ids = new Set(now.findings.map((one) => one.finding));
  return before.findings
    .filter((one) => !ids.has(one.finding))
    .map((one) => `${one.severity} ${one.rule} in ${one.source} is gone (${one.finding})`);
}

/** New findings that are too mild to fail are told as a count. */
function freshBelow(known: ReadonlySet<string>, now: Baseline, failOn: FailOn): string[] {
  const mild = now.findings.filter(
    (one) => !known.has(one.finding) && (failOn === 'never' || !atLeast(one.severity, failOn)),
  );
  return mild.length === 0 ? [] : [`${mild.length} new below the failing severity`];
}

function digestNotes(before: Baseline, now: Baseline): string[] {
  const notes: string[] = [];
  if (before.rules_digest !== now.rules_digest) notes.push('the rules have changed since the baseline');
  if (before.corpus_digest !== now.corpus_digest) notes.push('the sources have changed since the baseline');
  return notes;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
