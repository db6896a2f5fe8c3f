/** Reads rows one after another / gives Parquet bytes piece by piece / promises: one row group in memory at a time, the same rows give the same bytes. */
import { compress, init } from '@bokuweb/zstd-wasm';
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import { type Cell, type ColumnSchema, type Row, schemaDigest, type TableSchema } from '../schema.ts';
import { elementsOf, stored } from './columns.ts';

export type Metadata = Readonly<Record<string, string>>;
/** `zstd-fast` is the same compression with less effort: for tables of one audit, which are made again rather than handed on. */
export type Codec = 'zstd' | 'zstd-fast' | 'snappy';

/** Level 12 makes the tables of real reports a tenth smaller than level 3, and takes two to three times as long. */
const ZSTD_LEVEL = { zstd: 12, 'zstd-fast': 3 } as const;
/** Columns of running text: their minimum and maximum help no one and cost room in the footer. */
const LONG_TEXT = new Set([
  'text',
  'original',
  'replacement',
  'rights',
  'data',
  'derivation_en',
  'derivation_zh',
  'message_en',
  'message_zh',
]);
/** The codec may be started once only: a second start swaps its memory under the first. */
const STARTED: Promise<void> = init();

/** When a row group ends, whichever comes first. Text counts in UTF-16 code units over all cells of the group. */
interface GroupLimit {
  readonly rows: number;
  readonly chars: number;
}
/** A small first group lets viewers show the head of a table without reading all of it. */
const FIRST_GROUP: GroupLimit = { rows: 256, chars: 300_000 };
/** About 12 MB of Chinese text: a reader that wants one column of many rows has few chunks to open, a writer holds little. */
const NEXT_GROUPS: GroupLimit = { rows: 10_000, chars: 4_000_000 };
/**
 * A page is what one reads to get one row; larger pages are smaller in the file. Reports are read one at a time, and each is
 * long: pages of 256 kB cost an eighth of the file against 1 MB, and one report is then read with about 100 kB instead of 300.
 */
const PAGE_BYTES = { reports: 256 * 1024, others: 1024 * 1024 } as const;

export interface WriteOptions {
  /** Key-value pairs of the file; the table, its schema's digest and the unit of offsets are added. */
  readonly metadata: Metadata;
  readonly codec: Codec;
}

/**
 * Writes one table as it is read. Rows must fit the schema (see `rowChecks`); columns come in the order of the schema.
 * Each piece is given away as soon as its row group is full, so that a table of any length needs the memory of one group.
 * @throws CellError for text with a lone surrogate, which no UTF-8 file can hold
 */
export async function* tablePieces(
  schema: TableSchema,
  rows: Iterable<Row> | AsyncIterable<Row>,
  { metadata, codec }: WriteOptions,
): AsyncGenerator<Uint8Array> {
  await STARTED;
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: elementsOf(schema),
    codec: codec === 'snappy' ? 'SNAPPY' : 'ZSTD',
    compressors: codec === 'snappy' ? {} : { ZSTD: (plain: Uint8Array) => compress(plain, ZSTD_LEVEL[codec]) },
    createdBy: 'jiaokan',
    kvMetadata: pairsOf(schema, metadata),
  });
  const pageSize = schema['x-table'] === 'reports' ? PAGE_BYTES.reports : PAGE_BYTES.others;
  let limit = FIRST_GROUP;
  let group: Row[] = [];
  let [done, chars] = [0, 0];
  for await (const row of rows) {
    group.push(row);
    chars += charsOf(row);
    if (group.length < limit.rows && chars < limit.chars) continue;
    writer.write({ columnData: columnsOf(schema, group, done), rowGroupSize: group.length, pageSize });
    done += group.length;
    limit = NEXT_GROUPS;
    group = [];
    chars = 0;
    yield taken(bytes);
  }
  if (group.length > 0) {
    writer.write({ columnData: columnsOf(schema, group, done), rowGroupSize: group.length, pageSize });
  }
  writer.finish();
  yield taken(bytes);
}

/** What has been written since the last time. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

/** The cells of a row group by column. `before`: rows of the groups before it, for the place of a cell that is refused. */
function columnsOf(schema: TableSchema, rows: readonly Row[], before: number): ColumnSource[] {
  const table = schema['x-table'];
  return Object.entries(schema.properties).map(([name, column]) => ({
    name,
    data: rows.map((row, at) => stored(row[name] ?? null, column, { table, name, index: before + at })),
    statistics: hasBounds(name),
    columnIndex: hasBounds(name) && !isList(column),
    bloomFilter: isKey(schema, name),
  }));
}

function hasBounds(name: string): boolean {
  return !LONG_TEXT.has(name);
}

function isList(column: ColumnSchema): boolean {
  return column['x-parquet'].type.startsWith('LIST');
}

/** Columns that one looks a row up by: ids have no useful order, so that bounds do not tell where they are not. */
function isKey(schema: TableSchema, name: string): boolean {
  const { type } = schema.properties[name]?.['x-parquet'] ?? { type: '' };
  if (type !== 'STRING') return false;
  return schema['x-key'].includes(name) || schema['x-foreign-keys'].some(({ column }) => column === name);
}

function pairsOf(schema: TableSchema, metadata: Metadata): { key: string; value: string }[] {
  const pairs = {
    ...metadata,
    'jiaokan.table': schema['x-table'],
    'jiaokan.schema_sha256': schemaDigest(schema),
    'jiaokan.offset_unit': 'utf-16 code unit',
  };
  return Object.entries(pairs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key, value }));
}

function charsOf(row: Row): number {
  let chars = 0;
  for (const name in row) chars += lengthOf(row[name] ?? null);
  return chars;
}

function lengthOf(cell: Cell): number {
  if (typeof cell === 'string') return cell.length;
  if (cell === null || typeof cell !== 'object') return 0;
  return cell.reduce((sum, item) => sum + item.length, 0);
}
