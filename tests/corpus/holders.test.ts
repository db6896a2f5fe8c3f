/** Which earlier reports may share text with one: what the sample shows, and where looking ends. */
import { describe, expect, test } from 'vitest';
import { compacted, countUnder, HolderIndex, sampleBound } from '../../src/corpus/index.ts';

/** In a small corpus one hash of sixteen is sampled: those under this. */
const BOUND = 2 ** 28;
/** So many hashes from a number on; all of them sampled. */
const run = (from: number, count: number): Uint32Array => Uint32Array.from({ length: count }, (_, at) => from + at);
/** The same beyond the bound: none of them sampled but in short reports. */
const beyond = (from: number, count: number): Uint32Array => run(BOUND + from, count);
const joined = (...lists: readonly Uint32Array[]): Uint32Array =>
  Uint32Array.from(lists.flatMap((list) => [...list])).sort();

/** Owner and share of what is found for an asker among lists, in order. */
function asked(asker: Uint32Array, lists: readonly Uint32Array[], bound = BOUND): [number, number][] {
  const index = new HolderIndex([...lists, asker], bound);
  for (const [owner, list] of lists.entries()) index.add(owner, list);
  const found = index.ask(asker).map(({ owner, share }): [number, number] => [owner, share]);
  // Asked again, the answer is the same: nothing of the first question is left.
  expect(index.ask(asker).map(({ owner, share }): [number, number] => [owner, share])).toEqual(found);
  return found;
}

describe('the sample', () => {
  test.each([
    [[], 5, 0],
    [[5], 5, 0],
    [[5], 6, 1],
    [[1, 2, 3, 5, 8], 3, 2],
    [[1, 2, 3, 5, 8], 4, 3],
    [[1, 2, 3, 5, 8], 100, 5],
    [[1, 2, 3, 5, 8], 0, 0],
  ])('of %j under %d lie %d', (list, bound, expected) => {
    expect(countUnder(Uint32Array.from(list), bound)).toBe(expected);
  });

  test.each([
    ['nothing', 0, 0, 4],
    ['a few reports', 1000, 100, 4],
    ['a million postings', 2 ** 10, 2 ** 10, 4],
    ['one more than a million', 2 ** 10, 2 ** 10 + 1, 5],
    ['two million', 2 ** 11, 2 ** 10, 5],
    ['eight million', 2 ** 11, 2 ** 12, 7],
    ['a hundred million', 2 ** 14, 2 ** 13, 7],
    ['two hundred and seventy million', 2 ** 16, 2 ** 12, 8],
    ['two billion', 2 ** 18, 2 ** 13, 10],
    ['four billion', 2 ** 19, 2 ** 13, 10],
  ])('of %s', (_, length, count, halvings) => {
    const list = run(0, length);
    expect(sampleBound(Array.from({ length: count }, () => list))).toBe(2 ** (32 - halvings));
  });

  test('what lies beyond the densest sample does not count', () => {
    const list = joined(run(0, 2 ** 10), beyond(0, 2 ** 10));
    expect(sampleBound(Array.from({ length: 2 ** 10 }, () => list))).toBe(BOUND);
  });

  test.each<[string, Uint32Array, number]>([
    ['all that any sample holds', joined(run(0, 100), beyond(0, 500)), 100],
    ['sixty-four of a short one', joined(run(0, 5), beyond(0, 500)), 64],
    ['all of a shorter one', joined(run(0, 5), beyond(0, 20)), 25],
    ['none of none', new Uint32Array(0), 0],
  ])('keeps %s', (_, list, expected) => {
    expect(compacted(list)).toEqual(list.slice(0, expected));
  });
});

