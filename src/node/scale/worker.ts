/** A thread that reads sources: loads the rules itself, is given one task after another, and gives back few bytes for each. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Job, openDesk, type Setting } from './desk.ts';
import { errorOf } from './failure.ts';

const port = parentPort;
const setting: Setting = workerData;
const desk = openDesk(setting);
port?.on('message', async ({ id, job }: { id: number; job: Job }) => {
  try {
    const done = await (await desk).work(job);
    port.postMessage({ id, done }, [...done.moved]);
  } catch (error) {
    port.postMessage({ id, failed: errorOf(error) });
  }
});
