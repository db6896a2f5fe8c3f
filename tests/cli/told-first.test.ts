/** What a person sees when the outputs of an audit cannot be written, and when they can. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report, run } from './support.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-told-'));
  writeFileSync(join(folder, 'a.txt'), report('灵石县', 2024));
  writeFileSync(join(folder, 'file'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('findings stand there though the folder cannot be written, and nothing says that it was', async () => {
  const said = await run(folder, ['audit', 'a.txt', '--out', 'file/out']);
  expect(said.code).toBe(2);
  expect(said.out).toContain('a.txt');
  expect(said.out).not.toContain('Reports and tables');
  expect(said.out).not.toContain('Next:');
  expect(said.err).toContain('cannot be written');
});

test('a program that reads the output is given nothing of a run that failed', async () => {
  const said = await run(folder, ['audit', 'a.txt', '--format', 'json', '--out', 'file/out']);
  expect({ code: said.code, out: said.out }).toEqual({ code: 2, out: '' });
});

test('where everything lies is told once, below the findings, when it lies there', async () => {
  const plain = await run(folder, ['audit', 'a.txt']);
  const written = await run(folder, ['audit', 'a.txt', '--out', 'out']);
  const [found, closing] = written.out.split('\nReports and tables: out/\n');
  expect(plain.out.startsWith(found ?? '-')).toBe(true);
  expect(closing).toContain('out/audit.html');
});
