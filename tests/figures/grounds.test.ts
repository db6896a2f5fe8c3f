/** Of two figures, the one that rests on more is held for surer; ranked as a reader would rank them. */
import { expect, test } from 'vitest';
import { figureOf, figuresOf } from './support.ts';

const NAMED = '地区生产总值达到1842.6亿元。';
const FIVE_YEARS = ['一、过去五年工作回顾'];

function trust(text: string, quote: string, headings: readonly string[] = []): number {
  return figureOf(figuresOf(text, 'review', headings), quote).confidence;
}

test.each([
  // A known thing before an unknown one of which nobody can say when.
  [NAMED, '1842.6亿元', '某种产品累计完成12吨。', '12吨'],
  // A known thing with a year before the sum of an unknown stretch of years.
  [NAMED, '1842.6亿元', '累计完成固定资产投资90亿元。', '90亿元'],
  [NAMED, '1842.6亿元', '累计新增就业3万人。', '3万人'],
  // A known thing in a unit of its own before one in a strange unit.
  [NAMED, '1842.6亿元', '地区生产总值达到12吨。', '12吨'],
  ['高新技术企业120家。', '120家', '高新技术企业120吨。', '120吨'],
  ['新增高新技术企业30家。', '30家', '新增高新技术企业30吨。', '30吨'],
  ['累计完成固定资产投资90亿元。', '90亿元', '累计完成固定资产投资90家。', '90家'],
  // A thing that is named where its number stands before one that was named earlier.
  ['白茶产量12吨，红茶产量3吨。', '3吨', '白茶产量12吨，达到3吨。', '3吨'],
  // An unknown thing with a year before one without.
  ['某种产品达到90亿元。', '90亿元', '某种产品累计达到90亿元。', '90亿元'],
  // Anything named before nothing at all.
  ['某种产品达到90亿元。', '90亿元', '达到90亿元。', '90亿元'],
])('%s %s before %s %s', (sure, one, unsure, other) => {
  expect(trust(sure, one)).toBeGreaterThan(trust(unsure, other));
});

test.each([
  // Growths, shares, ranks and ratios have units of their own.
  ['地区生产总值增长5%。', '5%'],
  ['地区生产总值居全省第二。', '第二'],
  ['地区生产总值翻了一番。', '翻了一番'],
  ['地区生产总值增速提高2个百分点。', '2个百分点'],
])('%s %s is as sure as an amount', (text, quote) => {
  expect(trust(text, quote)).toBe(trust(NAMED, '1842.6亿元'));
});

test('a growth of five years that names no year is less sure than one of a year', () => {
  expect(trust('地区生产总值增长5%。', '5%', FIVE_YEARS)).toBeLessThan(trust('地区生产总值增长5%。', '5%'));
});
