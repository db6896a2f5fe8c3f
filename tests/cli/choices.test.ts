/** A person's choice in canonical.yaml for a report that its source does not hold. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report, run } from './support.ts';

let folder = '';

/** Writes a corpus with one source for each id, all of one text. */
function corpusOf(base: string, ids: readonly string[]): void {
  mkdirSync(join(base, 'corpus', 'sources'), { recursive: true });
  const text = report('灵石县', 2024);
  const known = { title: null, publisher: null, url: null, collected_on: null, rights: 'not known' };
  const sources = ids.map((id) => ({
    source_id: id,
    file: `sources/${id}.txt`,
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
    ...known,
  }));
  for (const id of ids) writeFileSync(join(base, 'corpus', 'sources', `${id}.txt`), text);
  writeFileSync(join(base, 'corpus', 'manifest.yaml'), JSON.stringify({ sources }));
}

function choose(base: string, chosen: string): void {
  const choice = { canonical: [{ report: chosen, reason: 'read by hand' }] };
  writeFileSync(join(base, 'corpus', 'canonical.yaml'), JSON.stringify(choice));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-choices-'));
  corpusOf(folder, ['a']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a#9', 'canonical.yaml: a#9 is no report of a: it holds a#1'],
  ['b#1', 'b#1 is of no source of the manifest'],
])('%s is refused by name', async (chosen, says) => {
  choose(folder, chosen);
  const said = await run(folder, ['audit', 'corpus']);
  expect(said.code).toBe(2);
  expect(said.err).toContain(says);
});

test('what the person wrote stands with the pair, in the audit and in the comparison', async () => {
  const two = join(folder, 'two');
  corpusOf(two, ['a', 'b']);
  choose(two, 'b#1');
  const audit = await run(two, ['audit', 'corpus', '--format', 'json']);
  expect(JSON.parse(audit.out).duplicates).toEqual([
    expect.objectContaining({ kept: 'b#1', reason: 'chosen', note: 'read by hand' }),
  ]);
  const compared = await run(two, ['diff', 'a', 'b']);
  expect(compared.out).toContain('kept: b#1');
  expect(compared.out).toContain('read by hand');
});
