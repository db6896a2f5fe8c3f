import { describe, expect, test } from 'vitest';
import type { Outline } from '../../src/model/report.ts';
import { CLOSING, GLOSSARY, HEAD, lines, outlineOf, PLAN, REVIEW, SELF, WHOLE } from './support.ts';

function runs({ paragraphs }: Outline): string[] {
  return paragraphs.map(({ part }) => part).filter((part, at, all) => part !== all[at - 1]);
}

test('paragraphs cover the text line by line, with part and role', () => {
  const text = lines(WHOLE, GLOSSARY);
  const { paragraphs } = outlineOf(text);
  expect(paragraphs.map(({ range }) => text.slice(range.start, range.end))).toEqual(text.split('\n'));
  expect(paragraphs.map(({ role }) => role).slice(0, 6)).toEqual([
    'front',
    'front',
    'front',
    'salutation',
    'body',
    'heading',
  ]);
  expect(paragraphs.slice(-3).map(({ role }) => role)).toEqual(['heading', 'entry', 'entry']);
  expect(runs({ paragraphs, headings: [] })).toEqual([
    'opening',
    'review',
    'plan',
    'self-government',
    'closing',
    'glossary',
  ]);
});

test('headings: a glued one ends where its title ends, and stands in the path of its paragraph', () => {
  const text = lines(WHOLE);
  const { headings, paragraphs } = outlineOf(text);
  const second = headings.find(({ label, part }) => label === '（二）' && part === 'plan');
  expect(second).toMatchObject({ level: 2, number: 2, title: '办好民生实事' });
  expect(text.slice(second?.range.start, second?.range.end)).toBe('（二）办好民生实事');
  expect(paragraphs[second?.paragraph ?? 0]).toMatchObject({
    role: 'body',
    headings: ['二、2024年工作任务', '（二）办好民生实事'],
  });
  expect(paragraphs.at(-1)?.headings).toEqual([]);
});

test('entries of a glossary are no headings', () => {
  const { headings } = outlineOf(lines(WHOLE, GLOSSARY));
  expect(headings.filter(({ level }) => level === 3)).toEqual([]);
});

describe('parts by words, year and order', () => {
  test.each([
    [
      'five years',
      [
        '一、过去五年工作回顾',
        '二、今后五年的总体要求和奋斗目标',
        '三、2024年重点工作',
        '四、努力建设人民满意的服务型政府',
      ],
      'review plan self-government',
    ],
    [
      'many parts of a plan',
      [
        '一、2023年工作回顾',
        '二、2024年工作总体要求',
        '三、加快产业结构调整',
        '四、提高城镇化发展质量',
        '五、加强政府自身建设',
      ],
      'review plan self-government',
    ],
    ['words that say nothing', ['一、经济社会发展势头良好', '二、全面推进三个强市建设'], 'review plan'],
    ['two parts only', ['一、2023年工作回顾', '二、2024年工作安排'], 'review plan'],
    ['years decide', ['一、2023年的主要工作', '二、2024年的主要工作'], 'review plan'],
    [
      'titles without numerals',
      ['2023年工作回顾', '2024年工作安排', '全面加强政府自身建设'],
      'review plan self-government',
    ],
    [
      'a numbering inside each part',
      [
        '2023年工作回顾',
        '一、产业发展提速',
        '二、政府自身建设不断加强',
        '2024年工作安排',
        '一、坚持以进促稳',
        '二、坚持培优扶强',
      ],
      'review plan',
    ],
    [
      'a numbering that starts again',
      ['一、2023年工作回顾', '二、2024年工作安排', '一、聚焦产业行动', '二、打赢攻坚战役', '三、全面加强政府自身建设'],
      'review plan self-government',
    ],
  ])('%s', (_, titles, parts) => {
    const body = titles.flatMap((title) => [title, '全市上下坚持稳中求进，各项工作有序推进，取得新的进展。']);
    expect(runs(outlineOf(lines(HEAD, body, CLOSING)))).toEqual(['opening', ...parts.split(' '), 'closing']);
  });

  test('a meeting at the end of a year plans for the next one', () => {
    const head = HEAD.map((line) => line.replace('2024年1月8日', '2023年12月28日'));
    const body = ['一、2023年所做的工作', '完成了各项任务。', '二、2024年所要做的工作', '坚持稳中求进。'];
    expect(runs(outlineOf(lines(head, body, CLOSING)))).toEqual(['opening', 'review', 'plan', 'closing']);
  });

  test('without titles the stated aims begin the plan', () => {
    const body = [
      '过去一年，经济稳步增长，民生持续改善。',
      '城乡面貌有了新的变化。',
      '改革开放不断深入。',
      '今年经济社会发展的主要预期目标是：生产总值增长5%。',
      '抓好项目建设。',
    ];
    expect(runs(outlineOf(lines(HEAD, body, CLOSING)))).toEqual(['opening', 'review', 'plan', 'closing']);
  });

  test('self-government inside the review stays there', () => {
    const review = [...REVIEW, '（三）政府自身建设不断加强。依法行政扎实推进。'];
    expect(runs(outlineOf(lines(HEAD, review, PLAN, CLOSING)))).toEqual(['opening', 'review', 'plan', 'closing']);
  });

  test('annex and glossary after the closing', () => {
    const annex = [
      '附件1',
      '2024年民生实事',
      '1.新建幼儿园3所。',
      '附件2',
      '《政府工作报告》名词解释',
      '1.无废城市：指一种城市发展模式。',
    ];
    expect(runs(outlineOf(lines(WHOLE, annex))).slice(-3)).toEqual(['closing', 'annex', 'glossary']);
  });

  test('a text whose head is gone begins with the part before its first title', () => {
    expect(runs(outlineOf(lines(PLAN.slice(1), SELF, CLOSING)))).toEqual(['plan', 'self-government', 'closing']);
  });
});

test('an appeal in the middle does not close the report', () => {
  const appeal = ['各位代表，我们坚信，只要团结一心，宏伟蓝图一定能够实现，让我们为之努力奋斗！'];
  expect(runs(outlineOf(lines(HEAD, REVIEW, appeal, PLAN, SELF)))).toEqual([
    'opening',
    'review',
    'plan',
    'self-government',
  ]);
});
