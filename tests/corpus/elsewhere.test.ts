/** Amounts that are said to be higher, lower or so many times those of another place: held against what that place's report states. */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { FigureClaim } from '../../src/model/fact.ts';
import type { Rules } from '../../src/rules/card.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type Given, report } from './build.ts';

const all = rulesFromDisk();
const rules: Rules = { ...all, rules: all.rules.filter(({ card }) => card.id === 'figures/amount-elsewhere') };
const INCOME = '居民人均可支配收入';

function income(quote: string, more: Partial<Given> = {}): Given {
  return { indicator: INCOME, sentence: 0, ...more, quote };
}

/** What is said of the city's first figure, or of the one behind it, against the reports of the province and the nation. */
function said(own: readonly Given[], claim: Pick<FigureClaim, 'kind' | 'quote'> | null, province: readonly Given[]) {
  const figureId = `city#1-000${own.length - 1}`;
  const claims: FigureClaim[] = claim === null ? [] : [{ figureId, years: null, ...claim }];
  const reports = [
    report({ id: 'city', code: '330100', parent: '330000', region: '杭州市', claims }, own),
    report({ id: 'province', code: '330000', parent: '100000', region: '浙江省' }, province),
    report({ id: 'nation', code: '100000', parent: null, region: '中国' }, [income('39218元')]),
  ];
  return reconcile(reports, rules).checks.map(({ verdict, reason }) => `${verdict} ${reason}`);
}

const above = { kind: 'above', quote: '高于全省平均水平' } as const;
const below = { kind: 'below', quote: '低于全省平均水平' } as const;

describe('more or less than elsewhere', () => {
  test.each([
    ['more, and it is', '70281元', above, 'holds fits'],
    ['more, and it is less by more than a revision', '56281元', above, 'broken contradicted'],
    ['more, and it is less by what may be revised', '63000元', above, 'cannot-tell may-be-revised'],
    ['less, and it is', '56281元', below, 'holds fits'],
    ['less, and it is more', '70281元', below, 'broken contradicted'],
    ['more than in the nation, and it is', '56281元', { kind: 'above', quote: '高于全国平均水平' }, 'holds fits'],
  ] as const)('%s', (_, own, claim, expected) => {
    expect(said([income(own)], claim, [income('63830元')])).toEqual([expected]);
  });

  test('amounts of another year, scope or thing, and places that state none, are not compared', () => {
    const own = [income('56281元')];
    expect(said(own, above, [income('63830元', { scope: ['城镇'] })])).toEqual([]);
    expect(said(own, above, [income('63830元', { indicator: '城镇居民人均可支配收入' })])).toEqual([]);
    expect(said(own, above, [income('63830元', { period: { start: '2021-01-01', end: '2021-12-31' } })])).toEqual([]);
    expect(said(own, above, [income('63830元', { nature: 'target' })])).toEqual([]);
    expect(said(own, null, [income('63830元')])).toEqual([]);
  });

  test('a place that states it twice with two values cannot tell', () => {
    expect(said([income('70281元')], above, [income('63830元'), income('60302元')])).toEqual([
      'cannot-tell stated-twice',
    ]);
  });
});

describe('so much more, so many times', () => {
  const difference = (quote: string, direction: 'up' | 'down'): Given =>
    income(quote, { measure: 'growth', direction, comparedWith: '全省平均水平' });
  const times = (value: string): Given => ({
    quote: `${value}倍`,
    value,
    interval: { low: String(Number(value) - 0.05), high: String(Number(value) + 0.05) },
    unit: '倍',
    measure: 'ratio',
    sentence: 0,
  });

  test.each([
    ['6451元 more', '70281元', '6451元', 'up', 'holds fits'],
    ['4451元 more', '70281元', '4451元', 'up', 'cannot-tell may-be-revised'],
    ['645元 more', '70281元', '645元', 'up', 'broken contradicted'],
    ['7549元 less', '56281元', '7549元', 'down', 'holds fits'],
  ] as const)('%s', (_, own, by, direction, expected) => {
    expect(said([income(own), difference(by, direction)], null, [income('63830元')])).toEqual([expected]);
  });

  test.each([
    ['1.1', 'holds fits'],
    ['1.2', 'cannot-tell may-be-revised'],
    ['1.5', 'broken contradicted'],
  ])('%s times', (value, expected) => {
    const claim = { kind: 'times', quote: '是全省平均水平的' } as const;
    const own = [income('70281元'), times(value)];
    expect(said(own, claim, [income('63830元')])).toEqual([expected]);
  });
});
