/** What `jiaokan audit --index` says of a source that is added to reports read before. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpacked } from '../output/html-parts.ts';
import { report, run } from './support.ts';

let folder = '';
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const whole = report('灵石县', 2024);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-index-'));
  put('b-old.txt', whole);
  put('c-other.txt', report('平遥县', 2024));
  put('a-new.txt', whole.replace('126.5亿元', '162.5亿元'));
  put('d-new.txt', whole.replaceAll('，', ','));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const audited = async (...args: string[]) => {
  const said = await run(folder, ['audit', ...args, '--format', 'json', '--fail-on', 'never']);
  expect(said.err).toBe('');
  return JSON.parse(said.out);
};
interface Pair {
  readonly report_a: string;
  readonly report_b: string;
}
describe('jiaokan audit --index', () => {
  test('a source that is added gets the pairs of a full run, and every finding is its own', async () => {
    await audited('b-old.txt', 'c-other.txt', '--index', 'kept.idx');
    const added = await audited('a-new.txt', 'd-new.txt', '--index', 'kept.idx');
    const full = await audited('b-old.txt', 'c-other.txt', 'a-new.txt', 'd-new.txt');
    const isNew = (pair: Pair) => [pair.report_a, pair.report_b].some((id) => id.includes('-new.'));
    expect(added.duplicates).toEqual(full.duplicates.filter(isNew));
    expect(added.duplicates.map(({ report_a }: Pair) => report_a)).toEqual(['a-new.txt#1', 'b-old.txt#1']);
    const sources = new Set(added.findings.map((one: { readonly source_id: string }) => one.source_id));
    expect([...sources].sort()).toEqual(['a-new.txt', 'd-new.txt']);
    expect(added.findings.map((one: { readonly rule: string }) => one.rule).join()).toContain('duplicate/');
  });

  test('a source that is read again takes the place of what was kept of it', async () => {
    await audited('b-old.txt', '--index', 'twice.idx');
    expect((await audited('b-old.txt', '--index', 'twice.idx')).duplicates).toEqual([]);
  });

  test('an index that was cut or is none is refused by name', async () => {
    await audited('b-old.txt', '--index', 'cut.idx');
    const bytes = readFileSync(join(folder, 'cut.idx'));
    for (const broken of [bytes.subarray(0, bytes.length / 2), Buffer.from('no index')]) {
      writeFileSync(join(folder, 'cut.idx'), broken);
      const said = await run(folder, ['audit', 'c-other.txt', '--index', 'cut.idx']);
      expect(said.code).toBe(2);
      expect(said.err).toContain('cut.idx');
    }
  });

  test('an audit against an index is written with all its tables', async () => {
    await audited('b-old.txt', '--index', 'out.idx');
    const said = await run(folder, [
      'audit',
      'd-new.txt',
      '--index',
      'out.idx',
      '--out',
      'written',
      '--fail-on',
      'never',
    ]);
    expect(said.code).toBe(0);
    expect(unpacked(readFileSync(join(folder, 'written', 'audit.html'), 'utf8'))).toContain('b-old.txt#1');
  });
});
