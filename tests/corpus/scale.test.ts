/** Copies in numbers: what is found and how much is compared must not explode. */
import { describe, expect, test } from 'vitest';
import { copyPairs } from '../../src/corpus/copies.ts';
import { HolderIndex, sampleBound } from '../../src/corpus/index.ts';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { report, rulesOf, vocabularyFromDisk } from './build.ts';
import { prose } from './prose.ts';

const rules = rulesOf(vocabularyFromDisk());
const NUMBERED = (at: number) => String(at).padStart(5, '0');

const copy = (id: string, text: string): ReportFacts => report({ id, text }, []);
const standing = (reports: readonly ReportFacts[]) =>
  new Set(reconcile(reports, rules).canonical.map((one) => one.canonicalReportId)).size;

describe('many copies', () => {
  test('ten thousand identical reports are one report and 9,999 pairs', () => {
    const one = copy('c', prose(1, 400));
    const all = Array.from({ length: 10_000 }, (_, at) => ({ ...one, reportId: `c${NUMBERED(at)}#1` }));
    expect(copyPairs(all)).toHaveLength(9_999);
    expect(standing(all)).toBe(1);
  });

  test('a thousand copies that each lost another character cost a pair each, not one for every two', () => {
    const text = prose(2, 1200);
    const all = Array.from({ length: 1000 }, (_, at) =>
      copy(`c${NUMBERED(at)}`, text.slice(0, at + 50) + text.slice(at + 51)),
    );
    const pairs = copyPairs(all);
    expect(pairs.length).toBeLessThan(1100);
    expect(new Set(pairs.map(({ relation }) => relation))).toEqual(new Set(['same-report']));
    expect(standing(all)).toBe(1);
  });

  test('ten thousand empty reports share nothing', () => {
    const empty = copy('e', '');
    const all = Array.from({ length: 10_000 }, (_, at) => ({ ...empty, reportId: `e${NUMBERED(at)}#1` }));
    expect(copyPairs(all)).toEqual([]);
  });

  test('a report within 500 compilations is found in each', () => {
    const text = prose(3, 600);
    const all = Array.from({ length: 500 }, (_, at) =>
      report(
        { id: `k${NUMBERED(at)}`, text: prose(1000 + at, 400) + text + prose(2000 + at, 400), code: null, year: null },
        [],
      ),
    );
    const pairs = copyPairs([...all, copy('z', text)]).filter(({ b }) => b.reportId === 'z#1');
    expect(pairs).toHaveLength(500);
    expect(new Set(pairs.map(({ relation }) => relation))).toEqual(new Set(['contains']));
  });
});

describe('common wording', () => {
  const places = (at: number) => ({ id: `p${NUMBERED(at)}`, code: String(110_000 + at) });
  const shared = prose(7, 700);
  const texts = Array.from({ length: 120 }, (_, at) => shared + prose(3000 + at, 400));

  test('reports of a hundred places that share most of their text are no copies; a copy of one of them is found', () => {
    const all = texts.map((text, at) => report({ ...places(at), text }, []));
    const torn = `${texts[70]?.slice(0, 800)}${texts[70]?.slice(801)}`;
    const pairs = copyPairs([...all, report({ ...places(70), id: 'z', text: torn }, [])]);
    expect(pairs.map(({ a, b, relation }) => [a.reportId, b.reportId, relation])).toEqual([
      ['p00070#1', 'z#1', 'same-report'],
    ]);
  });

  test('a copy is found among twenty thousand reports of which every phrase is used by hundreds', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => drawn(at, 400));
    const lists = [...rows, drawn(123, 400).filter((_, at) => at % 10 !== 3)];
    const index = new HolderIndex(lists, sampleBound(lists));
    for (const [at, shingles] of rows.entries()) index.add(at, shingles);
    const found = index.ask(lists[20_000] ?? new Uint32Array(0));
    expect(found[0]?.owner).toBe(123);
    expect(found.length).toBeLessThan(500);
  });
});

/** Hashes as a report has them, drawn from so few that each is in hundreds of reports. */
function drawn(seed: number, count: number): Uint32Array {
  let state = (seed + 1) * 2654435761;
  const ranks = Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.imul((state >>> 9) % 20_000, 0x9e3779b1) >>> 0;
  });
  return Uint32Array.from(new Set(ranks)).sort();
}

