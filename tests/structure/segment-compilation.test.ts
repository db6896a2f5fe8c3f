/** Compilations, running heads, other documents beside a report. */
import { describe, expect, test } from 'vitest';
import { corpusInputs } from '../support/pipeline.ts';
import { CLOSING, found, GLOSSARY, HEAD, lines, PLAN, REVIEW, SELF, segmentOf, WHOLE } from './support.ts';

const BODY = [...REVIEW, ...PLAN, ...SELF, ...CLOSING];

function reportOf(city: string, year = 2024): string[] {
  const [title, meeting, speaker, ...rest] = WHOLE;
  return [title, meeting, speaker, ...rest].flatMap((line) =>
    line === undefined
      ? []
      : [
          line
            .replaceAll('醴陵', city)
            .replaceAll('2023', `${year - 1}`)
            .replaceAll('2024', `${year}`),
        ],
  );
}

describe('a contents page', () => {
  const cities = ['浏阳', '宁乡', '醴陵'];
  const reports = ['浏阳', '醴陵'].map((city) => lines(reportOf(city)));
  const page = (at: number): number => 3 + at * 20;
  test.each([
    ['dot leaders', cities.map((city, at) => `${city}市政府工作报告……${page(at)}`)],
    ['one long ellipsis and brackets', cities.map((city, at) => `${city}市政府工作报告…………（${page(at)}）`)],
    ['tabs and serial numbers', cities.map((city, at) => `${at + 1}. ${city}市政府工作报告\t${page(at)}`)],
    ['pages before the names', cities.map((city, at) => `00${at + 1}　${city}市政府工作报告`)],
    ['links', cities.map((city) => `- [${city}市政府工作报告](#${city})`)],
    ['a table', ['| 报告 | 页码 |', ...cities.map((city, at) => `| ${city}市政府工作报告 | ${page(at)} |`)]],
    ['names of places', cities.map((city) => `${city}市`)],
    ['short names with pages', cities.map((city, at) => `${city}........${page(at)}`)],
    ['page numbers on lines of their own', cities.flatMap((city, at) => [`${city}市政府工作报告`, `${page(at)}`])],
  ])('with %s names the report that is not there', (_, entries) => {
    const { reports: ranges, promised, signals } = segmentOf(lines(['目录', ...entries], reports));
    expect(ranges).toHaveLength(2);
    expect(promised.map(({ kept }) => kept)).toEqual([0, null, 1]);
    const missing = signals.filter(({ sign }) => sign === 'promised-report-missing');
    expect(missing.map(({ data }) => data.region_code)).toEqual(['430182']);
  });

  test('of two columns gives two entries a line', () => {
    const columns = [
      '目录',
      '浏阳市政府工作报告……1  宁乡市政府工作报告……20',
      '醴陵市政府工作报告……41  攸县政府工作报告……60',
    ];
    const { promised } = segmentOf(lines(columns, reports));
    expect(promised.map(({ name, page: at, kept }) => [name, at, kept])).toEqual([
      ['浏阳市政府工作报告', 1, 0],
      ['宁乡市政府工作报告', 20, null],
      ['醴陵市政府工作报告', 41, 1],
      ['攸县政府工作报告', 60, null],
    ]);
  });

  test('of one place tells the years apart', () => {
    const entries = [2021, 2022, 2023, 2024].map((year) => `醴陵市${year}年政府工作报告`);
    const held = [2021, 2023, 2024].map((year) => lines(reportOf('醴陵', year)));
    const { promised } = segmentOf(lines(['目录', ...entries], held));
    expect(promised.map(({ kept }) => kept)).toEqual([0, null, 1, 2]);
  });

  test('of a session does not promise the reports of court and procuratorate', () => {
    const session = ['目录', '政府工作报告…………1', '市人大常委会工作报告…………30', '市人民法院工作报告…………50'];
    expect(segmentOf(lines(session, WHOLE)).signals).toEqual([]);
  });

  test('alone gives no report and names all that are missing', () => {
    const { reports: none, signals } = segmentOf(
      lines(
        ['目录'],
        cities.map((city, at) => `${city}市……${page(at)}`),
      ),
    );
    expect(none).toEqual([]);
    expect(signals.map(({ sign }) => sign)).toEqual(['no-report', ...cities.map(() => 'promised-report-missing')]);
  });

  test('gives titles: a place name alone begins a report', () => {
    const contents = ['目录', '浏阳市……1', '醴陵市……20'];
    const own = ['浏阳市', '醴陵市'].map((city) => lines([city], BODY));
    expect(found(lines(contents, own))).toEqual(own);
  });
});

