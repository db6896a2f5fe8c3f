/** Reads an audit / gives the files of the published dataset / promises: the same audit gives the same bytes, checksums included. */
import type { Audit } from '../model/audit.ts';
import { datasetCard } from './card.ts';
import { writeTable } from './parquet.ts';
import { SCHEMAS, schemaText, TABLE_NAMES, type Tables } from './schema.ts';
import { type Files, SUMS, sumsOf } from './sums.ts';
import { tablesOf } from './tables.ts';
import { schemaFile, tableFile } from './verify/read.ts';

/**
 * The files of a dataset folder by path: `data/*.parquet`, `schemas/*.schema.json`, `README.md` and `SHA256SUMS`.
 * @throws RowError when a row does not fit its schema, CellError when a text cannot be written as UTF-8
 */
export async function datasetFiles(audit: Audit): Promise<Files> {
  const tables = tablesOf(audit);
  const files = new Map<string, Uint8Array>(await tableFiles(audit, tables));
  for (const name of TABLE_NAMES) files.set(schemaFile(name), utf8(schemaText(name)));
  files.set('README.md', utf8(datasetCard(audit, tables)));
  files.set(SUMS, utf8(sumsOf(files)));
  return files;
}

/** The Parquet files of an audit's tables by path. */
export async function tableFiles(audit: Audit, tables: Tables): Promise<Files> {
  const metadata = {
    'jiaokan.version': audit.version,
    'jiaokan.rules_sha256': audit.rulesDigest,
    'jiaokan.corpus_sha256': audit.corpusDigest,
  };
  const files = new Map<string, Uint8Array>();
  for (const name of TABLE_NAMES) {
    const rows = tables[name].map((row) => ({ ...row }));
    files.set(tableFile(name), await writeTable(SCHEMAS[name], rows, metadata));
  }
  return files;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
