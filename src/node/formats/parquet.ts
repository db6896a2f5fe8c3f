/** Reads a Parquet file by ranges / gives one source a row / promises: row groups are read one after another. */
import type { AsyncBuffer } from 'hyparquet';
import type { SourceInput } from '../../run/inline.ts';
import { type Cells, type Columns, chooseColumns, recordMaker, withoutTextColumn } from './records.ts';

const SAMPLE = 200;
/** A row group that unfolds to more than this is refused. */
const LARGEST_GROUP = 2n ** 31n;

/** Rows of a file whose bytes are at hand. */
export function parquetRows(input: SourceInput, columns: Columns): AsyncGenerator<SourceInput> {
  return rowsOf(Uint8Array.from(input.bytes).buffer, input, columns);
}

/** Rows of a file. One that cannot be read, or that has no text, is given whole with the reason. */
export async function* rowsOf(file: AsyncBuffer, whole: SourceInput, columns: Columns): AsyncGenerator<SourceInput> {
  const unread = (reason: string): SourceInput => ({ ...whole, meta: { ...whole.meta, unread: reason } });
  const [{ parquetMetadataAsync, parquetReadObjects, parquetSchema }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  // Up to the first row: what goes wrong later is a damaged page and loses only the rows that follow.
  let row = 0;
  try {
    const metadata = await parquetMetadataAsync(file);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    if (metadata.row_groups.some((group) => group.total_byte_size > LARGEST_GROUP)) {
      yield unread('a Parquet file with a row group of more than 2 GiB');
      return;
    }
    const read = async (rowStart: number, rowEnd: number, wanted: readonly string[]): Promise<Cells[]> =>
      parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd, columns: [...wanted], utf8: false });
    const rows = Number(metadata.num_rows);
    const chosen = chooseColumns(names, await read(0, Math.min(SAMPLE, rows), names), columns);
    if (chosen === null) {
      yield unread(withoutTextColumn('a Parquet file', names, columns));
      return;
    }
    const wanted = [...new Set(Object.values(chosen).filter((name): name is string => name !== null))];
    const make = recordMaker(whole.meta, chosen);
    for (const group of metadata.row_groups) {
      const cells = await read(row, row + Number(group.num_rows), wanted);
      for (const one of cells) yield make(one, `row-${++row}`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const upTo = row === 0 ? '' : ` behind row ${row}`;
    yield unread(`a Parquet file that cannot be read${upTo} (${reason})`);
  }
}
