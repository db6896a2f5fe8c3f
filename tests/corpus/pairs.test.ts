/** Which pairs of reports are told: all that matter, and not every two of many copies. */
import { describe, expect, test } from 'vitest';
import { copyPairs } from '../../src/corpus/copies.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { type Given, type GivenReport, report } from './build.ts';
import { prose } from './prose.ts';

const TEXT = prose(1, 1200);
const without = (...places: number[]): string => [...TEXT].filter((_, at) => !places.includes(at)).join('');
const copy = (id: string, text = TEXT, given: Partial<GivenReport> = {}, facts: readonly Given[] = []): ReportFacts =>
  report({ id, text, ...given }, facts);

/** `a=b` for one text, `a~b` for one report, `a>b` where one is a piece, `a!b` where figures differ, `a/b` for the rest. */
const MARKS = new Map([
  ['same-text', '='],
  ['same-report', '~'],
  ['contains', '>'],
  ['revised-figures', '!'],
]);
function told(...reports: readonly ReportFacts[]): string {
  const pairs = copyPairs(reports).map(({ a, b, relation }) => a.sourceId + (MARKS.get(relation) ?? '/') + b.sourceId);
  return pairs.join(' ');
}

describe('copies', () => {
  const cut = { completeness: 'truncated' } as const;
  const damaged = copy('a', without(100, 200, 300));
  test.each<[string, readonly ReportFacts[], string]>([
    ['none', [], ''],
    ['one', [copy('a')], ''],
    ['two', [copy('b'), copy('a')], 'a=b'],
    [
      'equal ones are told with the best of them',
      [copy('a', TEXT, { losses: 2 }), copy('b'), copy('c', TEXT, { losses: 1 })],
      'a=b b=c',
    ],
    ['reports without a word', [copy('a', ''), copy('b', '')], ''],
    [
      'alike ones are told with one of them',
      [copy('a'), copy('b', without(100)), copy('c', without(200)), copy('d', without(300))],
      'a~b a~c a~d',
    ],
    [
      'which is the one that most agree on, not a damaged one',
      [damaged, copy('b'), copy('c', `${TEXT}。`), copy('d', without(400)), copy('e', without(500))],
      'a~b b=c b~d b~e',
    ],
    [
      'of as many of each the better one',
      [copy('a', without(100), { losses: 3 }), copy('b', without(200)), copy('c', without(300), { losses: 1 })],
      'a~b b~c',
    ],
    [
      'two pieces are told with the whole and with each other',
      [copy('a', TEXT.slice(0, 700), cut), copy('b'), copy('c', TEXT.slice(100, 700), cut)],
      'a>b a>c b>c',
    ],
    [
      'a piece is the shorter one, whichever is the better',
      [copy('a', TEXT.slice(0, 700)), copy('b', TEXT, { completeness: 'not-a-report' })],
      'a>b',
    ],
    [
      'a copy of a piece is told with the piece and with the whole',
      [copy('a'), copy('b', TEXT.slice(0, 700)), copy('c', TEXT.slice(1, 700))],
      'a>b a>c b~c',
    ],
    ['strangers', [copy('a'), copy('b', prose(2, 1200))], ''],
  ])('%s', (_, reports, expected) => {
    expect(told(...reports)).toBe(expected);
    expect(told(...[...reports].reverse())).toBe(expected);
  });

  test('a long report leads, and a short copy of it that is better does not', () => {
    // Three pieces of one length class, and the whole: each is told with the whole.
    const pieces = ['b', 'c'].map((id, at) => copy(id, TEXT.slice(at, 800 + at)));
    expect(told(copy('z', TEXT, { losses: 9 }), ...pieces)).toBe('b~c b>z c>z');
  });
});

