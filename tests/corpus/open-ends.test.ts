/** Levels that are told with one end: “more than 2” is told of 2.1, and not of 44. */
import { expect, test } from 'vitest';
import { rulesFromDisk } from '../support/pipeline.ts';
import { type Given, written } from './build.ts';
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
