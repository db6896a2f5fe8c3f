/** The thread of a counter of work: it begins to count, then loads what is counted. */
import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const { open } = await import(workerData);
const read = await open();

parentPort.on('message', async ({ name, bytes }) => {
  try {
    await taken();
    await read(name, bytes);
    parentPort.postMessage({ work: await taken() });
  } catch (error) {
    parentPort.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

/** Runs of all blocks since it was asked last. */
async function taken() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let work = 0;
  for (const { url, functions } of result) {
    if (!url.startsWith('file:') || url === import.meta.url) continue;
    for (const { ranges } of functions) for (const { count } of ranges) work += count;
  }
  return work;
}
