/** Tables of texts on disk are read by ranges: what comes out must not tell where a piece ended. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { openLarge } from '../../src/node/formats/open.ts';
import type { SourceInput } from '../../src/run/inline.ts';
import { open } from './open.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jiaokan-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLAIN = { textColumn: null, idColumn: null };
const json = (...rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

async function byRanges(
  name: string,
  data: Uint8Array,
  pieces: { piece: number; longestLine?: number },
): Promise<SourceInput[]> {
  const file = path.join(folder, name);
  writeFileSync(file, data);
  const meta = { sourceId: name, path: name, title: null, publisher: null, url: null, collectedOn: null };
  const found: SourceInput[] = [];
  for await (const one of openLarge(file, meta, PLAIN, { longestLine: 1 << 20, ...pieces })) found.push(one);
  return found;
}

/** Bytes as lists of numbers: a view of a buffer is told from another of the same bytes otherwise. */
function plain(sources: readonly SourceInput[]): unknown[] {
  return sources.map(({ meta, bytes }) => ({ meta, bytes: [...bytes] }));
}

const GBK_LINE = Buffer.concat([
  Buffer.from('{"id":9,"text":"'),
  Buffer.from('d5fec8a8b9a4d7f7b1a8b8e6', 'hex'),
  Buffer.from('"}\n'),
]);

describe('JSON Lines by ranges', () => {
  const shard = Buffer.concat([
    Buffer.from(
      `\ufeff${json({ id: 1, text: '全市生产总值增长5.1%。', title: '报告' }, { id: 2, text: '' })}\r\n   \n`,
    ),
    Buffer.from('{"id":3,"te\r\n'),
    GBK_LINE,
    Buffer.from(json({ id: 3, text: '政府工作' }, { id: 3, text: '又一份' }).trimEnd()),
  ]);

  test.each([1, 2, 3, 7, 64, 1000])('in pieces of %i bytes gives what the bytes give', async (piece) => {
    const { sources } = await open('a.jsonl', shard);
    expect(plain(await byRanges('a.jsonl', shard, { piece }))).toEqual(plain(sources));
    expect(sources.map(({ meta }) => meta.unread ?? meta.sourceId)).toEqual([
      'a.jsonl#1',
      'a.jsonl#2',
      'a line that holds no JSON object',
      'a.jsonl#9',
      'a.jsonl#3',
      'a.jsonl#3@line-8',
    ]);
  });

  test('gives what the bytes give, whatever they are', async () => {
    const line = fc.oneof(
      fc
        .record({ id: fc.nat(5), text: fc.string({ unit: 'binary', maxLength: 12 }) })
        .map((row) => JSON.stringify(row)),
      fc.string({ maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (lines, piece) => {
          const data = Buffer.from(`{"id":"first","text":"甲"}\n{"id":"next","text":"乙"}\n${lines.join('\n')}`);
          const { sources } = await open('b.jsonl', data);
          const isTable = sources[0]?.meta.takenFrom !== undefined;
          const large = await byRanges('b.jsonl', data, { piece });
          if (isTable) expect(plain(large)).toEqual(plain(sources));
          else expect(large.map(({ meta }) => meta.unread)).toEqual([expect.stringContaining('split it')]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a line that nobody can hold costs that line alone', async () => {
    const data = Buffer.from(json({ id: 1, text: '甲' }, { id: 2, text: '乙'.repeat(200) }, { id: 3, text: '丙' }));
    const found = await byRanges('c.jsonl', data, { piece: 16, longestLine: 100 });
    expect(found.map(({ meta }) => meta.unread ?? meta.sourceId)).toEqual([
      'c.jsonl#1',
      'a line that is longer than a source may be',
      'c.jsonl#3',
    ]);
  });

  test('a large text that is no table, and one in UTF-16, are told with what to do', async () => {
    for (const data of [
      Buffer.from('各位代表：\n现在报告工作。\n'),
      Buffer.from(json({ id: 1, text: '甲' }), 'utf16le'),
    ]) {
      const [only, ...more] = await byRanges('d.jsonl', data, { piece: 8 });
      expect(only?.meta.unread).toMatch(/split it/);
      expect(only?.meta.takenFrom).toMatchObject({ kind: 'jsonl', bytes: data.length });
      expect(more).toEqual([]);
    }
  });
});

describe('Parquet by ranges', () => {
  test('gives what the bytes give', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `第${index}份报告：全市生产总值增长${index}.1%。`);
    const data = new Uint8Array(
      parquetWriteBuffer({
        rowGroupSize: 7,
        columnData: [
          { name: 'id', data: texts.map((_, index) => `r${index}`) },
          { name: 'text', data: texts },
        ],
      }),
    );
    const { sources } = await open('a.parquet', data);
    expect(sources).toHaveLength(50);
    expect(plain(await byRanges('a.parquet', data, { piece: 100 }))).toEqual(plain(sources));
  });

  test('a file cut short is told', async () => {
    const found = await byRanges('b.parquet', Buffer.from('PAR1 and no more of it'), { piece: 8 });
    expect(found.map(({ meta }) => meta.unread)).toEqual([
      expect.stringContaining('a Parquet file that cannot be read'),
    ]);
  });
});
