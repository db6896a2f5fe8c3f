/** Reads lines of rows / keeps them on disk and gives them again by their place / promises: memory holds places alone, whatever the rows are. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { InputError, systemReason } from '../errors.ts';

/** Where a run of lines lies: number of the file, first byte, bytes. No bytes: no lines. */
export type Chunk = readonly [file: number, start: number, length: number];

/** A file that one thread writes. */
export interface SpillFile {
  add(rows: readonly object[]): Chunk;
  close(): void;
}

/** Opens file `number` of a folder for writing. @throws InputError when it cannot be written */
export function spillFile(folder: string, number: number): SpillFile {
  const file = spillPath(folder, number);
  const handle = opened(file, 'w');
  let end = 0;
  return {
    add: (rows) => {
      if (rows.length === 0) return [number, end, 0];
      const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 'utf8');
      const start = end;
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, end + at);
      } catch (error) {
        throw new InputError(`${file}: cannot be written: ${systemReason(error)}`);
      }
      end += bytes.length;
      return [number, start, bytes.length];
    },
    close: () => closeSync(handle),
  };
}

function spillPath(folder: string, number: number): string {
  return path.join(folder, `rows-${number}.ndjson`);
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
  const handles = new Map<number, number>();
  try {
    for (const [file, start, length] of chunks) {
      let handle = handles.get(file);
      if (handle === undefined) {
        handle = opened(spillPath(folder, file), 'r');
        handles.set(file, handle);
      }
      yield linesAt<T>(handle, start, length);
    }
  } finally {
    for (const handle of handles.values()) closeSync(handle);
  }
}

function linesAt<T>(handle: number, start: number, length: number): T[] {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const read = readSync(handle, bytes, at, length - at, start + at);
    if (read === 0) throw new RangeError('a file of rows is shorter than what was written to it');
    at += read;
  }
  const lines = bytes.toString('utf8').split('\n');
  return lines.slice(0, -1).map((line): T => JSON.parse(line));
}
