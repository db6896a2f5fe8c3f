/** Sections on one year and on several: which of them a sentence is told of. The report was given in 2024. */
import { expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { meaning } from '../../src/source/meaning.ts';
import { quantities } from '../../src/source/quantity.ts';
import { IDENTITY, vocabulary } from './support.ts';

/** Years of the figures in paragraphs under headings, outermost first: `62.6万人 2023`, `6% 2019–2023`, `25所 ?`. */
function years(headings: readonly string[], part: 'review' | 'plan', ...texts: readonly string[]): string[] {
  const text = texts.join('\n');
  let start = 0;
  const paragraphs = texts.map((one, ordinal) => {
    const own = {
      ordinal,
      part,
      headings,
      role: 'body' as const,
      range: range<'report'>(start, start + one.length),
    };
    start += one.length + 1;
    return own;
  });
  const report = { reportId: 'r', text, outline: { headings: [], paragraphs }, identity: IDENTITY };
  return meaning(report, quantities(text, vocabulary).quantities, vocabulary).map(({ quote, period }) => {
    if (period === null) return `${quote} ?`;
    const [first, last] = [period.start.slice(0, 4), period.end.slice(0, 4)];
    return `${quote} ${first === last ? first : `${first}–${last}`}`;
  });
}

test.each([
  [
    'the year comes first, and the five are announced',
    '一、2023年和过去五年工作回顾',
    'review',
    [
      '2023年极不平凡。地区生产总值增长7%，城镇新增就业5.1万人。',
      '一年来，我们重点做了以下工作。',
      '新建高原和美乡村180个，进出口总额增长24.7%。',
      '各位代表！2023年主要目标的完成，标志着五年规划圆满收官。回首过去五年，我们办成了一些大事。新建学校25所。',
      '这五年是西藏发展最好的五年。地区生产总值年均增长6.3%，城镇新增就业25万人。',
    ],
    ['7% 2023', '5.1万人 2023', '180个 2023', '24.7% 2023', '25所 2019–2023', '6.3% 2019–2023', '25万人 2019–2023'],
  ],
  [
    'the five come first',
    '一、过去五年和2023年工作回顾',
    'review',
    [
      '五年来，城镇新增就业25万人，新建学校25所。',
      '刚刚过去的一年，我们攻坚克难。',
      '2023年，地区生产总值增长7%。',
      '城镇新增就业5.1万人，新建学校6所。',
    ],
    ['25万人 2019–2023', '25所 2019–2023', '7% 2023', '5.1万人 2023', '6所 2023'],
  ],
  [
    'a heading on the five alone, and sentences that turn to the last of them and back',
    '一、过去五年工作回顾',
    'review',
    [
      '五年来，城镇新增就业25万人，新建学校25所。',
      '刚刚过去的2023年，全市上下克难奋进，实现良好收官。地区生产总值增长7%，城镇新增就业5.1万人。',
      '一是稳增长。引进项目30个。',
      '五年奋斗，城乡面貌焕然一新。新建公园40个。',
    ],
    ['25万人 2019–2023', '25所 2019–2023', '7% 2023', '5.1万人 2023', '30个 2023', '40个 2019–2023'],
  ],
  [
    'a year alone opens nothing there, unless that whole year is told of',
    '一、过去五年工作回顾',
    'review',
    ['2020年，我们战胜疫情。新增病床300张。', '2023年，是本市发展极不平凡的一年。新增病床500张。'],
    ['300张 2019–2023', '500张 2023'],
  ],
  [
    'nothing says of which it is told; but a mean growth is of several',
    '一、过去五年和2023年工作回顾',
    'review',
    ['新建学校25所，进出口总额增长24.7%，地区生产总值年均增长6.3%。'],
    ['25所 ?', '24.7% ?', '6.3% 2019–2023'],
  ],
  [
    'years between which a change lies end nothing',
    '一、过去五年和2023年工作回顾',
    'review',
    ['五年来，我们奋发有为。', '2019年到2023年，变化巨大。', '新建医院8家。'],
    ['8家 2019–2023'],
  ],
  [
    'the five years are called out of the ordinary, and the one has just gone by',
    '一、“十四五”时期和2023年工作回顾',
    'review',
    [
      '过去的五年极不寻常。新建学校25所。新增就业6万人。',
      '各位代表！刚刚过去的2023年，是具有里程碑意义的一年。生产总值增长4.1%。',
      '新增规模以上工业企业755户。',
    ],
    ['25所 2021–2025', '6万人 2021–2025', '4.1% 2023', '755户 2023'],
  ],
  [
    'a plan of five years and of the next',
    '二、今后五年的总体要求和2024年重点工作',
    'plan',
    ['今后五年，常住人口城镇化率达到63%。', '今年的主要预期目标是：地区生产总值增长6%。', '城镇新增就业5万人。'],
    ['63% 2024–2028', '6% 2024', '5万人 2024'],
  ],
  [
    'a far year is not the next one',
    '二、未来五年目标任务和2035年远景目标',
    'plan',
    ['2028年经济总量突破6000亿元。地区生产总值年均增长7.5%以上，森林覆盖率达到61%。'],
    ['突破6000亿元 2028', '7.5%以上 2024–2028', '61% 2028'],
  ],
] as const)('%s', (_, heading, part, texts, wanted) => {
  expect(years([heading], part, ...texts)).toEqual(wanted);
});

// Figures of a paragraph under headings that name no years.
test.each([
  [
    'a sentence calls them the years of a plan, others open with them',
    ['“十四五”时期是本市攻坚克难的五年。城镇新增就业124万人。这五年，民生福祉持续增进。地区生产总值年均增长6%。'],
    ['124万人 2021–2025', '6% 2019–2023'],
  ],
  ['a dash before them', ['——过去的五年，民生福祉全面增进。新增城镇就业10.2万人。'], ['10.2万人 2019–2023']],
  [
    'a long sentence that ends with them',
    ['这是本市攻坚克难、砥砺奋进、民生持续改善、群众得到实惠最多的五年。新增城镇就业10.2万人。'],
    ['10.2万人 2019–2023'],
  ],
  [
    'four years',
    ['这四年，我们坚持改革开放。新登记市场主体20万户，年均增长8.2%。'],
    ['20万户 2020–2023', '8.2% 2020–2023'],
  ],
  [
    'the next paragraph is of the year again',
    ['五年来，新增就业25万人。', '新增就业5万人。'],
    ['25万人 2019–2023', '5万人 2023'],
  ],
  [
    'a year ends them',
    ['五年来，新增就业25万人。2023年，新建学校6所。', '新建医院1家。'],
    ['25万人 2019–2023', '6所 2023', '1家 2023'],
  ],
  ['what was built in them is of no one year', ['这五年，农业根基持续夯实。建设高标准农田2556万亩。'], ['2556万亩 ?']],
] as const)('where no heading names years, %s', (_, texts, wanted) => {
  expect(years(['一、工作回顾'], 'review', ...texts)).toEqual(wanted);
});

test.each([
  ['an inner heading on the work of one year', '（二）2023年主要工作', '新建学校6所。', '6所 2023'],
  ['one on the year that has gone', '（二）过去一年的工作情况', '新建学校6所。', '6所 2023'],
  ['a year that the five years are gone through by', '（二）2021年：夯实基础', '新建学校6所。', '6所 ?'],
  ['no year at all', '（二）城乡面貌焕然一新', '新建学校6所。', '6所 2019–2023'],
])('under five years, %s', (_, inner, text, wanted) => {
  expect(years(['一、过去五年工作回顾', inner], 'review', text)).toEqual([wanted]);
});
