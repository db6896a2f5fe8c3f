/** Of what a figure may have been, the first that fits is found as if each were tried in turn. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstFitting } from '../../src/corpus/fitting.ts';
import type { Decimal, Interval } from '../../src/model/interval.ts';

const decimal = (value: number): Decimal => String(value) as Decimal;
const candidateOf = (value: number, half: number) => ({
  value: decimal(value),
  interval: { low: decimal(value - half), high: decimal(value + half) },
});

/** A mark that is met where intervals meet, as checks hold. */
function markOf(marks: readonly (readonly [number, number])[]) {
  return ({ interval: { low, high } }: { readonly interval: Interval }): boolean =>
    marks.some(([from, to]) => Number(low) <= to && Number(high) >= from);
}

const whole = fc.integer({ min: 0, max: 10_000 });

test('the first of many in their order, not the lowest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(whole, fc.integer({ min: 0, max: 50 })), { maxLength: 120 }),
      fc.array(fc.tuple(whole, fc.integer({ min: 0, max: 200 })), { maxLength: 4 }),
      (values, marks) => {
        const candidates = values.map(([value, half]) => candidateOf(value, half));
        const fits = markOf(marks.map(([from, width]) => [from, from + width]));
        const found = firstFitting(candidates, fits, fits);
        expect(found).toBe(candidates.find(fits) ?? null);
      },
    ),
    { numRuns: 500 },
  );
});

test('asks a few times where nothing fits', () => {
  const candidates = Array.from({ length: 1000 }, (_, at) => candidateOf((at * 7919) % 10_000, 1));
  let asked = 0;
  const found = firstFitting(
    candidates,
    () => false,
    ({ interval }) => {
      asked++;
      return Number(interval.low) <= 5000.5 && Number(interval.high) >= 5000.4;
    },
  );
  expect(found).toBeNull();
  expect(asked).toBeLessThan(40);
});
