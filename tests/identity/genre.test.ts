/** What kind of text it is: a work report, whole or not, or one of the texts that are collected with it. */
import { describe, expect, test } from 'vitest';
import { readGenres } from '../../src/rules/vocabulary/genres.ts';
import { judge, withGenre } from '../../src/source/genre/verdict.ts';
import { genreOf } from '../../src/source/genre.ts';
import { TUNING } from '../field/genre-texts.ts';
import { reportOf, vocabulary } from './support.ts';

const { genres } = vocabulary;
const HEAD = ['政府工作报告', '——2024年1月8日在荆州市第六届人民代表大会第三次会议上', '荆州市市长 王小明'];
const WHOLE = {
  verdict: 'complete',
  missing: [],
  sharePresent: { estimate: 1, low: 1, high: 1 },
  evidence: [],
} as const;
const TRUNCATED = { ...WHOLE, verdict: 'truncated' } as const;

function kindOf(text: string): string {
  return genreOf(text, genres).genre;
}

describe('a work report', () => {
  const report = reportOf({ head: HEAD, body: '一般公共预算收支平衡，计划执行情况良好，记者节活动举行，大会开幕。' });

  test('is one, whatever its body speaks of', () => {
    expect(kindOf(report)).toBe('work-report');
  });

  test.each([0.2, 0.4, 0.6, 0.8])('cut at %f stays one', (share) => {
    const piece = report.slice(0, report.length * share);
    expect(judge('', piece, { completeness: TRUNCATED, signals: [] }, genres).completeness).toEqual(TRUNCATED);
  });

  test.each([0.3, 0.5, 0.7])('without its beginning (%f) is no other kind', (share) => {
    expect(['work-report', 'other']).toContain(kindOf(report.slice(report.length * share)));
  });

  test.each([
    '我代表市人民政府，向大会报告工作，请予审议。',
    '我受市人民政府委托，向大会作政府工作报告，请审议。',
    '受市长委托，我代表市政府向大会报告工作，请予审议。',
    '我代表地区行政公署，向会议汇报政府工作，请审查。',
    '我代表国务院，向大会作政府工作报告，请予审议，并请全国政协委员提出意见。',
    '我代表开发区管理委员会，向大会报告工作。',
  ])('speaks for a government: %s', (formula) => {
    expect(kindOf(`政府工作报告\n各位代表：\n现在，${formula}\n过去一年，经济运行平稳。`)).toBe('work-report');
  });

  test('shortened by its publisher is told apart', () => {
    expect(kindOf(reportOf({ head: ['政府工作报告（摘要）', ...HEAD.slice(1)] }))).toBe('abridged');
  });
});

describe('another kind of text', () => {
  test.each(Object.entries(TUNING).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
    '%s',
    (kind, text) => {
      expect(
        kindOf(text.replace('{body}', '过去一年，地区生产总值增长5.6%，城乡面貌持续改善，人民生活水平提高。')),
      ).toBe(kind);
    },
  );

  test.each([
    [
      'outline-only',
      '政府工作报告\n一、工作回顾\n（一）产业\n（二）城乡\n（三）民生\n二、工作任务\n（一）目标\n（二）重点',
    ],
    ['shell', '首页 > 政务公开\n2024年政府工作报告\n发布时间：2024-01-20\n点击下载'],
    [
      'other',
      '县图书馆自7月1日起延长开放时间，周末不休息，节假日照常开放，读者凭身份证办理借书证，每次可借图书五册，借期三十天，到期可以续借一次，遗失照价赔偿。馆内设有少儿阅览室、自修室和讲座厅，每月举办读书会两次，欢迎广大读者踊跃参加，咨询电话见公告栏。',
    ],
  ])('%s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  test('is named with its words', () => {
    const text = TUNING['plan-report']?.[0] ?? '';
    const { completeness, signals } = judge('', text, { completeness: WHOLE, signals: [] }, genres);
    expect(completeness.verdict).toBe('not-a-report');
    expect(completeness.evidence).toEqual([expect.objectContaining({ sign: 'other-genre' })]);
    expect(signals).toEqual([
      expect.objectContaining({ sign: 'not-a-report', data: expect.objectContaining({ genre: 'plan-report' }) }),
    ]);
    expect(completeness.evidence[0]?.quote).toContain('计划执行情况');
  });

  test('is known by a title that stands before its salutation', () => {
    const title = '县二〇一四年财政预算执行情况和二〇一五年财政预算草案的报告\n';
    const text =
      '各位代表：\n我受县人民政府的委托，向大会作报告，请予审议。\n一、预算执行情况\n政府性基金收入增长，收支平衡。';
    expect(judge(title, text, { completeness: WHOLE, signals: [] }, genres).completeness.verdict).toBe('not-a-report');
    const links = '首页 | 财政预决算 | 政府工作报告\n';
    const report = reportOf({ head: HEAD });
    expect(judge(links, report, { completeness: WHOLE, signals: [] }, genres).completeness).toEqual(WHOLE);
  });
});

test('a source without a report says what it reads like', () => {
  const none = [{ sign: 'no-report', range: null, data: {} }];
  const resolution = TUNING.resolution?.[0] ?? '';
  expect(withGenre(none, resolution, genres)).toEqual([
    { sign: 'no-report', range: null, data: { genre: 'resolution' } },
  ]);
  expect(withGenre(none, '首页\n政府工作报告\n打印', genres)[0]?.data.genre).toBe('shell');
  expect(withGenre([], resolution, genres)).toEqual([]);
});

test('a broken file is an error with its line', () => {
  const text = 'enough: 5\nlead: 2\nabridged: [(摘要)]\nwork-report:\n  own: { in: nowhere, words: [x], weight: 1 }\n';
  expect(() => readGenres({ path: 'vocabulary/genres.yaml', text })).toThrow(/genres\.yaml:\d+:\d+/);
});
