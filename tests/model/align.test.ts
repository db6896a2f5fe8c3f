/** What two sequences have in common, in order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, type Match } from '../../src/model/align.ts';

const MANY = 1000;
const aligned = (a: string, b: string, longest = MANY): Match[] => align([...a], [...b], longest);
/** The elements that were matched; both sides of a match must be one. */
const common = (a: string, b: string, longest = MANY): string =>
  aligned(a, b, longest)
    .map(([x, y]) => {
      expect(b[y]).toBe(a[x]);
      expect(a[x]).toBeDefined();
      return a[x];
    })
    .join('');

/** Length of the longest common subsequence, by the table that every book has. */
function longestCommon(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const char of a) {
    const next = [0];
    for (let y = 1; y <= b.length; y++)
      next.push(char === b[y - 1] ? (row[y - 1] ?? 0) + 1 : Math.max(row[y] ?? 0, next[y - 1] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('alignment', () => {
  test.each<[string, string, string, string]>([
    ['the same', '一二三四', '一二三四', '一二三四'],
    ['something put in', '一二三四', '一二新三四', '一二三四'],
    ['something taken out', '一二旧三四', '一二三四', '一二三四'],
    ['something else in its place', '一二旧三四', '一二新三四', '一二三四'],
    ['nothing in common', '一二三', '四五六', ''],
    ['nothing on one side', '', '一二三', ''],
    ['one begins as the other ends', '一二三', '三四五', '三'],
    ['a line that moved far stays where most lines are', '甲乙丙丁戊己', '己甲乙丙丁戊', '甲乙丙丁戊'],
    ['repeats only', '甲甲乙乙甲甲', '乙甲甲乙', '乙甲甲'],
    ['repeats between landmarks', '甲一甲甲二乙乙', '乙一甲二甲乙', '一甲二乙'],
    ['a shorter one within a longer', '甲甲', '甲甲甲甲', '甲甲'],
  ])('%s', (_, a, b, expected) => {
    expect(common(a, b)).toBe(expected);
    expect(common(b, a)).toHaveLength(expected.length);
  });

  test('the places are those of the elements', () => {
    expect(aligned('一二三四', '一二新三四')).toEqual([
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 4],
    ]);
    expect(aligned('甲乙甲乙甲', '乙甲')).toEqual([
      [3, 0],
      [4, 1],
    ]);
  });

  test('a stretch that would take too long has no matches, and all around it has', () => {
    const [a, b] = ['头甲甲乙乙中丙丙尾', '头乙乙甲甲中丁丁尾'];
    expect(common(a, b)).toBe('头乙乙中尾');
    expect(common(a, b, 4)).toBe('头乙乙中尾');
    expect(common(a, b, 3)).toBe('头中尾');
  });

  test.each<[string, string, string, string]>([
    ['in one order', '子甲丑乙寅丙卯', '鼠甲牛乙虎丙兔', '甲乙丙'],
    ['the last one before the others', '子甲丑乙寅丙卯', '鼠丙牛甲虎乙兔', '甲乙'],
    ['the first one behind the others', '子甲丑乙寅丙卯丁辰', '鼠乙牛丙虎丁兔甲龙', '乙丙丁'],
    ['two that change places among five', '子甲丑乙寅丙卯丁辰戊巳', '鼠甲牛丙虎乙兔丁龙戊蛇', '甲丙丁戊'],
    ['at the very beginning of one side', '甲子丑乙寅', '鼠甲牛虎乙兔', '甲乙'],
    ['one that stands twice is none', '子甲丑甲寅乙卯', '鼠甲牛虎乙兔', '乙'],
  ])('where there is no time to search, what stands once is found: %s', (_, a, b, expected) => {
    expect(common(a, b, 1)).toBe(expected);
  });

  test('matches rise on both sides, and none is missed where nothing stands only once', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 24 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const matches = aligned(a, b);
        for (const [at, [x, y]] of matches.entries()) {
          expect(a[x]).toBe(b[y]);
          expect(x).toBeGreaterThan(matches[at - 1]?.[0] ?? -1);
          expect(y).toBeGreaterThan(matches[at - 1]?.[1] ?? -1);
        }
        // Whatever stands once in the middle of both is a landmark, and landmarks may cost a match.
        const doubled = (text: string) => [...text].map((char) => char + char).join('');
        expect(aligned(doubled(a), doubled(b)).length).toBeGreaterThanOrEqual(
          longestCommon(doubled(a), doubled(b)) - 2,
        );
      }),
      { numRuns: 300 },
    );
  });
});
