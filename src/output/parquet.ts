/** Reads rows and their schema / gives Parquet bytes, and back / promises: the same rows give the same bytes; nothing is coerced. */
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { elementsOf, loaded, shapeOf, withoutDecimal } from './parquet/columns.ts';
import type { Codec, Metadata } from './parquet/group.ts';
import { tablePieces } from './parquet/writer.ts';
import type { Row, TableSchema } from './schema.ts';

export { CellError, loneSurrogate } from './parquet/columns.ts';
export type { Codec, GroupEntry, Metadata } from './parquet/group.ts';
export { CODEC_STARTED, encodedGroup } from './parquet/group.ts';
export { charsOf, GroupEnds } from './parquet/group-ends.ts';
export { joinedTable, type TablePart, tablePieces } from './parquet/writer.ts';

/** Writes one table whole: see `tablePieces`. @throws CellError */
export async function writeTable(
  schema: TableSchema,
  rows: Iterable<Row>,
  metadata: Metadata,
  codec: Codec = 'zstd',
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of tablePieces(schema, rows, { metadata, codec })) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/**
 * Reads one table back to rows as they were given to `writeTable`.
 * @throws Error when the bytes are not a Parquet file or its columns are not those of the schema
 */
export async function readTable(bytes: Uint8Array, schema: TableSchema): Promise<Row[]> {
  const file = exactBuffer(bytes);
  const metadata = parquetMetadata(file);
  const wanted = elementsOf(schema).map(shapeOf).join('\n');
  if (metadata.schema.map(shapeOf).join('\n') !== wanted) {
    throw new Error(`the columns are not those of the ${schema['x-table']} schema`);
  }
  const exact = { ...metadata, schema: metadata.schema.map(withoutDecimal) };
  const rows = await parquetReadObjects({ file, metadata: exact, compressors });
  const names = Object.keys(schema.properties);
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, loaded(row[name])])));
}

/** Key-value metadata of a Parquet file. */
export function metadataOf(bytes: Uint8Array): Metadata {
  const pairs = parquetMetadata(exactBuffer(bytes)).key_value_metadata ?? [];
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? '']));
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
