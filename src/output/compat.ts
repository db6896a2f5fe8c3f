/** Reads rows and their schema / gives Parquet for old readers, and back / promises: the same rows; only decimals become floating-point numbers. */
import { lazily } from './lazy.ts';
import type { Metadata } from './parquet/group.ts';
import { type Cell, type ColumnSchema, type Row, schemaDigest, type TableSchema } from './schema.ts';

type Lite = typeof import('parquetjs-lite');

const ROWS_A_GROUP = 20_000;
/** Values of a page: the library counts rows, not bytes. */
const ROWS_A_PAGE = 1000;
const INT32_MAX = 2 ** 31 - 1;

/** Loaded when it is needed: whoever only audits does without it. @throws MissingPackage */
async function lite(): Promise<Lite> {
  const loaded: Lite & { readonly default?: Lite } = await lazily('parquetjs-lite', () => import('parquetjs-lite'));
  return loaded.default ?? loaded;
}

/**
 * Writes one table as readers of ten years ago take it: footer version 1, pages of version 1, plain encoding, gzip, no page index.
 * Bounds of text are left out: this writer compares text by UTF-16 units where the format asks for bytes of UTF-8,
 * so that a reader which trusts them would miss rows.
 * @throws RangeError for a number that its column cannot hold: the writer itself would cut it without a word
 */
export async function writeCompat(schema: TableSchema, rows: readonly Row[], metadata: Metadata): Promise<Uint8Array> {
  const { ParquetEnvelopeWriter, ParquetSchema, ParquetWriter } = await lite();
  const columns = Object.entries(schema.properties);
  const fields = new ParquetSchema(Object.fromEntries(columns.map(([name, column]) => [name, fieldOf(column)])));
  const options = { rowGroupSize: ROWS_A_GROUP, pageSize: ROWS_A_PAGE, useDataPageV2: false, pageIndex: false };
  const pieces: Uint8Array[] = [];
  const put = (piece: Uint8Array) => void pieces.push(piece);
  const writer = new ParquetWriter(fields, new ParquetEnvelopeWriter(fields, put, () => {}, 0, options), options);
  const pairs = { ...metadata, 'jiaokan.table': schema['x-table'], 'jiaokan.schema_sha256': schemaDigest(schema) };
  for (const [key, value] of Object.entries(pairs).sort(([a], [b]) => (a < b ? -1 : 1))) writer.setMetadata(key, value);
  for (const [index, row] of rows.entries()) {
    const cells = columns.flatMap(([name, column]): [string, unknown][] => {
      const cell = row[name] ?? null;
      return cell === null ? [] : [[name, given(cell, column, `${schema['x-table']} row ${index}, column ${name}`)]];
    });
    await writer.appendRow(Object.fromEntries(cells));
  }
  await writer.close();
  return new Uint8Array(Buffer.concat(pieces));
}

/** Reads such a file back to rows; decimals come as `readsAs` gives them. */
export async function readCompat(bytes: Uint8Array, schema: TableSchema): Promise<Row[]> {
  const { ParquetReader } = await lite();
  const reader = await ParquetReader.openBuffer(Buffer.from(bytes));
  const cursor = reader.getCursor();
  const columns = Object.entries(schema.properties);
  const rows: Row[] = [];
  for (let row = await cursor.next(); row !== null; row = await cursor.next()) {
    const found = row;
    rows.push(Object.fromEntries(columns.map(([name, column]) => [name, taken(found[name], column)])));
  }
  await reader.close();
  return rows;
}

/** A row as it comes back from compat/: the same, with decimals as floating-point numbers. */
export function readsAs(row: Row, schema: TableSchema): Row {
  const cells = Object.entries(schema.properties).map(([name, column]): [string, Cell] => {
    const cell = row[name] ?? null;
    return [name, isDecimal(column) && cell !== null ? Number(cell) : cell];
  });
  return Object.fromEntries(cells);
}

function isDecimal(column: ColumnSchema): boolean {
  return column['x-parquet'].type.startsWith('DECIMAL');
}

function fieldOf(column: ColumnSchema): import('parquetjs-lite').FieldDefinition {
  const { type, required } = column['x-parquet'];
  const common = { optional: !required, compression: 'GZIP' };
  if (type === 'STRING') return { ...common, type: 'UTF8', statistics: false };
  if (isDecimal(column)) return { ...common, type: 'DOUBLE' };
  if (type !== 'LIST<STRING>') return { ...common, type };
  const element = { type: 'UTF8', compression: 'GZIP', statistics: false };
  return { type: 'LIST', optional: !required, fields: { list: { repeated: true, fields: { element } } } };
}

/** A cell as the writer takes it. @throws RangeError */
function given(cell: Exclude<Cell, null>, column: ColumnSchema, place: string): unknown {
  const { type } = column['x-parquet'];
  if (typeof cell === 'object') return { list: cell.map((element) => ({ element })) };
  if (isDecimal(column)) return Number(cell);
  if (type === 'DATE') return new Date(`${String(cell)}T00:00:00Z`);
  const isWhole = type === 'INT32' || type === 'INT64';
  if (isWhole && !(Number.isSafeInteger(cell) && (type === 'INT64' || Math.abs(Number(cell)) <= INT32_MAX))) {
    throw new RangeError(`${place}: ${String(cell)} does not fit ${type}`);
  }
  return cell;
}

/** A cell as rows hold it, from what the reader gives. */
function taken(value: unknown, column: ColumnSchema): Cell {
  if (value === null || value === undefined) return null;
  if (column['x-parquet'].type === 'LIST<STRING>') {
    const list: unknown = Object(value).list;
    return Array.isArray(list) ? list.map((item: unknown) => String(Object(item).element)) : [];
  }
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`a cell of type ${typeof value} is not in any schema`);
}
