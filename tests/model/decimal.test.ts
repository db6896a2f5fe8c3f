/** Arithmetic on decimals gives what big.js gives, digit for digit, whatever the number of digits. */
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, hundredth, minus, plus, quotient, times } from '../../src/model/decimal.ts';

/** Decimals as reports and their intervals have them: of few digits and of many, with zeros in front, within and at the end. */
const text = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.nat(99).map(String), fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String)),
    fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9]{1,9}$/u)),
    fc.nat(12),
  )
  .map(([isNegative, whole, after, zeros]) =>
    [isNegative ? '-' : '', whole, after === '' ? '0'.repeat(zeros) : `.${after}`].join(''),
  );

const exact: readonly [string, (a: string, b: string) => string, (a: string, b: string) => Big][] = [
  ['sum', plus, (a, b) => new Big(a).plus(b)],
  ['difference', minus, (a, b) => new Big(a).minus(b)],
  ['product', times, (a, b) => new Big(a).times(b)],
];

describe('the same as big.js', () => {
  test('zeros with and without a sign are one', () => {
    for (const a of ['0', '-0', '-0.00']) for (const b of ['0', '-0', '-0.0']) expect(compare(a, b)).toBe(0);
  });

  test.each(exact)('%s', (_name, own, theirs) => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(own(a, b)).toBe(theirs(a, b).toFixed());
      }),
      { numRuns: 3000 },
    );
  });

  test('order', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compare(a, b))).toBe(new Big(a).cmp(b));
        expect(compare(a, a)).toBe(0);
      }),
      { numRuns: 3000 },
    );
  });

  test('a hundredth', () => {
    fc.assert(
      fc.property(text, (a) => {
        expect(hundredth(a)).toBe(new Big(a).times('0.01').toFixed());
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['down', 'up'] as const)('a quotient rounded %s', (rounding) => {
    const Rounded = Big();
    Rounded.DP = 12;
    Rounded.RM = rounding === 'down' ? Big.roundDown : Big.roundUp;
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [over, under] = [a, b].map((one) => one.replace('-', ''));
        fc.pre(over !== undefined && under !== undefined && !new Big(under).eq(0));
        expect(quotient(over ?? '', under ?? '', rounding)).toBe(new Rounded(over ?? '').div(under ?? '').toFixed());
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ['9007199254740991', '1', '9007199254740992'],
  ['0.1', '0.2', '0.3'],
  ['-0', '0', '0'],
  ['999999999999999', '0.00000000001', '999999999999999.00000000001'],
])('%s + %s = %s', (a, b, sum) => {
  expect(plus(a, b)).toBe(sum);
});

test.each(['', '.', '1.', 'x', '1e', '--1', '1.2.3'])('%j is no decimal', (broken) => {
  expect(() => plus(broken, '1')).toThrow();
  expect(() => times('1', broken)).toThrow();
});
