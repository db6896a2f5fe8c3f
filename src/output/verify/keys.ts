/** Reads tables that fit their schemas / gives broken keys / promises: keys and links are those that the schemas declare. */
import type { Row, TableName, Tables } from '../schema.ts';
import { SCHEMAS, TABLE_NAMES } from '../schema.ts';
import type { Fault } from '../sums.ts';
import { tableFile } from './read.ts';

/** Keys that occur twice, and links that lead nowhere. */
export function keyFaults(tables: Tables): Fault[] {
  return TABLE_NAMES.flatMap((name) => [...repeatedKeys(name, tables), ...brokenLinks(name, tables)]);
}

function rowsOf(tables: Tables, name: TableName): readonly Row[] {
  return tables[name].map((row) => ({ ...row }));
}

function repeatedKeys(name: TableName, tables: Tables): Fault[] {
  const key = SCHEMAS[name]['x-key'];
  const seen = new Map<string, number>();
  return rowsOf(tables, name).flatMap((row, index): Fault[] => {
    const value = JSON.stringify(key.map((column) => row[column]));
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, index);
      return [];
    }
    return [
      { file: tableFile(name), row: index, message: `${key.join(', ')} ${value} is already that of row ${first}` },
    ];
  });
}

function brokenLinks(name: TableName, tables: Tables): Fault[] {
  const rows = rowsOf(tables, name);
  return SCHEMAS[name]['x-foreign-keys'].flatMap(({ column, table, references }) => {
    const target = TABLE_NAMES.find((one) => one === table);
    if (!target) throw new RangeError(`the schema of ${name} names the unknown table ${table}`);
    const known = new Set(rowsOf(tables, target).map((row) => row[references]));
    return rows.flatMap((row, index): Fault[] => {
      const cell = row[column] ?? null;
      const values = cell === null ? [] : typeof cell === 'object' ? cell : [cell];
      return values
        .filter((value) => !known.has(value))
        .map((value) => ({
          file: tableFile(name),
          row: index,
          message: `${column} ${JSON.stringify(value)} is no ${references} of ${table}`,
        }));
    });
  });
}
