/** Which reports are one, and which of the copies stands for them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseCanonical, evidenceOf } from '../../src/corpus/canonical.ts';
import { copyPairs } from '../../src/corpus/copies.ts';
import { Groups } from '../../src/corpus/groups.ts';
import { better, compareWorth, type Evidence, NO_EVIDENCE } from '../../src/corpus/ladder.ts';
import { relate } from '../../src/corpus/relation.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { type Given, type GivenReport, report } from './build.ts';
import { prose } from './prose.ts';

const TEXT = prose(1, 1200);
/** The text with a character gone at each of some places. */
const without = (...places: number[]): string => [...TEXT].filter((_, at) => !places.includes(at)).join('');
const copy = (id: string, given: Partial<GivenReport> = {}, facts: readonly Given[] = []): ReportFacts =>
  report({ id, text: TEXT, ...given }, facts);

describe('the better of two copies', () => {
  const evidence = (of: Partial<Record<keyof Evidence, readonly [string, number | string][]>>): Evidence => ({
    chosen: new Map((of.chosen ?? []).map(([id, why]) => [id, String(why)])),
    figuresLost: new Map((of.figuresLost ?? []).map(([id, count]) => [id, Number(count)])),
    alone: new Map((of.alone ?? []).map(([id, count]) => [id, Number(count)])),
  });
  const long = (chars: number): Partial<GivenReport> => ({ text: prose(1, chars), completeness: 'truncated' });

  test.each<[string, Partial<GivenReport>, Partial<GivenReport>, Evidence, 'a' | 'b', string]>([
    ['whole, not cut', { completeness: 'truncated' }, {}, NO_EVIDENCE, 'b', 'complete'],
    ['whole, not a page of it', { completeness: 'excerpt' }, {}, NO_EVIDENCE, 'b', 'complete'],
    [
      'cut, not something else',
      { completeness: 'not-a-report' },
      { completeness: 'truncated' },
      NO_EVIDENCE,
      'b',
      'complete',
    ],
    [
      'a page, not something else',
      { completeness: 'not-a-report' },
      { completeness: 'excerpt' },
      NO_EVIDENCE,
      'b',
      'complete',
    ],
    ['of two cut ones the longer', long(900), long(1200), NO_EVIDENCE, 'b', 'complete'],
    [
      'longer by less than a step: cleaner',
      { ...long(1014), noise: 0.2 },
      { ...long(1004), noise: 0.1 },
      NO_EVIDENCE,
      'b',
      'cleaner',
    ],
    ['longer by a step, however dirty', long(1004), { ...long(1044), noise: 0.2 }, NO_EVIDENCE, 'b', 'complete'],
    [
      'a long page, not a short cut one',
      long(900),
      { ...long(1200), completeness: 'excerpt' },
      NO_EVIDENCE,
      'b',
      'complete',
    ],
    [
      'of two whole ones length decides nothing',
      { text: prose(1, 900) },
      { text: prose(1, 1200), noise: 0.1 },
      NO_EVIDENCE,
      'a',
      'cleaner',
    ],
    ['fewer losses seen in it', { losses: 2 }, { losses: 1 }, NO_EVIDENCE, 'b', 'fewer-losses'],
    ['fewer figures lost', {}, {}, evidence({ figuresLost: [['a#1', 1]] }), 'b', 'fewer-losses'],
    ['both kinds of losses count', { losses: 2 }, {}, evidence({ figuresLost: [['b#1', 3]] }), 'a', 'fewer-losses'],
    ['as many of both', { losses: 2, noise: 0.1 }, {}, evidence({ figuresLost: [['b#1', 2]] }), 'b', 'cleaner'],
    ['what further copies agree with', { noise: 0 }, { noise: 0.3 }, evidence({ alone: [['a#1', 1]] }), 'b', 'agreed'],
    [
      'fewer places alone',
      {},
      {},
      evidence({
        alone: [
          ['a#1', 2],
          ['b#1', 1],
        ],
      }),
      'b',
      'agreed',
    ],
    ['less noise', { noise: 0.2, provenance: 3 }, { noise: 0.1 }, NO_EVIDENCE, 'b', 'cleaner'],
    ['better provenance', { deliveredOn: '2024-01-08' }, { provenance: 2 }, NO_EVIDENCE, 'b', 'provenance'],
    ['a date of delivery', {}, { deliveredOn: '2024-01-08' }, NO_EVIDENCE, 'b', 'dated'],
    ['nothing tells them apart', {}, {}, NO_EVIDENCE, 'a', 'id'],
    [
      'a person’s choice before all',
      { completeness: 'not-a-report' },
      {},
      evidence({ chosen: [['a#1', 'why']] }),
      'a',
      'chosen',
    ],
    [
      'two chosen ones: the evidence',
      { losses: 1 },
      {},
      evidence({
        chosen: [
          ['a#1', 'x'],
          ['b#1', 'y'],
        ],
      }),
      'b',
      'fewer-losses',
    ],
  ])('%s', (_, a, b, known, kept, reason) => {
    const [one, other] = [copy('a', a), copy('b', b)];
    expect(better(one, other, known)).toEqual({ reportId: `${kept}#1`, reason });
    expect(better(other, one, known)).toEqual({ reportId: `${kept}#1`, reason });
  });

  test('in order of worth the best comes first, and a report beside itself is as good', () => {
    const [worst, middle, best] = [copy('a', { completeness: 'truncated' }), copy('b', { losses: 1 }), copy('c')];
    expect([worst, middle, best].sort(compareWorth).map(({ sourceId }) => sourceId)).toEqual(['c', 'b', 'a']);
    expect(compareWorth(best, best)).toBe(0);
  });
});

