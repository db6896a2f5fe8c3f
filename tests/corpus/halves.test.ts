/** One report cut in two: which halves are told, and which are not. */
import { describe, expect, test } from 'vitest';
import { reconcileAgainst } from '../../src/corpus/against.ts';
import { reconcile } from '../../src/corpus/reconcile.ts';
import { type GivenReport, report, rulesOf, vocabularyFromDisk } from './build.ts';
import { prose } from './prose.ts';

const rules = rulesOf(vocabularyFromDisk());
const first = (given: Partial<GivenReport> = {}) =>
  report({
    id: 'a',
    completeness: 'truncated',
    missing: ['tail'],
    chars: 9000,
    ends: { first: [1, 0], last: [2, 3], slice: null },
    ...given,
  });
const second = (given: Partial<GivenReport> = {}) =>
  report({
    id: 'b',
    completeness: 'truncated',
    missing: ['head'],
    chars: 8000,
    ends: { first: [3, 4], last: [4, 0], slice: null },
    ...given,
  });
const long = (seed: number) => prose(seed, 2200);
const shared = (seed: number) => prose(100 + seed, 130);
const unnamed = { code: null, year: null } as const;
const told = (...reports: ReturnType<typeof report>[]) =>
  reconcile(reports, rules)
    .findings.filter(({ rule }) => rule === 'duplicate/two-halves')
    .map(({ reportId, data }) => [reportId, data.other]);

describe('two halves', () => {
  test.each([
    ['of equal place and year', second()],
    ['where the second names nothing', second(unnamed)],
    ['where the second names the place', second({ year: null })],
  ])('%s are told of the second one, with the name of the first', (_, other) => {
    expect(told(first(), other)).toEqual([['b#1', 'a#1']]);
  });

  test.each([
    ['another place', second({ code: '410105' })],
    ['another year', second({ year: 2020 })],
    ['a number left out', second({ ends: { first: [4, 4], last: [4, 0], slice: null } })],
    ['numbers that start anew', second({ ends: { first: [1, 1], last: [4, 0], slice: null } })],
    ['a whole report', second({ completeness: 'complete', missing: [] })],
    ['too long together, nothing named', second({ ...unnamed, chars: 60_000 })],
    ['a middle piece', second({ missing: ['head', 'tail'] })],
    ['the same file', { ...second(), sourceId: 'a' }],
  ])('%s: not told', (_, other) => {
    expect(told(first(), other)).toEqual([]);
  });

  test('where two reports fit one half, neither is told', () => {
    expect(told(first(), first({ id: 'c', code: '410105' }), second(unnamed))).toEqual([]);
    expect(told(first(), second(unnamed), second({ id: 'c', ...unnamed }))).toEqual([]);
    expect(told(first(), second(unnamed), second({ id: 'c' }))).toEqual([['c#1', 'a#1']]);
  });

  test.each([
    ['one number goes on and the wording is their own: told', [0, 4], shared(1), [['b#1', 'a#1']]],
    ['all numbers go on, and they have no wording in common: not told', [3, 4], '', []],
  ])('long halves, nothing named, %s', (_, numbers, own, expected) => {
    const one = first({ text: long(1) + own });
    const other = second({ ...unnamed, text: long(2) + own, ends: { first: numbers, last: [4, 0], slice: null } });
    expect(told(one, other)).toEqual(expected);
  });

  test('of two first halves that fit, the one with the wording of the second is told', () => {
    const firsts = [1, 2].map((at) => first({ id: `a${at}`, code: `41010${at}`, text: long(at) + shared(at) }));
    expect(told(...firsts, second({ ...unnamed, text: long(3) + shared(2) }))).toEqual([['b#1', 'a2#1']]);
    expect(told(...firsts, second({ ...unnamed, text: long(3) + shared(1) + shared(2) }))).toEqual([]);
  });

  test('pages of one text that do not follow each other are kept apart', () => {
    const paged = (page: number, of = 3) => ({ slice: { page, here: 1, of } });
    const one = first({ ends: { first: [1, 0], last: [2, 3], ...paged(1) } });
    const other = (page: number, of?: number) => second({ ends: { first: [3, 4], last: [4, 0], ...paged(page, of) } });
    expect(told(one, other(2))).toHaveLength(1);
    expect(told(one, other(3))).toEqual([]);
    expect(told(one, other(2, 5))).toEqual([]);
  });

  test('against stored reports the finding is said of the half that is asked about', () => {
    const { findings } = reconcileAgainst([first()], [second()], rules);
    expect(findings.map(({ rule, reportId, data }) => [rule, reportId, data.other])).toContainEqual([
      'duplicate/two-halves',
      'a#1',
      'b#1',
    ]);
  });
});
