/** Reads the bytes of tables / gives files, first beside their places and then in them / promises: a disk that is full is told in words. */
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { InputError, systemCode, systemReason } from '../errors.ts';
import { intoFile } from '../into-file.ts';

/** Writes a file piece by piece. @throws InputError when it cannot be written, and what making the pieces throws */
export async function writePieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await told(file, () => intoFile(file, Readable.from(pieces)));
}

/** Moves finished tables from a folder to their places in `out`. @throws InputError when one cannot be moved */
export async function placeTables(tables: Iterable<string>, folder: string, out: string): Promise<void> {
  for (const table of tables) {
    const name = `${table}.parquet`;
    await told(path.join(out, 'data', name), () => rename(path.join(folder, name), path.join(out, 'data', name)));
  }
}

async function told(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Codes such as ENOSPC are of the system; ERR_… are of a program that went wrong.
    if (!/^E(?!RR_)/.test(systemCode(error))) throw error;
    throw new InputError(`${file}: cannot be written: ${systemReason(error)}`);
  }
}
