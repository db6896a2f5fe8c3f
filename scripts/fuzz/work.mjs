/** Work in units that no other process can disturb: how often each block of the program ran, as the engine counts for coverage. */
import { Worker } from 'node:worker_threads';

/** Twice the text may take so many times the work, beyond what any text takes. */
const MOST_GROWTH = 3;
const CONSTANT_WORK = 200_000;

/**
 * A counter of the work of `read(name, bytes)` as the module at `url` gives it, by a function or a promise of one. The module is loaded
 * in a thread of its own after the count began: code that was compiled before would be counted by calls, and its loops not at all.
 * What regular expressions and the functions of the language do inside is not counted.
 * @param url file URL of a module with `open()`, which gives `read`
 */
export function workCounter(url) {
  const thread = new Worker(new URL('work-thread.mjs', import.meta.url), { workerData: url });
  return {
    /** Blocks that ran while `bytes` were read. */
    of: (name, bytes) =>
      new Promise((resolve, reject) => {
        thread.once('error', reject);
        thread.once('message', ({ work, error }) => {
          thread.off('error', reject);
          if (error === undefined) resolve(work);
          else reject(new Error(error));
        });
        thread.postMessage({ name, bytes });
      }),
    close: () => thread.terminate(),
  };
}

/** How many times the work twice the bytes take. */
export async function growthOf(counter, name, bytes) {
  const once = await counter.of(name, bytes);
  const twice = await counter.of(name, Buffer.concat([bytes, bytes]));
  return twice / (once + CONSTANT_WORK / MOST_GROWTH);
}

/** True for work that grows faster than the text does. */
export function growsTooFast(growth) {
  return growth > MOST_GROWTH;
}
