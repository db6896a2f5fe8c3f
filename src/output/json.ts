/** Reads an audit and its tables / gives audit.json / promises: the field names of the tables, rows in their order. */
import type { Audit } from '../model/audit.ts';
import { coverageOf } from './coverage.ts';
import type { FindingRow, ReportRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** Counts that answer: how many, how many whole, what is wrong. */
export interface Summary {
  readonly sources: number;
  readonly reports: number;
  readonly canonical_reports: number;
  readonly completeness: Readonly<Record<ReportRow['completeness'], number>>;
  readonly findings: Readonly<Record<FindingRow['severity'] | 'accepted', number>>;
  readonly checks: { readonly holds: number; readonly broken: number; readonly cannot_tell: number };
  readonly figures: number;
  readonly duplicates: number;
  readonly promised_reports: number;
  readonly kept_chars: number;
  readonly removed_chars: number;
}

/** Counts of a dataset. Findings of each severity are those not yet accepted. */
export function summaryOf(tables: Tables): Summary {
  const { sources, reports, findings, checks } = tables;
  const whole = (verdict: ReportRow['completeness']) => reports.filter((one) => one.completeness === verdict).length;
  const open = (severity: FindingRow['severity']) =>
    findings.filter((one) => one.severity === severity && one.state === 'new').length;
  return {
    sources: sources.length,
    reports: reports.length,
    canonical_reports: reports.filter((one) => one.canonical).length,
    completeness: {
      complete: whole('complete'),
      truncated: whole('truncated'),
      excerpt: whole('excerpt'),
      'not-a-report': whole('not-a-report'),
    },
    findings: {
      error: open('error'),
      warning: open('warning'),
      info: open('info'),
      accepted: findings.filter((one) => one.state === 'accepted').length,
    },
    checks: {
      holds: checks.filter((one) => one.verdict === 'holds').length,
      broken: checks.filter((one) => one.verdict === 'broken').length,
      cannot_tell: checks.filter((one) => one.verdict === 'cannot-tell').length,
    },
    figures: tables.figures.length,
    duplicates: tables.duplicates.length,
    promised_reports: sum(sources.map((one) => one.promised_reports)),
    kept_chars: sum(sources.map((one) => one.kept_chars)),
    removed_chars: sum(sources.map((one) => one.removed_chars)),
  };
}

/** audit.json. `data` of checks and findings is an object here, where the tables hold its text. */
export function auditJson(audit: Audit, tables: Tables): string {
  const opened = <T extends { readonly data: string }>(row: T) => ({ ...row, data: JSON.parse(row.data) });
  const value = {
    tool: audit.tool,
    version: audit.version,
    rules_digest: audit.rulesDigest,
    corpus_digest: audit.corpusDigest,
    summary: summaryOf(tables),
    sources: tables.sources,
    reports: tables.reports,
    checks: tables.checks.map(opened),
    coverage: coverageOf(audit),
    duplicates: tables.duplicates,
    findings: tables.findings.map(opened),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
