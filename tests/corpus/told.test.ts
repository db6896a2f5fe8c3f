/** What is said of copies, versions, twins and broken figures: of which report, and in what words. */
import { describe, expect, test } from 'vitest';
import { reconcileAgainst } from '../../src/corpus/against.ts';
import { evidenceOf } from '../../src/corpus/canonical.ts';
import { copyPairs } from '../../src/corpus/copies.ts';
import { twins } from '../../src/corpus/families.ts';
import { otherReadings, speakingOnce } from '../../src/corpus/readings.ts';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Rules } from '../../src/rules/card.ts';
import { type Given, type GivenReport, report, rulesOf, vocabularyFromDisk } from './build.ts';
import { prose } from './prose.ts';

const rules = rulesOf(vocabularyFromDisk());
const TEXT = prose(1, 1200);
const TORN = TEXT.slice(0, 500) + TEXT.slice(501);
const figures = (...quotes: string[]): Given[] => quotes.map((quote, at) => ({ quote, indicatorText: `指标${at}` }));
const FIGURES = figures('612亿元', '48亿元', '120家', '35万元', '9亿元', '77人', '2亿元', '3亿元', '4亿元', '5亿元');

function copy(id: string, given: Partial<GivenReport> = {}, facts: readonly Given[] = FIGURES): ReportFacts {
  return report({ id, text: TEXT, region: '某市', ...given }, facts);
}

/** Findings on copies: source, what is said, and some of its data. */
function said(result: ReturnType<typeof reconcile>, ...keys: string[]): unknown[] {
  return result.findings
    .filter(({ rule }) => rule.startsWith('duplicate/'))
    .map(({ sourceId, rule, data }) => [sourceId, rule.slice('duplicate/'.length), ...keys.map((key) => data[key])]);
}

