/** Reads the page / gives the copies / promises: the measures as they are, which of the two is kept, and why. */
import { percent } from '../amount.ts';
import type { DuplicateRow } from '../rows.ts';
import { reportName } from '../trust.ts';
import { word } from '../words.ts';
import { anchor, both, type Content, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';

export function copiesView(page: Page): Markup {
  const { duplicates } = page.tables;
  return h`<section class="view" id="copies" aria-labelledby="copies-title">
<div class="view-head"><h1 id="copies-title">${t('Copies', '副本')}</h1></div>
<p class="lead">${t(
    'Reports that share text. Containment tells a part from a copy; two texts that differ in a figure are never taken for the same text.',
    '共有文字的报告。包含度区分部分与副本；数字有别的两份文本绝不视为相同。',
  )}</p>
${duplicates.length === 0 ? h`<p class="empty">${t('No two reports share enough text.', '没有两篇报告共有足够的文字。')}</p>` : duplicates.map((row) => pair(page, row))}
</section>`;
}

function pair(page: Page, row: DuplicateRow): Markup {
  const kept = row.kept;
  const side = (id: string): Markup => {
    const report = page.reports.get(id);
    const mark = kept === id ? h` <span class="badge trust-use">${t('kept', '保留')}</span>` : NOTHING;
    return h`<p><a href="#${anchor('report', id)}">${report ? reportName(report) : id}</a>${mark}<br><small>${id}</small></p>`;
  };
  return h`<article class="card pair"><h2>${both((lang) => word('relation', row.relation, lang))}</h2>
<div class="sides">${side(row.report_a)}${side(row.report_b)}</div>
<dl class="bars">${bar(t('A within B', '前者见于后者'), row.containment_a_in_b)}${bar(t('B within A', '后者见于前者'), row.containment_b_in_a)}${bar('Jaccard', row.jaccard)}</dl>
<p class="hint">${noted(row)}${kept === null ? t(h`Both are kept: ${word('kept', row.reason, 'en')}.`, h`两篇都保留：${word('kept', row.reason, 'zh')}。`) : t(h`Kept because ${word('kept', row.reason, 'en')}.`, h`保留理由：${word('kept', row.reason, 'zh')}。`)}</p>
</article>`;
}

/** What the person who chose wrote; it comes first, and speaks for itself. */
function noted({ note }: DuplicateRow): Markup {
  return note === null ? NOTHING : h`<q>${note}</q><br>`;
}

function bar(name: Content, share: number): Markup {
  const width = Math.round(share * 1000) / 10;
  return h`<div><dt>${name}</dt><dd><svg class="meter wide" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="10"/><rect class="there" width="${width}" height="10"/></svg> ${percent(share)}</dd></div>`;
}
