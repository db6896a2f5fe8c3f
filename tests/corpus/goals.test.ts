/** “All targets met”: held against the targets of the report before and the outcomes of the report itself. */
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { GoalsClaim } from '../../src/model/fact.ts';
import type { Rules } from '../../src/rules/card.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { ALL_TARGETS_MET, type Given, report } from './build.ts';

const all = rulesFromDisk();
const goals: Rules = { ...all, rules: all.rules.filter(({ card }) => card.id === 'figures/all-targets-met') };

const claim = ALL_TARGETS_MET;
const year = { start: '2023-01-01', end: '2023-12-31' };
const NAMES = ['地区生产总值', '固定资产投资', '社会消费品零售总额', '规模以上工业增加值'];

/** Rates of growth of as many indicators, in per cent; a fall has its minus. */
function rates(values: readonly string[], nature: 'target' | 'actual'): Given[] {
  return values.map((value, at) => ({
    quote: `${value.replace('-', '')}%`,
    value: value.replace('-', ''),
    interval: { low: value.replace('-', ''), high: value.replace('-', '') },
    unit: '%',
    indicator: NAMES[at] ?? '',
    indicatorText: NAMES[at] ?? '',
    measure: 'growth',
    direction: value.startsWith('-') ? 'down' : 'up',
    period: year,
    nature,
  }));
}

function said(
  reached: readonly Given[],
  about: Partial<GoalsClaim> = {},
  aimed = rates(['6', '7', '8', '9'], 'target'),
) {
  const reports = [
    report({ id: 'a', year: 2023 }, aimed),
    report({ id: 'b', year: 2024, claims: [{ ...claim, ...about }] }, reached),
  ];
  return reconcile(reports, goals);
}

describe('all targets met', () => {
  test.each([
    ['all were', ['6.1', '7', '8.4', '9'], {}, 'holds targets-met'],
    ['one was not', ['6.1', '6.2', '8.4', '9'], {}, 'cannot-tell targets-missed'],
    ['three of four were not', ['5.2', '6.2', '-3.1', '9'], {}, 'broken most-targets-missed'],
    ['they were on the whole', ['5.2', '6.2', '-3.1', '9'], { isHedged: true }, 'cannot-tell hedged-claim'],
    ['the main ones were', ['5.2', '6.2', '-3.1', '9'], { isLimited: true }, 'cannot-tell of-some-targets'],
    ['too few are known', ['6.1', '7'], {}, 'cannot-tell few-targets-known'],
  ] as const)('%s', (_, reached, about, expected) => {
    const { checks } = said(rates(reached, 'actual'), about);
    expect(checks.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual([expected]);
  });

  test('what was missed is named with its figures, and no figure is called wrong for it', () => {
    const { checks, findings } = said(rates(['5.2', '6.2', '-3.1', '9'], 'actual'));
    expect(checks[0]).toMatchObject({
      suspectFigureId: null,
      data: {
        claim: claim.quote,
        known: '4',
        met: '1',
        shown: '地区生产总值 6% ✗ 5.2%、固定资产投资 7% ✗ 6.2%、社会消费品零售总额 8% ✗ -3.1%',
      },
    });
    expect(findings).toMatchObject([{ severity: 'info', sourceId: 'b', quote: '5.2%' }]);
  });

  test('a claim of another year, of a whole plan, or none is not held against the targets of the year', () => {
    const reached = rates(['5.2', '6.2', '7.1', '9'], 'actual');
    expect(said(reached, { from: 2022, to: 2022 }).checks).toEqual([]);
    expect(said(reached, { of: 'plan', from: 2021, to: 2025 }).checks).toEqual([]);
  });

  test('the lower of two targets counts, and 5%以上 does not tell whether six were reached', () => {
    const both = [...rates(['6', '7', '8'], 'target'), ...rates(['5'], 'target')];
    expect(said(rates(['5.2', '7', '8'], 'actual'), {}, both).checks[0]?.reason).toBe('targets-met');
    const open = rates(['6', '7', '8', '9'], 'actual').map((one, at) =>
      at === 0 ? { ...one, quote: '5%以上', value: '5', interval: { low: '5', high: null }, hedge: '以上' } : one,
    );
    expect(said(open).checks[0]?.data.known).toBe('3');
  });

  test('the level of a plan that is over is held against the target of its first year', () => {
    const level = (quote: string, end: number, nature: 'target' | 'actual'): Given => ({
      quote,
      indicator: '地区生产总值',
      period: { start: `${end}-01-01`, end: `${end}-12-31` },
      nature,
    });
    const plan: GoalsClaim = { ...claim, of: 'plan', from: 2016, to: 2020 };
    const reports = [
      report({ id: 'a', year: 2016 }, [level('1000亿元', 2020, 'target')]),
      report({ id: 'b', year: 2021, claims: [plan] }, [level('980亿元', 2020, 'actual')]),
    ];
    expect(reconcile(reports, goals).checks.map(({ reason, data }) => [reason, data.years])).toEqual([
      ['targets-missed', '2016–2020'],
    ]);
  });
});
