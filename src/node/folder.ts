/** Reads the path of a folder / makes it with the folders above it / promises: an end, also where the system says of a folder that is there that it is not. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './errors.ts';

/**
 * Makes a folder and those above it; one that is there stays. Node's own recursive `mkdir` asks for ever where making a folder in one that
 * exists fails as if that did not, as `/proc` does.
 * @throws the error of the system when it cannot be made
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const above = path.dirname(folder);
    if (systemCode(error) !== 'ENOENT' || above === folder) return await unlessThere(folder, error);
    await makeFolder(above);
    await mkdir(folder).catch((again) => unlessThere(folder, again));
  }
}

/** Another process may have made it in between. @throws `error` where there is no folder */
async function unlessThere(folder: string, error: unknown): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw error;
}
