import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSING, cleanOf, found, GLOSSARY, HEAD, lines, PLAN, REVIEW, SELF, segmentOf, WHOLE } from './support.ts';

const FOOTER = [
  '微信扫一扫在手机阅读、分享本文',
  '版权声明',
  '作者原创,不允许二次传播,一经发现收回会员权益。',
  '联系客服',
];

describe('where a report begins and ends', () => {
  test('a report is its title block to its last part', () => {
    expect(found(lines(WHOLE))).toEqual([lines(WHOLE)]);
    expect(found(lines(WHOLE, GLOSSARY))).toEqual([lines(WHOLE, GLOSSARY)]);
  });

  test('the page title above a meta line, an abstract and navigation are not the report', () => {
    const before = [
      '首页',
      '工作报告',
      '醴陵市2024年政府工作报告',
      '时间：2024-01-20  作者：某网  来源：政府官网  阅读：1485',
      '内容摘要：政府工作报告——2024年1月8日在醴陵市第六届人民代表大会第四次会议上，各位代表：现在，我代表市人民政府，向大会报告工作……',
    ];
    expect(found(lines(before, WHOLE))).toEqual([lines(WHOLE)]);
  });

  test('a footer is left out, after the closing and after a glossary', () => {
    expect(found(lines(WHOLE, FOOTER))).toEqual([lines(WHOLE)]);
    expect(found(lines(WHOLE, GLOSSARY, ['笔记', '复制', '问答', '搜索']))).toEqual([lines(WHOLE, GLOSSARY)]);
    expect(found(lines(WHOLE, ['您需要登录后才可以回帖 登录 | 立即注册', '在线时间：', '9:00-18:00']))).toEqual([
      lines(WHOLE),
    ]);
  });

  test('a report that stops early ends at its last own line, even at a bare heading', () => {
    const cut = lines(HEAD, REVIEW, ['（三）生态环境持续改善']);
    expect(found(lines([cut], FOOTER))).toEqual([cut]);
  });

  test('an address to the assembly inside the body begins nothing', () => {
    const body = ['各位代表！', '过去一年成绩来之不易，我代表市人民政府，向全市人民表示衷心的感谢！'];
    expect(found(lines(HEAD, REVIEW, body, PLAN, SELF, CLOSING))).toHaveLength(1);
  });

  test.each([
    [
      'a meeting line over two lines',
      ['政府工作报告', '——2024年1月8日在醴陵市第六届', '人民代表大会第四次会议上', '各位代表：'],
    ],
    [
      'a date line without the session',
      ['2024年1月8日在醴陵市', '第六届人民代表大会第四次会议上', '市长 林向明', '各位代表：'],
    ],
    ['brackets', ['政府工作报告', '（2024年1月8日在醴陵市第六届人民代表大会第四次会议上）', '市长 林向明']],
    [
      'a letter-spaced title',
      ['政 府 工 作 报 告', '——2024年1月8日在醴陵市第六届人民代表大会第四次会议上', '各位代表:'],
    ],
    [
      'no salutation',
      ['2024年政府工作报告（摘要）', '（2024年1月8日在醴陵市第六届人民代表大会第四次会议上）', '市长 林向明'],
    ],
    ['no meeting line', ['醴陵市政府工作报告', '各位代表：', '现在，我代表市人民政府，向大会报告工作，请予审议。']],
    ['a title and nothing else', ['醴陵市2024年政府工作报告']],
    ['a name without office', ['林向明', '各位代表：', '现在，我代表市人民政府向大会报告工作，请予审议。']],
  ])('head with %s', (_, head) => {
    const report = lines(head, REVIEW, PLAN, SELF, CLOSING);
    expect(found(report)).toEqual([report]);
    expect(found(lines(['首页', '当前位置：首页 > 政务公开'], [report]))).toEqual([report]);
  });

  test('indentation of any blank does not matter', () => {
    const indented = WHOLE.map((line) => `\u3000\u00a0\u2003${line} `).join('\n\n \n');
    expect(found(indented).map(cleanOf)).toEqual([cleanOf(indented)]);
  });
});

test('a text that is no report gives none, and says so', () => {
  for (const text of [
    '',
    '关于召开会议的通知\n请各单位准时参加。',
    '2024年政府工作报告\n2023年政府工作报告\n2022年政府工作报告',
  ]) {
    const { reports, signals } = segmentOf(text);
    expect(reports).toEqual([]);
    expect(signals.map(({ sign }) => sign)).toContain('no-report');
  }
});

test('a text whose head is gone is still found', () => {
  const rest = lines(REVIEW.slice(1), PLAN, SELF, CLOSING);
  expect(found(rest)).toEqual([rest]);
});

describe('a compilation', () => {
  const of = (city: string): string =>
    lines(WHOLE).replaceAll('醴陵市', city).replace('2024年政府工作报告', '政府工作报告');
  const contents = [
    '目录',
    '湖南省政府工作报告..........................1',
    '浏阳市......................................35',
    '宁乡市......................................74',
    '长沙县······································101',
  ];

  test('gives each report once and names what is missing', () => {
    const text = lines(contents, [of('湖南省'), of('浏阳市'), of('长沙县')]);
    const { reports, promised, signals } = segmentOf(text);
    expect(reports).toHaveLength(3);
    expect(promised.map(({ name, page, regionCode, kept }) => [name, page, regionCode, kept])).toEqual([
      ['湖南省政府工作报告', 1, '430000', 0],
      ['浏阳市', 35, '430181', 1],
      ['宁乡市', 74, '430182', null],
      ['长沙县', 101, '430121', 2],
    ]);
    const missing = signals.filter(({ sign }) => sign === 'promised-report-missing');
    expect(missing.map(({ data }) => data.name)).toEqual(['宁乡市']);
    expect(missing.map(({ range }) => range && text.slice(range.start, range.end))).toEqual([contents[3]]);
  });

  test('the glossary between two reports belongs to the first', () => {
    const first = lines([of('浏阳市')], GLOSSARY);
    expect(found(lines([first, of('宁乡市')]))).toEqual([first, of('宁乡市')]);
  });

  test('a contents page of one report promises no reports', () => {
    const own = ['目录', '一、2023年工作回顾……………………1', '二、2024年工作任务……………………9', '三、加强政府自身建设……………15'];
    expect(segmentOf(lines(own, WHOLE)).promised).toEqual([]);
  });
});

test('ranges are in order, inside the text, and hold no blank ends, whatever the lines', () => {
  const line = fc.constantFrom(...WHOLE, ...GLOSSARY, ...FOOTER, '', '  ', '浏阳市........35', '目录');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (some) => {
      const text = some.join('\n');
      let last = 0;
      for (const { start, end } of segmentOf(text).reports) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
