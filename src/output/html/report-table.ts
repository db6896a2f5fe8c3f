/** Reads reports / gives them as a table / promises: it can be sorted by every column, and filtered. */
import { percent } from '../amount.ts';
import { reportName, type Trust, type TrustedReport, trustWord } from '../trust.ts';
import { word } from '../words.ts';
import { checkBar } from './check-bar.ts';
import { anchor, both, type Content, count, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';

const TRUSTS: readonly Trust[] = ['use', 'check', 'partial', 'copy', 'leave'];

/** Head of a column that the table can be sorted by. */
export function sortHead(name: Content, look: '' | 'number' = ''): Markup {
  return h`<th scope="col" class="${look}"><button type="button">${name}</button></th>`;
}

/** Search words and a choice for the table of this id. */
export function filterForm(
  table: string,
  choices: readonly (readonly [key: string, en: string, zh: string])[],
  rows: number,
): Markup {
  const options = choices.map(
    ([key, en, zh]) => h`<option value="${key}" data-en="${en}" data-zh="${zh}">${zh}</option>`,
  );
  return h`<form class="filters" data-table="${table}"><label><span>${t('Search', '查找')}</span> <input type="search" autocomplete="off"></label> <label><span>${t('Show', '显示')}</span> <select><option value="" data-en="${'all'}" data-zh="${'全部'}">${'全部'}</option>${options}</select></label> <output>${rows} / ${rows}</output></form>`;
}

/** Reports with what one may count on; `id` names the table on the page. */
export function reportTable(page: Page, reports: readonly TrustedReport[], id: string): Markup {
  const choices = TRUSTS.filter((trust) => reports.some((one) => one.trust === trust)).map(
    (trust) => [trust, trustWord(trust, 'en'), trustWord(trust, 'zh')] as const,
  );
  return h`${filterForm(id, choices, reports.length)}<div class="scroll" tabindex="0" role="region" aria-label="${'报告 Reports'}"><table id="${id}"><thead><tr>${sortHead(t('Report', '报告'))}${sortHead(t('Use', '可用性'))}${sortHead(t('Present', '现存'))}${sortHead(t('Errors', '错误'), 'number')}${sortHead(t('Warnings', '警告'), 'number')}${sortHead(t('Checks', '比对'))}${sortHead(t('Source', '来源'))}</tr></thead>
<tbody>${reports.map((one) => line(page, one))}</tbody></table></div>`;
}

function line(page: Page, { report, trust, errors, warnings }: TrustedReport): Markup {
  const checks = page.checksOfReport(report.report_id);
  const broken = checks.filter(({ verdict }) => verdict === 'broken').length;
  return h`<tr data-kinds="${trust}"><th scope="row" data-sort="${report.region_code ?? '~'} ${report.report_year ?? 0}"><a href="#${anchor('report', report.report_id)}">${reportName(report)}</a></th>
<td data-sort="${TRUSTS.indexOf(trust)}"><span class="badge trust-${trust}">${both((lang) => trustWord(trust, lang))}</span></td>
<td data-sort="${report.share_present ?? ''}">${presence(report.share_present)} ${both((lang) => word('completeness', report.completeness, lang))}</td>
<td class="number${errors > 0 ? ' bad' : ''}">${count(errors)}</td><td class="number">${count(warnings)}</td>
<td class="narrow" data-sort="${broken * 10_000 + checks.length}">${checkBar(checks)}</td>
<td><a href="#${anchor('source', report.source_id)}">${report.source_id}</a></td></tr>
`;
}

/** A meter of the share that is present; nothing when there is no estimate. */
function presence(share: number | null): Markup {
  if (share === null) return NOTHING;
  const width = Math.round(share * 100);
  return h`<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${percent(share)}"><rect class="whole" width="100" height="10"/><rect class="there" width="${width}" height="10"/></svg>`;
}
