/** Reads rows one after another / gives Parquet bytes piece by piece / promises: one row group in memory at a time, the same rows give the same bytes. */
import { ByteWriter } from 'hyparquet-writer';
import type { Row, TableSchema } from '../schema.ts';
import {
  CODEC_STARTED,
  type Codec,
  encodedGroup,
  type GroupEntry,
  type Metadata,
  moveBy,
  openWriter,
} from './group.ts';
import { charsOf, GroupEnds } from './group-ends.ts';

export interface WriteOptions {
  /** Key-value pairs of the file; the table, its schema's digest and the unit of offsets are added. */
  readonly metadata: Metadata;
  readonly codec: Codec;
}

/** Row groups that stand one behind the other, with their bytes. */
export interface TablePart {
  readonly entries: readonly GroupEntry[];
  readonly bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/**
 * Writes one table as it is read. Rows must fit the schema (see `rowChecks`); columns come in the order of the schema.
 * Each piece is given away as soon as its row group is full, so that a table of any length needs the memory of one group.
 * @throws CellError for text with a lone surrogate, which no UTF-8 file can hold
 */
export async function* tablePieces(
  schema: TableSchema,
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: WriteOptions,
): AsyncGenerator<Uint8Array> {
  yield* joinedTable(schema, partsOf(schema, rows, options.codec), options);
}

async function* partsOf(
  schema: TableSchema,
  rows: Iterable<Row> | AsyncIterable<Row>,
  codec: Codec,
): AsyncGenerator<TablePart> {
  await CODEC_STARTED;
  let before = 0;
  for await (const group of inGroups(rows)) {
    const { bytes, ...entry } = encodedGroup(schema, group, before, codec);
    before += group.length;
    yield { entries: [entry], bytes: [bytes] };
  }
}

async function* inGroups(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  const ends = new GroupEnds();
  let group: Row[] = [];
  for await (const row of rows) {
    group.push(row);
    if (!ends.endsWith(charsOf(row))) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Puts the row groups of a table together, which may have been encoded elsewhere. Takes hold of their entries. */
export async function* joinedTable(
  schema: TableSchema,
  parts: AsyncIterable<TablePart>,
  { metadata, codec }: WriteOptions,
): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter();
  const file = openWriter(schema, metadata, codec, out);
  yield taken(out);
  for await (const { entries, bytes } of parts) {
    let start = out.offset;
    for (const { group, indexes, length } of entries) {
      moveBy(indexes, start);
      start += length;
      file.row_groups.push(group);
      file.num_rows += group.num_rows;
      for (const index of indexes) file.pendingIndexes.push(index);
    }
    for await (const piece of bytes) {
      out.offset += piece.length;
      yield piece;
    }
  }
  await file.finish();
  yield taken(out);
}

/** What has been written since the last time. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}
