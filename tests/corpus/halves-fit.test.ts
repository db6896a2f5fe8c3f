/** What it takes for a file without end and a file without beginning to be told as one report. */
import { describe, expect, test } from 'vitest';
import { copyPairs } from '../../src/corpus/copies.ts';
import { halves } from '../../src/corpus/halves.ts';
import { Kinship } from '../../src/corpus/kinship.ts';
import type { Ends, ReportFacts } from '../../src/model/fact.ts';
import type { Positions } from '../../src/rules/vocabulary/positions.ts';
import { type GivenReport, report } from './build.ts';
import { prose } from './prose.ts';

/** Whole reports of 16,000 characters; a quarter more or less is usual. */
const LENGTHS: Positions['lengths'] = { review: [6000, 0.2], plan: [10_000, 0.25], 'plan-by-review': [1.7, 0.3] };
const TIMES = (deviations: number): number => Math.exp(0.25 * deviations);

const ends = (first: readonly number[], last: readonly number[], slice: Ends['slice'] = null): Ends => ({
  first,
  last,
  slice,
});
const UNNAMED = { code: null, year: null } as const;

/** A file that stops at 二（三）. */
const first = (given: Partial<GivenReport> = {}): ReportFacts =>
  report({ id: 'a', completeness: 'truncated', missing: ['tail'], chars: 9000, ends: ends([1, 0], [2, 3]), ...given });
/** A file that goes on with （四）, and 三 after it. */
const second = (given: Partial<GivenReport> = {}): ReportFacts =>
  report({ id: 'b', completeness: 'truncated', missing: ['head'], chars: 7000, ends: ends([3, 4], [4, 2]), ...given });

const told = (...reports: readonly ReportFacts[]): string =>
  halves(reports, copyPairs(reports), LENGTHS)
    .map((one) => `${one.first.sourceId}+${one.second.sourceId}`)
    .join(' ');