describe('of two reports', () => {
  const piece = { text: TEXT.slice(0, 800), completeness: 'truncated' } as const;
  const unnamed = { code: null, year: null, completeness: 'excerpt' } as const;
  const revised = [...figures('621亿元'), ...FIGURES.slice(1)];
  const damaged = [...figures('612元'), ...FIGURES.slice(1)];

  test.each<[string, ReportFacts, ReportFacts, readonly (readonly string[])[]]>([
    ['the same text', copy('a'), copy('b'), [['b', 'same-text-twice', 'a#1', 'a#1', '100.0%']]],
    [
      'the better one is the second',
      copy('a', { losses: 1 }),
      copy('b'),
      [['a', 'same-text-twice', 'b#1', 'b#1', '100.0%']],
    ],
    [
      'a few characters',
      copy('a'),
      copy('b', { text: TORN }),
      [['b', 'same-report-in-two-copies', 'a#1', 'a#1', '99.7%']],
    ],
    ['a piece', copy('a', piece), copy('b'), [['a', 'contained-copy', 'b#1', 'b#1', '100.0%']]],
    [
      'two excerpts that meet',
      copy('a', { text: TEXT.slice(0, 800), ...unnamed }),
      copy('b', { text: TEXT.slice(400), ...unnamed }),
      [['b', 'overlapping-copies', 'a#1', '', '49.7%']],
    ],
    ['another year', copy('a'), copy('b', { text: TORN, year: 2023 }), [['b', 'mislabelled-copy', 'a#1', '', '99.7%']]],
    ['another place', copy('a'), copy('b', { code: '410105' }), [['b', 'mislabelled-copy', 'a#1', '', '100.0%']]],
    [
      'a piece under another place',
      copy('a'),
      copy('b', { ...piece, code: '410105' }),
      [['b', 'mislabelled-copy', 'a#1', '', '100.0%']],
    ],
    [
      'half of another year',
      copy('a'),
      copy('b', { text: TEXT.slice(0, 700) + prose(2, 500), year: 2023 }, figures('1亿元')),
      [['b', 'text-of-another-year', 'a#1', '', '58.2%']],
    ],
    [
      'another figure',
      copy('a'),
      copy('b', { text: TORN }, revised),
      [['b', 'revised-figures-between-copies', 'a#1', '', '99.7%']],
    ],
    [
      'another figure under another place',
      copy('a'),
      copy('b', { text: TORN, code: '410105' }, revised),
      [
        ['b', 'mislabelled-copy', 'a#1', '', '99.7%'],
        ['b', 'revised-figures-between-copies', 'a#1', '', '99.7%'],
      ],
    ],
    [
      'a figure that lost its scale',
      copy('a'),
      copy('b', { text: TORN }, damaged),
      [
        ['b', 'damaged-figures-between-copies', 'a#1', 'a#1', '99.7%'],
        ['b', 'same-report-in-two-copies', 'a#1', 'a#1', '99.7%'],
      ],
    ],
    [
      'a figure that lost its scale, in a text of another year: two figures of two years',
      copy('a'),
      copy('b', { text: TEXT.slice(0, 700) + prose(2, 500), year: 2023 }, damaged),
      [['b', 'text-of-another-year', 'a#1', '', '58.2%']],
    ],
  ])('%s', (_, a, b, expected) => {
    const result = reconcile([a, b], rules);
    expect(said(result, 'other', 'kept', 'shared')).toEqual(expected);
    // Nothing is said of the other one.
    const [loser] = result.findings;
    expect(
      result.findings.every(({ reportId, place }) => reportId === loser?.reportId && place?.reportId === reportId),
    ).toBe(true);
  });

  test('reports are named by place and year, and by their id where no place is known', () => {
    const names = (a: ReportFacts, b: ReportFacts) => said(reconcile([a, b], rules), 'name', 'otherName');
    expect(names(copy('a'), copy('b'))).toEqual([['b', 'same-text-twice', '某市2024', '某市2024']]);
    expect(names(copy('a'), copy('b', { year: null }))).toEqual([['b', 'same-text-twice', '某市', '某市2024']]);
    const nowhere = { ...copy('b'), identity: { ...copy('b').identity, region: null } };
    expect(names(copy('a'), nowhere)).toEqual([['b', 'same-text-twice', 'b#1', '某市2024']]);
  });

  test('a cluster of three: each that gives way names its pair and what is kept of all', () => {
    const result = reconcile([copy('a', { losses: 1 }), copy('b', { text: TORN }), copy('c', { ...piece })], rules);
    for (const [, , other, kept] of said(result, 'other', 'kept') as string[][]) {
      expect(kept).toBe('b#1');
      expect(other).not.toBe('c#1');
    }
  });

  test('readings are told as each report has them, at most five in words', () => {
    const changed = (count: number): Given[] =>
      FIGURES.map((given, at) => (at < count ? { ...given, quote: given.quote.replace(/^\d+/u, '888') } : given));
    const told = (result: ReturnType<typeof reconcile>) =>
      result.findings.find(({ rule }) => rule.endsWith('revised-figures-between-copies'))?.data;
    const one = told(reconcile([copy('a'), copy('b', { text: TORN }, changed(1))], rules));
    expect(one).toMatchObject({
      count: 1,
      readings: [{ indicator: '指标0', here: '888亿元', there: '612亿元' }],
      told: '指标0 888亿元 / 612亿元',
    });
    const five = told(reconcile([copy('a'), copy('b', { text: TORN }, changed(5))], rules));
    expect(five?.told).toBe(
      '指标0 888亿元 / 612亿元; 指标1 888亿元 / 48亿元; 指标2 888家 / 120家; 指标3 888万元 / 35万元; 指标4 888亿元 / 9亿元',
    );
    const six = told(reconcile([copy('a'), copy('b', { text: TORN }, changed(6))], rules));
    expect(six).toMatchObject({ count: 6, told: `${String(five?.told)} …` });
    expect(six?.readings).toHaveLength(6);
  });
});

