/** From signs to the verdict: where something is gone, what counts once, and what the finding says. */
import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { complete } from '../../src/source/complete.ts';
import type { Partial } from '../../src/source/structure/pager.ts';
import { CLOSING, GLOSSARY, HEAD, lines, outlineOf, PLAN, REVIEW, SELF, VOCABULARY, WHOLE } from './support.ts';

const partial = (sign: Partial['sign'], missing: Partial['missing'], share: number | null = null): Partial => ({
  sign,
  place: range(0, 0),
  page: null,
  of: null,
  here: null,
  missing,
  share,
  words: '下一页',
});

/** The verdict where the signs named weigh so much, and no other speaks against the report. */
function weigh(text: string, weights: Readonly<Record<string, number>>, partials: readonly Partial[] = []) {
  return complete(
    { text, outline: outlineOf(text) },
    { promised: [], ordinal: 0, otherReportsChars: [], partials },
    VOCABULARY,
    new Map(Object.entries(weights)),
  );
}
function verdictOf(...given: Parameters<typeof weigh>) {
  const { verdict, missing } = weigh(...given).completeness;
  return [verdict, ...missing];
}
const TITLE = PLAN[0] ?? '';
const within = (...plan: string[]): string => lines(HEAD, REVIEW, [TITLE], plan, SELF, CLOSING);
const ONE = '（一）壮大实体经济。抓好招商引资，培育新的增长点。';
const TWO = '（二）办好民生实事。加强就业、教育和养老服务。';
const LATER = ['（四）深化改革开放。推进国企改革。', '（七）建设美丽乡村。整治村庄环境。'];
const LONG = '坚持把项目建设作为高质量发展的主抓手，全年实施省市两级重点项目一百二十个，完成投资';

describe('a sign alone tells where something is gone', () => {
  const CUT = [...HEAD, ...REVIEW, ...PLAN];
  test.each<[string, string, string[]]>([
    ['no-opening', lines(REVIEW, PLAN, SELF, CLOSING), ['head']],
    ['no-review-part', lines(HEAD, PLAN, SELF, CLOSING), ['middle']],
    ['section-missing', within(ONE, TWO, ...LATER), ['middle']],
    ['fewer-sections', within('今年要做好三方面工作：', ONE, TWO), ['middle']],
    ['paragraph-breaks-off', within(`（一）壮大实体经济。${LONG}`, TWO), ['middle']],
    ['no-plan-part', lines(HEAD, REVIEW, CLOSING), ['middle']],
    ['no-plan-part', lines(HEAD, REVIEW), ['tail']],
    ['no-closing', lines(CUT), ['tail']],
    ['closing-breaks-off', lines(WHOLE).slice(0, -6), ['tail']],
    ['bare-heading-at-end', lines(CUT, ['（三）深化改革']), ['tail']],
    ['stops-mid-sentence', lines(CUT, ['（三）深化改革。推进国企']), ['tail']],
    ['open-mark-at-end', lines(CUT, ['（三）深化改革。推进“放管服。']), ['tail']],
    ['promise-cut-short', lines(HEAD, REVIEW, [TITLE, '今年要做好三方面工作：', ONE]), ['tail']],
    ['heading-gap', within('今年要抓好以下工作。', TWO), []],
    ['promise-broken', within('今年要做好三方面工作：', '一是抓投资。', '二是抓消费。'), []],
  ])('%s', (sign, text, missing) => {
    expect(verdictOf(text, { [sign]: 100 })).toEqual(['truncated', ...missing]);
    expect(verdictOf(text, { [sign]: 0 })[0]).toBe(sign === 'no-opening' ? 'truncated' : 'complete');
  });

  test('a review that is gone behind no opening is gone with it', () => {
    expect(verdictOf(lines(PLAN, SELF, CLOSING), { 'no-review-part': 100 })).toEqual(['truncated', 'head']);
  });

  test.each<[Partial['sign'], Partial['missing'], string[]]>([
    ['rest-hidden', 'tail', ['tail']],
    ['pager', 'head', ['head']],
    ['page-slice', 'both', ['head', 'tail']],
  ])('%s, %s', (sign, end, missing) => {
    expect(verdictOf(lines(WHOLE), { [sign]: 100 }, [partial(sign, end)])).toEqual(['truncated', ...missing]);
    // What speaks for the report is more.
    expect(verdictOf(lines(WHOLE), { [sign]: 1 }, [partial(sign, end)])).toEqual(['complete']);
  });

  test('in the order of the text, whatever came first', () => {
    const text = lines(REVIEW, [TITLE, ONE, TWO], LATER);
    const all = { 'no-opening': 1, 'section-missing': 100, 'no-closing': 1 };
    expect(verdictOf(text, all)).toEqual(['excerpt', 'head', 'middle', 'tail']);
  });
});

