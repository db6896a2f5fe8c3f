/** How much of a cut report is there, by each of the grounds that tell it, in numbers that can be worked out by hand. */
import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import type { MissingPart, PromisedReport } from '../../src/model/report.ts';
import type { Partial } from '../../src/source/structure/pager.ts';
import { type Surroundings, shareOf } from '../../src/source/structure/share.ts';
import { chars, LENGTHS, type OutlinedLine, outlined, positions } from './lengths.ts';

const ALONE: Surroundings = { promised: [], ordinal: 0, otherReportsChars: [] };
const PLACES = positions(LENGTHS);

/** [low, estimate, high] of what lines make. */
function shareIn(lines: readonly OutlinedLine[], missing: readonly MissingPart[], around = ALONE): number[] {
  const { text, outline } = outlined(lines);
  const { low, estimate, high } = shareOf(text, outline, missing, around, PLACES);
  return [low, estimate, high];
}

describe('what the page says of its own pages', () => {
  const partial = (share: number | null, of: number | null): Partial => ({
    sign: 'page-slice',
    place: range(0, 0),
    page: 1,
    of,
    here: 1,
    missing: 'tail',
    share,
    words: '',
  });
  const told = (...partials: Partial[]) => shareIn([[chars(500), 'review']], ['tail'], { ...ALONE, partials });
  test.each<[string, Partial[], number[]]>([
    ['two of four pages', [partial(0.5, 4)], [0.25, 0.5, 0.75]],
    ['a share without pages', [partial(0.5, null)], [0.48, 0.5, 0.52]],
    ['one of two pages', [partial(0.5, 2)], [0.01, 0.5, 0.99]],
    ['a page that does not say, and one that does', [partial(null, 4), partial(0.25, 8)], [0.125, 0.25, 0.375]],
    // Half of a review without a plan: see the lengths.
    ['a page that does not say', [partial(null, 4)], [0.237, 0.3, 0.38]],
  ])('%s', (_, partials, expected) => {
    expect(told(...partials)).toEqual(expected);
  });
});

describe('pages of a contents page', () => {
  const entry = (page: number | null, kept: number | null): PromisedReport => ({
    name: '某市',
    page,
    kept,
    regionCode: null,
    range: range<'unwrapped'>(0, 0),
  });
  const BY_LENGTH = [0.237, 0.3, 0.38];
  test.each<[string, PromisedReport[], number, number[], number[]]>([
    // 111 characters on the fullest page beside it, 80 on a usual one: 500 of ten pages.
    [
      'between two others',
      [entry(1, 0), entry(11, 1), entry(21, 2), entry(31, null)],
      1,
      [1000, 800],
      [0.45, 0.625, 0.694],
    ],
    ['before the other', [entry(1, 0), entry(11, 1), entry(21, null)], 0, [1000], [0.45, 0.5, 0.556]],
    [
      'beside three others, of which the middle one counts',
      [entry(1, 0), entry(11, 1), entry(21, 2), entry(31, 3), entry(41, null)],
      3,
      [1000, 500, 700],
      [0.45, 0.714, 0.99],
    ],
    ['of one page', [entry(1, 0), entry(2, 1), entry(12, null)], 0, [6000], [0.75, 0.833, 0.833]],
    ['beside one of one page', [entry(1, 0), entry(11, 1), entry(12, null)], 0, [100], [0.5, 0.5, 0.556]],
    ['without others', [entry(1, 0), entry(11, null)], 0, [], BY_LENGTH],
    ['its own page is not told', [entry(null, 0), entry(11, 1), entry(21, null)], 0, [1000], BY_LENGTH],
    ['the page behind it is not told', [entry(11, 1), entry(21, null), entry(31, 0)], 0, [1000], BY_LENGTH],
    ['pages that run backwards', [entry(11, 0), entry(11, 1), entry(21, null)], 0, [1000], BY_LENGTH],
    ['a report that no entry promised', [entry(1, 1), entry(11, 2), entry(21, null)], 0, [1000, 1000], BY_LENGTH],
    ['no pages beside it', [entry(1, 0), entry(11, 1)], 0, [1000], BY_LENGTH],
  ])('%s', (_, promised, ordinal, otherReportsChars, expected) => {
    expect(shareIn([[chars(500), 'review']], ['tail'], { promised, ordinal, otherReportsChars })).toEqual(expected);
  });
});

describe('without its end', () => {
  const HALF: OutlinedLine = [chars(500), 'review'];
  test.each<[string, OutlinedLine[], MissingPart[], number[]]>([
    ['half a review', [HALF], ['tail'], [0.237, 0.3, 0.38]],
    [
      'the same, with notes behind it',
      [HALF, [chars(400), 'glossary'], [chars(400), 'annex']],
      ['tail'],
      [0.237, 0.3, 0.38],
    ],
    ['the same, and its beginning is gone, too', [HALF], ['head', 'tail'], [0.237, 0.3, 0.38]],
    ['the same, and nobody says where', [HALF], [], [0.237, 0.3, 0.38]],
    [
      'a review and less than half a plan',
      [
        [chars(1000), 'review'],
        [chars(300), 'plan'],
      ],
      ['tail'],
      [0.726, 0.766, 0.813],
    ],
    [
      'all but a few words',
      [
        [chars(1000), 'review'],
        [chars(750), 'plan'],
      ],
      ['tail'],
      [0.95, 0.987, 0.99],
    ],
  ])('%s', (_, lines, missing, expected) => {
    expect(shareIn(lines, missing)).toEqual(expected);
  });
});

