/** Reads the rows of a report / gives whether one may count on it / promises: every answer names its reason; nothing is hidden in a score. */
import type { Lang, Words } from './lexicon.ts';
import type { FindingRow, ReportRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** `use`; `check`: look at its errors and broken checks first; `partial`: only what is there; `copy`: use the report that stands for it; `leave`: not a report. */
export type Trust = 'use' | 'check' | 'partial' | 'copy' | 'leave';

export interface TrustedReport {
  readonly report: ReportRow;
  readonly trust: Trust;
  readonly errors: number;
  readonly warnings: number;
}

const WORDS: Readonly<Record<Trust, Words>> = {
  use: { en: 'use', zh: '可用' },
  check: { en: 'check first', zh: '先核对' },
  partial: { en: 'part only', zh: '残缺' },
  copy: { en: 'copy', zh: '副本' },
  leave: { en: 'leave out', zh: '不用' },
};

export function trustWord(trust: Trust, lang: Lang): string {
  return WORDS[trust][lang];
}

/** Every report with the answer, in the order of the table. Accepted findings do not count. */
export function trusted(tables: Tables): TrustedReport[] {
  const open = tables.findings.filter((one) => one.state === 'new');
  const counts = new Map<string, number>();
  for (const { report_id: id, severity } of open) {
    counts.set(`${severity} ${id}`, (counts.get(`${severity} ${id}`) ?? 0) + 1);
  }
  const count = (report: ReportRow, severity: FindingRow['severity']) =>
    counts.get(`${severity} ${report.report_id}`) ?? 0;
  const doubtful = doubtfulReports(tables);
  return tables.reports.map((report) => {
    const errors = count(report, 'error');
    return {
      report,
      trust: trustOf(report, errors + (doubtful.has(report.report_id) ? 1 : 0)),
      errors,
      warnings: count(report, 'warning'),
    };
  });
}

/** Reports of figures that broken checks suspect; where no single figure is suspected, all reports that took part. */
function doubtfulReports({ checks, figures }: Tables): ReadonlySet<string> {
  const broken = checks.filter((check) => check.verdict === 'broken');
  const suspects = new Set(broken.flatMap((check) => check.suspect_figure_id ?? []));
  const suspected = figures.filter((row) => suspects.has(row.figure_id)).map((row) => row.report_id);
  const open = broken.filter((check) => check.suspect_figure_id === null).flatMap((check) => check.report_ids);
  return new Set([...suspected, ...open]);
}

function trustOf(report: ReportRow, doubts: number): Trust {
  if (report.completeness === 'not-a-report') return 'leave';
  if (!report.canonical) return 'copy';
  if (report.completeness !== 'complete') return 'partial';
  return doubts > 0 ? 'check' : 'use';
}

/** `杭州市 2024`; the id where place or year are unknown. */
export function reportName(report: ReportRow): string {
  const { region, report_year: year, report_id: id } = report;
  return region === null || year === null ? id : `${region} ${year}`;
}
