/** Reads the reports / gives a page for each / promises: the text, its figures and its findings beside each other. */
import type { Heading } from '../../model/report.ts';
import type { ReadReport } from '../../model/result.ts';
import { reportName, type TrustedReport } from '../trust.ts';
import { type Locate, locator } from './locate.ts';
import { anchor, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { note } from './notes.ts';
import { paragraphId, paragraphRow, placeFindings, shownParagraphs } from './paragraphs.ts';
import { reportHead } from './report-head.ts';

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
  const placed = placeFindings(page, page.findingsOfReport(report.report_id), locate);
  const shown = shownParagraphs(page, reading, placed);
  const aboutAll =
    placed.unplaced.length === 0
      ? NOTHING
      : h`<section class="about-all"><h3>${t('About the report as a whole', '关于全篇')}</h3><ul class="notes">${placed.unplaced.map(note)}</ul></section>`;
  return h`<article class="report" id="${anchor('report', report.report_id)}" aria-label="${reportName(report)}">
${reportHead(page, one, reading)}
<div class="columns">
${page.whole.has(report.report_id) ? outline(reading) : h`<div></div>`}
<div class="body">
${aboutAll}
${shown.length < reading.outline.paragraphs.length ? LEFT_OUT : NOTHING}
${shown.map((paragraph) => paragraphRow(page, reading, paragraph))}
</div>
</div>
</article>`;
}

const LEFT_OUT = h`<p class="hint">${t(
  'There are too many reports for one page: only the paragraphs with findings and compared figures are shown. The whole text is in data/paragraphs.parquet.',
  '报告过多，本页只列出有问题或有数字比对的段落；全文见 data/paragraphs.parquet。',
)}</p>`;

function outline({ outline: { headings }, reportId }: ReadReport): Markup {
  const items = headings.map((one) => {
    const link = h`<a href="#${paragraphId(reportId, one.paragraph)}">${label(one)}</a>`;
    return h`<li class="level-${one.level}">${link}</li>`;
  });
  return h`<nav class="outline" aria-label="${'大纲 Outline'}"><details open><summary>${t('Outline', '大纲')}</summary>
${items.length === 0 ? h`<p class="empty">${t('No headings', '没有标题')}</p>` : h`<ol>${items}</ol>`}</details></nav>`;
}

function label({ label: number, title }: Heading): Markup {
  return h`<span class="number">${number}</span>${title}`;
}
