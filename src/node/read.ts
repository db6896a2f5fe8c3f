/** Reads the bytes of sources one after another / gives inputs of an audit / promises: one source in memory at a time. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { compareText } from '../model/finding.ts';
import type { SourceInput } from '../run/inline.ts';
import { InputError, systemReason } from './errors.ts';
import type { FoundSource } from './find.ts';

/**
 * Reads the sources that were found, in their order.
 * @param stdin bytes of standard input, asked for only when a source stands for it
 * @throws InputError when a file cannot be read
 */
export async function* readSources(
  sources: readonly FoundSource[],
  stdin: () => Promise<Uint8Array>,
): AsyncGenerator<SourceInput> {
  for (const { meta, file } of sources) {
    yield { meta, bytes: file === null ? await stdin() : await readBytes(file, meta.path) };
  }
}

/** Bytes of a file. @throws InputError naming it as `shown`. */
export async function readBytes(file: string, shown = file): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
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
