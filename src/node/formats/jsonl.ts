/** Reads the bytes of a JSON Lines file / gives one source a record / promises: a line that is no record is told, with its number. */
import { isUtf8 } from 'node:buffer';
import type { SourceMeta } from '../../model/result.ts';
import type { SourceInput } from '../../run/inline.ts';
import { decode } from '../../source/decode.ts';
import {
  type Cells,
  type Chosen,
  type Columns,
  chooseColumns,
  placed,
  recordMaker,
  withoutTextColumn,
} from './records.ts';

const SAMPLE = 200;

interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/**
 * Records of a file. A line that holds no JSON object is a source of its own that gives no text; when most of the first
 * lines are such, the file is no JSON Lines at all and is given whole.
 */
export function* jsonLines(input: SourceInput, columns: Columns): Generator<SourceInput> {
  const bytes = inUtf8(input.bytes);
  const sample = [...linesOf(bytes, SAMPLE)].map((line) => record(line.bytes));
  const rows = sample.filter((row) => row !== null);
  if (rows.length * 2 < sample.length || rows.length === 0) {
    yield input;
    return;
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const chosen = chooseColumns(names, rows, columns);
  if (chosen === null) {
    yield { ...input, meta: { ...input.meta, unread: withoutTextColumn('a JSON Lines file', names, columns) } };
    return;
  }
  yield* records(bytes, input.meta, chosen);
}

function* records(bytes: Uint8Array, container: SourceMeta, chosen: Chosen): Generator<SourceInput> {
  const make = recordMaker(container, chosen);
  for (const { number, bytes: line } of linesOf(bytes, Number.POSITIVE_INFINITY)) {
    const row = record(line);
    const place = `line-${number}`;
    yield row === null ? notRecord(container, place, line) : make(row, place);
  }
}

function notRecord(container: SourceMeta, place: string, bytes: Uint8Array): SourceInput {
  return { meta: { ...placed(container, place), unread: 'a line that holds no JSON object' }, bytes };
}

/** True when the first line is a whole JSON object: for input without a telling name. */
export function looksLikeJsonLines(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x7b && !(bytes[0] === 0xef && bytes[3] === 0x7b)) return false;
  const [first] = linesOf(bytes, 1);
  return first !== undefined && record(first.bytes) !== null;
}

/** Files in another charset are read once as a whole and written as UTF-8. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  const { layer, charset } = decode(bytes);
  return charset === 'binary' || charset === 'utf-8' ? bytes : Buffer.from(layer.text, 'utf8');
}

function record(line: Uint8Array): Cells | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(line));
    return isCells(value) ? value : null;
  } catch {
    return null;
  }
}

function isCells(value: unknown): value is Cells {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lines that are not blank, at most `most` of them; their numbers count from 1. */
function* linesOf(bytes: Uint8Array, most: number): Generator<Line> {
  let given = 0;
  let number = 0;
  for (let start = 0; start < bytes.length && given < most; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    number++;
    const line = bytes.subarray(start, bytes[end - 1] === 0x0d && end > start ? end - 1 : end);
    if (!isBlank(line)) {
      given++;
      yield { number, bytes: line };
    }
    start = end + 1;
  }
}

function isBlank(line: Uint8Array): boolean {
  return line.length < 1000 && line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
