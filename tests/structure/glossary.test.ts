/** What a glossary and the notes of a report tell: entries, numbers that are skipped, terms that the body lacks, notes that are gone. */
import { describe, expect, test } from 'vitest';
import { absentTerms, entriesOf, glossaryGaps, noteCalls } from '../../src/source/structure/glossary.ts';
import { outlined } from './lengths.ts';

/** A body, and the paragraphs of the glossary behind it. */
function withGlossary(body: string, ...entries: string[]) {
  const made = outlined([[body, 'plan'], ...entries.map((entry) => [entry, 'glossary'] as const)]);
  return { ...made, entries: entriesOf(made.text, made.outline) };
}

describe('the entries', () => {
  test.each<[string, string[], [number, string, string][]]>([
    ['a term ends at its colon', ['1、无废城市：指一种模式。'], [[1, '无废城市', '1、无废城市']]],
    ['at a full stop', ['1.无废城市。指一种模式'], [[1, '无废城市', '1.无废城市']]],
    [
      'at a semicolon of either width',
      ['1、甲镇；指一种', '2、乙镇;指一种'],
      [
        [1, '甲镇', '1、甲镇'],
        [2, '乙镇', '2、乙镇'],
      ],
    ],
    ['with the page it stands on', ['1、无废城市（P12）：指一种模式。'], [[1, '无废城市', '1、无废城市（P12）']]],
    ['with a page in small letters', ['1、无废城市(p3)：指一种模式。'], [[1, '无废城市', '1、无废城市(p3)']]],
    ['with a page in words', ['1、无废城市（第9页）：指一种模式。'], [[1, '无废城市', '1、无废城市（第9页）']]],
    ['with a page alone', ['1、无废城市（15页）：指一种模式。'], [[1, '无废城市', '1、无废城市（15页）']]],
    ['brackets that hold words stay', ['1、河（湖）长制：指一种制度。'], [[1, '河（湖）长制', '1、河（湖）长制']]],
    [
      'blanks around it are not its own',
      ['1、 无废城市 （P12）   ：指一种。'],
      [[1, '无废城市', '1、 无废城市 （P12）']],
    ],
    [
      'a term that begins with a number, in its turn',
      ['1、某词：指一种。', '2、710街坊：指一片。'],
      [
        [1, '某词', '1、某词'],
        [2, '710街坊', '2、710街坊'],
      ],
    ],
    [
      'lines without a number are none',
      ['以下为名词', '1、无废城市：指一种模式。', '即城市固废治理'],
      [[1, '无废城市', '1、无废城市']],
    ],
  ])('%s', (_, lines, expected) => {
    const { text, entries } = withGlossary('推进建设。', ...lines);
    expect(entries.map(({ number, term, range }) => [number, term, text.slice(range.start, range.end)])).toEqual(
      expected,
    );
  });

  test('numbered paragraphs of the body are none', () => {
    expect(withGlossary('1、无废城市：推进建设。').entries).toEqual([]);
  });

  test('a term is no longer than sixty characters, an entry that has no end is cut', () => {
    const [entry] = withGlossary('推进建设。', `1、${'长'.repeat(200)}`).entries;
    expect(entry?.term).toBe('长'.repeat(60));
    const wide = withGlossary('推进建设。', '1、甲', '乙'.repeat(200)).entries;
    expect(wide.map(({ term }) => term)).toEqual(['甲']);
  });

  test.each<[string, number[], [number, number][]]>([
    ['in order', [1, 2, 3], []],
    ['one is skipped', [1, 3, 4], [[1, 3]]],
    [
      'two places',
      [2, 3, 6],
      [
        [0, 2],
        [3, 6],
      ],
    ],
  ])('numbers, %s', (_, numbers, expected) => {
    const { entries } = withGlossary('推进建设。', ...numbers.map((number) => `${number}、某词：指一种。`));
    expect(glossaryGaps(entries).map(({ after, number }) => [after, number])).toEqual(expected);
  });
});

