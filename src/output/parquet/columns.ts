/** Reads the schema of a table / gives its Parquet columns and converts cells / promises: nothing is coerced, a cell that cannot be kept is refused. */
import type { SchemaElement } from 'hyparquet';
import { DECIMAL, decimalOfBytes, scaled, unscaled } from '../decimal.ts';
import type { Cell, ColumnSchema, TableSchema } from '../schema.ts';

/** A cell that cannot be written without changing it. */
export class CellError extends Error {
  override readonly name = 'CellError';
}

const MS_A_DAY = 86_400_000;

/** Parquet schema of a table: the root, then its columns in the order of the schema. */
export function elementsOf({ properties }: TableSchema): SchemaElement[] {
  const columns = Object.entries(properties);
  const root: SchemaElement = { name: 'root', num_children: columns.length };
  return [root, ...columns.flatMap(([name, column]) => elements(name, column))];
}

/** Parquet schema elements of one column: one for a plain column, three for a list. */
function elements(name: string, column: ColumnSchema): SchemaElement[] {
  const { type, required } = column['x-parquet'];
  const repetition_type = required ? 'REQUIRED' : 'OPTIONAL';
  switch (type) {
    case 'STRING':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }];
    case 'DATE':
      return [{ name, type: 'INT32', converted_type: 'DATE', repetition_type }];
    case 'DECIMAL(38,10)': {
      const { digits: precision, places: scale } = DECIMAL;
      const converted_type = 'DECIMAL';
      return [
        { name, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type, precision, scale, repetition_type },
      ];
    }
    case 'INT32':
    case 'INT64':
    case 'DOUBLE':
    case 'BOOLEAN':
      return [{ name, type, repetition_type }];
    case 'LIST<STRING>':
      return [
        { name, converted_type: 'LIST', num_children: 1, repetition_type },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ];
    default:
      throw new RangeError(`column ${name} has the unknown Parquet type ${type}`);
  }
}

/** What of a schema element must be the same in a file for it to hold the table. */
export function shapeOf(element: SchemaElement): string {
  const { name, type, converted_type, repetition_type, num_children, precision, scale } = element;
  return [name, type, converted_type, name === 'root' ? '' : repetition_type, num_children, precision, scale].join(' ');
}

/**
 * The same element with its decimals left as bytes: the reader would turn them into floating-point numbers.
 */
export function withoutDecimal(element: SchemaElement): SchemaElement {
  if (element.converted_type !== 'DECIMAL') return element;
  const { converted_type, logical_type, precision, scale, ...plain } = element;
  return plain;
}

export interface CellPlace {
  readonly table: string;
  readonly name: string;
  readonly index: number;
}

/** A cell as the writer takes it: days for dates, big integers for INT64 and decimals. @throws CellError */
export function stored(cell: Cell, column: ColumnSchema, place: CellPlace): unknown {
  if (cell === null) return null;
  if (typeof cell === 'string') wellFormed(cell, place);
  else if (typeof cell === 'object') for (const item of cell) wellFormed(item, place);
  const { type } = column['x-parquet'];
  if (type === 'INT64' && typeof cell === 'number') return BigInt(cell);
  if (type === 'DATE' && typeof cell === 'string') return Date.parse(`${cell}T00:00:00Z`) / MS_A_DAY;
  if (type === 'DECIMAL(38,10)' && typeof cell === 'string') return decimalCell(cell, place);
  return cell;
}

/** A decimal as a whole number of its last place. @throws CellError when it does not fit its column */
export function decimalCell(cell: string, { table, name, index }: CellPlace): bigint {
  const value = unscaled(cell);
  if (value !== null) return value;
  throw new CellError(`${table} row ${index}, column ${name}: ${cell} does not fit ${DECIMAL.places} decimal places`);
}

function wellFormed(text: string, { table, name, index }: CellPlace): void {
  const at = loneSurrogate(text);
  if (at >= 0) {
    const code = text.charCodeAt(at).toString(16);
    throw new CellError(`${table} row ${index}, column ${name}: lone surrogate U+${code} at ${at} cannot be written`);
  }
}

/** The first code unit that may be a surrogate: texts of characters below it are well formed, and nearly all are. */
const FIRST_SURROGATE = /[\ud800-\udfff]/;

/** Offset of the first surrogate without its other half; -1 when the text is well formed. */
export function loneSurrogate(text: string): number {
  return FIRST_SURROGATE.test(text) ? text.search(/\p{Surrogate}/u) : -1;
}

/** A cell as the rows of a table hold it, from what the reader gives. */
export function loaded(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value instanceof Uint8Array) return scaled(decimalOfBytes(value));
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`a cell of type ${typeof value} is not in any schema`);
}
