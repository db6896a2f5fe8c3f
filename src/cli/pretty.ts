/** The summary of an audit that a person reads in ten seconds. */
import type { Audit, PublishedFinding } from '../model/audit.ts';
import type { Verdict } from '../model/check.ts';
import { compareText, type Severity } from '../model/finding.ts';
import type { ReadReport, SourceResult } from '../model/result.ts';
import { printable } from '../output/escape.ts';
import { findingLines, inColor, type LineStyle } from './findings.ts';
import { type Labels, labelsOf } from './labels.ts';
import { tableLines } from './table.ts';
import { usableReports } from './usable.ts';
import { padStart } from './width.ts';

export interface PrettyOptions extends LineStyle {
  readonly skipped: number;
  /** Folder that was written, as the person would type it; null when nothing was. */
  readonly outFolder: string | null;
}

const SHOWN_REPORTS = 40;
const SHOWN_FINDINGS = 8;
const SHOWN_OF_RULE = 1;
const SHOWN_RULES = 8;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What was found, ending in a line break: the summary but for what follows it. */
export function prettyFindings(audit: Audit, options: PrettyOptions): string {
  const labels = labelsOf(options.lang);
  const open = openOf(audit);
  const blocks = [
    verdictLines(audit, options),
    reportLines(audit, open, labels, options),
    topLines(topFindings(open), open, audit, labels, options),
    ruleLines(open, audit, labels, options),
    checkLines(audit, labels, options),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What follows the findings once everything is written: where it lies, and the commands that a person would type next. */
export function prettyClosing(audit: Audit, options: PrettyOptions): string {
  return `\n${closingLines(audit, topFindings(openOf(audit)), labelsOf(options.lang), options).join('\n')}\n`;
}

function openOf(audit: Audit): PublishedFinding[] {
  return audit.findings.filter((one) => one.state === 'new');
}

/** The answer, and below it what was counted. */
export function verdictLines(audit: Audit, { lang, colors }: LineStyle): string[] {
  const labels = labelsOf(lang);
  const open = openOf(audit);
  const of = (severity: Severity) => open.filter((one) => one.severity === severity).length;
  const reports = audit.sources.reduce((sum, one) => sum + one.reports.length, 0);
  const counts = {
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
    accepted: audit.findings.length - open.length,
    sources: audit.sources.length,
    reports,
  };
  const answer = colors.bold(labels.usable(usableReports(audit), reports));
  const sign = counts.error > 0 ? colors.red('✗') : counts.warning > 0 ? colors.yellow('!') : colors.green('✓');
  return [`${sign} ${answer}`, `  ${labels.headline(counts)}`];
}

function reportLines(
  audit: Audit,
  open: readonly PublishedFinding[],
  labels: Labels,
  { colors, columns }: PrettyOptions,
): string[] {
  const copies = new Set(
    audit.corpus.canonical.filter((one) => one.reportId !== one.canonicalReportId).map((one) => one.reportId),
  );
  const counts = countsBySubject(open);
  const rows = audit.sources.flatMap((result) => rowsOf(result, copies, counts, labels));
  const { table } = labels;
  const lines = tableLines(
    [
      { head: table.source, align: 'left', most: Math.max(20, columns - 66) },
      { head: table.report, align: 'left', most: 26 },
      { head: table.state, align: 'left', most: 12 },
      { head: table.present, align: 'right', most: 8 },
      { head: table.figures, align: 'right', most: 8 },
      { head: table.removed, align: 'right', most: 8 },
      { head: table.findings, align: 'right', most: 9 },
    ],
    rows.slice(0, SHOWN_REPORTS),
  );
  const [head, ...body] = lines;
  const rest = rows.length - SHOWN_REPORTS;
  return [colors.dim(head ?? ''), ...body, ...(rest > 0 ? [colors.dim(labels.more(rest))] : [])];
}

/** Errors and warnings by report id, or by source id for findings about a source as a whole. */
function countsBySubject(open: readonly PublishedFinding[]): Map<string, { error: number; warning: number }> {
  const counts = new Map<string, { error: number; warning: number }>();
  for (const { reportId, sourceId, severity } of open) {
    if (severity === 'info') continue;
    const key = reportId ?? sourceId;
    const count = counts.get(key) ?? { error: 0, warning: 0 };
    count[severity] += 1;
    counts.set(key, count);
  }
  return counts;
}

function rowsOf(
  { source, reports }: SourceResult,
  copies: ReadonlySet<string>,
  counts: ReadonlyMap<string, { error: number; warning: number }>,
  labels: Labels,
): string[][] {
  const removed = percent(source.decodedChars === 0 ? 0 : source.removedChars / source.decodedChars);
  const found = (key: string) => `${counts.get(key)?.error ?? 0}/${counts.get(key)?.warning ?? 0}`;
  const ofSource = counts.has(source.sourceId) ? found(source.sourceId) : '';
  const [only] = reports;
  if (reports.length === 1 && only && ofSource === '') {
    return [[source.sourceId, ...cellsOf(only, copies, labels), removed, found(only.reportId)]];
  }
  const promised =
    source.promised.length > reports.length ? labels.promised(reports.length, source.promised.length) : '';
  const first = [source.sourceId, reports.length === 0 ? labels.noReport : promised, '', '', '', removed, ofSource];
  return [first, ...reports.map((one) => ['', ...cellsOf(one, copies, labels), '', found(one.reportId)])];
}

function cellsOf(report: ReadReport, copies: ReadonlySet<string>, labels: Labels): string[] {
  const { identity, completeness, figures } = report;
  const name = [identity.region ?? labels.unknown, identity.reportYear ?? ''].join(' ').trim();
  const share = completeness.sharePresent;
  return [
    copies.has(report.reportId) ? `${name} ${labels.copy}` : name,
    labels.completeness[completeness.verdict],
    share === null ? '' : percent(share.estimate),
    String(figures.length),
  ];
}

function ruleLines(
  open: readonly PublishedFinding[],
  audit: Audit,
  labels: Labels,
  { colors }: PrettyOptions,
): string[] {
  const counts = new Map<string, number>();
  for (const { rule } of open) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const severities = new Map(audit.rules.map((rule) => [rule.id, rule.severity]));
  const rankOf = (rule: string) => SEVERITIES.indexOf(severities.get(rule) ?? 'info');
  const sorted = [...counts].sort(([a, m], [b, n]) => rankOf(a) - rankOf(b) || n - m || compareText(a, b));
  if (sorted.length === 0) return [];
  const lines = sorted.slice(0, SHOWN_RULES).map(([rule, count]) => {
    const severity = severities.get(rule) ?? 'info';
    return `${padStart(String(count), 5)}  ${inColor(severity, rule, colors)}`;
  });
  const rest = sorted.length - SHOWN_RULES;
  return [colors.bold(labels.rules), ...lines, ...(rest > 0 ? [colors.dim(labels.more(rest))] : [])];
}

/** The worst first, but not more than a few of one rule before every other rule has been heard. */
function topFindings(open: readonly PublishedFinding[]): PublishedFinding[] {
  const rounds = new Map<string, number>();
  const ranked = open
    .filter((finding) => finding.severity !== 'info')
    .map((finding, index) => {
      const round = rounds.get(finding.rule) ?? 0;
      rounds.set(finding.rule, round + 1);
      return { finding, key: [round < SHOWN_OF_RULE ? 0 : 1, SEVERITIES.indexOf(finding.severity), round, index] };
    });
  ranked.sort((a, b) => compareKeys(a.key, b.key));
  return ranked.slice(0, SHOWN_FINDINGS).map(({ finding }) => finding);
}

function topLines(
  top: readonly PublishedFinding[],
  open: readonly PublishedFinding[],
  audit: Audit,
  labels: Labels,
  options: PrettyOptions,
): string[] {
  if (top.length === 0) return [];
  const rest = open.filter(({ severity }) => severity !== 'info').length - top.length;
  return [...findingLines(top, audit, options), ...(rest > 0 ? [options.colors.dim(labels.more(rest))] : [])];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function checkLines(audit: Audit, labels: Labels, { colors }: PrettyOptions): string[] {
  const of = (verdict: Verdict) => audit.corpus.checks.filter((check) => check.verdict === verdict).length;
  const counts = { holds: of('holds'), broken: of('broken'), 'cannot-tell': of('cannot-tell') };
  if (audit.corpus.checks.length === 0) return [];
  const broken = `${counts.broken} ${labels.verdict.broken}`;
  const parts = [
    `${counts.holds} ${labels.verdict.holds}`,
    counts.broken > 0 ? colors.red(broken) : broken,
    `${counts['cannot-tell']} ${labels.verdict['cannot-tell']}`,
  ];
  return [`${colors.bold(labels.checks)}  ${parts.join(' · ')}`];
}

/** What was passed over, what was written, and the commands that a person would type next. */
function closingLines(
  audit: Audit,
  [first]: readonly PublishedFinding[],
  labels: Labels,
  { skipped, outFolder, colors }: PrettyOptions,
): string[] {
  const path = audit.sources.find(({ source }) => source.sourceId === first?.sourceId)?.source.path;
  const next = [
    outFolder === null ? 'jiaokan audit … --out audit' : `${outFolder}/audit.html`,
    // A name that would act on the window is not offered to be pasted into one.
    ...(path !== undefined && printable(path) === path ? [`jiaokan show ${inShell(path)}`] : []),
    ...(first ? [`jiaokan explain ${first.rule}`] : []),
  ];
  return [
    ...(skipped > 0 ? [labels.skipped(skipped)] : []),
    ...(outFolder === null ? [] : [labels.written(outFolder)]),
    colors.bold(labels.next),
    ...next.map((one) => `  ${one}`),
  ];
}

/** A path as a shell takes it for one word. */
function inShell(path: string): string {
  return /^[\p{L}\p{N}_./@:+-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share >= 0.0995 || share === 0 ? 0 : 1)}%`;
}
