import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSources } from '../../src/node/find.ts';

const place = { folder: '' };

beforeEach(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'jiaokan find '));
});
afterEach(async () => {
  await rm(place.folder, { recursive: true, force: true });
});

async function files(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(place.folder, name, '..'), { recursive: true });
    await writeFile(join(place.folder, name), `text of ${name}`);
  }
}

const ids = async (...paths: string[]): Promise<string[]> =>
  (await findSources(paths, place.folder)).sources.map((one) => one.meta.sourceId);

describe('findSources', () => {
  it('takes everything readable in a folder, and says what it passed over', async () => {
    await files(
      '报告/湖南省/2024.md',
      '报告/a.TXT',
      '报告/page.html',
      '报告/scan.png',
      '报告/README',
      '报告/.hidden.txt',
    );
    const found = await findSources(['报告'], place.folder);
    expect(found.sources.map((one) => one.meta.sourceId)).toEqual(['a.TXT', 'page.html', '湖南省/2024.md']);
    expect(found.sources.map((one) => one.meta.path)).toEqual(['报告/a.TXT', '报告/page.html', '报告/湖南省/2024.md']);
    expect(found.skipped).toEqual([
      { path: '报告/README', reason: 'no extension is not read' },
      { path: '报告/scan.png', reason: '.png is not read' },
    ]);
  });

  it('reads names that look like patterns as names', async () => {
    await files('[上海] 2024 (1).txt', 'data*/x.txt');
    expect(await ids('[上海] 2024 (1).txt')).toEqual(['[上海] 2024 (1).txt']);
    expect(await ids('data*')).toEqual(['x.txt']);
  });

  it('expands patterns, ids counting from where the pattern starts', async () => {
    await files('in/north/2023.md', 'in/south/2024.md', 'in/south/2024.csv');
    expect(await ids('in/*/202*.md')).toEqual(['north/2023.md', 'south/2024.md']);
  });

  it('gives the same ids in whatever order the paths come', async () => {
    await files('a/1.txt', 'b/2.txt');
    expect(await ids('a', 'b')).toEqual(await ids('b', 'a'));
  });

  it('tells files of equal name apart', async () => {
    await files('a/2024.txt', 'b/2024.txt', 'x/b/2024.txt');
    expect(await ids('a', 'b')).toEqual(['a/2024.txt', 'b/2024.txt']);
    expect(await ids('a', 'b', 'x/b')).toEqual(['a/2024.txt', 'b/2024.txt', 'x/b/2024.txt']);
  });

  it('reads a file once, however often it is named', async () => {
    await files('a/1.txt');
    await symlink(join(place.folder, 'a/1.txt'), join(place.folder, 'again.txt'));
    expect(await ids('a', 'a/1.txt', 'again.txt')).toEqual(['1.txt']);
  });

  it('takes every type that is read, and no lock file of Word', async () => {
    await files(
      'in/a.docx',
      'in/~$a.docx',
      'in/b.PDF',
      'in/c.jsonl',
      'in/d.ndjson',
      'in/e.parquet',
      'in/f.zip',
      'in/g.doc',
    );
    const found = await findSources(['in'], place.folder);
    expect(found.sources.map(({ meta }) => meta.sourceId)).toEqual([
      'a.docx',
      'b.PDF',
      'c.jsonl',
      'd.ndjson',
      'e.parquet',
      'f.zip',
    ]);
    expect(found.skipped.map(({ path }) => path)).toEqual(['in/g.doc', 'in/~$a.docx']);
  });

  it('opens nothing that may never end', async () => {
    await files('in/a.txt');
    await symlink('/dev/zero', join(place.folder, 'in/zero.txt'));
    const found = await findSources(['in'], place.folder);
    expect(found.sources.map(({ meta }) => meta.sourceId)).toEqual(['a.txt']);
    expect(found.skipped).toEqual([{ path: 'in/zero.txt', reason: 'not a regular file' }]);
    await expect(findSources(['in/zero.txt'], place.folder)).rejects.toThrow('neither a file nor a folder');
  });

  it('keeps standard input among other paths', async () => {
    await files('a/1.txt');
    const { sources } = await findSources(['-', 'a'], place.folder);
    expect(sources.map(({ meta, file }) => [meta.sourceId, file === null])).toEqual([
      ['1.txt', false],
      ['stdin', true],
    ]);
  });

  it.each([
    { paths: ['nowhere'], says: 'nowhere: no such file or folder' },
    { paths: ['a/1.txt/deeper'], says: 'no such file or folder' },
    { paths: ['empty'], says: 'empty: the folder is empty' },
    { paths: ['pictures'], says: 'pictures: no text to read among 2 files' },
    { paths: ['pictures/1.png'], says: 'files of this type are not read' },
    { paths: ['a/*.md'], says: 'no file matches this pattern' },
    { paths: ['a', 'nowhere'], says: 'nowhere: no such file or folder' },
  ])('refuses $paths: nothing checked is never success', async ({ paths, says }) => {
    await files('a/1.txt', 'pictures/1.png', 'pictures/2.png');
    await mkdir(join(place.folder, 'empty'));
    await expect(findSources(paths, place.folder)).rejects.toThrow(says);
  });
});
