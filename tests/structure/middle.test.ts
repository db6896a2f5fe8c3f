/** What is gone from the middle, where numbers skip: a section, a number, or nothing but a slip. */
import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import type { Heading, Outline, Paragraph } from '../../src/model/report.ts';
import { brokenParagraphs, gapSigns } from '../../src/source/structure/middle.ts';

/** A paragraph: its words, and the label, level and number of its heading. */
interface Line {
  readonly words: string;
  readonly role?: Paragraph['role'];
  readonly heading?: readonly [label: string, level: Heading['level'], number: number];
}

function outlineOf(lines: readonly Line[]): { text: string; outline: Outline } {
  let text = '';
  const paragraphs: Paragraph[] = [];
  const headings: Heading[] = [];
  for (const [ordinal, { words, role = 'body', heading }] of lines.entries()) {
    const place = range<'report'>(text.length, text.length + words.length);
    paragraphs.push({ ordinal, part: 'plan', headings: [], role, range: place });
    if (heading) {
      const [label, level, number] = heading;
      headings.push({ level, number, label, title: '', part: 'plan', paragraph: ordinal, range: place });
    }
    text += words;
  }
  return { text, outline: { paragraphs, headings } };
}

function gapsOf(...lines: readonly Line[]): unknown[] {
  const { text, outline } = outlineOf(lines);
  return gapSigns(text, outline).map(({ sign, data }) => [sign, data.from, data.to]);
}

const SENTENCE = '抓好招商引资，培育新的增长点。';
const FULL = SENTENCE.repeat(14);
const NUMBERS = ['零', '一', '二', '三', '四', '五'];
const item = (label: string, level: Heading['level'], number: number, words = FULL): Line => ({
  words,
  heading: [label, level, number],
});
const section = (number: number, words = SENTENCE): Line => item(`（${NUMBERS[number]}）`, 2, number, words);
const spoken = (number: number, level: Heading['level'] = 2, words = FULL): Line =>
  item(`${NUMBERS[number]}是`, level, number, words);
const plain = (words: string, role: Paragraph['role'] = 'body'): Line => ({ words, role });

describe('a run of items that count in words', () => {
  const skipped = [['section-missing', '二是', '四是']];
  const slip = [['heading-gap', '二是', '四是']];
  test.each<[string, Line[], unknown[]]>([
    ['of sections', [spoken(1), spoken(2), spoken(4), spoken(5)], skipped],
    ['with a pair before it alone', [spoken(1), spoken(2), spoken(4)], skipped],
    ['with a pair behind it alone', [item('首先', 2, 1), spoken(2), spoken(4), spoken(5)], skipped],
    ['with no pair', [item('首先', 2, 1), spoken(2), spoken(4)], slip],
    ['on the third level', [spoken(1, 3), spoken(2, 3), spoken(4, 3), spoken(5, 3)], slip],
    ['of clauses', [spoken(1), spoken(2, 2, SENTENCE), spoken(4), spoken(5)], slip],
    ['of items that are just long enough', [spoken(1), spoken(2, 2, '好'.repeat(200)), spoken(4)], skipped],
    ['beside one that counts otherwise', [item('其一', 2, 1), spoken(2), spoken(4)], slip],
    ['beside one that skips, too', [spoken(2), spoken(4)], [['heading-gap', '–', '二是'], ...slip]],
    ['with more paragraphs than others', [spoken(1), spoken(2), plain(SENTENCE), spoken(4), spoken(5)], slip],
    [
      'with as many paragraphs as one of the others',
      [spoken(1), plain(SENTENCE), spoken(2), plain(SENTENCE), spoken(4), spoken(5)],
      skipped,
    ],
  ])('%s', (_, lines, expected) => {
    expect(gapsOf(...lines)).toEqual(expected);
  });
});

