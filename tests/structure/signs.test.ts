/** Each sign for and against a whole report: what it points at, what it says, and what it is not taken for. */
import { describe, expect, test } from 'vitest';
import { signsOf } from '../../src/source/structure/signs.ts';
import { CLOSING, GLOSSARY, HEAD, lines, outlineOf, PLAN, REVIEW, SELF, VOCABULARY, WHOLE } from './support.ts';

/** [sign, the words that it points at, what it says besides] of those that a pattern names. */
function told(text: string, wanted: RegExp): unknown[] {
  return signsOf(text, outlineOf(text), VOCABULARY.phrases)
    .filter(({ sign }) => wanted.test(sign))
    .map(({ sign, range, data }) => [sign, range === null ? null : text.slice(range.start, range.end), data]);
}
const TITLE = PLAN[0] ?? '';
const within = (...plan: string[]): string => lines(HEAD, REVIEW, [TITLE], plan, SELF, CLOSING);
const ONE = '（一）壮大实体经济。抓好招商引资，培育新的增长点。';
const TWO = '（二）办好民生实事。加强就业、教育和养老服务。';
const THREE = '（三）建设美丽乡村。整治村庄环境，提升乡村面貌。';
const FOUR = '（四）深化改革开放。推进国企改革，优化营商环境。';

test('a whole report: what speaks for it, and nothing else', () => {
  expect(told(lines(WHOLE), /./u).map((one) => (Array.isArray(one) ? one[0] : one))).toEqual([
    'has-plan-part',
    'has-self-government-part',
    'has-closing',
  ]);
  expect(signsOf(lines(WHOLE), outlineOf(lines(WHOLE)), VOCABULARY.phrases)).toHaveLength(3);
});

describe('numbers that skip', () => {
  const GAPS = /^(?:section-missing|heading-gap|heading-number-lost)$/u;
  const gap = (from: string, to: string, missing: number) => ({ from, to, missing });
  const LOST = '办好民生实事';
  test.each<[string, string[], unknown[]]>([
    ['none', [ONE, TWO, THREE], []],
    ['one section', [ONE, TWO, FOUR], [['section-missing', '（四）深化改革开放', gap('（二）', '（四）', 1)]]],
    ['two sections', [ONE, FOUR], [['section-missing', '（四）深化改革开放', gap('（一）', '（四）', 2)]]],
    [
      'the first, right under a title',
      [TWO, THREE],
      [['section-missing', '（二）办好民生实事', gap('–', '（二）', 1)]],
    ],
    [
      'the first, under words: it may never have had a number',
      ['今年要抓好以下工作。', TWO, THREE],
      [['heading-gap', '（二）办好民生实事', gap('–', '（二）', 1)]],
    ],
    [
      'a title without its number',
      [ONE, LOST, '加强就业服务。', THREE],
      [['heading-number-lost', LOST, { ...gap('（一）', '（三）', 1), title: LOST }]],
    ],
    [
      'one title for two that are gone',
      [ONE, LOST, '加强就业服务。', FOUR],
      [['section-missing', '（四）深化改革开放', gap('（一）', '（四）', 2)]],
    ],
    [
      'two titles for two',
      [ONE, LOST, '加强就业服务。', '建设美丽乡村', '整治环境。', FOUR],
      [['heading-number-lost', LOST, { ...gap('（一）', '（四）', 2), title: LOST }]],
    ],
    [
      'a short sentence is no title',
      [ONE, '加强就业服务。', THREE],
      [['section-missing', '（三）建设美丽乡村', gap('（一）', '（三）', 1)]],
    ],
    [
      'a long line is no title',
      [ONE, '办好民生实事'.repeat(7), '加强就业服务。', THREE],
      [['section-missing', '（三）建设美丽乡村', gap('（一）', '（三）', 1)]],
    ],
    [
      'a line that another goes on with is no title',
      [`${ONE}大力`, LOST, '加强就业服务。', THREE],
      [['section-missing', '（三）建设美丽乡村', gap('（一）', '（三）', 1)]],
    ],
    [
      'titles that have a number of their own are not the missing ones',
      [ONE, '1．办好民生实事', '加强就业服务。', THREE],
      [['section-missing', '（三）建设美丽乡村', gap('（一）', '（三）', 1)]],
    ],
  ])('%s', (_, plan, expected) => {
    expect(told(within(...plan), GAPS)).toEqual(expected);
  });

  const long = (label: string): string =>
    `${label}抓项目。${'全市新增规模以上工业企业十二家，完成投资二十亿元。'.repeat(9)}`;
  const ALSO = '有关部门要抓好落实，确保各项工作落到实处、见到成效。';
  const SKIPPED = [['section-missing', '四是抓项目', gap('二是', '四是', 1)]];
  const SLIP = [['heading-gap', '四是抓项目', gap('二是', '四是', 1)]];
  test.each<[string, string[], unknown[]]>([
    ['of sections of a report', ['一是', '二是', '四是', '五是'].map(long), SKIPPED],
    ['of the last two', ['一是', '二是', '四是'].map(long), SKIPPED],
    ['of clauses', ['一是抓项目。', '二是抓园区。', '四是抓项目。', '五是抓出口。'], SLIP],
    [
      'where the missing one may stand without its label',
      [long('一是'), long('二是'), ALSO, long('四是'), long('五是')],
      SLIP,
    ],
    [
      'where each has as many paragraphs',
      [long('一是'), ALSO, long('二是'), ALSO, long('四是'), ALSO, long('五是'), ALSO],
      SKIPPED,
    ],
  ])('of items that count in words, %s', (_, plan, expected) => {
    expect(told(within(...plan), GAPS)).toEqual(expected);
  });
});