describe('against stored reports', () => {
  const against = (fresh: ReportFacts[], stored: ReportFacts[]) => reconcileAgainst(fresh, stored, rules);

  test('what is said, is said of the new one, by what of it stands in the other', () => {
    const cut = { text: TEXT.slice(0, 800), completeness: 'truncated' } as const;
    expect(said(against([copy('a')], [copy('b', cut)]), 'other', 'kept', 'shared')).toEqual([
      ['a', 'contained-copy', 'b#1', 'a#1', '66.6%'],
    ]);
    expect(said(against([copy('b')], [copy('a', cut)]), 'other', 'kept', 'shared')).toEqual([
      ['b', 'contained-copy', 'a#1', 'b#1', '66.6%'],
    ]);
    expect(said(against([copy('b', cut)], [copy('a')]), 'other', 'kept', 'shared')).toEqual([
      ['b', 'contained-copy', 'a#1', 'a#1', '100.0%'],
    ]);
  });

  test('of two new ones the one that gives way; of a new and a stored one the new one; of two stored ones nothing', () => {
    const others = ['e', 'f'].map((id) => copy(id, { text: prose(5, 900), code: '410105' }));
    const result = against([copy('a'), copy('b')], [copy('c'), copy('d'), ...others]);
    expect(said(result, 'other')).toEqual([
      ['a', 'same-text-twice', 'c#1'],
      ['a', 'same-text-twice', 'd#1'],
      ['b', 'same-text-twice', 'a#1'],
    ]);
    expect(result.pairs.map(({ reportA, reportB }) => [reportA, reportB])).toEqual([
      ['a#1', 'b#1'],
      ['a#1', 'c#1'],
      ['a#1', 'd#1'],
    ]);
    expect(result.canonical.map(({ reportId }) => reportId)).toEqual(['a#1', 'b#1']);
  });

  test('readings are told as the new one has them', () => {
    const revised = copy('b', { text: TORN }, [...figures('621亿元'), ...FIGURES.slice(1)]);
    const told = (fresh: ReportFacts, stored: ReportFacts) =>
      against([fresh], [stored]).findings.map(({ sourceId, data }) => [sourceId, data.told]);
    expect(told(copy('a'), revised)).toEqual([['a', '指标0 612亿元 / 621亿元']]);
    expect(told(revised, copy('a'))).toEqual([['b', '指标0 621亿元 / 612亿元']]);
  });

  test('twins: the new one is said to be the twin of the stored one, whatever their order', () => {
    const unlike = (id: string, seed: number) => copy(id, { text: prose(seed, 900) }, []);
    const twinsOf = (result: ReturnType<typeof reconcile>) => said(result, 'other', 'name', 'otherName');
    const told = (id: string, other: string) => [id, 'same-identity-twice', other, '某市2024', '某市2024'];
    expect(twinsOf(against([unlike('a', 2)], [unlike('b', 3)]))).toEqual([told('a', 'b#1')]);
    expect(twinsOf(against([unlike('b', 2)], [unlike('a', 3)]))).toEqual([told('b', 'a#1')]);
    const three = [unlike('c', 4), unlike('b', 2), unlike('a', 3)];
    expect(twinsOf(reconcile(three, rules))).toEqual([told('b', 'a#1'), told('c', 'a#1')]);
    expect(twinsOf(against(three.slice(0, 2), three.slice(2)))).toEqual([told('b', 'a#1'), told('c', 'a#1')]);
  });

  test('checks between stored reports are theirs; a broken one is said of the new report', () => {
    const gdp = (id: string, quote: string) =>
      report({ id, text: prose(Number(id), 300), region: '某市' }, [
        { quote, indicator: '地区生产总值', indicatorText: '地区生产总值' },
      ]);
    const broken = (result: ReturnType<typeof reconcile>) =>
      result.findings.filter(({ rule }) => rule.startsWith('figures/')).map(({ reportId, quote }) => [reportId, quote]);
    const [one, other, third] = [gdp('1', '612.5亿元'), gdp('2', '912.5亿元'), gdp('3', '512.5亿元')];
    expect(broken(reconcile([one, other], rules))).toHaveLength(1);
    expect(broken(against([one], [other]))).toEqual([['1#1', '612.5亿元']]);
    expect(broken(against([other], [one]))).toEqual([['2#1', '912.5亿元']]);
    const result = against([third], [one, other]);
    expect(result.checks.map(({ reportIds }) => reportIds.includes('3#1'))).toEqual([true]);
    expect(new Set(broken(result).map(([id]) => id))).toEqual(new Set(['3#1']));
    const elsewhere = [one, other].map((of) => ({
      ...of,
      facts: of.facts.map((fact) => ({ ...fact, regionCode: '410105' })),
    }));
    expect(reconcile(elsewhere, rules).checks).toHaveLength(1);
    expect(against([third], elsewhere).checks).toEqual([]);
  });
});

