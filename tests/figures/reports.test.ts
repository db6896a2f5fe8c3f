/** Whose figures, of which year, in which paragraph: little reports of places of every rank, with a part or a year missing. */
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import { range } from '../../src/model/offset.ts';
import type { Identity, Part } from '../../src/model/report.ts';
import { meaning } from '../../src/source/meaning.ts';
import { quantities } from '../../src/source/quantity.ts';
import { figureOf, IDENTITY, vocabulary } from './support.ts';

const CITY: Identity = {
  ...IDENTITY,
  regionCode: '330100',
  region: '杭州市',
  level: 'prefecture',
  parentCode: '330000',
};
const PROVINCE: Identity = { ...IDENTITY, regionCode: '330000', region: '浙江省', level: 'province', parentCode: null };
const COUNTY_CITY: Identity = { ...IDENTITY, regionCode: '330182', region: '建德市', parentCode: '330100' };
const NINGBO: Identity = { ...CITY, regionCode: '330200', region: '宁波市' };
const BANNER: Identity = { ...IDENTITY, regionCode: '150223', region: '达茂旗', parentCode: '150200' };
const NAMELESS: Identity = { ...IDENTITY, regionCode: null, region: null, level: null, parentCode: null };

interface Paragraph {
  readonly text: string;
  readonly part?: Part;
  readonly headings?: readonly string[];
}

function read(identity: Identity, ...paragraphs: readonly Paragraph[]): Figure[] {
  const text = paragraphs.map((one) => one.text).join('\n');
  let at = 0;
  const laid = paragraphs.map(({ text: words, part = 'review', headings = [] }, ordinal) => {
    const start = at;
    at += words.length + 1;
    return { ordinal, part, headings, role: 'body' as const, range: range<'report'>(start, start + words.length) };
  });
  const report = { reportId: 'r', text, outline: { headings: [], paragraphs: laid }, identity };
  return meaning(report, quantities(text, vocabulary).quantities, vocabulary);
}

describe('whose figure it is', () => {
  test.each([
    ['of a county city, 全市 is itself', COUNTY_CITY, '全市财政收入90亿元。', '330182'],
    ['of a district, 全市 is the city above', IDENTITY, '全市财政收入90亿元。', '330100'],
    ['of a district, 全区 is itself', IDENTITY, '全区财政收入90亿元。', '330106'],
    ['of a city, 全市 is itself', CITY, '全市财政收入90亿元。', '330100'],
    ['of a city, 我市 is itself', CITY, '我市财政收入90亿元。', '330100'],
    ['of a province, 全省 is itself', PROVINCE, '全省财政收入90亿元。', '330000'],
    ['of nobody knows whom, no place', NAMELESS, '财政收入90亿元。', null],
    ['of nobody knows whom, the place that is named', NAMELESS, '浙江省财政收入90亿元。', '330000'],
    ['the nation is nobody’s own', CITY, '全国社会消费品零售总额90亿元。', null],
    ['a laboratory of the nation is the city’s', CITY, '新增全国重点实验室90家。', '330100'],
    ['a share of all the province is of the city', CITY, '进出口总额占全省90%。', '330100'],
    ['listed companies are no part of the place', CITY, '上市公司新增22家、总数达90家。', '330100'],
    ['a place of the same name elsewhere is none of its', CITY, '鼓楼区财政收入90亿元。', null],
    ['a part of a city', CITY, '高新区完成财政收入90亿元。', null],
    ['a part of a city that is told of first', CITY, '高新区新增企业20家，财政收入90亿元。', null],
    ['the whole city after a part', CITY, '高新区新增企业20家，全市财政收入90亿元。', '330100'],
    ['what follows the whole city', CITY, '高新区新增企业20家，全市财政收入90亿元，就业6万人。', '330100'],
    ['of a banner, 全旗 after a part is itself', BANNER, '高新区新增企业20家，全旗财政收入90亿元。', '150223'],
    ['of a banner, its bare name is itself', BANNER, '达茂旗财政收入90亿元。', '150223'],
    ['a street of the district', IDENTITY, '西湖区文一街道完成固定资产投资90亿元。', null],
    ['a district of the city whose name another city has', NINGBO, '江北区财政收入90亿元。', '330205'],
    ['zones in the middle of a clause', CITY, '全力推进国家级经济技术开发区要素改革，财政收入90亿元。', '330100'],
    ['a company', CITY, '三一重工公司实现产值90亿元。', null],
    ['a company with a long list of goods', CITY, '古井集团白酒及配制酒等各类产品营业收入90亿元。', null],
    ['people who are honoured all over the nation', CITY, '新增全国道德模范90人。', '330100'],
    ['the nation’s own, as expected', CITY, '预计全国社会消费品零售总额90亿元。', null],
    ['a share of the province above', CITY, '进出口总额占浙江省90%。', '330100'],
    ['a zone of nobody knows whom', NAMELESS, '高新区完成财政收入90亿元。', null],
    [
      'a zone that bears the name of the place',
      { ...CITY, region: '杭州高新区' },
      '杭州高新区完成财政收入90亿元。',
      '330100',
    ],
  ])('%s', (_, identity, text, region) => {
    expect(read(identity, { text }).at(-1)?.regionCode).toBe(region);
  });
});

