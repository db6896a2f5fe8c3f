/** How many threads a run gets. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FoundSource } from '../find.ts';
import type { Setting, Spill } from './desk.ts';

/** Bytes from which threads pay: a thread starts in about the time that one reads so much. */
const WORTH_THREADS = 4_000_000;

/** Threads for these sources when nobody asked for a number: one a processor, or none for what is read before they have started. */
export async function usualJobs(sources: readonly FoundSource[]): Promise<number> {
  const processors = availableParallelism();
  // Threads run the compiled form; where the sources themselves run there is none.
  if (processors === 1 || !existsSync(fileURLToPath(new URL('./worker.js', import.meta.url)))) return 1;
  let bytes = 0;
  for (const { file } of sources) {
    if (file !== null)
      bytes += await stat(file).then(
        ({ size }) => size,
        () => 0,
      );
    if (bytes >= WORTH_THREADS) return Math.min(processors, Math.max(2, sources.length));
  }
  return 1;
}

/** A setting for each of `jobs` threads: they differ in the file that they write rows to. */
export function settingsOf(
  jobs: number,
  common: Omit<Setting, 'spill'>,
  spill: Omit<Spill, 'number'> | null,
): Setting[] {
  return Array.from({ length: jobs }, (_, number) => ({
    ...common,
    spill: spill === null ? null : { ...spill, number },
  }));
}
