/** Reads the reports / gives a page for each / promises: the text, what was taken out of it, its figures and its findings beside each other. */
import type { Heading } from '../../model/report.ts';
import type { ReadReport } from '../../model/result.ts';
import { reportName, type TrustedReport } from '../trust.ts';
import { headGap, middleGaps, tailGap } from './gaps.ts';
import { placesOf, type SourcePlaces } from './locate.ts';
import { anchor, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { note } from './notes.ts';
import { paragraphId, paragraphRow, placeFindings, shownParagraphs } from './paragraphs.ts';
import { removalBlock, removalsOf } from './removals.ts';
import { reportHead } from './report-head.ts';
import { reportTable } from './report-table.ts';

/** The view of all reports: a chooser, the list, and one part a report. */
export function reportsView(page: Page): Markup {
  if (page.trusted.length === 0) return h`<p class="empty">${t('No report was found.', '没有识别出报告。')}</p>`;
  const articles = page.audit.sources.map((result) => {
    const trusted = page.reportsOfSource(result.source.sourceId);
    const places = trusted.length === 0 ? null : placesOf(result);
    return trusted.map((one) => {
      const reading = page.readings.get(one.report.report_id);
      return reading && places ? page.chunks.later('target', () => article(page, one, reading, places)) : NOTHING;
    });
  });
  const choices = page.trusted.map(
    ({ report }) =>
      h`<option value="${anchor('report', report.report_id)}">${reportName(report)} · ${report.source_id}</option>`,
  );
  return h`<p class="chooser"><label><span>${t('Open', '打开')}</span> <select class="pages"><option value="reports" data-en="${'all reports'}" data-zh="${'全部报告'}">${'全部报告'}</option>${choices}</select></label></p>
<div class="index">${reportTable(page, page.trusted, 'all-reports')}</div>
${articles}`;
}

function article(page: Page, one: TrustedReport, reading: ReadReport, places: SourcePlaces): Markup {
  const { report } = one;
  const placed = placeFindings(page, page.findingsOfReport(report.report_id), places.locate);
  const removals = removalsOf(places, report.report_id, reading.text.length);
  const shown = shownParagraphs(page, reading, placed, removals);
  const gaps = middleGaps(reading);
  const aboutAll =
    placed.unplaced.length === 0
      ? NOTHING
      : h`<section class="about-all"><h3>${t('About the report as a whole', '关于全篇')}</h3><ul class="notes">${placed.unplaced.map(note)}</ul></section>`;
  const rows = shown.map(
    (paragraph) =>
      h`${gaps.get(paragraph.paragraph.ordinal) ?? NOTHING}${paragraph.before.map(removalBlock)}${paragraphRow(page, reading, paragraph)}${paragraph.after.map(removalBlock)}`,
  );
  return h`<article class="report page" id="${anchor('report', report.report_id)}" aria-label="${reportName(report)}">
${reportHead(page, one, reading)}
<div class="columns">
${outline(reading)}
<div class="body">
${removals.length === 0 ? NOTHING : h`<p class="fold"><label><input type="checkbox" class="all-cuts"> ${t(`Show what was taken away (${removals.length} ${removals.length === 1 ? 'place' : 'places'})`, `显示被去除的文字（${removals.length} 处）`)}</label></p>`}
${aboutAll}
${headGap(reading)}${rows}${tailGap(reading)}
</div>
</div>
</article>`;
}

function outline({ outline: { headings }, reportId }: ReadReport): Markup {
  const items = headings.map((one) => {
    const link = h`<a href="#${paragraphId(reportId, one.paragraph)}">${label(one)}</a>`;
    return h`<li class="level-${one.level}">${link}</li>`;
  });
  return h`<nav class="outline" aria-label="${'大纲 Outline'}"><details open><summary>${t('Outline', '大纲')}</summary>
${items.length === 0 ? h`<p class="empty">${t('No headings', '没有标题')}</p>` : h`<ol lang="zh-CN">${items}</ol>`}</details></nav>`;
}

function label({ label: number, title }: Heading): Markup {
  return h`<span class="number">${number}</span>${title}`;
}
