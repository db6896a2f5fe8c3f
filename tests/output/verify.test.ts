import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../src/node/read.ts';
import { datasetFiles, tableFiles, utf8 } from '../../src/output/dataset.ts';
import type { Tables } from '../../src/output/schema.ts';
import { checkSums, type Files, SUMS, sumsOf } from '../../src/output/sums.ts';
import { tablesOf } from '../../src/output/tables.ts';
import { faultLine, verifyDataset } from '../../src/output/verify.ts';
import { fixture } from './fixture.ts';

let whole: Files = new Map();
beforeAll(async () => {
  whole = await datasetFiles(fixture());
});

const faultsOf = async (files: Files): Promise<string[]> => (await verifyDataset(files)).map(faultLine);

/** The dataset with changed tables and checksums that fit them: what someone would publish who meant to. */
async function republished(change: (tables: Tables) => Tables): Promise<Files> {
  const audit = fixture();
  const asReleased = { formats: ['parquet'], codec: 'zstd' } as const;
  const files = new Map([...whole, ...(await tableFiles(audit, change(tablesOf(audit)), asReleased))]);
  files.set(SUMS, utf8(sumsOf(files)));
  return files;
}

/** Tables with one row of one table changed. */
function changed<N extends keyof Tables>(
  tables: Tables,
  name: N,
  row: number,
  change: Partial<Tables[N][number]>,
): Tables {
  return { ...tables, [name]: tables[name].map((one, index) => (index === row ? { ...one, ...change } : one)) };
}

describe('a changed file', () => {
  it('is caught whatever byte of whatever file was changed', async () => {
    const names = [...whole.keys()];
    const place = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(place, async ([file, at, flip]) => {
        const name = names[file % names.length] ?? '';
        const bytes = Uint8Array.from(whole.get(name) ?? []);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        const faults = await verifyDataset(new Map([...whole, [name, bytes]]));
        expect(faults.length).toBeGreaterThan(0);
        if (name !== SUMS) expect(faults.map((one) => one.file)).toContain(name);
      }),
      { numRuns: 40, seed: 20_240_129 },
    );
  });

  it('is caught in the dataset that lies here: 200 bytes flipped, 200 caught, each file named', async () => {
    const folder = fileURLToPath(new URL('../../dist-data', import.meta.url));
    const published = await readFolder(folder, 'dist-data');
    const names = [...published.keys()];
    expect(checkSums(published)).toEqual([]);
    let caught = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, at, flip) => {
        const name = names[file % names.length] ?? '';
        const bytes = Uint8Array.from(published.get(name) ?? []);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        const faults = checkSums(new Map([...published, [name, bytes]]));
        if (faults.length > 0 && (name === SUMS || faults.some((one) => one.file === name))) caught++;
      }),
      { numRuns: 200, seed: 20_240_130 },
    );
    expect(caught).toBe(200);
  });

  it.each([
    [
      'a file that is gone',
      (files: Map<string, Uint8Array>) => files.delete('data/edits.parquet'),
      'data/edits.parquet: is listed in SHA256SUMS and missing',
    ],
    [
      'a file that nobody listed',
      (files: Map<string, Uint8Array>) => files.set('notes.txt', utf8('x')),
      'notes.txt: is not listed in SHA256SUMS',
    ],
    ['no checksums at all', (files: Map<string, Uint8Array>) => files.delete(SUMS), 'SHA256SUMS: is missing'],
    [
      'a table that is no Parquet',
      (files: Map<string, Uint8Array>) => files.set('data/checks.parquet', utf8('PAR1')),
      'data/checks.parquet: its SHA-256 is not the one in SHA256SUMS: the file was changed',
    ],
  ])('is named: %s', async (_, change, fault) => {
    const files = new Map(whole);
    change(files);
    expect(await faultsOf(files)).toContain(fault);
  });
});