describe('paragraphs that break off', () => {
  const LONG = '坚持把项目建设作为高质量发展的主抓手，全年实施省市两级重点项目一百二十个，完成投资';
  const broken = (tail: string) => [['paragraph-breaks-off', tail, {}]];
  test.each<[string, string[], unknown[]]>([
    ['before a heading', [`（一）壮大实体经济。${LONG}`, TWO], broken(`（一）壮大实体经济。${LONG}`.slice(-40))],
    ['one that is whole', [`（一）壮大实体经济。${LONG}。`, TWO], []],
    ['in brackets', [`（一）壮大实体经济。${LONG}（万元）`, TWO], []],
    ['in quotes', [`（一）壮大实体经济。${LONG}“双百”`, TWO], []],
    ['behind a quoted sentence', [`（一）壮大实体经济。“${LONG}。”`, TWO], []],
    ['with a colon', [`（一）壮大实体经济。${LONG}：`, TWO], []],
    ['a short line', ['今年要抓好以下工作', ONE, TWO], []],
    ['another paragraph goes on', ['（一）壮大实体经济。抓好招商引资。', LONG, '二十亿元。', TWO], []],
  ])('%s', (_, plan, expected) => {
    expect(told(within(...plan), /paragraph-breaks-off/u)).toEqual(expected);
  });

  test('before the closing, and not in the opening', () => {
    const text = lines(HEAD, REVIEW, PLAN, SELF, [LONG], CLOSING);
    expect(told(text, /paragraph-breaks-off/u)).toEqual(broken(LONG.slice(-40)));
    const opening = `${HEAD[4]?.slice(0, -1)}，${LONG}`;
    expect(told(lines(HEAD.slice(0, 4), [opening], REVIEW, PLAN, SELF, CLOSING), /paragraph-breaks-off/u)).toEqual([]);
  });
});

describe('titles without a text', () => {
  const empty = (words: string, label: string, title: string) => ['heading-without-body', words, { label, title }];
  test.each<[string, string[], unknown[]]>([
    ['before the next', ['（一）壮大实体经济', TWO], [empty('（一）壮大实体经济', '（一）', '壮大实体经济')]],
    ['before the next part', [ONE, '（二）办好民生实事'], [empty('（二）办好民生实事', '（二）', '办好民生实事')]],
    ['a list inside', ['（一）壮大实体经济', '1．抓项目。建一批。', TWO], []],
    ['before one that is not the next', ['（一）壮大实体经济', THREE], []],
    ['a list inside that lost its first', ['（一）壮大实体经济', '2．抓园区。扩一批。', TWO], []],
    ['items of a list', ['（一）壮大实体经济', '1．抓好项目建设', '2．抓好园区建设', TWO], []],
    ['with a text', ['（一）壮大实体经济', '抓好招商引资。', TWO], []],
  ])('%s', (_, plan, expected) => {
    expect(told(within(...plan), /heading-without-body/u)).toEqual(expected);
  });

  test('before the closing', () => {
    const text = lines(HEAD, REVIEW, PLAN, ['三、加强政府自身建设'], CLOSING);
    expect(told(text, /heading-without-body/u)).toEqual([empty('三、加强政府自身建设', '三、', '加强政府自身建设')]);
  });
});

