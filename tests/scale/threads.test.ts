import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NONE_ACCEPTED } from '../../src/corpus/accept.ts';
import { rulesWith } from '../../src/node/rules.ts';
import { auditIntoTables } from '../../src/node/scale/table-run.ts';
import type { Task } from '../../src/node/scale/tasks.ts';
import { openPool } from '../../src/node/scale/workers.ts';
import { tableFiles } from '../../src/output/dataset.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { auditSources } from '../../src/run/inline.ts';
import { inputs, ROOT, shuffled, WORKER } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaokan-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rules = await rulesWith(null, ROOT);
const sources = inputs(24);
const common = { ownRules: null, cwd: ROOT, rulesDigest: rules.digest };

async function* tasks(order: typeof sources): AsyncGenerator<Task> {
  for (const { meta, bytes } of order) yield { meta, from: { bytes: new Uint8Array(bytes) } };
}

async function* stopping(order: typeof sources): AsyncGenerator<Task> {
  yield* tasks(order);
  const file = join(folder, 'gone.txt');
  yield { meta: { ...NOWHERE, path: 'gone.txt' }, from: { file } };
}

const NOWHERE = { sourceId: 'gone', path: '', title: null, publisher: null, url: null, collectedOn: null };

function into(out: string, jobs: number, cache: string | null, work: AsyncGenerator<Task>) {
  return auditIntoTables(work, {
    rules,
    jobs,
    out,
    setting: { ...common, cache },
    accepted: NONE_ACCEPTED,
    chosen: new Map(),
    stored: [],
    facts: 'on-disk',
    progress: () => {},
    open: (settings) => openPool(settings, WORKER),
  });
}

function written(out: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(out, 'data')).map((name) => [name, readFileSync(join(out, 'data', name)).toString('base64')]),
  );
}

// Each thread loads the rules: on a loaded machine that takes its time.
describe('the tables of a run on threads', { timeout: 600_000 }, async () => {
  const audit = await auditSources(sources, rules);
  const files = await tableFiles(audit, tablesOf(audit));
  const expected = Object.fromEntries(
    [...files].map(([name, bytes]) => [name.replace('data/', ''), Buffer.from(bytes).toString('base64')]),
  );

  it.each([1, 3])('are the bytes of an audit in one thread, with %i of them and in another order', async (jobs) => {
    const out = join(folder, `jobs-${jobs}`);
    await into(out, jobs, null, tasks(jobs === 1 ? sources : shuffled(sources)));
    expect(written(out)).toEqual(expected);
    expect(readdirSync(out)).toEqual(['data']);
  });

  it('are the same when a run was stopped and goes on, and when what it kept was damaged', async () => {
    const out = join(folder, 'stopped');
    const cache = join(folder, 'cache');
    await expect(into(out, 2, cache, stopping(sources.slice(0, 12)))).rejects.toThrow('gone.txt: cannot be read');
    const kept = readdirSync(cache).flatMap((two) =>
      readdirSync(join(cache, two)).map((name) => join(cache, two, name)),
    );
    expect(kept.length).toBe(12);
    const [first, second] = kept;
    if (first !== undefined) writeFileSync(first, readFileSync(first).fill(7, 40, 60));
    if (second !== undefined) writeFileSync(second, readFileSync(second).subarray(0, 50));
    await into(out, 2, cache, tasks(sources));
    expect(written(out)).toEqual(expected);
  });
});