describe('which year', () => {
  const ONE_YEAR = (year: number) => ({ start: `${year}-01-01`, end: `${year}-12-31` });
  test.each([
    ['the year before the report', { ...CITY, reviewedYear: null }, 'review', '财政收入90亿元。', 2023],
    ['the report’s year after the reviewed one', { ...CITY, reportYear: null }, 'plan', '财政收入90亿元。', 2024],
    ['a report of its own year', { ...CITY, reviewedYear: 2024 }, 'review', '财政收入90亿元。', 2024],
    ['self-government is of the plan’s year', CITY, 'self-government', '精简文件90件。', 2024],
  ] as const)('%s', (_, identity, part, text, year) => {
    expect(read(identity, { text, part }).at(-1)?.period).toEqual(ONE_YEAR(year));
  });

  test.each([
    '财政收入90亿元。',
    '去年财政收入90亿元。',
    '上年财政收入90亿元。',
    '前三季度财政收入90亿元。',
    '年末财政收入90亿元。',
  ])('no year is known: %s', (text) => {
    const [figure] = read({ ...CITY, reportYear: null, reviewedYear: null }, { text });
    expect(figure).toMatchObject({ period: null, nature: 'actual' });
  });

  test.each(['五年来新建学校90所。', '1978年以来新建学校90所。', '今后五年新建学校90所。', '3月末学校90所。'])(
    'no year is known to count from: %s',
    (text) => {
      expect(read({ ...CITY, reportYear: null, reviewedYear: null }, { text })[0]?.period).toBeNull();
    },
  );

  test('a year that is said holds where the report has none', () => {
    const [figure] = read({ ...CITY, reportYear: null, reviewedYear: null }, { text: '2019年财政收入90亿元。' });
    expect(figure).toMatchObject({ period: ONE_YEAR(2019), nature: 'actual' });
  });

  test.each([
    ['去年压减公用经费90%。', 'actual'],
    ['公用经费压减90%。', 'target'],
    ['目前已累计精简文件90件。', 'cumulative'],
    ['按三年规划累计精简文件90件。', 'target'],
  ])('what self-government has done, and what it will do: %s', (text, nature) => {
    expect(read(CITY, { text, part: 'self-government' })[0]?.nature).toBe(nature);
  });

  test('an annex tells what was, but for what it aims at', () => {
    expect(read(CITY, { text: '力争财政收入90亿元。', part: 'annex' })[0]?.nature).toBe('target');
    expect(read(CITY, { text: '财政收入90亿元。', part: 'annex' })[0]?.nature).toBe('actual');
    expect(read(CITY, { text: '18个公共租赁住房项目已开工90套。', part: 'annex' }).at(-1)?.nature).toBe('actual');
  });
});