describe('a changed row is named although the checksums fit', () => {
  const A = 'hangzhou-2024-portal#1';
  const cases: readonly (readonly [string, (tables: Tables) => Tables, RegExp])[] = [
    ['a report text', (t) => changed(t, 'reports', 2, { text: '改' }), /data\/reports\.parquet row 2: .*characters/u],
    [
      'a digit in a text',
      (t) => changed(t, 'reports', 2, { text: t.reports[2]?.text.replace('20059', '20058') ?? '' }),
      /reports\.parquet row 2: text_sha256/u,
    ],
    [
      'a removal',
      (t) => changed(t, 'edits', 0, { original: '墨录\n杭州市……1\n宁波市……35\n' }),
      /sources\.parquet row 1: .*do not rebuild/u,
    ],
    [
      'what a mend put in',
      (t) =>
        changed(
          t,
          'edits',
          t.edits.findIndex((e) => e.replacement === '18.45'),
          { replacement: '18.54' },
        ),
      /edits\.parquet row \d+: what it put in/u,
    ],
    ['the place of an edit', (t) => changed(t, 'edits', 2, { char_start: 3, char_end: 20 }), /edits\.parquet row 2/u],
    ['the bytes of an edit', (t) => changed(t, 'edits', 3, { byte_start: 1 }), /edits\.parquet row 3: its bytes are/u],
    [
      'the bytes of a figure',
      (t) =>
        changed(
          t,
          'figures',
          t.figures.findIndex((f) => f.report_id === A),
          { byte_start: 0 },
        ),
      /figures\.parquet row \d+: its bytes are/u,
    ],
    [
      'the words of a figure',
      (t) => changed(t, 'figures', 0, { quote: '2452亿元' }),
      /figures\.parquet row 0: its words are not those/u,
    ],
    [
      'a value',
      (t) => changed(t, 'figures', 0, { value: '245200000000', value_number: 245200000000 }),
      /figures\.parquet row 0: value of .* lies above high/u,
    ],
    ['a paragraph', (t) => changed(t, 'paragraphs', 3, { char_start: 0 }), /paragraphs\.parquet row 3: its words/u],
    [
      'the digest of a source',
      (t) => changed(t, 'sources', 2, { sha256: '0'.repeat(64) }),
      /corpus digest|does not encode to sha256/u,
    ],
    ['a count', (t) => changed(t, 'sources', 0, { reports: 2 }), /sources\.parquet row 0: .*has 1 reports, not 2/u],
    [
      'a link to nowhere',
      (t) => changed(t, 'figures', 1, { report_id: 'nobody#1' }),
      /figures\.parquet row 1: report_id "nobody#1" is no report_id of reports/u,
    ],
    [
      'a link in a list',
      (t) => changed(t, 'checks', 0, { figure_ids: ['nothing'] }),
      /checks\.parquet row 0: figure_ids "nothing" is no figure_id of figures/u,
    ],
    [
      'a key that occurs twice',
      (t) => ({ ...t, sources: [...t.sources, ...t.sources.slice(0, 1)] }),
      /sources\.parquet row 4: source_id .* is already that of row 0/u,
    ],
    [
      'a copy that stands for a copy',
      (t) => changed(t, 'reports', 1, { canonical_report_id: 'hangzhou-2024-mirror#1' }),
      /reports\.parquet row 1: .*canonical only when/u,
    ],
    [
      'a kept report that is neither',
      (t) => changed(t, 'duplicates', 1, { kept: 'hangzhou-2023#1' }),
      /duplicates\.parquet row 1: .* is kept, but is neither/u,
    ],
    [
      'the line of a finding',
      (t) =>
        changed(
          t,
          'findings',
          t.findings.findIndex((f) => f.report_id === A),
          { line: 99 },
        ),
      /findings\.parquet row \d+: byte \d+ stands at line/u,
    ],
    [
      'a finding about a report of another source',
      (t) =>
        changed(
          t,
          'findings',
          t.findings.findIndex((f) => f.report_id === A),
          { source_id: 'scan' },
        ),
      /does not stand in scan/u,
    ],
    [
      'a value that the schema forbids',
      (t) => changed(t, 'reports', 0, { region_code: '33' }),
      /reports\.parquet row 0: reports row 0, column region_code/u,
    ],
    ['a day that is none', (t) => changed(t, 'reports', 0, { speaker: null, chars: -1 }), /column chars/u],
  ];

  it.each(cases)('%s', async (_, change, fault) => {
    const faults = await faultsOf(await republished(change));
    expect(faults.join('\n')).toMatch(fault);
  });

  it('and nothing is named when nothing was changed', async () => {
    expect(await faultsOf(await republished((tables) => tables))).toEqual([]);
  });
});
