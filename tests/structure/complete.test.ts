import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { complete } from '../../src/source/complete.ts';
import {
  CLOSING,
  GLOSSARY,
  HEAD,
  judge,
  lines,
  outlineOf,
  PLAN,
  REVIEW,
  SELF,
  VOCABULARY,
  WEIGHTS,
  WHOLE,
} from './support.ts';

describe('the verdict', () => {
  test.each([
    ['a whole report', lines(WHOLE), 'complete'],
    ['with a glossary', lines(WHOLE, GLOSSARY), 'complete'],
    [
      'with a glossary that breaks off',
      lines(WHOLE, GLOSSARY, ['3、招商引资：指通过优惠政策和园区配套吸引资金、']),
      'complete',
    ],
    ['two parts only', lines(HEAD, REVIEW, PLAN, CLOSING), 'complete'],
    ['a newspaper named at its end', `${lines(WHOLE)}（某某日报）`, 'complete'],
    ['cut in its review', lines(HEAD, REVIEW), 'truncated'],
    ['cut before its last part', lines(HEAD, REVIEW, PLAN), 'truncated'],
    ['cut before its closing', lines(HEAD, REVIEW, PLAN, SELF), 'truncated'],
    ['only an opening', lines(HEAD), 'truncated'],
    ['its plan gone from the middle', lines(HEAD, REVIEW, CLOSING), 'truncated'],
    ['its head gone', lines(REVIEW, PLAN, SELF, CLOSING), 'truncated'],
    ['neither head nor tail', lines(REVIEW, PLAN), 'excerpt'],
    ['its last words gone', lines(WHOLE).slice(0, -6), 'truncated'],
    ['shortened by its own words', lines(WHOLE, ['（本文有删减）']), 'excerpt'],
    ['a line', '关于召开会议的通知', 'not-a-report'],
  ])('%s', (_, text, verdict) => {
    expect(judge(text).completeness.verdict).toBe(verdict);
  });
});

test('a cut report says why, in words of its own', () => {
  const { completeness, signs } = judge(lines(HEAD, REVIEW, ['（三）生态环境持续改善']));
  expect(completeness.evidence.map(({ sign, quote }) => [sign, quote])).toEqual([
    ['no-plan-part', ''],
    ['no-closing', ''],
    ['bare-heading-at-end', '（三）生态环境持续改善'],
  ]);
  expect(signs).toEqual(['truncated', 'no-plan-part', 'no-closing', 'bare-heading-at-end']);
});

describe('signs', () => {
  const withPlan = (...plan: string[]): string => lines(HEAD, REVIEW, plan, SELF, CLOSING);
  test.each([
    [
      'a heading is empty',
      withPlan(PLAN[0] ?? '', '（一）壮大实体经济', '（二）办好实事', '加强就业服务。'),
      'heading-without-body',
    ],
    [
      'a count in words',
      withPlan(PLAN[0] ?? '', '我们着力抓好三方面工作。', '一是抓投资。稳增长。', '二是抓消费。扩内需。'),
      'promise-broken',
    ],
    ['a skipped entry', lines(WHOLE, GLOSSARY, ['4、河湖长：指河长和湖长。']), 'glossary-gap'],
    ['a term that is not used', lines(WHOLE, GLOSSARY), 'glossary-term-absent'],
  ])('%s', (_, text, sign) => {
    const { signs, completeness } = judge(text);
    expect(signs).toContain(sign);
    expect(completeness.verdict).toBe('complete');
  });

  test.each([
    ['a section is skipped', withPlan(...PLAN, '（四）建设美丽乡村。整治村庄环境。'), 'section-missing'],
    [
      'fewer sections than announced',
      withPlan(PLAN[0] ?? '', '今年要重点做好以下六个方面的工作：', ...PLAN.slice(2)),
      'fewer-sections',
    ],
  ])('%s: its middle is gone', (_, text, sign) => {
    const { signs, completeness } = judge(text);
    expect(signs).toContain(sign);
    expect(completeness).toMatchObject({ verdict: 'truncated', missing: ['middle'] });
  });

  test('a whole report gives none', () => {
    expect(judge(lines(WHOLE)).signs).toEqual([]);
    expect(judge(withPlan(PLAN[0] ?? '', '今年要重点做好两个方面工作：', ...PLAN.slice(2))).signs).toEqual([]);
  });

  test('a count that the end of the text breaks', () => {
    expect(judge(lines(HEAD, REVIEW, [PLAN[0] ?? '', '今年重点做好六方面工作：'], PLAN.slice(2))).signs).toContain(
      'promise-cut-short',
    );
  });

  test('numbers that start again are no gap', () => {
    const nested = [
      '二、2024年工作任务',
      '一、抓产业。稳增长。',
      '二、抓民生。办实事。',
      '三、加强政府自身建设',
      '坚持依法行政。',
    ];
    expect(judge(lines(HEAD, REVIEW, nested, CLOSING)).signs).toEqual([]);
  });
});

describe('the share that is present', () => {
  test('a whole report has all, a piece has none to tell', () => {
    expect(judge(lines(WHOLE)).completeness.sharePresent).toEqual({ estimate: 1, low: 1, high: 1 });
    expect(judge(lines(REVIEW, PLAN)).completeness.sharePresent).toBeNull();
  });

  // Ten pages by number are more than nine and at most ten: that is what the range leaves open.
  test('pages of the contents page come first', () => {
    const text = lines(HEAD, REVIEW);
    const entry = (name: string, page: number, kept: number | null) => ({
      name,
      page,
      kept,
      regionCode: null,
      range: range<'unwrapped'>(0, 0),
    });
    const { completeness } = complete(
      { text, outline: outlineOf(text) },
      {
        promised: [entry('甲市', 1, 0), entry('乙市', 11, 1), entry('丙市', 31, null)],
        ordinal: 1,
        otherReportsChars: [text.length],
      },
      VOCABULARY,
      WEIGHTS,
    );
    // Ten pages hold as many characters beside it as are here on twenty.
    expect(completeness.sharePresent).toEqual({ estimate: 0.5, low: 0.45, high: 0.526 });
  });

  test('where the plan begins tells the length of the whole', () => {
    const { completeness } = judge(lines(HEAD, REVIEW, PLAN));
    const share = completeness.sharePresent;
    expect(share?.low).toBeLessThan(share?.estimate ?? 0);
    expect(share?.high).toBeGreaterThan(share?.estimate ?? 1);
  });
});

test('every cut of a report is noticed, and the estimate stays a share', () => {
  const text = lines(WHOLE);
  const closing = text.indexOf('各位代表，征程');
  fc.assert(
    fc.property(fc.integer({ min: lines(HEAD).length + 1, max: closing - 2 }), (end) => {
      const { verdict, sharePresent } = judge(text.slice(0, end).trimEnd()).completeness;
      expect(verdict).toBe('truncated');
      expect(sharePresent?.low).toBeGreaterThan(0);
      expect(sharePresent?.high).toBeLessThan(1);
    }),
  );
});
