/** Reads rows of finished tables / gives them as Parquet files / promises: the bytes that an audit of the same sources writes; rows wait on disk. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Metadata, tablePieces } from '../../output/parquet.ts';
import type { SourceRow } from '../../output/rows.ts';
import { type Row, SCHEMAS, TABLE_NAMES, type TableName } from '../../output/schema.ts';
import { corpusDigest } from '../../run/inline.ts';
import { VERSION } from '../../run/version.ts';
import { InputError } from '../errors.ts';
import { placeTables, writePieces } from './pieces.ts';
import { type Chunk, spilled, spillFile, spillFolder } from './spill.ts';
import type { KeyedRow } from './stream.ts';
import { CODEC, flat } from './table-parts.ts';

/**
 * Writes `out`/data/*.parquet. Rows of each table come in order of their keys; tables in any order.
 * @throws InputError for a row of no published table, and when a file cannot be written
 */
export async function tablesOfRows(rows: AsyncIterable<KeyedRow>, out: string, rulesDigest: string): Promise<void> {
  const folder = await spillFolder(out);
  try {
    const file = spillFile(folder, 0);
    const chunks = new Map<TableName, Chunk[]>(TABLE_NAMES.map((name) => [name, []]));
    const sources: Pick<SourceRow, 'source_id' | 'sha256'>[] = [];
    for await (const { table, json } of rows) {
      if (table === 'facts' || table === 'found' || table === 'standing')
        throw new InputError(`a row of ${table} is of no table: give what stream reduce gives`);
      chunks.get(table)?.push(file.add([JSON.parse(json)]));
      if (table === 'sources') sources.push(JSON.parse(json));
    }
    file.close();
    const metadata: Metadata = {
      'jiaokan.version': VERSION,
      'jiaokan.rules_sha256': rulesDigest,
      'jiaokan.corpus_sha256': corpusDigest(
        sources.map((row) => ({ source: { sourceId: row.source_id, sha256: row.sha256 } })),
      ),
    };
    for (const name of TABLE_NAMES) {
      const pieces = tablePieces(SCHEMAS[name], flat(spilled<Row>(folder, chunks.get(name) ?? [])), {
        metadata,
        codec: CODEC,
      });
      await writePieces(path.join(folder, `${name}.parquet`), pieces);
    }
    await placeTables(TABLE_NAMES, folder, out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
