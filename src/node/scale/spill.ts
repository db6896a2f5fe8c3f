/** Reads runs of rows / keeps them on disk and gives them again by their place / promises: memory holds places alone, whatever the rows are. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { InputError, systemReason } from '../errors.ts';
import { makeFolder } from '../folder.ts';

/** Where a run of rows lies: number of the file, first byte, bytes. No bytes: no rows. */
export type Chunk = readonly [file: number, start: number, length: number];

/** A file that one thread writes. */
export interface SpillFile {
  add(rows: readonly object[]): Chunk;
  /** Puts bytes there as they are. */
  put(bytes: Uint8Array): Chunk;
  close(): void;
}

/** Opens file `number` of a folder for writing. @throws InputError when it cannot be written */
export function spillFile(folder: string, number: number): SpillFile {
  const file = spillPath(folder, number);
  const handle = opened(file, 'w');
  let end = 0;
  const put = (bytes: Uint8Array): Chunk => {
    const start = end;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, end + at);
    } catch (error) {
      throw new InputError(`${file}: cannot be written: ${systemReason(error)}`);
    }
    end += bytes.length;
    return [number, start, bytes.length];
  };
  return {
    put,
    add: (rows) => put(Buffer.from(rows.length === 0 ? '' : JSON.stringify(packed(rows)), 'utf8')),
    close: () => closeSync(handle),
  };
}

/** A folder for rows inside the folder of the output, which has a place for tables then. @throws InputError when that cannot be written */
export async function spillFolder(out: string): Promise<string> {
  try {
    await makeFolder(path.join(out, 'data'));
    return await mkdtemp(path.join(out, '.rows-'));
  } catch (error) {
    throw new InputError(`${out}: cannot be written: ${systemReason(error)}`);
  }
}

function spillPath(folder: string, number: number): string {
  return path.join(folder, `rows-${number}.json`);
}

function opened(file: string, flags: 'r' | 'w'): number {
  try {
    return openSync(file, flags);
  } catch (error) {
    throw new InputError(`${file}: cannot be opened: ${systemReason(error)}`);
  }
}

/** The rows of chunks, chunk after chunk; one chunk in memory at a time. `T` is what was put in. */
export function* spilled<T>(folder: string, chunks: Iterable<Chunk>): Generator<T[]> {
  for (const text of spilledTexts(folder, chunks)) yield text === '' ? [] : unpacked<T>(JSON.parse(text));
}

/** The bytes of chunks as texts, chunk after chunk. */
export function* spilledTexts(folder: string, chunks: Iterable<Chunk>): Generator<string> {
  const handles = new Map<number, number>();
  try {
    for (const [file, start, length] of chunks) {
      let handle = handles.get(file);
      if (handle === undefined) {
        handle = opened(spillPath(folder, file), 'r');
        handles.set(file, handle);
      }
      yield textAt(handle, start, length);
    }
  } finally {
    for (const handle of handles.values()) closeSync(handle);
  }
}

function textAt(handle: number, start: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const read = readSync(handle, bytes, at, length - at, start + at);
    if (read === 0) throw new RangeError('a file of rows is shorter than what was written to it');
    at += read;
  }
  return bytes.toString('utf8');
}

/** Rows of one form have the names of their cells told once; rows of several forms are told each for itself. */
type Packed =
  | { readonly names: readonly string[]; readonly cells: readonly (readonly unknown[])[] }
  | { readonly rows: readonly unknown[] };

function packed(rows: readonly object[]): Packed {
  const names = Object.keys(rows[0] ?? {});
  return rows.every((row) => hasNames(row, names)) ? { names, cells: rows.map((row) => Object.values(row)) } : { rows };
}

function hasNames(row: object, names: readonly string[]): boolean {
  const own = Object.keys(row);
  return own.length === names.length && own.every((name, at) => name === names[at]);
}

function unpacked<T>(held: Packed): T[] {
  if ('rows' in held) return held.rows.map(asRow<T>);
  const { names } = held;
  return held.cells.map((cells): T => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) row[names[at] ?? ''] = cells[at];
    return asRow<T>(row);
  });
}

/** What comes back has the form that it was put in with. */
function asRow<T>(row: unknown): T;
function asRow(row: unknown): unknown {
  return row;
}
