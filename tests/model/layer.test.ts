import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { above, applyEdits, bytesOf, decodedOf, type Edit, EditError, undoEdits } from '../../src/model/layer.ts';
import { range } from '../../src/model/offset.ts';
import { decode } from '../../src/source/decode.ts';
import { cut, cuts, sourceBytes } from './arbitraries.ts';
import { integrityFaults } from './integrity.ts';

const decodedOfText = (text: string) => decode(new TextEncoder().encode(text)).layer;

describe('nothing is lost', () => {
  test('three layers of arbitrary edits over any bytes rebuild the decoded source, and every character has its bytes', () => {
    fc.assert(
      fc.property(sourceBytes, cuts, cuts, cuts, (bytes, first, second, third) => {
        const { layer } = decode(bytes);
        const unwrapped = cut<'decoded'>(layer, first, 'unwrapped');
        const kept = cut<'unwrapped'>(unwrapped, second, 'kept');
        const clean = cut<'kept'>(kept, third, 'clean');
        expect(integrityFaults(clean, bytes)).toEqual([]);
        const rebuilt = undoEdits(undoEdits(undoEdits(clean.text, clean.edits), kept.edits), unwrapped.edits);
        expect(rebuilt).toBe(layer.text);
      }),
      { numRuns: 300 },
    );
  });

  test('what stands above a copied stretch comes from that stretch', () => {
    fc.assert(
      fc.property(sourceBytes, cuts, fc.nat(), fc.nat(60), (bytes, first, at, length) => {
        const { layer } = decode(bytes);
        if (layer.text === '') return;
        const unwrapped = cut<'decoded'>(layer, first, 'unwrapped');
        const start = at % layer.text.length;
        const place = range<'decoded'>(start, Math.min(start + length, layer.text.length));
        const up = above<'decoded'>(unwrapped, place);
        expect(up.start).toBeLessThanOrEqual(up.end);
        expect(up.end).toBeLessThanOrEqual(unwrapped.text.length);
        if (up.start === up.end) return;
        const back = decodedOf<'unwrapped'>(unwrapped, up);
        expect(back.start).toBeGreaterThanOrEqual(place.start);
      }),
    );
  });
});

describe('places in edited text', () => {
  const edit = (start: number, end: number, replacement = ''): Edit<'decoded'> => ({
    range: range(start, end),
    replacement,
    rule: 'noise/html-tag',
  });
  // Made in each test: what breaks while tests are being listed is seen by none of them.
  const made = () =>
    applyEdits<'decoded'>(
      decodedOfText('<p>财政收入&nbsp;增长</p>'),
      [edit(15, 19, '\n'), edit(0, 3), edit(7, 13, ' ')],
      'unwrapped',
    );

  test('edits may come in any order', () => {
    const unwrapped = made();
    expect(unwrapped.text).toBe('财政收入 增长\n');
    expect(unwrapped.edits.map((one) => one.original)).toEqual(['<p>', '&nbsp;', '</p>']);
  });

  test.each([
    ['a word', 0, 2, 3, 9],
    ['a replacement is the whole of what it replaced', 4, 5, 15, 21],
    ['from a word over a replacement', 2, 6, 9, 24],
    ['the end of the last paragraph', 7, 8, 27, 31],
    ['an empty range stands before the next character', 4, 4, 15, 15],
    ['an empty range at the end stands at the end', 8, 8, 31, 31],
    ['an empty range between copied characters', 2, 2, 9, 9],
  ])('%s', (_name, start, end, from, to) => {
    expect(bytesOf<'unwrapped'>(made(), range(start, end))).toEqual({ start: from, end: to });
  });

  test('a place that was taken out is empty above', () => {
    const unwrapped = made();
    expect(above<'decoded'>(unwrapped, range(0, 3))).toEqual({ start: 0, end: 0 });
    expect(above<'decoded'>(unwrapped, range(3, 15))).toEqual({ start: 0, end: 7 });
  });

  test.each([
    ['a copied stretch', 4, 6, 1, 3],
    ['from a copied character on, beyond a replacement', 6, 14, 3, 6],
    ['a place within a replacement ends with it', 8, 10, 5, 5],
    ['what begins before a replacement takes all of it', 5, 9, 2, 5],
    ['the last character', 15, 19, 7, 8],
  ])('above: %s', (_name, start, end, from, to) => {
    expect(above<'decoded'>(made(), range(start, end))).toEqual({ start: from, end: to });
  });

  test('above: the end of a text whose end was taken out', () => {
    const cut = applyEdits<'decoded'>(decodedOfText('报告全文</p>'), [edit(4, 8)], 'unwrapped');
    expect(above<'decoded'>(cut, range(5, 8))).toEqual({ start: 4, end: 4 });
    expect(above<'decoded'>(cut, range(2, 8))).toEqual({ start: 2, end: 4 });
  });
});

describe('edits that break the contract', () => {
  type Given = readonly [start: number, end: number, rule?: string];
  const tried = (edits: readonly Given[]) =>
    applyEdits<'decoded'>(
      decodedOfText('各位代表'),
      edits.map(([start, end, rule = 'noise/test']) => ({ range: range(start, end), replacement: 'x', rule })),
      'unwrapped',
    );

  test.each<[string, readonly Given[], string]>([
    ['no rule', [[0, 1, '']], 'edit [0, 1) names no rule'],
    ['nothing taken', [[2, 2]], 'edit [2, 2) of noise/test takes nothing away'],
    ['turned round', [[3, 1]], 'edit [3, 1) of noise/test takes nothing away'],
    ['before the start', [[-1, 1]], 'edit [-1, 1) of noise/test lies outside a text of 4 characters'],
    ['behind the end', [[3, 5]], 'edit [3, 5) of noise/test lies outside a text of 4 characters'],
    ['not a whole number', [[0.5, 2]], 'edit [0.5, 2) of noise/test lies outside a text of 4 characters'],
    ['an end that is none', [[0, 1.5]], 'edit [0, 1.5) of noise/test lies outside a text of 4 characters'],
    [
      'overlap',
      [
        [0, 2],
        [1, 3],
      ],
      'edit [1, 3) of noise/test overlaps the edit that ends at 2',
    ],
    [
      'twice the same',
      [
        [0, 2],
        [0, 2],
      ],
      'edit [0, 2) of noise/test overlaps the edit that ends at 2',
    ],
    [
      'one within another that was given first',
      [
        [1, 3],
        [0, 4],
      ],
      'edit [1, 3) of noise/test overlaps the edit that ends at 4',
    ],
  ])('%s', (_name, edits, message) => {
    expect(() => tried(edits)).toThrow(EditError);
    expect(() => tried(edits)).toThrow(expect.objectContaining({ name: 'EditError', message }));
  });

  test('touching edits are fine, from the first character to the last', () => {
    expect(
      tried([
        [2, 4],
        [0, 2],
      ]).text,
    ).toBe('xx');
    expect(
      tried([
        [0, 1],
        [3, 4],
      ]).text,
    ).toBe('x位代x');
  });
});
