/** Reads findings / gives them as notes / promises: each has its own address, its rule, its place and both languages. */

import { shortQuote } from '../escape.ts';
import type { FindingRow } from '../rows.ts';
import { word } from '../words.ts';
import { anchor, both, h, type Markup, NOTHING, t } from './markup.ts';

export function severityBadge(severity: FindingRow['severity']): Markup {
  return h`<span class="badge ${severity}">${both((lang) => word('severity', severity, lang))}</span>`;
}

/** One finding as it stands in the margin or under its source. */
export function note(row: FindingRow): Markup {
  const accepted =
    row.state === 'accepted'
      ? h`<span class="badge accepted">${both((lang) => word('state', 'accepted', lang))}</span>`
      : NOTHING;
  return h`<li class="note ${row.severity}" id="${anchor('finding', row.finding_id)}">
<p class="message">${severityBadge(row.severity)}${accepted} ${t(row.message_en, row.message_zh)}</p>
${quoteOf(row)}<p class="where"><a href="#${anchor('finding', row.finding_id)}">${placeOf(row)}</a> · <a href="#${anchor('rule', row.rule)}">${row.rule}</a></p>
</li>`;
}

function quoteOf(row: FindingRow): Markup {
  const shown = row.message_zh.includes(row.quote);
  return row.quote === '' || shown ? NOTHING : h`<blockquote lang="zh-CN">${shortQuote(row.quote, 80)}</blockquote>\n`;
}

/** `12:5` where there is a place. */
export function placeOf(row: FindingRow): Markup {
  if (row.line === null || row.column === null) return t('whole source', '全篇');
  return t(`line ${row.line}, column ${row.column}`, `第 ${row.line} 行第 ${row.column} 列`);
}
