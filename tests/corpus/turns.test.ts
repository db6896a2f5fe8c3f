/** The order in which groups are compared: each has one turn, whatever reports it lies in, and the groups of one place lie together. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyGroups } from '../../src/corpus/key-groups.ts';
import { turnsOf, WAYS } from '../../src/corpus/turns.ts';
import { report } from './build.ts';

/** Two cities of two years each, and a report whose place is not known. */
const REPORTS = [
  report({ id: 'a', year: 2022, code: '330100', parent: '330000' }, []),
  report({ id: 'b', year: 2023, code: '330200', parent: '330000' }, []),
  report({ id: 'c', year: 2022, code: '330200', parent: '330000' }, []),
  report({ id: 'd', year: 2023, code: '330100', parent: '330000' }, []),
  report({ id: 'e', year: 2023, code: null, parent: null }, []),
];

/** Groups of one check, each the numbers of the reports that its rows lie in. */
function groupsIn(...groups: readonly (readonly number[])[]): KeyGroups {
  const offsets = [0];
  for (const { length } of groups) offsets.push((offsets.at(-1) ?? 0) + length);
  const reports = Uint32Array.from(groups.flat());
  return { offsets: Uint32Array.from(offsets), reports, facts: new Uint32Array(reports.length) };
}

/** `way report: check/group …` for every report that a way passes with a group. */
function told(groups: readonly KeyGroups[]): string[] {
  const turns = turnsOf(groups, REPORTS);
  return WAYS.flatMap((way) => {
    const { reports, starts, checks, numbers } = turns[way];
    return [...reports].flatMap((number) => {
      const own = [];
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) own.push(`${checks[at]}/${numbers[at]}`);
      return own.length === 0 ? [] : [`${way} ${REPORTS[number]?.sourceId}: ${own.join(' ')}`];
    });
  });
}

test('groups of one place come with its last year, others with the last place of a year', () => {
  const [a, b, c, d] = [0, 1, 2, 3];
  expect(told([groupsIn([b, c], [a, c]), groupsIn([a, d], [d, b], [c, b])])).toEqual([
    'places d: 1/0',
    'places b: 0/0 1/2',
    'years c: 0/1',
    'years b: 1/1',
  ]);
});

test('all reports are passed for what lies within them, and only those with a group on the way through the years', () => {
  const { places, years } = turnsOf([groupsIn([0, 1])], REPORTS);
  expect([...places.reports].sort()).toEqual([0, 1, 2, 3, 4]);
  expect([...years.reports]).toEqual([1]);
});

test('each group has one turn', () => {
  const group = fc.array(fc.nat({ max: REPORTS.length - 1 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.array(group, { maxLength: 8 }), { maxLength: 4 }), (checks) => {
      const turns = turnsOf(
        checks.map((groups) => groupsIn(...groups)),
        REPORTS,
      );
      const had = WAYS.flatMap((way) =>
        Array.from(turns[way].checks, (check, at) => `${check}/${turns[way].numbers[at]}`),
      );
      expect(had.sort()).toEqual(checks.flatMap((groups, check) => groups.map((_, nth) => `${check}/${nth}`)).sort());
    }),
  );
});
