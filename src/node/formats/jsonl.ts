/** Reads the lines of a JSON Lines file / gives one source a record / promises: a line that is no record is told, with its number. */
import { isUtf8 } from 'node:buffer';
import type { SourceMeta } from '../../model/result.ts';
import type { SourceInput } from '../../run/inline.ts';
import { decode } from '../../source/decode.ts';
import { type Cells, type Columns, chooseColumns, placed, recordMaker, withoutTextColumn } from './records.ts';

const SAMPLE = 200;

/** A line that is not blank, without its break; numbers count from 1. */
export interface Line {
  readonly number: number;
  /** Empty where the line was too long to be held. */
  readonly bytes: Uint8Array;
  readonly isTooLong: boolean;
}

/** Records of a file whose bytes are at hand. */
export function jsonLines(input: SourceInput, columns: Columns): AsyncGenerator<SourceInput> {
  const bytes = isWide(input.bytes) ? inUtf8(input.bytes) : input.bytes;
  return recordsOf(() => linesOf(bytes), input, columns);
}

/**
 * Records of a file. A line that holds no JSON object is a source of its own that gives no text; when most of the first
 * lines are such, the file is no JSON Lines at all and is given whole.
 * @param lines gives the lines from the first one on, each time it is called
 */
export async function* recordsOf(
  lines: () => Iterable<Line> | AsyncIterable<Line>,
  whole: SourceInput,
  columns: Columns,
): AsyncGenerator<SourceInput> {
  const sample: (Cells | null)[] = [];
  for await (const line of lines()) {
    sample.push(record(line));
    if (sample.length === SAMPLE) break;
  }
  const rows = sample.filter((row) => row !== null);
  if (rows.length * 2 < sample.length || rows.length === 0) {
    yield whole;
    return;
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const chosen = chooseColumns(names, rows, columns);
  if (chosen === null) {
    yield { ...whole, meta: { ...whole.meta, unread: withoutTextColumn('a JSON Lines file', names, columns) } };
    return;
  }
  const make = recordMaker(whole.meta, chosen);
  for await (const line of lines()) {
    const row = record(line);
    const place = `line-${line.number}`;
    yield row === null ? notRecord(whole.meta, place, line) : make(row, place);
  }
}

function notRecord(container: SourceMeta, place: string, { bytes, isTooLong }: Line): SourceInput {
  const unread = isTooLong ? 'a line that is longer than a source may be' : 'a line that holds no JSON object';
  return { meta: { ...placed(container, place), unread }, bytes };
}

/** True when the first line is a whole JSON object: for input without a telling name. */
export function looksLikeJsonLines(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x7b && !(bytes[0] === 0xef && bytes[3] === 0x7b)) return false;
  const [first] = linesOf(bytes);
  return first !== undefined && record(first) !== null;
}

/** True for text in units of two or four bytes: its line ends are no single bytes. */
export function isWide(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 1024).includes(0);
}

/** What is in another charset, written as UTF-8. */
export function inUtf8(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  const { layer, charset } = decode(bytes);
  return charset === 'binary' || charset === 'utf-8' ? bytes : Buffer.from(layer.text, 'utf8');
}

/** Each line is read in its own charset: shards are put together from several sites. */
function record({ bytes, isTooLong }: Line): Cells | null {
  if (isTooLong) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(inUtf8(bytes)));
    return isCells(value) ? value : null;
  } catch {
    return null;
  }
}

function isCells(value: unknown): value is Cells {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    number++;
    const line = lineOf(number, bytes.subarray(start, end));
    if (line !== null) yield line;
    start = end + 1;
  }
}

/** A line from its bytes; null for a blank one. */
export function lineOf(number: number, bytes: Uint8Array): Line | null {
  const line = bytes[bytes.length - 1] === 0x0d ? bytes.subarray(0, -1) : bytes;
  return isBlank(line) ? null : { number, bytes: line, isTooLong: false };
}

function isBlank(line: Uint8Array): boolean {
  return line.length < 1000 && line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
