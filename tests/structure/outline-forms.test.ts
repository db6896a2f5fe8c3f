/** Every way of numbering and marking headings that reports are found with. */
import { describe, expect, test } from 'vitest';
import type { Outline } from '../../src/model/report.ts';
import { outline } from '../../src/source/outline.ts';
import { CLOSING, HEAD, lines, outlineOf, VOCABULARY } from './support.ts';

const BODY = '全市上下坚持稳中求进，各项工作有序推进，取得新的进展。';

/** Level, number and title of each heading. */
function shape({ headings }: Outline): string[] {
  return headings.map(({ level, number, title }) => `${level}.${number} ${title}`);
}

function of(...body: readonly string[]): string[] {
  return shape(outlineOf(lines(HEAD, body, CLOSING)));
}

describe('numbering', () => {
  test.each([
    ['half-width brackets', ['(一)稳增长。', '(二)调结构。'], ['2.1 稳增长', '2.2 调结构']],
    ['brackets and a stop', ['（一）、稳增长', BODY], ['2.1 稳增长']],
    [
      'digits, full and half width',
      ['1．稳增长。', '2.调结构。', '3、促改革。'],
      ['3.1 稳增长', '3.2 调结构', '3.3 促改革'],
    ],
    [
      '第一部分',
      ['第一部分 过去一年的工作', BODY, '第二部分 今年工作安排', BODY],
      ['1.1 过去一年的工作', '1.2 今年工作安排'],
    ],
    ['numbers of one character', ['㈠稳增长', BODY, '㈡调结构', BODY], ['2.1 稳增长', '2.2 调结构']],
    ['square brackets', ['〔一〕稳增长', BODY, '〔二〕调结构', BODY], ['2.1 稳增长', '2.2 调结构']],
    [
      'a numeral that lost its stop',
      ['一　2023年工作回顾', BODY, '二：2024年工作安排', BODY],
      ['1.1 2023年工作回顾', '1.2 2024年工作安排'],
    ],
    [
      'circled digits',
      ['一、民生实事', '①新建幼儿园3所；', '②改造小区20个。'],
      ['1.1 民生实事', '3.1 新建幼儿园3所', '3.2 改造小区20个'],
    ],
    [
      '（1） below 1.',
      ['1.民生实事。', '（1）新建幼儿园。', '（2）改造小区。', '2.平安建设。'],
      ['3.1 民生实事', '3.1 新建幼儿园', '3.2 改造小区', '3.2 平安建设'],
    ],
    ['spaces within the brackets', ['（ 一 ） 稳增长。增长5%。'], ['2.1 稳增长']],
    [
      'a decimal, a list of numerals, an era',
      ['5.2%的增长。', '一、二、三产业协调发展。', '（2024年1月）', '十三五时期成绩很大。'],
      [],
    ],
  ])('%s', (_, body, wanted) => {
    expect(of(...body)).toEqual(wanted);
  });
});

describe('runs in words', () => {
  test.each([
    [
      'below a title',
      ['一、2023年工作回顾', `一是稳增长。${BODY}`, `二是调结构。${BODY}`],
      ['1.1 2023年工作回顾', '2.1 稳增长', '2.2 调结构'],
    ],
    [
      'below the second level',
      ['（八）办好实事。', '一是治污水，保水质。', '二是治雾霾，保蓝天。'],
      ['2.8 办好实事', '3.1 治污水，保水质', '3.2 治雾霾，保蓝天'],
    ],
    [
      '第一，第二，',
      ['第一，千方百计稳增长。认真落实政策。', '第二，加快转型。深入实施创新。'],
      ['2.1 千方百计稳增长', '2.2 加快转型'],
    ],
    ['paragraphs between the items', ['一是稳增长。', BODY, '二是调结构。', BODY], ['2.1 稳增长', '2.2 调结构']],
    ['one alone is a sentence', [`一是稳增长。${BODY}二是调结构。${BODY}`], []],
    [
      'the first item at the end of the paragraph above',
      [`要强化支撑。一是强化科技支撑。${BODY}`, `二是强化金融支撑。${BODY}`],
      ['2.1 强化科技支撑', '2.2 强化金融支撑'],
    ],
    ['第一、二、三产业', ['第一、二、三产业协调发展。', '第二、三产业占比提高。'], []],
  ])('%s', (_, body, wanted) => {
    expect(of(...body)).toEqual(wanted);
  });
});

