/** What a reader of a report takes from its words: one short real sentence a case. */
import { describe, expect, test } from 'vitest';
import { quantities } from '../../src/source/quantity.ts';
import { figureOf, figuresOf, vocabulary } from './support.ts';

describe('what a figure is of', () => {
  test.each([
    ['规模以上工业企业利税、利润分别增长75.2%和98.9%。', '98.9%', '规模以上工业利润'],
    ['生产安全事故起数和死亡人数分别下降49.9%、45%。', '45%', '生产安全事故死亡人数'],
    ['道路交通事故起数和死亡人数分别下降1.8%、31.3%。', '31.3%', null],
    ['五年累计完成固定资产投资4848亿元，年均增长21%。', '4848亿元', '固定资产投资'],
    ['保持粮食播种面积160万亩。', '160万亩', '粮食播种面积'],
    ['农民专业合作组织突破1000家。', '突破1000家', '农民合作社'],
    ['三次产业结构更加优化，比例为9.7:39.5:50.8。', '39.5', '三次产业结构'],
    ['地区生产总值位居省会城市第9、大中城市第21。', '第21', '地区生产总值'],
    ['地区生产总值增速高于全省0.5个百分点。', '0.5个百分点', '地区生产总值'],
    ['减少贫困村31个，6.16万人实现脱贫。', '6.16万人', '脱贫人口'],
    ['①新建7000个5G基站。', '7000个', '5G基站'],
  ])('%s %s', (text, quote, indicator) => {
    expect(figureOf(figuresOf(text), quote).indicator).toBe(indicator);
  });

  test('a stretch of several places is not the place of the report', () => {
    const [figure] = figuresOf('湘南地区规模工业增加值增速高于全省1.1个百分点。');
    expect(figure?.regionCode).toBeNull();
  });

  test('what gets better is not how many', () => {
    expect(figureOf(figuresOf('改善135万农村居民饮用水条件。'), '135万').measure).toBe('count');
    expect(figureOf(figuresOf('完成农村公路等级提升180公里。'), '180公里').measure).toBe('level');
    expect(figureOf(figuresOf('城乡居民收入提升5%。'), '5%').measure).toBe('growth');
  });

  test('people for whom something is done are named behind their number', () => {
    const text = '建成日间照料中心28个，为1500名残疾人提供居家托养服务。';
    expect(figureOf(figuresOf(text), '1500名').indicatorText).toMatch(/^残疾人/u);
  });

  test('a remark in brackets makes estimates of what stands before and after it', () => {
    const text = '保持较快增长，生产总值达9250亿元，增长9.4%（预计数，下同）;固定资产投资6680亿元，增长14.5%。';
    expect(figuresOf(text).map(({ nature }) => nature)).toEqual(['estimate', 'estimate', 'estimate', 'estimate']);
  });

  test('a sum that grew since the year before is of one year', () => {
    const [sum] = figuresOf('累计引进市外资金330亿元，增长43.5%。');
    expect(sum).toMatchObject({
      measure: 'total',
      nature: 'actual',
      period: { start: '2023-01-01', end: '2023-12-31' },
    });
  });
});

describe('numbers', () => {
  test.each([
    ['进出口总额占全省1/5以上', '1/5以上', '20', '%'],
    ['带动十多万人就业', '十多万人', '100000', '人'],
    ['投入一千多万元', '一千多万元', '10000000', '元'],
    ['缴获近一吨', '近一吨', '1', '吨'],
    ['发射卫星48颗', '48颗', '48', '颗'],
    ['年产黄酒60万千升', '60万千升', '600000', '千升'],
  ])('%s', (text, quote, value, unit) => {
    const [found] = quantities(text, vocabulary).quantities;
    expect(found).toMatchObject({ quote, value, unit });
  });

  test.each([
    '进出口实现两位数增长。',
    '是打造三个强省的关键。',
    '开展3岁以下婴幼儿照护试点。',
    '中电科48所牵头。',
    '新签约一批10亿以上重点项目。',
    '做好评估【34】工作。',
  ])('%s holds none', (text) => {
    expect(quantities(text, vocabulary).quantities.map(({ quote }) => quote)).toEqual([]);
  });
});

test('confidence is higher where the vocabulary knows what a figure is of', () => {
  const figures = figuresOf('地区生产总值1842.6亿元，某种指标达到12吨。');
  expect(figureOf(figures, '1842.6亿元').confidence).toBeGreaterThan(figureOf(figures, '12吨').confidence);
});
