/** Slices, pages and halves of a report, the same report several times, and input that nobody means. */
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/source/read.ts';
import { metaOf, rulesFromDisk } from '../support/pipeline.ts';
import { CLOSING, found, HEAD, lines, PLAN, REVIEW, SELF, segmentOf, WHOLE } from './support.ts';

const CUT = [...HEAD, ...REVIEW];
const told = (text: string): { sign: string; words: unknown }[] =>
  segmentOf(text).signals.map(({ sign, data }) => ({ sign, words: data.words }));

describe('a text that says itself that it is a part', () => {
  test.each([
    ['第21/88页', 'page-slice', { page: 21, last: 21, of: 88, missing: 'both' }],
    ['第1页 共4页', 'page-slice', { page: 1, last: 1, of: 4, missing: 'tail' }],
    ['共4页，当前第2页', 'page-slice', { page: 2, last: 2, of: 4, missing: 'both' }],
    ['Page 1 of 12', 'page-slice', { page: 1, last: 1, of: 12, missing: 'tail' }],
    ['第一页　共三页', 'page-slice', { page: 1, last: 1, of: 3, missing: 'tail' }],
    ['1 2 3 4 下一页 尾页', 'pager', { page: 1, of: 4, missing: 'tail' }],
    ['展开全文', 'rest-hidden', { percent: null }],
    ['剩余80%内容，登录后查看', 'rest-hidden', { percent: 20 }],
    ['还有12页未读，下载后阅读全文', 'rest-hidden', { percent: null }],
    ['试读结束，购买后继续阅读', 'rest-hidden', { percent: null }],
    ['（未完待续）', 'rest-hidden', { percent: null }],
  ])('%s', (words, sign, data) => {
    const text = lines(CUT, [words]);
    const [signal, other] = segmentOf(text).signals;
    expect(other).toBeUndefined();
    expect(signal).toMatchObject({ sign, data });
    expect(signal?.range && text.slice(signal.range.start, signal.range.end)).toBe(words);
  });

  test('the words count against the report being whole', () => {
    const { partials } = segmentOf(lines(CUT, ['第1页 共4页']));
    expect(partials).toMatchObject([[{ sign: 'page-slice', share: 0.25 }]]);
  });

  test.each([
    ['page marks from first to last', WHOLE.map((line, at) => `${line}\n第${at + 1}页 共${WHOLE.length}页`)],
    ['one page of one', [...WHOLE, '第1页 共1页']],
    ['a prompt below the closing appeal', [...WHOLE, '展开全文']],
    ['a pager below the closing appeal', [...WHOLE, '1 2 3 下一页']],
    ['links to other texts', [...CUT, '上一篇：市委经济工作会议召开', '下一篇：市人大常委会公告']],
    ['a ratio in the body', [...HEAD, ...REVIEW, '投票结果为3/4', ...PLAN, ...SELF, ...CLOSING]],
  ])('%s says nothing', (_, all) => {
    expect(told(lines(all))).toEqual([]);
  });
});

describe('a report in two files', () => {
  test('the first half is one report, the second an excerpt from its first words', () => {
    expect(found(lines(CUT))).toEqual([lines(CUT)]);
    const tasks = [
      '要坚持以实体经济为本，完成工业投资45亿元，新开工重点项目120个，推动产业转型升级。',
      '要坚持以人民为中心，新增学位2000个，新建社区食堂36家，让群众生活更有品质。',
    ];
    const second = lines(['今年重点做好以下工作：'], tasks, PLAN, SELF, CLOSING);
    expect(found(second)).toEqual([second]);
  });

  test('one page from the middle is found when its page mark says so', () => {
    const page = lines(
      ['（三）就业形势总体稳定。全市城镇新增就业4200人，完成年度任务的105%，零就业家庭动态清零。'],
      Array.from(
        { length: 8 },
        (_, at) =>
          `${at + 1}月，全市加快推进重点项目建设，落实惠企政策${at + 2}项，完善服务，新增规模以上企业${at + 1}家。`,
      ),
      ['（四）社会治理持续加强。深入实施平安建设，推进矛盾化解，全市信访总量下降8.2%，安全形势稳定向好。'],
    );
    expect(found(page)).toEqual([]);
    expect(found(lines([page], ['第2页 共4页']))).toEqual([page]);
  });

  test('a headless piece before another report is kept as one', () => {
    const long = Array.from(
      { length: 30 },
      (_, at) =>
        `${at + 1}号工程加快推进，全市完成投资${at + 3}亿元，改造提升老旧管网，完善公共服务设施，群众生活更加便利，城市面貌持续改善。`,
    );
    const piece = lines(long, PLAN, SELF, CLOSING);
    expect(found(lines([piece], WHOLE))).toEqual([piece, lines(WHOLE)]);
  });
});

