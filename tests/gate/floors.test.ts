import { describe, expect, it } from 'vitest';
// @ts-expect-error plain script without types
import { holds, judge, percentOf, raised } from '../../scripts/lib/floors.mjs';

const measure = (name: string, right: number, total: number) => ({ name, right, total });

describe('floors of field measures', () => {
  it('rounds down: a floor is never above what was reached', () => {
    expect(percentOf(measure('a', 2, 3))).toBe(66.6);
    expect(percentOf(measure('a', 999, 1000))).toBe(99.9);
    expect(percentOf(measure('a', 0, 0))).toBe(0);
  });

  it.each([
    { name: 'what is reached', rows: [measure('a', 95, 100)], floors: { a: 95 }, ok: true },
    { name: 'what is better', rows: [measure('a', 96, 100)], floors: { a: 95 }, ok: true },
    { name: 'a measure without a floor', rows: [measure('a', 1, 100)], floors: {}, ok: true },
    { name: 'what fell', rows: [measure('a', 94, 100)], floors: { a: 95 }, ok: false },
    { name: 'a measure that is gone', rows: [measure('b', 1, 1)], floors: { a: 95 }, ok: false },
    { name: 'a measure over nothing', rows: [measure('a', 0, 0)], floors: {}, ok: false },
    { name: 'no measure at all', rows: [], floors: {}, ok: false },
  ])('$name: $ok', ({ rows, floors, ok }) => {
    expect(holds(judge(rows, floors))).toBe(ok);
  });

  it('raises and never lowers, unless told to', () => {
    const floors = { a: 95, b: 50, gone: 10 };
    const rows = judge([measure('a', 90, 100), measure('b', 60, 100), measure('c', 70, 100)], floors);
    expect(raised(rows, floors)).toEqual({ a: 95, b: 60, c: 70, gone: 10 });
    expect(raised(rows, floors, { lower: true })).toEqual({ a: 90, b: 60, c: 70 });
  });
});
