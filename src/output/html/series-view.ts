/** Reads the page / gives a drawing and a table of every indicator of every place over the years / promises: the drawing says nothing that the table does not. */
import { compareText } from '../../model/finding.ts';
import { span } from '../amount.ts';
import { word } from '../words.ts';
import { chart, scaleOf } from './chart.ts';
import { anchor, both, count, h, type Markup, NOTHING, t } from './markup.ts';
import { MARKS } from './matrix-view.ts';
import { grouped, type Page } from './model.ts';
import { type Point, type Series, seriesOf } from './series.ts';

/** As many indicators, and as many places of one, are drawn. */
const INDICATORS = 40;
const PLACES = 40;

export function seriesView(page: Page): Markup {
  const drawn = seriesOf(page.tables).filter(({ points }) => points.length > 1);
  if (drawn.length === 0)
    return h`<p class="empty">${t('No indicator is stated more than once.', '没有一项指标有两个以上的数值。')}</p>`;
  const of = grouped(drawn, ({ indicator }) => [indicator]);
  const weight = (indicator: string): number =>
    of(indicator).reduce((sum, { points }) => sum + points.length + (isBroken(points) ? 1000 : 0), 0);
  const names = [...new Set(drawn.map(({ indicator }) => indicator))].sort(
    (a, b) => weight(b) - weight(a) || compareText(a, b),
  );
  const folds = names.slice(0, INDICATORS).map((indicator, at) => {
    const all = of(indicator);
    const broken = all.filter(({ points }) => isBroken(points)).length;
    const body = page.chunks.later(at === 0 ? 'view' : 'open', () => charts(page, all));
    return h`<details class="series" id="${anchor('indicator', indicator)}"${at === 0 ? h` open` : NOTHING}><summary><b lang="zh-CN">${indicator}</b> <small>${t(`${count(all.length)} ${all.length === 1 ? 'place' : 'places'}`, `${count(all.length)} 个地区`)}</small>${broken === 0 ? NOTHING : h` <span class="badge error">${t(`${broken} broken`, `${broken} 处不成立`)}</span>`}</summary>${body}</details>`;
  });
  return h`<p class="legend"><span class="shape stated">● ${t('as stated', '原文水平')}</span><span class="shape implied">◇ ${t('level of the year before and growth', '上年水平与增速推得')}</span><span class="shape target">△ ${t('target', '目标')}</span><span>◎ ${t('in a broken check', '所在比对不成立')}</span></p>${folds}`;
}

function charts(page: Page, all: readonly Series[]): Markup {
  const sorted = [...all].sort(
    (a, b) => Number(isBroken(b.points)) - Number(isBroken(a.points)) || compareText(a.code, b.code),
  );
  const rest = sorted.length - PLACES;
  const shown = sorted.slice(0, PLACES).map((one) => {
    const name = page.placeName(one.code);
    const label = `${name} ${one.indicator}: 数值见下表 / the values are in the table below`;
    return h`<figure class="series-of"><figcaption><b lang="zh-CN">${name}</b> <small>${scaleOf(one)}</small></figcaption>${chart(one, label)}
<details><summary>${t('Values', '数值')}</summary><table><thead><tr><th scope="col">${t('Year', '年份')}</th><th scope="col">${t('Value', '数值')}</th><th scope="col">${t('From', '出处')}</th></tr></thead><tbody>${one.points.map((point) => line(page, point))}</tbody></table></details></figure>`;
  });
  return h`<div class="gallery">${shown}</div>${rest <= 0 ? NOTHING : h`<p class="hint">${t(`${rest} more places are in data/figures.parquet.`, `另有 ${rest} 个地区，见 data/figures.parquet。`)}</p>`}`;
}

const KINDS: Readonly<Record<Point['kind'], readonly [en: string, zh: string]>> = {
  stated: ['stated', '原文'],
  implied: ['from growth', '由增速推得'],
  target: ['target', '目标'],
};

function line(page: Page, { year, kind, interval, unit, figures, verdict }: Point): Markup {
  const [en, zh] = KINDS[kind];
  const links = figures.map((row) => h` <a href="#${page.figureAnchor(row.figure_id)}" lang="zh-CN">${row.quote}</a>`);
  const mark =
    verdict === 'unchecked'
      ? NOTHING
      : h` <i class="verdict ${verdict}">${MARKS[verdict]}</i><span class="aside">${both((lang) => word('verdict', verdict, lang))}</span>`;
  return h`<tr><th scope="row">${year} <small>${t(en, zh)}</small></th><td>${both((lang) => span(interval, unit, lang))}${mark}</td><td>${links}</td></tr>`;
}

function isBroken(points: readonly Point[]): boolean {
  return points.some(({ verdict }) => verdict === 'broken');
}
