/** Reads finished outputs / writes them / promises: a file is there whole or not at all, and all files are of one run. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, systemReason } from './errors.ts';
import { alone, isRunning } from './lock.ts';

/** Files by path relative to the folder of outputs, with `/` between parts. */
export type OutputFiles = Iterable<readonly [path: string, content: Uint8Array | string]>;

/** Mark of the process that puts files in place. */
const MARK = '.jiaokan-write.lock';

/**
 * Writes files into a folder: all are first written beside their places under temporary names, then renamed one by one,
 * so that a failure while writing leaves what was there. What a run that was killed left under temporary names is taken away.
 * @throws InputError when the folder cannot be written
 */
export async function writeFiles(folder: string, files: OutputFiles): Promise<void> {
  const staged: { from: string; to: string }[] = [];
  try {
    for (const [name, content] of files) {
      const to = path.join(folder, ...name.split('/'));
      const from = path.join(path.dirname(to), `.${path.basename(to)}.${process.pid}.part`);
      await mkdir(path.dirname(to), { recursive: true });
      staged.push({ from, to });
      await writeFile(from, content);
    }
    if (staged.length > 0) await alone(path.join(folder, MARK), () => putInPlace(staged));
  } catch (error) {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true }).catch(() => {})));
    if (error instanceof InputError) throw error;
    throw new InputError(`${folder}: cannot be written: ${systemReason(error)}`);
  }
}

async function putInPlace(staged: readonly { readonly from: string; readonly to: string }[]): Promise<void> {
  for (const { from, to } of staged) await rename(from, to);
  for (const folder of new Set(staged.map(({ to }) => path.dirname(to)))) await removeLeftovers(folder);
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^\..+\.(\d{1,10})\.part$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(path.join(folder, name), { force: true });
  }
}
