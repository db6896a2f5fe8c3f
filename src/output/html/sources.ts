/** Reads the page / gives the sources / promises: what was kept, what was taken away by which rule, and what each source promises. */

import { percent } from '../amount.ts';
import { shortQuote } from '../escape.ts';
import type { EditRow, SourceRow } from '../rows.ts';
import { reportName } from '../trust.ts';
import { anchor, type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { note } from './notes.ts';

/** As many examples of what a rule took away are shown. */
const EXAMPLES = 5;

export function sourcesView(page: Page): Markup {
  return h`<section class="view" id="sources" aria-labelledby="sources-title">
<div class="view-head"><h1 id="sources-title">${t('Sources', '来源')}</h1></div>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${t('Source', '来源')}</th><th scope="col">${t('Charset', '编码')}</th><th scope="col" class="number">${t('Bytes', '字节')}</th><th scope="col">${t('Reports', '报告')}</th><th scope="col">${t('Cleaned away', '去除')}</th><th scope="col" class="number">${t('Errors', '错误')}</th><th scope="col" class="number">${t('Warnings', '警告')}</th></tr></thead>
<tbody>${page.tables.sources.map((row) => sourceLine(page, row))}</tbody></table></div>
${page.tables.sources.map((row) => sourceCard(page, row))}
</section>`;
}

function sourceLine(page: Page, row: SourceRow): Markup {
  const open = page.tables.findings.filter((one) => one.source_id === row.source_id && one.state === 'new');
  const errors = open.filter((one) => one.severity === 'error').length;
  const warnings = open.filter((one) => one.severity === 'warning').length;
  const promised = row.promised_reports === 0 ? '' : ` / ${row.promised_reports}`;
  return h`<tr><th scope="row"><a href="#${anchor('source', row.source_id)}">${row.source_id}</a></th><td>${row.charset}</td><td class="number">${count(row.bytes)}</td><td>${row.reports}${promised}</td><td>${removedShare(row)}</td><td class="number${errors > 0 ? ' bad' : ''}">${errors}</td><td class="number">${warnings}</td></tr>
`;
}

function removedShare(row: SourceRow): Markup {
  const share = row.decoded_chars === 0 ? 0 : Math.max(0, row.removed_chars) / row.decoded_chars;
  const width = Math.round(share * 1000) / 10;
  return h`<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="10"/><rect class="gone" width="${width}" height="10"/></svg> ${percent(share)}`;
}

function sourceCard(page: Page, row: SourceRow): Markup {
  const findings = page.findingsOfSource(row.source_id);
  const reports = page.tables.reports.filter((one) => one.source_id === row.source_id);
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
  return h`<article class="card" id="${anchor('source', row.source_id)}"><h2>${row.title ?? row.source_id}</h2>
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