describe('short halves, by their numbers', () => {
  test.each<[string, Ends, Ends, string]>([
    ['the subsection and the section go on', ends([1, 0], [2, 3]), ends([3, 4], [4, 2]), 'a+b'],
    ['the section alone', ends([1, 0], [2, 0]), ends([3, 0], [4, 2]), ''],
    ['the subsection alone', ends([1, 0], [2, 3]), ends([0, 4], [0, 7]), ''],
    ['the section goes on, the subsections skip one', ends([1, 0], [2, 3]), ends([3, 5], [4, 2]), ''],
    ['the subsection goes on, the sections skip one', ends([1, 0], [2, 3]), ends([4, 4], [5, 2]), ''],
    ['what begins at one goes on from nothing', ends([0, 0], [0, 3]), ends([1, 4], [2, 1]), ''],
    ['three levels', ends([1, 0, 0], [2, 3, 1]), ends([3, 4, 2], [4, 2, 0]), 'a+b'],
    ['a level that the first has not', ends([1], [2]), ends([3, 4], [4, 2]), ''],
    [
      'the pages alone',
      ends([1, 0], [2, 0], { page: 1, here: 2, of: 4 }),
      ends([0, 0], [4, 2], { page: 3, here: 2, of: 4 }),
      // No number tells which of the files without end to look at.
      '',
    ],
    [
      'the pages and the section',
      ends([1, 0], [2, 0], { page: 1, here: 2, of: 4 }),
      ends([3, 0], [4, 2], { page: 3, here: 2, of: 4 }),
      'a+b',
    ],
    [
      'a page is left out',
      ends([1, 0], [2, 3], { page: 1, here: 1, of: 4 }),
      ends([3, 4], [4, 2], { page: 3, here: 2, of: 4 }),
      '',
    ],
    [
      'pages of another text',
      ends([1, 0], [2, 3], { page: 1, here: 2, of: 5 }),
      ends([3, 4], [4, 2], { page: 3, here: 2, of: 4 }),
      '',
    ],
    ['pages of one file only', ends([1, 0], [2, 3], { page: 1, here: 2, of: 5 }), ends([3, 4], [4, 2]), 'a+b'],
    ['pages of the other file only', ends([1, 0], [2, 3]), ends([3, 4], [4, 2], { page: 3, here: 2, of: 4 }), 'a+b'],
  ])('nothing named, %s', (_, one, other, expected) => {
    expect(told(first({ ends: one }), second({ ends: other, ...UNNAMED }))).toBe(expected);
  });

  const section = { ends: ends([3, 0], [4, 2]) };
  test.each<[string, Partial<GivenReport>, Partial<GivenReport>, string]>([
    ['place and year named: one number is enough', { ends: ends([1, 0], [2, 0]) }, section, 'a+b'],
    ['the place alone: it is not', { ends: ends([1, 0], [2, 0]) }, { ...section, year: null }, ''],
    ['the place alone, and two numbers', {}, { year: null }, 'a+b'],
    ['the year alone, and two numbers', {}, { code: null }, 'a+b'],
    ['the year alone, and one number', { ends: ends([1, 0], [2, 0]) }, { ...section, code: null }, ''],
    ['place and year, and no number', { ends: ends([1, 0], [2, 0]) }, { ends: ends([0, 0], [0, 0]) }, ''],
    [
      'place and year, and the pages',
      { ends: ends([1], [0], { page: 1, here: 1, of: 2 }) },
      { ends: ends([0], [0], { page: 2, here: 1, of: 2 }) },
      'a+b',
    ],
    ['another place', {}, { code: '410105' }, ''],
    ['another place, no year', {}, { code: '410105', year: null }, ''],
    ['another year', {}, { year: 2023 }, ''],
    ['another year, no place', {}, { year: 2023, code: null }, ''],
    ['the first names no place', { code: null }, UNNAMED, ''],
    ['the first names no year, the second does', { year: null }, {}, ''],
    ['the first names no year, and nor does the second', { year: null }, { year: null }, 'a+b'],
  ])('%s', (_, one, other, expected) => {
    expect(told(first(one), second(other))).toBe(expected);
  });

  test.each<[string, Partial<GivenReport>, Partial<GivenReport>, string]>([
    ['the first lacks its head, too', { missing: ['head', 'tail'] }, {}, ''],
    ['the second lacks its tail, too', {}, { missing: ['head', 'tail'] }, ''],
    ['the first lacks its middle, too', { missing: ['middle', 'tail'] }, {}, 'a+b'],
    ['both lack their tail', {}, { missing: ['tail'] }, ''],
    ['both lack their head', { missing: ['head'] }, {}, ''],
    ['the first is whole', { missing: [] }, {}, ''],
  ])('%s', (_, one, other, expected) => {
    expect(told(first(one), second(other))).toBe(expected);
  });

  /** Characters of both together, in standard deviations from what whole reports have. */
  const long = (deviations: number): Partial<GivenReport> => ({ chars: Math.round(16_000 * TIMES(deviations)) - 9000 });
  test.each<[string, Partial<GivenReport>, number, string]>([
    ['nothing named', UNNAMED, 1.49, 'a+b'],
    ['nothing named', UNNAMED, 1.51, ''],
    ['nothing named, and too short', UNNAMED, -1.49, 'a+b'],
    ['nothing named, and too short', UNNAMED, -1.51, ''],
    ['the place named', { year: null }, 3.99, 'a+b'],
    ['the place named', { year: null }, 4.01, ''],
    ['place and year named', {}, 9, 'a+b'],
  ])('%s, %d deviations from the usual length', (_, label, deviations, expected) => {
    expect(told(first(), second({ ...label, ...long(deviations) }))).toBe(expected);
  });

  test('pages and two numbers that go on are beyond doubt, whatever the length', () => {
    const paged = (page: number) => ({ page, here: 1, of: 2 });
    const one = first({ ends: ends([1, 0], [2, 3], paged(1)) });
    expect(told(one, second({ ...UNNAMED, ...long(9), ends: ends([3, 4], [4, 2], paged(2)) }))).toBe('a+b');
    expect(told(one, second({ ...UNNAMED, ...long(9), ends: ends([3, 0], [4, 2], paged(2)) }))).toBe('');
  });
});

