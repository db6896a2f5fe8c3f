/** What speaks for and against a report being whole, sign by sign, with the words that a person is shown. */
import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { complete } from '../../src/source/complete.ts';
import type { Partial } from '../../src/source/structure/pager.ts';
import { CLOSING, HEAD, judge, lines, outlineOf, PLAN, REVIEW, SELF, VOCABULARY, WEIGHTS, WHOLE } from './support.ts';

/** The findings of a text with the words they point at. */
function told(text: string, partials: readonly Partial[] = []) {
  const { completeness, signals } = complete(
    { text, outline: outlineOf(text) },
    { promised: [], ordinal: 0, otherReportsChars: [], partials },
    VOCABULARY,
    WEIGHTS,
  );
  const words = signals.map(({ sign, range: at }) => [sign, at === null ? '' : text.slice(at.start, at.end)]);
  return { completeness, signals, words };
}

describe('a piece too small to judge', () => {
  const line = '全市上下坚持稳中求进，主要目标任务较好完成。';
  test.each([
    ['some lines without titles', line.repeat(3), 'not-a-report'],
    ['as short, with a title of a section', `二、2024年工作任务\n${line}`, 'excerpt'],
    ['as short, with the opening of a report', lines(HEAD), 'truncated'],
    ['a page of text without titles', line.repeat(30), 'excerpt'],
  ])('%s', (_, text, verdict) => {
    expect(judge(text).completeness.verdict).toBe(verdict);
  });
});

describe('how a report begins', () => {
  const FORMULA = '现在，我代表市人民政府，向大会报告工作，请予审议。';
  const BODY = lines(REVIEW, PLAN, SELF, CLOSING);
  const TITLE = '2024年政府工作报告';
  test.each([
    ['title, address and formula', lines([TITLE, '各位代表：', FORMULA], [BODY]), []],
    ['title and formula, the address is gone', lines([TITLE, FORMULA], [BODY]), []],
    ['title and address, the formula is gone', lines([TITLE, '各位代表：'], [BODY]), []],
    ['a title alone', lines([TITLE], [BODY]), ['no-salutation']],
    ['an address alone', lines(['各位代表：'], [BODY]), []],
    ['neither', BODY, ['truncated', 'no-opening']],
  ])('%s', (_, text, signs) => {
    expect(judge(text).signs.filter((sign) => /opening|salutation|truncated/u.test(sign))).toEqual(signs);
  });

  test.each([
    ['a note of its own', lines(WHOLE, ['（本文有删减）']), 'excerpt'],
    ['a note under the title', lines(['2024年政府工作报告（摘要）'], HEAD.slice(1), [BODY]), 'excerpt'],
    [
      'a paragraph that speaks of other papers',
      lines(
        HEAD,
        REVIEW,
        PLAN,
        ['政务公开扎实推进，全年公开各类文件四百件，其中有删减的文件都说明了理由，办理结果公布摘要。'],
        SELF,
        CLOSING,
      ),
      'complete',
    ],
  ])('shortened by its own words: %s', (_, text, verdict) => {
    expect(judge(text).completeness.verdict).toBe(verdict);
  });
});

describe('how a report ends', () => {
  test.each([
    ['in the middle of a sentence', '（三）深化改革开放。推进国有企业', 'stops-mid-sentence'],
    ['behind a mark that opens', '（三）深化改革开放。推进“放管服。', 'open-mark-at-end'],
    ['at a title', '（三）深化改革开放', 'bare-heading-at-end'],
  ])('%s', (_, last, sign) => {
    const { words, completeness } = told(lines(HEAD, REVIEW, PLAN, [last]));
    expect(words).toContainEqual([sign, last]);
    expect(completeness.missing).toContain('tail');
  });

  test.each([
    ['with a quotation', '（三）深化改革开放。推进“放管服”。'],
    ['with a remark in brackets', '（三）深化改革开放。推进国企改革。（鼓掌）'],
  ])('as a sentence does, %s: no words are missing', (_, last) => {
    const { words } = told(lines(HEAD, REVIEW, PLAN, [last]));
    expect(words.map(([sign]) => sign)).not.toContain('stops-mid-sentence');
  });

  test('what is quoted is not longer than a line', () => {
    for (const { quote } of judge(lines(WHOLE)).completeness.evidence) expect(quote.length).toBeLessThanOrEqual(60);
    expect(judge(lines(WHOLE)).completeness.evidence.map(({ sign }) => sign)).toContain('has-closing');
  });

  test('what speaks for a report tells nothing of what is missing', () => {
    const { signals, completeness } = told(lines(HEAD, REVIEW));
    expect(completeness.missing).toEqual(['tail']);
    expect(signals[0]).toMatchObject({
      sign: 'truncated',
      data: { missing: 'tail', reasons: 'no-plan-part, no-closing' },
    });
  });
});

