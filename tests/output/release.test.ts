import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseRelease } from '../../src/node/release.ts';
import { datasetFiles, tableFiles, utf8, WHOLE_DATASET } from '../../src/output/dataset.ts';
import { scaled, tenPlaces, unscaled } from '../../src/output/decimal.ts';
import { NO_NOTES } from '../../src/output/release/facts.ts';
import { releaseDiff } from '../../src/output/release-diff.ts';
import { SCHEMAS, TABLE_NAMES, type Tables } from '../../src/output/schema.ts';
import { type Files, SUMS, sumsOf } from '../../src/output/sums.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { faultLine, verifyDataset } from '../../src/output/verify.ts';
import { fixture } from './fixture.ts';

let files: Files = new Map();
beforeAll(async () => {
  files = await datasetFiles(fixture());
});
const textOf = (name: string) => new TextDecoder().decode(files.get(name));

/** The faults of a dataset with some files changed and checksums that fit. */
async function faultsWith(change: ReadonlyMap<string, Uint8Array | null>): Promise<string> {
  const all = new Map(files);
  for (const [name, bytes] of change) {
    if (bytes) all.set(name, bytes);
    else all.delete(name);
  }
  all.set(SUMS, utf8(sumsOf(all)));
  return (await verifyDataset(all)).map(faultLine).join('\n');
}