describe('a broken check as a finding', () => {
  const income = (quote: string, more: Partial<Given> = {}): Given => ({
    indicator: '一般公共预算收入',
    indicatorText: '一般公共预算收入',
    sentence: 0,
    ...more,
    quote,
  });
  const rate: Given = income('6%', {
    value: '6',
    interval: { low: '5.95', high: '6.05' },
    unit: '%',
    measure: 'growth',
    direction: 'up',
  });
  const reports = [
    report({ id: 'a', year: 2022, region: '某市' }, [income('236.2亿元')]),
    report({ id: 'b', year: 2023, region: '某市' }, [income('250.4亿元')]),
    report({ id: 'c', year: 2024, region: '某市' }, [income('565.4亿元'), rate]),
    report({ id: 'd', year: 2025, region: '某市' }, [income('281.4亿元')]),
  ];

  test('stands at the figure that is suspected, and quotes it', () => {
    const { findings, checks } = reconcile(reports, rules);
    const check = checks.find(({ verdict }) => verdict === 'broken');
    const finding = findings.find(({ rule }) => rule === check?.rule);
    expect(finding).toMatchObject({
      rule: 'figures/growth',
      severity: 'warning',
      sourceId: 'c',
      reportId: 'c#1',
      quote: '565.4亿元',
    });
    expect(finding?.place).toEqual(reports[2]?.facts[0]?.place);
    expect(finding?.data).toMatchObject({
      ...check?.data,
      reason: 'disagrees',
      suspect: '565.4亿元',
      cause: check?.likelyCause,
    });
  });

  test('a figure of another report that is in no broken check is quoted nowhere', () => {
    const { findings } = reconcile(reports, rules);
    expect(findings.filter(({ rule }) => rule === 'figures/growth').every(({ sourceId }) => sourceId !== 'd')).toBe(
      true,
    );
  });

  test('what holds is no finding, and neither is what cannot be told', () => {
    const fits = [
      report({ id: 'a', year: 2023 }, [income('250.4亿元')]),
      report({ id: 'b', year: 2024 }, [income('265.4亿元'), rate]),
    ];
    const result = reconcile(fits, rules);
    expect(result.checks.map(({ verdict }) => verdict)).toEqual(['holds']);
    expect(result.findings).toEqual([]);
  });
});