describe('what copies tell of each other', () => {
  const known = (...reports: ReportFacts[]) => evidenceOf(copyPairs(reports), new Map());
  const alone = (...reports: ReportFacts[]) =>
    reports.map(({ reportId }) => [reportId.slice(0, 1), known(...reports).alone.get(reportId)]);

  test('of two copies nobody can tell which is damaged', () => {
    expect(alone(copy('a', { text: without(100, 200) }), copy('b', { text: without(300) }))).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  test('of three the odd one out is: by the places where it reads unlike them all', () => {
    const odd = copy('a', { text: without(100, 200, 300) });
    expect(alone(odd, copy('b'), copy('c', { text: `${TEXT}。` }))).toEqual([
      ['a', 3],
      ['b', 0],
      ['c', 0],
    ]);
    // One that has a slip of its own beside it is alone at that.
    const each = new Map(alone(odd, copy('b'), copy('c', { text: without(500) })).map(([id, places]) => [id, places]));
    expect([each.get('a'), each.get('c')]).toEqual([3, 1]);
  });

  test('a copy that was compared with one other only is judged where that one has more', () => {
    const [a, b, c] = [copy('a', { text: without(100) }), copy('b'), copy('c', { text: without(500, 700) })];
    const pairs = [relate(a, b), relate(b, c)].flatMap((one) => one ?? []);
    const { alone: places } = evidenceOf(pairs, new Map());
    expect([places.get('a#1'), places.get('c#1')]).toEqual([1, 2]);
  });

  test('one that two others read otherwise is alone, though they were compared with it only', () => {
    const [odd, b, c] = [copy('a', { text: without(100, 200, 300) }), copy('b'), copy('c', { text: `${TEXT}。` })];
    const pairs = [relate(odd, b), relate(odd, c)].flatMap((one) => one ?? []);
    expect(evidenceOf(pairs, new Map()).alone.get('a#1')).toBe(3);
  });

  test('equal texts are unlike nowhere, whatever was read as a figure in them', () => {
    const unread = { ...copy('b'), shingles: copy('b', { text: without(100, 200) }).shingles };
    const [a, c] = [copy('a'), copy('c', { text: without(500) })];
    expect([...known(a, unread, c).alone].slice(0, 2)).toEqual([
      ['a#1', 0],
      ['b#1', 0],
    ]);
  });

  test('a piece is no witness, and neither is a version', () => {
    const piece = copy('c', { text: TEXT.slice(0, 800), completeness: 'truncated' });
    expect(known(copy('a', { text: without(100) }), copy('b'), piece).alone.get('a#1')).toBe(0);
    const revised = (quote: string): Given[] => [{ quote, indicatorText: '生产总值' }];
    const versions = [
      copy('a', { text: without(100) }, revised('612亿元')),
      copy('b', {}, revised('612亿元')),
      copy('c', { text: without(500) }, revised('621亿元')),
    ];
    expect(known(...versions).alone.get('a#1')).toBe(0);
  });

  test('figures that lost characters count for the copy that lost them, by the copy that shows most', () => {
    const figures = (...quotes: string[]): Given[] =>
      quotes.map((quote, at) => ({ quote, indicatorText: `指标${at}` }));
    const { figuresLost } = known(
      copy('a', { text: without(100) }, figures('484亿元', '35亿元', '27元')),
      copy('b', {}, figures('484元', '35元', '27元')),
      copy('c', { text: without(500) }, figures('484亿元', '35元', '27亿元')),
    );
    expect([...figuresLost].sort()).toEqual([
      ['a#1', 1],
      ['b#1', 2],
      ['c#1', 1],
    ]);
  });

  test('of texts that are not one report nothing is lost', () => {
    const figures = (quote: string): Given[] => [{ quote, indicatorText: '产值' }];
    const other = copy('b', { text: without(100), year: 2023 }, figures('484元'));
    expect([...known(copy('a', {}, figures('484亿元')), other).figuresLost]).toEqual([]);
  });
});

describe('one report', () => {
  const stands = (...reports: ReportFacts[]): string => {
    const ordered = [...reports].sort((a, b) => (a.reportId < b.reportId ? -1 : 1));
    const pairs = copyPairs(ordered);
    const choices = chooseCanonical(ordered, pairs, evidenceOf(pairs, new Map()));
    return choices.map((one) => `${one.reportId.slice(0, 1)}>${one.canonicalReportId.slice(0, 1)}`).join(' ');
  };
  const unnamed = { code: null, year: null, completeness: 'excerpt' } as const;
  const cut = { completeness: 'truncated' } as const;

  test.each<[string, readonly ReportFacts[], string]>([
    ['alone, it stands for itself', [copy('a'), copy('b', { text: prose(2, 900) })], 'a>a b>b'],
    [
      'its copies stand for the best of them',
      [copy('a', cut), copy('b', { text: without(9) }), copy('c', cut)],
      'a>b b>b c>b',
    ],
    [
      'and so does a piece of it without a name',
      [copy('a'), copy('b', { text: TEXT.slice(0, 700), ...unnamed })],
      'a>a b>a',
    ],
    [
      'a piece without a name may come first',
      [copy('a', { text: TEXT.slice(0, 700), ...unnamed }), copy('b')],
      'a>b b>b',
    ],
    [
      'two excerpts that overlap stay two',
      [copy('a', { text: TEXT.slice(0, 800), ...unnamed }), copy('b', { text: TEXT.slice(400), ...unnamed })],
      'a>a b>b',
    ],
    ['a copy under another year stays by itself', [copy('a'), copy('b', { text: without(9), year: 2023 })], 'a>a b>b'],
    [
      'a text without a name goes with its equal, not with a longer one of another place',
      [
        copy('a', { text: TEXT + prose(3, 300), code: '410105' }),
        copy('b', { losses: 1 }),
        copy('u', { ...unnamed, completeness: 'complete' }),
      ],
      'a>a b>u u>u',
    ],
    [
      'a piece of two years goes to the one that it fits best',
      [
        copy('a', { text: TEXT + prose(4, 200), year: 2023 }),
        copy('b', { text: TEXT.slice(0, 900) + prose(3, 500) }),
        copy('p', { text: TEXT.slice(100, 1150), ...unnamed }),
      ],
      'a>a b>b p>a',
    ],
    [
      'of two places likewise, whichever comes first',
      [
        copy('a', { text: TEXT.slice(0, 900) + prose(3, 500) }),
        copy('b', { text: TEXT + prose(4, 200), code: '410105' }),
        copy('p', { text: TEXT.slice(100, 1150), ...unnamed }),
      ],
      'a>a b>b p>b',
    ],
    [
      'two pieces that fit it are one with it, and tie no other to it',
      [
        copy('a', { text: TEXT.slice(0, 1000) }),
        copy('b', { text: prose(3, 900) + TEXT.slice(200), year: 2023 }),
        copy('p', { text: TEXT.slice(100, 990), ...unnamed }),
        copy('q', { text: TEXT.slice(300, 995), ...unnamed }),
      ],
      'a>a b>b p>a q>a',
    ],
    [
      'a text under one label, under another and under none is one text, letter for letter',
      [copy('a', { losses: 1 }), copy('b', { code: null, year: null }), copy('c', { losses: 1, code: '410105' })],
      'a>b b>b c>b',
    ],
  ])('%s', (_, reports, expected) => {
    expect(stands(...reports)).toBe(expected);
    expect(stands(...[...reports].reverse())).toBe(expected);
  });

  test('copies of two versions go each to its own, and a cut copy that fits both joins one', () => {
    const version = (id: string, quote: string, text: string): ReportFacts =>
      copy(id, { text }, [
        { quote: '48亿元', indicatorText: '收入' },
        { quote, indicatorText: '生产总值' },
      ]);
    const one = [version('a', '612亿元', TEXT), version('c', '612亿元', without(300))];
    const other = [version('b', '621亿元', without(500)), version('d', '621亿元', without(500, 700))];
    const piece = copy('e', { text: TEXT.slice(0, 700), ...cut }, [{ quote: '48亿元', indicatorText: '收入' }]);
    expect(stands(...one, ...other)).toBe('a>a b>b c>a d>b');
    expect(stands(...one, ...other, piece)).toBe('a>a b>b c>a d>b e>a');
  });
});

describe('what must not meet', () => {
  const revised = (id: string, quote: string, text: string, given: Partial<GivenReport> = {}): ReportFacts =>
    copy(id, { text, ...given }, [
      { quote: '48亿元', indicatorText: '收入' },
      { quote, indicatorText: '生产总值' },
    ]);
  const unnamed = { code: null, year: null, completeness: 'excerpt' } as const;
  const piece = (id: string, from: number, to: number): ReportFacts =>
    copy(id, { text: TEXT.slice(from, to), ...unnamed }, [{ quote: '48亿元', indicatorText: '收入' }]);
  /** The groups when these pairs are compared, and no others. */
  const groups = (reports: readonly ReportFacts[], compared: readonly string[]): string => {
    const by = new Map(reports.map((one) => [one.sourceId, one]));
    const pairs = compared.flatMap((two) => {
      const [a, b] = [...two].map((id) => by.get(id));
      return (a && b && relate(a, b)) ?? [];
    });
    expect(pairs).toHaveLength(compared.length);
    const stands = chooseCanonical(reports, pairs, evidenceOf(pairs, new Map()));
    return [...new Set(stands.map((one) => one.canonicalReportId))]
      .map((id) => stands.flatMap((one) => (one.canonicalReportId === id ? [one.reportId.slice(0, 1)] : [])).join(''))
      .join(' ');
  };

  test('a version that is much longer, and one that is cut: a piece of both goes to one', () => {
    const reports = [
      revised('a', '612亿元', TEXT),
      revised('b', '621亿元', TEXT.slice(0, 600) + prose(3, 100), { completeness: 'truncated' }),
      piece('e', 100, 500),
    ];
    expect(groups(reports, ['ab', 'ae', 'be'])).toBe('ae b');
    const pairs = copyPairs(reports);
    expect(pairs.map(({ relation }) => relation)).toEqual(['revised-figures', 'contains', 'contains']);
    const [first, second] = chooseCanonical(reports, pairs, evidenceOf(pairs, new Map()));
    expect(first?.canonicalReportId).not.toBe(second?.canonicalReportId);
  });

  test.each<[string, readonly ReportFacts[], readonly string[], string]>([
    [
      'a piece comes first',
      [piece('a', 100, 500), revised('c', '612亿元', TEXT), revised('d', '621亿元', without(900))],
      ['cd', 'ac', 'ad'],
      'ac d',
    ],
    [
      'a piece comes last',
      [revised('b', '612亿元', TEXT), revised('c', '621亿元', without(900)), piece('z', 100, 500)],
      ['bc', 'bz', 'cz'],
      'bz c',
    ],
    [
      'a piece fits the second version better',
      [revised('a', '612亿元', without(300)), piece('b', 100, 500), revised('d', '621亿元', TEXT)],
      ['ad', 'ab', 'bd'],
      'a bd',
    ],
    [
      'two pieces of one place, and each fits another version better',
      [
        revised('a', '612亿元', without(300)),
        piece('b', 100, 290),
        piece('c', 295, 500),
        revised('d', '621亿元', without(200)),
      ],
      ['ad', 'ab', 'bd', 'ac', 'cd'],
      'ab cd',
    ],
  ])('two versions: %s', (_, reports, compared, expected) => {
    expect(groups(reports, compared)).toBe(expected);
  });

  test('what one of a group says of its place and year holds for all of them', () => {
    const pieces = [piece('a', 100, 900), piece('c', 100, 880)];
    const [one, other] = [
      revised('b', '612亿元', TEXT.slice(0, 890)),
      revised('d', '612亿元', TEXT.slice(130), { code: '410105' }),
    ];
    const sorted = (...two: ReportFacts[]) => [...pieces, ...two].sort((p, q) => (p.reportId < q.reportId ? -1 : 1));
    expect(groups(sorted(one, other), ['ac', 'bc', 'cd'])).toBe('abc d');
    expect(groups(sorted(one, { ...other, identity: one.identity }), ['ac', 'bc', 'cd'])).toBe('abcd');
  });
});

test('groups are named by their smallest id, in whatever order they were joined', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const joins = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 14 });
  fc.assert(
    fc.property(joins, (pairs) => {
      const groups = new Groups();
      const name = new Map(ids.map((id) => [id, id]));
      for (const [a, b] of pairs) {
        groups.join(a, b);
        const [one = a, other = b] = [name.get(a), name.get(b)];
        const [low = a] = [one, other].sort();
        for (const id of ids) if ([one, other].includes(name.get(id) ?? '')) name.set(id, low);
      }
      expect(ids.map((id) => groups.find(id))).toEqual(ids.map((id) => name.get(id)));
    }),
  );
});
