/** What two reports are to each other, by how much of their text and of their figures they share, and by what they say of place and year. */
import { describe, expect, test } from 'vitest';
import { chooseCanonical, evidenceOf } from '../../src/corpus/canonical.ts';
import { isOneReport, lostIn, published, relate, type Shared } from '../../src/corpus/relation.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { type Given, type GivenReport, report } from './build.ts';
import { prose } from './prose.ts';

/** Two texts of which so many shingles are in both, and so many in one alone. */
interface Texts {
  readonly both: number;
  readonly a: number;
  readonly b: number;
}
const SHINGLE = 5;

function pair(
  { both, a, b }: Texts,
  label: Partial<GivenReport> = {},
  figures: readonly [readonly Given[], readonly Given[]] = [[], []],
): readonly [ReportFacts, ReportFacts] {
  const common = prose(1, both + SHINGLE - 1);
  return [
    report({ id: 'a', text: common + prose(2, a) }, figures[0]),
    report({ id: 'b', text: common + prose(3, b), ...label }, figures[1]),
  ];
}

const LABELS: Readonly<Record<string, Partial<GivenReport>>> = {
  'the same place and year': {},
  'no place': { code: null },
  'no year': { year: null },
  'another year': { year: 2023 },
  'another place': { code: '410105' },
  'another place and another year': { code: '410105', year: 2023 },
};

/** So many figures, of which some differ. */
function figures(count: number, differing: number): readonly [readonly Given[], readonly Given[]] {
  const of = (other: number): Given[] =>
    Array.from({ length: count }, (_, at) => ({
      quote: `${100 + at + (at < differing ? other : 0)}亿元`,
      indicatorText: `指标${at}`,
    }));
  return [of(0), of(500)];
}

describe('by text and label', () => {
  test.each<[keyof typeof LABELS, Texts, Shared['relation'] | null]>([
    // Ninety-five in a hundred of the longer one: of one length.
    ['the same place and year', { both: 950, a: 50, b: 0 }, 'same-report'],
    ['the same place and year', { both: 950, a: 0, b: 50 }, 'same-report'],
    ['the same place and year', { both: 940, a: 60, b: 0 }, 'contains'],
    ['the same place and year', { both: 940, a: 0, b: 60 }, 'contains'],
    ['the same place and year', { both: 700, a: 300, b: 300 }, 'same-report'],
    ['the same place and year', { both: 699, a: 301, b: 301 }, 'overlaps'],
    ['the same place and year', { both: 700, a: 300, b: 2000 }, 'contains'],
    ['the same place and year', { both: 400, a: 600, b: 600 }, 'overlaps'],
    ['the same place and year', { both: 300, a: 700, b: 700 }, 'overlaps'],
    ['the same place and year', { both: 299, a: 701, b: 701 }, null],
    // Fewer than three hundred shingles are set phrases, but half of a text is not.
    ['the same place and year', { both: 280, a: 420, b: 420 }, null],
    ['the same place and year', { both: 280, a: 420, b: 280 }, 'overlaps'],
    ['the same place and year', { both: 280, a: 280, b: 420 }, 'overlaps'],
    // Short notes are alike by chance.
    ['the same place and year', { both: 39, a: 1, b: 1 }, 'same-report'],
    ['the same place and year', { both: 38, a: 1, b: 1 }, null],
    ['the same place and year', { both: 38, a: 1, b: 900 }, null],
    ['no place', { both: 950, a: 50, b: 0 }, 'same-report'],
    ['no year', { both: 950, a: 50, b: 0 }, 'same-report'],
    ['no place', { both: 300, a: 700, b: 700 }, 'overlaps'],
    ['no year', { both: 300, a: 700, b: 700 }, 'overlaps'],
    ['another year', { both: 499, a: 501, b: 501 }, null],
    ['another year', { both: 500, a: 500, b: 500 }, 'other-year'],
    ['another year', { both: 500, a: 500, b: 3000 }, 'other-year'],
    ['another year', { both: 899, a: 101, b: 101 }, 'other-year'],
    ['another year', { both: 900, a: 100, b: 100 }, 'mislabelled'],
    ['another year', { both: 900, a: 100, b: 3000 }, 'contains'],
    ['another place', { both: 899, a: 101, b: 101 }, null],
    ['another place', { both: 900, a: 100, b: 100 }, 'mislabelled'],
    ['another place', { both: 900, a: 3000, b: 100 }, 'contains'],
    ['another place and another year', { both: 899, a: 101, b: 101 }, null],
    ['another place and another year', { both: 950, a: 50, b: 0 }, 'mislabelled'],
  ])('%s, %o: %s', (label, texts, expected) => {
    const [a, b] = pair(texts, LABELS[label]);
    const shared = relate(a, b);
    expect(shared?.relation ?? null).toBe(expected);
    if (!shared) return;
    expect(shared.measures.aInB).toBe(texts.both / (texts.both + texts.a));
    expect(shared.measures.bInA).toBe(texts.both / (texts.both + texts.b));
    expect(shared.measures.jaccard).toBe(texts.both / (texts.both + texts.a + texts.b));
  });

  test('two pages without a word on them share nothing', () => {
    const blank = (id: string) => report({ id, text: ' ' });
    expect(relate(blank('a'), blank('b'))?.measures).toEqual({ jaccard: 0, aInB: 0, bInA: 0 });
  });

  test.each<[keyof typeof LABELS, Shared['identity']]>([
    ['the same place and year', 'equal'],
    ['no place', 'compatible'],
    ['no year', 'compatible'],
    ['another year', 'other-year'],
    ['another place', 'other-place'],
    ['another place and another year', 'other-place'],
  ])('%s', (label, expected) => {
    expect(relate(...pair({ both: 950, a: 50, b: 0 }, LABELS[label]))?.identity).toBe(expected);
  });

  test('letter for letter one text: the same, and under another label mislabelled', () => {
    const relations = Object.values(LABELS).map((label) => relate(...pair({ both: 10, a: 0, b: 0 }, label))?.relation);
    expect(relations).toEqual(['same-text', 'same-text', 'same-text', 'mislabelled', 'mislabelled', 'mislabelled']);
  });
});