describe('line breaks that were lost', () => {
  test('headings within a line begin paragraphs of their own, where the numbering counts on', () => {
    const text = lines(
      HEAD,
      [`一、2023年工作回顾`, `${BODY}（一）稳增长。增长5%。（二）调结构。${BODY}二、2024年工作安排`, BODY],
      CLOSING,
    );
    const found = outlineOf(text);
    expect(shape(found)).toEqual(['1.1 2023年工作回顾', '2.1 稳增长', '2.2 调结构', '1.2 2024年工作安排']);
    expect(found.paragraphs.map(({ range }) => text.slice(range.start, range.end)).join('')).toBe(
      text.replaceAll('\n', ''),
    );
    expect(found.headings.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '一、2023年工作回顾',
      '（一）稳增长',
      '（二）调结构',
      '二、2024年工作安排',
    ]);
  });

  test.each([' ', '　', ''])('a whole report in one line, joined by "%s"', (glue) => {
    const body = [
      '一、2023年工作回顾',
      `过去一年，${BODY}`.repeat(9),
      '（一）稳增长。增长5%。',
      '（二）调结构。优化结构。',
      '二、2024年工作安排',
      `今年，${BODY}`.repeat(90),
      '三、加强政府自身建设',
      `我们要${BODY}`.repeat(9),
    ];
    const found = outlineOf([...HEAD, ...body, ...CLOSING].join(glue));
    expect(shape(found)).toEqual([
      '1.1 2023年工作回顾',
      '2.1 稳增长',
      '2.2 调结构',
      '1.2 2024年工作安排',
      '1.3 加强政府自身建设',
    ]);
    const parts = found.paragraphs.map(({ part }) => part).filter((part, at, all) => part !== all[at - 1]);
    expect(parts).toEqual(['opening', 'review', 'plan', 'self-government', 'closing']);
  });

  test('a mention of （一） in a sentence splits nothing', () => {
    expect(of('一、2023年工作回顾', '按照《条例》（一）项的要求推进，见附表（二）的说明。')).toEqual([
      '1.1 2023年工作回顾',
    ]);
  });
});

describe('titles without numbers', () => {
  test('that name no part: by their place, when there are two at least and no 一、', () => {
    const body = ['负重奋进，新时代建设迈出新步伐', BODY, '扎实苦干，决胜全面小康', BODY];
    expect(of(...body)).toEqual(['1.0 负重奋进，新时代建设迈出新步伐', '1.0 扎实苦干，决胜全面小康']);
    expect(of('负重奋进，新时代建设迈出新步伐', BODY, BODY)).toEqual([]);
    expect(of('一、2023年工作回顾', BODY, '产业园区项目图', BODY, '重点工程进度表', BODY)).toEqual([
      '1.1 2023年工作回顾',
    ]);
  });

  test('over two lines they are one', () => {
    const found = outlineOf(
      lines(
        HEAD,
        ['决战决胜小康社会', '乘势而上开启新征程', BODY, '主动担当历史使命', '奋力谱写新的篇章', BODY],
        CLOSING,
      ),
    );
    expect(shape(found)).toEqual(['1.0 决战决胜小康社会 乘势而上开启新征程', '1.0 主动担当历史使命 奋力谱写新的篇章']);
    expect(found.paragraphs.slice(HEAD.length, HEAD.length + 3).map(({ role }) => role)).toEqual([
      'heading',
      'heading',
      'body',
    ]);
  });

  test('the rest of a lost numeral is no part of a title', () => {
    expect(of('、2023年工作回顾', BODY, '、2024年工作安排', BODY)).toEqual([
      '1.0 2023年工作回顾',
      '1.0 2024年工作安排',
    ]);
  });
});

