/** Reads the files of a dataset and what is said of it / gives datapackage.json / promises: every file with its size and digest, every key. */
import type { SourceRow } from '../rows.ts';
import { type ColumnSchema, SCHEMAS, type TableSchema } from '../schema.ts';
import type { Files } from '../sums.ts';
import { type TableFile, tableFilesOf } from './distribution.ts';
import { KEYWORDS, type Origin, type ReleaseNotes, RIGHTS, SUMMARY } from './facts.ts';

type Json = Readonly<Record<string, unknown>>;

/** Metadata in Data Package v2. Keys of list columns are not in it: the standard has no word for them; the schemas do. */
export function datapackage(files: Files, sources: readonly SourceRow[], origin: Origin, notes: ReleaseNotes): Json {
  const [latest] = notes.releases;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'government-work-reports-audited',
    title: notes.title,
    description: SUMMARY,
    version: latest?.version ?? origin.version,
    ...(latest ? { created: `${latest.date}T00:00:00Z` } : {}),
    ...(notes.url === null ? {} : { homepage: notes.url }),
    keywords: KEYWORDS,
    licenses: [{ path: 'README.md', title: RIGHTS }],
    contributors: notes.creators.map((title) => ({ title, roles: ['creator'] })),
    sources: sources.map((row) => ({
      title: row.title ?? row.source_id,
      ...(row.url === null ? {} : { path: row.url }),
      version: row.sha256,
    })),
    resources: resourcesOf(files),
  };
}

/** What of datapackage.json follows from the files alone: `verify` makes it anew and compares. */
export function resourcesOf(files: Files): Json[] {
  return tableFilesOf(files).map((file) => {
    const schema = SCHEMAS[file.table];
    return {
      name: file.format === 'parquet' ? file.table : `${file.table}-${file.format}`,
      title: `${schema.title} ${schema['x-title-zh']}`,
      description: schema.description,
      path: file.path,
      format: file.format === 'arrow' ? 'arrow' : 'parquet',
      mediatype: file.mediaType,
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      schema: tableSchema(schema, file),
    };
  });
}

function tableSchema(schema: TableSchema, { format }: TableFile): Json {
  const links = schema['x-foreign-keys'].filter(({ column }) => !isList(schema.properties[column]));
  const nameOf = (table: string): string => (format === 'parquet' ? table : `${table}-${format}`);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    // An empty string is a value: null stands for what is missing.
    missingValues: [],
    fields: Object.entries(schema.properties).map(([name, column]) => field(name, column)),
    primaryKey: schema['x-key'],
    foreignKeys: links.map(({ column, table, references }) => ({
      fields: [column],
      reference: { ...(table === schema['x-table'] ? {} : { resource: nameOf(table) }), fields: [references] },
    })),
  };
}

function field(name: string, column: ColumnSchema): Json {
  const { required } = column['x-parquet'];
  const values = column.enum?.filter((value) => value !== null);
  const { type } = typeOf(column);
  const constraints = {
    ...(required ? { required } : {}),
    ...(values ? { enum: values } : {}),
    ...(column.pattern === undefined || values || type !== 'string' ? {} : { pattern: wholePattern(column.pattern) }),
    ...(column.minimum === undefined ? {} : { minimum: column.minimum }),
    ...(column.maximum === undefined ? {} : { maximum: column.maximum }),
  };
  return {
    name,
    ...typeOf(column),
    title: `${column.title} ${column['x-title-zh']}`,
    description: column.description,
    ...(column.examples?.[0] === undefined ? {} : { example: column.examples[0] }),
    ...(column['x-unit'] === undefined ? {} : { unit: column['x-unit'] }),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** A pattern of JSON Schema, which is searched for, as one of Table Schema, which must fit the whole value. */
function wholePattern(pattern: string): string {
  const body = pattern.replace(/^\^/u, '').replace(/\$$/u, '');
  return `${pattern.startsWith('^') ? '' : '[\\s\\S]*'}${body}${pattern.endsWith('$') ? '' : '[\\s\\S]*'}`;
}

function isList(column: ColumnSchema | undefined): boolean {
  return column?.['x-parquet'].type.startsWith('LIST') ?? false;
}

function typeOf(column: ColumnSchema): Json {
  switch (column['x-parquet'].type) {
    case 'INT32':
    case 'INT64':
      return { type: 'integer' };
    case 'DOUBLE':
    case 'DECIMAL(38,10)':
      return { type: 'number' };
    case 'BOOLEAN':
      return { type: 'boolean' };
    case 'DATE':
      return { type: 'date' };
    case 'LIST<STRING>':
      return { type: 'list', itemType: 'string' };
    default:
      return { type: 'string' };
  }
}
