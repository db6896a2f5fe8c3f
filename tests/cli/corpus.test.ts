import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/node/corpus.ts';
import { parseManifest } from '../../src/node/manifest.ts';

const ENTRY = {
  source_id: 'a-2024',
  file: 'sources/a.txt',
  sha256: createHash('sha256').update('正文').digest('hex'),
  bytes: 6,
  title: '某县2024年政府工作报告',
  publisher: null,
  url: null,
  collected_on: '2024-02-01',
  rights: 'not known',
};

type Entry = Readonly<Record<string, string | number | null>>;

/** Each entry takes one line per key, the first after a dash: line 2 is source_id, line 3 is file. */
const yaml = (...entries: Entry[]): string =>
  `sources:\n${entries
    .map((entry) =>
      Object.entries(entry)
        .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${JSON.stringify(value)}\n`)
        .join(''),
    )
    .join('')}`;

describe('parseManifest', () => {
  it('gives the entries', () => {
    expect(parseManifest('m.yaml', yaml(ENTRY)).sources).toEqual([ENTRY]);
  });

  it.each([
    { name: 'an unknown key', text: yaml({ ...ENTRY, colour: 'red' }), says: /^m\.yaml:11:5: unknown key 'colour'/u },
    { name: 'a wrong digest', text: yaml({ ...ENTRY, sha256: 'abc' }), says: /^m\.yaml:4:13: .*sha256/u },
    { name: 'a missing key', text: yaml({ source_id: 'a' }), says: /^m\.yaml:2:5: .*'file' is missing/u },
    {
      name: 'a path that leaves the corpus',
      text: yaml({ ...ENTRY, file: '../x.txt' }),
      says: /^m\.yaml:3:11: .*file/u,
    },
    { name: 'an absolute path', text: yaml({ ...ENTRY, file: '/x.txt' }), says: /^m\.yaml:3:11: / },
    {
      name: 'an id used twice',
      text: yaml(ENTRY, { ...ENTRY, file: 'b.txt' }),
      says: /^m\.yaml:11:16: source_id a-2024 is used twice/u,
    },
    {
      name: 'a file used twice',
      text: yaml(ENTRY, { ...ENTRY, source_id: 'b' }),
      says: /^m\.yaml:12:11: file sources\/a\.txt is used twice/u,
    },
    { name: 'broken YAML', text: 'sources:\n  - [\n', says: /^m\.yaml:\d+:\d+: / },
    { name: 'nothing', text: '', says: /^m\.yaml:1:1: / },
  ])('says where $name stands', ({ text, says }) => {
    expect(() => parseManifest('m.yaml', text)).toThrow(says);
  });
});

describe('readCorpus', () => {
  const place = { folder: '' };
  beforeEach(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'jiaokan corpus '));
    await mkdir(join(place.folder, 'corpus/sources'), { recursive: true });
    await writeFile(join(place.folder, 'corpus/sources/a.txt'), '正文');
    await writeFile(join(place.folder, 'corpus/manifest.yaml'), yaml(ENTRY));
  });
  afterEach(async () => {
    await rm(place.folder, { recursive: true, force: true });
  });
  const read = () => readCorpus(join(place.folder, 'corpus'), place.folder);

  it('gives sources with what the manifest says of them, from any folder', async () => {
    const { sources, changed, accepted } = await read();
    expect(sources.map((one) => one.meta)).toEqual([
      {
        sourceId: 'a-2024',
        path: 'corpus/sources/a.txt',
        title: ENTRY.title,
        publisher: null,
        url: null,
        collectedOn: '2024-02-01',
        rights: 'not known',
      },
    ]);
    expect(changed).toEqual([]);
    expect(accepted.entries).toEqual([]);
    expect((await readCorpus(join(place.folder, 'corpus'), '/')).sources).toEqual(sources);
  });

  it('tells of a source whose bytes have changed', async () => {
    await writeFile(join(place.folder, 'corpus/sources/a.txt'), '正字');
    expect((await read()).changed).toEqual([expect.stringContaining('a-2024: the bytes of sources/a.txt')]);
  });

  it('refuses a source that nobody entered, and an entry without its file', async () => {
    await writeFile(join(place.folder, 'corpus/sources/b.txt'), '');
    await expect(read()).rejects.toThrow('corpus/manifest.yaml: sources/b.txt has no entry');
    await rm(join(place.folder, 'corpus/sources/b.txt'));
    await writeFile(
      join(place.folder, 'corpus/manifest.yaml'),
      yaml(ENTRY, { ...ENTRY, source_id: 'b', file: 'b.txt' }),
    );
    await expect(read()).rejects.toThrow('corpus/b.txt: cannot be read: no such file');
  });

  it('holds for the corpus of this project', async () => {
    const folder = fileURLToPath(new URL('../../corpus', import.meta.url));
    const corpus = await readCorpus(folder, folder);
    expect(corpus.changed).toEqual([]);
    expect(corpus.sources).toHaveLength(5);
  });
});
