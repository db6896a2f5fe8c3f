/** Work in units that no other process can disturb: how often each block of the program ran, as the engine counts for coverage. */
import { Session } from 'node:inspector/promises';

/** A counter of work. What regular expressions do inside is not counted. */
export async function workCounter() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const taken = async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url.includes('/build/'))
      .reduce(
        (sum, { functions }) =>
          sum + functions.reduce((all, { ranges }) => all + ranges.reduce((n, { count }) => n + count, 0), 0),
        0,
      );
  };
  return {
    /** Units of work that `run` takes. */
    of: async (run) => {
      await taken();
      await run();
      return taken();
    },
    close: async () => {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
