import { describe, expect, test } from 'vitest';
import { CardError } from '../../src/rules/card.ts';
import { readHedges } from '../../src/rules/vocabulary/hedges.ts';
import { readIndicators } from '../../src/rules/vocabulary/indicators.ts';
import { readUnits } from '../../src/rules/vocabulary/units.ts';
import { vocabulary } from './support.ts';

describe('indicators', () => {
  test.each([
    ['区级一般公共预算收入', '一般公共预算收入', ['区级']],
    ['全社会固定资产投资总额', '固定资产投资', []],
    ['农民人均纯收入', '农民人均纯收入', ['农村']],
    ['实到外资', '实际使用外资', []],
  ])('%s', (words, name, scope) => {
    const match = vocabulary.indicators.match(words, words.length);
    expect(match).toMatchObject({ indicator: { name }, scope, start: 0 });
  });

  test('the longest alias wins, and the match ends where asked', () => {
    const words = '城镇居民人均可支配收入增长';
    expect(vocabulary.indicators.match(words, words.length - 2)?.indicator.name).toBe('城镇居民人均可支配收入');
    expect(vocabulary.indicators.match(words, words.length)).toBeNull();
  });

  test('no alias belongs to two indicators, and every unit is known', () => {
    for (const { name, units } of vocabulary.indicators.all) {
      expect(vocabulary.indicators.match(name, name.length)?.indicator.name).toBe(name);
      for (const unit of units) expect(vocabulary.units.byName(unit)).not.toBeNull();
    }
  });
});

test('a check may widen soft hedges only', () => {
  expect(vocabulary.hedges.slack('约')).toBe('0.05');
  expect(vocabulary.hedges.slack('超过')).toBe('0');
  expect(vocabulary.hedges.slack('近+余')).toBe('0.10');
  expect(vocabulary.hedges.slack(null)).toBe('0');
});

test.each([
  ['units', () => readUnits({ path: 'vocabulary/units.yaml', text: 'units:\n  - { name: 元, kind: coin }\n' }), 2],
  [
    'hedges',
    () =>
      readHedges({
        path: 'vocabulary/hedges.yaml',
        text: 'hedges:\n  - word: 约\n    place: before\n    bound: high\n',
      }),
    4,
  ],
  [
    'indicators',
    () =>
      readIndicators({
        path: 'vocabulary/indicators.yaml',
        text: 'indicators:\n  - name: 税\n    nature: flow\n    colour: red\n',
      }),
    4,
  ],
])('a broken %s file names its line', (_, read, line) => {
  expect(read).toThrow(CardError);
  expect(read).toThrow(new RegExp(`:${line}:`, 'u'));
});
