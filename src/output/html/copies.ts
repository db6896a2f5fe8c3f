/** Reads the page / gives the copies, a cluster at a time / promises: which report stands for the others and why, the measures as they are, every reading beside its other. */
import { percent } from '../amount.ts';
import type { DuplicateRow, ReportRow } from '../rows.ts';
import { reportName, trustWord } from '../trust.ts';
import { word } from '../words.ts';
import { collation } from './collation.ts';
import { anchor, both, type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import { grouped, type Page } from './model.ts';

/** Pairs that are collated in the page; comparing two reports takes a moment each. */
const COLLATED = 300;

/** Relations of texts that are readings of one report. */
const SAME: readonly DuplicateRow['relation'][] = [
  'same-text',
  'same-report',
  'contains',
  'revised-figures',
  'mislabelled',
  'overlaps',
];

export function copiesView(page: Page): Markup {
  const { duplicates, reports } = page.tables;
  const lead = h`<p class="lead">${t(
    'Reports that share text. Containment tells a part from a copy; two texts that differ in a figure are never taken for the same text.',
    '共有文字的报告。包含度区分部分与副本；数字有别的两份文本绝不视为相同。',
  )}</p>`;
  if (duplicates.length === 0)
    return h`${lead}<p class="empty">${t('No two reports share enough text.', '没有两篇报告共有足够的文字。')}</p>`;
  const members = grouped(reports, (one) => [one.canonical_report_id]);
  const clusters = reports.filter((one) => one.canonical && members(one.report_id).length > 1);
  const clusterOf = (id: string): string => page.reports.get(id)?.canonical_report_id ?? id;
  const isInside = (row: DuplicateRow): boolean => clusterOf(row.report_a) === clusterOf(row.report_b);
  const pairsOf = grouped(duplicates.filter(isInside), (row) => [clusterOf(row.report_a)]);
  const collated = new Set(duplicates.filter((row) => SAME.includes(row.relation)).slice(0, COLLATED));
  const loose = duplicates.filter((row) => !isInside(row));
  const all = (id: string): readonly ReportRow[] => members(clusterOf(id));
  const show = (row: DuplicateRow): Markup => pair(page, row, collated.has(row) ? all(row.report_a) : null);
  return h`${lead}${clusters.map((one) => cluster(page, one, members(one.report_id), pairsOf(one.report_id).map(show)))}
${loose.length === 0 ? NOTHING : h`<section class="cluster"><h2>${t('Share text, but are not one report', '共有文字而并非同一报告')}</h2>${loose.map(show)}</section>`}`;
}

function cluster(page: Page, canonical: ReportRow, members: readonly ReportRow[], pairs: readonly Markup[]): Markup {
  const trust = new Map(page.trusted.map((one) => [one.report.report_id, one.trust]));
  const rows = members.map((one) => {
    const grade = trust.get(one.report_id) ?? 'copy';
    return h`<tr><th scope="row"><a href="#${anchor('report', one.report_id)}">${one.report_id}</a></th><td><span class="badge trust-${grade}">${both((lang) => (one.canonical ? (lang === 'zh' ? '代表' : 'stands for all') : trustWord(grade, lang)))}</span></td><td>${both((lang) => word('completeness', one.completeness, lang))}</td><td class="number">${count(one.chars)}</td></tr>`;
  });
  return h`<section class="cluster"><h2>${reportName(canonical)} <small>${t(`${members.length} copies`, `${members.length} 个文本`)}</small></h2>
<div class="scroll" tabindex="0" role="region" aria-label="${'文本 Copies'}"><table><thead><tr><th scope="col">${t('Report', '报告')}</th><th scope="col">${t('Use', '可用性')}</th><th scope="col">${t('Complete', '完整性')}</th><th scope="col" class="number">${t('Characters', '字数')}</th></tr></thead><tbody>${rows}</tbody></table></div>
${pairs}</section>`;
}

function pair(page: Page, row: DuplicateRow, members: readonly ReportRow[] | null): Markup {
  const { kept } = row;
  const [a, b] = [page.reports.get(row.report_a), page.reports.get(row.report_b)];
  const side = (name: Content, id: string): Markup => {
    const mark = kept === id ? h` <span class="badge trust-use">${t('kept', '保留')}</span>` : NOTHING;
    const report = page.reports.get(id);
    return h`<p><b>${name}</b> <a href="#${anchor('report', id)}">${report ? reportName(report) : id}</a>${mark}<br><small>${id}</small></p>`;
  };
  const read =
    a && b && members
      ? page.chunks.later('open', () =>
          collation(
            a,
            b,
            members.filter((one) => one !== a && one !== b),
          ),
        )
      : null;
  const beside =
    read === null
      ? h`<p class="hint"><code>jiaokan diff ${row.report_a} ${row.report_b}</code></p>`
      : h`<details class="beside"><summary>${t('The two side by side', '两本对校')}</summary>${read}</details>`;
  return h`<article class="card pair"><h3>${both((lang) => word('relation', row.relation, lang))}</h3>
<div class="sides">${side(t('A', '甲本'), row.report_a)}${side(t('B', '乙本'), row.report_b)}</div>
<dl class="bars">${bar(t('A within B', '甲本见于乙本'), row.containment_a_in_b)}${bar(t('B within A', '乙本见于甲本'), row.containment_b_in_a)}${bar('Jaccard', row.jaccard)}</dl>
<p class="hint">${noted(row)}${kept === null ? t(h`Both are kept: ${word('kept', row.reason, 'en')}.`, h`两篇都保留：${word('kept', row.reason, 'zh')}。`) : t(h`Kept because ${word('kept', row.reason, 'en')}.`, h`保留理由：${word('kept', row.reason, 'zh')}。`)}</p>
${beside}</article>`;
}

/** What the person who chose wrote; it comes first, and speaks for itself. */
function noted({ note }: DuplicateRow): Markup {
  return note === null ? NOTHING : h`<q>${note}</q><br>`;
}

function bar(name: Content, share: number): Markup {
  const width = Math.round(share * 1000) / 10;
  return h`<div><dt>${name}</dt><dd><svg class="meter wide" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="10"/><rect class="there" width="${width}" height="10"/></svg> ${percent(share)}</dd></div>`;
}
