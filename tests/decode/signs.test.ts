import { describe, expect, test } from 'vitest';
import { decode } from '../../src/source/decode.ts';
import { encoded } from '../model/arbitraries.ts';
import { integrityFaults } from '../model/integrity.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Signs of a source with the words that they stand at. */
function signs(bytes: Uint8Array): [string, string | null][] {
  const { layer, signals } = decode(bytes);
  return signals.map(({ sign, range }) => [sign, range === null ? null : layer.text.slice(range.start, range.end)]);
}

describe('signs of damage', () => {
  test.each<[string, string, [string, string | null][]]>([
    ['a clean text has none', '全市生产总值增长5.6%，“放管服”改革——见附件①。\r\n', []],
    ['an empty file', '', [['empty-source', null]]],
    ['a file of blanks', '\u3000\n\t', [['blank-source', null]]],
    ['characters lost before', '增长\ufffd\ufffd5%', [['replacement-character', '\ufffd\ufffd']]],
    ['question marks for characters', '我市????经济', [['question-mark-run', '????']]],
    ['questions are no damage', '钱从哪里来?人往哪里去??', []],
    ['question marks of an address are no damage', 'http://example.gov.cn/a???b', []],
    ['a private character', '市长\ue863志远', [['private-use-character', '\ue863']]],
    ['a private character of plane 15', '市长\u{f0000}志远', [['private-use-character', '\u{f0000}']]],
    ['a zero-width space', '生产\u200b总值', [['invisible-control', '\u200b']]],
    ['a mark at the head is no damage', '\ufeff生产总值', []],
    ['a mark within is', '生产\ufeff总值', [['invisible-control', '\ufeff']]],
    ['UTF-8 read as Latin-1', '标题：æ”¿åºœå·¥ä½œ', [['mojibake', 'æ”¿åºœå·¥ä½œ']]],
    ['UTF-8 read as GBK', '标题：鏀垮簻宸ヤ綔鎶ュ憡', [['mojibake', '鏀垮簻宸ヤ綔鎶ュ憡']]],
    ['GBK read as Latin-1', 'Õþ¸®¹¤×÷±¨¸æ', [['mojibake', 'Õþ¸®¹¤×÷±¨¸æ']]],
    ['lost for good', '增长锟斤拷锟斤拷。', [['mojibake', '锟斤拷锟斤拷']]],
    ['rare characters are no mojibake', '涓滴成河，浣江、淇河、渚水，熠熠生辉，璀璨夺目，鏖战', []],
    ['pages without a text layer', '\f\f', [['scanned-source', null]]],
    ['one page of three without text', '各位代表。\n\f\n\f完。\n\f', [['page-without-text', '\n\f']]],
    ['a form feed at the end is no page', '各位代表。\n\f', []],
    ['a wrong label', '<meta charset="gbk">各位代表', [['declared-charset', 'gbk']]],
    ['a right label', '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">各位代表', []],
    ['words about a charset are no label', '本页charset=gbk，各位代表', []],
    ['leader dots are no mojibake', '一、回顾·············3', []],
  ])('%s', (_name, text, expected) => {
    expect(signs(utf8(text))).toEqual(expected);
  });

  test('mojibake says what the text was', () => {
    expect(decode(utf8('鏀垮簻宸ヤ綔')).signals[0]?.data).toMatchObject({
      reading: 'UTF-8 read as GBK',
      repaired: '政府工作',
    });
  });

  test('ill-formed bytes: one signal a run, with their number and their look', () => {
    const bytes = utf8('全市生产总值增长，财政收入');
    bytes.set([0xff, 0xfe], 9);
    const { signals, charset } = decode(bytes);
    expect(charset).toBe('utf-8');
    expect(signals).toEqual([
      {
        sign: 'ill-formed-bytes',
        range: { start: 3, end: 6 },
        data: { count: 3, bytes: 3, hex: 'FF FE A7', charset: 'utf-8', atEnd: false },
      },
    ]);
  });

  test('a file that ends within a character says so', () => {
    const { signals } = decode(utf8('全市生产总值增长').subarray(0, -1));
    expect(signals[0]).toMatchObject({ sign: 'ill-formed-bytes', data: { count: 1, hex: 'E9 95', atEnd: true } });
  });

  test('lone surrogates of UTF-16 are kept and told', () => {
    const { layer, signals } = decode(Uint8Array.from(Buffer.from('\ufeff政府\ud800工作', 'utf16le')));
    expect(layer.text).toBe('\ufeff政府\ud800工作');
    expect(signals).toEqual([
      { sign: 'lone-surrogate', range: { start: 3, end: 4 }, data: { count: 1, codes: 'U+D800' } },
    ]);
  });

  test('however many there are, all are counted and all lie in a run', () => {
    const text = `\ue000${'政'.repeat(40)}`.repeat(3000);
    const { signals } = decode(utf8(text));
    expect(signals.length).toBeLessThanOrEqual(1000);
    expect(signals.reduce((sum, { data }) => sum + Number(data.count), 0)).toBe(3000);
  });
});

describe('two charsets in one file', () => {
  const gbk = encoded('工业增加值增长6.1%，财政收入增长3.2%。', 'gb18030');

  test('a line of GB 18030 within UTF-8 is named where it stands, with what it says', () => {
    const bytes = Buffer.concat([utf8('全市生产总值增长5.6%。\n'.repeat(4)), gbk, utf8('\n城镇新增就业4200人。\n')]);
    const { signals, charset, layer } = decode(bytes);
    expect(charset).toBe('utf-8');
    expect(signals.map(({ sign }) => sign)).toEqual(['mixed-charsets']);
    expect(signals[0]?.data).toMatchObject({ other: 'gb18030', reading: '工业增加值增长6.1%，财政收入增长3.2%。' });
    expect(integrityFaults(layer, bytes)).toEqual([]);
  });

  test('a line of UTF-8 within GB 18030 is mojibake that can be read back', () => {
    const bytes = Buffer.concat([gbk, gbk, gbk, Buffer.from('\n'), utf8('政府工作报告\n')]);
    expect(decode(bytes).signals.map(({ sign, data }) => [sign, data.repaired])).toEqual([
      ['mojibake', '政府工作报告'],
    ]);
  });

  test('bytes that are no Chinese in any charset are damage', () => {
    const bytes = Buffer.concat([utf8('全市生产总值'), Buffer.from('ff80ff80ff80ff80', 'hex'), utf8('增长5.6%。')]);
    expect(decode(bytes).signals.map(({ sign }) => sign)).toEqual(['ill-formed-bytes']);
  });
});
