import { expect, test } from 'vitest';
import { figureFormKind } from '../../src/rules/kinds/figure-form.ts';
import { figuresOf, IDENTITY, outlineOf, vocabulary } from './support.ts';

function hits(form: string, text: string): string[] {
  const run = figureFormKind.compile({ form }, vocabulary);
  if (run.shape !== 'report') throw new Error('a form check looks at one report');
  const view = {
    reportId: 'r',
    text,
    outline: outlineOf(text, 'review'),
    identity: IDENTITY,
    figures: figuresOf(text),
  };
  return run.hits(view).map(({ range }) => (range === null ? '' : text.slice(range.start, range.end)));
}

test.each([
  ['change-without-unit', '可比增长5,一般公共预算收入同比增长2%。', ['5']],
  ['change-without-unit', '投资增长7.5\n消费增长6%', ['7.5']],
  ['change-without-unit', '分别增长5、6和7个百分点，专利增加1,200件。', []],
  ['amount-without-unit', '地区生产总值达到1200亿，注册用户180万。', ['1200亿']],
  ['amount-without-unit', '地区生产总值达到1200亿元。', []],
  ['implausible-value', '地区生产总值达到1200万元。', ['1200万元']],
  ['implausible-value', '城镇登记失业率2.7%，80%的低收入农户实现增收。', []],
  ['share-above-whole', '技改投资占工业投资比重达到453%。', ['453%']],
  ['share-above-whole', '完成投资300亿元，占年计划的102.5%。', []],
])('%s: %s', (form, text, wanted) => {
  expect(hits(form, text)).toEqual(wanted);
});