describe('cards', () => {
  const pair = [copy('a'), copy('b')];
  const with_ = (change: (all: Rules['rules']) => Rules['rules']): Rules => ({ ...rules, rules: change(rules.rules) });
  test('a sign without a card, and one whose card is retired, is not told', () => {
    const without = with_((all) => all.filter(({ card }) => card.id !== 'duplicate/same-text-twice'));
    expect(reconcile(pair, without).findings).toEqual([]);
    const retired = with_((all) =>
      all.map(({ card, run }) => ({ card: { ...card, status: 'retired' as const }, run })),
    );
    expect(reconcile(pair, retired).findings).toEqual([]);
  });

  test('the severity is that of the card', () => {
    const severe = with_((all) => all.map(({ card, run }) => ({ card: { ...card, severity: 'error' as const }, run })));
    expect(reconcile(pair, severe).findings.map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('twins', () => {
  const unlike = (id: string, seed: number, given: Partial<GivenReport> = {}) =>
    copy(id, { text: prose(seed, 900), ...given }, []);
  const sets = (...reports: ReportFacts[]) =>
    twins(reports, copyPairs(reports)).map((set) => set.map(({ sourceId }) => sourceId).join(''));

  test.each<[string, readonly ReportFacts[], string[]]>([
    ['two unlike reports of one place and year', [unlike('a', 2), unlike('b', 3)], ['ab']],
    ['of another year', [unlike('a', 2), unlike('b', 3, { year: 2023 })], []],
    ['of another place', [unlike('a', 2), unlike('b', 3, { code: '410105' })], []],
    ['of no place', [unlike('a', 2, { code: null }), unlike('b', 3, { code: null })], []],
    ['of no year', [unlike('a', 2, { year: null }), unlike('b', 3, { year: null })], []],
    ['one is no report', [unlike('a', 2), unlike('b', 3, { completeness: 'not-a-report' })], []],
    ['one is a copy of the other', [unlike('a', 2), unlike('b', 2)], []],
    ['one comes twice', [unlike('a', 2), unlike('b', 2), unlike('c', 3)], ['ac']],
    ['a copy without a place hides nothing', [unlike('a', 2, { code: null }), unlike('b', 2), unlike('c', 3)], ['bc']],
    ['one is a version of the other', [copy('a'), copy('b', { text: TORN }, figures('1亿元'))], []],
    [
      'two sets, by place',
      [unlike('a', 2, { code: '410200' }), unlike('b', 3), unlike('c', 4, { code: '410200' }), unlike('d', 5)],
      ['bd', 'ac'],
    ],
    [
      'two sets, by year',
      [unlike('a', 2), unlike('b', 3, { year: 2020 }), unlike('c', 4), unlike('d', 5, { year: 2020 })],
      ['bd', 'ac'],
    ],
  ])('%s', (_, reports, expected) => {
    expect(sets(...reports)).toEqual(expected);
  });
});

describe('one voice', () => {
  const voices = (...reports: ReportFacts[]): string => {
    const pairs = copyPairs(reports);
    const evidence = evidenceOf(pairs, new Map());
    const canonical = reconcile(reports, rules).canonical;
    return speakingOnce(reports, canonical, pairs, evidence)
      .map(({ sourceId }) => sourceId)
      .join('');
  };
  const version = (id: string, quote: string, given: Partial<GivenReport> = {}) =>
    copy(id, { text: TEXT + prose(id.charCodeAt(0), 20), ...given }, [...figures(quote), ...FIGURES.slice(1)]);

  test.each<[string, readonly ReportFacts[], string]>([
    ['reports that share nothing', [copy('a'), copy('b', { text: prose(2, 900) })], 'ab'],
    ['a copy is silent', [copy('a'), copy('b', { text: TORN })], 'a'],
    ['the better copy speaks', [copy('a', { losses: 2 }), copy('b', { text: TORN })], 'b'],
    [
      'what is no report is silent',
      [copy('a', { completeness: 'not-a-report' }), copy('b', { text: prose(2, 900) })],
      'b',
    ],
    ['two versions speak', [version('a', '1亿元'), version('b', '2亿元')], 'ab'],
    [
      'of three versions the best two',
      [version('a', '1亿元', { losses: 1 }), version('b', '2亿元'), version('c', '3亿元')],
      'bc',
    ],
    [
      'of two versions and a copy of one of them',
      [version('a', '1亿元'), version('b', '2亿元'), version('c', '2亿元', { losses: 1 })],
      'ab',
    ],
    [
      'three pages that overlap',
      ['a', 'b', 'c'].map((id, at) =>
        copy(
          id,
          { text: prose(1, 2400).slice(at * 500, at * 500 + 1000), code: null, year: null, completeness: 'excerpt' },
          [],
        ),
      ),
      'abc',
    ],
    [
      'reports of three years that carry a text over speak each for its year',
      [2022, 2023, 2024].map((year, at) => version('abc'[at] ?? '', `${at + 1}亿元`, { year })),
      'abc',
    ],
  ])('%s', (_, reports, expected) => {
    expect(voices(...reports)).toBe(expected);
  });

  test('other readings are those of versions, both ways; a text of another year has other figures', () => {
    const readings = (...reports: ReportFacts[]) =>
      [...otherReadings(copyPairs(reports))].map(([id, facts]) => [id, facts.map(({ quote }) => quote)]);
    const [a, b] = [version('a', '1亿元'), version('b', '2亿元')];
    expect(readings(a, b)).toEqual([
      ['a#1-0000', ['2亿元']],
      ['b#1-0000', ['1亿元']],
    ]);
    const both = new Map(readings(a, b, version('c', '3亿元')).map(([id, quotes]) => [String(id), quotes]));
    expect(both.get('a#1-0000')).toEqual(['2亿元', '3亿元']);
    const earlier = copy('b', { text: TEXT.slice(0, 700) + prose(2, 500), year: 2023 }, figures('2亿元'));
    expect(readings(copy('a', {}, figures('1亿元')), earlier)).toEqual([]);
  });
});
