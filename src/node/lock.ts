/** Reads the mark of a process / lets one process at a time do some work / promises: the mark of one that died binds nobody. */
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { InputError, systemCode, systemReason } from './errors.ts';

/** Mark in a corpus of the process that reads its manifest or acceptances to write them anew. */
export const CHANGE_MARK = '.jiaokan-change.lock';
const LOOK_AGAIN_MS = 50;
/** Looks before it is given up: half a minute, longer than any change of files takes. */
const MOST_LOOKS = 600;
/** Looks after which a mark without a number was left by a process that died before it could sign. */
const UNSIGNED_LOOKS = 40;

/**
 * Does some work while no other process does work under the same mark, a file in a folder that is there.
 * @throws InputError when another process holds the mark for half a minute, naming the file to remove, and when none can be made
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  await take(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<void> {
  let unsigned = 0;
  for (let look = 0; look < MOST_LOOKS; look++) {
    if (await made(file)) return;
    const holder = await holderOf(file);
    unsigned = holder === null ? unsigned + 1 : 0;
    const isAbandoned = holder === null ? unsigned > UNSIGNED_LOOKS : !isRunning(holder);
    if (isAbandoned) await rm(file, { force: true });
    else await wait(LOOK_AGAIN_MS);
  }
  throw new InputError(`${file}: another jiaokan is at work on this folder. If none is, remove this file`);
}

async function made(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(String(process.pid));
    } catch (error) {
      // A mark that nobody could sign would keep others waiting.
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw new InputError(`${path.dirname(file)}: cannot be written: ${systemReason(error)}`);
  }
}

/** The process that holds the mark; null when it has not signed yet or is just gone. */
async function holderOf(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** True while a process of this number runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}
