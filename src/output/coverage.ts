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

/** What came of the comparisons of one family, or of one place and year. */
export interface CoverageSum {
  readonly holds: number;
  readonly broken: number;
  readonly cannot_tell: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** Every check counted once, by family in order of name. */
export function byFamily(checks: readonly Check[]): readonly (CoverageSum & { readonly family: string })[] {
  return [...new Set(checks.map(({ family }) => family))].sort(compareText).map((family) => {
    const own = checks.filter((check) => check.family === family);
    const count = (verdict: Check['verdict']): number => own.filter((check) => check.verdict === verdict).length;
    return {
      family,
      holds: count('holds'),
      broken: count('broken'),
      cannot_tell: count('cannot-tell'),
      reasons: reasonsOf(own),
    };
  });
}

export interface PlaceYear extends CoverageSum {
  readonly region: string | null;
  readonly report_year: number | null;
}

/** All families of a place and year together; most broken first, then what could most seldom be told. */
export function byPlaceAndYear(rows: readonly CoverageRow[]): readonly PlaceYear[] {
  const sums = new Map<string, PlaceYear>();
  for (const row of rows) {
    const key = `${row.region_code ?? ''}\n${row.report_year ?? ''}`;
    const known = sums.get(key);
    sums.set(key, {
      region: row.region,
      report_year: row.report_year,
      holds: row.holds + (known?.holds ?? 0),
      broken: row.broken + (known?.broken ?? 0),
      cannot_tell: row.cannot_tell + (known?.cannot_tell ?? 0),
      reasons: together(known?.reasons ?? {}, row.reasons),
    });
  }
  return [...sums]
    .sort(
      ([a, one], [b, other]) => other.broken - one.broken || other.cannot_tell - one.cannot_tell || compareText(a, b),
    )
    .map(([, sum]) => sum);
}

function together(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const counts = new Map(Object.entries(a));
  for (const [reason, times] of Object.entries(b)) counts.set(reason, (counts.get(reason) ?? 0) + times);
  return Object.fromEntries([...counts].sort((x, y) => y[1] - x[1] || compareText(x[0], y[0])));
}
