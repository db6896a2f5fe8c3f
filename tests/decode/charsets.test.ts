import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range } from '../../src/model/offset.ts';
import { twoByteTable } from '../../src/source/decode/gb18030.ts';
import { UTF8 } from '../../src/source/decode/utf8.ts';
import { walk } from '../../src/source/decode/walk.ts';
import { decode } from '../../src/source/decode.ts';
import { chineseText, encoded, sourceBytes } from '../model/arbitraries.ts';
import { integrityFaults } from '../model/integrity.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const SENTENCE = '全市生产总值增长5.6%，财政收入增长3.2%。\n';

/** 政府工作報告經濟成長: half of its trail bytes are ASCII. */
function big5Report(): Uint8Array {
  return Uint8Array.from(Buffer.from('ac46a9b2a475a740b3f8a769b867c0d9a6a8aaf8', 'hex'));
}

describe('which charset', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', utf8(SENTENCE), 'utf-8', SENTENCE],
    ['UTF-8 with a mark', utf8(`\ufeff${SENTENCE}`), 'utf-8', `\ufeff${SENTENCE}`],
    ['GB 18030', encoded(SENTENCE, 'gb18030'), 'gb18030', SENTENCE],
    ['nine characters of GBK', encoded('政府工作报告经济增', 'gb18030'), 'gb18030', '政府工作报告经济增'],
    ['GB 18030 with four-byte characters', encoded(`${SENTENCE}䶮𬭚é`, 'gb18030'), 'gb18030', `${SENTENCE}䶮𬭚é`],
    ['UTF-16, little end first', encoded(SENTENCE, 'utf-16le'), 'utf-16le', `\ufeff${SENTENCE}`],
    ['UTF-16, big end first', encoded(SENTENCE, 'utf-16be'), 'utf-16be', `\ufeff${SENTENCE}`],
    ['UTF-16 without a mark', encoded(SENTENCE, 'utf-16le').subarray(2), 'utf-16le', SENTENCE],
    ['UTF-16 the other way without a mark', encoded(SENTENCE, 'utf-16be').subarray(2), 'utf-16be', SENTENCE],
    ['ASCII as UTF-16 without a mark', encoded('GDP 5.6% up\n', 'utf-16le').subarray(2), 'utf-16le', 'GDP 5.6% up\n'],
    ['Big5', big5Report(), 'big5', '政府工作報告經濟成長'],
    ['ASCII', utf8('GDP 5.6%\n'), 'utf-8', 'GDP 5.6%\n'],
    [
      'Latin-1 with a stray byte stays readable',
      Uint8Array.of(...utf8('Wuxi Caf'), 0xe9, ...utf8(' report 2024')),
      'utf-8',
      'Wuxi Caf\ufffd report 2024',
    ],
    [
      'GBK cut within a character',
      encoded(SENTENCE.trim(), 'gb18030').subarray(0, -1),
      'gb18030',
      `${SENTENCE.trim().slice(0, -1)}\ufffd`,
    ],
  ])('%s', (_name, bytes, charset, text) => {
    const read = decode(bytes);
    expect(read.charset).toBe(charset);
    expect(read.layer.text).toBe(text);
    expect(integrityFaults(read.layer, bytes)).toEqual([]);
  });

  test('a page in GBK is told from one in broken UTF-8', () => {
    const broken = utf8(SENTENCE.repeat(3));
    broken[40] = 0xff;
    expect(decode(broken).charset).toBe('utf-8');
    const gbk = encoded(SENTENCE.repeat(3), 'gb18030');
    gbk[40] = 0xff;
    expect(decode(gbk).charset).toBe('gb18030');
  });
});

describe('what is no text', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /PNG/],
    ['a PDF', utf8('%PDF-1.7\n'), /PDF/],
    ['a Word document', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /docx/],
    ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /doc/],
    ['NULs', new Uint8Array(100), /binary data/],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x3f, 0x65, 0, 0), /UTF-32/],
  ])('%s', (_name, bytes, looksLike) => {
    const { charset, layer, signals } = decode(bytes);
    expect(charset).toBe('binary');
    expect(layer.text).toBe('');
    expect(signals).toHaveLength(1);
    expect(signals[0]?.sign).toBe('binary-source');
    expect(String(signals[0]?.data.looksLike)).toMatch(looksLike);
    expect(layer.bytes.bytesOf(range(0, 0))).toEqual({ start: 0, end: 0 });
  });
});