describe('by figures', () => {
  const alike = { both: 960, a: 20, b: 20 };
  test.each<[keyof typeof LABELS, Texts, number, Shared['relation']]>([
    ['the same place and year', alike, 0, 'same-report'],
    ['the same place and year', alike, 1, 'revised-figures'],
    ['the same place and year', alike, 20, 'revised-figures'],
    ['the same place and year', { both: 960, a: 20, b: 900 }, 1, 'revised-figures'],
    // Two texts of one meeting that hold a part in common: its figures are told by the checks.
    ['the same place and year', { both: 650, a: 350, b: 350 }, 1, 'overlaps'],
    ['no place', alike, 1, 'revised-figures'],
    // A report that was copied to another year with its figures; of two in twenty more were written anew.
    ['another year', alike, 2, 'revised-figures'],
    ['another year', alike, 3, 'other-year'],
    ['another place', alike, 3, 'revised-figures'],
    ['another place', alike, 0, 'mislabelled'],
  ])('%s, %o, %d of 20 differ: %s', (label, texts, differing, expected) => {
    const shared = relate(...pair(texts, LABELS[label], figures(20, differing)));
    expect(shared?.relation).toBe(expected);
    expect(shared?.collation.differing).toHaveLength(differing);
  });

  /** The figures of two copies that are otherwise alike, and how many characters the second copy has more. */
  const told = (a: Given, b: Given, more = 20) => {
    const shared = relate(...pair({ both: 960, a: 20, b: more }, {}, [[a], [b]]));
    const { differing = [], damaged = [] } = shared?.collation ?? {};
    const shown = (all: typeof differing): string[] => all.map((one) => `${one.a.quote}/${one.b.quote}`);
    return [shared?.relation, shown(differing), shown(damaged)];
  };
  const amount = (quote: string, more: Partial<Given> = {}): Given => ({ quote, indicatorText: '财政收入', ...more });
  const read = (quote: string, value: string): Given =>
    amount(quote, { value, interval: { low: value, high: value }, unit: '元' });

  test.each<[string, Given, Given, number, unknown]>([
    ['another number: revised', amount('612亿元'), amount('621亿元'), 20, ['revised-figures', ['612亿元/621亿元'], []]],
    [
      'a digit less, in words that lost nothing: revised',
      amount('6121元'),
      amount('621元'),
      0,
      ['revised-figures', ['6121元/621元'], []],
    ],
    [
      'a digit less, in words that lost less than a character: revised',
      amount('6121元'),
      amount('621元'),
      3,
      ['revised-figures', ['6121元/621元'], []],
    ],
    [
      'a digit less, in words that lost a character on each side: damaged',
      amount('6121元'),
      amount('621元'),
      4,
      ['same-report', [], ['6121元/621元']],
    ],
    [
      'the word of scale less: damaged, whatever the words',
      amount('612亿元'),
      amount('612元'),
      0,
      ['same-report', [], ['612亿元/612元']],
    ],
    [
      'one number, read as two: a line break tore it',
      read('612.5', '612.5'),
      read('612.5', '12.5'),
      20,
      ['same-report', [], ['612.5/612.5']],
    ],
  ])('%s', (_, a, b, more, expected) => {
    expect(told(a, b, more)).toEqual(expected);
  });

  test('of two digits lost, words that lost two characters tell of damage', () => {
    const both = (a: readonly string[], more: number) =>
      relate(
        ...pair({ both: 960, a: 20, b: more }, {}, [
          a.map((quote) => amount(quote)),
          ['621元', '731元'].map((quote) => amount(quote)),
        ]),
      )?.relation;
    expect(both(['6121元', '7131元'], 8)).toBe('same-report');
    expect(both(['6121元', '7131元'], 7)).toBe('revised-figures');
    // One was revised beside the one that was lost.
    expect(both(['6121元', '732元'], 20)).toBe('revised-figures');
  });

  test('a number that both hold between the same words was read, not revised', () => {
    const words = (value: string): Given[] => [read('612.5', value), amount('77亿元')];
    const [a, b] = pair(alike, {}, [words('612.5'), words('12.5')]);
    expect(relate(a, b)?.relation).toBe('same-report');
  });

  test.each<[string, Given, Given, Shared['relation']]>([
    // The digits stand in both texts, in the same words; one of the two was read with a piece of them.
    ['a digit less', amount('6121元'), amount('621元'), 'same-report'],
    ['other digits', amount('6121元'), amount('8元'), 'same-report'],
    // Chinese numerals are no run of digits: of them nothing is known but what was read.
    ['another Chinese numeral', read('三十二', '32'), read('三十五', '35'), 'revised-figures'],
    ['a numeral for digits', amount('35元'), read('三十二元', '32'), 'revised-figures'],
  ])('texts that hold the same digits, read with %s', (_, a, b, expected) => {
    const [one, other] = pair({ both: 960, a: 20, b: 0 }, {}, [[a], [b]]);
    const { before, after } = one.numbers;
    expect(relate(one, { ...other, numbers: one.numbers })?.relation).toBe(expected);
    // One of them holds further numbers: an inserted page.
    const more = (all: Uint32Array): Uint32Array => Uint32Array.from([7, 77_777, ...all, 2 ** 32 - 7]).sort();
    const further = { before: more(before), after: more(after) };
    expect(relate(one, { ...other, numbers: further })?.relation).toBe(expected);
    expect(relate({ ...one, numbers: further }, { ...other, numbers: one.numbers })?.relation).toBe(expected);
    // The words on one side of the number are torn; on the other side they are whole.
    const torn = Uint32Array.from(before, (_hash, at) => at + 1);
    expect(relate(one, { ...other, numbers: { before, after: torn } })?.relation).toBe(expected);
    expect(relate(one, { ...other, numbers: { before: torn, after } })?.relation).toBe(expected);
  });

  test('what was torn is told with what lost its scale', () => {
    const [one, other] = pair({ both: 960, a: 20, b: 0 }, {}, [
      [amount('6121元'), { quote: '48亿元', indicatorText: '税收' }],
      [amount('621元'), { quote: '48元', indicatorText: '税收' }],
    ]);
    const shared = relate(one, { ...other, numbers: one.numbers });
    expect(shared?.collation.damaged.map((both) => both.b.quote)).toEqual(['48元', '621元']);
  });

  test('equal texts hold equal figures, whatever was read of them', () => {
    const [a, b] = pair({ both: 900, a: 0, b: 0 }, {}, [
      [amount('612亿元'), read('512', '512')],
      [amount('621亿元'), read('512元', '12')],
    ]);
    const shared = relate(a, b);
    expect(shared?.relation).toBe('same-text');
    expect(shared?.collation.differing).toEqual([]);
    expect(shared?.collation.damaged).toHaveLength(2);
  });
});

