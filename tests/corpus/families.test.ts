/** Ranks, stocks, targets and parts of a year: what each says of figures that fit, that do not, and that cannot be held against each other. */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Rules } from '../../src/rules/card.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type Given, report } from './build.ts';

const all = rulesFromDisk();

function judged(family: string, ...reports: readonly ReportFacts[]): string[] {
  const rules: Rules = {
    ...all,
    rules: all.rules.filter(({ run }) => run.shape === 'check' && run.family === family),
  };
  return reconcile(reports, rules).checks.map(({ verdict, reason }) => `${verdict} ${reason}`);
}

const year = (of: number) => ({ start: `${of}-01-01`, end: `${of}-12-31` });

describe('ranks', () => {
  const city = (code: string, quote: string, measure: 'level' | 'growth' = 'level') =>
    report({ id: code, code, parent: '330000' }, [
      { quote, indicator: '一般公共预算收入', measure, unit: unitOf(quote) },
    ]);
  const unitOf = (quote: string): string => (quote.endsWith('%') ? '%' : '元');
  const claiming = (quote: string, rank: Partial<Given>, measure: 'level' | 'growth' = 'level') =>
    report({ id: 'claims', code: '331100', parent: '330000' }, [
      { quote, indicator: '一般公共预算收入', measure, unit: unitOf(quote), sentence: 0 },
      {
        quote: '第二位',
        value: '2',
        interval: { low: '2', high: '2' },
        unit: '位',
        measure: 'rank',
        scope: ['全省'],
        sentence: 0,
        ...rank,
      },
    ]);

  test.each([
    ['two known cities are ahead of a second', '300亿元', ['400亿元', '350亿元'], 'broken outranked'],
    ['one known city is ahead', '300亿元', ['400亿元', '250亿元'], 'cannot-tell unknown-peers'],
    ['the second one ahead may be revised', '300亿元', ['400亿元', '310亿元'], 'cannot-tell unknown-peers'],
  ])('%s', (_, own, others, expected) => {
    const peers = others.map((quote, at) => city(`33010${at}`.replace(/0(\d)$/u, '$100').slice(0, 6), quote));
    expect(judged('rank', claiming(own, { indicatorText: '总量' }), ...peers)).toEqual([expected]);
  });

  test('a rank that may be one of the growth is not held against levels', () => {
    expect(judged('rank', claiming('300亿元', {}), city('330100', '400亿元'), city('330200', '350亿元'))).toEqual([
      'cannot-tell level-or-rate',
    ]);
  });

  test('a rank in the country, of a list of ranks, or of another thing is not compared', () => {
    const peers = [city('330100', '400亿元'), city('330200', '350亿元')];
    expect(judged('rank', claiming('300亿元', { scope: ['全国'] }), ...peers)).toEqual([]);
    expect(judged('rank', claiming('300亿元', { indicatorText: '税收占比' }), ...peers)).toEqual([]);
  });
});

describe('stocks', () => {
  const firms = (quote: string, more: Partial<Given> = {}): Given => ({
    indicatorText: '高新技术企业',
    measure: 'count',
    sentence: 0,
    ...more,
    quote,
  });
  const last = (quote: string) => report({ id: 'a', year: 2023 }, [firms(quote)]);
  const now = (added: string, total: string) =>
    report({ id: 'b', year: 2024 }, [firms(added, { measure: 'new' }), firms(total)]);

  test.each([
    ['240家', '55家', '295家', 'holds fits'],
    ['240家', '55家', '281家', 'cannot-tell stock-also-leaves'],
    ['240家', '55家', '601家', 'cannot-tell stock-redefined'],
    ['240家', '55家', '2950家', 'broken implausible-gap'],
  ])('%s and %s more, written %s', (before, added, total, expected) => {
    expect(judged('stock', last(before), now(added, total))).toEqual([expected]);
  });
});

describe('targets', () => {
  const rate = (quote: string, more: Partial<Given> = {}): Given => ({
    value: quote.slice(0, -1),
    interval: { low: quote.slice(0, -1), high: quote.slice(0, -1) },
    unit: '%',
    indicator: '居民消费价格',
    indicatorText: '居民消费价格',
    measure: 'growth',
    direction: 'up',
    ...more,
    quote,
  });
  const aimed = (fact: Given) =>
    report({ id: 'a', year: 2023 }, [{ ...fact, nature: 'target', period: year(2023), part: 'plan' } as Given]);
  const reached = (fact: Given) => report({ id: 'b', year: 2024 }, [fact]);
  const gdp = { indicator: '地区生产总值', indicatorText: '地区生产总值' };

  test.each([
    ['more than was aimed at', rate('6%', gdp), rate('6.5%', gdp), 'holds target-met'],
    ['less than was aimed at', rate('6%', gdp), rate('5.2%', gdp), 'cannot-tell target-missed'],
    [
      'more than less than was aimed at',
      rate('9%', gdp),
      rate('6%', { ...gdp, interval: { low: '6', high: null }, hedge: '以上' }),
      'cannot-tell hedged',
    ],
    [
      'about less than about what was aimed at',
      rate('5.5%', { ...gdp, interval: { low: '5.45', high: '5.55' }, hedge: '左右' }),
      rate('5%', { ...gdp, interval: { low: '4.5', high: '5.5' }, hedge: '左右' }),
      'cannot-tell hedged',
    ],
    ['prices rose less than the ceiling', rate('3%'), rate('2.1%'), 'holds target-met'],
    ['prices rose more than the ceiling', rate('3%'), rate('5.6%'), 'cannot-tell target-missed'],
  ])('%s: no figure is wrong for it', (_, target, outcome, expected) => {
    expect(judged('target', aimed(target), reached(outcome))).toEqual([expected]);
  });

  test('万 for 亿 is no missed target', () => {
    const revenue = (quote: string): Given => ({ quote, indicator: '一般公共预算收入' });
    expect(judged('target', aimed(revenue('216.5万元')), reached(revenue('208.4亿元')))).toEqual([
      'broken implausible-gap',
    ]);
  });
});

