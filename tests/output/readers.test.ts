/** Each published file, read value for value by readers that share no code with its writer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArrow } from '../../src/output/arrow.ts';
import { readCompat, readsAs } from '../../src/output/compat.ts';
import { datasetFiles, WHOLE_DATASET } from '../../src/output/dataset.ts';
import { pathOf } from '../../src/output/release/distribution.ts';
import { type Row, SCHEMAS, TABLE_NAMES, type TableName } from '../../src/output/schema.ts';
import type { Files } from '../../src/output/sums.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { fixture } from './fixture.ts';

const tables = tablesOf(fixture());
const rowsOf = (name: TableName): Row[] => tables[name].map((row) => ({ ...row }));
let files: Files = new Map();
let folder = '';

beforeAll(async () => {
  files = await datasetFiles(fixture());
  folder = await mkdtemp(path.join(tmpdir(), 'jiaokan readers '));
  for (const name of TABLE_NAMES)
    for (const format of ['parquet', 'compat'] as const)
      await writeFile(path.join(folder, `${format}-${name}.parquet`), bytesOf(name, format));
});
afterAll(() => rm(folder, { recursive: true }));

function bytesOf(name: TableName, format: 'parquet' | 'arrow' | 'compat'): Uint8Array {
  return files.get(pathOf(name, format)) ?? new Uint8Array();
}

/** Rows as DuckDB gives them: every cell as text, so that nothing is lost on the way. */
async function byDuckDb(file: string, name: TableName): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const columns = Object.entries(SCHEMAS[name].properties).map(
    ([
      column,
      {
        'x-parquet': { type },
      },
    ]) => {
      if (type === 'LIST<STRING>') return `to_json("${column}")::VARCHAR`;
      return type === 'DOUBLE' || type === 'BOOLEAN' ? `"${column}"` : `"${column}"::VARCHAR`;
    },
  );
  const rows = (await connection.runAndReadAll(`SELECT ${columns.join()} FROM '${file}'`)).getRowsJson();
  connection.closeSync();
  return rows;
}

function asText(row: Row, name: TableName): unknown[] {
  return Object.entries(SCHEMAS[name].properties).map(
    ([
      column,
      {
        'x-parquet': { type },
      },
    ]) => {
      const cell = row[column] ?? null;
      if (cell === null || type === 'DOUBLE' || type === 'BOOLEAN') return cell;
      if (type === 'DECIMAL(38,10)') return withTenPlaces(String(cell));
      return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
    },
  );
}

function withTenPlaces(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(10, '0')}`;
}

describe.each(TABLE_NAMES)('%s', (name) => {
  it('is read by DuckDB', async () => {
    const found = await byDuckDb(path.join(folder, `parquet-${name}.parquet`), name);
    expect(found).toEqual(rowsOf(name).map((row) => asText(row, name)));
  });

  it('is read by arrow-rs', async () => {
    const ipc = readParquet(bytesOf(name, 'parquet')).intoIPCStream();
    expect(tableFromIPC(ipc).numRows).toBe(rowsOf(name).length);
    expect(await readArrow(ipc, SCHEMAS[name])).toEqual(rowsOf(name));
  });

  it('for old readers is read by parquetjs-lite, DuckDB and arrow-rs', async () => {
    const wanted = rowsOf(name).map((row) => readsAs(row, SCHEMAS[name]));
    expect(await readCompat(bytesOf(name, 'compat'), SCHEMAS[name])).toEqual(wanted);
    const [count] = await byDuckDb(path.join(folder, `compat-${name}.parquet`), name).then((rows) => [rows.length]);
    expect(count).toBe(wanted.length);
    const found = await readArrow(readParquet(bytesOf(name, 'compat')).intoIPCStream(), SCHEMAS[name]);
    expect(found).toEqual(wanted);
  });
});

it('rare Han characters are found by a reader that trusts the bounds of a column', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const [first] = rowsOf('edits');
  const rows = ['（一）工作回顾', '上海', '𫟼字当头'].map((rule, ordinal) => ({ ...first, rule, ordinal }));
  const { writeTable } = await import('../../src/output/parquet.ts');
  const { writeCompat } = await import('../../src/output/compat.ts');
  for (const [format, bytes] of [
    ['parquet', await writeTable(SCHEMAS.edits, rows, {})],
    ['compat', await writeCompat(SCHEMAS.edits, rows, {})],
  ] as const) {
    const file = path.join(folder, `bounds-${format}.parquet`);
    await writeFile(file, bytes);
    const found = await connection.runAndReadAll(`SELECT count(*)::INT FROM '${file}' WHERE rule = '𫟼字当头'`);
    expect([format, found.getRowsJson()]).toEqual([format, [[1]]]);
  }
  connection.closeSync();
});

it('data/ is written in snappy when asked, and says the same', async () => {
  const snappy = await datasetFiles(fixture(), { ...WHOLE_DATASET, formats: ['parquet'], codec: 'snappy' });
  expect([...snappy.keys()].filter((name) => /^(arrow|compat)/u.test(name))).toEqual([]);
  const ipc = readParquet(snappy.get('data/figures.parquet') ?? new Uint8Array()).intoIPCStream();
  expect(await readArrow(ipc, SCHEMAS.figures)).toEqual(rowsOf('figures'));
});
