import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SCHEMAS, strictAjv, TABLE_NAMES } from '../../src/output/schema.ts';

const PARQUET_TYPES: Readonly<Record<string, string>> = {
  STRING: 'string',
  DATE: 'string',
  INT32: 'integer',
  INT64: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  'DECIMAL(38,10)': 'string',
  'LIST<STRING>': 'array',
};

/** Columns that other programs read: their names may not change. */
const PROMISED: Readonly<Record<string, string>> = {
  sources:
    'source_id path sha256 bytes charset media_type title publisher url collected_on reports kept_chars removed_chars',
  reports:
    'report_id source_id region_code region level parent_code report_year reviewed_year session delivered_on speaker title completeness share_present canonical canonical_report_id text chars byte_start byte_end text_sha256',
  paragraphs: 'report_id ordinal part headings text char_start char_end byte_start byte_end',
  figures:
    'figure_id report_id paragraph char_start char_end byte_start byte_end quote value value_number low high unit indicator indicator_text region_code period_start period_end measure nature direction hedge basis confidence',
  checks:
    'check_id rule family verdict reason report_ids figure_ids expected_low expected_high actual_low actual_high suspect_figure_id likely_cause',
  duplicates: 'report_a report_b relation jaccard containment_a_in_b containment_b_in_a kept reason',
  edits: 'source_id layer byte_start byte_end original replacement rule',
  findings:
    'finding_id rule severity source_id report_id byte_start byte_end line column quote message_en message_zh data state',
};

describe.each(TABLE_NAMES)('the schema of %s', (name) => {
  const schema = SCHEMAS[name];

  it('is a valid 2020-12 schema', () => {
    expect(() => strictAjv().compile(schema)).not.toThrow();
  });

  it('is refused with a keyword or a column type that nobody knows', () => {
    const [[name, column] = ['', {}]] = Object.entries(schema.properties);
    const withColumn = (change: object) => ({
      ...schema,
      properties: { ...schema.properties, [name]: { ...column, ...change } },
    });
    expect(() => strictAjv().compile(withColumn({ patern: 'x' }))).toThrow(/unknown keyword: "patern"/u);
    expect(() => strictAjv().compile(withColumn({ 'x-parquet': { type: 'INT96', required: true } }))).toThrow(
      /x-parquet/u,
    );
  });

  // The validator counts code units: what is asked must not depend on it.
  it('asks of a text that it is not empty, and of no length', () => {
    const limits = JSON.stringify(schema).match(/"(?:min|max)Length":\d+/gu) ?? [];
    expect(limits.filter((one) => one !== '"minLength":1')).toEqual([]);
  });

  it('has every promised column', () => {
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining((PROMISED[name] ?? '').split(' ')));
  });

  it.each(Object.entries(schema.properties))('says what %s is, in two languages and two type systems', (_, column) => {
    const { type, required } = column['x-parquet'];
    const wanted = PARQUET_TYPES[type] ?? '?';
    expect(column.type).toEqual(required ? wanted : [wanted, 'null']);
    expect(column.description).toMatch(/[.…]$/u);
    expect(column['x-description-zh']).toMatch(/\p{Script=Han}.*。$/u);
    expect(column.title).toMatch(/^[A-Z]/u);
    expect(column['x-title-zh']).toMatch(/\p{Script=Han}|SHA/u);
  });

  it.each(Object.entries(schema.properties))('shows values of %s that fit it', (_, column) => {
    const fits = strictAjv().compile(column);
    expect(column.enum ?? column.examples ?? (column.type === 'boolean' ? [true] : [])).not.toEqual([]);
    for (const example of column.examples ?? []) expect([example, fits(example)]).toEqual([example, true]);
  });

  it('links only to keys that exist', () => {
    for (const { column, table, references } of schema['x-foreign-keys']) {
      const target = TABLE_NAMES.find((one) => one === table);
      expect(Object.keys(schema.properties)).toContain(column);
      expect(target && SCHEMAS[target]['x-key']).toEqual([references]);
    }
  });
});

it('the row types are those of the schemas', async () => {
  const script = fileURLToPath(new URL('../../scripts/generate-rows.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [script, '--check']);
});
