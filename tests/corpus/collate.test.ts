/** Two copies of a report, figure by figure: which readings belong together, and what one has lost of the other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collate, Statements } from '../../src/corpus/collate.ts';
import type { Fact } from '../../src/model/fact.ts';
import { type Given, report } from './build.ts';

const NUMBERS = /[\d〇一二三四五六七八九十百千两][\d.〇一二三四五六七八九十百千两]*/u;

/** A figure of a copy: what it is of, and how it is written there. Its value is the number that is written. */
function figure(of: string, quote: string, more: Partial<Given> = {}): Given {
  const digits = NUMBERS.exec(quote.normalize('NFKC').replace(/\s/gu, ''))?.[0] ?? '';
  const unit = /[元家人个%公里]+$/u.exec(quote.normalize('NFKC'))?.[0] ?? '';
  const scale = /万亿|亿|万/u.exec(quote)?.[0] ?? '';
  const value = `${digits}${scale}`;
  return { indicatorText: of, value, interval: { low: value, high: value }, unit, ...more, quote };
}

/** `生产总值612.5亿元，财政收入48亿元` */
function facts(text: string, more: Partial<Given> = {}): readonly Fact[] {
  const figures = text.split('，').map((words) => {
    const [, of = '', quote = ''] = /^([^\d一二三四五六七八九十超约]*)(.*)$/u.exec(words.normalize('NFKC')) ?? [];
    return figure(of, quote, more);
  });
  return report({ id: 'x' }, text === '' ? [] : figures).facts;
}

/** How many are alike, and both readings of each other figure that belongs together. */
function seen(a: readonly Fact[], b: readonly Fact[]) {
  const { alike, differing, damaged, lost } = collate(a, b, new Statements());
  const shown = (all: typeof differing): string[] => all.map((one) => `${one.a.quote}/${one.b.quote}`);
  return { alike, differing: shown(differing), damaged: shown(damaged), lost: shown(lost) };
}
type Seen = Partial<ReturnType<typeof seen>>;
const none = { differing: [], damaged: [], lost: [] };

