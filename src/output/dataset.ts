/** Reads an audit / gives the files of the published dataset / promises: the same audit gives the same bytes, checksums included. */
import type { Audit } from '../model/audit.ts';
import { writeArrow } from './arrow.ts';
import { datasetCard } from './card.ts';
import { writeCompat } from './compat.ts';
import { type Codec, type Metadata, writeTable } from './parquet.ts';
import { croissant } from './release/croissant.ts';
import { datapackage } from './release/datapackage.ts';
import { FORMATS, type Format, pathOf } from './release/distribution.ts';
import { NO_NOTES, type Origin, type ReleaseNotes } from './release/facts.ts';
import { changelog, citation } from './release/papers.ts';
import { type Row, SCHEMAS, schemaText, TABLE_NAMES, type TableName, type Tables } from './schema.ts';
import { type Files, SUMS, sumsOf } from './sums.ts';
import { tablesOf } from './tables.ts';
import { schemaFile } from './verify/read.ts';

export interface DatasetOptions {
  /** The forms that the tables are published in; Parquet always is. */
  readonly formats: readonly Format[];
  readonly codec: Codec;
  readonly notes: ReleaseNotes;
}

export const WHOLE_DATASET: DatasetOptions = { formats: FORMATS, codec: 'zstd', notes: NO_NOTES };

/**
 * The files of a dataset folder by path: `data/*.parquet`, the same tables in other forms, `schemas/*.schema.json`, the
 * descriptions (README.md, croissant.json, datapackage.json, CITATION.cff, CHANGELOG.md) and `SHA256SUMS`.
 * @throws RowError when a row does not fit its schema, CellError when a text cannot be written as UTF-8,
 *   MissingPackage when a form needs a package that is not installed
 */
export async function datasetFiles(audit: Audit, options: DatasetOptions = WHOLE_DATASET): Promise<Files> {
  const tables = tablesOf(audit);
  const files = new Map<string, Uint8Array>(await tableFiles(audit, tables, options));
  const origin: Origin = { ...audit };
  const { notes, formats } = options;
  for (const name of TABLE_NAMES) files.set(schemaFile(name), utf8(schemaText(name)));
  files.set('croissant.json', json(croissant(files, origin, notes)));
  files.set('datapackage.json', json(datapackage(files, tables.sources, origin, notes)));
  files.set('README.md', utf8(datasetCard(tables, { origin, notes, formats })));
  files.set('CITATION.cff', utf8(citation(tables.sources, origin, notes)));
  files.set('CHANGELOG.md', utf8(changelog(notes)));
  files.set(SUMS, utf8(sumsOf(files)));
  return files;
}

/** The files of an audit's tables by path; Parquet alone when no form is named. */
export async function tableFiles(
  audit: Audit,
  tables: Tables,
  { formats, codec }: Omit<DatasetOptions, 'notes'> = { formats: ['parquet'], codec: 'zstd-fast' },
): Promise<Files> {
  const metadata: Metadata = {
    'jiaokan.version': audit.version,
    'jiaokan.rules_sha256': audit.rulesDigest,
    'jiaokan.corpus_sha256': audit.corpusDigest,
  };
  const files = new Map<string, Uint8Array>();
  for (const name of TABLE_NAMES) {
    const rows = tables[name].map((row) => ({ ...row }));
    files.set(pathOf(name, 'parquet'), await writeTable(SCHEMAS[name], rows, metadata, codec));
    for (const format of formats) {
      if (format !== 'parquet') files.set(pathOf(name, format), await otherForm(format, name, rows, metadata));
    }
  }
  return files;
}

function otherForm(
  format: 'arrow' | 'compat',
  name: TableName,
  rows: readonly Row[],
  metadata: Metadata,
): Promise<Uint8Array> {
  return format === 'arrow' ? writeArrow(SCHEMAS[name], rows, metadata) : writeCompat(SCHEMAS[name], rows, metadata);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function json(value: unknown): Uint8Array {
  return utf8(`${JSON.stringify(value, null, 2)}\n`);
}