describe('what the page around a report says', () => {
  const partial = (missing: Partial['missing']): Partial => ({
    sign: 'pager',
    place: range(0, 0),
    page: null,
    of: null,
    here: null,
    missing,
    share: null,
    words: '下一页',
  });
  test.each<[Partial['missing'], string[]]>([
    ['head', ['head']],
    ['tail', ['tail']],
    ['both', ['head', 'tail']],
  ])('pages that are elsewhere: %s', (end, missing) => {
    const text = lines(HEAD, REVIEW, PLAN);
    const without = told(text).completeness.missing;
    const { completeness } = told(text, [partial(end)]);
    expect(completeness.missing).toEqual(
      ['head', 'middle', 'tail'].filter((one) => missing.includes(one) || without.some((had) => had === one)),
    );
    expect(completeness.evidence).toContainEqual({
      sign: 'pager',
      weight: WEIGHTS.get('pager'),
      quote: '下一页',
      range: null,
    });
  });
});

describe('the glossary', () => {
  const BODY = [
    ...HEAD,
    ...REVIEW,
    ...PLAN,
    '推进“无废城市”建设，落实河（湖）长制，实施１＋Ｎ行动。',
    ...SELF,
    ...CLOSING,
  ];
  const withNotes = (...entries: string[]) =>
    told(lines(BODY, ['名词解释', ...entries])).words.filter(([sign]) => sign?.startsWith('glossary'));

  test.each<[string, string[], string[][]]>([
    [
      'terms that are used',
      ['1、无废城市：指固体废物减量的城市发展模式。', '2、河（湖）长制：指由负责人担任河长的制度。'],
      [],
    ],
    ['a term in quotes and another width', ['1．“无废城市”：指一种模式。', '2．1+N行动：指一项行动。'], []],
    [
      'a term with the page it stands on',
      ['1、无废城市（P12）：指一种模式。', '2、河（湖）长制（第9页）：指一种制度。'],
      [],
    ],
    [
      'a term that is not used',
      ['1、无废城市：指一种模式。', '2、飞地经济：指一种合作模式。'],
      [['glossary-term-absent', '2、飞地经济']],
    ],
    [
      'a number that is skipped',
      ['1、无废城市：指一种模式。', '3、河湖长制：指一种制度。'],
      [['glossary-gap', '3、河湖长制']],
    ],
    [
      'a first number that is not one',
      ['2、无废城市：指一种模式。', '3、河湖长制：指一种制度。'],
      [['glossary-gap', '2、无废城市']],
    ],
  ])('%s', (_, entries, expected) => {
    expect(withNotes(...entries)).toEqual(expected);
  });

  test.each<[string, string[], string[]]>([
    ['all there', ['[1]无废城市：指一种模式。', '[2]河长制：指一种制度。', '[3]飞地：指一种合作。'], []],
    ['the last one gone', ['[1]无废城市：指一种模式。', '[2]河长制：指一种制度。'], ['[1]']],
  ])('notes under numbers, %s', (_, notes, expected) => {
    const body = lines(HEAD, REVIEW, PLAN, ['推进无废城市[1]、河长制[2]和飞地[3]。'], SELF, CLOSING, [
      '注释',
      ...notes,
    ]);
    expect(
      told(body)
        .words.filter(([sign]) => sign === 'notes-missing')
        .map(([, words]) => words),
    ).toEqual(expected);
  });
});