describe('figures of two copies', () => {
  test.each<[string, string, string, Seen]>([
    ['are alike', '产值1亿元，收入2亿元', '产值1亿元，收入2亿元', { alike: 2 }],
    ['none', '', '', { alike: 0 }],
    ['one copy has none', '产值1亿元', '', { alike: 0 }],
    [
      'one was revised',
      '产值1亿元，收入2亿元，支出3亿元',
      '产值1亿元，收入5亿元，支出3亿元',
      { alike: 2, differing: ['2亿元/5亿元'] },
    ],
    ['the first was revised', '产值1亿元，收入2亿元', '产值4亿元，收入2亿元', { alike: 1, differing: ['1亿元/4亿元'] }],
    ['the last was revised', '产值1亿元，收入2亿元', '产值1亿元，收入4亿元', { alike: 1, differing: ['2亿元/4亿元'] }],
    ['the only one was revised', '产值1亿元', '产值4亿元', { alike: 0, differing: ['1亿元/4亿元'] }],
    ['one copy is cut', '产值1亿元，收入2亿元，支出3亿元', '产值1亿元，收入2亿元', { alike: 2 }],
    ['a sentence is inserted', '产值1亿元，支出3亿元', '产值1亿元，企业2家，支出3亿元', { alike: 2 }],
    ['another unit is no reading of it', '产值1亿元，企业2家，支出3亿元', '产值1亿元，占比2%，支出3亿元', { alike: 2 }],
    [
      'an item of another unit was put in place of it, the words are alike',
      '产值1亿元，其中2家，支出3亿元',
      '产值1亿元，其中5%，支出3亿元',
      { alike: 2 },
    ],
    [
      'two items changed places, and both were revised',
      '产值1亿元，收入2亿元，税收7亿元，支出3亿元',
      '产值1亿元，税收8亿元，收入9亿元，支出3亿元',
      { alike: 2, differing: ['2亿元/9亿元', '7亿元/8亿元'] },
    ],
    [
      'a line break within the words',
      '产值1亿元，收\u3000入2亿元，税收7亿元，支出3亿元',
      '产值1亿元，税收8亿元，收入9亿元，支出3亿元',
      { alike: 2, differing: ['2亿元/9亿元', '7亿元/8亿元'] },
    ],
    [
      'the words of a revised one were revised as well',
      '产值1亿元，收入2亿元，支出3亿元',
      '产值1亿元，财政收入5亿元，支出3亿元',
      { alike: 2, differing: ['2亿元/5亿元'] },
    ],
    [
      'two were revised with their words, in their order',
      '产值1亿元，收入2亿元，税收4亿元，支出3亿元',
      '产值1亿元，进口6亿元，出口8亿元，支出3亿元',
      { alike: 2, differing: ['2亿元/6亿元', '4亿元/8亿元'] },
    ],
    [
      'of two with other words one is left: which of them it was nobody can tell',
      '产值1亿元，收入2亿元，税收4亿元，支出3亿元',
      '产值1亿元，出口8亿元，支出3亿元',
      { alike: 2 },
    ],
    [
      'of two the one of the same words is left',
      '产值1亿元，收入2亿元，税收4亿元，支出3亿元',
      '产值1亿元，税收8亿元，支出3亿元',
      { alike: 2, differing: ['4亿元/8亿元'] },
    ],
    [
      'one has kept its words, and the one beside it has not',
      '产值1亿元，收入2亿元，税收4亿元，支出3亿元',
      '产值1亿元，出口6亿元，收入8亿元，支出3亿元',
      { alike: 2, differing: ['2亿元/8亿元', '4亿元/6亿元'] },
    ],
    [
      'one stands on the other side of a figure that agrees: another figure',
      '产值1亿元，收入2亿元，支出3亿元',
      '产值1亿元，支出3亿元，收入5亿元',
      { alike: 2 },
    ],
    [
      'two of the same words are told in their order',
      '产值1亿元，增长2%，增长4%，支出3亿元',
      '产值1亿元，增长5%，增长7%，支出3亿元',
      { alike: 2, differing: ['2%/5%', '4%/7%'] },
    ],
  ])('%s', (_, a, b, expected) => {
    expect(seen(facts(a), facts(b))).toEqual({ ...none, ...expected });
  });

  test.each<[string, string, string, Seen]>([
    ['the word of scale', '收入484亿元', '收入484元', { damaged: ['484亿元/484元'] }],
    ['the word of scale, in the first copy', '收入484元', '收入484亿元', { damaged: ['484元/484亿元'] }],
    ['a hedge', '收入超过484亿元', '收入超484元', { damaged: ['超过484亿元/超484元'] }],
    ['the unit, and so the words beside it', '占比48.4%', '占比48.4', { damaged: ['48.4%/48.4'] }],
    ['a digit', '收入45404元', '收入5404元', { lost: ['45404元/5404元'] }],
    ['a digit in its middle', '收入45404元', '收入4504元', { lost: ['45404元/4504元'] }],
    ['its point', '收入45.4亿元', '收入454亿元', { lost: ['45.4亿元/454亿元'] }],
    ['a digit, and the other its hedge', '收入110亿元', '收入超过1100亿元', { lost: ['110亿元/超过1100亿元'] }],
    ['a Chinese digit', '企业二十三家', '企业二十家', { lost: ['二十三家/二十家'] }],
    ['digits in another order: a revision', '收入45404元', '收入45440元', { differing: ['45404元/45440元'] }],
    ['another digit', '收入45404元', '收入45403元', { differing: ['45404元/45403元'] }],
    ['another scale', '收入454亿元', '收入454万元', { differing: ['454亿元/454万元'] }],
    ['a digit, and it is another thing', '收入45404元', '企业5404家', {}],
  ])('lost: %s', (_, a, b, expected) => {
    const known = [facts(`产值1亿元，${a}，支出3亿元`), facts(`产值1亿元，${b}，支出3亿元`)] as const;
    expect(seen(...known)).toEqual({ ...none, alike: 2, ...expected });
  });

  const single = (given: Given): readonly Fact[] =>
    report({ id: 'x' }, [figure('产值', '1亿元'), given, figure('支出', '3亿元')]).facts;
  test.each<[string, Given, Given, Seen]>([
    [
      'written in full width and with blanks, with a digit gone',
      figure('收 入', '４５ ４０４元', { unit: '元' }),
      figure('收入', '5404元'),
      { lost: ['４５ ４０４元/5404元'] },
    ],
    [
      'equal digits in full width, and a word gone',
      figure('收入', '４８４亿元', { unit: '元' }),
      figure('收入', '484元'),
      { damaged: ['４８４亿元/484元'] },
    ],
    [
      'an amount and its growth',
      figure('收入', '5%', { measure: 'share' }),
      figure('收入', '6%', { measure: 'growth' }),
      {},
    ],
    ['a value and none', figure('收入', '5%'), figure('收入', '6%', { value: null }), { differing: ['5%/6%'] }],
    [
      'one value, an open range and a closed one',
      figure('收入', '5亿元', { interval: { low: '5', high: null } }),
      figure('收入', '5亿元以上', { interval: { low: '5', high: '6' }, unit: '元' }),
      { damaged: ['5亿元/5亿元以上'] },
    ],
    [
      'one value, another lower end, another hedge',
      figure('收入', '近5亿元', { interval: { low: '4', high: '6' } }),
      figure('收入', '约5亿元', { interval: { low: '4.5', high: '6' } }),
      { differing: ['近5亿元/约5亿元'] },
    ],
    [
      'one value, another upper end, another hedge',
      figure('收入', '近5亿元', { interval: { low: '4', high: '5' } }),
      figure('收入', '约5亿元', { interval: { low: '4', high: '6' } }),
      { differing: ['近5亿元/约5亿元'] },
    ],
    [
      'another value, and no range',
      figure('收入', '5亿元', { interval: { low: null, high: null } }),
      figure('收入', '6亿元', { interval: { low: null, high: null } }),
      { differing: ['5亿元/6亿元'] },
    ],
    [
      'one value, two lower ends',
      figure('收入', '5亿元', { interval: { low: null, high: '6' } }),
      figure('收入', '近5亿元', { interval: { low: '4', high: '6' } }),
      { damaged: ['5亿元/近5亿元'] },
    ],
  ])('%s', (_, a, b, expected) => {
    expect(seen(single(a), single(b))).toEqual({ ...none, alike: 2, ...expected });
  });

  test('a line of figures of the same words: a reading lies no more than three places off, from one of its ends', () => {
    const others = (count: number): string => Array.from({ length: count }, (_, at) => `，甲${at + 10}家`).join('');
    const line = (before: number, value: string, after: number): readonly Fact[] =>
      facts(`产值1亿元${others(before)}，增长${value}%${others(after).replaceAll('甲', '乙')}，支出3亿元`);
    const at = (before: number, after: number) =>
      seen(line(before, '5', after), facts('产值1亿元，增长6%，丙99元，支出3亿元')).differing;
    expect(at(3, 9)).toEqual(['5%/6%']);
    expect(at(4, 9)).toEqual([]);
    // One figure stands behind it in the short copy.
    expect(at(9, 4)).toEqual(['5%/6%']);
    expect(at(9, 5)).toEqual([]);
    // The short copy may have other figures before it, or behind it.
    const own = (of: string, count: number): string =>
      Array.from({ length: count }, (_, at) => `，${of}${at + 50}人`).join('');
    const both = (before: number, after: number): readonly Fact[] =>
      facts(`产值1亿元${own('丙', before)}，增长6%${own('丁', after)}，支出3亿元`);
    expect(seen(line(9, '5', 9), both(9, 0)).differing).toEqual(['5%/6%']);
    expect(seen(line(12, '5', 9), both(3, 9)).differing).toEqual(['5%/6%']);
    expect(seen(line(12, '5', 9), both(3, 0)).differing).toEqual([]);
  });

  test('a figure has one reading', () => {
    const a = facts('产值1亿元，增长2%，增长3%，甲4家，支出9亿元');
    const b = facts('产值1亿元，增长5%，乙6公里，丙7公里，丁8公里，支出9亿元');
    expect(seen(a, b)).toEqual({ ...none, alike: 2, differing: ['2%/5%'] });
  });

  test('two texts that have hardly a figure in common are compared by the words of each', () => {
    const many = (from: number): readonly Fact[] =>
      report(
        { id: 'x' },
        Array.from({ length: 700 }, (_, at) => figure(`指标${at}`, `${from + at}亿元`)),
      ).facts;
    const { alike, differing } = seen(many(10_000), many(30_000));
    expect([alike, differing.length]).toEqual([0, 700]);
    expect(differing[699]).toBe('10699亿元/30699亿元');
    // What stands in both twice is no difference.
    const twice = facts('增长5%，增长5%');
    const [a, b] = [many(10_000), many(30_000)].map((all) => [...all.slice(0, 350), ...twice, ...all.slice(350)]);
    expect({ ...seen(a ?? [], b ?? []), differing: [] }).toEqual({ ...none, alike: 0 });
  });

  test('whatever was compared before, the answer is the same', () => {
    const statements = new Statements();
    const [a, b, c] = [facts('产值1亿元，收入2亿元'), facts('产值1亿元，收入5亿元'), facts('收入2亿元，产值1亿元')];
    for (const [one, other] of [
      [a, b],
      [b, c],
      [c, a],
      [a, b],
    ] as const) {
      expect(collate(one, other, statements)).toEqual(collate(one, other));
    }
  });

  test('no figure is told twice, and a sequence is alike to itself', () => {
    const quotes = fc.array(
      fc.integer({ min: 1, max: 6 }).map((n) => `指标${n % 2 === 0 ? '甲' : '乙'}${n}亿元`),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(quotes, quotes, (left, right) => {
        const [a, b] = [facts(left.join('，')), facts(right.join('，'))];
        const { alike, differing, damaged, lost } = collate(a, b);
        const told = [...differing, ...damaged, ...lost];
        expect(new Set(told.map((one) => one.a)).size).toBe(told.length);
        expect(new Set(told.map((one) => one.b)).size).toBe(told.length);
        expect(alike + told.length).toBeLessThanOrEqual(Math.min(a.length, b.length));
        expect(collate(a, a)).toEqual({ alike: a.length, differing: [], damaged: [], lost: [] });
      }),
    );
  });
});