describe('how it begins', () => {
  const REST = lines(REVIEW, PLAN, SELF, CLOSING);
  const START = /no-opening|no-salutation/u;
  const PADDING = '在全市上下深入学习贯彻党的二十大精神、加快推进现代化建设的重要时刻，'.repeat(7);
  test.each<[string, string[], string[]]>([
    ['an address', ['各位代表：'], []],
    ['an address of several', ['各位代表、各位委员，同志们：'], []],
    ['on behalf of, and a report', ['我代表市人民政府向大会作工作报告。'], []],
    ['an address, on behalf of, and asks', ['各位代表，现在我代表市人民政府，请予审议并提出意见建议。'], []],
    ['an address, on behalf of, and a report', ['各位代表，受市人民政府委托，现将全市经济社会发展情况汇报如下。'], []],
    [
      'an address before any sentence',
      ['各位代表，过去的一年是极不平凡的一年，全市上下团结奋斗、砥砺前行。'],
      ['no-opening'],
    ],
    ['a formula that asks alone', ['现将全市经济社会发展情况报告如下，请予审议。'], ['no-opening']],
    ['on behalf of, and thanks', ['我代表市人民政府表示衷心的感谢！'], ['no-opening']],
    [
      'an address, and thanks on behalf of',
      ['各位代表，在此我代表市人民政府，向全市人民表示衷心的感谢和崇高的敬意！'],
      ['no-opening'],
    ],
    ['an address of twenty-four', ['各位代表、各位政协委员、各位列席会议的全体同志：'], []],
    ['a word of a report within', [...REVIEW, '受市人民政府委托，市财政局向大会报告了预算执行情况。'], ['no-opening']],
    ['a formula behind a long sentence', [`${PADDING}我代表市人民政府，向大会报告工作。`], ['no-opening']],
    ['a title', ['2024年政府工作报告'], ['no-salutation']],
    ['nothing', [], ['no-opening']],
  ])('%s', (_, start, expected) => {
    const text = lines(start, [REST]);
    expect(told(text, START).map((one) => (Array.isArray(one) ? one[0] : one))).toEqual(expected);
  });

  test.each<[string, string, string | null]>([
    ['a note behind it', '（本文有删减）', '（本文有删减）'],
    ['a note of forty characters', `（${'略'.repeat(35)}有删减）`, `（${'略'.repeat(35)}有删减）`],
    ['a longer paragraph', `${'略'.repeat(38)}有删减。`, null],
    ['a note that says nothing of it', '（根据录音整理）', null],
  ])('shortened: %s', (_, note, expected) => {
    expect(told(lines(WHOLE, [note]), /abridged/u)).toEqual(expected === null ? [] : [['abridged', expected, {}]]);
  });

  test('shortened: a long title that says so', () => {
    const title = '2024年某某某某省某某某某自治州某某某某自治县人民政府工作报告摘要（根据大会材料整理发布）';
    expect(told(lines([title], HEAD.slice(1), [REST]), /abridged/u)).toEqual([['abridged', title, {}]]);
  });
});

