/** What a heading over several years says of the figures below it. */
import { expect, test } from 'vitest';
import { meaningsIn } from './support.ts';

const FIVE_YEARS = '一、过去五年工作回顾';

test.each([
  ['财政收入增长5%。', '5%, 财政收入, growth, up, nominal, no time'],
  ['财政收入达到90亿元。', '90亿元, 财政收入, level'],
  ['森林覆盖率达到40%。', '40%, 森林覆盖率, share'],
  ['地区生产总值居全省第二。', '第二, 地区生产总值, rank, [全省]'],
  ['城乡居民收入比为2.1:1。', '2.1:1, 城乡居民收入比, ratio'],
  ['高新技术企业120家。', '120家, 高新技术企业, count'],
  ['某种产品达到90亿元。', '90亿元, ? “某种产品”, level, no time'],
  ['累计新增就业3万人。', '3万人, 新增就业岗位 “新增就业”, total, cumulative, 2019-01-01/2023-12-31'],
  ['财政收入年均增长5%。', '5%, 财政收入, growth, up, nominal, [年均], 2019-01-01/2023-12-31'],
  ['新建学校25所。', '25所, ? “学校”, new, cumulative, 2019-01-01/2023-12-31'],
])('over five years: %s', (text, wanted) => {
  expect(meaningsIn(text, 'review', [FIVE_YEARS])).toEqual([wanted]);
});

test.each([
  ['review', '“十三五”时期工作回顾', '2016-01-01/2020-12-31'],
  ['review', '十四五工作回顾', '2021-01-01/2025-12-31'],
  ['review', '过去三年工作回顾', '2021-01-01/2023-12-31'],
  ['plan', '今后五年的奋斗目标', '2024-01-01/2028-12-31'],
  ['review', '本届政府工作回顾', 'no time'],
] as const)('%s, %s', (part, heading, time) => {
  const [line = ''] = meaningsIn('财政收入年均增长5%。', part, [heading]);
  expect(line.split(', ')).toContain(time);
});

test('a plan of action is no stretch of years', () => {
  expect(meaningsIn('新建学校25所。', 'review', ['三年行动计划'])).toEqual(['25所, ? “学校”, new']);
});
