import { describe, expect, test } from 'vitest';
import { formulaSlips, wordEnds } from '../../src/rules/kinds/loss-words.ts';
import { dropped, interleaved, longRuns } from '../../src/rules/kinds/unbroken-text.ts';

describe('words that lost a character', () => {
  const look = wordEnds(['数字科技', '生命健康', '人工智能']);
  const found = (text: string) =>
    look(text).map(({ range, data }) => [text.slice(range?.start, range?.end), data.reading]);

  test.each<[string, unknown]>([
    ['做大做强数字科、生命健康两大产业', [['数字科', '数字科技']]],
    ['机器人、生命健、元宇宙等领域', [['生命健', '生命健康']]],
    ['培育新动能。工智能企业达到12家', [['工智能', '人工智能']]],
    ['数字科技、生命健康、人工智能', []],
    ['数字科学馆、生命健身中心', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('set phrases', () => {
  const look = formulaSlips(['习近平新时代中国特色社会主义思想', '供给侧结构性改革']);
  const found = (text: string) => look(text).map(({ range }) => text.slice(range?.start, range?.end));

  test.each<[string, string[]]>([
    ['以习近平新时代中国特色社会主义思想为指导', []],
    ['以习近平新时代中国特色会主义思想为指导', ['习近平新时代中国特色会主义思想']],
    ['以习近平新代中国特色社会主义思想为指导', ['习近平新代中国特色社会主义思想']],
    ['深化供给侧构造性改革', []],
    ['深化供给侧结构改革', ['供给侧结构改革']],
    ['习近平新时代', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test('text without marks is told when it is more than a title or two', () => {
  const run = '推动传统产业转型升级培育新兴产业集群加快科技成果转化'.repeat(5);
  expect(longRuns(`${run}。`.repeat(2), 90, 3)).toEqual([]);
  expect(longRuns(`${run}。`.repeat(4), 90, 3)).toMatchObject([{ data: { count: 4, chars: run.length } }]);
});

test.each<[string, number]>([
  ['政zheng府fu工gong作zuo报告', 1],
  ['政（zhèng）府（fǔ）工（gōng）作报告', 1],
  ['We will continue to pursue high quality development', 1],
  ['建设5G基站200个，推进e网通办、App适老化改造，R&D投入增长', 0],
  ['用水 use 用电 power 各领域', 0],
])('letters between characters: %s', (text, count) => {
  expect(interleaved(text, 1)).toHaveLength(count);
});

test('a character that is nowhere in a long text was dropped', () => {
  expect(dropped('发展。'.repeat(2000), ['，,', '展'], 3000)).toMatchObject([{ range: null, data: { missing: '，' } }]);
  expect(dropped('发展,'.repeat(2000), ['，,', '展'], 3000)).toEqual([]);
  expect(dropped('短文', ['展'], 3000)).toEqual([]);
});
