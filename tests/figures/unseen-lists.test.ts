/** Lists as reports of 2026 write them: what each number is of. */
import { expect, test } from 'vitest';
import { meaningsIn } from './support.ts';

test.each([
  [
    '其中一二三产增加值年均分别增长3.5%、6%、5%。',
    [
      '3.5%, 第一产业增加值, growth, up, comparable, [年均], no time',
      '6%, 第二产业增加值, growth, up, comparable, [年均], no time',
      '5%, 第三产业增加值, growth, up, comparable, [年均], no time',
    ],
  ],
  [
    '第一、二、三产业增加值分别为12亿元、50亿元、80亿元，三次产业增加值分别增长3.8%、5.2%、6.3%。',
    [
      '12亿元, 第一产业增加值, level',
      '50亿元, 第二产业增加值, level',
      '80亿元, 第三产业增加值, level',
      '3.8%, 第一产业增加值, growth, up, comparable, of 12亿元',
      '5.2%, 第二产业增加值, growth, up, comparable, of 50亿元',
      '6.3%, 第三产业增加值, growth, up, comparable, of 80亿元',
    ],
  ],
  [
    '累计完成棚户区改造47.63万户、老旧小区改造68.56万户、背街小巷改造5667条。',
    [
      '47.63万户, 棚户区改造 “棚户区”, total, cumulative, no time',
      '68.56万户, 老旧小区改造 “老旧小区”, total, cumulative, no time',
      '5667条, ? “背街小巷”, total, cumulative, no time',
    ],
  ],
  ['每年城镇新增就业60万人以上、省外务工劳动力稳定在600万人左右。', ['600万人左右, ? “省外务工劳动力”, count']],
  [
    '国企“十四五”时期利润总额为“十三五”时期的2.2倍。',
    ['2.2倍, ? “国企“十四五”时期利润总额”, ratio, [比十三五时期], 2021-01-01/2025-12-31'],
  ],
] as const)('%s', (text, wanted) => {
  expect(meaningsIn(text, 'review', [])).toEqual(expect.arrayContaining([...wanted]));
});
