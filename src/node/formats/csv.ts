/** Reads a table of separated values (CSV, TSV) / gives one source a row / promises: a text keeps its bytes; a row that is no record is told, with its number. */
import { pipeline, Readable } from 'node:stream';
import type { SourceMeta } from '../../model/result.ts';
import type { SourceInput } from '../../run/inline.ts';
import { decode } from '../../source/decode.ts';
import { inUtf8, isWide } from './jsonl.ts';
import { type Cells, type Columns, chooseColumns, placed, recordMaker, withoutTextColumn } from './records.ts';

const SAMPLE = 200;
/** So many of the first bytes tell the charset of names and ids. */
export const TELLING = 1 << 16;
/** A first row with a longer cell, in bytes, names no columns. */
const LONGEST_NAME = 300;
/** A longer row is refused. */
const LONGEST_ROW = 1 << 28;

type Row = readonly Uint8Array[];
type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Rows of a file whose bytes are at hand. */
export function csvRows(input: SourceInput, columns: Columns): AsyncGenerator<SourceInput> {
  const bytes = isWide(input.bytes) ? inUtf8(input.bytes) : input.bytes;
  return rowsIn([bytes], bytes.subarray(0, TELLING), input, columns);
}

/**
 * Rows of a file; it is given whole with the reason where it has no text, and behind its rows where one could not be read. No character
 * of UTF-8, GB18030 or Big5 holds a byte that tells cells apart: they are told apart as bytes, and each text is read in its own charset.
 * @param head its first bytes, `TELLING` of them where it has as many
 */
export async function* rowsIn(
  pieces: Pieces,
  head: Uint8Array,
  whole: SourceInput,
  columns: Columns,
): AsyncGenerator<SourceInput> {
  const faults: string[] = [];
  const rows = await rowsOf(pieces, separatorIn(head), faults);
  const words = wordsIn(head);
  const begun = await taken(rows, SAMPLE);
  const [first = []] = begun;
  const isHeader = first.every(({ length }) => length <= LONGEST_NAME);
  const names = isHeader ? distinct(first.map((cell) => words(cell).trim())) : first.map((_, at) => `column-${at + 1}`);
  const sample = begun.slice(isHeader ? 1 : 0);
  const cellsOf = (row: Row): Cells => Object.fromEntries(names.map((name, at) => [name, words(row[at])]));
  const chosen = chooseColumns(names, sample.map(cellsOf), columns);
  if (chosen === null || sample.length === 0) {
    const reason = sample.length === 0 ? 'a CSV file without rows' : withoutTextColumn('a CSV file', names, columns);
    yield unread(whole, faults[0] === undefined ? reason : `a CSV file that cannot be read (${faults[0]})`);
    return;
  }
  const make = recordMaker(whole.meta, chosen);
  const text = names.indexOf(chosen.text);
  let number = 0;
  for await (const row of all(sample, rows)) {
    const place = `row-${++number}`;
    const isTorn = row.slice(names.length).some(({ length }) => length > 0);
    yield isTorn
      ? torn(whole.meta, place, row.length, names.length)
      : make({ ...cellsOf(row), [chosen.text]: row[text] }, place);
  }
  const [fault, ...more] = faults;
  if (fault === undefined) return;
  yield unread(whole, `${more.length === 0 ? 'a row' : `${faults.length} rows`} of a CSV file (${fault})`);
}

/** A text with the separator in it and no quotation marks around it: where it ends nobody can tell. */
function torn(container: SourceMeta, place: string, cells: number, columns: number): SourceInput {
  const reason = `a row of ${cells} cells in a CSV file of ${columns} columns (put its text into quotation marks)`;
  return { meta: { ...placed(container, place), unread: reason }, bytes: new Uint8Array(0) };
}

function unread(whole: SourceInput, reason: string): SourceInput {
  return { ...whole, meta: { ...whole.meta, unread: reason } };
}

/** @param faults takes why a row was passed over, for each that was */
async function rowsOf(pieces: Pieces, delimiter: string, faults: string[]): Promise<AsyncIterator<Row>> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    encoding: null,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    skip_records_with_error: true,
    on_skip: (error) => {
      faults.push(error?.message ?? 'a row that is no row');
      return undefined;
    },
  });
  // What goes wrong with the pieces is thrown where rows are asked for.
  pipeline(Readable.from(unmarked(pieces)), parser, () => {});
  return parser[Symbol.asyncIterator]();
}

/** Without the mark of UTF-8: behind it no quotation mark would open the first name. */
async function* unmarked(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of pieces) {
    const isMarked = isFirst && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    yield isMarked ? piece.subarray(3) : piece;
    isFirst = false;
  }
}

async function taken(rest: AsyncIterator<Row>, most: number): Promise<Row[]> {
  const rows: Row[] = [];
  while (rows.length < most) {
    const { done, value } = await rest.next();
    if (done) break;
    rows.push(value);
  }
  return rows;
}

async function* all(first: readonly Row[], rest: AsyncIterator<Row>): AsyncGenerator<Row> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** What stands most often in the first line. */
function separatorIn(head: Uint8Array): string {
  const feed = head.indexOf(0x0a);
  const line = Buffer.from(feed < 0 ? head : head.subarray(0, feed)).toString('latin1');
  const times = (separator: string): number => line.split(separator).length;
  return [';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best), ',');
}

/** Reads names and ids, in the charset of the first bytes. */
function wordsIn(head: Uint8Array): (cell: Uint8Array | undefined) => string {
  const feed = head.lastIndexOf(0x0a);
  // A character that is cut in two would tell of another charset.
  const { charset } = decode(feed < 0 ? head : head.subarray(0, feed));
  const decoder = new TextDecoder(charset === 'binary' ? 'utf-8' : charset);
  return (cell) => (cell === undefined ? '' : decoder.decode(cell));
}

/** Each name once, and none empty. */
function distinct(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, at) => {
    const own = name === '' || used.has(name) ? `${name === '' ? 'column' : name}-${at + 1}` : name;
    used.add(own);
    return own;
  });
}
