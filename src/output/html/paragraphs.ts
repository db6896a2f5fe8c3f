/** Reads the paragraphs of one report / gives them with notes in the margin / promises: text as it is, figures and findings marked at their place. */
import type { Paragraph } from '../../model/report.ts';
import type { ReadReport } from '../../model/result.ts';
import { lastNotAfter } from '../lines.ts';
import type { CheckRow, FigureRow, FindingRow } from '../rows.ts';
import { periodName, word } from '../words.ts';
import type { SourcePlaces } from './locate.ts';
import { anchor, both, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { note } from './notes.ts';
import { type Removal, removalInline } from './removals.ts';
import { marked, type Span } from './text.ts';

/** Id of a paragraph on the page. */
export function paragraphId(reportId: string, ordinal: number): string {
  return `${anchor('report', reportId)}-p${ordinal + 1}`;
}

/** The findings of a report: those with a place in its text, and those about the whole. */
export interface Placed {
  readonly unplaced: readonly FindingRow[];
  readonly spans: readonly Span[];
  readonly at: readonly { readonly start: number; readonly row: FindingRow }[];
}

export function placeFindings(page: Page, findings: readonly FindingRow[], locate: SourcePlaces['locate']): Placed {
  const unplaced: FindingRow[] = [];
  const spans: Span[] = [];
  const at: { start: number; row: FindingRow }[] = [];
  for (const row of findings) {
    const finding = page.findings.get(row.finding_id);
    const place = finding ? locate(finding) : null;
    if (place === null) {
      unplaced.push(row);
      continue;
    }
    at.push({ start: place.start, row });
    if (place.marked)
      spans.push({
        start: place.start,
        end: place.end,
        kind: 'finding',
        look: row.severity,
        key: anchor('finding', row.finding_id),
      });
  }
  return { unplaced, spans, at };
}

/** A paragraph with what is said about it. */
export interface ShownParagraph {
  readonly paragraph: Paragraph;
  readonly findings: readonly FindingRow[];
  readonly figures: readonly FigureRow[];
  readonly spans: readonly Span[];
  /** What was taken away before it, inside it and behind it. */
  readonly before: readonly Removal[];
  readonly inside: readonly Removal[];
  readonly after: readonly Removal[];
}

/** The paragraphs of a report with all that is said about them. */
export function shownParagraphs(
  page: Page,
  reading: ReadReport,
  placed: Placed,
  removals: readonly Removal[],
): ShownParagraph[] {
  const figures = page.figuresOfReport(reading.reportId);
  const { paragraphs, headings } = reading.outline;
  const starts = Int32Array.from(paragraphs, (one, index) => (index === 0 ? 0 : one.range.start));
  const findings = bucketed(placed.at, (item) => item.start, starts);
  const ownFigures = bucketed(figures, (row) => row.char_start, starts);
  const titles = headings.map(
    ({ range }): Span => ({ start: range.start, end: range.end, kind: 'heading', look: '', key: '' }),
  );
  const spans = bucketed(
    [...placed.spans, ...figures.map((row) => figureSpan(page, row)), ...titles],
    (span) => span.start,
    starts,
  );
  const cuts = bucketed(removals, ({ at }) => at, starts);
  return paragraphs.map((paragraph, index) => {
    const own = cuts[index] ?? [];
    const { start, end } = paragraph.range;
    return {
      paragraph,
      findings: (findings[index] ?? []).map(({ row }) => row),
      figures: ownFigures[index] ?? [],
      spans: spans[index] ?? [],
      before: own.filter(({ at }) => at <= start),
      inside: own.filter(({ at }) => at > start && at < end),
      after: own.filter(({ at }) => at > start && at >= end),
    };
  });
}

function figureSpan(page: Page, row: FigureRow): Span {
  return {
    start: row.char_start,
    end: row.char_end,
    kind: 'figure',
    look: lookOf(page.checksOfFigure(row.figure_id)),
    key: page.figureAnchor(row.figure_id),
  };
}

/** Items by the paragraph that they start in. */
function bucketed<T>(items: readonly T[], startOf: (item: T) => number, starts: Int32Array): T[][] {
  const buckets: T[][] = Array.from(starts, () => []);
  for (const item of items) buckets[lastNotAfter(starts, startOf(item))]?.push(item);
  return buckets;
}

/** One paragraph with its notes beside it. */
export function paragraphRow(page: Page, { reportId, text }: ReadReport, one: ShownParagraph): Markup {
  const { paragraph, findings, figures } = one;
  const notes = findings.length === 0 ? NOTHING : h`<ul class="notes">${findings.map(note)}</ul>`;
  const beside =
    findings.length + figures.length === 0
      ? NOTHING
      : h`<aside class="margin">${notes}${figureList(page, figures)}</aside>`;
  const words = withRemovals(text, one);
  return h`<div class="row ${paragraph.role}" id="${paragraphId(reportId, paragraph.ordinal)}"><p lang="zh-CN">${words}</p>${beside}</div>
`;
}

/** The marked text of a paragraph, and where something was taken out of it a button that shows it. */
function withRemovals(text: string, { paragraph: { range }, spans, inside }: ShownParagraph): Markup[] {
  const edges = [range.start, ...inside.map(({ at }) => at), range.end];
  return edges.slice(0, -1).flatMap((from, index) => {
    const cut = inside[index - 1];
    return [...(cut ? [removalInline(cut)] : []), ...marked(text, from, edges[index + 1] ?? from, spans)];
  });
}

function figureList(page: Page, figures: readonly FigureRow[]): Markup {
  if (figures.length === 0) return NOTHING;
  return h`<details class="figures"><summary>${t(figures.length === 1 ? '1 figure' : `${figures.length} figures`, `${figures.length} 个数字`)}</summary><ul lang="zh-CN">${figures.map((row) => figureItem(page, row))}</ul></details>`;
}

function figureItem(page: Page, row: FigureRow): Markup {
  const period =
    row.period_start === null || row.period_end === null
      ? []
      : [periodName({ start: row.period_start, end: row.period_end })];
  const said = both((lang) =>
    [
      ...period,
      word('measure', row.measure, lang),
      ...(row.nature === 'actual' ? [] : [word('nature', row.nature, lang)]),
    ].join(' · '),
  );
  const checks = page.checksOfFigure(row.figure_id);
  const links = checks.map(
    (check) =>
      h` <a class="verdict ${check.verdict}" href="#${anchor('check', check.check_id)}">${both((lang) => word('verdict', check.verdict, lang))}</a>`,
  );
  return h`<li id="${page.figureAnchor(row.figure_id)}"><b>${row.quote}</b> ${row.indicator ?? row.indicator_text} <small>${said}</small>${links}</li>`;
}

/** How the checks of a figure came out: the worst counts. */
function lookOf(checks: readonly CheckRow[]): string {
  if (checks.some((check) => check.verdict === 'broken')) return 'broken';
  return checks.some((check) => check.verdict === 'holds') ? 'holds' : 'unchecked';
}
