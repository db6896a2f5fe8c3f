/** Reads jobs / runs them on threads and gives what came of them / promises: few jobs wait at a time, and of several failures the first in order is told. */
import { Worker } from 'node:worker_threads';
import { InputError } from '../errors.ts';
import type { Done, Job, Setting } from './desk.ts';
import { type Failure, raised } from './failure.ts';

/** Threads that jobs are given to. */
export interface Pool {
  /**
   * Runs jobs as they come; `take` is told of each that is done, in whatever order.
   * @param ahead jobs that a thread holds before it has answered: 2 lets it go on at once, 1 spreads few large jobs
   * @throws what the first failing job threw
   */
  run(jobs: AsyncIterable<Job> | Iterable<Job>, ahead: 1 | 2, take: (done: Done, order: number) => void): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly done?: Done;
  readonly failed?: Failure;
}

/** Heap of a thread: reading makes many small objects that live for one report (see bin/jiaokan.cjs). */
const YOUNG_MB = 64;
const OLD_MB = 4096;

/** Starts a thread for each setting. `entry` is the compiled worker. */
export function openPool(settings: readonly Setting[], entry = new URL('./worker.js', import.meta.url)): Pool {
  const threads = settings.map((setting) => {
    const worker = new Worker(entry, {
      workerData: setting,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
    });
    return { worker, waiting: new Set<number>() };
  });
  return {
    run: (jobs, ahead, take) => runAll(threads, jobs, ahead, take),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Set<number>;
}

async function runAll(
  threads: readonly Thread[],
  jobs: AsyncIterable<Job> | Iterable<Job>,
  ahead: number,
  take: (done: Done, order: number) => void,
): Promise<void> {
  const failures = new Map<number, Error>();
  let wake = (): void => {};
  const answered = ({ waiting }: Thread, { id, done, failed }: Answer): void => {
    waiting.delete(id);
    if (failed) failures.set(id, raised(failed));
    else if (done) take(done, id);
    wake();
  };
  const broke = ({ waiting }: Thread, error: Error): void => {
    for (const id of waiting) failures.set(id, error);
    if (waiting.size === 0) failures.set(Number.MAX_SAFE_INTEGER, error);
    waiting.clear();
    wake();
  };
  const listeners = threads.map((thread) => ({
    thread,
    message: (answer: Answer) => answered(thread, answer),
    error: (error: Error) => broke(thread, toldOf(error)),
    exit: () =>
      broke(thread, new InputError('a thread that reads sources ended before its work. Run the command again')),
  }));
  for (const { thread, message, error, exit } of listeners)
    thread.worker.on('message', message).on('error', error).on('exit', exit);
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  try {
    let order = 0;
    for await (const job of jobs) {
      await until(() => failures.size > 0 || threads.some(({ waiting }) => waiting.size < ahead));
      if (failures.size > 0) break;
      const [least] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
      least?.waiting.add(order);
      least?.worker.postMessage({ id: order, job }, movedBy(job));
      order++;
    }
    await until(() => threads.every(({ waiting }) => waiting.size === 0));
  } finally {
    for (const { thread, message, error, exit } of listeners)
      thread.worker.off('message', message).off('error', error).off('exit', exit);
  }
  const [first] = [...failures].sort(([a], [b]) => a - b);
  if (first) throw first[1];
}

/** What ended a thread: a source that needs too much memory is the person's to split, all else is a bug. */
function toldOf(error: Error): Error {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? new InputError(`a thread needs more than ${OLD_MB} MiB for what it reads. Split the largest file`)
    : error;
}

/** Bytes of a record go to the thread and are not copied. */
function movedBy(job: Job): ArrayBuffer[] {
  if (!('task' in job) || !('bytes' in job.task.from)) return [];
  const { buffer } = job.task.from.bytes;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
