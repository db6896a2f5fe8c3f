/** A table that several threads encode is the table that one encodes, wherever its rows are cut and in whatever portions they wait on disk. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spillFile } from '../../src/node/scale/spill.ts';
import { counted, joinParts, partsOf, writePart } from '../../src/node/scale/table-parts.ts';
import { type GroupEntry, readTable, writeTable } from '../../src/output/parquet.ts';
import { type Row, SCHEMAS } from '../../src/output/schema.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-parts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const METADATA = { 'jiaokan.version': '0' };
const LONG = '全市地区生产总值增长6.1%，'.repeat(400);

function paragraph(ordinal: number, isLong: boolean): Row {
  return {
    report_id: `来源${ordinal % 7}#1`,
    ordinal,
    part: 'review',
    role: 'body',
    headings: ordinal % 3 === 0 ? [] : ['一、过去一年的工作'],
    text: isLong ? LONG : `第${ordinal}段`,
    char_start: ordinal,
    char_end: ordinal + 1,
    byte_start: ordinal * 3,
    byte_end: ordinal * 3 + 3,
  };
}

async function inParts(portions: readonly (readonly Row[])[], most: number, name: string): Promise<Uint8Array> {
  const file = spillFile(folder, 0);
  const all = portions.map((rows) => counted(file, rows));
  file.close();
  const parts = partsOf('paragraphs', all, most, folder, (number) => join(folder, `${name}-${number}`));
  expect(parts.length).toBeLessThanOrEqual(most);
  const done = new Map<string, readonly GroupEntry[]>();
  for (const part of parts) done.set(part.file, await writePart(part, folder));
  const out = join(folder, `${name}.parquet`);
  await joinParts('paragraphs', out, parts, done, METADATA);
  return new Uint8Array(readFileSync(out));
}

test('rows of many groups in parts', { timeout: 120_000 }, async () => {
  // 256 rows, then one group of 10,000 rows, then groups that are full of text.
  const rows = Array.from({ length: 14_000 }, (_, at) => paragraph(at, at > 10_256));
  const whole = await writeTable(SCHEMAS.paragraphs, rows, METADATA, 'zstd-fast');
  const portions = Array.from({ length: 70 }, (_, at) => rows.slice(at * 200, at * 200 + 200));
  for (const most of [1, 2, 5, 64]) {
    const bytes = await inParts(portions, most, `many-${most}`);
    expect(Buffer.compare(bytes, whole)).toBe(0);
  }
  const back = await readTable(whole, SCHEMAS.paragraphs);
  expect(back.length).toBe(14_000);
  expect(back.at(-1)).toEqual(rows.at(-1));
});

test('rows in any portions and any number of parts', { timeout: 120_000 }, async () => {
  const portion = fc.record({ rows: fc.integer({ min: 0, max: 90 }), long: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(portion, { maxLength: 9 }), fc.integer({ min: 1, max: 6 }), async (sizes, most) => {
      let ordinal = 0;
      const portions = sizes.map(({ rows, long }) => Array.from({ length: rows }, () => paragraph(ordinal++, long)));
      const whole = await writeTable(SCHEMAS.paragraphs, portions.flat(), METADATA, 'zstd-fast');
      expect(Buffer.compare(await inParts(portions, most, 'any'), whole)).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('a part that no thread encoded, and rows that are gone, are no smaller table', async () => {
  const file = spillFile(folder, 0);
  const all = [counted(file, [paragraph(0, false), paragraph(1, false)])];
  file.close();
  const [part] = partsOf('paragraphs', all, 1, folder, () => join(folder, 'lost'));
  if (part === undefined) throw new Error('there is no part');
  const out = join(folder, 'lost.parquet');
  await expect(joinParts('paragraphs', out, [part], new Map(), METADATA)).rejects.toThrow('was not encoded');
  await expect(writePart({ ...part, sizes: [3] }, folder)).rejects.toThrow('fewer than were counted');
});
