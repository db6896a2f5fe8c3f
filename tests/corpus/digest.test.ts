/** Reports whose lists wait elsewhere: reconciled, they give what they give with their lists at hand. */
import { describe, expect, test } from 'vitest';
import { copyPairs } from '../../src/corpus/copies.ts';
import { countOfShingles, digestOf, mayBeAbout, opened, smallestShingles } from '../../src/corpus/digest.ts';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { type Given, report, rulesOf, vocabularyFromDisk } from './build.ts';
import { prose } from './prose.ts';

const rules = rulesOf(vocabularyFromDisk());

/** The report as it is when it was put away, and how often it was opened since. */
function putAway(whole: ReportFacts): { report: ReportFacts; times: () => number } {
  let times = 0;
  const open = (): ReportFacts => {
    times++;
    return whole;
  };
  return { report: { ...whole, digest: { ...digestOf(whole), open } }, times: () => times };
}

const gdp = (quote: string, more: Partial<Given> = {}): Given => ({
  quote,
  indicator: '地区生产总值',
  indicatorText: '地区生产总值',
  ...more,
});
const TEXT = prose(1, 6000);
const REPORTS = [
  report({ id: 'a', text: TEXT }, [gdp('612.5亿元')]),
  report({ id: 'b', text: TEXT.slice(1) }, [gdp('612.5亿元')]),
  report({ id: 'c', text: prose(2, 6000) }, [gdp('912.5亿元')]),
  report({ id: 'd', text: TEXT.slice(0, 3000), completeness: 'truncated' }, [gdp('621.5亿元')]),
  report({ id: 'e', text: prose(3, 4000), code: '410200' }, [gdp('77.5亿元'), gdp('11.5亿元', { regionCode: null })]),
  report({ id: 'f', text: prose(4, 30) }, []),
];

test('copies, versions and checks are the same', () => {
  const plain = reconcile(REPORTS, rules);
  expect(plain.pairs.map(({ relation }) => relation)).toEqual(['same-report', 'revised-figures']);
  expect(plain.checks.some(({ verdict }) => verdict === 'broken')).toBe(true);
  expect(
    JSON.stringify(
      reconcile(
        REPORTS.map((one) => putAway(one).report),
        rules,
      ),
    ),
  ).toBe(JSON.stringify(plain));
});

test('while copies are looked for, what shares no text is not opened', () => {
  const all = REPORTS.map(putAway);
  expect(copyPairs(all.map((one) => one.report))).toHaveLength(2);
  expect(all.map(({ times }) => times() > 0)).toEqual([true, true, false, true, false, false]);
});

describe('a digest', () => {
  const [first = report({ id: 'x' })] = REPORTS;
  const away = putAway(first);

  test('is a part of the report, and tells how much the whole holds', () => {
    expect(countOfShingles(away.report)).toBe(5996);
    expect(countOfShingles(first)).toBe(5996);
    const smallest = smallestShingles(away.report);
    expect(smallest.length).toBeLessThan(600);
    expect(smallest).toEqual(first.shingles.slice(0, smallest.length));
    expect(smallestShingles(first)).toBe(first.shingles);
    expect(away.times()).toBe(0);
    expect(opened(away.report)).toBe(first);
    expect(opened(first)).toBe(first);
    expect(away.times()).toBe(1);
  });

  test.each<[string, readonly string[], boolean]>([
    ['its own place', ['410103'], true],
    ['its own place among others', ['330000', '410103'], true],
    ['another place', ['410200'], false],
    ['no place', [], false],
  ])('knows whether it may be about %s', (_, places, expected) => {
    expect(mayBeAbout(away.report, new Set(places))).toBe(expected);
    // A report at hand is looked through anyway.
    expect(mayBeAbout(first, new Set(places))).toBe(true);
  });

  test('of two places is about either', () => {
    const [both] = REPORTS.slice(4).map((one) => putAway(one).report);
    expect(['410200', '', '410103'].map((place) => both && mayBeAbout(both, new Set([place])))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('holds each place of its figures once, and that one has none', () => {
    expect(REPORTS.map((one) => digestOf(one).places)).toEqual([
      ['410103'],
      ['410103'],
      ['410103'],
      ['410103'],
      ['410200', ''],
      [],
    ]);
  });
});
