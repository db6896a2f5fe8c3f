/** Reads the page / gives places by indicators, a table a year / promises: each value as written, with how its comparisons came out. */
import { compareText } from '../../model/finding.ts';
import { word } from '../words.ts';
import { anchor, both, h, type Markup, NOTHING, t } from './markup.ts';
import type { Page } from './model.ts';
import { type Point, type PointVerdict, type Series, seriesOf } from './series.ts';

/** As many indicators stand side by side. */
const COLUMNS = 16;

export const MARKS: Readonly<Record<PointVerdict, string>> = {
  broken: '≠',
  'cannot-tell': '?',
  holds: '✓',
  unchecked: '',
};

interface Cell {
  readonly series: Series;
  readonly point: Point;
}

export function matrixView(page: Page): Markup {
  const cells = seriesOf(page.tables).flatMap((series) =>
    series.points.filter((point) => point.kind === 'stated').map((point): Cell => ({ series, point })),
  );
  if (cells.length === 0)
    return h`<p class="empty">${t('No figure with a known place, indicator and year.', '没有地区、指标、年份均明确的数字。')}</p>`;
  const years = [...new Set(cells.map(({ point }) => point.year))].sort((a, b) => b - a);
  const fullest = [...years].sort((a, b) => ofYear(cells, b).length - ofYear(cells, a).length)[0];
  const tables = years.map((year) => {
    const make = () => table(page, ofYear(cells, year));
    const isFirst = year === fullest;
    return h`<div class="year" data-year="${year}"${isFirst ? NOTHING : h` hidden`}>${isFirst ? make() : page.chunks.later('open', make)}</div>`;
  });
  const options = years.map(
    (year) => h`<option value="${year}"${year === fullest ? h` selected` : NOTHING}>${year}</option>`,
  );
  return h`<p class="chooser"><label><span>${t('Year', '年份')}</span> <select class="years">${options}</select></label></p>
<p class="legend">${(['holds', 'broken', 'cannot-tell'] as const).map((verdict) => h`<span><i class="verdict ${verdict}">${MARKS[verdict]}</i> ${both((lang) => word('verdict', verdict, lang))}</span>`)}<span>${t('no mark: nothing to compare it with', '无标记：没有可比对的数字')}</span></p>
${tables}`;
}

function ofYear(cells: readonly Cell[], year: number): Cell[] {
  return cells.filter(({ point }) => point.year === year);
}

function table(page: Page, cells: readonly Cell[]): Markup {
  const counts = new Map<string, number>();
  for (const { series, point } of cells) {
    const weight = point.verdict === 'broken' ? 1000 : 1;
    counts.set(series.indicator, (counts.get(series.indicator) ?? 0) + weight);
  }
  const indicators = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([one]) => one);
  const columns = indicators.slice(0, COLUMNS);
  const places = [...new Set(cells.map(({ series }) => series.code))].sort(compareText);
  const byKey = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.series.code} ${cell.series.indicator}`;
    byKey.set(key, [...(byKey.get(key) ?? []), cell]);
  }
  const rows = places.flatMap((code) => {
    const own = columns.map((indicator) => byKey.get(`${code} ${indicator}`) ?? []);
    if (own.every((one) => one.length === 0)) return [];
    return [
      h`<tr><th scope="row" lang="zh-CN">${page.placeName(code)}</th>${own.map((one) => cell(page, one))}</tr>\n`,
    ];
  });
  const rest = indicators.length - columns.length;
  return h`<div class="scroll" tabindex="0" role="region" aria-label="${'地区与指标 Places and indicators'}"><table class="matrix"><thead><tr><th scope="col">${t('Place', '地区')}</th>${columns.map((one) => h`<th scope="col" lang="zh-CN">${one}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${rest <= 0 ? NOTHING : h`<p class="hint">${t(`${rest} rarer indicators are left out here; all are in data/figures.parquet.`, `较少见的 ${rest} 项指标从略，见 data/figures.parquet。`)}</p>`}`;
}

function cell(page: Page, cells: readonly Cell[]): Markup {
  if (cells.length === 0) return h`<td class="none"><span aria-hidden="true">·</span></td>`;
  const values = cells.slice(0, 2).map(({ point }) => {
    const [figure] = point.figures;
    if (!figure) return NOTHING;
    const check = page.checksOfFigure(figure.figure_id).find((one) => one.verdict === point.verdict);
    const href = check ? anchor('check', check.check_id) : page.figureAnchor(figure.figure_id);
    const mark =
      point.verdict === 'unchecked'
        ? NOTHING
        : h` <i class="verdict ${point.verdict}" aria-hidden="true">${MARKS[point.verdict]}</i><span class="aside">${both((lang) => word('verdict', check?.verdict ?? '', lang))}</span>`;
    return h`<a href="#${href}" lang="zh-CN">${figure.quote}</a>${mark} `;
  });
  return h`<td class="${cells.some(({ point }) => point.verdict === 'broken') ? 'broken' : ''}">${values}${cells.length > 2 ? h`<sup>${cells.length}</sup>` : NOTHING}</td>`;
}
