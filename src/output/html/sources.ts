/** Reads the page / gives the sources / promises: what was kept, what was taken away by which rule, and what each source promises. */

import { percent } from '../amount.ts';
import { shortQuote } from '../escape.ts';
import type { EditRow, SourceRow } from '../rows.ts';
import { reportName, type Trust, trustWord } from '../trust.ts';
import { anchor, both, type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { note } from './notes.ts';
import { filterForm, sortHead } from './report-table.ts';

/** As many examples of what a rule took away are shown. */
const EXAMPLES = 5;

export function sourcesView(page: Page): Markup {
  const { sources } = page.tables;
  const choices = [
    ['none', 'without a report', '没有报告'],
    ['short', 'promised reports missing', '目录所列有缺'],
    ['noisy', 'over a tenth cleaned away', '去除超过一成'],
    ['bad', 'with errors', '有错误'],
  ] as const;
  const cards = sources.map((row) => page.chunks.later('target', () => sourceCard(page, row)));
  return h`<div class="index">${filterForm('all-sources', choices, sources.length)}
<div class="scroll" tabindex="0" role="region" aria-label="${'来源 Sources'}"><table id="all-sources"><thead><tr>${sortHead(t('Source', '来源'))}${sortHead(t('Charset', '编码'))}${sortHead(t('Bytes', '字节'), 'number')}${sortHead(t('Reports', '报告'))}${sortHead(t('Use', '可用性'))}${sortHead(t('Cleaned away', '去除'))}${sortHead(t('Errors', '错误'), 'number')}${sortHead(t('Warnings', '警告'), 'number')}</tr></thead>
<tbody>${sources.map((row) => sourceLine(page, row))}</tbody></table></div></div>
${cards}`;
}

function sourceLine(page: Page, row: SourceRow): Markup {
  const reports = page.reportsOfSource(row.source_id);
  const own = page.findingsOfSource(row.source_id).filter((one) => one.state === 'new');
  const of = (severity: 'error' | 'warning') => own.filter((one) => one.severity === severity).length;
  const errors = of('error') + reports.reduce((sum, one) => sum + one.errors, 0);
  const warnings = of('warning') + reports.reduce((sum, one) => sum + one.warnings, 0);
  const promised = row.promised_reports === 0 ? '' : ` / ${row.promised_reports}`;
  const share = shareRemoved(row);
  const kinds = [
    row.reports === 0 ? 'none' : '',
    row.reports < row.promised_reports ? 'short' : '',
    share > 0.1 ? 'noisy' : '',
    errors > 0 ? 'bad' : '',
  ].filter((one) => one !== '');
  const worst = TRUSTS.find((trust) => reports.some((one) => one.trust === trust));
  const use =
    worst === undefined
      ? NOTHING
      : h`<span class="badge trust-${worst}">${both((lang) => trustWord(worst, lang))}</span>`;
  return h`<tr data-kinds="${kinds.join(' ')}"><th scope="row"><a href="#${anchor('source', row.source_id)}">${row.source_id}</a></th><td>${row.charset}</td><td class="number" data-sort="${row.bytes}">${count(row.bytes)}</td><td data-sort="${row.reports}">${row.reports}${promised}</td><td data-sort="${worst === undefined ? -1 : TRUSTS.indexOf(worst)}">${use}</td><td data-sort="${share}">${removedShare(share)}</td><td class="number${errors > 0 ? ' bad' : ''}">${errors}</td><td class="number">${warnings}</td></tr>
`;
}

/** Worst first: a source is only as good as its worst report. */
const TRUSTS: readonly Trust[] = ['leave', 'check', 'partial', 'copy', 'use'];

function shareRemoved(row: SourceRow): number {
  return row.decoded_chars === 0 ? 0 : Math.max(0, row.removed_chars) / row.decoded_chars;
}

function removedShare(share: number): Markup {
  const width = Math.round(share * 1000) / 10;
  return h`<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="10"/><rect class="gone" width="${width}" height="10"/></svg> ${percent(share)}`;
}

function sourceCard(page: Page, row: SourceRow): Markup {
  const findings = page.findingsOfSource(row.source_id);
  const reports = page.reportsOfSource(row.source_id).map(({ report }) => report);
  const facts: (readonly [Content, Content | null])[] = [
    [t('File', '文件'), row.path],
    ['SHA-256', h`<code>${row.sha256}</code>`],
    [t('Publisher', '发布者'), row.publisher],
    [t('Address', '地址'), row.url],
    [t('Collected on', '采集日期'), row.collected_on],
    [
      t('Rebuilt from text and edits', '由正文与编辑还原'),
      row.rebuilds_bytes ? t('byte for byte', '逐字节相同') : t('as text, exactly', '文本逐字相同'),
    ],
    [
      t('Reports', '报告'),
      reports.length === 0
        ? t('none', '无')
        : reports.map(
            (one, index) =>
              h`${index > 0 ? ' · ' : ''}<a href="#${anchor('report', one.report_id)}">${reportName(one)}</a>`,
          ),
    ],
  ];
  return h`<article class="source page" id="${anchor('source', row.source_id)}"><p class="back"><a href="#sources">← ${t('all sources', '全部来源')}</a></p><h2>${row.title ?? row.source_id}</h2>
<dl class="facts">${facts.map(([name, value]) => (value === null ? NOTHING : h`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
${promised(page, row.source_id)}
${findings.length === 0 ? NOTHING : h`<h3>${t('About the source', '关于来源')}</h3><ul class="notes">${findings.map(note)}</ul>`}
${removals(page.editsOfSource(row.source_id))}
</article>`;
}

function promised(page: Page, sourceId: string): Markup {
  const entries = page.results.get(sourceId)?.source.promised ?? [];
  if (entries.length === 0) return NOTHING;
  const items = entries.map(
    (one) =>
      h`<li class="${one.kept === null ? 'gone' : 'there'}"><span aria-hidden="true">${one.kept === null ? '○' : '●'}</span> ${one.name}${one.kept === null ? h` <span class="aside">${t('missing', '缺')}</span>` : NOTHING}</li>`,
  );
  const there = entries.filter((one) => one.kept !== null).length;
  return h`<h3>${t(`The contents page promises ${entries.length} reports; ${there} are there`, `目录列有 ${entries.length} 篇，实有 ${there} 篇`)}</h3><ul class="promised" lang="zh-CN">${items}</ul>`;
}

function removals(edits: readonly EditRow[]): Markup {
  if (edits.length === 0) return NOTHING;
  const rules = new Map<string, EditRow[]>();
  for (const edit of edits) {
    const group = rules.get(edit.rule);
    if (group) group.push(edit);
    else rules.set(edit.rule, [edit]);
  }
  const groups = [...rules].sort(([, a], [, b]) => b.length - a.length).map(([rule, group]) => removal(rule, group));
  return h`<details class="removals"><summary>${t(`What was taken away or mended: ${count(edits.length)} places`, `去除与修补：${count(edits.length)} 处`)}</summary>${groups}</details>`;
}

function removal(rule: string, edits: readonly EditRow[]): Markup {
  const chars = edits.reduce((sum, edit) => sum + edit.original.length, 0);
  const telling = edits.filter((edit) => edit.original.trim() !== '' || edit.replacement !== '').slice(0, EXAMPLES);
  const items = telling.map((edit) => {
    const put = edit.replacement === '' ? NOTHING : h` → <ins>${shortQuote(visible(edit.replacement), 60)}</ins>`;
    return h`<li><del>${shortQuote(visible(edit.original), 120)}</del>${put}</li>`;
  });
  return h`<h4><a href="#${anchor('rule', rule)}">${rule}</a> <small>${t(`${count(edits.length)} places, ${count(chars)} characters`, `${count(edits.length)} 处，${count(chars)} 字`)}</small></h4>${items.length === 0 ? NOTHING : h`<ul class="removed" lang="zh-CN">${items}</ul>`}`;
}

/** White space made visible, so that it can be told what was taken away. */
function visible(text: string): string {
  return text.trim() === ''
    ? text.replaceAll('\n', '↵').replaceAll('\t', '⇥').replaceAll('\u3000', '□').replaceAll(' ', '·')
    : text.trim();
}