describe('what was aimed at, and how far it came', () => {
  const homes = (quote: string, scope: readonly string[]): Given => ({
    quote,
    indicator: '保障性住房',
    measure: 'count',
    scope: [...scope],
  });

  test.each([
    ['begun', ['开工']],
    ['done, among qualifiers of its own', ['城镇', '竣工', '规模以上']],
    ['first among them', ['在建', '规模以上']],
  ])('%s', (_, scope) => {
    const plain = scope.filter((one) => !['开工', '竣工', '在建'].includes(one));
    const target = { ...homes('300套', plain), nature: 'target', period: year(2023), part: 'plan' } as Given;
    const reports = [
      report({ id: 'a', year: 2023 }, [target]),
      report({ id: 'b', year: 2024 }, [homes('310套', scope)]),
    ];
    expect(judged('target', ...reports)).toEqual(['holds target-met']);
  });
});

describe('jobs that were aimed at', () => {
  const jobs = (quote: string): Given => ({ quote, indicator: '城镇新增就业', measure: 'new' });

  test.each([
    ['63万人', '67.1万人', 'holds target-met'],
    ['63亿人', '67.1万人', 'broken implausible-gap'],
    ['0.3万人', '67.1万人', 'holds target-met'],
  ])('%s, and %s came of it', (aim, came, expected) => {
    const target = { ...jobs(aim), nature: 'target', period: year(2023), part: 'plan' } as Given;
    expect(
      judged('target', report({ id: 'a', year: 2023 }, [target]), report({ id: 'b', year: 2024 }, [jobs(came)])),
    ).toEqual([expected]);
  });
});

describe('parts of a year', () => {
  const revenue = (quote: string, end: string): Given => ({
    quote,
    indicator: '一般公共预算收入',
    period: { start: '2023-01-01', end },
  });

  test.each([
    ['161.3亿元', 'holds fits'],
    ['316.3亿元', 'broken part-exceeds-whole'],
  ])('%s from January to September of 208.4亿元', (quote, expected) => {
    const facts = [revenue(quote, '2023-09-30'), revenue('208.4亿元', '2023-12-31')];
    expect(judged('sub-period', report({ id: 'a' }, facts))).toEqual([expected]);
  });
});

describe('the figure that is named', () => {
  const income = (quote: string, of: number, more: Partial<Given> = {}): Given => ({
    quote,
    indicator: '一般公共预算收入',
    sentence: 0,
    period: year(of),
    ...more,
  });
  const rateOf = (quote: string, of: number): Given =>
    income(quote, of, {
      value: '6',
      interval: { low: '5.95', high: '6.05' },
      unit: '%',
      measure: 'growth',
      direction: 'up',
    });

  test('the level that stands out among the years, not the one that the others bear out', () => {
    const reports = [
      report({ id: 'a', year: 2022 }, [income('236.2亿元', 2021)]),
      report({ id: 'b', year: 2023 }, [income('250.4亿元', 2022)]),
      report({ id: 'c', year: 2024 }, [income('565.4亿元', 2023), rateOf('6%', 2023)]),
      report({ id: 'd', year: 2025 }, [income('281.4亿元', 2024)]),
    ];
    const quotes = new Map(reports.flatMap(({ facts }) => facts.map((fact) => [fact.figureId, fact.quote] as const)));
    const [broken] = reconcile(reports, all).checks.filter(
      ({ verdict, family }) => verdict === 'broken' && family === 'growth',
    );
    expect(quotes.get(broken?.suspectFigureId ?? '')).toBe('565.4亿元');
  });

  test('two figures of a sentence that changed places', () => {
    const rows = (town: string, country: string): Given[] => [
      { quote: town, indicator: '城镇居民人均可支配收入', sentence: 0, period: year(2022) },
      { quote: country, indicator: '农村居民人均可支配收入', sentence: 0, period: year(2022) },
    ];
    const growth = (indicator: string, of: string): Given => ({
      ...rateOf('6%', 2023),
      indicator,
      indicatorText: indicator,
      sentence: of === 'town' ? 1 : 2,
    });
    const reports = [
      report({ id: 'a', year: 2023 }, rows('20000元', '50000元')),
      report({ id: 'b', year: 2024 }, [
        { quote: '53000元', indicator: '城镇居民人均可支配收入', sentence: 1, period: year(2023) },
        growth('城镇居民人均可支配收入', 'town'),
        { quote: '21200元', indicator: '农村居民人均可支配收入', sentence: 2, period: year(2023) },
        growth('农村居民人均可支配收入', 'country'),
      ]),
    ];
    const broken = reconcile(reports, all).checks.filter(
      ({ verdict, family }) => verdict === 'broken' && family === 'growth',
    );
    expect(broken.map(({ likelyCause }) => likelyCause)).toEqual(['exchanged', 'exchanged']);
  });
});
