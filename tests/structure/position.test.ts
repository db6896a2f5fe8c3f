/**
 * How far the words of a part have come, against lengths and words that can be worked out by hand. A spread of s and a step of a
 * hundredth put the middle of a part of usual length L at chars / L · exp(s²), and the range at 1.645 s to both sides of it.
 */
import { describe, expect, test } from 'vitest';
import type { Lengths, WordPosition } from '../../src/rules/vocabulary/positions.ts';
import { type Reach, reachOf, reachWithoutHead } from '../../src/source/structure/position.ts';
import { chars, LENGTHS, type LengthsOf, positions } from './lengths.ts';

/** Lengths that say nearly nothing, so that words decide; a plan is as long as its review. */
const ANY: Lengths = [1000, 2];
const OPEN: LengthsOf = { review: ANY, plan: ANY, 'plan-by-review': [1, 0.1] };

/** A text with words at places. */
function withWords(length: number, ...words: readonly (readonly [at: number, word: string])[]): string {
  let text = '';
  for (const [at, word] of words) text += chars(at - text.length) + word;
  return text + chars(length - text.length);
}
function expectReach(reach: Reach, [low, estimate, high]: readonly [number, number, number]): void {
  expect(reach.low).toBeCloseTo(low, 3);
  expect(reach.estimate).toBeCloseTo(estimate, 3);
  expect(reach.high).toBeCloseTo(high, 3);
}

describe('by length alone', () => {
  const UNEQUAL: LengthsOf = { ...LENGTHS, 'plan-by-review': [0.7, 0.2] };
  test.each<[string, number, number | null, LengthsOf, [number, number, number]]>([
    // 0.51 of the review, which is 1 of 1.7 parts; 0.42 and 0.62 with a plan that is longer or shorter.
    ['half a review', 500, null, LENGTHS, [0.237, 0.3, 0.38]],
    ['a whole review', 1000, null, LENGTHS, [0.451, 0.547, 0.612]],
    ['more than any review has', 3000, null, LENGTHS, [0.547, 0.588, 0.612]],
    ['nothing at all', 0, null, LENGTHS, [0.006, 0.006, 0.006]],
    // 300 of 700 characters of the plan behind 1000 of the review.
    ['a review and less than half a plan', 1300, 1000, LENGTHS, [0.726, 0.766, 0.812]],
    ['a review and a whole plan', 1700, 1000, LENGTHS, [0.932, 0.979, 1]],
    // Reviews of 500 promise plans of 350, whole plans are of 700: the surer counts four times.
    ['two measures of the plan', 800, 500, UNEQUAL, [0.659, 0.727, 0.793]],
  ])('%s', (_, length, plan, lengths, expected) => {
    expectReach(reachOf(chars(length), plan, positions(lengths)), expected);
  });

  test.each<[string, number, number | null, LengthsOf, [number, number, number]]>([
    // 0.51 of the plan, which is 1 of 1 + 1 / 0.7 parts.
    ['half a plan', 350, null, LENGTHS, [0.163, 0.21, 0.27]],
    ['a whole plan', 700, null, LENGTHS, [0.31, 0.383, 0.436]],
    ['half a review and a whole plan', 1200, 500, LENGTHS, [0.653, 0.706, 0.768]],
    ['two measures of the review', 800, 500, UNEQUAL, [0.615, 0.706, 0.797]],
  ])('from the end: %s', (_, length, plan, lengths, expected) => {
    expectReach(reachWithoutHead(chars(length), plan, positions(lengths)), expected);
  });
});