describe('one report several times in a source', () => {
  const rules = rulesFromDisk();
  const read = (text: string) => readSource(new TextEncoder().encode(text), metaOf('dump.txt'), rules);
  const long = Array.from(
    { length: 6 },
    (_, at) =>
      `过去一年，第${at + 1}批重点项目顺利推进，全市完成固定资产投资${at + 11}.5亿元，新增就业${at + 2}100人。`,
  );
  const whole = lines(HEAD, REVIEW, long, PLAN, SELF, CLOSING);
  const cut = lines(HEAD, REVIEW, long);

  test.each([
    ['six whole copies', Array.from({ length: 6 }, () => whole), { times: 6, whole: 6, cut: 0 }],
    ['two copies, both cut', [cut, cut], { times: 2, whole: 0, cut: 2 }],
    ['a whole one and a cut one', [whole, cut], { times: 2, whole: 1, cut: 1 }],
  ])('%s give one finding and each its verdict', (_, copies, data) => {
    const { reports, findings } = read(copies.join('\n首页 > 政务公开\n'));
    expect(reports).toHaveLength(copies.length);
    const repeated = findings.filter(({ rule }) => rule === 'duplicate/held-several-times');
    expect(repeated.map((one) => one.data)).toEqual([expect.objectContaining(data)]);
    expect(reports.filter(({ completeness }) => completeness.verdict === 'truncated')).toHaveLength(data.cut);
  });

  test('two years of one place are two reports', () => {
    const before = whole
      .replaceAll('2024', '2022')
      .replaceAll('2023', '2021')
      .replaceAll('第四次', '第二次')
      .replaceAll('过去一年，第', '这一年里，编号');
    expect(read(`${before}\n${whole}`).findings.filter(({ rule }) => rule === 'duplicate/held-several-times')).toEqual(
      [],
    );
  });
});

describe('input that nobody means', () => {
  test.each([
    ['titles', (times: number) => '醴陵市2024年政府工作报告\n'.repeat(times)],
    ['titles and headings', (times: number) => '醴陵市2024年政府工作报告\n一、工作回顾\n'.repeat(times)],
    [
      'titles, headings and a sentence',
      (times: number) => '醴陵市2024年政府工作报告\n一、工作回顾\n全市上下坚持稳中求进，完成较好。\n'.repeat(times),
    ],
    ['salutations', (times: number) => '政府工作报告\n各位代表！\n'.repeat(times)],
    ['contents entries', (times: number) => `目录\n${'浏阳市政府工作报告……12\n'.repeat(times)}`],
    ['pagers', (times: number) => '1 2 3 下一页\n'.repeat(times)],
    ['page marks', (times: number) => '第3/9页\n'.repeat(times)],
    ['dots', (times: number) => `${'. '.repeat(100)}1\n`.repeat(times / 5)],
    ['one line', (times: number) => '各位代表，让我们团结在党中央周围努力奋斗！第1/9页展开全文'.repeat(times)],
  ])('sixty thousand times %s: an answer whose reports follow each other within the text', (_, make) => {
    // Anything that grows with the square of its lines would not come back before the runner gives up.
    const text = make(60_000);
    let end = 0;
    for (const report of segmentOf(text).reports) {
      expect(report.start).toBeGreaterThanOrEqual(end);
      expect(report.end).toBeGreaterThan(report.start);
      end = report.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  test('five hundred reports are five hundred', () => {
    const many = Array.from({ length: 500 }, (_, at) => lines(WHOLE).replaceAll('2024', `${1500 + at}`));
    expect(segmentOf(many.join('\n')).reports).toHaveLength(500);
  });
});
