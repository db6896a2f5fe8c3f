/** The guard of `npm run fuzz` against work that grows faster than the text sees loops, not calls alone. */
import { afterEach, expect, test } from 'vitest';
import { growsTooFast, growthOf, type WorkCounter, workCounter } from '../../scripts/fuzz/work.mjs';

const open: WorkCounter[] = [];
function counterOf(module: string): WorkCounter {
  const counter = workCounter(new URL(`growth/${module}.mjs`, import.meta.url).href);
  open.push(counter);
  return counter;
}
afterEach(async () => {
  for (const counter of open.splice(0)) await counter.close();
});

/** Enough that a pass over it is more than what any text takes. */
const TEXT = new Uint8Array(300_000).fill(65);

test.each([
  ['every-byte', TEXT, false],
  // Two thousand bytes make two million pairs.
  ['every-pair', TEXT.subarray(0, 2000), true],
])('%s', async (module, bytes, isTooFast) => {
  const counter = counterOf(module);
  const growth = await growthOf(counter, 'a.txt', bytes);
  expect(growsTooFast(growth)).toBe(isTooFast);
  expect(growth).toBeLessThan(4.1);
});

test('each byte is counted, again and again', async () => {
  const counter = counterOf('every-byte');
  const works = [];
  for (const length of [1000, 1000, 2000]) works.push(await counter.of('a.txt', TEXT.subarray(0, length)));
  const [first = 0, again, twice] = works;
  expect(first).toBeGreaterThanOrEqual(1000);
  expect(again).toBe(first);
  expect(twice).toBe(first + 1000);
});

test('what fails says so, and the next text is counted', async () => {
  const counter = counterOf('every-byte');
  await expect(counter.of('', TEXT)).rejects.toThrow('a text without a name');
  expect(await counter.of('a.txt', TEXT)).toBeGreaterThan(TEXT.length);
});
