/** On which side of another a figure is, and which way it moved. */
import { expect, test } from 'vitest';
import { figureOf, figuresOf } from './support.ts';

test.each([
  ['财政收入增速低于年初预算1个百分点。', 'down', 'below'],
  ['财政收入增速慢于年初预算1个百分点。', 'down', 'below'],
  ['财政收入增速高于年初预算1个百分点。', 'up', 'above'],
  ['财政收入增速超过年初预算1个百分点。', 'up', 'above'],
  ['财政收入增速比年初预算低1个百分点。', 'down', null],
  ['财政收入增速比年初预算高1个百分点。', 'up', null],
  ['财政收入增速领先全省1个百分点。', 'up', 'above'],
  ['财政收入增速比全省平均水平低1个百分点。', 'down', 'below'],
  // Better than the plan: nobody knows which way.
  ['单位能耗好于年初计划1个百分点。', 'up', null],
  ['城乡收入差距1个百分点。', null, null],
] as const)('%s', (text, direction, comparedSense) => {
  expect(figureOf(figuresOf(text), '1个百分点')).toMatchObject({ direction, comparedSense });
});

test.each([
  ['财政收入降幅收窄至3%。', '3%', 'down'],
  ['财政收入增速回落到3%。', '3%', 'up'],
  ['财政收入下降3%。', '3%', 'down'],
  ['财政收入90亿元。', '90亿元', null],
] as const)('%s', (text, quote, direction) => {
  expect(figureOf(figuresOf(text), quote).direction).toBe(direction);
});
