import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetFiles } from '../../src/output/dataset.ts';
import { CellError, metadataOf, readTable, writeTable } from '../../src/output/parquet.ts';
import { type Row, RowError, rowChecks, SCHEMAS, TABLE_NAMES } from '../../src/output/schema.ts';
import type { Files } from '../../src/output/sums.ts';
import { checkTables, tablesOf } from '../../src/output/tables.ts';
import { verifyDataset } from '../../src/output/verify.ts';
import { fixture } from './fixture.ts';

describe('the tables of an audit', () => {
  const tables = tablesOf(fixture());

  it('come in published order', () => {
    expect(tables.sources.map((row) => row.source_id)).toEqual([
      'hangzhou-2023',
      'hangzhou-2024-mirror',
      'hangzhou-2024-portal',
      'scan',
    ]);
    expect(tables.reports.map((row) => `${row.region} ${row.report_year} ${row.canonical}`)).toEqual([
      '杭州市 2023 true',
      '杭州市 2024 false',
      '杭州市 2024 true',
    ]);
  });

  it('keep a figure exact, with the interval of its written form', () => {
    const revenue = tables.figures.find((row) => row.quote === '2616.8亿元');
    expect(revenue).toMatchObject({
      value: '261680000000',
      value_number: 261680000000,
      low: '261675000000',
      high: '261685000000',
      unit: '元',
    });
  });

  it('say what a report was cut to and why', () => {
    const cut = tables.reports.find((row) => row.completeness === 'truncated');
    expect(cut).toMatchObject({ share_present: 0.35, completeness_signs: ['bare-heading-at-end', 'no-closing'] });
  });

  it('are refused with table, row, column and value when a row does not fit', () => {
    const [first, ...rest] = tables.reports;
    const broken = { ...tables, reports: [{ ...first, region_code: '33010' }, ...rest] as typeof tables.reports };
    expect(() => checkTables(broken)).toThrow(RowError);
    expect(() => checkTables(broken)).toThrow(/reports row 0, column region_code: .*"33010"/u);
  });

  it.each([
    ['a date that is no day', { delivered_on: '2025-02-30' }, 'delivered_on'],
    ['an unknown column', { remarks: 'x' }, 'remarks'],
    ['a share above one', { share_present: 1.2 }, 'share_present'],
    ['a missing value', { text: undefined }, 'text'],
  ])('refuse %s', (_, change, column) => {
    const row: Record<string, unknown> = { ...tables.reports[0], ...change };
    for (const key of Object.keys(row)) if (row[key] === undefined) delete row[key];
    expect(rowChecks().reports(row, 7)).toMatchObject({ table: 'reports', row: 7, column });
  });
});

describe('a Parquet file', () => {
  const rowsOf = (name: (typeof TABLE_NAMES)[number]): Row[] => tablesOf(fixture())[name].map((row) => ({ ...row }));

  it.each(TABLE_NAMES)('gives back the rows of %s', async (name) => {
    const rows = rowsOf(name);
    const bytes = await writeTable(SCHEMAS[name], rows, {});
    expect(await readTable(bytes, SCHEMAS[name])).toEqual(rows);
    expect(Buffer.from(await writeTable(SCHEMAS[name], rows, {})).equals(bytes)).toBe(true);
  });

  it('holds no rows as well as many', async () => {
    expect(await readTable(await writeTable(SCHEMAS.edits, [], {}), SCHEMAS.edits)).toEqual([]);
  });

  it('carries what it was made from', async () => {
    const metadata = metadataOf(await writeTable(SCHEMAS.edits, [], { 'jiaokan.version': '1' }));
    expect(metadata).toMatchObject({
      'jiaokan.version': '1',
      'jiaokan.table': 'edits',
      'jiaokan.offset_unit': 'utf-16 code unit',
    });
  });

  it('is refused for half a surrogate pair, with its place', async () => {
    const [first] = rowsOf('edits');
    const rows = [{ ...first, original: 'a\ud842' }];
    await expect(writeTable(SCHEMAS.edits, rows, {})).rejects.toThrow(CellError);
    await expect(writeTable(SCHEMAS.edits, rows, {})).rejects.toThrow(
      /edits row 0, column original: lone surrogate U\+d842 at 1/u,
    );
  });

  it('is refused by the reader when its columns are others', async () => {
    const bytes = await writeTable(SCHEMAS.edits, [], {});
    await expect(readTable(bytes, SCHEMAS.findings)).rejects.toThrow(/columns are not those of the findings schema/u);
  });
});

describe('a dataset', () => {
  let files: Files = new Map();
  let folder = '';

  beforeAll(async () => {
    files = await datasetFiles(fixture());
    folder = await mkdtemp(path.join(tmpdir(), 'jiaokan-'));
    for (const name of TABLE_NAMES)
      await writeFile(path.join(folder, `${name}.parquet`), files.get(`data/${name}.parquet`) ?? '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('verifies', async () => {
    expect(await verifyDataset(files)).toEqual([]);
  });

  it('has the same bytes each time', async () => {
    for (const [name, bytes] of await datasetFiles(fixture()))
      expect([name, Buffer.compare(bytes, files.get(name) ?? new Uint8Array())]).toEqual([name, 0]);
  });

  it('is read by DuckDB, value for value', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const ask = async (sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRowsJson();
    const counts = await Promise.all(
      TABLE_NAMES.map((name) => ask(`SELECT count(*)::INT FROM '${folder}/${name}.parquet'`)),
    );
    const tables = tablesOf(fixture());
    expect(counts.map((rows) => rows[0]?.[0])).toEqual(TABLE_NAMES.map((name) => tables[name].length));
    expect(
      await ask(
        `SELECT quote, value::DECIMAL(20, 1)::VARCHAR, period_end::VARCHAR, scope FROM '${folder}/figures.parquet' WHERE quote LIKE '2616%'`,
      ),
    ).toEqual([['2616.8亿元', '261680000000.0', '2023-12-31', []]]);
    expect(await ask(`SELECT column_name FROM (DESCRIBE SELECT * FROM '${folder}/edits.parquet')`)).toEqual(
      Object.keys(SCHEMAS.edits.properties).map((one) => [one]),
    );
    connection.closeSync();
  });

  it('has a card that names every table and column', () => {
    const card = Buffer.from(files.get('README.md') ?? '').toString('utf8');
    for (const name of TABLE_NAMES) {
      expect(card).toContain(`- config_name: ${name}\n`);
      for (const column of Object.keys(SCHEMAS[name].properties)) expect(card).toContain(`| \`${column}\` |`);
    }
  });
});