describe('earlier reports', () => {
  test('that hold a fifth of the sample are found, the fullest first, of equal ones the earlier', () => {
    const asker = run(1000, 100);
    const holding = (count: number): Uint32Array => joined(run(0, 50), run(1000, count));
    expect(asked(asker, [holding(20), holding(19), holding(70), holding(20), asker, holding(0)])).toEqual([
      [4, 1],
      [2, 0.7],
      [0, 0.2],
      [3, 0.2],
    ]);
  });

  test('share is that of the sample, whatever lies beyond it', () => {
    const asker = joined(run(0, 100), beyond(0, 1500));
    expect(asked(asker, [joined(run(0, 50), beyond(5000, 10)), joined(run(0, 10), beyond(0, 1500))])).toEqual([
      [0, 0.5],
    ]);
  });

  test('nothing is found where nothing was entered', () => {
    expect(asked(run(0, 100), [])).toEqual([]);
    expect(asked(new Uint32Array(0), [run(0, 100), new Uint32Array(0)])).toEqual([]);
  });

  test('hashes that fall on one place of the table are told apart', () => {
    // A table has a power of two of places: hashes that are a multiple of it apart want the same one.
    const apart = (first: number): Uint32Array => Uint32Array.from({ length: 60 }, (_, at) => first + at * 4096);
    expect(asked(apart(7), [apart(7), apart(7 + 61 * 4096)])).toEqual([[0, 1]]);
  });

  test('short ones are found by what lies beyond the sample', () => {
    const short = (under: number, from = 0): Uint32Array => joined(run(from, under), beyond(from, 200));
    // Ten under the bound: entered and asked with sixty-four.
    const [[owner, share] = [-1, -1]] = asked(short(10), [short(10, 5000), short(10)]);
    expect([owner, share]).toEqual([1, 6.4]);
    expect(asked(short(0), [short(0)])).toEqual([[0, 64]]);
    expect(asked(short(15), [short(15)])).toEqual([[0, 64 / 15]]);
    // From sixteen on what lies under the bound is enough.
    expect(asked(short(16), [short(16)])).toEqual([[0, 1]]);
    expect(asked(short(16), [joined(run(5000, 16), beyond(0, 200))])).toEqual([]);
    expect(asked(short(15), [joined(run(5000, 15), beyond(0, 200))])).toEqual([[0, 49 / 15]]);
  });

  test('of a short one the latest five hundred and twelve holders are looked at', () => {
    const list = joined(run(0, 3), beyond(0, 100));
    const found = asked(
      list,
      Array.from({ length: 600 }, () => list),
    );
    expect(found).toHaveLength(512);
    expect(found[0]?.[0]).toBe(88);
  });
});

describe('common wording', () => {
  const rare = (count: number): Uint32Array => run(0, count);
  const common = (count: number): Uint32Array => run(5000, count);
  const holders = (count: number, list: Uint32Array): Uint32Array[] => Array.from({ length: count }, () => list);
  const own = (at: number): Uint32Array => run(100_000 + at * 100, 40);

  test('is asked where it has no more than sixteen holders', () => {
    const asker = joined(rare(60), common(40));
    expect(asked(asker, [rare(60), ...holders(16, common(40))])).toHaveLength(17);
    expect(asked(asker, [rare(60), ...holders(17, common(40))])).toEqual([[0, 1]]);
  });

  test('and where it is more than half: then of the rarest half', () => {
    const asker = joined(rare(50), common(50));
    expect(asked(asker, [rare(50), ...holders(20, common(50))])).toEqual([[0, 1]]);
    const found = asked(joined(rare(40), common(60)), [rare(40), ...holders(20, common(60))]);
    // Forty of fifty are rare, ten are common.
    expect(found[0]).toEqual([0, 0.8]);
    expect(found.slice(1)).toEqual(Array.from({ length: 20 }, (_, at) => [at + 1, 0.2]));
    // What is common in fewer is asked first.
    const fewer = run(6000, 30);
    const [first] = asked(joined(common(30), fewer), [
      ...holders(20, joined(fewer, own(0))),
      ...holders(30, joined(common(30), own(1))),
    ]);
    expect(first).toEqual([0, 1]);
  });

  test('of an odd number the half is the larger one', () => {
    const asker = joined(rare(20), common(41));
    // Thirty-one of sixty-one: twenty rare and eleven common.
    expect(asked(asker, [rare(20), ...holders(20, common(41))])[1]).toEqual([1, 11 / 31]);
  });

  test('until four thousand holders were looked at, but sixteen hashes at least', () => {
    const found = asked(joined(rare(40), common(60)), [rare(40), ...holders(1000, common(60))]);
    // Five of them have five thousand holders: 45 are asked, and each holder has too few of those.
    expect(found).toEqual([[0, 40 / 45]]);
    const all = asked(common(60), holders(1000, common(60)));
    // With no rare one sixteen are asked, whoever holds them.
    expect(all).toHaveLength(1000);
    expect(all[0]).toEqual([0, 1]);
    const some = [run(5008, 8), joined(run(5000, 8), run(5016, 44))];
    expect(asked(common(60), [...some, ...holders(1000, common(60))])).toContainEqual([0, 0.5]);
  });

  test('of one hash the latest four thousand and ninety-six holders are looked at', () => {
    const found = asked(common(20), holders(4200, common(20)));
    expect(found).toHaveLength(4096);
    expect(found[0]?.[0]).toBe(104);
  });
});
