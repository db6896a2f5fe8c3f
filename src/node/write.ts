/** Reads finished outputs / writes them / promises: a file is there whole or not at all. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, systemReason } from './errors.ts';

/** Files by path relative to the folder of outputs, with `/` between parts. */
export type OutputFiles = Iterable<readonly [path: string, content: Uint8Array | string]>;

/**
 * Writes files into a folder: all are first written beside their places under temporary names, then renamed one by one,
 * so that a failure while writing leaves what was there.
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
    for (const { from, to } of staged) await rename(from, to);
  } catch (error) {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true })));
    throw new InputError(`${folder}: cannot be written: ${systemReason(error)}`);
  }
}
