/** Titles over what was done and what is to come: where such a part turns from the one to the other, and titles that only look so. */
import { describe, expect, test } from 'vitest';
import { CLOSING, HEAD, lines, outlineOf } from './support.ts';

/** The part of each line of a body, `review` or `plan`; titles too. */
function partsOf(...body: readonly string[]): string[] {
  return outlineOf(lines(HEAD, body, CLOSING))
    .paragraphs.map(({ part }) => part)
    .slice(HEAD.length, HEAD.length + body.length);
}

describe('a title that looks both ways turns', () => {
  test.each([
    [
      'at the plan that it names last',
      '一、“十四五”时期发展成就和“十五五”时期主要目标任务',
      ['五年来，新建学校25所，城乡面貌焕然一新。', '（二）“十五五”时期奋斗目标。新建学校30所。', '新建医院5家。'],
    ],
    [
      'at the years to come',
      '一、过去五年总结及今后五年思路',
      ['五年来，新建学校25所。', '今后五年，经济总量再上新台阶。', '新建医院5家。'],
    ],
    [
      'at the papers that the plan follows',
      '一、“十四五”规划实施情况及“十五五”规划目标',
      [
        '“十四五”时期，新建学校25所。',
        '根据市委“十五五”规划《建议》，市政府编制了《纲要》草案，提请审议。',
        '新建医院5家。',
      ],
    ],
    [
      'at plans that are named with one numeral',
      '一、“九五”计划完成情况和“十五”计划目标',
      ['“九五”期间，新建学校25所。', '“十五”期间，经济社会发展的奋斗目标是：新建学校30所。', '新建医院5家。'],
    ],
    [
      'at what we shall do in the plan',
      '一、“十四五”发展成效和“十五五”目标任务',
      ['“十四五”时期，新建学校25所。', '“十五五”时期，我们要新建学校30所。', '新建医院5家。'],
    ],
  ])('%s', (_, title, body) => {
    expect(partsOf(title, ...body, '二、2024年重点工作', '新建公园4个。')).toEqual([
      'review',
      'review',
      'plan',
      'plan',
      'plan',
      'plan',
    ]);
  });
});

test('the review of the last year follows such a part, and is a review', () => {
  expect(
    partsOf(
      '一、“十四五”时期发展成就和“十五五”时期主要目标',
      '五年来，新建学校25所。',
      '“十五五”时期，新建医院5家。',
      '二、2023年工作回顾',
      '新建学校6所。',
      '三、2024年工作安排',
      '新建公园4个。',
    ),
  ).toEqual(['review', 'review', 'plan', 'review', 'review', 'plan', 'plan']);
});

describe('a title that only looks back', () => {
  test.each([
    ['on a year and on five', '一、2023年工作回顾和“十三五”时期发展成就'],
    ['on both plans that are over', '一、“十二五”和“十三五”时期发展成就'],
    ['on work, with a task in its name', '一、2023年目标任务完成情况和主要成效'],
    ['on goals that were reached', '一、“十二五”计划主要预期目标提前实现，本市站在一个新的发展起点上'],
    ['on tasks that were fulfilled', '一、全年目标任务圆满完成'],
  ])('%s', (_, title) => {
    const body = ['根据市委部署，新建学校25所。', '“十三五”时期，新建医院5家。'];
    expect(partsOf(title, ...body, '二、2024年重点工作', '新建公园4个。')).toEqual([
      'review',
      'review',
      'review',
      'plan',
      'plan',
    ]);
  });
});

test.each(['二、确保圆满完成全年目标任务', '二、坚定信心，全面完成“十三五”规划'])('%s looks ahead', (title) => {
  expect(partsOf('一、2023年工作回顾', '新建学校25所。', title, '新建公园4个。')).toEqual([
    'review',
    'review',
    'plan',
    'plan',
  ]);
});
