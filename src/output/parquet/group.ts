/** Reads the rows of one row group / gives its Parquet bytes and what the footer says of it / promises: the same bytes wherever in a file the group comes to stand. */
import { compress, init } from '@bokuweb/zstd-wasm';
import type { RowGroup } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import { BloomBuilder } from 'hyparquet-writer/src/bloom.js';
import { type ColumnSchema, type Row, schemaDigest, type TableSchema } from '../schema.ts';
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
export const CODEC_STARTED: Promise<void> = init();

/**
 * A page is what one reads to get one row; larger pages are smaller in the file. Reports are read one at a time, and each is
 * long: pages of 256 kB cost an eighth of the file against 1 MB, and one report is then read with about 100 kB instead of 300.
 */
const PAGE_BYTES = { reports: 256 * 1024, others: 1024 * 1024 } as const;

/** What stands in front of the first group of a file. */
const MAGIC_BYTES = 4;

type Indexes = ParquetWriter['pendingIndexes'];

/** What the footer says of a group; its offsets count from the first byte of the group. */
export interface GroupEntry {
  readonly group: RowGroup;
  /** The indexes of its columns, which stand behind all groups. Each points to its column in `group`. */
  readonly indexes: Indexes;
  /** Bytes of the group. */
  readonly length: number;
}

export interface EncodedGroup extends GroupEntry {
  readonly bytes: Uint8Array;
}

/**
 * Encodes one row group. The codec must have started (`CODEC_STARTED`).
 * @param before rows of the table before this group, for the place of a cell that is refused
 * @throws CellError for text with a lone surrogate, which no UTF-8 file can hold
 */
export function encodedGroup(schema: TableSchema, rows: readonly Row[], before: number, codec: Codec): EncodedGroup {
  const out = new ByteWriter();
  const writer = openWriter(schema, {}, codec, out);
  const pageSize = schema['x-table'] === 'reports' ? PAGE_BYTES.reports : PAGE_BYTES.others;
  const columnData = columnsOf(schema, rows, before);
  writer.write({ columnData, rowGroupSize: rows.length, pageSize });
  const [group] = writer.row_groups;
  if (group === undefined) throw new RangeError('a row group needs a row');
  const bytes = out.getBytes().slice(MAGIC_BYTES);
  moveBy(writer.pendingIndexes, -MAGIC_BYTES);
  return { group, indexes: withBlooms(writer.pendingIndexes, schema, columnData), length: bytes.length, bytes };
}

/** Begins a file. */
export function openWriter(schema: TableSchema, metadata: Metadata, codec: Codec, writer: ByteWriter): ParquetWriter {
  return new ParquetWriter({
    writer,
    schema: elementsOf(schema),
    codec: codec === 'snappy' ? 'SNAPPY' : 'ZSTD',
    compressors: codec === 'snappy' ? {} : { ZSTD: (plain: Uint8Array) => compress(plain, ZSTD_LEVEL[codec]) },
    createdBy: 'jiaokan',
    kvMetadata: pairsOf(schema, metadata),
  });
}

/** Has a group stand so many bytes further on in its file. */
export function moveBy(indexes: Indexes, bytes: number): void {
  const by = BigInt(bytes);
  for (const { chunk, offsetIndex } of indexes) {
    chunk.file_offset += by;
    const { meta_data: column } = chunk;
    if (column !== undefined) {
      column.data_page_offset += by;
      if (column.dictionary_page_offset !== undefined) column.dictionary_page_offset += by;
    }
    for (const page of offsetIndex?.page_locations ?? []) page.offset += by;
  }
}

/** The cells of a row group by column. */
function columnsOf(schema: TableSchema, rows: readonly Row[], before: number): ColumnSource[] {
  const table = schema['x-table'];
  return Object.entries(schema.properties).map(([name, column]) => ({
    name,
    data: rows.map((row, at) => stored(row[name] ?? null, column, { table, name, index: before + at })),
    statistics: hasBounds(name),
    columnIndex: hasBounds(name) && !isList(column),
  }));
}

/** Filters for the keys. The writer would hash each cell; of the reports of figures few are distinct. */
function withBlooms(indexes: Indexes, schema: TableSchema, columns: readonly ColumnSource[]): Indexes {
  const elements = new Map(elementsOf(schema).map((element) => [element.name, element]));
  const cells = new Map(columns.map(({ name, data }) => [name, data]));
  return indexes.map((index) => {
    const [name = ''] = index.chunk.meta_data?.path_in_schema ?? [];
    const element = elements.get(name);
    if (element === undefined || !isKey(schema, name)) return index;
    const filter = new BloomBuilder(element);
    for (const cell of new Set(cells.get(name))) filter.insert(cell);
    const bloomFilter = filter.finalize();
    return bloomFilter === undefined ? index : { ...index, bloomFilter };
  });
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