describe('without its beginning', () => {
  const PLAN: OutlinedLine = [chars(700), 'plan', 1, 2];
  const TOLD = [0.653, 0.706, 0.768];
  /** Sentences of a review, or of what is to be done: 500 characters. */
  const sentences = (words: string): string => words.repeat(Math.ceil(500 / words.length)).slice(0, 500);
  test.each<[string, OutlinedLine[], number[]]>([
    ['half a review before its plan', [[chars(500), 'review'], PLAN], TOLD],
    [
      'notes behind it count for nothing',
      [[chars(500), 'review'], PLAN, [chars(400), 'glossary'], [chars(90), 'annex']],
      TOLD,
    ],
    ['what is done is a review', [[sentences('全市新增企业三百家以上。'), 'review'], PLAN], TOLD],
    ['what is to be done is none', [[sentences('我们将新增企业三百家以上。'), 'review'], PLAN], [0.365, 0.408, 0.436]],
    [
      'one sentence of intent among many is a review',
      [
        [
          sentences(
            '全市新增企业三百家以上。全市新建学校二十多所。全市新修道路九十公里。全市完成投资六十多亿。全市力争再建学校十所。',
          ),
          'review',
        ],
        PLAN,
      ],
      TOLD,
    ],
    ['few words are no sentence', [[`${chars(100)}将建学校。`.repeat(4), 'review'], PLAN], [0.61, 0.659, 0.719]],
    ['a demand is no intent', [[sentences('群众的诉求和企业的要求都已办结。'), 'review'], PLAN], TOLD],
    [
      'under 三、 goals for years are no review',
      [
        [chars(500), 'review'],
        [chars(700), 'plan', 1, 3],
      ],
      [0.365, 0.408, 0.436],
    ],
    [
      '（三） above the plan is no such sign',
      [
        [chars(500), 'review'],
        [chars(700), 'plan', 2, 3],
      ],
      TOLD,
    ],
    ['三、 elsewhere is no such sign', [[chars(500), 'review'], PLAN, [chars(1), 'plan', 1, 3]], [0.654, 0.706, 0.768]],
    ['it begins within its plan', [[chars(350), 'plan']], [0.163, 0.21, 0.27]],
    ['no plan at all', [[chars(350), 'review']], [0.163, 0.21, 0.27]],
  ])('%s', (_, lines, expected) => {
    expect(shareIn(lines, ['head'])).toEqual(expected);
  });
});

describe('without a section of its middle', () => {
  const section = (
    number: number,
    length: number,
    part: 'review' | 'plan' = 'plan',
    level: 1 | 2 = 2,
  ): OutlinedLine => [chars(length), part, level, number];
  /** Nothing tells how long it is: a twelfth of what is here. */
  const TWELFTH = [0.8, 0.923, 0.96];
  test.each<[string, OutlinedLine[], number[]]>([
    // 800 are here; the missing one is as long as those beside it, 200: three times and half of that are possible.
    ['the third of five', [section(1, 200), section(2, 200), section(4, 200), section(5, 200)], [0.571, 0.8, 0.889]],
    ['two of five', [section(1, 200), section(4, 200), section(5, 400)], [0.4, 0.667, 0.8]],
    [
      'beside sections of another part',
      [section(1, 800, 'review'), section(1, 100), section(3, 100)],
      [0.769, 0.909, 0.952],
    ],
    ['one heading alone', [[chars(600), 'review'], section(2, 600)], TWELFTH],
    [
      'with notes behind it',
      [section(1, 200), section(2, 200), section(4, 200), section(5, 200), [chars(500), 'glossary']],
      [0.571, 0.8, 0.889],
    ],
    ['a list within a section', [section(1, 600), [chars(200), 'plan', 3, 1], [chars(400), 'plan', 3, 3]], TWELFTH],
    // 1000 promise a plan of 700, of which 100 are here.
    ['its whole plan', [section(1, 1000, 'review', 1), section(3, 100, 'plan', 1)], [0.379, 0.647, 0.786]],
    [
      'its whole plan, where nothing is left of it',
      [section(1, 1000, 'review', 1), section(3, 200, 'review', 1)],
      [0.405, 0.671, 0.803],
    ],
    // 15 in a hundred of 1800.
    ['goals between review and plan', [section(1, 1000, 'review', 1), section(3, 800, 'plan', 1)], [0.69, 0.87, 0.93]],
    ['two sections of goals', [section(1, 1000, 'review', 1), section(4, 800, 'plan', 1)], [0.526, 0.769, 0.87]],
    [
      'a plan that is just long enough',
      [section(1, 1000, 'review', 1), section(3, 600, 'plan', 1)],
      [0.69, 0.87, 0.93],
    ],
    [
      'the part on the government itself stands for what comes behind the review',
      [section(1, 1000, 'review', 1), [chars(100), 'self-government', 1, 3]],
      [0.379, 0.647, 0.786],
    ],
    [
      'a jump on two levels',
      [section(1, 1000, 'review', 1), section(3, 400, 'plan', 1), section(1, 100), section(3, 100)],
      [0.611, 0.825, 0.904],
    ],
    [
      'no jump in its numbers',
      [
        [chars(1000), 'review'],
        [chars(200), 'plan'],
      ],
      TWELFTH,
    ],
  ])('%s', (_, lines, expected) => {
    expect(shareIn(lines, ['middle'])).toEqual(expected);
  });
});