describe('terms that the body lacks', () => {
  const LONG = '十五分钟便民生活圈和社区服务中心';
  test.each<[string, string, string, string[]]>([
    ['as written', '推进无废城市建设。', '无废城市', []],
    ['in quotes', '推进“无废”城市建设。', '无废城市', []],
    ['with blanks', '推进无废 城市建设。', '无废城市', []],
    ['of another width', '实施１＋Ｎ行动。', '1+N行动', []],
    ['with quotes of its own', '推进无废城市建设。', '“无废城市”', []],
    ['with a dash', '打造长三角—珠三角通道。', '长三角珠三角通道', []],
    ['nowhere', '推进绿色城市建设。', '无废城市', ['无废城市']],
    ['two characters', '推进建设。', '飞地', ['飞地']],
    ['one character says nothing', '推进建设。', '碳', []],
    ['one character between quotes says nothing', '推进建设。', '“碳”', []],
    ['sixteen characters', '推进建设。', LONG, [LONG]],
    ['seventeen are a sentence', '推进建设。', `${LONG}等`, []],
    ['no term at all', '推进建设。', '', []],
  ])('%s', (_, body, term, expected) => {
    const { text, outline, entries } = withGlossary(body, `1、${term}：指无废城市的一种。`);
    expect(entries).toHaveLength(1);
    expect(absentTerms(text, outline, entries).map((one) => one.term)).toEqual(expected);
  });

  test('a term that stands there does not hide one that does not', () => {
    const { text, outline, entries } = withGlossary(
      '推进无废城市建设。',
      '1、无废城市：指一种。',
      '2、飞地经济：指一种。',
    );
    const absent = absentTerms(text, outline, entries);
    expect(absent.map(({ term, range }) => [term, text.slice(range.start, range.end)])).toEqual([
      ['飞地经济', '2、飞地经济'],
    ]);
  });

  test('a list of more than a thousand is no glossary', () => {
    const many = (count: number) =>
      withGlossary('推进建设。', ...Array.from({ length: count }, (_, at) => `${(at % 900) + 1}、飞地经济：指一种。`));
    const told = ({ text, outline, entries }: ReturnType<typeof many>) => absentTerms(text, outline, entries).length;
    expect(told(many(1000))).toBe(1000);
    expect(told(many(1001))).toBe(0);
  });
});

describe('notes that a body calls', () => {
  const CALLS = '推进无废城市[1]、河长制[2]和飞地[3]。';
  const notes = (...numbers: number[]): string[] => numbers.map((number) => `${number}、某词：指一种。`);
  test.each<[string, string, string[], readonly [called: number, absent: number[], words: string] | null]>([
    ['all are there', CALLS, notes(1, 2, 3), [3, [], '[1]']],
    ['under marks like those of the calls', CALLS, ['[1]某词。', '[2]某词。', '[3]某词。'], [3, [], '[1]']],
    ['the last is gone', CALLS, notes(1, 2), [3, [3], '[1]']],
    ['all are gone, and called in no order', '甲[3]乙[10]丙[1]丁[2]戊[5]。', [], [5, [1, 2, 3, 5, 10], '[1]']],
    ['wide brackets', '甲［1］乙［2］丙［3］。', [], [3, [1, 2, 3], '［1］']],
    ['black brackets with a word', '甲【注1】乙【注2】丙【注3】。', [], [3, [1, 2, 3], '【注1】']],
    ['tortoise brackets', '甲〔1〕乙〔2〕丙〔3〕。', [], [3, [1, 2, 3], '〔1〕']],
    ['called twice counts once', '甲[1]乙[1]丙[2]丁[3]。', [], [3, [1, 2, 3], '[1]']],
    ['two calls are a way of writing', '甲[1]乙[2]。', [], null],
    ['no call of the first', '甲[2]乙[3]丙[4]。', [], null],
    ['numbers that are years or scores', '甲[1]乙[2]丙[7]。', [], null],
    ['as many gone as are called', '甲[1]乙[2]丙[6]。', [], [3, [1, 2, 6], '[1]']],
    ['brackets without numbers', '甲[图]乙[表]丙[注]。', [], null],
    ['no brackets', '甲1乙2丙3。', [], null],
    ['brackets that hold more than a number', '甲[1页]乙[2页]丙[3页]。', [], null],
    ['four digits are a year', '国发[2021]、[2022]、[2023]、[1]。', [], null],
  ])('%s', (_, body, lines, expected) => {
    const { text, outline, entries } = withGlossary(body, ...lines);
    const calls = noteCalls(text, outline, entries);
    // Where a note is called first.
    if (calls && expected) expect(calls.range.start).toBe(text.indexOf(expected[2]));
    expect(calls && [calls.called, calls.absent, text.slice(calls.range.start, calls.range.end)]).toEqual(expected);
  });
});
