/** Reads an audit / gives how many comparisons each family could make for each place and year, and what came of them / promises: in order, every check counted once for each place and year that it speaks of. */
import type { Audit } from '../model/audit.ts';
import type { Check } from '../model/check.ts';
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';

/** Comparisons of one family that concern the reports of one place and year. Field names are those of audit.json. */
export interface CoverageRow {
  readonly family: string;
  /** Code of the place; null where it is not known. */
  readonly region_code: string | null;
  readonly region: string | null;
  /** Year in which the reports were delivered. */
  readonly report_year: number | null;
  readonly holds: number;
  readonly broken: number;
  readonly cannot_tell: number;
  /** How often each reason kept a comparison from telling, most frequent first. */
  readonly reasons: Readonly<Record<string, number>>;
}

interface Count {
  readonly family: string;
  readonly report: ReportFacts;
  readonly checks: Check[];
}

export function coverageOf(audit: Audit): CoverageRow[] {
  const reports = new Map(audit.sources.flatMap(({ facts }) => facts.map((one) => [one.reportId, one] as const)));
  const counts = new Map<string, Count>();
  for (const check of audit.corpus.checks) {
    const concerned = new Map<string, ReportFacts>();
    for (const id of check.reportIds) {
      const report = reports.get(id);
      if (report) concerned.set(placeAndYear(report), report);
    }
    for (const [place, report] of concerned) {
      const key = `${check.family}\n${place}`;
      const count = counts.get(key) ?? { family: check.family, report, checks: [] };
      count.checks.push(check);
      counts.set(key, count);
    }
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([, count]) => rowOf(count));
}

function placeAndYear({ identity }: ReportFacts): string {
  return `${identity.regionCode ?? ''}\n${identity.reportYear ?? ''}`;
}

function rowOf({ family, report, checks }: Count): CoverageRow {
  const { regionCode, region, reportYear } = report.identity;
  const count = (verdict: Check['verdict']): number => checks.filter((check) => check.verdict === verdict).length;
  return {
    family,
    region_code: regionCode,
    region,
    report_year: reportYear,
    holds: count('holds'),
    broken: count('broken'),
    cannot_tell: count('cannot-tell'),
    reasons: reasonsOf(checks),
  };
}

/** Why comparisons cannot tell, with how many times; the most frequent first, then in order of key. */
export function reasonsOf(checks: readonly Check[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { verdict, reason } of checks) {
    if (verdict === 'cannot-tell') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])));
}
