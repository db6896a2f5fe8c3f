import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { open, opened } from './open.ts';

const json = (...rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const LONG = '现在，我代表县人民政府，向大会报告工作。'.repeat(12);

describe('JSON Lines', () => {
  test.each<[string, string, [string, string][]]>([
    [
      'text and id by their names',
      json({ id: 7, text: '甲' }, { id: 8, text: '乙' }),
      [
        ['a.jsonl#7', '甲'],
        ['a.jsonl#8', '乙'],
      ],
    ],
    ['Chinese names', json({ 编号: 'x', 正文: '甲' }), [['a.jsonl#x', '甲']]],
    [
      'a column of long text under any name',
      json({ k: 'a', v: LONG }, { k: 'b', v: LONG }),
      [
        ['a.jsonl#line-1', LONG],
        ['a.jsonl#line-2', LONG],
      ],
    ],
    [
      'equal ids',
      json({ id: 1, text: '甲' }, { id: 2, text: '乙' }, { id: 3, text: '丙' }, { id: 3, text: '丁' }),
      [
        ['a.jsonl#1', '甲'],
        ['a.jsonl#2', '乙'],
        ['a.jsonl#3', '丙'],
        ['a.jsonl#3@line-4', '丁'],
      ],
    ],
    [
      'a record without text',
      json({ id: 1, text: '甲' }, { id: 2, text: null }),
      [
        ['a.jsonl#1', '甲'],
        ['a.jsonl#2', ''],
      ],
    ],
    [
      'a line that is no JSON',
      `${json({ id: 1, text: '甲' })}\r\n{"id":2,"te\n${json({ id: 3, text: '乙' })}`,
      [
        ['a.jsonl#1', '甲'],
        ['a.jsonl#line-3', 'a line that holds no JSON object'],
        ['a.jsonl#3', '乙'],
      ],
    ],
    ['a byte order mark', `\ufeff${json({ id: 1, text: '甲' })}`, [['a.jsonl#1', '甲']]],
    [
      'no text',
      json({ a: 1, b: 'x' }),
      [
        [
          'a.jsonl',
          'a JSON Lines file without a column that looks like text (its columns are a, b; name one with --text-column)',
        ],
      ],
    ],
    ['a text under a wrong name', '各位代表：\n现在报告工作。\n', [['a.jsonl', '各位代表：\n现在报告工作。\n']]],
    ['nothing', '', [['a.jsonl', '']]],
  ])('%s', async (_what, data, expected) => {
    expect(await opened('a.jsonl', data)).toEqual(expected);
  });

  test('columns that a person names go before guesses', async () => {
    const data = json({ id: 1, text: '摘要', full: '全文', row: 'r1' });
    expect(await opened('a.ndjson', data, { textColumn: 'full', idColumn: 'row' })).toEqual([['a.ndjson#r1', '全文']]);
    expect(await opened('a.ndjson', data, { textColumn: 'body' })).toEqual([
      [
        'a.ndjson',
        'a JSON Lines file without a column body (its columns are id, text, full, row; name one with --text-column)',
      ],
    ]);
  });

  test('title and address go along, with the digest of the file', async () => {
    const { sources } = await open(
      'a.jsonl',
      json({ id: 1, title: '2024年政府工作报告', url: 'http://x.gov.cn/1', text: '甲' }),
    );
    expect(sources[0]?.meta).toMatchObject({
      title: '2024年政府工作报告',
      url: 'http://x.gov.cn/1',
      takenFrom: { kind: 'jsonl' },
    });
    expect(sources[0]?.meta.takenFrom?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('half a character in a record is kept as it is: UTF-8 cannot hold it', async () => {
    const { sources } = await open('a.jsonl', '{"id":1,"text":"政\\ud800府"}\n');
    expect(Buffer.from(sources[0]?.bytes ?? []).toString('utf16le')).toBe('\ufeff政\ud800府');
  });

  test('a file in GBK', async () => {
    const gbk = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      Buffer.from('d5fec8a8b9a4d7f7b1a8b8e6', 'hex'),
      Buffer.from('"}\n'),
    ]);
    expect(await opened('a.jsonl', gbk)).toEqual([['a.jsonl#1', '政权工作报告']]);
  });

  test('standard input is told by its first line', async () => {
    expect(await opened('stdin', json({ id: 1, text: '甲' }))).toEqual([['stdin#1', '甲']]);
    expect(await opened('stdin', '{甲}\n')).toEqual([['stdin', '{甲}\n']]);
  });
});

describe('Parquet', () => {
  const file = (columns: Readonly<Record<string, readonly (string | number | null)[]>>): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: Object.entries(columns).map(([name, data]) => ({ name, data: [...data] })),
        rowGroupSize: 2,
      }),
    );

  test('rows of all row groups', async () => {
    const bytes = file({ doc_id: ['a', 'b', 'c'], content: ['甲', null, '丙'], year: [1, 2, 3] });
    expect(await opened('r.parquet', bytes)).toEqual([
      ['r.parquet#a', '甲'],
      ['r.parquet#b', ''],
      ['r.parquet#c', '丙'],
    ]);
    expect((await open('r.parquet', bytes)).sources[0]?.meta.takenFrom?.kind).toBe('parquet');
  });

  test('a file without a text names the columns there are', async () => {
    const [[id, why] = []] = await opened('r.parquet', file({ year: [2024], gdp: [5.6] }));
    expect([id, why]).toEqual([
      'r.parquet',
      'a Parquet file without a column that looks like text (its columns are year, gdp; name one with --text-column)',
    ]);
  });

  test('a damaged file is one source with the reason', async () => {
    const bytes = file({ id: ['a'], text: ['甲'] });
    for (const cut of [bytes.subarray(0, bytes.length - 9), bytes.subarray(0, 20)]) {
      const [[id, why] = []] = await opened('r.parquet', cut);
      expect(id).toBe('r.parquet');
      expect(why).toMatch(/^a Parquet file that cannot be read/);
    }
  });
});
