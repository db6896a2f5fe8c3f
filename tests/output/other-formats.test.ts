import { describe, expect, it } from 'vitest';
import { readArrow, writeArrow } from '../../src/output/arrow.ts';
import { readCompat, readsAs, writeCompat } from '../../src/output/compat.ts';
import { type Row, SCHEMAS, TABLE_NAMES } from '../../src/output/schema.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { fixture } from './fixture.ts';

const METADATA = { 'jiaokan.version': '1' };
const tables = tablesOf(fixture());
const rowsOf = (name: (typeof TABLE_NAMES)[number]): Row[] => tables[name].map((row) => ({ ...row }));
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe.each(TABLE_NAMES)('%s', (name) => {
  const schema = SCHEMAS[name];
  const rows = rowsOf(name);

  it('comes back from Arrow as it was, and has the same bytes each time', async () => {
    const bytes = await writeArrow(schema, rows, METADATA);
    expect(await readArrow(bytes, schema)).toEqual(rows);
    expect(same(await writeArrow(schema, rows, METADATA), bytes)).toBe(true);
    expect(await readArrow(await writeArrow(schema, [], METADATA), schema)).toEqual([]);
  });

  it('comes back from Parquet for old readers as it was, and has the same bytes each time', async () => {
    const bytes = await writeCompat(schema, rows, METADATA);
    expect(await readCompat(bytes, schema)).toEqual(rows.map((row) => readsAs(row, schema)));
    expect(same(await writeCompat(schema, rows, METADATA), bytes)).toBe(true);
    expect(await readCompat(await writeCompat(schema, [], METADATA), schema)).toEqual([]);
  });
});