describe('by a word of known place', () => {
  const HALFWAY: WordPosition = ['产业', 0.5, 0.03, 0.9];
  const EARLY: WordPosition = ['产业', 0.2, 0.03, 0.9];
  const SELDOM: WordPosition = ['产业', 0.2, 0.03, 0.3];
  test.each<[string, number, WordPosition, [number, number, number]]>([
    ['at its place of a whole', 300, HALFWAY, [0.271, 0.48, 0.525]],
    // 400 of 800 characters: 600 are three quarters of a review.
    ['later: less is present', 400, HALFWAY, [0.295, 0.375, 0.441]],
    ['near the end: little more than half is present', 500, HALFWAY, [0.223, 0.3, 0.378]],
    ['where it never stands: as good as not there', 100, HALFWAY, [0.086, 0.295, 0.509]],
  ])('%s', (_, at, word, expected) => {
    const reach = reachOf(withWords(600, [at, '产业']), null, positions(OPEN, [word]));
    expectReach(reach, expected);
  });

  test.each<[string, WordPosition, number, [number, number, number]]>([
    ['of the middle', HALFWAY, 1, [0.029, 0.15, 0.415]],
    ['of the beginning', EARLY, 1, [0.019, 0.09, 0.4725]],
    ['of the beginning, little believed', EARLY, 0.2, [0.033, 0.25, 0.499]],
    ['that is seldom there', SELDOM, 1, [0.038, 0.255, 0.499]],
  ])('that has not come, %s', (_, word, damping, expected) => {
    expectReach(reachOf(chars(600), null, positions(OPEN, [word], [], damping)), expected);
  });

  test.each<[string, string, WordPosition, [number, number, number]]>([
    ['two places, one of them far off', withWords(1000, [200, '产业'], [600, '产业']), HALFWAY, [0.1425, 0.405, 0.499]],
    ['two places to both sides', withWords(1000, [298, '产业'], [498, '产业']), HALFWAY, [0.128, 0.455, 0.525]],
    ['forty in a row', withWords(480, [100, '甲甲'.repeat(40)]), ['甲甲', 0.3, 0.05, 0.9], [0.276, 0.445, 0.52]],
    [
      'two that share a character count once',
      withWords(607, [100, '甲甲甲'], [403, '甲甲']),
      ['甲甲', 0.3, 0.05, 0.9],
      [0.114, 0.255, 0.504],
    ],
    [
      'a first place that is far off and one in step',
      withWords(614, [10, '产业'], [312, '产业']),
      ['产业', 0.5, 0.01, 0.9],
      [0.1235, 0.475, 0.525],
    ],
  ])('%s', (_, text, word, expected) => {
    expectReach(reachOf(text, null, positions(OPEN, [word])), expected);
  });

  test('two words are surer than one', () => {
    const words: WordPosition[] = [
      ['产业', 0.4, 0.05, 0.9],
      ['就业', 0.6, 0.05, 0.9],
    ];
    const text = withWords(604, [300, '产业'], [402, '就业']);
    expectReach(reachOf(text, null, positions(OPEN, words)), [0.366, 0.435, 0.509]);
  });

  test.each<[string, number, number, [number, number, number]]>([
    // 0.3 of a part is 0.7 of it read from its end: 500 of 714 characters.
    ['in a plan without beginning', 100, 600, [0.257, 0.42, 0.4725]],
    ['where it never stands', 500, 600, [0.095, 0.3, 0.504]],
  ])('read from the end: %s', (_, at, length, expected) => {
    const words: WordPosition[] = [['产业', 0.3, 0.03, 0.9]];
    expectReach(reachWithoutHead(withWords(length, [at, '产业']), null, positions(OPEN, [], words)), expected);
  });

  test('in a review without beginning, before its plan', () => {
    const words: WordPosition[] = [['产业', 0.3, 0.03, 0.9]];
    const text = withWords(1100, [100, '产业']);
    expectReach(reachWithoutHead(text, 600, positions(OPEN, words)), [0.893, 0.931, 0.989]);
  });

  test.each<[string, number, [number, number, number]]>([
    ['in the review: it says nothing', 100, [0.649, 0.837, 0.974]],
    ['in the plan, a half behind its beginning', 750, [0.6928, 0.765, 0.844]],
    ['in the plan, near its end', 900, [0.54, 0.765, 0.974]],
  ])('a word of the plan %s', (_, at, expected) => {
    const words: WordPosition[] = [['产业', 0.3, 0.03, 0.9]];
    const lengths: LengthsOf = { review: [1000, 0.3], plan: [1000, 0.3], 'plan-by-review': [1, 0.3] };
    expectReach(reachOf(withWords(1000, [at, '产业']), 500, positions(lengths, [], words)), expected);
  });
});
