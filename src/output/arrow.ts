/** Reads rows and their schema / gives an Arrow IPC file, and back / promises: the same rows give the same bytes, in any order of calls. */
import type { DataType, Field, Table, Vector } from 'apache-arrow';
import { scaled } from './decimal.ts';
import { lazily } from './lazy.ts';
import { decimalCell } from './parquet/columns.ts';
import type { Metadata } from './parquet/group.ts';
import { type Cell, type ColumnSchema, type Row, schemaDigest, type TableSchema } from './schema.ts';

type Arrow = typeof import('apache-arrow');

const WORD = 0xffff_ffffn;
/** Words of 32 bits in a decimal of 128, low word first. */
const WORDS = 4;

/** Loaded when it is needed: whoever only audits does without it. @throws MissingPackage */
const arrow = (): Promise<Arrow> => lazily('apache-arrow', () => import('apache-arrow'));

/**
 * Writes one table in the file format of Arrow IPC, uncompressed, so that a reader maps it into memory as it is.
 * Columns with a closed list of values and links to other tables are dictionaries, numbered by their column.
 */
export async function writeArrow(schema: TableSchema, rows: readonly Row[], metadata: Metadata): Promise<Uint8Array> {
  const lib = await arrow();
  const columns = Object.entries(schema.properties).map(([name, column], at) => {
    const type = typeOf(lib, schema, name, at);
    const cells = rows.map((row, index) => given(row[name] ?? null, column, schema['x-table'], name, index));
    return { field: new lib.Field(name, type, !column['x-parquet'].required), vector: vectorOf(lib, cells, type) };
  });
  const pairs = {
    ...metadata,
    'jiaokan.table': schema['x-table'],
    'jiaokan.schema_sha256': schemaDigest(schema),
    'jiaokan.offset_unit': 'utf-16 code unit',
  };
  const sorted = Object.entries(pairs).sort(([a], [b]) => (a < b ? -1 : 1));
  const fields: Field[] = columns.map(({ field }) => field);
  const arrowSchema = new lib.Schema(fields, new Map(sorted));
  const children = columns.map(({ vector, field }) => vector.data[0] ?? lib.makeData({ type: field.type, length: 0 }));
  const data = lib.makeData({ type: new lib.Struct(fields), length: rows.length, nullCount: 0, children });
  return lib.tableToIPC(new lib.Table(arrowSchema, new lib.RecordBatch(arrowSchema, data)), 'file');
}

/** Reads such a file back to rows. @throws Error when its columns are not those of the schema */
export async function readArrow(bytes: Uint8Array, schema: TableSchema): Promise<Row[]> {
  const lib = await arrow();
  const table: Table = lib.tableFromIPC(bytes);
  const names = Object.keys(schema.properties);
  if (table.schema.fields.map(({ name }) => name).join() !== names.join()) {
    throw new Error(`the columns are not those of the ${schema['x-table']} schema`);
  }
  const columns = Object.entries(schema.properties).map(([name, column]) => {
    const vector = table.getChild(name);
    return { name, cell: (row: number): Cell => taken(vector?.get(row), column) };
  });
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, cell }) => [name, cell(row)])),
  );
}

function typeOf(lib: Arrow, schema: TableSchema, name: string, id: number): DataType {
  const column = schema.properties[name];
  switch (column?.['x-parquet'].type) {
    case 'STRING':
      // The number is given: one taken from the library's counter would differ from call to call.
      return isCategory(schema, name) ? new lib.Dictionary(new lib.Utf8(), new lib.Int32(), id) : new lib.Utf8();
    case 'DATE':
      return new lib.DateDay();
    case 'INT32':
      return new lib.Int32();
    case 'INT64':
      return new lib.Int64();
    case 'DOUBLE':
      return new lib.Float64();
    case 'BOOLEAN':
      return new lib.Bool();
    case 'DECIMAL(38,10)':
      return new lib.Decimal(10, 38, 128);
    case 'LIST<STRING>':
      return new lib.List(new lib.Field('element', new lib.Utf8(), false));
    default:
      throw new RangeError(`column ${name} has an unknown type`);
  }
}

function isCategory(schema: TableSchema, name: string): boolean {
  const linked = schema['x-foreign-keys'].some(({ column }) => column === name);
  return schema.properties[name]?.enum !== undefined || linked || name === 'rule';
}

function vectorOf(lib: Arrow, cells: readonly unknown[], type: DataType): Vector {
  const builder = lib.makeBuilder({ type, nullValues: [null] });
  for (const cell of cells) builder.append(cell);
  return builder.finish().toVector();
}

/** A cell as the builders take it. */
function given(cell: Cell, column: ColumnSchema, table: string, name: string, index: number): unknown {
  if (cell === null) return null;
  const { type } = column['x-parquet'];
  if (type === 'INT64' && typeof cell === 'number') return BigInt(cell);
  if (type === 'DATE' && typeof cell === 'string') return new Date(`${cell}T00:00:00Z`);
  if (type !== 'DECIMAL(38,10)' || typeof cell !== 'string') return cell;
  const value = BigInt.asUintN(128, decimalCell(cell, { table, name, index }));
  return Uint32Array.from({ length: WORDS }, (_, at) => Number((value >> BigInt(32 * at)) & WORD));
}

/** A cell as rows hold it, from what a vector gives. */
function taken(value: unknown, column: ColumnSchema): Cell {
  if (value === null || value === undefined) return null;
  const { type } = column['x-parquet'];
  if (type === 'DATE') return new Date(Number(value)).toISOString().slice(0, 10);
  if (type === 'DECIMAL(38,10)' && value instanceof Uint32Array) return scaled(BigInt.asIntN(128, joined(value)));
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && Symbol.iterator in value) return Array.from(Object(value), String);
  throw new TypeError(`a cell of type ${typeof value} is not in any schema`);
}

function joined(words: Uint32Array): bigint {
  return words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
}
