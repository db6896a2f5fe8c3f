/** Reads the files of a dataset folder / gives everything wrong with them / promises: a changed byte, row or link is found and named. */
import { metadataOf } from './parquet.ts';
import { TABLE_NAMES, type Tables } from './schema.ts';
import { checkSums, type Fault, type Files } from './sums.ts';
import { contentFaults } from './verify/content.ts';
import { formFaults, paperFaults } from './verify/forms.ts';
import { keyFaults } from './verify/keys.ts';
import { readDataset, tableFile } from './verify/read.ts';
import { corpusDigestOf, sourceFaults } from './verify/sources.ts';

export type { Fault, Files } from './sums.ts';

/**
 * Verifies a dataset from its files alone: checksums, descriptions against files, rows against schemas, keys between tables,
 * texts and counts, every form of a table against the others, and every source rebuilt from report texts and edits.
 * @param files all files of the folder by path (`data/reports.parquet`, `SHA256SUMS` …)
 * @returns what is wrong, in order of the checks; empty when the dataset is whole
 */
export async function verifyDataset(files: Files): Promise<Fault[]> {
  const outside = [...checkSums(files), ...paperFaults(files)];
  const { tables, faults } = await readDataset(files);
  if (tables === null) return [...outside, ...faults];
  const forms = await formFaults(files, tables);
  const keys = keyFaults(tables);
  if (keys.length > 0) return [...outside, ...faults, ...forms, ...keys];
  const inside = [...digestFaults(files, tables), ...contentFaults(tables), ...sourceFaults(tables)];
  return [...outside, ...faults, ...forms, ...inside];
}

/** A fault in one line: file, row, what is wrong. */
export function faultLine({ file, row, message }: Fault): string {
  return `${file}${row === null ? '' : ` row ${row}`}: ${message}`;
}

function digestFaults(files: Files, tables: Tables): Fault[] {
  const wanted = corpusDigestOf(tables.sources);
  const rules = metadataOf(files.get(tableFile('sources')) ?? new Uint8Array())['jiaokan.rules_sha256'];
  return TABLE_NAMES.flatMap((name): Fault[] => {
    const file = tableFile(name);
    const metadata = metadataOf(files.get(file) ?? new Uint8Array());
    if (metadata['jiaokan.corpus_sha256'] !== wanted) {
      return [{ file, row: null, message: 'its corpus digest is not that of the sources table' }];
    }
    if (metadata['jiaokan.rules_sha256'] === rules) return [];
    return [{ file, row: null, message: 'was made with other rules than the sources table' }];
  });
}