describe('a section that begins with （二）', () => {
  const told = (sign: string) => [[sign, '–', '（二）']];
  const title = (label: string, level: Heading['level'], number: number): Line => ({
    words: '二、2024年工作任务',
    role: 'heading',
    heading: [label, level, number],
  });
  test.each<[string, Line[], unknown[]]>([
    ['right under a numbered title', [title('二、', 1, 1), section(2)], told('section-missing')],
    ['under a title without a number', [title('', 1, 0), section(2)], told('heading-gap')],
    ['under a paragraph that begins with one', [item('二、', 1, 1, SENTENCE), section(2)], told('heading-gap')],
    ['under a title and words', [title('二、', 1, 1), plain(SENTENCE), section(2)], told('heading-gap')],
    ['at the very beginning', [section(2)], told('heading-gap')],
    ['under a line that looks like a title', [plain('今年工作任务', 'heading'), section(2)], told('heading-gap')],
  ])('%s', (_, lines, expected) => {
    expect(gapsOf(...lines)).toEqual(expected);
  });
});

describe('a line between （一） and （三）', () => {
  const told = (sign: string) => [[sign, '（一）', '（三）']];
  test.each<[string, Line[], unknown[]]>([
    ['a title', [section(1), plain('办好民生实事'), section(3)], told('heading-number-lost')],
    [
      'a title known by its type',
      [section(1), item('', 3, 0, '办好民生实事'), section(3)],
      told('heading-number-lost'),
    ],
    ['a title of a list', [section(1), item('1．', 3, 1, '办好民生实事'), section(3)], told('section-missing')],
    ['an address', [section(1), plain('各位代表', 'salutation'), section(3)], told('section-missing')],
    ['of forty characters', [section(1), plain('办'.repeat(40)), section(3)], told('heading-number-lost')],
    ['of forty-one', [section(1), plain('办'.repeat(41)), section(3)], told('section-missing')],
    [
      'a title before both is none',
      [plain(SENTENCE), plain('办好民生实事'), section(1), section(3)],
      told('section-missing'),
    ],
    [
      'a title behind a list that goes on',
      [section(1, `${SENTENCE}以及`), plain('办好民生实事'), section(3)],
      told('section-missing'),
    ],
    ...['。', '；', '，', '：', '！'].map((mark): [string, Line[], unknown[]] => [
      `with ${mark} at its end`,
      [section(1), plain(`办好民生实事${mark}`), section(3)],
      told('section-missing'),
    ]),
    ...['。', '？', '；', '：', '”', '）'].map((mark): [string, Line[], unknown[]] => [
      `behind a paragraph that ends with ${mark}`,
      [section(1, `抓好招商引资${mark}`), plain('办好民生实事'), section(3)],
      told('heading-number-lost'),
    ]),
  ])('%s', (_, lines, expected) => {
    expect(gapsOf(...lines)).toEqual(expected);
  });
});

describe('the end of a paragraph before a heading', () => {
  const WORDS = '坚持把项目建设作为高质量发展的主抓手，全年实施省市重点项目一百二十个，完成投资二十亿';
  const isBroken = (...lines: readonly Line[]): boolean => {
    const { text, outline } = outlineOf(lines);
    const signs = brokenParagraphs(text, outline.paragraphs, outline);
    for (const { sign } of signs) expect(sign).toBe('paragraph-breaks-off');
    return signs.length > 0;
  };
  test.each<[string, string, boolean]>([
    ['a word', WORDS, true],
    ['a comma', `${WORDS}，`, true],
    ['a word behind a sentence', `${WORDS}。为此`, true],
    ['a word behind a quotation', `${WORDS}“双百”项目`, true],
    ['a full stop', `${WORDS}。`, false],
    ['a western one', `${WORDS}.`, false],
    ['a semicolon', `${WORDS}；`, false],
    ['a stop and a quotation mark', `${WORDS}。』`, false],
    ['a stop and the number of a note', `${WORDS}。]`, false],
    ['a bracket', `${WORDS}（万元）`, false],
    ['forty characters', WORDS.slice(0, 40), true],
    ['thirty-nine are a title', WORDS.slice(0, 39), false],
  ])('%s', (_, words, expected) => {
    expect(isBroken(plain(words), section(1))).toBe(expected);
  });

  test.each<[string, Line[], boolean]>([
    ['a title', [plain(WORDS, 'heading'), section(1)], false],
    ['before a title without a number', [plain(WORDS), item('', 2, 0)], false],
    ['before words', [plain(WORDS), plain(SENTENCE)], false],
    ['at the end of the text', [plain(WORDS)], false],
  ])('%s', (_, lines, expected) => {
    expect(isBroken(...lines)).toBe(expected);
  });
});
