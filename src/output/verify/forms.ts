/** Reads the files of a dataset whose Parquet tables hold / gives other forms and descriptions that disagree / promises: value for value, file for file. */
import { readArrow } from '../arrow.ts';
import { readCompat, readsAs } from '../compat.ts';
import { croissantParts } from '../release/croissant.ts';
import { resourcesOf } from '../release/datapackage.ts';
import { type Format, pathOf } from '../release/distribution.ts';
import { type Row, SCHEMAS, TABLE_NAMES, type TableName, type Tables } from '../schema.ts';
import type { Fault, Files } from '../sums.ts';

/** Tables in other forms that do not say the same. A form is there for all tables or for none. */
export async function formFaults(files: Files, tables: Tables): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const format of ['arrow', 'compat'] as const) {
    const there = TABLE_NAMES.filter((name) => files.has(pathOf(name, format)));
    if (there.length === 0) continue;
    for (const name of TABLE_NAMES) faults.push(...(await formFault(files, tables, name, format)));
  }
  return faults;
}

async function formFault(files: Files, tables: Tables, name: TableName, format: Format): Promise<Fault[]> {
  const file = pathOf(name, format);
  const bytes = files.get(file);
  if (!bytes) return [{ file, row: null, message: 'is missing' }];
  const schema = SCHEMAS[name];
  const published = tables[name].map((row): Row => ({ ...row }));
  try {
    const rows = await (format === 'arrow' ? readArrow(bytes, schema) : readCompat(bytes, schema));
    const wanted = format === 'arrow' ? published : published.map((row) => readsAs(row, schema));
    return difference(rows, wanted).map(({ row, message }) => ({ file, row, message }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return [{ file, row: null, message: `cannot be read: ${reason}` }];
  }
}

/** The first cell that differs. */
function difference(rows: readonly Row[], wanted: readonly Row[]): { row: number | null; message: string }[] {
  if (rows.length !== wanted.length) return [{ row: null, message: `has ${rows.length} rows, not ${wanted.length}` }];
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of Object.entries(wanted[index] ?? {})) {
      const found = row[column] ?? null;
      if (found === cell || (typeof cell === 'object' && JSON.stringify(found) === JSON.stringify(cell))) continue;
      return [{ row: index, message: `column ${column} is not what the table in data/ says` }];
    }
  }
  return [];
}

/** Descriptions of the files that do not describe them: croissant.json and datapackage.json. */
export function paperFaults(files: Files): Fault[] {
  return [
    ...paperFault(files, 'croissant.json', { ...croissantParts(files) }),
    ...paperFault(files, 'datapackage.json', { resources: resourcesOf(files) }),
  ];
}

function paperFault(files: Files, file: string, wanted: Readonly<Record<string, unknown>>): Fault[] {
  const bytes = files.get(file);
  if (!bytes) return [{ file, row: null, message: 'is missing' }];
  const said = parsed(bytes);
  if (said === null) return [{ file, row: null, message: 'is not JSON' }];
  for (const [key, value] of Object.entries(wanted)) {
    const place = firstDifference(Object(said)[key], value, `/${key}`);
    if (place !== null) return [{ file, row: null, message: `${place} is not what the files are` }];
  }
  return [];
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Words for people may differ from version to version of the tool. */
const WORDS: ReadonlySet<string> = new Set(['description', 'title', 'example', 'unit']);

/** JSON pointer of the first place where two values differ; null when they say the same. */
function firstDifference(a: unknown, b: unknown, place: string): string | null {
  if (a === b) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return place;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    if (WORDS.has(key)) continue;
    const found = firstDifference(left.get(key), right.get(key), `${place}/${key}`);
    if (found !== null) return found;
  }
  return null;
}
