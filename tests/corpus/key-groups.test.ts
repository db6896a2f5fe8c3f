/** Rows of one key are one group, in whichever portions the checks are looked at. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf, type KeyGroups } from '../../src/corpus/key-groups.ts';
import { evenly, KeyWriter } from '../../src/corpus/keys.ts';

const CHECKS = 5;

interface Row {
  readonly check: number;
  readonly key: string;
  readonly isAnchor: boolean;
}

const rows = fc.array(
  fc.record({
    check: fc.integer({ min: 0, max: CHECKS - 1 }),
    key: fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己'),
    isAnchor: fc.boolean(),
  }),
  { maxLength: 40 },
);
const reports = fc.array(rows, { maxLength: 12 });

/** The keys of each report, in memory that is overwritten with the next. */
function* keysOf(all: readonly (readonly Row[])[]): Generator<Uint32Array> {
  const writer = new KeyWriter();
  const room = new Uint32Array(3 * 40);
  for (const report of all) {
    for (const [fact, { check, key, isAnchor }] of report.entries()) writer.add(key, check, fact, isAnchor);
    const keys = writer.take();
    room.set(keys);
    yield room.subarray(0, keys.length);
  }
}

/** The same by maps of keys: groups in the order in which their second row comes. */
function expected(all: readonly (readonly Row[])[], check: number): string[][] {
  const byKey = new Map<string, { row: string; isAnchor: boolean }[]>();
  const seconds: string[] = [];
  for (const [number, report] of all.entries()) {
    for (const [fact, { key, isAnchor, check: own }] of report.entries()) {
      if (own !== check) continue;
      const known = byKey.get(key) ?? [];
      byKey.set(key, [...known, { row: `${number}:${fact}`, isAnchor }]);
      if (known.length === 1) seconds.push(key);
    }
  }
  return seconds
    .map((key) => byKey.get(key) ?? [])
    .filter((group) => group.some(({ isAnchor }) => isAnchor))
    .map((group) => group.map(({ row }) => row));
}

function listed({ offsets, reports: numbers, facts }: KeyGroups): string[][] {
  return Array.from({ length: offsets.length - 1 }, (_, group) =>
    Array.from(
      { length: (offsets[group + 1] ?? 0) - (offsets[group] ?? 0) },
      (__, nth) => `${numbers[(offsets[group] ?? 0) + nth]}:${facts[(offsets[group] ?? 0) + nth]}`,
    ),
  );
}

describe('groups of rows', () => {
  test('are those of equal keys with an anchor among them', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const groups = groupsOf(keysOf(all), { from: 0, to: CHECKS });
        expect(groups.map(listed)).toEqual(Array.from({ length: CHECKS }, (_, check) => expected(all, check)));
      }),
    );
  });

  test('are the same in portions of the checks', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 7 }), (all, parts) => {
        const portions = evenly(keysOf(all), CHECKS, parts);
        expect(portions.length).toBeLessThanOrEqual(parts);
        const cut = portions.flatMap((checks) => groupsOf(keysOf(all), checks));
        expect(cut).toEqual(groupsOf(keysOf(all), { from: 0, to: CHECKS }));
      }),
    );
  });
});

describe('portions of the checks', () => {
  const ofCounts = (...counts: readonly number[]): Row[] =>
    counts.flatMap((count, check) => Array.from({ length: count }, () => ({ check, key: '甲', isAnchor: true })));

  test.each<[string, readonly Row[], number, readonly string[]]>([
    ['without keys are one', [], 4, ['0-5']],
    ['of equal keys are equally many', ofCounts(4, 4, 4, 4, 4), 5, ['0-1', '1-2', '2-3', '3-4', '4-5']],
    ['leave a large one by itself', ofCounts(2, 3, 20, 3, 2), 3, ['0-2', '2-3', '3-5']],
    ['are one when one is asked for', ofCounts(8, 1, 1, 1, 8), 1, ['0-5']],
  ])('%s', (_name, report, parts, cut) => {
    expect(evenly(keysOf([report]), CHECKS, parts).map(({ from, to }) => `${from}-${to}`)).toEqual(cut);
  });
});
