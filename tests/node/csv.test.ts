/** Tables of separated values: each row a source with its own bytes, and nothing of a broken table is passed over. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openLarge } from '../../src/node/formats/open.ts';
import type { SourceInput } from '../../src/run/inline.ts';
import { open, opened } from './open.ts';
import { zip } from './pack.ts';

const LONG = '现在，我代表县人民政府，向大会报告工作。'.repeat(12);
const PARAGRAPHS = '各位代表：\n现在，我代表"某某"县人民政府，向大会报告工作。\n\n一、2023年工作回顾';
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test.each<[string, string, string, [string, string][]]>([
  [
    'a text of several lines in quotation marks, with the id of its row',
    'a.csv',
    `编号,标题,正文\r\n7,甲,${quoted(PARAGRAPHS)}\r\n8,乙,短\r\n`,
    [
      ['a.csv#7', PARAGRAPHS],
      ['a.csv#8', '短'],
    ],
  ],
  [
    'what a scraper writes: province, year, address, full text',
    'a.csv',
    `province,year,title,source_url,publish_date,full_text\n某省,2026,2026年某省政府工作报告,https://example.cn/1.html,2026-02-02,${quoted(PARAGRAPHS)}\n`,
    [['a.csv#row-1', PARAGRAPHS]],
  ],
  ['tabs', 'a.tsv', `id\ttext\n1\t全市生产总值,增长5%\n`, [['a.tsv#1', '全市生产总值,增长5%']]],
  ['semicolons, as Excel writes them in some countries', 'a.csv', `id;text\n1;甲,乙\n`, [['a.csv#1', '甲,乙']]],
  ['a mark of UTF-8 before a name in quotation marks', 'a.csv', `\ufeff"id","text"\n"1","甲"\n`, [['a.csv#1', '甲']]],
  [
    'quotation marks within a text that has none around it',
    'a.csv',
    `id,text\n1,推进"一网通办"改革\n`,
    [['a.csv#1', '推进"一网通办"改革']],
  ],
  [
    'no names of columns',
    'a.csv',
    `1,${LONG}\n2,${LONG}\n`,
    [
      ['a.csv#row-1', LONG],
      ['a.csv#row-2', LONG],
    ],
  ],
  [
    'names that are empty or come twice',
    'a.csv',
    `,x,x,text\n1,a,b,甲\n2,a,b,乙\n`,
    [
      ['a.csv#row-1', '甲'],
      ['a.csv#row-2', '乙'],
    ],
  ],
  [
    'a row that ends early, and one with separators behind it',
    'a.csv',
    `id,text,url\n1,甲\n2,乙,,,\n`,
    [
      ['a.csv#1', '甲'],
      ['a.csv#2', '乙'],
    ],
  ],
  [
    'a row whose text was not put into quotation marks',
    'a.csv',
    `id,text,url\n1,全市生产总值,增长5%,财政收入增长4%,http://a\n2,乙,http://b\n`,
    [
      ['a.csv#row-1', 'a row of 5 cells in a CSV file of 3 columns (put its text into quotation marks)'],
      ['a.csv#2', '乙'],
    ],
  ],
  [
    'a file that broke off within a text: the rows before it are there',
    'a.csv',
    `id,text\n1,甲\n2,"各位代表：\n现在`,
    [
      ['a.csv#1', '甲'],
      ['a.csv', 'a row of a CSV file (Quote Not Closed: the parsing is finished with an opening quote at line 4)'],
    ],
  ],
  [
    'numbers alone',
    'a.csv',
    'city,gdp\n甲,1\n乙,2\n',
    [
      [
        'a.csv',
        'a CSV file without a column that looks like text (its columns are city, gdp; name one with --text-column)',
      ],
    ],
  ],
  [
    'what a scraper notes of its run: addresses are long, and no text',
    'a.csv',
    `province,source_url,length\n某省,https://example.cn/${'0123456789'.repeat(12)},16555\n`,
    [
      [
        'a.csv',
        'a CSV file without a column that looks like text (its columns are province, source_url, length; name one with --text-column)',
      ],
    ],
  ],
  ['names alone', 'a.csv', 'id,text\n', [['a.csv', 'a CSV file without rows']]],
  ['nothing', 'a.csv', '', [['a.csv', 'a CSV file without rows']]],
])('%s', async (_, name, data, sources) => {
  expect(await opened(name, data)).toEqual(sources);
});

test('a column that is asked for', async () => {
  const rows = `k,a,text\n1,甲,x\n2,乙,y\n`;
  expect(await opened('a.csv', rows, { textColumn: 'a', idColumn: 'k' })).toEqual([
    ['a.csv#1', '甲'],
    ['a.csv#2', '乙'],
  ]);
});

describe('charsets', () => {
  // id,正文 / 政府,政府工作报告 in GB18030.
  const GBK = Buffer.concat([
    Buffer.from('id,'),
    Buffer.from('d5fdcec4', 'hex'),
    Buffer.from('\n'),
    Buffer.from('d5feb8ae', 'hex'),
    Buffer.from(',"'),
    Buffer.from('d5feb8aeb9a4d7f7b1a8b8e6', 'hex'),
    Buffer.from('"\n'),
  ]);

  test('of GB18030 names and ids are read, and the text keeps its bytes', async () => {
    const { sources } = await open('a.csv', GBK);
    expect(sources.map(({ meta, bytes }) => [meta.sourceId, Buffer.from(bytes).toString('hex')])).toEqual([
      ['a.csv#政府', 'd5feb8aeb9a4d7f7b1a8b8e6'],
    ]);
  });

  test('UTF-16, as Excel writes “Unicode text”', async () => {
    const bytes = Buffer.from(`\ufeffid\ttext\r\n1\t${PARAGRAPHS.slice(0, 5)}\r\n`, 'utf16le');
    expect(await opened('a.tsv', bytes)).toEqual([['a.tsv#1', '各位代表：']]);
  });
});

test('in an archive', async () => {
  const { sources } = await open('b.zip', zip([{ name: 'x/a.csv', data: 'id,text\n1,甲\n' }]));
  expect(sources.map(({ meta }) => [meta.sourceId, meta.takenFrom?.kind])).toEqual([['b.zip!/x/a.csv#1', 'zip/csv']]);
});

describe('by ranges', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiaokan-csv-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'a.csv');
  const meta = { sourceId: 'a.csv', path: 'a.csv', title: null, publisher: null, url: null, collectedOn: null };

  async function byRanges(data: string, piece: number): Promise<SourceInput[]> {
    writeFileSync(file, data);
    const found: SourceInput[] = [];
    const columns = { textColumn: null, idColumn: null };
    for await (const one of openLarge(file, meta, columns, { piece, longestLine: 1 << 20 })) found.push(one);
    return found;
  }

  const plain = (sources: readonly SourceInput[]) =>
    sources.map(({ meta: own, bytes }) => ({ own, bytes: [...bytes] }));

  test.each([1, 2, 3, 7, 64, 1000])('of %i bytes it gives what the bytes give', async (piece) => {
    const data = `\ufeffid,text\r\n1,${quoted(PARAGRAPHS)}\r\n2,乙,丙\r\n3,"丁"\r\n`;
    const { sources } = await open('a.csv', data);
    expect(sources).toHaveLength(3);
    expect(plain(await byRanges(data, piece))).toEqual(plain(sources));
  });
});

test('any texts come out as they were put in', async () => {
  const text = fc.string({
    unit: fc.constantFrom('政', '府', '"', ',', ';', '\t', '\n', '\r', ' ', 'a', '。'),
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      const data = `id,text\n${texts.map((one, at) => `${at},${quoted(one)}\n`).join('')}`;
      expect(await opened('a.csv', data)).toEqual(texts.map((one, at) => [`a.csv#${at}`, one]));
    }),
  );
});