describe('what a copy lost', () => {
  const quotes = (...all: string[]): Given[] => all.map((quote, at) => ({ quote, indicatorText: `指标${at}` }));
  test('is counted by the characters of each figure, blanks apart', () => {
    const [a, b] = pair({ both: 960, a: 20, b: 20 }, {}, [
      quotes('484亿元', '35亿元', '27元', '9亿元'),
      quotes('484元', '35元', '27亿元', '9亿元'),
    ]);
    const shared = relate(a, b);
    expect(shared && [lostIn(a, shared), lostIn(b, shared)]).toEqual([1, 2]);
    const wide = relate(
      report({ id: 'a', text: prose(1, 900) }, [
        { quote: '4 84 元', value: '484', unit: '元', interval: { low: '484', high: '484' }, indicatorText: '产值' },
      ]),
      report({ id: 'b', text: prose(1, 890) }, [{ quote: '484亿元', indicatorText: '产值' }]),
    );
    expect(wide && [lostIn(wide.a, wide), lostIn(wide.b, wide)]).toEqual([1, 0]);
  });
});

describe('as one report', () => {
  test.each<[keyof typeof LABELS, Texts, boolean]>([
    ['the same place and year', { both: 10, a: 0, b: 0 }, true],
    ['the same place and year', { both: 960, a: 20, b: 20 }, true],
    ['the same place and year', { both: 960, a: 20, b: 500 }, true],
    ['no year', { both: 960, a: 20, b: 500 }, true],
    ['the same place and year', { both: 600, a: 400, b: 400 }, false],
    ['another year', { both: 960, a: 20, b: 20 }, false],
    ['another place', { both: 960, a: 20, b: 500 }, false],
    ['another year', { both: 10, a: 0, b: 0 }, false],
  ])('%s, %o: %s', (label, texts, expected) => {
    const shared = relate(...pair(texts, LABELS[label]));
    expect(shared && isOneReport(shared)).toBe(expected);
  });

  const row = (a: ReportFacts, b: ReportFacts, chosen: ReadonlyMap<string, string> = new Map()) => {
    const shared = relate(a, b);
    if (!shared) return null;
    const evidence = evidenceOf([shared], chosen);
    const choices = chooseCanonical([a, b], [shared], evidence);
    const standsFor = new Map(choices.map((one) => [one.reportId, one.canonicalReportId]));
    const { kept, reason, note } = published(shared, standsFor, evidence);
    return [kept, reason, note];
  };
  test.each<[string, keyof typeof LABELS, Texts, number, unknown]>([
    ['copies keep the better one', 'the same place and year', { both: 960, a: 20, b: 20 }, 0, ['a#1', 'id', null]],
    [
      'versions are both kept',
      'the same place and year',
      { both: 960, a: 20, b: 20 },
      1,
      [null, 'figures-differ', null],
    ],
    ['of what overlaps both are kept', 'no year', { both: 600, a: 400, b: 400 }, 0, [null, 'compatible', null]],
    ['another place keeps both', 'another place', { both: 960, a: 20, b: 20 }, 0, [null, 'other-place', null]],
    ['another year keeps both', 'another year', { both: 600, a: 400, b: 400 }, 0, [null, 'other-year', null]],
  ])('%s', (_, label, texts, differing, expected) => {
    expect(row(...pair(texts, LABELS[label], figures(20, differing)))).toEqual(expected);
  });

  test('a choice comes with the words of the person; of two that are kept it says nothing', () => {
    const chosen = new Map([['b#1', '以公报为准']]);
    const texts = { both: 960, a: 20, b: 20 };
    expect(row(...pair(texts), chosen)).toEqual(['b#1', 'chosen', '以公报为准']);
    expect(row(...pair(texts, {}, figures(20, 1)), chosen)).toEqual([null, 'figures-differ', null]);
  });
});
