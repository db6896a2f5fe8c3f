/** Levels that are told with one end: “more than 2” is told of 2.1, and not of 44. */
import { expect, test } from 'vitest';
import { reconcile } from '../../src/corpus/reconcile.ts';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type Given, report, written } from './build.ts';
import { broken, reviewOf, told } from './series.ts';

const rules = rulesFromDisk();

/** 超过282亿元: at least that, and nobody says how much. */
function atLeast(quote: string): Partial<Given> {
  const { value, unit } = written(quote);
  return { quote: `超过${quote}`, value, unit, interval: { low: value, high: null }, hedge: '超过' };
}

test.each([
  ['more than 282.0亿元', '299.40亿元', 0],
  ['more than 200.0亿元', '299.40亿元', 0],
  ['more than 282.0亿元', '2994.0亿元', 1],
  ['282.18亿元', 'more than 299.0亿元', 0],
  ['2821.8亿元', 'more than 299.0亿元', 1],
  ['282.18亿元', 'more than 29.0亿元', 1],
] as const)('%s, then %s with growth of 6.1%%: %i broken', (before, now, count) => {
  const given = (level: string, growth: string | null): Given[] => {
    const [first, ...more] = told(level.replace('more than ', ''), growth);
    if (first === undefined) return [];
    return [level.startsWith('more') ? { ...first, ...atLeast(first.quote) } : first, ...more];
  };
  const reports = [reviewOf(2022, given(before, null)), reviewOf(2023, given(now, '6.1%'))];
  expect(broken(reports, rules).filter(({ family }) => family === 'growth')).toHaveLength(count);
});

test.each([
  ['34%', 'holds fits'],
  ['120%', 'cannot-tell hedged'],
  ['334%', 'broken implausible-gap'],
])('more than 1.7 is %s of more than 5: %s', (percent, expected) => {
  const [total, part] = ['地区生产总值', '数字经济规模'];
  const { checks } = reconcile(
    [
      report({ id: 'province', code: '430000' }, [
        { quote: '', ...atLeast('5.0万亿元'), indicator: total, indicatorText: total, sentence: 0 },
        { quote: '', ...atLeast('1.7万亿元'), indicatorText: part, sentence: 1 },
        { quote: percent, indicatorText: part, sentence: 1, measure: 'share', whole: total },
      ]),
    ],
    rules,
  );
  const shares = checks.filter(({ family }) => family === 'share');
  expect(shares.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual([expected]);
  // What is a part cannot be more than all: the share is wrong, whatever the amounts are.
  expect(shares[0]?.suspectFigureId ?? null).toBe(expected.startsWith('broken') ? shares[0]?.figureIds[1] : null);
});