describe('verify, although the checksums fit, names', () => {
  const cases: readonly (readonly [string, string, (text: string) => string, RegExp])[] = [
    [
      'a digest in croissant.json',
      'croissant.json',
      (t) => t.replace(/"sha256": "../u, '"sha256": "zz'),
      /croissant\.json: \/distribution\/0\/sha256/u,
    ],
    [
      'a key in croissant.json',
      'croissant.json',
      (t) => t.replace('"@id": "sources/source_id"', '"@id": "sources/path"'),
      /croissant\.json: \/recordSet\/0\/key/u,
    ],
    [
      'a size in datapackage.json',
      'datapackage.json',
      (t) => t.replace(/"bytes": \d+/u, '"bytes": 1'),
      /datapackage\.json: \/resources\/0\/bytes/u,
    ],
    [
      'a link in datapackage.json',
      'datapackage.json',
      (t) => t.replace('"foreignKeys": [\n', '"foreignKeys": [{},\n'),
      /datapackage\.json: \/resources\/\d\/schema\/foreignKeys/u,
    ],
    ['a description that is no JSON', 'datapackage.json', () => '{', /datapackage\.json: is not JSON/u],
  ];
  it.each(cases)('%s', async (_, name, change, fault) => {
    expect(await faultsWith(new Map([[name, utf8(change(textOf(name)))]]))).toMatch(fault);
  });

  it.each(['arrow', 'compat'] as const)('a cell of %s that is not the one in data/', async (format) => {
    const tables = tablesOf(fixture());
    const [first, ...rest] = tables.figures;
    if (!first) throw new Error('the fixture has figures');
    const other: Tables = { ...tables, figures: [{ ...first, unit: '美元' }, ...rest] };
    const made = await tableFiles(fixture(), other, WHOLE_DATASET);
    const name = format === 'arrow' ? 'arrow/figures.arrow' : 'compat/figures.parquet';
    expect(await faultsWith(new Map([[name, made.get(name) ?? null]]))).toContain(`${name} row 0: column unit is not`);
    expect(await faultsWith(new Map([[name, null]]))).toContain(`${name}: is missing`);
  });
});

describe('the descriptions', () => {
  it('give every table, column, key and file in Croissant', () => {
    const { distribution, recordSet } = JSON.parse(textOf('croissant.json'));
    expect(distribution).toHaveLength(3 * TABLE_NAMES.length);
    expect(recordSet.map((one: { name: string }) => one.name)).toEqual(TABLE_NAMES);
    const figures = recordSet.find((one: { name: string }) => one.name === 'figures');
    expect(figures.field).toHaveLength(Object.keys(SCHEMAS.figures.properties).length);
    // Readers join along references and take a chain of them for a cycle: only tables that refer no further are referred to.
    expect(figures.field.find((one: { name: string }) => one.name === 'report_id').references).toBeUndefined();
    const reports = recordSet.find((one: { name: string }) => one.name === 'reports');
    expect(reports.field.find((one: { name: string }) => one.name === 'source_id').references).toEqual({
      field: { '@id': 'sources/source_id' },
    });
  });

  it('are YAML that the Hub and citation tools read', () => {
    const [, head = ''] = textOf('README.md').split('---\n');
    expect(parse(head)).toMatchObject({
      license: 'other',
      configs: expect.arrayContaining([{ config_name: 'edits', data_files: 'data/edits.parquet' }]),
    });
    const cff = parse(textOf('CITATION.cff'));
    expect(cff).toMatchObject({ 'cff-version': '1.2.0', type: 'dataset', title: NO_NOTES.title });
    expect(cff.references).toHaveLength(tablesOf(fixture()).sources.length);
  });

  it('show places and years, defects and removals', () => {
    const card = textOf('README.md');
    expect(card).toMatch(/\| place \| 2023 \| 2024 \|/u);
    expect(card).toMatch(/\| 杭州市 330100 \| . \| . \|/u);
    expect(card).toContain('`truncation/promised-report-missing`');
    expect(card).toContain('| `noise/contents-page` | 1 | 0 | 18 |');
  });
});

describe('release.yaml', () => {
  const known = { sources: new Set(['a']), rules: new Set(['noise/x']) };
  const text = (change: string) =>
    `releases:\n  - version: 1.0.0\n    date: "2026-01-02"\n    changes:\n      - ${change}\n`;

  it('gives a change with the rule or source behind it', () => {
    const notes = parseRelease('r.yaml', text('{ text: A source., sources: [a], rules: [noise/x] }'), known);
    expect(notes.releases[0]?.changes).toEqual([{ text: 'A source.', sources: ['a'], rules: ['noise/x'] }]);
  });

  it.each([
    ['a source that is not there', '{ text: A source., sources: [b] }', /^r\.yaml:5:\d+: b is not among the sources/u],
    ['a change without a reason', '{ text: A source. }', /^r\.yaml:\d+:\d+: /u],
  ])('is refused for %s', (_, change, says) => {
    expect(() => parseRelease('r.yaml', text(change), known)).toThrow(says);
  });
});

it('what changed between two releases is told by table, cell and reason', () => {
  const a = tablesOf(fixture());
  const [first, ...rest] = a.figures;
  if (!first) throw new Error('the fixture has figures');
  const b: Tables = { ...a, figures: [{ ...first, unit: '美元|' }, ...rest.slice(1)], findings: a.findings.slice(1) };
  const said = releaseDiff(a, b);
  expect(said).toContain('2 of 8 tables differ.');
  expect(said).toContain(`| figures | ${a.figures.length} | ${a.figures.length - 1} | 0 | 1 | 1 | 1 |`);
  expect(said).toContain('`unit` 元 → 美元\\|');
  expect(said).toMatch(/- rule `[a-z/-]+`: \d+ rows before, \d+ after/u);
  expect(releaseDiff(a, a)).toContain('No row differs.');
});

it.each([
  ['5.5', 55_000_000_000n, '5.5'],
  ['-0.50', -5_000_000_000n, '-0.5'],
  ['4720000000000', 47_200_000_000_000_000_000_000n, '4720000000000'],
  ['0', 0n, '0'],
  ['0.00000000001', null, null],
  ['1'.repeat(29), null, null],
])('the decimal %s is kept exactly or not at all', (text, value, back) => {
  expect(unscaled(text)).toBe(value);
  expect(tenPlaces(text)).toBe(back);
  if (value !== null) expect(scaled(value)).toBe(back);
});

describe('npm run pack:data', () => {
  const place = { folder: '' };
  beforeAll(async () => {
    place.folder = await mkdtemp(path.join(tmpdir(), 'jiaokan-pack-'));
  });
  afterAll(() => rm(place.folder, { recursive: true }));

  it('gives the same bytes each time, and an archive that tar opens', async () => {
    const from = path.join(place.folder, 'data set');
    for (const [name, bytes] of files) {
      await mkdir(path.dirname(path.join(from, name)), { recursive: true });
      await writeFile(path.join(from, name), bytes);
    }
    const script = fileURLToPath(new URL('../../scripts/pack-data.mjs', import.meta.url));
    const pack = async (name: string) => {
      await promisify(execFile)(process.execPath, [script, from, path.join(place.folder, name)]);
      return readFile(path.join(place.folder, name));
    };
    const archive = await pack('a.tar');
    expect((await pack('b.tar')).equals(archive)).toBe(true);
    const { stdout } = await promisify(execFile)('tar', ['-tf', path.join(place.folder, 'a.tar')]);
    expect(stdout.trim().split('\n')).toHaveLength(files.size);
  });
});