describe('versions', () => {
  const text = prose(4, 1200);
  const version = (id: string, quote: string, more = '') =>
    report({ id, text: text + more }, [{ quote, indicator: '地区生产总值', indicatorText: '地区生产总值' }]);

  test('copies of two versions join their own version', () => {
    const { canonical } = reconcile(
      [
        version('a', '612.5亿元'),
        version('b', '621.5亿元', '一'),
        version('c', '621.5亿元', '二'),
        version('d', '612.5亿元', '三'),
      ],
      rules,
    );
    const stands = new Map(canonical.map((one) => [one.reportId, one.canonicalReportId]));
    expect(stands.get('a#1')).toBe(stands.get('d#1'));
    expect(stands.get('b#1')).toBe(stands.get('c#1'));
    expect(stands.get('a#1')).not.toBe(stands.get('b#1'));
  });

  test('a person’s choice comes before all evidence and is told as such', () => {
    const reports = [
      report({ id: 'a', text }, []),
      report({ id: 'b', text: text.slice(0, 1100), completeness: 'truncated' }, []),
    ];
    expect(reconcile(reports, rules).pairs[0]).toMatchObject({ kept: 'a#1', reason: 'complete' });
    expect(reconcile(reports, rules, new Map([['b#1', 'the clerk signed it']])).pairs[0]).toMatchObject({
      kept: 'b#1',
      reason: 'chosen',
      note: 'the clerk signed it',
    });
  });

  test('of three copies the one that reads unlike the others is not kept', () => {
    const torn = `${text.slice(0, 300)}${text.slice(301, 700)}${text.slice(702)}`;
    const { pairs, canonical } = reconcile(
      [report({ id: 'a', text: torn }, []), report({ id: 'b', text }, []), report({ id: 'c', text: `${text}。` }, [])],
      rules,
    );
    expect(new Set(canonical.map((one) => one.canonicalReportId))).toEqual(new Set(['b#1']));
    expect(pairs.find(({ reportA }) => reportA === 'a#1')?.reason).toBe('agreed');
  });
});

describe('relations of pieces', () => {
  const text = prose(5, 2400);
  const unnamed = { code: null, year: null, completeness: 'excerpt' } as const;

  test('two excerpts that meet overlap, and are not joined', () => {
    const reports = [
      report({ id: 'a', text: text.slice(0, 1600), ...unnamed }, []),
      report({ id: 'b', text: text.slice(900), ...unnamed }, []),
    ];
    expect(reconcile(reports, rules).pairs.map(({ relation, kept }) => [relation, kept])).toEqual([['overlaps', null]]);
  });

  test('one text under two years is mislabelled, letter for letter or nearly', () => {
    for (const other of [text, text.slice(0, -1)]) {
      const reports = [report({ id: 'a', text }, []), report({ id: 'b', text: other, year: 2020 }, [])];
      expect(reconcile(reports, rules).pairs.map(({ relation, kept }) => [relation, kept])).toEqual([
        ['mislabelled', null],
      ]);
    }
  });
});

describe('voices', () => {
  const text = prose(6, 1500);
  const version = (at: number) =>
    report({ id: `v${NUMBERED(at)}`, text: text.slice(0, 1400) + prose(at, 40) }, [
      { quote: `${500 + at}.5亿元`, indicator: '地区生产总值', indicatorText: '地区生产总值' },
      { quote: `${20 + at}.5亿元`, indicator: '一般公共预算收入', indicatorText: '一般公共预算收入' },
    ]);

  test('forty versions of one report make no more checks than two; every further one is told as a revision', () => {
    const versions = Array.from({ length: 40 }, (_, at) => version(at));
    const few = reconcile(versions.slice(0, 2), rules);
    const many = reconcile(versions, rules);
    expect(few.checks.length).toBeGreaterThan(0);
    expect(many.checks.length).toBe(few.checks.length);
    expect(many.pairs.filter(({ relation }) => relation === 'revised-figures').length).toBeGreaterThanOrEqual(39);
  });

  test('a text under ten years is told with four of the other years, not with all', () => {
    const years = Array.from({ length: 10 }, (_, at) =>
      report({ id: `y${at}`, text: text + prose(100 + at, 30), year: 2010 + at }, []),
    );
    const pairs = copyPairs(years);
    expect(pairs.length).toBeLessThanOrEqual(36);
    expect(new Set(pairs.flatMap(({ a, b }) => [a.reportId, b.reportId])).size).toBe(10);
  });
});