describe('what is seen twice', () => {
  // A closing, a plan and a part on the government speak for the report with 8 together.
  const gaps = within(ONE, TWO, ...LATER);
  const slips = within('今年要抓好以下工作。', TWO, '1．抓项目。建一批。', '3．抓园区。扩一批。');
  const broken = within(`（一）壮大实体经济。${LONG}`, `（二）办好民生实事。${LONG}`, '（三）深化改革。推进国企改革。');
  const empty = within('（一）壮大实体经济', '（二）办好民生实事', '（三）深化改革', '推进国企改革。');
  const fewer = lines(
    HEAD,
    ['一、2023年工作回顾', '一年来，我们做好了三方面工作：', ...REVIEW.slice(2)],
    [TITLE, '今年要做好三方面工作：', ONE, TWO],
    SELF,
    CLOSING,
  );
  const words = ['一是抓投资。稳增长。', '二是抓消费。扩内需。'];
  const promises = lines(
    HEAD,
    ['一、2023年工作回顾', '一年来，我们做好了三方面工作：', ...words],
    [TITLE, '今年要做好三方面工作：', ...words],
    SELF,
    CLOSING,
  );
  test.each<[string, string, Partial[]]>([
    ['section-missing', gaps, []],
    ['heading-gap', slips, []],
    ['paragraph-breaks-off', broken, []],
    ['heading-without-body', empty, []],
    ['fewer-sections', fewer, []],
    ['promise-broken', promises, []],
    ['pager', lines(WHOLE), [partial('pager', 'tail'), partial('pager', 'tail')]],
    ['page-slice', lines(WHOLE), [partial('page-slice', 'tail'), partial('page-slice', 'tail')]],
    ['rest-hidden', lines(WHOLE), [partial('rest-hidden', 'tail'), partial('rest-hidden', 'tail')]],
  ])('counts once: %s', (sign, text, partials) => {
    const { evidence } = weigh(text, { [sign]: 7.5 }, partials).completeness;
    expect(evidence.filter((one) => one.sign === sign).length).toBeGreaterThan(1);
    expect(verdictOf(text, { [sign]: 7.5 }, partials)).toEqual(['complete']);
    expect(verdictOf(text, { [sign]: 8.5 }, partials)[0]).toBe('truncated');
  });

  test('each term of a glossary that is not used counts', () => {
    const text = lines(WHOLE, GLOSSARY);
    expect(verdictOf(text, { 'glossary-term-absent': 3.5 })).toEqual(['complete']);
    expect(verdictOf(text, { 'glossary-term-absent': 4.5 })).toEqual(['truncated']);
  });

  test('as much for it as against it is enough', () => {
    expect(verdictOf(gaps, { 'section-missing': 8 })).toEqual(['complete']);
  });
});

describe('a piece', () => {
  test.each<[string, string, string[]]>([
    ['of 199 characters without titles', '好'.repeat(199), ['not-a-report']],
    ['of 200', '好'.repeat(200), ['excerpt', 'head', 'tail']],
    ['of a few, with a title', `（一）壮大实体经济。${'好'.repeat(20)}`, ['excerpt', 'head', 'tail']],
    ['of a few, with an opening', '各位代表：\n好的。', ['truncated', 'tail']],
  ])('%s', (_, text, expected) => {
    const weights = { 'no-opening': 4, 'no-closing': 5 };
    expect(verdictOf(text, weights)).toEqual(expected);
    expect(weigh(text, weights).completeness.sharePresent === null).toBe(expected[0] !== 'truncated');
  });

  test.each<[string, string, string[]]>([
    ['whole but for its own words', lines(WHOLE, ['（本文有删减）']), ['excerpt']],
    ['and cut', lines(HEAD, ['（本文有删减）'], REVIEW, PLAN), ['excerpt', 'tail']],
  ])('shortened, %s', (_, text, expected) => {
    expect(verdictOf(text, { 'no-closing': 5 })).toEqual(expected);
  });
});

describe('what is said', () => {
  test('of a whole report: what speaks for it, and no finding', () => {
    const { completeness, signals } = weigh(lines(WHOLE), {});
    expect(signals).toEqual([]);
    expect(completeness.evidence.map(({ sign, weight, quote }) => [sign, weight, quote])).toEqual([
      ['has-plan-part', -2, TITLE],
      ['has-self-government-part', -1, SELF[0]],
      ['has-closing', -5, CLOSING[0]?.slice(0, 60)],
    ]);
  });

  test('of a cut one: the finding at its last words, with what it lacks and why, each reason once', () => {
    const text = lines(HEAD, REVIEW, [TITLE, ONE, TWO], LATER);
    const { completeness, signals } = weigh(text, { 'section-missing': 3, 'no-closing': 5 }, [
      partial('page-slice', 'tail', 0.5),
    ]);
    expect(completeness.sharePresent).toEqual({ low: 0.48, estimate: 0.5, high: 0.52 });
    const [first, ...others] = signals;
    expect(first?.range && text.slice(first.range.start, first.range.end)).toBe(LATER[1]);
    expect(first).toMatchObject({
      sign: 'truncated',
      data: { percent: 50, low: 48, high: 52, missing: 'middle, tail', reasons: 'no-closing, section-missing' },
    });
    expect(others.map(({ sign }) => sign)).toEqual(['no-closing', 'section-missing', 'section-missing']);
    // What weighs nothing is told as a finding, not as evidence.
    expect(completeness.evidence.map(({ sign }) => sign)).toEqual([
      'has-plan-part',
      'no-closing',
      'section-missing',
      'section-missing',
    ]);
  });

  test('a finding points at forty characters', () => {
    const text = lines(HEAD, REVIEW, [`${LONG}。`]);
    const [first] = weigh(text, { 'no-closing': 9 }).signals;
    expect(first?.range && text.slice(first.range.start, first.range.end)).toBe(`${LONG}。`.slice(-40));
  });

  test('a sign without a card weighs what the vocabulary says, and no card is one of nothing', () => {
    const { evidence } = weigh(lines(HEAD, REVIEW, PLAN), { 'has-plan-part': -3 }).completeness;
    expect(evidence.map(({ sign, weight }) => [sign, weight])).toEqual([['has-plan-part', -3]]);
  });
});
