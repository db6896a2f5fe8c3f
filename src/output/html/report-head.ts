/** Reads one report / gives its head / promises: who, when and where, whether it is whole and on what evidence. */
import type { ReadReport } from '../../model/result.ts';
import { percent } from '../amount.ts';
import type { ReportRow } from '../rows.ts';
import { reportName, type TrustedReport, trustWord } from '../trust.ts';
import { word } from '../words.ts';
import { anchor, both, type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';

export function reportHead(
  page: Page,
  { report, trust, errors, warnings }: TrustedReport,
  reading: ReadReport,
): Markup {
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
    [
      t('Findings', '问题'),
      t(
        `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
        `错误 ${errors}，警告 ${warnings}`,
      ),
    ],
    [t('Cleaned away', '去除'), noiseOf(page, report)],
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
    `${count(chars)} characters in ${count(edits.length)} ${edits.length === 1 ? 'place' : 'places'}`,
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
