/** Rows that wait on disk come back as they were put in, in whatever order they are asked for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spilled, spillFile } from '../../src/node/scale/spill.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-spill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RUNS: readonly (readonly [string, readonly object[]])[] = [
  [
    'rows of one form',
    [
      { id: 'a', value: null, words: ['万', '亿'] },
      { id: '乙\n"', value: '0.5', words: [] },
    ],
  ],
  ['no rows', []],
  ['rows that lack a cell', [{ id: 'a', value: '1' }, { id: 'b' }]],
  [
    'cells in another order',
    [
      { id: 'a', value: '1' },
      { value: '2', id: 'b' },
    ],
  ],
  ['cells named as the run names its own', [{ rows: 1, names: ['x'], cells: 2 }]],
  ['a row without cells', [{}]],
];

test.each(RUNS)('%s', (_name, rows) => {
  const file = spillFile(folder, 0);
  const chunk = file.add(rows);
  file.close();
  const [back] = spilled<object>(folder, [chunk]);
  expect(back).toEqual(rows);
  expect(JSON.stringify(back)).toBe(JSON.stringify(rows));
});

test('runs of two files, asked for in another order', () => {
  const [one, two] = [spillFile(folder, 1), spillFile(folder, 2)];
  const chunks = RUNS.map(([, rows], at) => (at % 2 === 0 ? one : two).add(rows));
  one.close();
  two.close();
  expect([...spilled<object>(folder, chunks.toReversed())]).toEqual(RUNS.map(([, rows]) => rows).toReversed());
});
