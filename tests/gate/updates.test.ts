import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/support.ts';
import { JIEXIU_CUT, LINGSHI, PINGYAO, QIXIAN } from './tiny-reports.ts';
import { Tree } from './tree.ts';
import { UPDATES } from './updates.ts';

const REAL = fileURLToPath(new URL('../../corpus/sources/changning-2024-forum.txt', import.meta.url));
const DAY = '2026-01-15';
const state = { tree: new Tree(), folders: [] as string[] };

async function folderOf(tree: Tree, order: 'given' | 'reversed'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiaokan 更新 '));
  state.folders.push(folder);
  await tree.lay(folder, order);
  return folder;
}

/** Fingerprints of findings by rule, and of what the gate says by kind and source, as a person reads them off its output. */
async function withFingerprints(text: string, folder: string): Promise<string> {
  if (!text.includes('{{')) return text;
  const { out } = await run(folder, ['gate', '--format', 'json', '--fail-on', 'error']);
  const { worse } = JSON.parse(out) as { worse: { rule: string; source_id: string; fingerprint: string }[] };
  const baseline = JSON.parse(await readFile(join(folder, 'reports/baseline.json'), 'utf8')) as {
    findings: { finding: string; rule: string; source: string }[];
  };
  const known = [
    ...worse.map((one) => ({ id: one.fingerprint, rule: one.rule, source: one.source_id })),
    ...baseline.findings.map((one) => ({ id: one.finding, rule: one.rule, source: one.source })),
  ];
  return text.replace(/\{\{([^} ]+)(?: ([^}]+))?\}\}/gu, (_, rule: string, source?: string) => {
    const found = known.find((one) => one.rule === rule && (source === undefined || one.source === source));
    if (!found) throw new Error(`nothing of ${rule}`);
    return found.id;
  });
}

beforeAll(async () => {
  const { tree } = state;
  tree.source('lingshi', LINGSHI);
  tree.source('lingshi-copy', LINGSHI.replaceAll('，', ','));
  tree.source('pingyao', PINGYAO);
  tree.source('qixian', QIXIAN);
  tree.source('jiexiu', JIEXIU_CUT);
  tree.source('changning', await readFile(REAL));
  const folder = await folderOf(tree, 'given');
  expect(await run(folder, ['gate', '--update-baseline'])).toMatchObject({ code: 0 });
  tree.put('reports/baseline.json', await readFile(join(folder, 'reports/baseline.json')));
});
afterAll(async () => {
  await Promise.all(state.folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

describe('the table of updates', () => {
  it('is long enough, and names each case once', () => {
    expect(UPDATES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(UPDATES.map((one) => one.name)).size).toBe(UPDATES.length);
    for (const code of [0, 1, 2]) expect(UPDATES.filter((one) => one.code === code).length).toBeGreaterThan(8);
  });
});

describe('an update of a corpus', { shuffle: true }, () => {
  it.each(UPDATES.map((update, index) => ({ ...update, index })))('$name', async (update) => {
    const { change, args = [], code, says, silent = [], index } = update;
    const tree = state.tree.copy();
    change(tree);
    // Every other case gives the sources in the opposite order: it must not matter.
    const accepted = tree.text('corpus/accepted.yaml');
    if (accepted.includes('{{')) {
      tree.files.delete('corpus/accepted.yaml');
      const config = tree.files.get('jiaokan.config.yaml');
      tree.files.delete('jiaokan.config.yaml');
      tree.put('corpus/accepted.yaml', await withFingerprints(accepted, await folderOf(tree, 'given')));
      if (config) tree.put('jiaokan.config.yaml', config);
    }
    const folder = await folderOf(tree, index % 2 === 0 ? 'given' : 'reversed');
    const said = await run(folder, ['gate', '--today', DAY, '--out', 'gate', ...args]);
    const all = said.out + said.err;
    expect(said.code, all).toBe(code);
    for (const one of says) expect(all).toMatch(typeof one === 'string' ? literally(one) : one);
    for (const one of silent) expect(all).not.toMatch(typeof one === 'string' ? literally(one) : one);
    expect(all).not.toContain('bug of jiaokan');
    await expectOutputs(join(folder, 'gate'), code);
  });
});

/** Every output gives the same verdict as the exit code; when the work was not done there is none. */
async function expectOutputs(folder: string, code: 0 | 1 | 2): Promise<void> {
  const text = (name: string) => readFile(join(folder, name), 'utf8').catch(() => null);
  const page = await text('gate.md');
  if (code === 2) {
    expect(page).toBeNull();
    return;
  }
  expect(page).toContain(code === 0 ? '✅' : '❌');
  expect(JSON.parse((await text('gate.json')) ?? '')).toMatchObject({ verdict: code === 0 ? 'clean' : 'worse' });
  expect(/<testsuites [^>]*failures="0"/u.test((await text('gate.junit.xml')) ?? '')).toBe(code === 0);
  const log: Log = JSON.parse((await text('gate.sarif')) ?? '');
  const results = log.runs.flatMap((one) => one.results ?? []);
  expect(results.every((one) => one.baselineState !== undefined && one.ruleIndex !== -1)).toBe(true);
  if (code === 1) {
    const open = results.filter((one) => one.baselineState === 'new' && one.suppressions?.length === 0);
    expect(open.length).toBeGreaterThan(0);
  }
  expect((await text('gate.codequality.json'))?.includes('"critical"')).toBe(code === 1);
  expect(/^::(error|warning)/mu.test((await text('gate.github.txt')) ?? '') || code === 0).toBe(true);
}

function literally(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'u');
}
