/** What holds of any number and any text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { big, meets } from '../../src/model/interval.ts';
import { quantities } from '../../src/source/quantity.ts';
import { vocabulary } from './support.ts';

describe('promises', () => {
  test('Chinese numerals mean what their Arabic form means', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (wanted) => {
        const [one] = quantities(`投资${chinese(wanted)}万元`, vocabulary).quantities;
        expect(one?.value).toBe(String(BigInt(wanted) * 10_000n));
      }),
    );
  });

  test('the interval holds the value and is one last digit wide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const written = places === 0 ? String(digits) : (digits / 10 ** places).toFixed(places);
        const [one] = quantities(`产值${written}亿元`, vocabulary).quantities;
        const { low, high } = one?.interval ?? { low: null, high: null };
        expect(one?.value).toBe(big(written).times(100_000_000).toFixed());
        expect(
          big(high ?? '0')
            .minus(low ?? '0')
            .toFixed(),
        ).toBe(
          big('10')
            .pow(8 - places)
            .toFixed(),
        );
        expect(meets({ low, high }, { low: one?.value ?? null, high: one?.value ?? null })).toBe(true);
      }),
    );
  });

  test('any text is read without a throw; places are in order, in the text and do not overlap', () => {
    const piece = fc.constantFrom(
      '第',
      '一',
      '前',
      '5',
      '.',
      ',',
      '%',
      '亿',
      '万',
      '元',
      '家',
      '“',
      '”',
      '年',
      '-',
      '至',
      '：',
      '1',
      '余',
      '约',
      'A',
      '\n',
      '。',
      '数',
      '几',
      '二',
      '三',
      '百',
      '壹',
      '佰',
      '金',
      '银',
      '个',
      '以上',
      '岁',
      '条',
      '县',
      '、',
      '番',
      '翻',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const read = quantities(text, vocabulary);
        let end = 0;
        for (const { range, quote } of read.quantities) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(range.start, range.end)).toBe(quote);
          end = range.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each(['1', '一', '1,', '1-', '1:', '“', '第', '1+', '增长5%，', '3、'])(
    'a line of a million %s takes its time and no more',
    (piece) => {
      const text = piece.repeat(300_000 / piece.length);
      expect(() => quantities(text, vocabulary)).not.toThrow();
    },
  );
});

/** Writes a whole number below 10^8 in Chinese numerals. */
function chinese(value: number): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return section(low);
  return low === 0 ? `${section(high)}万` : `${section(high)}万${low < 1000 ? '零' : ''}${section(low)}`;
}

function section(value: number): string {
  let text = '';
  let zero = false;
  for (const [power, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += `${zero ? '零' : ''}${'零一二三四五六七八九'.charAt(digit)}${word}`;
      zero = false;
    }
  }
  return text;
}
