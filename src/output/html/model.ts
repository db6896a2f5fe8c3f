/** Reads an audit and its tables / gives what the views look up / promises: each thing is found by its id, in the order of the tables. */
import type { Audit, PublishedFinding, RuleWords } from '../../model/audit.ts';
import type { ReadReport, SourceResult } from '../../model/result.ts';
import { type Summary, summaryOf } from '../json.ts';
import type { CheckRow, EditRow, FigureRow, FindingRow, ReportRow } from '../rows.ts';
import type { Tables } from '../schema.ts';
import { type TrustedReport, trusted } from '../trust.ts';
import { type RuleIndex, ruleIndex } from '../words.ts';
import { Chunks } from './chunks.ts';

export interface Page {
  readonly audit: Audit;
  readonly tables: Tables;
  readonly summary: Summary;
  readonly rules: RuleIndex;
  readonly trusted: readonly TrustedReport[];
  /** Parts of the page that are unpacked when they are asked for. */
  readonly chunks: Chunks;
  readonly reports: ReadonlyMap<string, ReportRow>;
  readonly readings: ReadonlyMap<string, ReadReport>;
  readonly figures: ReadonlyMap<string, FigureRow>;
  /** Name of a place by its division code, as reports name it; the code itself for a place without a report. */
  readonly placeName: (code: string) => string;
  /** Id of a figure on the page: short, since there are thousands, and good for this audit only. */
  readonly figureAnchor: (figureId: string) => string;
  readonly findings: ReadonlyMap<string, PublishedFinding>;
  readonly findingsOfReport: (reportId: string) => readonly FindingRow[];
  readonly findingsOfSource: (sourceId: string) => readonly FindingRow[];
  readonly findingsOfRule: (rule: string) => readonly FindingRow[];
  readonly figuresOfReport: (reportId: string) => readonly FigureRow[];
  readonly checksOfFigure: (figureId: string) => readonly CheckRow[];
  readonly reportsOfSource: (sourceId: string) => readonly TrustedReport[];
  readonly checksOfReport: (reportId: string) => readonly CheckRow[];
  readonly editsOfSource: (sourceId: string) => readonly EditRow[];
  readonly editsOfRule: (rule: string) => readonly EditRow[];
  readonly results: ReadonlyMap<string, SourceResult>;
}

export function pageOf(audit: Audit, tables: Tables): Page {
  const { findings, figures, checks, edits, reports } = tables;
  const readings = audit.sources.flatMap((one) => one.reports);
  const all = trusted(tables);
  const numbers = new Map(figures.map((row, index) => [row.figure_id, index + 1]));
  const places = new Map(reports.map((row) => [row.region_code ?? '', row.region ?? '']));
  return {
    audit,
    tables,
    summary: summaryOf(tables),
    rules: ruleIndex(audit.rules),
    trusted: all,
    chunks: new Chunks(),
    reports: new Map(reports.map((row) => [row.report_id, row])),
    readings: new Map(readings.map((report) => [report.reportId, report])),
    placeName: (code) => places.get(code) ?? code,
    figureAnchor: (id) => `f${numbers.get(id) ?? 0}`,
    figures: new Map(figures.map((row) => [row.figure_id, row])),
    findings: new Map(audit.findings.map((finding) => [finding.findingId, finding])),
    findingsOfReport: grouped(findings, (row) => (row.report_id === null ? [] : [row.report_id])),
    findingsOfSource: grouped(findings, (row) => (row.report_id === null ? [row.source_id] : [])),
    findingsOfRule: grouped(findings, (row) => [row.rule]),
    figuresOfReport: grouped(figures, (row) => [row.report_id]),
    checksOfFigure: grouped(checks, (row) => row.figure_ids),
    reportsOfSource: grouped(all, ({ report }) => [report.source_id]),
    checksOfReport: grouped(checks, (row) => row.report_ids),
    editsOfSource: grouped(edits, (row) => [row.source_id]),
    editsOfRule: grouped(edits, (row) => [row.rule]),
    results: new Map(audit.sources.map((one) => [one.source.sourceId, one])),
  };
}

/** Rows by key, in their order. */
export function grouped<R>(rows: readonly R[], keys: (row: R) => readonly string[]): (key: string) => readonly R[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    for (const key of new Set(keys(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return (key) => groups.get(key) ?? [];
}

/** Family of a rule: the part of its id before the slash. */
export function familyOf(rule: string): string {
  return rule.split('/')[0] ?? rule;
}

/** Rules that found or removed something, or may: retired ones are left out. */
export function liveRules(audit: Audit): readonly RuleWords[] {
  return audit.rules.filter((rule) => rule.status !== 'retired');
}
