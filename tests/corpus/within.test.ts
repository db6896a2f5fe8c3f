/** Comparisons within one sentence, one report and one place's years: what each says of figures that fit and that do not. */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/figure.ts';
import type { Rules } from '../../src/rules/card.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type Given, report } from './build.ts';

const all = rulesFromDisk();

/** The rules of one family of checks alone. */
function rulesOfFamily(family: string): Rules {
  return { ...all, rules: all.rules.filter(({ run }) => run.shape === 'check' && run.family === family) };
}

function judged(family: string, ...reports: readonly ReportFacts[]): string[] {
  return reconcile(reports, rulesOfFamily(family)).checks.map(({ verdict, reason }) => `${verdict} ${reason}`);
}

const year = (of: number): Period => ({ start: `${of}-01-01`, end: `${of}-12-31` });
const place = { id: 'a', year: 2022 };

describe('a rise within a sentence', () => {
  const retail = (quote: string, more: Partial<Given> = {}): Given => ({
    indicator: '社会消费品零售总额',
    sentence: 0,
    ...more,
    quote,
  });
  const yearly: Partial<Given> = {
    measure: 'growth',
    scope: ['年均'],
    period: { start: '2017-01-01', end: '2021-12-31' },
  };

  test.each([
    ['five years of the stated growth', '280亿元', '556亿元', '14.7%', 'holds fits'],
    ['far more than five years of it', '280亿元', '746亿元', '14.7%', 'broken disagrees'],
    ['four years of it', '280亿元', '485亿元', '14.7%', 'cannot-tell span-of-years'],
  ])('%s', (_, from, to, growth, expected) => {
    const facts = [retail(from, { period: year(2016) }), retail(to), retail(growth, yearly)];
    expect(judged('change', report(place, facts))).toEqual([expected]);
  });

  test('places gained in a ranking are no change of the amount', () => {
    const moved = retail('3位', { measure: 'growth', unit: '位', period: year(2021) });
    const facts = [retail('280亿元', { period: year(2016) }), retail('746亿元'), moved];
    expect(judged('change', report(place, facts))).toEqual([]);
  });

  test('two rates for one thing are not held against its levels', () => {
    const facts = [
      retail('280亿元', { period: year(2016) }),
      retail('746亿元'),
      retail('14.7%', yearly),
      retail('9%', yearly),
    ];
    expect(judged('change', report(place, facts))).toEqual([]);
  });

  test('growth at comparable prices need not show in the levels', () => {
    const gdp = (quote: string, more: Partial<Given> = {}): Given => ({
      ...retail(quote, more),
      indicator: '地区生产总值',
    });
    const facts = [gdp('1000亿元', { period: year(2016) }), gdp('1800亿元'), gdp('9%', yearly)];
    expect(judged('change', report(place, facts))).toEqual(['cannot-tell comparable-prices']);
  });
});

describe('an indicator and what is by definition part of it', () => {
  const trade = (quote: string): Given => ({ indicator: '进出口总额', quote });
  const exports = (quote: string): Given => ({ indicator: '出口总额', quote });

  test.each([
    ['24.5亿元', '13.8亿元', 'holds fits'],
    ['24.5亿元', '31.8亿元', 'broken part-exceeds-whole'],
  ])('%s of trade, %s of exports', (whole, part, expected) => {
    expect(judged('nested', report(place, [trade(whole), exports(part)]))).toEqual([expected]);
  });
});

describe('a level among those of its neighbouring years', () => {
  const told = (at: number, quote: string): ReportFacts =>
    report({ id: String(at), year: at }, [{ indicator: '社会消费品零售总额', quote }]);

  test.each([
    ['like them', '48.62亿元', '51.20亿元', 'holds fits'],
    ['ten thousand times smaller', '48.62万元', '51.20亿元', 'broken far-from-neighbours'],
    ['five times as much, as a sum over a term is', '240亿元', '51.20亿元', 'holds fits'],
  ])('%s', (_, now, after, expected) => {
    expect(judged('plausibility', told(2022, '45.31亿元'), told(2023, now), told(2024, after))).toEqual([expected]);
  });

  test('neighbours that are far apart themselves say nothing', () => {
    expect(judged('plausibility', told(2022, '45.31亿元'), told(2023, '4.86亿元'), told(2024, '0.51亿元'))).toEqual([]);
  });
});

describe('growth on a base that may mean another thing', () => {
  const earlier = (facts: readonly Given[]) => report({ id: 'a', year: 2011 }, facts);
  const later = (facts: readonly Given[]) => report({ id: 'b', year: 2012 }, facts);
  const pair = (indicator: string, quote: string, growth: string, sentence: number): Given[] => [
    { indicator, quote, sentence },
    { indicator, quote: growth, sentence, measure: 'growth' },
  ];

  test('three indicators off by one factor: the place was enlarged', () => {
    const verdicts = judged(
      'growth',
      earlier([
        { indicator: '财政收入', quote: '476.2亿元' },
        { indicator: '一般公共预算收入', quote: '259.4亿元' },
        { indicator: '社会消费品零售总额', quote: '839.0亿元' },
      ]),
      later([
        ...pair('财政收入', '623.8亿元', '22.7%', 1),
        ...pair('一般公共预算收入', '338.5亿元', '21.1%', 2),
        ...pair('社会消费品零售总额', '1111.0亿元', '24%', 3),
      ]),
    );
    expect(verdicts).toEqual(Array.from({ length: 3 }, () => 'cannot-tell base-redrawn'));
  });

  test('one indicator off by much is a mismatch', () => {
    const verdicts = judged(
      'growth',
      earlier([{ indicator: '财政收入', quote: '476.2亿元' }]),
      later(pair('财政收入', '623.8亿元', '22.7%', 1)),
    );
    expect(verdicts).toEqual(['broken disagrees']);
  });
});