describe('among others', () => {
  const place = (id: string, code: string) => first({ id, code });
  test.each<[string, readonly ReportFacts[], string]>([
    [
      'each place has its halves',
      [first(), second(), place('c', '410105'), second({ id: 'd', code: '410105' })],
      'a+b c+d',
    ],
    ['two that fit alike: neither', [first(), place('c', '410105'), second(UNNAMED)], ''],
    ['three that fit alike: none', [first(), place('c', '410105'), place('d', '410106'), second(UNNAMED)], ''],
    ['two second halves that fit alike', [first(), second(UNNAMED), second({ id: 'c', ...UNNAMED })], ''],
    [
      'the one that names place and year goes before one that does not',
      [first(), second(UNNAMED), second({ id: 'c' })],
      'a+c',
    ],
    [
      'the one that names its place goes before one that does not',
      [first(), second(UNNAMED), second({ id: 'c', year: null })],
      'a+c',
    ],
    [
      'the one that names both before one that names its place',
      [first(), second({ year: null }), second({ id: 'c' })],
      'a+c',
    ],
    [
      'a first half of which there are two copies',
      [first({ text: prose(1, 400) }), first({ id: 'c', text: prose(1, 400) }), second()],
      '',
    ],
    [
      'a second half of which there are two copies',
      [first(), second({ text: prose(1, 400) }), second({ id: 'c', text: prose(1, 400) })],
      '',
    ],
    [
      'a second half that overlaps another',
      [first(), second({ text: prose(1, 800) }), second({ id: 'c', text: prose(1, 800).slice(300) + prose(2, 330) })],
      '',
    ],
    [
      'a half of which the whole is there',
      [first({ text: prose(1, 400) }), second(), report({ id: 'c', text: prose(1, 900) })],
      '',
    ],
    [
      'a half that the whole holds for the most part',
      [first(), second({ text: prose(1, 800) }), report({ id: 'c', text: prose(1, 800).slice(300) + prose(2, 330) })],
      '',
    ],
    [
      'a half that another place copied',
      [first(), second({ text: prose(1, 400) }), report({ id: 'c', code: '410105', text: prose(1, 400) })],
      'a+b',
    ],
  ])('%s', (_, reports, expected) => {
    expect(told(...reports)).toBe(expected);
    expect(
      told(...[...reports].reverse())
        .split(' ')
        .sort()
        .join(' '),
    ).toBe(expected);
  });
});

