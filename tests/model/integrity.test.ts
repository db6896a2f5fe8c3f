/** The check of integrity is itself checked: a layer that was tampered with must be found out. */
import { describe, expect, test } from 'vitest';
import { applyEdits, type EditedLayer } from '../../src/model/layer.ts';
import { range } from '../../src/model/offset.ts';
import { decode } from '../../src/source/decode.ts';
import { integrityFaults } from './integrity.ts';

const bytes = new TextEncoder().encode('【打印】全市生产总值增长５.6%。\r\n财政收入增长3.2%。');
const { layer } = decode(bytes);
const sound: EditedLayer<'unwrapped', 'decoded'> = applyEdits<'decoded'>(
  layer,
  [
    { range: range<'decoded'>(0, 4), replacement: '', rule: 'noise/portal-navigation' },
    { range: range<'decoded'>(17, 19), replacement: '\n', rule: 'noise/line-ends' },
  ],
  'unwrapped',
);

describe('integrity', () => {
  test('a sound layer has no faults', () => {
    expect(sound.text).toBe('全市生产总值增长５.6%。\n财政收入增长3.2%。');
    expect(integrityFaults(sound, bytes)).toEqual([]);
  });

  test.each([
    ['a dropped edit', { ...sound, edits: sound.edits.slice(1) }, /do not rebuild/],
    [
      'a ledger with another original',
      { ...sound, edits: sound.edits.map((edit) => ({ ...edit, original: '【分享】' })) },
      /records other text/,
    ],
    ['a ledger in the wrong order', { ...sound, edits: [...sound.edits].reverse() }, /out of order/],
    [
      'a ledger without a rule',
      { ...sound, edits: sound.edits.map((edit) => ({ ...edit, rule: '' })) },
      /names no rule/,
    ],
    ['a changed figure', { ...sound, text: sound.text.replace('5', '6').replace('3.2', '3.3') }, /no true copy/],
    ['a text cut short', { ...sound, text: sound.text.slice(0, -3) }, /do not rebuild/],
    [
      'a map that is one off',
      { ...sound, pieces: { ...sound.pieces, inStart: sound.pieces.inStart.map((at) => at + 1) } },
      /no true copy/,
    ],
    [
      'a map with a gap',
      {
        ...sound,
        pieces: { ...sound.pieces, outStart: sound.pieces.outStart.map((at, i) => (i === 0 ? at + 1 : at)) },
      },
      /starts at/,
    ],
    [
      'a copy that says it is a replacement',
      { ...sound, pieces: { ...sound.pieces, copied: sound.pieces.copied.map(() => 0) } },
      /in no edit/,
    ],
  ])('finds %s', (_name, tampered, fault) => {
    expect(integrityFaults(tampered, bytes).join('\n')).toMatch(fault);
  });

  test.each([
    [
      'shifted by a byte',
      (start: number, end: number) => range<'byte'>(start + 1, end + 1),
      /starts at byte 1, not at 0/,
    ],
    ['empty', (start: number) => range<'byte'>(start, start), /has no bytes/],
    ['too wide', (start: number, end: number) => range<'byte'>(start, end + 1), /not at/],
  ])('finds a byte map that is %s', (_name, wrong, fault) => {
    const map = {
      bytesOf: (place: Parameters<typeof layer.bytes.bytesOf>[0]) => {
        const { start, end } = layer.bytes.bytesOf(place);
        return wrong(start, end);
      },
    };
    const tampered = { ...sound, under: { ...layer, bytes: map } };
    expect(integrityFaults(tampered, bytes).join('\n')).toMatch(fault);
  });

  test('finds a byte map that stops before the end of the file', () => {
    expect(integrityFaults(sound, Uint8Array.of(...bytes, 0x41)).join('\n')).toMatch(/1 bytes are in no character/);
  });
});
