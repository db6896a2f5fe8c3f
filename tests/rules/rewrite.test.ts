import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from '../../src/rules/card.ts';
import { rewrite, smallestEdits } from '../../src/rules/kinds/rewrite.ts';

function applied(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, replacement } of edits) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}

describe('smallestEdits', () => {
  test.each([
    [
      '6 9.4 %',
      '69.4%',
      [
        [1, 2, ''],
        [5, 6, ''],
      ],
    ],
    ['34  065', '34065', [[2, 4, '']]],
    ['甲乙丙', '甲丁丙', [[1, 2, '丁']]],
    ['甲丙', '甲乙丙', [[0, 1, '甲乙']]],
    ['丙', '乙丙', [[0, 1, '乙丙']]],
    ['甲', '甲', []],
  ])('turns %j into %j', (from, to, edits) => {
    expect(smallestEdits(0, from, to).map(({ start, end, replacement }) => [start, end, replacement])).toEqual(edits);
  });

  test('always gives the text that was asked for, and every edit takes a character away', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 8 });
    fc.assert(fc.property(word, word, (from, to) => applied(from, smallestEdits(0, from, to)) === to));
  });
});

describe('rewrite', () => {
  test('lets the earlier rewriting have what two of them want', () => {
    const edits = rewrite('a b  c', [
      { find: / {2}/gu, replace: '\n' },
      { find: /\w {1,2}(?=\w)/gu, replace: { drop: 'spaces' } },
    ]);
    expect(applied('a b  c', edits)).toBe('ab\nc');
  });

  test('puts groups in', () => {
    expect(applied('x<1>y', rewrite('x<1>y', [{ find: /<(\d)>/gu, replace: '[$1]' }]))).toBe('x[1]y');
  });
});