describe('versions', () => {
  const version = (id: string, quote: string, text: string, given: Partial<GivenReport> = {}): ReportFacts =>
    copy(id, text, given, [
      { quote: '48亿元', indicatorText: '收入' },
      { quote, indicatorText: '生产总值' },
    ]);
  const first = version('a', '612亿元', TEXT);
  const second = version('b', '621亿元', without(100));

  test.each<[string, readonly ReportFacts[], string]>([
    ['two', [first, second], 'a!b'],
    [
      'a copy of the second is told with it, too',
      [first, second, version('c', '621亿元', without(200))],
      'a!b a!c b~c',
    ],
    ['a copy of the first is told with it alone', [first, second, version('c', '612亿元', without(200))], 'a!b a~c'],
    ['a third is told with the first', [first, second, version('c', '633亿元', without(200))], 'a!b a!c'],
    [
      'and a copy of the third with the first and with the third',
      [first, second, version('c', '633亿元', without(200)), version('d', '633亿元', without(300))],
      'a!b a!c a!d c~d',
    ],
    [
      'a piece of the second is told with both',
      [first, second, version('c', '621亿元', TEXT.slice(300))],
      'a!b a!c b>c',
    ],
    [
      'a piece of the third is told with both, and a later piece with that',
      [first, version('c', '633亿元', TEXT.slice(300)), version('d', '633亿元', TEXT.slice(500))],
      'a!c a!d c>d',
    ],
  ])('%s', (_, reports, expected) => {
    expect(told(...reports)).toBe(expected);
    expect(told(...[...reports].reverse())).toBe(expected);
  });

  test('a version with pages of its own has pieces of its own', () => {
    const own = prose(3, 240);
    const shorter = version('b', '621亿元', TEXT.slice(0, 600) + own);
    expect(told(first, shorter, copy('p', own))).toBe('a!b b>p');
  });

  test('a copy finds its own version among the first sixteen beside the leading one', () => {
    const id = (at: number): string => `v${String(at).padStart(2, '0')}`;
    const versions = Array.from({ length: 19 }, (_, at) => version(id(at), `${600 + at}亿元`, without(10 + at * 9)));
    const found = (of: number): string =>
      told(...versions, version('w', `${600 + of}亿元`, without(900)))
        .split(' ')
        .filter((pair) => pair.endsWith('w'))
        .join(' ');
    expect(found(0)).toBe('v00~w');
    expect(found(1)).toBe('v00!w v01~w');
    expect(found(16)).toBe('v00!w v16~w');
    expect(found(17)).toBe('v00!w');
  });
});

describe('years and places', () => {
  test('a text that goes round under ten years is told with four other years', () => {
    const years = Array.from({ length: 10 }, (_, at) =>
      copy(`y${at}`, TEXT + prose(100 + at, 300), { year: 2010 + at }),
    );
    // The first is told with none before it, the next with one, with two, with three; each other one with four.
    expect(copyPairs(years)).toHaveLength(0 + 1 + 2 + 3 + 6 * 4);
  });

  test('its copy of the same year is found all the same', () => {
    const years = Array.from({ length: 10 }, (_, at) =>
      copy(`y${at}`, TEXT + prose(100 + at, 300), { year: 2010 + at }),
    );
    const last = copy('z', `${TEXT}${prose(109, 300)}`.slice(1), { year: 2019 });
    expect(told(...years, last).split(' ')).toContain('y9~z');
    const noYear = copy('z', `${TEXT}${prose(109, 300)}`.slice(1), { year: null });
    expect(told(...years, noYear).split(' ')).toContain('y9~z');
    const others = told(...years, noYear)
      .split(' ')
      .filter((pair) => pair.endsWith('z'));
    // Without a year it may be any of them.
    expect(others).toHaveLength(10);
  });

  test('reports of its own year, and those without a year, are told however many there are', () => {
    const page = TEXT.slice(0, 800);
    const holding = (id: string, at: number, year: number | null) => copy(id, page + prose(400 + at, 700), { year });
    const told = (...reports: readonly ReportFacts[]): number =>
      copyPairs([...reports, copy('p', page)]).filter(({ a, b }) => [a.sourceId, b.sourceId].includes('p')).length;
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(told(...ids.map((id, at) => holding(id, at, 2024)), holding('z', 9, 2023))).toBe(7);
    expect(told(...ids.map((id, at) => holding(id, at, null)))).toBe(6);
    expect(told(...ids.map((id, at) => holding(id, at, 2023)))).toBe(4);
  });

  test('after sixty-four that seem to share text and do not, no more are asked', () => {
    // Reports of other places with most of the text are no copies; one of the same place has less of it.
    const others = (count: number): ReportFacts[] =>
      Array.from({ length: count }, (_, at) =>
        copy(`p${String(at).padStart(2, '0')}`, TEXT.slice(0, 1000) + prose(200 + at, 200), {
          code: String(410_200 + at),
        }),
      );
    const own = [copy('a', TEXT.slice(0, 880) + prose(300, 800)), copy('z', TEXT)];
    expect(told(...others(60), ...own)).toBe('a>z');
    expect(told(...others(70), ...own)).toBe('');
  });
});
