/** Texts of nothing but one thing: taken apart without a crash, at sizes that work in squares would never end. */
import { expect, test } from 'vitest';
import { outlineOf } from './support.ts';

const ONES = '一二三四五六七八九';
const one = (index: number): string => ONES.charAt(index % ONES.length);

const KINDS: readonly (readonly [name: string, make: (count: number) => string])[] = [
  ['headings of the first level', (count) => rows(count, (at) => `${one(at)}、加快推进第${at}项工作`)],
  ['headings glued to paragraphs', (count) => rows(count, (at) => `（${one(at)}）加快推进工作。抓好项目。`)],
  ['one line of sentences', (count) => `一、2023年工作回顾 ${'全市上下坚持稳中求进，经济稳步增长。'.repeat(count)}`],
  [
    'one line of headings',
    (count) => rows(count, (at) => `。（${one(at)}）加快推进工作。抓好项目`).replaceAll('\n', ''),
  ],
  ['runs without a beginning', (count) => rows(count, (at) => `${one(at + 1)}是抓好项目。`)],
  ['short lines', (count) => rows(count, () => '加快推进工作一览')],
  ['short lines and sentences', (count) => rows(count, () => '加快推进工作一览\n全市上下坚持稳中求进，经济稳步增长。')],
  ['bold type that never ends', (count) => rows(count, () => '**加快推进工作，全市上下坚持稳中求进')],
  ['numerals', (count) => '。一、'.repeat(count)],
  ['brackets', (count) => '（一）'.repeat(count)],
  ['addresses', (count) => '各位代表！'.repeat(count)],
  ['glossary', (count) => `名词解释\n${rows(count, (at) => `${at}.词语：解释。`)}`],
];

function rows(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('\n');
}

test.each(KINDS)('%s: every character once, and no heading outside its paragraph', (_, make) => {
  const text = make(2000);
  const { paragraphs, headings } = outlineOf(text);
  expect(
    paragraphs
      .map(({ range }) => text.slice(range.start, range.end))
      .join('')
      .replace(/\s/gu, ''),
  ).toBe(text.replace(/\s/gu, ''));
  for (const { paragraph, range } of headings) {
    const around = paragraphs[paragraph]?.range;
    expect(around && around.start <= range.start && range.start < range.end).toBe(true);
  }
});

test.each(KINDS)('%s: forty thousand of them are taken apart to the last character', (_, make) => {
  const text = make(40_000);
  const { paragraphs } = outlineOf(text);
  expect(paragraphs.at(-1)?.range.end).toBe(text.length);
});

test('ten thousand headings and a line of five megabytes', () => {
  expect(outlineOf(rows(10_000, (at) => `${one(at)}、加快推进第${at}项工作`)).headings).toHaveLength(10_000);
  const line = `一、2023年工作回顾 ${'全市上下坚持稳中求进，经济稳步增长。'.repeat(100_000)}`;
  expect(outlineOf(line).headings).toMatchObject([{ level: 1, number: 1, title: '2023年工作回顾' }]);
});
