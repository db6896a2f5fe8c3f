/** Reads the JSON Schemas of the tables / gives them typed and as validators / promises: a row that passes has every column right. */
import { createHash } from 'node:crypto';
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type {
  CheckRow,
  DuplicateRow,
  EditRow,
  FigureRow,
  FindingRow,
  ParagraphRow,
  ReportRow,
  SourceRow,
} from './rows.ts';
import checks from './schemas/checks.schema.json' with { type: 'json' };
import duplicates from './schemas/duplicates.schema.json' with { type: 'json' };
import edits from './schemas/edits.schema.json' with { type: 'json' };
import figures from './schemas/figures.schema.json' with { type: 'json' };
import findings from './schemas/findings.schema.json' with { type: 'json' };
import paragraphs from './schemas/paragraphs.schema.json' with { type: 'json' };
import reports from './schemas/reports.schema.json' with { type: 'json' };
import sources from './schemas/sources.schema.json' with { type: 'json' };

/** All tables of a dataset, rows in published order. */
export interface Tables {
  readonly sources: readonly SourceRow[];
  readonly reports: readonly ReportRow[];
  readonly paragraphs: readonly ParagraphRow[];
  readonly figures: readonly FigureRow[];
  readonly checks: readonly CheckRow[];
  readonly duplicates: readonly DuplicateRow[];
  readonly edits: readonly EditRow[];
  readonly findings: readonly FindingRow[];
}

export type TableName = keyof Tables;

/** What a cell may hold before it is written and after it is read. Dates are `YYYY-MM-DD`. */
export type Cell = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Cell>>;

export interface ColumnSchema {
  readonly title: string;
  readonly 'x-title-zh': string;
  readonly description: string;
  readonly 'x-description-zh': string;
  readonly type: string | readonly string[];
  readonly 'x-unit'?: string;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly Cell[];
  readonly 'x-parquet': { readonly type: string; readonly required: boolean };
}

export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly references: string;
}

export interface TableSchema {
  readonly $id: string;
  readonly title: string;
  readonly 'x-title-zh': string;
  readonly description: string;
  readonly 'x-description-zh': string;
  readonly 'x-table': string;
  readonly 'x-key': readonly string[];
  readonly 'x-foreign-keys': readonly ForeignKey[];
  readonly properties: Readonly<Record<string, ColumnSchema>>;
}

/** Schemas by table, in the order in which tables are published. */
export const SCHEMAS: Readonly<Record<TableName, TableSchema>> = {
  sources,
  reports,
  paragraphs,
  figures,
  checks,
  duplicates,
  edits,
  findings,
};

export const TABLE_NAMES: readonly TableName[] = [
  'sources',
  'reports',
  'paragraphs',
  'figures',
  'checks',
  'duplicates',
  'edits',
  'findings',
];

/** A row that does not fit its schema. `row` counts from 0; `column` is empty when the row as a whole is wrong. */
export interface RowFault {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** Thrown before anything is written when a row does not fit. It is a bug of the stage that made the row. */
export class RowError extends Error {
  override readonly name = 'RowError';
  readonly fault: RowFault;

  constructor(fault: RowFault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

/** `reports row 3, column region_code: must match pattern "…", got "31010"`. */
export function describeFault({ table, row, column, value, message }: RowFault): string {
  return `${table} row ${row}${column === '' ? '' : `, column ${column}`}: ${message}, got ${value}`;
}

/** Gives the first fault of a row, or null when the row fits. */
export type RowCheck = (row: unknown, index: number) => RowFault | null;

export type RowChecks = Readonly<Record<TableName, RowCheck>>;

/** Compiles the checks of all tables. Takes some tens of milliseconds: make them once and use them for all rows. */
export function rowChecks(): RowChecks {
  const ajv = strictAjv();
  const check = (name: TableName): RowCheck => checkWith(ajv.compile(SCHEMAS[name]), name);
  return {
    sources: check('sources'),
    reports: check('reports'),
    paragraphs: check('paragraphs'),
    figures: check('figures'),
    checks: check('checks'),
    duplicates: check('duplicates'),
    edits: check('edits'),
    findings: check('findings'),
  };
}

/**
 * Our schemas ask of a text no more than one character, so that it does not matter whether characters or code units are counted; to count characters
 * goes through every text of every row. Ajv finds the setting old-fashioned and would say so: what is wrong with a schema it throws.
 */
const STRICT: Options = {
  strict: true,
  allowUnionTypes: true,
  validateFormats: true,
  validateSchema: false,
  unicode: false,
  logger: false,
};

/** The validator of our schemas: an unknown keyword or an unknown column type is refused, so that a slip of the pen shows. */
export function strictAjv(): Ajv2020 {
  const ajv = new Ajv2020(STRICT);
  formats.default(ajv, ['date']);
  for (const [keyword, metaSchema] of Object.entries(OWN_KEYWORDS)) ajv.addKeyword({ keyword, metaSchema });
  return ajv;
}

/** Types of a column in Parquet; those of Arrow and of the other files follow from them. */
export const COLUMN_TYPES: readonly string[] = [
  'STRING',
  'DATE',
  'INT32',
  'INT64',
  'DOUBLE',
  'BOOLEAN',
  'DECIMAL(38,10)',
  'LIST<STRING>',
];

const words = { type: 'string', minLength: 1 };
const names = { type: 'array', items: words };
const link = {
  type: 'object',
  required: ['column', 'table', 'references'],
  additionalProperties: false,
  properties: { column: words, table: words, references: words },
};

/** Our own keywords and what they may hold. */
const OWN_KEYWORDS = {
  'x-title-zh': words,
  'x-description-zh': words,
  'x-table': words,
  'x-key': names,
  'x-foreign-keys': { type: 'array', items: link },
  'x-unit': words,
  'x-parquet': {
    type: 'object',
    required: ['type', 'required'],
    additionalProperties: false,
    properties: { type: { enum: COLUMN_TYPES }, required: { type: 'boolean' } },
  },
};

function checkWith(validate: ValidateFunction, table: TableName): RowCheck {
  return (row, index) => {
    if (validate(row)) return null;
    const error = validate.errors?.[0];
    const { missingProperty, additionalProperty }: Record<string, unknown> = error?.params ?? {};
    const named = missingProperty ?? additionalProperty;
    const column = typeof named === 'string' ? named : (error?.instancePath.split('/')[1] ?? '');
    return { table, row: index, column, value: shown(cellOf(row, column)), message: error?.message ?? 'does not fit' };
  };
}

function cellOf(row: unknown, column: string): unknown {
  if (column === '') return row;
  return Object.entries(Object(row)).find(([name]) => name === column)?.[1];
}

/** Longest value shown in an error. */
const LONGEST_SHOWN = 80;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** The schema as published: the same bytes on every machine. */
export function schemaText(name: TableName): string {
  return `${JSON.stringify(SCHEMAS[name], null, 2)}\n`;
}

/** SHA-256 of one table's schema as published. */
export function schemaDigest(schema: TableSchema): string {
  return createHash('sha256')
    .update(`${JSON.stringify(schema, null, 2)}\n`)
    .digest('hex');
}
