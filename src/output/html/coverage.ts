/** Reads the page / gives places by years / promises: every known report of the audit stands in one cell, the best one speaking for it. */
import { compareText } from '../../model/finding.ts';
import type { ReportRow } from '../rows.ts';
import type { Trust, TrustedReport } from '../trust.ts';
import { trustWord } from '../trust.ts';
import { anchor, both, h, type Markup, NOTHING, t } from './markup.ts';
import { grouped, type Page } from './model.ts';

/** Better first: the best report of a cell speaks for it. */
const ORDER: readonly Trust[] = ['use', 'check', 'partial', 'copy', 'leave'];
const MARKS: Readonly<Record<Trust, string>> = { use: '●', check: '◉', partial: '◐', copy: '○', leave: '×' };

/** A report that a contents page promises and nobody has. */
interface Missing {
  readonly name: string;
  readonly code: string | null;
  readonly year: number | null;
  readonly sourceId: string;
}

/** A table of places by years; reports whose place or year is unknown are counted below it. */
export function coverage(page: Page): Markup {
  const { trusted } = page;
  const known = trusted.filter(({ report }) => report.region !== null && report.report_year !== null);
  const gone = missingOf(page).filter(({ code, year }) => code !== null && year !== null);
  const cellOf = grouped(known, ({ report }) => [`${placeKey(report)} ${report.report_year}`]);
  const goneOf = grouped(gone, (one) => [`${one.code} ${one.year}`]);
  const years = [
    ...new Set([...known.map(({ report }) => report.report_year ?? 0), ...gone.map(({ year }) => year ?? 0)]),
  ];
  years.sort((a, b) => a - b);
  const names = new Map([
    ...gone.map(({ code, name }) => [code ?? '', name] as const),
    ...known.map(({ report }) => [placeKey(report), report.region ?? ''] as const),
  ]);
  const rows = [...names]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, name]) => {
      const cells = years.map((year) => cell(cellOf(`${key} ${year}`), goneOf(`${key} ${year}`)));
      return h`<tr><th scope="row">${name}</th>${cells}</tr>`;
    });
  const unknown = trusted.length - known.length;
  const table = h`<div class="scroll" tabindex="0" role="region" aria-label="${'覆盖 Coverage'}"><table class="coverage"><thead><tr><th scope="col">${t('Place', '地区')}</th>${years.map((year) => h`<th scope="col">${year}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return h`${rows.length === 0 ? NOTHING : table}
<p class="legend">${ORDER.map((trust) => h`<span><i class="mark trust-${trust}" aria-hidden="true">${MARKS[trust]}</i> ${both((lang) => trustWord(trust, lang))}</span>`)}<span><i class="mark missing" aria-hidden="true">□</i> ${t('promised, missing', '目录所列而缺')}</span></p>
${unknown === 0 ? NOTHING : h`<p class="hint">${t(`${unknown} reports whose place or year is unknown are not shown.`, `另有 ${unknown} 篇地区或年份不明。`)}</p>`}`;
}

/** What contents pages promise in vain; its year is the one that most reports of the source have. */
function missingOf(page: Page): Missing[] {
  return page.audit.sources.flatMap(({ source: { sourceId, promised } }) => {
    const years = page.reportsOfSource(sourceId).flatMap(({ report }) => report.report_year ?? []);
    const of = (year: number): number => years.filter((one) => one === year).length;
    const [year = null] = [...new Set(years)].sort((a, b) => of(b) - of(a) || a - b);
    return promised
      .filter((one) => one.kept === null)
      .map(({ name, regionCode }) => ({ name, code: regionCode, year, sourceId }));
  });
}

function placeKey(report: ReportRow): string {
  return report.region_code ?? `~${report.region ?? ''}`;
}

function cell(reports: readonly TrustedReport[], gone: readonly Missing[]): Markup {
  const [best] = [...reports].sort((a, b) => ORDER.indexOf(a.trust) - ORDER.indexOf(b.trust));
  const [lack] = gone;
  if (!best && lack) {
    return h`<td><a class="mark missing" href="#${anchor('source', lack.sourceId)}"><span aria-hidden="true">□</span><span class="aside">${t('promised, missing', '目录所列而缺')}</span></a></td>`;
  }
  if (!best) return h`<td class="none"><span aria-hidden="true">·</span></td>`;
  const more = reports.length > 1 ? h`<sup>${reports.length}</sup>` : NOTHING;
  return h`<td><a class="mark trust-${best.trust}" href="#${anchor('report', best.report.report_id)}"><span aria-hidden="true">${MARKS[best.trust]}</span><span class="aside">${both((lang) => trustWord(best.trust, lang))}</span></a>${more}</td>`;
}
