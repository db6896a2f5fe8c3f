/** Reads tasks on threads / gives results in order of the tasks / promises: the same results as one after another in one thread. */
import type { SourceResult } from '../../model/result.ts';
import type { Progress } from '../../run/inline.ts';
import type { Job, Setting } from './desk.ts';
import { unpackResult } from './pack.ts';
import type { Task } from './tasks.ts';
import { openPool } from './workers.ts';

/** The results of all tasks. @throws InputError and StageError as the first failing task gives them */
export async function readOnThreads(
  tasks: AsyncIterable<Task>,
  settings: readonly Setting[],
  progress: Progress,
): Promise<SourceResult[]> {
  const results: { order: number; result: SourceResult }[] = [];
  const pool = openPool(settings);
  try {
    await pool.run(readJobs(tasks), 2, (done, order) => {
      if (done.kind !== 'read') return;
      const result = unpackResult(done.packed);
      progress(results.length, result.source.sourceId);
      results.push({ order, result });
    });
  } finally {
    await pool.close();
  }
  return results.sort((a, b) => a.order - b.order).map(({ result }) => result);
}

async function* readJobs(tasks: AsyncIterable<Task>): AsyncGenerator<Job> {
  for await (const task of tasks) yield { kind: 'read', task };
}