describe('what is printed on every page', () => {
  const paged = (head: readonly string[]): string =>
    lines(WHOLE.flatMap((line, at) => (at > 4 && at % 2 === 0 ? [...head, `${at}`, line] : [line])));
  test.each([
    ['the title', ['醴陵市2024年政府工作报告']],
    ['title and meeting line', WHOLE.slice(0, 2)],
    ['the name of the book', ['各地政府工作报告汇编']],
  ])('begins nothing: %s', (_, head) => {
    const first = paged(head);
    expect(found(first)).toEqual([first]);
    const second = lines(reportOf('浏阳'));
    expect(found(`${first}\n${second}`)).toEqual([first, second]);
  });

  test('begins nothing above an address to the assembly', () => {
    const address = [
      '醴陵市2024年政府工作报告',
      '17',
      '各位代表！',
      '过去一年的成绩来之不易，凝结着全市人民的心血和汗水，值得倍加珍惜。',
    ];
    const report = lines(HEAD, REVIEW, address, PLAN, address, SELF, CLOSING);
    expect(found(report)).toEqual([report]);
  });
});

describe('a report beside another document', () => {
  const resolution = [
    '醴陵市第六届人民代表大会第四次会议关于政府工作报告的决议',
    '（2024年1月10日醴陵市第六届人民代表大会第四次会议通过）',
    '会议听取和审议了市长林向明所作的《政府工作报告》。会议认为，报告实事求是，部署得当，决定批准这个报告。',
    '会议号召，全市人民更加紧密地团结在党中央周围，万众一心，为完成各项任务而努力奋斗！',
  ];
  const budget = [
    '关于醴陵市2023年财政预算执行情况和2024年财政预算草案的报告',
    '——2024年1月8日在醴陵市第六届人民代表大会第四次会议上',
    '醴陵市财政局局长 周立',
    '各位代表：',
    '受市人民政府委托，现将预算草案提请大会审议，并请列席人员提出意见。',
    '一、2023年预算执行情况',
    '全市一般公共预算收入32.5亿元，增长4.2%，教育、社保和就业等支出得到较好保障，完成全年任务。',
    ...CLOSING,
  ];
  test.each([
    ['a resolution on it', resolution],
    ['the budget report', budget],
  ])('ends before %s', (_, other) => {
    expect(found(lines(WHOLE, other))).toEqual([lines(WHOLE)]);
    expect(found(lines(WHOLE, other, reportOf('浏阳')))).toEqual([lines(WHOLE), lines(reportOf('浏阳'))]);
  });

  test('keeps its glossary, its annex and what it quotes', () => {
    const glossary = ['《政府工作报告》名词解释', ...GLOSSARY.slice(1)];
    const annex = [
      '附件：2024年醴陵市民生实事项目',
      '1．改造老旧小区12个，惠及居民3200户，年内全部完工。',
      '2．新建农村公路30公里。',
    ];
    const quoting = ['《政府工作报告》提出的十项任务已全部完成，让我们把《政府工作报告》的部署落到实处。'];
    const report = lines(HEAD, REVIEW, quoting, PLAN, SELF, CLOSING, glossary, annex);
    expect(found(report)).toEqual([report]);
  });

  test('stays one report however often it says 各位代表', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => [
      '各位代表！',
      `第${at + 1}项工作得到了全市人民的大力支持，取得了较好的成效，成绩来之不易。`,
    ]);
    const report = lines(HEAD, REVIEW, twenty.flat(), PLAN, SELF, CLOSING);
    expect(found(report)).toEqual([report]);
  });
});

test('a note below one report is not the first line of the next', () => {
  const first = lines(WHOLE, ['（本文有删减）']);
  const second = lines(WHOLE.slice(3));
  expect(found(`${first}\n${second}`)).toEqual([first, second]);
});

test('lines broken at a fixed width change nothing', () => {
  const wrap = (text: string): string => text.replaceAll(/[^\n]{30}(?=[^\n])/gu, '$&\n');
  const long = Array.from(
    { length: 12 },
    (_, at) =>
      `第${at + 1}年里全市上下坚持稳中求进工作总基调，着力推动高质量发展，地区生产总值稳步增长，重点项目有序推进，民生福祉持续增进。`,
  );
  const report = lines(HEAD, REVIEW, long, PLAN, SELF, CLOSING);
  expect(found(wrap(report))).toEqual([wrap(report)]);
});

describe('the reports of the corpus, broken at a fixed width', () => {
  const bare = (source: string): string[] => found(source).map((report) => report.replaceAll(/\s/gu, ''));

  test.each(corpusInputs().map(({ name, data }) => [name, new TextDecoder().decode(data)]))(
    '%s: begin and end where they did',
    (_, text) => {
      const whole = bare(text);
      for (const width of [22, 30, 40])
        expect(bare(text.replaceAll(new RegExp(`[^\\n]{${width}}(?=[^\\n])`, 'gu'), '$&\n'))).toEqual(whole);
    },
  );
});
