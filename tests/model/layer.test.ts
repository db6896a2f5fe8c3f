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
  const layer = decodedOfText('<p>财政收入&nbsp;增长</p>');
  const edit = (start: number, end: number, replacement = ''): Edit<'decoded'> => ({
    range: range(start, end),
    replacement,
    rule: 'noise/html-tag',
  });
  const unwrapped = applyEdits<'decoded'>(layer, [edit(15, 19, '\n'), edit(0, 3), edit(7, 13, ' ')], 'unwrapped');

  test('edits may come in any order', () => {
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
  ])('%s', (_name, start, end, from, to) => {
    expect(bytesOf<'unwrapped'>(unwrapped, range(start, end))).toEqual({ start: from, end: to });
  });

  test('a place that was taken out is empty above', () => {
    expect(above<'decoded'>(unwrapped, range(0, 3))).toEqual({ start: 0, end: 0 });
    expect(above<'decoded'>(unwrapped, range(3, 15))).toEqual({ start: 0, end: 7 });
  });
});

describe('edits that break the contract', () => {
  const layer = decodedOfText('各位代表');
  const tryEdits =
    (...edits: Edit<'decoded'>[]) =>
    () =>
      applyEdits<'decoded'>(layer, edits, 'unwrapped');
  const edit = (start: number, end: number, rule = 'noise/test'): Edit<'decoded'> => ({
    range: range(start, end),
    replacement: 'x',
    rule,
  });

  test.each([
    ['no rule', [edit(0, 1, '')], /names no rule/],
    ['nothing taken', [edit(2, 2)], /takes nothing away/],
    ['turned round', [edit(3, 1)], /takes nothing away/],
    ['before the start', [edit(-1, 1)], /outside a text of 4/],
    ['behind the end', [edit(3, 5)], /outside a text of 4/],
    ['not a whole number', [edit(0.5, 2)], /outside/],
    ['overlap', [edit(0, 2), edit(1, 3)], /overlaps the edit that ends at 2/],
    ['twice the same', [edit(0, 2), edit(0, 2)], /overlaps/],
  ])('%s', (_name, edits, message) => {
    expect(tryEdits(...edits)).toThrow(EditError);
    expect(tryEdits(...edits)).toThrow(message);
  });

  test('touching edits are fine', () => {
    expect(tryEdits(edit(0, 2), edit(2, 4))().text).toBe('xx');
  });
});
