/** `jiaokan rules test` on the rules that are shipped: what their cards show is what they do. */
import { expect, test } from 'vitest';
import { ROOT } from '../support/pipeline.ts';
import { run } from './support.ts';

test('every example of every card and of every indicator is told as it is marked', async () => {
  const said = await run(ROOT, ['rules', 'test']);
  expect(said.out.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
  expect(said.code).toBe(0);
  const [, right, all] = /^(\d+) of (\d+) rules pass: [1-9]\d* hits found/mu.exec(said.out) ?? [];
  expect(Number(all)).toBeGreaterThan(0);
  expect(right).toBe(all);
}, 120_000);
