/** Arbitrary texts, bytes and edits for property tests. */
import fc from 'fast-check';
import { type Above, applyEdits, type Edit, type Layer } from '../../src/model/layer.ts';
import type { LayerName } from '../../src/model/offset.ts';
import { range } from '../../src/model/offset.ts';

/** Text as sources have it: Chinese, digits, marks, blanks, rare ideographs of two units, invisible characters. */
export const chineseText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'全市生产总值增长政府工作报告各位代表一二三，。、；（）“”') },
      { weight: 3, arbitrary: fc.constantFrom(...'0123456789.%- \n\t　') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '𬭚',
          '𠮷',
          '\u200b',
          '\ufeff',
          '\u00a0',
          '€',
          'é',
          '\r\n',
          '\u2028',
          '\ufffd',
          '\ue000',
        ),
      },
    ),
    { maxLength: 700 },
  )
  .map((parts) => parts.join(''));

/** Cut points and replacements, from which edits of a text of any length are made. */
export const cuts = fc.array(
  fc.record({
    gap: fc.nat(40),
    length: fc.integer({ min: 1, max: 30 }),
    replacement: fc.constantFrom('', '', '', '\n', ' ', '更正', '𠮷。'),
  }),
  { maxLength: 20 },
);

export type Cuts = readonly { readonly gap: number; readonly length: number; readonly replacement: string }[];

/** Edits that fit a text, touching ones included. */
export function editsOf<S extends LayerName>(text: string, from: Cuts): Edit<S>[] {
  const edits: Edit<S>[] = [];
  let at = 0;
  for (const { gap, length, replacement } of from) {
    const start = at + gap;
    const end = Math.min(start + length, text.length);
    if (end <= start) break;
    edits.push({ range: range(start, end), replacement, rule: 'noise/test' });
    at = end;
  }
  return edits;
}

/** The layer above, made with arbitrary cuts. */
export function cut<S extends keyof Above>(layer: Layer<S>, from: Cuts, name: Above[S]): Layer<Above[S]> {
  return applyEdits(layer, editsOf<S>(layer.text, from), name);
}

/** Texts in the bytes of every charset that is read, whole or with bytes overwritten. */
export const sourceBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    chineseText,
    fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
    fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  )
  .map(([text, charset, damage]) => {
    const bytes = encoded(text, charset);
    for (const [at, value] of damage) if (at < bytes.length) bytes[at] = value;
    return bytes;
  });

/** A text in the bytes of a charset; UTF-16 gets its mark. */
export function encoded(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return Uint8Array.from(Buffer.from(text));
  if (charset === 'gb18030') return gb18030Of(text);
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return Uint8Array.from(charset === 'utf-16le' ? little : little.swap16());
}

/** GB 18030 bytes: two-byte sequences where there are, four-byte ones for all else. The platform has only the way back. */
export function gb18030Of(text: string): Uint8Array {
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) out.push(code);
    else out.push(...(GB_CODES.get(char) ?? []));
  }
  return Uint8Array.from(out);
}

const GB_CODES = gbCodes();

function gbCodes(): ReadonlyMap<string, readonly number[]> {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const four = (number: number): number[] => [
    0x81 + Math.floor(number / 12600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ];
  for (let number = 0; number < 39420; number++) codes.set(decoder.decode(Uint8Array.from(four(number))), four(number));
  for (const char of '𬭚𠮷') codes.set(char, four(189000 + (char.codePointAt(0) ?? 0) - 0x10000));
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return codes;
}
