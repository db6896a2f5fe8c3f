/** Intervals are sound: whatever the true values are, the result of a calculation lies in the interval that was calculated. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANY,
  add,
  big,
  decimal,
  divide,
  exactly,
  growthFactor,
  type Interval,
  meets,
  multiply,
  subtract,
  within,
} from '../../src/model/interval.ts';

const amount = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, scale]) => decimal(big(String(digits)).div(10 ** scale)));

/** An interval of quantities with one of its members. Ends may be open. */
const withMember = fc.tuple(amount, amount, amount, fc.boolean(), fc.boolean()).map(([a, b, c, lowOpen, highOpen]) => {
  const [low = '0', member = '0', high = '0'] = [a, b, c].sort((x, y) => big(x).cmp(y));
  const interval: Interval = { low: lowOpen ? null : low, high: highOpen ? null : high };
  return { interval, member };
});

const holds = ({ low, high }: Interval, value: ReturnType<typeof big>): boolean =>
  (low === null || value.gte(low)) && (high === null || value.lte(high));

describe('members stay inside', () => {
  test.each([
    ['sum', add, (a: string, b: string) => big(a).plus(b)],
    ['difference', subtract, (a: string, b: string) => big(a).minus(b)],
    ['product', multiply, (a: string, b: string) => big(a).times(b)],
  ])('%s', (_name, ofIntervals, ofValues) => {
    fc.assert(
      fc.property(withMember, withMember, (a, b) => {
        expect(holds(ofIntervals(a.interval, b.interval), ofValues(a.member, b.member))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('quotient: multiplied back, it holds exactly', () => {
    fc.assert(
      fc.property(withMember, withMember, (a, b) => {
        fc.pre(big(b.member).gt(0));
        const { low, high } = divide(a.interval, b.interval);
        if (low !== null) expect(big(low).times(b.member).lte(a.member)).toBe(true);
        if (high !== null) expect(big(high).times(b.member).gte(a.member)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('growth factor, up and down', () => {
    fc.assert(
      fc.property(withMember, fc.constantFrom<'up' | 'down'>('up', 'down'), ({ interval, member }, direction) => {
        const share = big(member).div(100);
        const factor = direction === 'up' ? big('1').plus(share) : big('1').minus(share);
        expect(holds(growthFactor(interval, direction), factor)).toBe(true);
      }),
    );
  });
});

describe('comparison', () => {
  test('two intervals meet when a value lies in both, and only then', () => {
    fc.assert(
      fc.property(withMember, withMember, ({ interval: a, member }, { interval: b }) => {
        if (holds(b, big(member))) expect(meets(a, b)).toBe(true);
        if (!meets(a, b)) expect(meets(b, a)).toBe(false);
        if (within(a, b)) expect(holds(b, big(member))).toBe(true);
      }),
    );
  });

  test.each<[string, Interval, Interval, boolean]>([
    ['they share one end', { low: '1', high: '2' }, { low: '2', high: '3' }, true],
    ['a gap of the last digit', { low: '1', high: '1.999' }, { low: '2', high: '3' }, false],
    ['open upward', { low: '500', high: null }, exactly('7693'), true],
    ['open upward, too low', { low: '500', high: null }, exactly('499.99'), false],
    ['anything', ANY, exactly('0'), true],
  ])('%s', (_name, a, b, expected) => {
    expect(meets(a, b)).toBe(expected);
  });
});

test.each<[string, Interval, Interval, boolean]>([
  ['the same', { low: '1', high: '2' }, { low: '1', high: '2' }, true],
  ['well inside', exactly('1.5'), { low: '1', high: '2' }, true],
  ['below', { low: '0.9', high: '2' }, { low: '1', high: '2' }, false],
  ['above', { low: '1', high: '2.1' }, { low: '1', high: '2' }, false],
  ['open below in a closed one', { low: null, high: '2' }, { low: '1', high: '2' }, false],
  ['open above in a closed one', { low: '1', high: null }, { low: '1', high: '2' }, false],
  ['in one that is open above', { low: '500', high: null }, { low: '400', high: null }, true],
  ['below one that is open above', { low: '300', high: null }, { low: '400', high: null }, false],
  ['in one that is open below', { low: null, high: '3' }, { low: null, high: '3' }, true],
  ['above one that is open below', { low: null, high: '4' }, { low: null, high: '3' }, false],
])('within: %s', (_name, a, b, expected) => {
  expect(within(a, b)).toBe(expected);
});

test.each<[string, () => Interval, Interval]>([
  ['sum', () => add({ low: '1', high: '2' }, { low: '10', high: '20' }), { low: '11', high: '22' }],
  ['sum, open above', () => add({ low: '1', high: null }, { low: '10', high: '20' }), { low: '11', high: null }],
  ['sum, open below', () => add({ low: '1', high: '2' }, { low: null, high: '20' }), { low: null, high: '22' }],
  ['difference', () => subtract({ low: '10', high: '20' }, { low: '1', high: '2' }), { low: '8', high: '19' }],
  [
    'difference, something open above taken away',
    () => subtract({ low: '10', high: '20' }, { low: '1', high: null }),
    { low: null, high: '19' },
  ],
  [
    'difference, something open below taken away',
    () => subtract({ low: '10', high: '20' }, { low: null, high: '2' }),
    { low: '8', high: null },
  ],
  [
    'difference from something open',
    () => subtract({ low: null, high: '20' }, exactly('5')),
    { low: null, high: '15' },
  ],
  [
    'product with something open above',
    () => multiply(exactly('2'), { low: '3', high: null }),
    { low: '6', high: null },
  ],
  [
    'product with something open below',
    () => multiply(exactly('2'), { low: null, high: '3' }),
    { low: '0', high: '6' },
  ],
  ['quotient of something open below', () => divide({ low: null, high: '6' }, exactly('2')), { low: '0', high: '3' }],
  ['quotient by something open above', () => divide(exactly('6'), { low: '2', high: null }), { low: '0', high: '3' }],
  ['quotient by something open below', () => divide(exactly('6'), { low: null, high: '2' }), { low: '3', high: null }],
  ['quotient of something open above', () => divide({ low: '6', high: null }, exactly('2')), { low: '3', high: null }],
  ['growth that is open', () => growthFactor({ low: '5', high: null }, 'up'), { low: '1.05', high: null }],
  ['a fall that is open', () => growthFactor({ low: '5', high: null }, 'down'), { low: null, high: '0.95' }],
])('%s', (_name, result, expected) => {
  expect(result()).toEqual(expected);
});

describe('exactness', () => {
  test('4.72万亿 times a growth factor keeps every digit', () => {
    const level = { low: '4715000000000', high: '4725000000000' };
    expect(multiply(level, growthFactor({ low: '4.95', high: '5.05' }, 'up'))).toEqual({
      low: '4948392500000',
      high: '4963612500000',
    });
  });

  test.each<[string, Interval, Interval, Interval]>([
    ['a third is rounded outward', exactly('1'), exactly('3'), { low: '0.333333333333', high: '0.333333333334' }],
    ['a divisor that may be zero has no upper end', exactly('1'), { low: '0', high: '2' }, { low: '0.5', high: null }],
    ['zero by zero says nothing', exactly('0'), exactly('0'), { low: null, high: null }],
  ])('%s', (_name, a, b, expected) => {
    expect(divide(a, b)).toEqual(expected);
  });

  test('negative quantities are refused', () => {
    expect(() => multiply(exactly('-1'), exactly('2'))).toThrow(RangeError);
    expect(() => multiply(exactly('1'), { low: '-2', high: '3' })).toThrow('got -2');
    expect(multiply(exactly('0'), exactly('5'))).toEqual(exactly('0'));
  });

  test('what is no decimal is refused', () => {
    expect(() => big('五')).toThrow();
  });
});
