/** Lists of hashes as an index holds them. */
import { describe, expect, test } from 'vitest';
import { packed, unpacked } from '../../src/output/gaps.ts';

describe('gaps between sorted numbers', () => {
  test.each([
    [[]],
    [[0]],
    [[4_294_967_295]],
    [[0, 0, 0]],
    [[5, 5, 7, 4_294_967_295]],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [[4_294_967_294, 4_294_967_295]],
    [Array.from({ length: 500 }, (_, at) => at * at * 17_000)],
  ])('%j comes back', (numbers) => {
    expect([...unpacked(packed(Uint32Array.from(numbers)))]).toEqual(numbers);
  });

  test('evenly spread hashes take less than three bytes each', () => {
    const hashes = Uint32Array.from({ length: 10_000 }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 0).sort();
    expect(Buffer.from(packed(hashes), 'base64').length).toBeLessThan(26_000);
  });
});