describe('long halves, by their words', () => {
  const SHINGLES = 2000;
  /** A text of two thousand shingles of which so many are shared. */
  const text = (seed: number, common: number, from = 9): string =>
    prose(seed, SHINGLES - common) + prose(from, 400).slice(0, common === 0 ? 4 : common + 4);
  const one = (common: number, given: Partial<GivenReport> = {}) => first({ text: text(1, common), ...given });
  const other = (common: number, given: Partial<GivenReport> = {}) =>
    second({ text: text(2, common), ...UNNAMED, ...given });
  const section = { ends: ends([3, 0], [4, 2]) };
  const untold = { ends: ends([1, 0], [2, 0]) };

  test.each<[string, number, Partial<GivenReport>, Partial<GivenReport>, string]>([
    ['two numbers, and much in common', 60, {}, {}, 'a+b'],
    ['two numbers, and hardly much', 59, {}, {}, ''],
    ['one number, and very much in common', 84, untold, section, 'a+b'],
    ['one number, and hardly very much', 83, untold, section, ''],
    ['two numbers, the place, and something in common', 40, {}, { code: '410103' }, 'a+b'],
    ['two numbers, the place, and hardly anything', 39, {}, { code: '410103' }, ''],
    ['two numbers, the year, and something in common', 40, {}, { year: 2024 }, 'a+b'],
    ['one number, the place, and something in common', 40, untold, { ...section, code: '410103' }, ''],
    [
      'one number, place and year, and something in common',
      40,
      untold,
      { ...section, code: '410103', year: 2024 },
      'a+b',
    ],
    [
      'no number, place and year, and very much in common',
      84,
      {},
      { ends: ends([4, 5], [5, 2]), code: '410103', year: 2024 },
      '',
    ],
    ['all numbers, place and year, and nothing in common', 0, {}, { code: '410103', year: 2024 }, ''],
  ])('%s', (_, common, a, b, expected) => {
    expect(told(one(common, a), other(common, b))).toBe(expected);
  });

  test('what many files have in common speaks for none', () => {
    // Three further files without an end hold the same words; their numbers do not fit.
    const further = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        first({ id: `f${at}`, code: '410105', text: text(20 + at, 84), ends: ends([1, 0], [7, 7]) }),
      );
    expect(told(one(84), other(84), ...further(1))).toBe('a+b');
    expect(told(one(84), other(84), ...further(2))).toBe('');
    // Whole reports do not count: they are no other half.
    const whole = further(2).map((of) => ({ ...of, completeness: { ...of.completeness, missing: [] } }));
    expect(told(one(84), other(84), ...whole)).toBe('a+b');
    // Six shingles that nobody else has are enough.
    const rare = (count: number) => (seed: number) =>
      prose(seed, SHINGLES - 84 - count) + prose(9, 88) + prose(30, count);
    const both = (count: number) => [first({ text: rare(count)(1) }), second({ text: rare(count)(2), ...UNNAMED })];
    expect(told(...both(6), ...further(2))).toBe('a+b');
    expect(told(...both(5), ...further(2))).toBe('');
  });

  test('the length may be off by four deviations', () => {
    const long = (deviations: number) => ({ chars: Math.round(16_000 * TIMES(deviations)) - 9000 });
    expect(told(one(84), other(84, long(3.99)))).toBe('a+b');
    expect(told(one(84), other(84, long(4.01)))).toBe('');
  });

  test('pages and two numbers that go on are beyond doubt, whatever the words', () => {
    const paged = (page: number) => ({ page, here: 1, of: 2 });
    const halvesOf = (b: Ends) => told(one(0, { ends: ends([1, 0], [2, 3], paged(1)) }), other(0, { ends: b }));
    expect(halvesOf(ends([3, 4], [4, 2], paged(2)))).toBe('a+b');
    expect(halvesOf(ends([3, 0], [4, 2], paged(2)))).toBe('');
  });

  test('a half of fewer than fifteen hundred shingles is told by its numbers', () => {
    const short = (shingles: number) => second({ text: prose(2, shingles + 4), ...UNNAMED });
    expect(told(one(0), short(1499))).toBe('a+b');
    expect(told(one(0), short(1500))).toBe('');
    expect(told(first({ text: prose(3, 1503) }), other(0))).toBe('a+b');
  });

  test('of two that fit the one with twice as much of its own in common is told', () => {
    const rival = (common: number) => first({ id: 'c', code: '410105', text: text(3, common, 10) });
    const both = (common: number) =>
      second({ text: prose(2, 1800) + prose(9, 104) + prose(10, 400).slice(0, common + 4), ...UNNAMED });
    expect(told(one(100), rival(50), both(50))).toBe('a+b');
    expect(told(one(100), rival(70), both(70))).toBe('');
  });

  test('among a hundred files that could fit better it takes less', () => {
    const crowd = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        first({ id: `z${at}`, code: '410105', text: prose(100 + at, 1504), ends: ends([1, 0], [7, 7]) }),
      );
    expect(told(one(60, untold), other(60, section), ...crowd(97))).toBe('');
    expect(told(one(60, untold), other(60, section), ...crowd(98))).toBe('a+b');
  });
});

test('what two have in common, and nobody else', () => {
  const holding = (id: string, ...parts: string[]) => report({ id, text: parts.join('') });
  const [common, own] = [prose(1, 104), prose(2, 54)];
  const a = holding('a', prose(3, 242), common, own);
  const b = holding('b', prose(4, 242), common, own);
  const others = ['c', 'd', 'e'].map((id, at) => holding(id, prose(10 + at, 300), common));
  const kin = (...known: ReportFacts[]) => {
    const { common: all, rare } = new Kinship([a, b, ...known]).of(a, b);
    return [Math.round(all * 396), Math.round(rare * 396)];
  };
  // The two parts and their seam; of those who hold a part three may.
  expect(kin()).toEqual([154, 154]);
  expect(kin(...others.slice(0, 1))).toEqual([154, 154]);
  expect(kin(...others.slice(0, 2))).toEqual([154, 54]);
  expect(kin(...others)).toEqual([154, 54]);
  expect(new Kinship([]).of(holding('x', ''), holding('y', ''))).toEqual({ common: 0, rare: 0 });
});
