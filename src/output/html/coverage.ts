/** Reads the page / gives places by years / promises: every known report of the audit stands in one cell, the best one speaking for it. */
import { compareText } from '../../model/finding.ts';
import type { ReportRow } from '../rows.ts';
import type { Trust, TrustedReport } from '../trust.ts';
import { trustWord } from '../trust.ts';
import { anchor, both, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';

/** Better first: the best report of a cell speaks for it. */
const ORDER: readonly Trust[] = ['use', 'check', 'partial', 'copy', 'leave'];
const MARKS: Readonly<Record<Trust, string>> = { use: '●', check: '◉', partial: '◐', copy: '○', leave: '×' };

/** A table of places by years; reports whose place or year is unknown are counted below it. */
export function coverage({ trusted, audit }: Page): Markup {
  const known = trusted.filter(({ report }) => report.region !== null && report.report_year !== null);
  const unknown = trusted.length - known.length;
  const years = [...new Set(known.map(({ report }) => report.report_year ?? 0))].sort((a, b) => a - b);
  const places = [...new Map(known.map(({ report }) => [placeKey(report), report])).entries()].sort(([a], [b]) =>
    compareText(a, b),
  );
  const rows = places.map(([key, report]) => {
    const cells = years.map((year) =>
      cell(known.filter((one) => placeKey(one.report) === key && one.report.report_year === year)),
    );
    return h`<tr><th scope="row">${report.region ?? ''}</th>${cells}</tr>`;
  });
  const missing = audit.sources.reduce(
    (sum, { source }) => sum + source.promised.filter((one) => one.kept === null).length,
    0,
  );
  return h`${rows.length === 0 ? NOTHING : h`<div class="scroll" tabindex="0"><table class="coverage"><thead><tr><th scope="col">${t('Place', '地区')}</th>${years.map((year) => h`<th scope="col">${year}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`}
<p class="legend">${ORDER.map((trust) => h`<span><i class="mark trust-${trust}">${MARKS[trust]}</i> ${both((lang) => trustWord(trust, lang))}</span>`)}</p>
${unknown === 0 ? NOTHING : h`<p class="hint">${t(`${unknown} reports whose place or year is unknown are not shown.`, `另有 ${unknown} 篇地区或年份不明。`)}</p>`}
${missing === 0 ? NOTHING : h`<p class="hint">${t(`${missing} more are promised by contents pages and missing.`, `另有 ${missing} 篇见于目录而文中没有。`)}</p>`}`;
}

function placeKey(report: ReportRow): string {
  return `${report.region_code ?? '~'} ${report.region ?? ''}`;
}

function cell(reports: readonly TrustedReport[]): Markup {
  const [best] = [...reports].sort((a, b) => ORDER.indexOf(a.trust) - ORDER.indexOf(b.trust));
  if (!best) return h`<td class="none"><span aria-hidden="true">·</span></td>`;
  const more = reports.length > 1 ? h`<sup>${reports.length}</sup>` : NOTHING;
  return h`<td><a class="mark trust-${best.trust}" href="#${anchor('report', best.report.report_id)}"><span aria-hidden="true">${MARKS[best.trust]}</span><span class="aside">${both((lang) => trustWord(best.trust, lang))}</span></a>${more}</td>`;
}
