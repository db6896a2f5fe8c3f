/** Reads the tables of two datasets / gives the rows that differ / promises: rows are matched by the keys of their schemas; figures come first. */
import { type Row, SCHEMAS, TABLE_NAMES, type TableName, type Tables } from './schema.ts';

export interface RowChange {
  readonly key: string;
  readonly columns: readonly { readonly column: string; readonly a: string; readonly b: string }[];
}

export interface TableDiff {
  readonly table: TableName;
  readonly rows: { readonly a: number; readonly b: number };
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  readonly changed: readonly RowChange[];
}

/** What differs, table by table: figures, then checks and reports, then the rest. */
export function diffTables(a: Tables, b: Tables): TableDiff[] {
  const first: readonly TableName[] = ['figures', 'checks', 'reports'];
  const names = [...first, ...TABLE_NAMES.filter((name) => !first.includes(name))];
  return names.map((name) =>
    diffRows(
      name,
      a[name].map((row) => ({ ...row })),
      b[name].map((row) => ({ ...row })),
    ),
  );
}

export function isEqual({ onlyA, onlyB, changed }: TableDiff): boolean {
  return onlyA.length + onlyB.length + changed.length === 0;
}

function diffRows(table: TableName, a: readonly Row[], b: readonly Row[]): TableDiff {
  const left = byKey(table, a);
  const right = byKey(table, b);
  const changed = [...left].flatMap(([key, row]): RowChange[] => {
    const other = right.get(key);
    const columns = other ? changedColumns(row, other) : [];
    return columns.length > 0 ? [{ key, columns }] : [];
  });
  return {
    table,
    rows: { a: a.length, b: b.length },
    onlyA: [...left.keys()].filter((key) => !right.has(key)),
    onlyB: [...right.keys()].filter((key) => !left.has(key)),
    changed,
  };
}

function byKey(table: TableName, rows: readonly Row[]): Map<string, Row> {
  const key = SCHEMAS[table]['x-key'];
  return new Map(rows.map((row) => [key.map((column) => shown(row[column])).join(' · '), row]));
}

function changedColumns(a: Row, b: Row): RowChange['columns'] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((column) => {
    const [left, right] = [shown(a[column]), shown(b[column])];
    return left === right ? [] : [{ column, a: left, b: right }];
  });
}

function shown(cell: Row[string] | undefined): string {
  if (cell === undefined || cell === null) return 'null';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
