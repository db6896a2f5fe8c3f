/** Reads the files of a dataset / gives its tables and what is wrong with them / promises: no row is used before it fits its schema. */
import { metadataOf, readTable } from '../parquet.ts';
import {
  describeFault,
  type Row,
  type RowCheck,
  rowChecks,
  SCHEMAS,
  schemaDigest,
  schemaText,
  TABLE_NAMES,
  type TableName,
  type Tables,
} from '../schema.ts';
import type { Fault, Files } from '../sums.ts';

export interface ReadDataset {
  /** null when a table is missing, unreadable or has a row that does not fit. */
  readonly tables: Tables | null;
  readonly faults: readonly Fault[];
}

export function tableFile(name: TableName): string {
  return `data/${name}.parquet`;
}

export function schemaFile(name: TableName): string {
  return `schemas/${name}.schema.json`;
}

/** Reads all tables back and checks every row against its schema. */
export async function readDataset(files: Files): Promise<ReadDataset> {
  const faults: Fault[] = [];
  const checks = rowChecks();
  const read = new Map<TableName, readonly Row[]>();
  for (const name of TABLE_NAMES) {
    faults.push(...schemaFaults(name, files));
    const rows = await readRows(name, files, checks[name]);
    if (rows.faults.length > 0) faults.push(...rows.faults);
    else read.set(name, rows.rows);
  }
  if (read.size < TABLE_NAMES.length) return { tables: null, faults };
  return { tables: typed(read), faults };
}

/** Every row has passed its schema, and the row types are generated from the same schemas: the one place that says so. */
function typed(read: ReadonlyMap<TableName, readonly Row[]>): Tables {
  return Object.fromEntries(read) as unknown as Tables;
}

function schemaFaults(name: TableName, files: Files): Fault[] {
  const file = schemaFile(name);
  const bytes = files.get(file);
  if (!bytes) return [{ file, row: null, message: 'is missing' }];
  if (Buffer.from(bytes).equals(Buffer.from(schemaText(name), 'utf8'))) return [];
  return [{ file, row: null, message: 'is not the schema of this version; rows are checked against this version’s' }];
}

async function readRows(
  name: TableName,
  files: Files,
  check: RowCheck,
): Promise<{ rows: readonly Row[]; faults: readonly Fault[] }> {
  const file = tableFile(name);
  const bytes = files.get(file);
  const schema = SCHEMAS[name];
  if (!bytes) return { rows: [], faults: [{ file, row: null, message: 'is missing' }] };
  try {
    const rows = await readTable(bytes, schema);
    const faults = rows.flatMap((row, index): Fault[] => {
      const fault = check(row, index);
      return fault ? [{ file, row: index, message: describeFault(fault) }] : [];
    });
    if (metadataOf(bytes)['jiaokan.schema_sha256'] !== schemaDigest(schema)) {
      return { rows, faults: [...faults, { file, row: null, message: 'was written with another schema' }] };
    }
    return { rows, faults };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { rows: [], faults: [{ file, row: null, message: `cannot be read: ${reason}` }] };
  }
}
