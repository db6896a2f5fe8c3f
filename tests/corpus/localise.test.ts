/** When a figure is called wrong although no slip explains it, and when nobody is: what the other years and the checks themselves say. */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { ALL_TARGETS_MET, type Given } from './build.ts';
import { blamed, broken, copyOf, lesserCopyOf, REVENUE, reviewOf, told, year } from './series.ts';

const rules = rulesFromDisk();

describe('what the years around say', () => {
  const years = (...rows: readonly (readonly [number, string, string | null])[]): ReportFacts[] =>
    rows.map(([of, level, growth]) => reviewOf(of, told(level, growth)));

  test('either level could be the one to change, but changed it would leave the years around it: the rate is wrong', () => {
    const reports = years(
      [2021, '266.20亿元', null],
      [2022, '282.18亿元', null],
      [2023, '299.40亿元', '16.1%'],
      [2024, '320.36亿元', null],
    );
    expect(blamed(reports, rules)).toEqual(['16.1% ?']);
    // Without them nothing speaks for either level.
    expect(blamed(reports.slice(1, 3), rules)).toEqual(['nobody']);
    expect(blamed(reports.slice(1), rules)).toEqual(['nobody']);
  });

  // 345.00 stands as much too high above 266.20 as 245.00 too low under 320.36: 278.41 or 303.60 would do for the one or the other.
  test('where two levels stand out as far, neither is named', () => {
    const reports = (first: string, second: string) =>
      years([2021, '266.20亿元', null], [2022, first, null], [2023, second, '-12.0%'], [2024, '320.36亿元', null]);
    expect(blamed(reports('345.00亿元', '245.00亿元'), rules)).toEqual(['nobody']);
    expect(blamed(reports('345.00亿元', '303.60亿元'), rules)).toEqual([]);
  });

  test('the names of the reports decide nothing, and what holds has no suspect', () => {
    const five = (nameOf: (of: number) => string) =>
      (
        [
          [2020, '251.30亿元', null],
          [2021, '266.20亿元', '5.9%'],
          [2022, '282.18亿元', '6%'],
          [2023, '299.40亿元', '16.1%'],
          [2024, '320.36亿元', '7%'],
        ] as const
      ).map(([of, level, growth]) => reviewOf(of, told(level, growth), { id: nameOf(of) }));
    for (const reports of [five(String), five((of) => String(9000 - of))]) {
      expect(blamed(reports, rules)).toEqual(['16.1% ?']);
      const { checks } = reconcile(reports, rules);
      const rest = checks.filter(({ verdict }) => verdict !== 'broken');
      expect(rest.length).toBeGreaterThan(2);
      expect(rest.every(({ suspectFigureId }) => suspectFigureId === null)).toBe(true);
    }
  });
});

describe('what another copy reads', () => {
  test('counts for more than the years around, where it has the digit that the better copy lost', () => {
    const around = [
      reviewOf(2021, told('266.20亿元', null)),
      reviewOf(2022, told('282.18亿元', null)),
      reviewOf(2024, told('320.36亿元', null)),
    ];
    const own = copyOf('a', '331.00亿元', '7.3%');
    expect(blamed([...around, own], rules)).toEqual(['331.00亿元 ?']);
    const other = lesserCopyOf('b', '331.00亿元', '17.3%');
    expect(blamed([...around, own, other], rules)).toEqual(['7.3% other-copy-fits']);
  });
});

describe('a rate that is only said to lie on one side of another', () => {
  const rate = (quote: string, more: Partial<Given> = {}): Given => ({
    indicator: REVENUE,
    indicatorText: REVENUE,
    measure: 'growth',
    direction: 'up',
    sentence: 0,
    ...more,
    quote,
  });
  const city = { code: '310000' };

  // The city's own levels vouch for its 6.1 %; the district's rate stands alone, and any on the other side would do.
  test.each([
    ['below', '11%'],
    ['above', '3%'],
  ] as const)('said to be %s 6.1 %, it is %s: nothing says what it should be', (sense, own) => {
    const reports = [
      reviewOf(2022, told('282.18亿元', null), { ...city, id: 'b' }),
      reviewOf(2023, told('299.40亿元', '6.1%'), { ...city, id: 'c' }),
      reviewOf(2023, [rate(own, { comparedWith: '全市平均', comparedSense: sense })], { id: 'd', code: '310105' }),
    ];
    expect(blamed(reports, rules)).toEqual(['nobody']);
  });
});

describe('a sum and its parts in one sentence', () => {
  const of = (indicator: string, quote: string): Given => ({
    indicator,
    indicatorText: indicator,
    sentence: 0,
    quote,
  });
  const economy = (...[total, first, second, third]: readonly [string, string, string, string]) => [
    reviewOf(2023, [
      of('地区生产总值', total),
      of('第一产业增加值', first),
      of('第二产业增加值', second),
      of('第三产业增加值', third),
    ]),
  ];

  test('the total and a part changed places', () => {
    expect(blamed(economy('1000.0亿元', '100.0亿元', '400.0亿元', '500.0亿元'), rules)).toEqual([]);
    const [named, ...more] = blamed(economy('500.0亿元', '100.0亿元', '400.0亿元', '1000.0亿元'), rules);
    expect(named).toMatch(/^(500|1000)\.0亿元 exchanged$/u);
    expect(more).toEqual([]);
  });
});

describe('“all targets met”, where most were missed', () => {
  const grew = (indicator: string, quote: string, more: Partial<Given> = {}): Given => ({
    indicator,
    indicatorText: indicator,
    measure: 'growth',
    direction: 'up',
    period: year(2023),
    ...more,
    quote,
  });
  const missed = ['固定资产投资', '社会消费品零售总额', '规模以上工业增加值'];

  test('a target that was missed accuses no figure, and keeps none from being accused by another check', () => {
    const aimed = [REVENUE, ...missed].map((name) => grew(name, '6%', { nature: 'target', part: 'plan' }));
    const reached = missed.map((name, at) => grew(name, '3%', { sentence: 3 + at }));
    const reports = [
      reviewOf(2022, [...told('282.18亿元', null), ...aimed]),
      reviewOf(2023, [...told('299.40亿元', '-6.1%'), ...reached], { claims: [ALL_TARGETS_MET] }),
    ];
    expect(
      broken(reports, rules)
        .map(({ family }) => family)
        .sort(),
    ).toEqual(['goals', 'growth']);
    expect(blamed(reports, rules)).toEqual(['6.1% wrong-sign', 'nobody']);
  });
});