describe('byte map', () => {
  const platform: Record<string, string> = {
    'utf-8': 'utf-8',
    gb18030: 'gb18030',
    'utf-16le': 'utf-16le',
    'utf-16be': 'utf-16be',
  };

  test('the bytes of each character are that character, by the word of the platform', () => {
    fc.assert(
      fc.property(sourceBytes, (bytes) => {
        const { layer, charset } = decode(bytes);
        const label = platform[charset];
        if (label === undefined) return;
        const decoder = new TextDecoder(label, { ignoreBOM: true });
        let at = 0;
        for (const char of layer.text) {
          const { start, end } = layer.bytes.bytesOf(range(at, at + char.length));
          at += char.length;
          if (/[\ud800-\udfff]/.test(char) && char.length === 1) continue;
          // An ill-formed part may be read as more than one U+FFFD elsewhere, never as a character.
          const again = decoder.decode(bytes.subarray(start, end));
          expect(char === '\ufffd' ? again.includes('\ufffd') : again === char).toBe(true);
        }
        expect(integrityFaults(layer, bytes)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('half a rare character is the whole of its bytes', () => {
    const { layer } = decode(utf8('市长𬭚志远'));
    expect(layer.bytes.bytesOf(range(2, 3))).toEqual({ start: 6, end: 10 });
    expect(layer.bytes.bytesOf(range(3, 4))).toEqual({ start: 6, end: 10 });
    expect(layer.bytes.bytesOf(range(3, 5))).toEqual({ start: 6, end: 13 });
  });

  test('checkpoints that fall within a rare character are exact', () => {
    const text = `${'a'.repeat(255)}${'𬭚'.repeat(300)}`;
    const { layer } = decode(utf8(text));
    expect(layer.bytes.bytesOf(range(256, 257))).toEqual({ start: 255, end: 259 });
    expect(layer.bytes.bytesOf(range(511, 513))).toEqual({ start: 255 + 128 * 4, end: 255 + 129 * 4 });
    expect(layer.bytes.bytesOf(range(text.length, text.length))).toEqual({ start: 1455, end: 1455 });
  });
});

describe('agreement', () => {
  test('the fast way and the walk read well-formed UTF-8 alike, and like the platform', () => {
    fc.assert(
      fc.property(fc.oneof(chineseText, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const bytes = utf8(text);
        const { units, illFormed } = walk(bytes, UTF8);
        expect(Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')).toBe(text);
        expect(illFormed).toEqual([]);
        const read = decode(bytes);
        if (read.charset === 'utf-8' && text !== '') expect(read.layer.text).toBe(text);
      }),
    );
  });

  test('ill-formed UTF-8 becomes U+FFFD as the platform does it: one for each maximal part', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { units } = walk(bytes, UTF8);
        const text = Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
        expect(text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test('the tables of GB 18030 are complete: a platform without them is found out here', () => {
    const table = twoByteTable();
    expect(table).toHaveLength(23_940);
    expect(table).not.toContain(0xfffd);
    expect(String.fromCharCode(table[(0xd5 - 0x81) * 190 + 0xfe - 0x41] ?? 0)).toBe('政');
  });
});

describe('any bytes', () => {
  test('never throw, and map exactly', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = decode(bytes);
        expect(integrityFaults(read.layer, bytes)).toEqual([]);
        for (const { range: place } of read.signals) {
          if (place !== null) expect(place.end).toBeLessThanOrEqual(read.layer.text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[string, Uint8Array]>([
    ['one line of 5 MB', utf8('全市生产总值增长5.6%。'.repeat(170_000))],
    ['nothing but ill-formed bytes', new Uint8Array(2_000_000).fill(0xe4)],
    ['nothing but question marks', utf8('?'.repeat(2_000_000))],
    ['invisible characters all over', utf8('政\u200b'.repeat(400_000))],
    ['mojibake all over', utf8('鏀垮簻宸ヤ綔'.repeat(150_000))],
    ['Latin mojibake all over', utf8('æ”¿åºœ'.repeat(150_000))],
  ])('%s: every byte is in a character, unless it is no text at all', (_name, bytes) => {
    const { layer, charset } = decode(bytes);
    const end = charset === 'binary' ? 0 : bytes.length;
    expect(layer.bytes.bytesOf(range(0, layer.text.length))).toEqual({ start: 0, end });
  });
});