describe('its parts', () => {
  const PARTS = /-part$/u;
  const names = (text: string): unknown[] => told(text, PARTS).map((one) => (Array.isArray(one) ? one[0] : one));
  test.each<[string, string, string[]]>([
    ['all', lines(WHOLE), ['has-plan-part', 'has-self-government-part']],
    ['no review', lines(HEAD, PLAN, SELF, CLOSING), ['no-review-part', 'has-plan-part', 'has-self-government-part']],
    [
      'no plan: what is said of the government itself belongs to the review',
      lines(HEAD, REVIEW, SELF, CLOSING),
      ['no-plan-part'],
    ],
    ['neither of the last', lines(HEAD, REVIEW, CLOSING), ['no-plan-part']],
    ['lines that were joined', lines(HEAD, ['抓好各项工作，推动经济发展。'.repeat(900)], CLOSING), []],
    [
      'joined lines without a closing',
      lines(HEAD, ['抓好各项工作，推动经济发展。'.repeat(900)]),
      ['no-review-part', 'no-plan-part'],
    ],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('what they point at', () => {
    expect(told(lines(WHOLE), PARTS)).toEqual([
      ['has-plan-part', TITLE, {}],
      ['has-self-government-part', SELF[0], {}],
    ]);
  });
});

describe('how it ends', () => {
  const [APPEAL = ''] = CLOSING;
  const BODY = [...HEAD, ...REVIEW, ...PLAN, ...SELF];
  const END = /closing|mid-sentence|open-mark|bare-heading/u;
  const HELD: unknown[] = ['has-closing'];
  test.each<[string, string[], unknown[]]>([
    ['with its appeal', [APPEAL], [...HELD, APPEAL]],
    ['with a full stop', [`${APPEAL.slice(0, -1)}。`], [...HELD, `${APPEAL.slice(0, -1)}。`]],
    ['with a western mark', [`${APPEAL.slice(0, -1)}!`], [...HELD, `${APPEAL.slice(0, -1)}!`]],
    ['with dots', [`${APPEAL.slice(0, -1)}……`], [...HELD, `${APPEAL.slice(0, -1)}……`]],
    ['with a quotation mark', [`${APPEAL}”`], [...HELD, `${APPEAL}”`]],
    ['with its newspaper', [`${APPEAL}（来源：某某日报）`], [...HELD, `${APPEAL}（来源：某某日报）`]],
    ['with its place', [`${APPEAL}——2024年1月8日在某市`], [...HELD, `${APPEAL}——2024年1月8日在某市`]],
    ['with its day', [APPEAL, '2024年1月8日'], [...HELD, '2024年1月8日']],
    ['with who wrote it', [APPEAL, '大会秘书处'], [...HELD, '大会秘书处']],
    ['with thanks', [APPEAL, '谢谢大家'], [...HELD, '谢谢大家']],
    ['in the middle of its appeal', [APPEAL.slice(0, -6)], ['closing-breaks-off', APPEAL.slice(0, -6).slice(-40)]],
    ['with a word behind its appeal', [`${APPEAL}为了`], ['closing-breaks-off', `${APPEAL}为了`.slice(-40)]],
  ])('%s', (_, last, expected) => {
    expect(told(lines(BODY, last), END)).toEqual([[...expected, {}]]);
  });

  const BEFORE = [...HEAD, ...REVIEW, ...PLAN];
  const open = (mark: string) => ['open-mark-at-end', { mark }];
  const STOPS = ['stops-mid-sentence', {}];
  test.each<[string, string, unknown[]]>([
    ['a sentence', '（三）深化改革。推进国企改革。', []],
    ['a question', '（三）深化改革。改革怎么改？', []],
    ['dots', '（三）深化改革。推进国企改革……', []],
    ['a quotation', '（三）深化改革。推进“放管服。”', []],
    ['a remark', '（三）深化改革。推进国企改革。（鼓掌）', []],
    ['a remark behind a word', '（三）深化改革。推进国企（鼓掌）', [STOPS]],
    ['a word', '（三）深化改革。推进国企', [STOPS]],
    ['a comma', '（三）深化改革。推进国企改革，', [STOPS]],
    ['a comma of a long sentence', '（三）深化改革。推进国企改革，优化营商环境，激发市场活力，', [STOPS]],
    ['an open quotation', '（三）深化改革。推进“放管服。', [open('“')]],
    ['an open bracket', '（三）深化改革。推进（放管服。', [open('（')]],
    ['an open title', '（三）深化改革。落实《条例。', [open('《')]],
    ['an open quotation inside', '（三）深化改革。落实‘条例。', [open('‘')]],
    ['a quotation that was closed', '（三）深化改革。推进“放管服”，落实《条例》。', []],
    ['both', '（三）深化改革。落实《条例', [STOPS, open('《')]],
  ])('cut at %s', (_, last, expected) => {
    const wanted = expected.map((one) => (Array.isArray(one) ? [one[0], last.slice(-40), one[1]] : one));
    expect(told(lines(BEFORE, [last]), /mid-sentence|open-mark|attachment/u)).toEqual(wanted);
    // Notes that a person added behind it do not make it whole.
    for (const added of [GLOSSARY, ['附件', '全市重点项目一百二十个。', '完成投资三百亿元。']]) {
      expect(told(lines(BEFORE, [last], added), /mid-sentence|open-mark/u)).toEqual(wanted);
    }
  });

  test('an opening mark far before the end was left open by its author', () => {
    const far = (chars: number) => `（三）深化改革。推进“放管服${'改革攻坚行动'.repeat(100).slice(0, chars)}。`;
    expect(told(lines(BEFORE, [far(380)]), /open-mark/u)).toHaveLength(1);
    expect(told(lines(BEFORE, [far(400)]), /open-mark/u)).toEqual([]);
  });

  test('in the middle of its appeal, with notes behind', () => {
    const cut = APPEAL.slice(0, -6);
    expect(told(lines(BODY, [cut], GLOSSARY), END)).toEqual([['closing-breaks-off', cut.slice(-40), {}]]);
  });

  test('cut behind a title', () => {
    expect(told(lines(BEFORE, ['（三）深化改革开放']), END)).toEqual([
      ['no-closing', null, {}],
      ['bare-heading-at-end', '（三）深化改革开放', {}],
    ]);
  });

  const ENTRY = '3、招商引资：指通过优惠政策和园区配套吸引资金';
  test.each<[string, string[], string | null]>([
    ['whole', ['名词解释', '1、河长制：指由负责人担任河长的制度。'], null],
    ['cut at a comma', ['名词解释', `${ENTRY}，`], `${ENTRY}，`],
    ['cut behind 和', ['名词解释', `${ENTRY}和`], `${ENTRY}和`],
    ['cut at a word that may end it', ['名词解释', ENTRY], null],
    ['a short entry', ['名词解释', '1、河长制：指河长、'], null],
    [
      'an entry of twenty',
      ['名词解释', '1、河长制：指由各级总负责人担任河长的、'],
      '1、河长制：指由各级总负责人担任河长的、',
    ],
    [
      'a long entry',
      ['名词解释', `${ENTRY}、技术、人才和管理经验，并在本地落户投产的`],
      `${ENTRY}、技术、人才和管理经验，并在本地落户投产的`.slice(-40),
    ],
  ])('its glossary %s', (_, notes, expected) => {
    const seen = told(lines(WHOLE, notes), /attachment/u);
    expect(seen).toEqual(expected === null ? [] : [['attachment-breaks-off', expected, {}]]);
  });

  test('its annex', () => {
    const words = '全市重点项目一百二十个，其中续建项目六十八个，新建项目五十二个，';
    expect(told(lines(WHOLE, ['附件', words]), /attachment/u)).toEqual([['attachment-breaks-off', words, {}]]);
  });
});

describe('what it promises', () => {
  const PROMISES = /^promise|fewer-sections/u;
  const three = (sentence: string, ...list: string[]) => within(sentence, ...list);
  const said = (promised: number, found: number, words: string) => ({ promised, found, words });
  const SENTENCE = '今年要做好三方面工作：';
  test.each<[string, string, unknown[]]>([
    ['kept', three(SENTENCE, ONE, TWO, THREE), [['promises-kept', SENTENCE, { promised: 3 }]]],
    ['fewer sections', three(SENTENCE, ONE, TWO), [['fewer-sections', SENTENCE, said(3, 2, '做好三方面工作:')]]],
    [
      'more sections',
      three(SENTENCE, ONE, TWO, THREE, FOUR),
      [['promise-exceeded', SENTENCE, said(3, 4, '做好三方面工作:')]],
    ],
    [
      'fewer words',
      three(SENTENCE, '一是抓投资。', '二是抓消费。'),
      [['promise-broken', SENTENCE, said(3, 2, '做好三方面工作:')]],
    ],
    [
      'cut within',
      lines(HEAD, REVIEW, [TITLE, SENTENCE, ONE]),
      [['promise-cut-short', SENTENCE, said(3, 1, '做好三方面工作:')]],
    ],
    ['none', three('今年要做好各方面工作：', ONE, TWO), []],
    [
      'one kept and one broken: the broken one is told',
      lines(
        HEAD,
        REVIEW.slice(0, 2),
        ['我们做好了两方面工作：', ...REVIEW.slice(2)],
        [TITLE, SENTENCE, ONE, TWO],
        SELF,
        CLOSING,
      ),
      [['fewer-sections', SENTENCE, said(3, 2, '做好三方面工作:')]],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, PROMISES)).toEqual(expected);
  });
});

describe('its notes', () => {
  test('calls whose notes are gone, the first twenty by number', () => {
    const calls = Array.from({ length: 25 }, (_, at) => `事项[${at + 1}]`).join('、');
    const [[sign, words, data] = []] = told(within(ONE, `（二）办好民生实事。推进${calls}。`), /notes/u) as unknown[][];
    expect([sign, words]).toEqual(['notes-missing', '[1]']);
    expect(data).toEqual({
      called: 25,
      missing: 25,
      numbers: Array.from({ length: 20 }, (_, at) => at + 1).join('、'),
    });
  });

  test('entries of a glossary: what is skipped, what is not used', () => {
    const text = lines(WHOLE, ['名词解释', '1、招商引资：指吸引资金。', '3、飞地经济：指一种合作模式。']);
    expect(told(text, /glossary/u)).toEqual([
      ['glossary-gap', '3、飞地经济', { from: 1, to: 3 }],
      ['glossary-term-absent', '3、飞地经济', { term: '飞地经济' }],
    ]);
  });
});
