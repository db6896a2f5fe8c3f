/** The figures of our own corpus, read by the whole pipeline: what a reader of these reports would look up first. */
import { expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import type { ReadReport } from '../../src/model/result.ts';
import { audit, corpusInputs, rulesFromDisk } from '../support/pipeline.ts';
import { figureOf } from './support.ts';

const { sources } = audit(corpusInputs(), rulesFromDisk());
const reports = sources.flatMap((source) => source.reports.map((report) => ({ path: source.source.path, report })));

function reportOf(region: string, year: number, path = ''): ReadReport {
  const found = reports.find(
    (one) =>
      one.report.identity.region === region && one.report.identity.reportYear === year && one.path.includes(path),
  );
  if (found === undefined) throw new Error(`no report of ${region} ${year}`);
  return found.report;
}

function quoted(report: ReadReport, quote: string, indicator?: string): Figure {
  return figureOf(
    report.figures.filter((one) => indicator === undefined || one.indicator === indicator),
    quote,
  );
}

test('the city: product and growth, prices, headquarters', () => {
  const city = reportOf('上海市', 2024, 'shanghai-2024');
  const product = quoted(city, '4.72万亿元');
  expect(product).toMatchObject({
    indicator: '地区生产总值',
    interval: { low: '4715000000000', high: '4725000000000' },
    nature: 'actual',
    period: { start: '2023-01-01', end: '2023-12-31' },
  });
  expect(city.figures.find((one) => one.of === product.figureId)).toMatchObject({ quote: '5%', measure: 'growth' });
  expect(quoted(city, '0.3%')).toMatchObject({ indicator: '居民消费价格', measure: 'growth', direction: 'up' });
  expect(['65家', '30家', '956家', '561家'].map((quote) => quoted(city, quote).measure)).toEqual([
    'new',
    'new',
    'total',
    'total',
  ]);
});

test('Pudong: three leading industries, and the shares of each in the city', () => {
  const pudong = reportOf('浦东新区', 2024);
  expect(quoted(pudong, '7300亿元').parts).toEqual(['集成电路', '生物医药', '人工智能']);
  for (const [amount, share, part] of [
    ['2464亿元', '75%', '集成电路'],
    ['3782亿元', '40%', '生物医药'],
    ['1447亿元', '40%', '人工智能'],
  ] as const) {
    const figure = quoted(pudong, amount);
    expect(figure.indicatorText).toContain(part);
    const found = pudong.figures.find((one) => one.of === figure.figureId && one.quote === share);
    expect(found).toMatchObject({ measure: 'share', whole: '全市' });
    expect(found?.indicatorText).toContain(part);
  }
});

test('Huangpu: product of three quarters, revenue of two years, a torn figure mended', () => {
  const [before, after] = [reportOf('黄浦区', 2024), reportOf('黄浦区', 2025)];
  const product = quoted(before, '2288.93亿元');
  expect(product).toMatchObject({ indicator: '地区生产总值', period: { start: '2023-01-01', end: '2023-09-30' } });
  expect(before.figures.find((one) => one.of === product.figureId)).toMatchObject({
    quote: '6.9%',
    basis: 'comparable',
  });
  for (const [report, level, growth] of [
    [before, '282.18亿元', '3%'],
    [after, '299.40亿元', '6.1%'],
  ] as const) {
    const revenue = quoted(report, level);
    expect(revenue).toMatchObject({ indicator: '一般公共预算收入', scope: ['区级'] });
    expect(report.figures.find((one) => one.of === revenue.figureId && one.measure === 'growth')?.quote).toBe(growth);
  }
  expect(quoted(before, '18.45亿美元')).toMatchObject({ value: '1845000000', indicator: '实际使用外资' });
  expect(before.figures.find((one) => one.value === '69.4')).toMatchObject({
    of: quoted(before, '18.45亿美元').figureId,
  });
});

test('Changning: two taxes and their shares', () => {
  const changning = reportOf('长宁区', 2024);
  for (const [amount, share] of [
    ['370亿元', '67%'],
    ['306亿元', '55%'],
  ] as const) {
    const tax = quoted(changning, amount);
    expect(changning.figures.find((one) => one.of === tax.figureId && one.measure === 'share')).toMatchObject({
      quote: share,
      whole: '全区税收',
    });
  }
});

test('the growth that lost its percent sign is a finding, not a figure', () => {
  const huangpu = reports.find(({ path }) => path.includes('huangpu-2025'));
  expect(huangpu?.report.figures.some((one) => one.unit === '' && one.value === '5')).toBe(false);
  const findings = sources
    .flatMap((source) => source.findings)
    .filter(({ rule }) => rule === 'figures/figure-without-unit');
  expect(findings.map(({ quote }) => quote)).toEqual(['5']);
});
