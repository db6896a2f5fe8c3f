/** Reads one report / gives its page / promises: the whole text, every figure and every finding of the report, beside each other. */
import type { Heading, Paragraph } from '../../model/report.ts';
import type { ReadReport } from '../../model/result.ts';
import { percent } from '../amount.ts';
import { lastNotAfter } from '../lines.ts';
import type { CheckRow, FigureRow, FindingRow, ReportRow } from '../rows.ts';
import { reportName, type TrustedReport, trustWord } from '../trust.ts';
import { periodName, word } from '../words.ts';
import { type Locate, locator } from './locate.ts';
import { anchor, both, type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { note } from './notes.ts';
import { marked, type Span } from './text.ts';

/** The view of all reports: a chooser and one article a report. */
export function reportsView(page: Page): Markup {
  const locators = new Map(page.audit.sources.map((result) => [result.source.sourceId, locator(result)]));
  const articles = page.trusted.map((one) => {
    const reading = page.readings.get(one.report.report_id);
    const locate = locators.get(one.report.source_id);
    return reading && locate ? article(page, one, reading, locate) : NOTHING;
  });
  const choices = page.trusted.map(
    ({ report }) =>
      h`<option value="${anchor('report', report.report_id)}">${reportName(report)} · ${report.source_id}</option>`,
  );
  return h`<section class="view" id="reports" aria-labelledby="reports-title">
<div class="view-head"><h1 id="reports-title">${t('Reports', '报告')}</h1>
<label class="chooser"><span>${t('Report', '选择报告')}</span> <select id="report-choice">${choices}</select></label></div>
${articles.length === 0 ? h`<p class="empty">${t('No report was found.', '没有识别出报告。')}</p>` : articles}
</section>`;
}

function article(page: Page, one: TrustedReport, reading: ReadReport, locate: Locate): Markup {
  const { report } = one;
  const findings = page.findingsOfReport(report.report_id);
  const placed = placeFindings(page, findings, locate);
  return h`<article class="report" id="${anchor('report', report.report_id)}" aria-label="${reportName(report)}">
${head(page, one, reading)}
<div class="columns">
${outline(reading)}
<div class="body">
${placed.unplaced.length === 0 ? NOTHING : h`<section class="about-all"><h3>${t('About the report as a whole', '关于全篇')}</h3><ul class="notes">${placed.unplaced.map(note)}</ul></section>`}
${paragraphs(page, reading, placed)}
</div>
</div>
</article>`;
}

function head(page: Page, { report, trust, errors, warnings }: TrustedReport, reading: ReadReport): Markup {
  const facts: (readonly [Content, Content | null])[] = [
    [t('Delivered', '日期'), report.delivered_on],
    [t('Session', '届次'), report.session],
    [t('Speaker', '报告人'), report.speaker],
    [t('Reviews', '回顾年份'), report.reviewed_year],
    [
      t('Division', '区划'),
      report.region_code &&
        h`${report.region_code} ${both((lang) => (report.level === null ? '' : word('level', report.level, lang)))}`,
    ],
    [t('Source', '来源'), h`<a href="#${anchor('source', report.source_id)}">${report.source_id}</a>`],
    [t('Characters', '字数'), count(report.chars)],
    [t('Figures', '数字'), count(page.figuresOfReport(report.report_id).length)],
    [t('Findings', '问题'), t(`${errors} errors, ${warnings} warnings`, `错误 ${errors}，警告 ${warnings}`)],
    [t('Cleaned away around it', '周围去除'), noiseOf(page, report)],
  ];
  return h`<header>
<h2>${reportName(report)} <span class="badge trust-${trust}">${both((lang) => trustWord(trust, lang))}</span></h2>
<p class="title" lang="zh-CN">${report.title ?? ''}</p>
<dl class="facts">${facts.map(([name, value]) => (value === null ? NOTHING : h`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
${completeness(report, reading)}
${report.canonical ? NOTHING : h`<p class="hint">${t('A copy. The report that stands for it: ', '副本。代表它的报告：')}<a href="#${anchor('report', report.canonical_report_id)}">${report.canonical_report_id}</a></p>`}
</header>`;
}

/** Edits whose bytes lie within the report's, or anywhere in a source that holds no other report. */
function noiseOf(page: Page, report: ReportRow): Markup {
  const alone = page.tables.reports.filter((row) => row.source_id === report.source_id).length === 1;
  const edits = page
    .editsOfSource(report.source_id)
    .filter((edit) => alone || (edit.byte_start >= report.byte_start && edit.byte_end <= report.byte_end));
  const chars = edits.reduce((sum, edit) => sum + edit.original.length - edit.replacement.length, 0);
  return t(
    `${count(chars)} characters in ${count(edits.length)} places`,
    `${count(edits.length)} 处，${count(chars)} 字`,
  );
}

function completeness(report: ReportRow, reading: ReadReport): Markup {
  const evidence = [...reading.completeness.evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const share =
    report.share_present === null
      ? NOTHING
      : h` · ${t('present', '现存')} ${percent(report.share_present)}${range(report)}`;
  const signs = evidence.map(
    (one) =>
      h`<li>${both((lang) => word('sign', one.sign, lang))}${one.quote === '' ? NOTHING : h` <q lang="zh-CN">${one.quote}</q>`}</li>`,
  );
  return h`<div class="whole ${report.completeness}"><p><strong>${both((lang) => word('completeness', report.completeness, lang))}</strong>${share}</p>
${signs.length === 0 ? NOTHING : h`<ul>${signs}</ul>`}</div>`;
}

function range({ share_low: low, share_high: high }: ReportRow): string {
  return low === null || high === null || low === high ? '' : ` (${percent(low)}–${percent(high)})`;
}

function outline({ outline: { headings }, reportId }: ReadReport): Markup {
  const items = headings.map(
    (one) =>
      h`<li class="level-${one.level}"><a href="#${paragraphId(reportId, one.paragraph)}">${label(one)}</a></li>`,
  );
  return h`<nav class="outline" aria-label="${'大纲 Outline'}"><details open><summary>${t('Outline', '大纲')}</summary>
${items.length === 0 ? h`<p class="empty">${t('No headings', '没有标题')}</p>` : h`<ol>${items}</ol>`}</details></nav>`;
}

function label({ label: number, title }: Heading): Markup {
  return h`<span class="number">${number}</span>${title}`;
}

function paragraphId(reportId: string, ordinal: number): string {
  return `${anchor('report', reportId)}-p${ordinal + 1}`;
}

interface Placed {
  readonly unplaced: readonly FindingRow[];
  readonly spans: readonly Span[];
  readonly at: readonly { readonly start: number; readonly row: FindingRow }[];
}

function placeFindings(page: Page, findings: readonly FindingRow[], locate: Locate): Placed {
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

function paragraphs(page: Page, reading: ReadReport, placed: Placed): Markup[] {
  const figures = page.figuresOfReport(reading.reportId);
  const figureSpans = figures.map((row): Span => {
    return {
      start: row.char_start,
      end: row.char_end,
      kind: 'figure',
      look: lookOf(page.checksOfFigure(row.figure_id)),
      key: anchor('figure', row.figure_id),
    };
  });
  const list = reading.outline.paragraphs;
  const starts = Int32Array.from(list, (one, index) => (index === 0 ? 0 : one.range.start));
  const own = bucketed(placed.at, (item) => item.start, starts);
  const ownFigures = bucketed(figures, (row) => row.char_start, starts);
  const spans = bucketed([...placed.spans, ...figureSpans], (span) => span.start, starts);
  return list.map((one, index) =>
    paragraph(page, reading, one, {
      own: (own[index] ?? []).map(({ row }) => row),
      ownFigures: ownFigures[index] ?? [],
      spans: spans[index] ?? [],
    }),
  );
}

/** Items by the paragraph that they start in. */
function bucketed<T>(items: readonly T[], startOf: (item: T) => number, starts: Int32Array): T[][] {
  const buckets: T[][] = Array.from(starts, () => []);
  for (const item of items) buckets[lastNotAfter(starts, startOf(item))]?.push(item);
  return buckets;
}

interface Beside {
  readonly own: readonly FindingRow[];
  readonly ownFigures: readonly FigureRow[];
  readonly spans: readonly Span[];
}

function paragraph(
  page: Page,
  { reportId, text }: ReadReport,
  one: Paragraph,
  { own, ownFigures, spans }: Beside,
): Markup {
  const id = paragraphId(reportId, one.ordinal);
  const beside =
    own.length === 0 && ownFigures.length === 0
      ? NOTHING
      : h`<aside class="margin">${own.length === 0 ? NOTHING : h`<ul class="notes">${own.map(note)}</ul>`}${figureList(page, ownFigures)}</aside>`;
  return h`<div class="row ${one.role}" id="${id}"><p lang="zh-CN">${marked(text, one.range.start, one.range.end, spans)}</p>${beside}</div>
`;
}

function figureList(page: Page, figures: readonly FigureRow[]): Markup {
  if (figures.length === 0) return NOTHING;
  return h`<details class="figures"><summary>${t(figures.length === 1 ? '1 figure' : `${figures.length} figures`, `${figures.length} 个数字`)}</summary><ul>${figures.map((row) => figureItem(page, row))}</ul></details>`;
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
  return h`<li id="${anchor('figure', row.figure_id)}"><b lang="zh-CN">${row.quote}</b> <span lang="zh-CN">${row.indicator ?? row.indicator_text}</span> <small>${said}</small>${links}</li>`;
}

/** How the checks of a figure came out: the worst counts. */
function lookOf(checks: readonly CheckRow[]): string {
  if (checks.some((check) => check.verdict === 'broken')) return 'broken';
  return checks.some((check) => check.verdict === 'holds') ? 'holds' : 'unchecked';
}
