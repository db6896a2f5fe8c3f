/** Reads rows and their schema / gives Parquet bytes, and back / promises: the same rows give the same bytes; nothing is coerced. */
import { compress, init } from '@bokuweb/zstd-wasm';
import { parquetMetadata, parquetReadObjects, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, ColumnSchema, Row, TableSchema } from './schema.ts';
import { schemaDigest } from './schema.ts';

/** A cell that cannot be written without changing it. */
export class CellError extends Error {
  override readonly name = 'CellError';
}

/** Level 12 is about a fifth smaller than the default on Chinese text and still writes some megabytes a second. */
const ZSTD_LEVEL = 12;
/** A small first group lets viewers show the head of a table without reading all of it. */
const ROW_GROUPS = [256, 20_000];
/** Columns of running text: their minimum and maximum help no one and cost room in the footer. */
const LONG_TEXT = new Set([
  'text',
  'original',
  'replacement',
  'data',
  'derivation_en',
  'derivation_zh',
  'message_en',
  'message_zh',
]);
/** The codec may be started once only: a second start swaps its memory under the first. */
const STARTED: Promise<void> = init();
const MS_A_DAY = 86_400_000;

export type Metadata = Readonly<Record<string, string>>;

/**
 * Writes one table. Rows must fit the schema (see `rowChecks`); columns come in the order of the schema.
 * @param metadata key-value pairs of the file; the schema's digest and the unit of offsets are added
 * @throws CellError for text with a lone surrogate, which no UTF-8 file can hold
 */
export async function writeTable(schema: TableSchema, rows: readonly Row[], metadata: Metadata): Promise<Uint8Array> {
  await STARTED;
  const columns = Object.entries(schema.properties);
  const columnData: ColumnSource[] = columns.map(([name, column]) => ({
    name,
    data: rows.map((row, index) => stored(row[name] ?? null, column, { table: schema['x-table'], name, index })),
    statistics: !LONG_TEXT.has(name),
  }));
  const pairs = {
    ...metadata,
    'jiaokan.table': schema['x-table'],
    'jiaokan.schema_sha256': schemaDigest(schema),
    'jiaokan.offset_unit': 'utf-16 code unit',
  };
  const buffer = parquetWriteBuffer({
    columnData,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(([name, c]) => elements(name, c))],
    codec: 'ZSTD',
    compressors: { ZSTD: (bytes: Uint8Array) => compress(bytes, ZSTD_LEVEL) },
    rowGroupSize: ROW_GROUPS,
    createdBy: 'jiaokan',
    kvMetadata: Object.entries(pairs)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(buffer);
}

/**
 * Reads one table back to rows as they were given to `writeTable`.
 * @throws Error when the bytes are not a Parquet file or its columns are not those of the schema
 */
export async function readTable(bytes: Uint8Array, schema: TableSchema): Promise<Row[]> {
  const file = exactBuffer(bytes);
  const found = parquetMetadata(file).schema.map(shape).join('\n');
  const columns = Object.entries(schema.properties);
  const wanted = [
    shape({ name: 'root', num_children: columns.length }),
    ...columns.flatMap(([name, column]) => elements(name, column)).map(shape),
  ].join('\n');
  if (found !== wanted) throw new Error(`the columns are not those of the ${schema['x-table']} schema`);
  const rows = await parquetReadObjects({ file, compressors });
  return rows.map((row) => Object.fromEntries(columns.map(([name]) => [name, loaded(row[name])])));
}

/** Key-value metadata of a Parquet file. */
export function metadataOf(bytes: Uint8Array): Metadata {
  const pairs = parquetMetadata(exactBuffer(bytes)).key_value_metadata ?? [];
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? '']));
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

/** Parquet schema elements of one column: one for a plain column, three for a list. */
function elements(name: string, column: ColumnSchema): SchemaElement[] {
  const { type, required } = column['x-parquet'];
  const repetition_type = required ? 'REQUIRED' : 'OPTIONAL';
  switch (type) {
    case 'STRING':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }];
    case 'DATE':
      return [{ name, type: 'INT32', converted_type: 'DATE', repetition_type }];
    case 'INT32':
    case 'INT64':
    case 'DOUBLE':
    case 'BOOLEAN':
      return [{ name, type, repetition_type }];
    case 'LIST<STRING>':
      return [
        { name, converted_type: 'LIST', num_children: 1, repetition_type },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ];
    default:
      throw new RangeError(`column ${name} has the unknown Parquet type ${type}`);
  }
}

function shape({ name, type, converted_type, repetition_type, num_children }: SchemaElement): string {
  return [name, type, converted_type, name === 'root' ? '' : repetition_type, num_children].join(' ');
}

interface CellPlace {
  readonly table: string;
  readonly name: string;
  readonly index: number;
}

/** A cell as the writer takes it: days for dates, big integers for INT64. */
function stored(cell: Cell, column: ColumnSchema, place: CellPlace): unknown {
  if (cell === null) return null;
  if (typeof cell === 'string') wellFormed(cell, place);
  else if (typeof cell === 'object') for (const item of cell) wellFormed(item, place);
  const { type } = column['x-parquet'];
  if (type === 'INT64' && typeof cell === 'number') return BigInt(cell);
  if (type === 'DATE' && typeof cell === 'string') return Date.parse(`${cell}T00:00:00Z`) / MS_A_DAY;
  return cell;
}

function wellFormed(text: string, { table, name, index }: CellPlace): void {
  const at = loneSurrogate(text);
  if (at >= 0) {
    const code = text.charCodeAt(at).toString(16);
    throw new CellError(`${table} row ${index}, column ${name}: lone surrogate U+${code} at ${at} cannot be written`);
  }
}

/** Offset of the first surrogate without its other half; -1 when the text is well formed. */
export function loneSurrogate(text: string): number {
  return text.search(/\p{Surrogate}/u);
}

/** A cell as the rows of a table hold it, from what the reader gives. */
function loaded(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`a cell of type ${typeof value} is not in any schema`);
}
