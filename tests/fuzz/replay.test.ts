/** Everything that fuzzing ever found is read again, and every promise is kept. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSource } from '../../src/source/read.ts';
import { open } from '../node/open.ts';
import { rulesFromDisk } from '../support/pipeline.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const rules = rulesFromDisk();
const cases = readdirSync(HERE).filter((name) => /^(?:source|formats)-/u.test(name));

test('the cases are there', () => {
  expect(cases.length).toBeGreaterThan(0);
});

test.each(cases)('%s', async (name) => {
  const bytes = Uint8Array.from(readFileSync(join(HERE, name)));
  const { sources } = await open(name.replace(/^[a-z]+-[0-9a-f]+-/u, ''), bytes);
  expect(sources.length).toBeGreaterThan(0);
  for (const one of sources) {
    const { source, reports } = readSource(one.bytes, one.meta, rules);
    expect(source.bytes).toBe(one.bytes.length);
    for (const { text, figures } of reports)
      for (const { range, quote } of figures) expect(text.slice(range.start, range.end)).toBe(quote);
  }
});
