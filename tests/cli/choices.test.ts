/** A person's choice in canonical.yaml for a report that its source does not hold. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report, run } from './support.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-choices-'));
  mkdirSync(join(folder, 'corpus', 'sources'), { recursive: true });
  const text = report('灵石县', 2024);
  const known = { title: null, publisher: null, url: null, collected_on: null, rights: 'not known' };
  const entry = {
    source_id: 'a',
    file: 'sources/a.txt',
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
    ...known,
  };
  writeFileSync(join(folder, 'corpus', 'sources', 'a.txt'), text);
  writeFileSync(join(folder, 'corpus', 'manifest.yaml'), JSON.stringify({ sources: [entry] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a#9', 'canonical.yaml: a#9 is no report of a: it holds a#1'],
  ['b#1', 'b#1 is of no source of the manifest'],
])('%s is refused by name', async (chosen, says) => {
  const choice = { canonical: [{ report: chosen, reason: 'read by hand' }] };
  writeFileSync(join(folder, 'corpus', 'canonical.yaml'), JSON.stringify(choice));
  const said = await run(folder, ['audit', 'corpus']);
  expect(said.code).toBe(2);
  expect(said.err).toContain(says);
});
