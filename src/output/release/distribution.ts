/** Reads the files of a dataset / gives those that hold tables / promises: one list behind every description of the dataset. */
import { TABLE_NAMES, type TableName } from '../schema.ts';
import { type Files, sha256 } from '../sums.ts';

/** The forms that a table is published in; `parquet` is always there. */
export type Format = 'parquet' | 'arrow' | 'compat';
export const FORMATS: readonly Format[] = ['parquet', 'arrow', 'compat'];

export interface TableFile {
  readonly table: TableName;
  readonly format: Format;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

const PARQUET = 'application/vnd.apache.parquet';
const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  parquet: PARQUET,
  arrow: 'application/vnd.apache.arrow.file',
  compat: PARQUET,
};

export function pathOf(table: TableName, format: Format): string {
  if (format === 'arrow') return `arrow/${table}.arrow`;
  return `${format === 'compat' ? 'compat' : 'data'}/${table}.parquet`;
}

/** Every file of a table that is there, by format, then table. */
export function tableFilesOf(files: Files): TableFile[] {
  return FORMATS.flatMap((format) =>
    TABLE_NAMES.flatMap((table): TableFile[] => {
      const path = pathOf(table, format);
      const content = files.get(path);
      if (!content) return [];
      return [{ table, format, path, mediaType: MEDIA_TYPES[format], bytes: content.length, sha256: sha256(content) }];
    }),
  );
}