describe('several paragraphs', () => {
  const REVIEW = { text: '财政收入228亿元。一年过去了。就业6万人。', headings: ['一、过去五年工作回顾'] };
  const PLAN = { text: '财政收入增长9%。', part: 'plan' as const, headings: ['二、今年工作'] };

  test('each figure knows its paragraph, its sentence and its part', () => {
    const figures = read(CITY, REVIEW, PLAN);
    expect(figures.map(({ paragraph, sentence }) => [paragraph, sentence])).toEqual([
      [0, 0],
      [0, 2],
      [1, 3],
    ]);
    expect(figureOf(figures, '9%')).toMatchObject({
      nature: 'target',
      period: { start: '2024-01-01', end: '2024-12-31' },
    });
  });

  test('a heading over several years ends with its section', () => {
    const growth = { text: '财政收入增长9%。' };
    const figures = read(CITY, { ...growth, headings: REVIEW.headings }, { ...growth, headings: ['二、2023年工作'] });
    expect(figures.map(({ period }) => period)).toEqual([null, { start: '2023-01-01', end: '2023-12-31' }]);
  });

  test('nothing is carried over into another paragraph, or past a sentence between', () => {
    const [, apart] = read(CITY, { text: '财政收入228亿元。' }, { text: '同比增长9%。' });
    expect(apart).toMatchObject({ indicator: null, of: null });
    const [, after] = read(CITY, { text: '财政收入228亿元。形势喜人。同比增长9%。' });
    expect(after).toMatchObject({ indicator: null, of: null });
  });

  test('an empty line is no sentence', () => {
    const figures = read(CITY, { text: '财政收入228亿元。' }, { text: '' }, { text: '就业6万人。' });
    expect(figures.map(({ paragraph, sentence }) => [paragraph, sentence])).toEqual([
      [0, 0],
      [2, 1],
    ]);
  });

  test('a figure that opens its paragraph is of it', () => {
    const [, figure] = read(CITY, { text: '财政收入228亿元。' }, { text: '25所学校建成。', part: 'plan' });
    expect(figure).toMatchObject({ paragraph: 1, nature: 'target' });
  });

  test('five years of a report without a year are not known', () => {
    const nobody = { ...CITY, reportYear: null, reviewedYear: null };
    expect(read(nobody, { text: '财政收入年均增长9%。', headings: REVIEW.headings })[0]?.period).toBeNull();
  });

  test('years since a plan began end with the year that is looked back on', () => {
    const [first] = read({ ...CITY, reportYear: 2022, reviewedYear: 2021 }, { text: '“十四五”以来，新建学校25所。' });
    expect(first?.period).toEqual({ start: '2021-01-01', end: '2021-12-31' });
    const [last] = read({ ...CITY, reportYear: 2028, reviewedYear: 2027 }, { text: '“十四五”以来，新建学校25所。' });
    expect(last?.period).toEqual({ start: '2021-01-01', end: '2025-12-31' });
  });

  test('prices are told of growth alone, where they are known', () => {
    const figures = read(CITY, { text: '某种产品产值90亿元，增长9%；口岸产值增长8%。' });
    expect(figures.map(({ basis }) => basis)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('text before the first paragraph is of the review', () => {
    const text = '财政收入228亿元。';
    const report = { reportId: 'r', text, outline: { headings: [], paragraphs: [] }, identity: CITY };
    const [figure] = meaning(report, quantities(text, vocabulary).quantities, vocabulary);
    expect(figure).toMatchObject({
      paragraph: 0,
      nature: 'actual',
      period: { start: '2023-01-01', end: '2023-12-31' },
    });
  });

  test('a report without figures has none', () => {
    expect(read(CITY, { text: '各位代表：' })).toEqual([]);
  });

  test('a figure that ends the text without a mark is read', () => {
    expect(read(CITY, { text: '财政收入228亿元' })).toHaveLength(1);
  });
});
