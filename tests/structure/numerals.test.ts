import { expect, test } from 'vitest';
import { countOf, entryNumberOf, enumeratorOf, numeralValue } from '../../src/source/structure/numerals.ts';

test.each([
  ['一、2023年工作回顾', 1, 1],
  ['十二、加强自身建设', 1, 12],
  ['二 、主要任务', 1, 2],
  ['第三部分 自身建设', 1, 3],
  ['（三）推进改革', 2, 3],
  ['(十一)推进改革', 2, 11],
  ['（ 四 ）推进改革', 2, 4],
  ['1、新增就业', 3, 1],
  ['12. 名词', 3, 12],
  ['3.2024年实事', 3, 3],
])('%s is a number of level %i', (line, level, number) => {
  expect(enumeratorOf(line)).toMatchObject({ level, number });
});

test.each([
  '一、二、三次产业结构优化',
  '5.2%的增长',
  '1.5亿元',
  '一是抓发展',
  '（2024年1月）',
  '十三五时期',
  '2、3号线开通',
  '',
])('%s carries no number', (line) => {
  expect(enumeratorOf(line)).toBeNull();
});

test('a list that counts on is trusted more than the look of a decimal', () => {
  expect(entryNumberOf('14、710、702街坊', 13)).toEqual({ number: 14, length: 3 });
  expect(entryNumberOf('3.5G基站', 2)).toEqual({ number: 3, length: 2 });
  expect(entryNumberOf('3.5%的增长', 7)).toBeNull();
});

test('numerals up to 99, digits, and nothing else', () => {
  expect(['一', '十', '十九', '二十', '九十九'].map(numeralValue)).toEqual([1, 10, 19, 20, 99]);
  expect(numeralValue('百')).toBeNaN();
  expect([countOf('11'), countOf('两'), countOf('十')]).toEqual([11, 2, 10]);
  expect(countOf('若干')).toBeNaN();
});