describe('bold type and marks of headings', () => {
  test.each([
    [
      'bold, alone and glued',
      [
        '**一、2023年工作回顾**',
        '**（一）稳增长。**增长5%。',
        `**提升创新能力。**${BODY}`,
        `**壮大产业集群**。${BODY}`,
      ],
      ['1.1 2023年工作回顾', '2.1 稳增长', '3.0 提升创新能力', '3.0 壮大产业集群'],
    ],
    [
      'marks of Markdown',
      ['## 2023年工作回顾', BODY, '### 产业发展提质', BODY, '## 2024年工作安排', BODY, '### 壮大实体经济', BODY],
      ['1.0 2023年工作回顾', '2.0 产业发展提质', '1.0 2024年工作安排', '2.0 壮大实体经济'],
    ],
    [
      'a bold announcement, a bold address, a bold paragraph',
      ['**重点抓好以下工作：**', BODY, `**各位代表！**${BODY}`, `**${BODY}**`],
      [],
    ],
  ])('%s', (_, body, wanted) => {
    expect(of(...body)).toEqual(wanted);
  });

  test('marks that were taken out of the text before', () => {
    const text = lines(HEAD, ['一、2023年工作回顾', `提升创新能力。${BODY}`], CLOSING);
    const start = text.indexOf('提升');
    expect(shape(outline(text, VOCABULARY, [{ start, end: start + 6, rank: 0 }]))).toEqual([
      '1.1 2023年工作回顾',
      '2.0 提升创新能力',
    ]);
    expect(shape(outline(text, VOCABULARY))).toEqual(['1.1 2023年工作回顾']);
  });
});

test('a title that ends with a stop stands alone when its paragraph is on the next line', () => {
  const found = outlineOf(lines(HEAD, ['（一）稳增长。', BODY, '（二）调结构。', '（三）促改革。增长5%。'], CLOSING));
  expect(found.paragraphs.slice(HEAD.length, -1).map(({ role }) => role)).toEqual(['heading', 'body', 'body', 'body']);
});

describe('other scripts and languages', () => {
  test('traditional script keeps its characters', () => {
    const text = [
      '各位代表：',
      '現在，我代表市人民政府，向大會報告工作，請予審議，並請各位政協委員提出意見。',
      '一、2023年工作回顧',
      '過去一年，全市上下堅持穩中求進，各項工作有序推進，總體平穩。',
      '二、2024年重點工作',
      '今年要抓好以下任務，我們將堅持穩中求進，全面完成各項任務。',
      '三、加強政府自身建設',
      '堅持依法行政，自覺接受監督，設立服務窗口，打造清廉政府。',
    ].join('\n');
    const found = outlineOf(text);
    expect(shape(found)).toEqual(['1.1 2023年工作回顧', '1.2 2024年重點工作', '1.3 加強政府自身建設']);
    expect(found.headings.map(({ part }) => part)).toEqual(['review', 'plan', 'self-government']);
  });

  test('a translation between the lines adds no headings', () => {
    const body = [
      '一、2023年工作回顾',
      'I. Review of the Work in 2023',
      BODY,
      'The city made progress.',
      '（一）稳增长。增长5%。',
      '(1) Stable growth. 2. Growth of 5 percent.',
      '1. Stable growth',
    ];
    expect(of(...body)).toEqual(['1.1 2023年工作回顾', '2.1 稳增长']);
  });

  test('English alone has none', () => {
    expect(
      shape(
        outlineOf(
          'Report on the Work of the Government\n1. Review\nThe economy grew by 5.2 percent.\n2. Plan\nWe will work.',
        ),
      ),
    ).toEqual([]);
  });
});
