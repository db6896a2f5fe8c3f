/** What a plan says of several years to come, and of the first of them alone. The report was given in 2024. */
import { expect, test } from 'vitest';
import { meaningsIn } from './support.ts';

const FIVE = ', 2028-01-01/2028-12-31';

test.each([
  // What is to be reached is told of the end; it is not held against the outcome of the first year.
  [
    '二、今后五年的奋斗目标和主要任务',
    '地区生产总值年均增长5%、迈上3万亿元台阶，常住人口城镇化率达63%，高新技术企业超过2万户，居民收入翻一番。',
    [
      `5%, 地区生产总值, growth, up, comparable, [年均], 2024-01-01/2028-12-31`,
      `迈上3万亿元, 地区生产总值, level${FIVE}`,
      `63%, 常住人口城镇化率, share, [城镇]${FIVE}`,
      `超过2万户, 高新技术企业, count${FIVE}`,
    ],
  ],
  [
    '二、“十五五”时期主要目标任务',
    '人均地区生产总值8万元以上，森林覆盖率保持在61%以上。',
    ['8万元以上, 人均地区生产总值, level, 2030-01-01/2030-12-31', '61%以上, 森林覆盖率, share, 2030-01-01/2030-12-31'],
  ],
  // A section on the first of those years names them and means one.
  [
    '三、全力以赴做好“十五五”开局工作',
    '新增高新技术企业550家，数字经济核心产业增加值增长10%，城镇登记失业率控制在3.5%以内。',
    ['550家, 高新技术企业, new', '10%, 数字经济核心产业增加值, growth, up', '3.5%以内, 城镇登记失业率, share, [城镇]'],
  ],
  [
    '三、奋勇争先，实现“十四五”良好开局',
    '社会消费品零售总额增长9%，新建5G基站700个以上。',
    ['9%, 社会消费品零售总额, growth, up, nominal', '700个以上, 5G基站, new'],
  ],
  // Of both: nobody can tell which is meant.
  [
    '二、未来五年总体要求和今年重点工作',
    '力争社会消费品零售总额突破2万亿元。',
    ['突破2万亿元, 社会消费品零售总额, level, no time'],
  ],
  // A thing to do is named after the years that it takes.
  [
    '（二）扎实推进产业园区三年提升行动',
    '规模以上工业增加值增长8%。',
    ['8%, 规模以上工业增加值, growth, up, comparable, [规模以上]'],
  ],
] as const)('under %s: %s', (heading, text, wanted) => {
  expect(meaningsIn(text, 'plan', [heading])).toEqual(expect.arrayContaining([...wanted]));
});
