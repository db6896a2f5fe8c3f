/** Threads that die in the middle of their work: it is said, the run ends, and nobody waits for an answer that never comes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../src/node/errors.ts';
import type { Job, Setting } from '../../src/node/scale/desk.ts';
import { openPool } from '../../src/node/scale/workers.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaokan-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTING: Setting = { ownRules: null, cwd: folder, rulesDigest: '', cache: null, spill: null };
const META = { title: null, publisher: null, url: null, collectedOn: null };
/** Made anew for each run: the bytes of a job move to the thread. */
const jobs = (): Job[] =>
  Array.from(
    { length: 6 },
    (_, at): Job => ({
      kind: 'read',
      task: { meta: { ...META, sourceId: `${at}`, path: `${at}.txt` }, from: { bytes: new Uint8Array([at]) } },
    }),
  );

/** What a run of six jobs on two threads ends with when a thread does this for its third job. */
async function ended(deed: string): Promise<unknown> {
  const file = join(folder, `worker-${deed.length}.mjs`);
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
let count = 0;
parentPort.on('message', ({ id }) => {
  if (++count === 3) { ${deed} }
  else parentPort.postMessage({ id, done: { kind: 'table', moved: [] } });
});`,
  );
  const pool = openPool([SETTING, SETTING], pathToFileURL(file));
  try {
    await pool.run(jobs(), 2, () => {});
    return 'done';
  } catch (error) {
    return error;
  } finally {
    await pool.close();
  }
}

test.each<[string, string, string]>([
  [
    'needs too much memory',
    "throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });",
    'Split the largest file',
  ],
  ['ends', 'process.exit(3);', 'ended before its work'],
])('a thread that %s', async (_, deed, words) => {
  const error = await ended(deed);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error)).toContain(words);
});

test('a thread that throws is a bug, told as it was thrown', async () => {
  const error = await ended("throw new TypeError('no such thing');");
  expect(error).not.toBeInstanceOf(InputError);
  expect(String(error)).toContain('no such thing');
});
