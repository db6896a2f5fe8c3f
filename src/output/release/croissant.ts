/** Reads the files of a dataset and what is said of it / gives croissant.json / promises: every file with its digest, every column with its source. */
import { type ColumnSchema, SCHEMAS, TABLE_NAMES, type TableSchema } from '../schema.ts';
import type { Files } from '../sums.ts';
import { tableFilesOf } from './distribution.ts';
import { KEYWORDS, type Origin, type ReleaseNotes, RIGHTS, SUMMARY } from './facts.ts';
import { citedAs } from './papers.ts';

type Json = Readonly<Record<string, unknown>>;

const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  rai: 'http://mlcommons.org/croissant/RAI/',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

/** The name by which the readers of Croissant know Parquet; the registered media type they refuse. */
const READABLE_PARQUET = 'application/x-parquet';

/** Metadata in Croissant 1.0, which dataset catalogues and machine-learning loaders read. */
export function croissant(files: Files, origin: Origin, notes: ReleaseNotes): Json {
  const [latest] = notes.releases;
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    name: 'government-work-reports-audited',
    alternateName: [notes.title, '政府工作报告校勘'],
    description: SUMMARY,
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    version: latest?.version ?? origin.version,
    ...(latest ? { datePublished: latest.date } : {}),
    ...(notes.url === null ? {} : { url: notes.url }),
    inLanguage: 'zh',
    keywords: KEYWORDS,
    license: RIGHTS,
    citeAs: citedAs(origin, notes),
    creator: notes.creators.map((name) => ({ '@type': 'sc:Organization', name })),
    isLiveDataset: false,
    ...croissantParts(files),
  };
}

/** What of croissant.json follows from the files alone: `verify` makes it anew and compares. */
export function croissantParts(files: Files): { readonly distribution: Json[]; readonly recordSet: Json[] } {
  return {
    distribution: tableFilesOf(files).map(({ path, format, mediaType, bytes, sha256 }) => ({
      '@type': 'cr:FileObject',
      '@id': path,
      name: path,
      contentUrl: path,
      contentSize: `${bytes} B`,
      encodingFormat: format === 'arrow' ? mediaType : READABLE_PARQUET,
      sha256,
    })),
    recordSet: TABLE_NAMES.map((name) => recordSet(SCHEMAS[name])),
  };
}

function recordSet(schema: TableSchema): Json {
  const table = schema['x-table'];
  const keys = schema['x-key'].map((column) => ({ '@id': `${table}/${column}` }));
  return {
    '@type': 'cr:RecordSet',
    '@id': table,
    name: table,
    description: `${schema.description} ${schema['x-description-zh']}`,
    key: keys.length === 1 ? keys[0] : keys,
    field: Object.entries(schema.properties).map(([name, column]) => field(schema, name, column)),
  };
}

function field(schema: TableSchema, name: string, column: ColumnSchema): Json {
  const table = schema['x-table'];
  const link = schema['x-foreign-keys'].find((one) => one.column === name && !refersOn(one.table));
  return {
    '@type': 'cr:Field',
    '@id': `${table}/${name}`,
    name,
    description: `${column.description} ${column['x-description-zh']}`,
    dataType: dataTypeOf(column),
    ...(isList(column) ? { repeated: true } : {}),
    ...(link ? { references: { field: { '@id': `${link.table}/${link.references}` } } } : {}),
    source: { fileObject: { '@id': `data/${table}.parquet` }, extract: { column: name } },
  };
}

/**
 * True for a table that refers to others, or to itself. Readers join tables along references and fail where these form a chain;
 * the keys that are left out here stand in datapackage.json.
 */
function refersOn(table: string): boolean {
  return TABLE_NAMES.some((name) => name === table && SCHEMAS[name]['x-foreign-keys'].length > 0);
}

function isList(column: ColumnSchema): boolean {
  return column['x-parquet'].type.startsWith('LIST');
}

function dataTypeOf(column: ColumnSchema): string {
  switch (column['x-parquet'].type) {
    case 'INT32':
    case 'INT64':
      return 'sc:Integer';
    case 'DOUBLE':
    case 'DECIMAL(38,10)':
      return 'sc:Float';
    case 'BOOLEAN':
      return 'sc:Boolean';
    case 'DATE':
      return 'sc:Date';
    default:
      return 'sc:Text';
  }
}
