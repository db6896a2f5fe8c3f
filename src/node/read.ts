/** Reads the bytes of sources one after another / gives inputs of an audit / promises: one source in memory at a time. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { compareText } from '../model/finding.ts';
import type { SourceMeta } from '../model/result.ts';
import type { SourceInput } from '../run/inline.ts';
import { InputError, systemReason } from './errors.ts';
import { type FoundSource, isReadable, type Skipped } from './find.ts';
import { openDocuments } from './formats/documents.ts';
import { HEAD_BYTES, isTable, openFile, openLarge } from './formats/open.ts';
import type { Columns } from './formats/records.ts';

/** How the files that were found are read. */
export interface Reading extends Columns {
  /** Told of each member of an archive that is passed over. */
  readonly skipped: (one: Skipped) => void;
}

/** Columns are guessed, and nobody is told what is passed over. */
export const PLAIN_READING: Reading = { textColumn: null, idColumn: null, skipped: () => {} };

/**
 * Reads the sources that were found, in their order. A file that holds several (a table, an archive) gives each of them.
 * @param stdin bytes of standard input, asked for only when a source stands for it
 * @throws InputError when a file cannot be read
 */
export async function* readSources(
  sources: readonly FoundSource[],
  stdin: () => Promise<Uint8Array>,
  reading: Reading = PLAIN_READING,
): AsyncGenerator<SourceInput> {
  const documents = openDocuments();
  const opening = {
    ...reading,
    isReadable,
    documents,
    skipped: (path: string, reason: string) => reading.skipped({ path, reason }),
  };
  const given = new Set<string>();
  try {
    for (const { meta, file, sha256 } of sources) {
      if (file !== null && sha256 === undefined && isLargeTable(file, meta)) {
        for await (const one of openLarge(file, meta, opening)) yield { ...one, meta: distinctly(one.meta, given) };
        continue;
      }
      const bytes = file === null ? await stdin() : await readBytes(file, meta.path);
      if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new InputError(`${meta.path}: changed while it was being read. Run the command again`);
      for await (const one of openFile({ meta, bytes }, opening)) yield { ...one, meta: distinctly(one.meta, given) };
    }
  } finally {
    await documents.close();
  }
}

/** Bytes from which a table of texts is read by ranges. */
const LARGE = 1 << 26;

function isLargeTable(file: string, meta: SourceMeta): boolean {
  const { head, size } = beginningOf(file, meta.path);
  return size >= LARGE && isTable(head, meta);
}

/**
 * The first bytes of a file, by which it is told what it holds, and its size. Asked of each file by the thread that hands out work:
 * waiting for the system costs a twentieth of what promises cost.
 * @throws InputError naming it as `shown`
 */
export function beginningOf(file: string, shown: string): { head: Uint8Array; size: number } {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      return { head: head.subarray(0, readSync(handle, head, 0, HEAD_BYTES, 0)), size: fstatSync(handle).size };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new InputError(`${shown}: cannot be read: ${systemReason(error)}`);
  }
}

/** What is known of a source under an id that is not in `given` yet, and is now: a record may be called as another file is. */
export function distinctly(meta: SourceMeta, given: Set<string>): SourceMeta {
  let { sourceId } = meta;
  while (given.has(sourceId)) sourceId += '+';
  given.add(sourceId);
  return sourceId === meta.sourceId ? meta : { ...meta, sourceId };
}

/** Bytes of a file. @throws InputError naming it as `shown`. */
export async function readBytes(file: string, shown = file): Promise<Uint8Array> {
  try {
    // Reading a pipe or a device may never end.
    const found = await stat(file);
    if (found.isDirectory()) throw new InputError(`${shown}: cannot be read: it is a folder`);
    if (!found.isFile()) throw new InputError(`${shown}: not a regular file`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${shown}: cannot be read: ${systemReason(error)}`);
  }
}

/** UTF-8 text of a file. @throws InputError naming it as `shown`. */
export async function readText(file: string, shown = file): Promise<string> {
  return new TextDecoder().decode(await readBytes(file, shown));
}

/** All files of a folder by their path with `/`, in order of path. @throws InputError when it is missing or empty */
export async function readFolder(folder: string, shown: string): Promise<Map<string, Uint8Array>> {
  const kind = await stat(folder).catch(() => null);
  if (!kind?.isDirectory()) throw new InputError(`${shown}: no such folder`);
  const names = await glob('**/*', { cwd: folder, onlyFiles: true });
  if (names.length === 0) throw new InputError(`${shown}: the folder is empty`);
  const files = new Map<string, Uint8Array>();
  for (const name of names.map((one) => one.split(path.sep).join('/')).sort(compareText)) {
    files.set(name, await readBytes(path.join(folder, name), `${shown}/${name}`));
  }
  return files;
}
