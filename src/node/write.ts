/** Reads finished outputs / writes them / promises: a file is there whole or not at all, and all files are of one run. */
import { access, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, systemReason } from './errors.ts';
import { makeFolder } from './folder.ts';
import { alone, isRunning } from './lock.ts';

/** Files by path relative to the folder of outputs, with `/` between parts. */
export type OutputFiles = Iterable<readonly [path: string, content: Uint8Array | string]>;

/** Mark of the process that puts files in place. */
const MARK = '.jiaokan-write.lock';

/**
 * Writes files into a folder: all are first written beside their places under temporary names, then renamed one by one,
 * so that a failure while writing leaves what was there. What a run that was killed left under temporary names is taken away.
 * @param gone files that are taken away before the last file is put in place: that one says what belongs to the folder
 * @throws InputError when the folder cannot be written
 */
export async function writeFiles(folder: string, files: OutputFiles, gone: readonly string[] = []): Promise<void> {
  const staged: Staged[] = [];
  const stale = gone.map((name) => placeOf(folder, name));
  try {
    for (const [name, content] of files) {
      const to = placeOf(folder, name);
      const from = path.join(path.dirname(to), `.${path.basename(to)}.${process.pid}.part`);
      await makeFolder(path.dirname(to));
      staged.push({ from, to });
      await writeFile(from, content);
    }
    const mark = path.join(folder, MARK);
    // A run that was killed after its last file left nothing to write, but its mark.
    if (staged.length > 0 || (await isThere(mark))) await alone(mark, () => putInPlace(staged, stale));
  } catch (error) {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true }).catch(() => {})));
    if (error instanceof InputError) throw error;
    throw new InputError(`${folder}: cannot be written: ${systemReason(error)}`);
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** A file that is written, and where it goes. */
interface Staged {
  readonly from: string;
  readonly to: string;
}

function placeOf(folder: string, name: string): string {
  return path.join(folder, ...name.split('/'));
}

async function putInPlace(staged: readonly Staged[], stale: readonly string[]): Promise<void> {
  const last = staged.at(-1);
  for (const { from, to } of staged.slice(0, -1)) await rename(from, to);
  for (const file of stale) await rm(file, { force: true });
  if (last) await rename(last.from, last.to);
  for (const folder of new Set(staged.map(({ to }) => path.dirname(to)))) await removeLeftovers(folder);
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^\..+\.(\d{1,10})\.part$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(path.join(folder, name), { force: true });
  }
}
