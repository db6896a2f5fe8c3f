import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cutReport, report, run } from './support.ts';

const place = { folder: '' };

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(place.folder, name, '..'), { recursive: true });
    await writeFile(join(place.folder, name), content);
  }
}

const jiaokan = (...args: string[]) => run(place.folder, args);

describe('audit', () => {
  beforeEach(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'jiaokan 审计 '));
  });
  afterEach(async () => {
    await rm(place.folder, { recursive: true, force: true });
  });

  it('reads a folder of files that nobody prepared', async () => {
    await put({ '报告/灵石县/2024.txt': report('灵石县', 2024), '报告/scan.png': 'x' });
    const { code, out, err } = await jiaokan('audit', '报告');
    expect(code).toBe(0);
    expect(out).toContain('0 errors');
    expect(out).toMatch(/灵石县\/2024\.txt +灵石县 2024 +complete/u);
    expect(err).toContain('skipped 报告/scan.png: .png is not read');
  });

  it('finds a report that stops in the middle', async () => {
    await put({ 'a.txt': cutReport('灵石县', 2024) });
    const { out } = await jiaokan('audit', 'a.txt');
    expect(out).toMatch(/灵石县 2024 +truncated/u);
  });

  it('speaks Chinese', async () => {
    await put({ 'a.txt': report('灵石县', 2024) });
    expect((await jiaokan('audit', 'a.txt', '--lang', 'zh')).out).toContain('1 个来源、1 份报告');
  });

  it('reads standard input', async () => {
    const { code, out } = await run(place.folder, ['audit', '-'], report('灵石县', 2024));
    expect(code).toBe(0);
    expect(out).toMatch(/stdin +灵石县 2024/u);
  });

  it('prints nothing but the format that was asked for', async () => {
    await put({ 'a.txt': report('灵石县', 2024) });
    const json: unknown = JSON.parse((await jiaokan('audit', 'a.txt', '--format', 'json')).out);
    expect(json).toMatchObject({ tool: 'jiaokan', summary: { sources: 1, reports: 1 } });
    const sarif: unknown = JSON.parse((await jiaokan('audit', 'a.txt', '--format', 'sarif')).out);
    expect(sarif).toMatchObject({ version: '2.1.0' });
    expect((await jiaokan('audit', 'a.txt', '--format', 'junit')).out).toMatch(/^<\?xml/u);
    expect((await jiaokan('audit', 'a.txt', '--format', 'md')).out).toContain('灵石县');
  });

  it('writes the same bytes twice, whatever the order of the paths', async () => {
    await put({ 'in/a.txt': report('灵石县', 2024), 'in/b.txt': report('平遥县', 2023) });
    await jiaokan('audit', 'in/a.txt', 'in/b.txt', '--out', 'one');
    await jiaokan('audit', 'in/b.txt', 'in/a.txt', '--out', 'two');
    const names = (await readdir(join(place.folder, 'one'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) {
      expect(await readFile(name)).toEqual(await readFile(name.replace(/([/\\])one\b/u, '$1two')));
    }
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    { name: 'a path that is not there', args: ['audit', 'nowhere'], says: 'jiaokan: nowhere: no such file or folder' },
    { name: 'an empty folder', args: ['audit', 'empty'], says: 'jiaokan: empty: the folder is empty' },
    {
      name: 'a folder without text',
      args: ['audit', 'pictures'],
      says: 'jiaokan: pictures: no text to read among 1 file',
    },
    { name: 'nothing at all', args: ['audit'], says: 'jiaokan: nothing to read' },
    { name: 'a file that is no report', args: ['audit', 'recipe.txt'], says: 'nothing was checked' },
    { name: 'a folder of rules without rules', args: ['audit', 'a.txt', '--rules', 'empty'], says: 'no rule cards' },
    { name: 'a broken rule card', args: ['audit', 'a.txt', '--rules', 'mine'], says: 'mine/noise/x.yaml:1:7: ' },
    {
      name: 'an output folder that is a file',
      args: ['audit', 'a.txt', '--out', 'a.txt'],
      says: 'a.txt: cannot be written',
    },
    { name: 'a format that does not exist', args: ['audit', 'a.txt', '--format', 'pdf'], says: "'pdf' is invalid" },
  ])('exits with 2 and says why: $name', async ({ args, says }) => {
    await put({
      'a.txt': report('灵石县', 2024),
      'recipe.txt': '把面粉和水和好，放一个小时。\n',
      'pictures/1.png': 'x',
      'mine/noise/x.yaml': 'kind: magic\n',
    });
    await mkdir(join(place.folder, 'empty'));
    const { code, err } = await jiaokan(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).not.toContain('    at ');
  });

  it.each([
    { name: 'empty', bytes: new Uint8Array() },
    { name: 'binary', bytes: Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256) },
  ])('makes findings of a file that is $name, and is not content', async ({ bytes }) => {
    await put({ 'bad.txt': bytes, 'good.txt': report('灵石县', 2024) });
    const { code, out, err } = await jiaokan('audit', 'bad.txt', 'good.txt');
    expect(err).not.toContain('bug');
    expect(code).toBe(1);
    expect(out).toContain('bad.txt');
  });
});

describe('a corpus from its sources to its gate', () => {
  const entry = (id: string, text: string): string => `  - source_id: ${id}
    file: sources/${id}.txt
    sha256: ${createHash('sha256').update(text).digest('hex')}
    bytes: ${Buffer.byteLength(text)}
    title: null
    publisher: null
    url: null
    collected_on: null
    rights: not known
`;
  const texts = { lingshi: report('灵石县', 2024), pingyao: report('平遥县', 2024) };
  const manifest = (files: Readonly<Record<string, string>>): string =>
    `sources:\n${Object.entries(files)
      .map(([id, text]) => entry(id, text))
      .join('')}`;
  const lay = async (files: Readonly<Record<string, string>>): Promise<void> => {
    await rm(join(place.folder, 'corpus'), { recursive: true, force: true });
    await put({ 'corpus/manifest.yaml': manifest(files) });
    for (const [id, text] of Object.entries(files)) await put({ [`corpus/sources/${id}.txt`]: text });
  };

  beforeAll(async () => {
    place.folder = await mkdtemp(join(tmpdir(), 'jiaokan corpus '));
  });
  afterAll(async () => {
    await rm(place.folder, { recursive: true, force: true });
  });

  it('is built, checked and verified', async () => {
    await lay(texts);
    expect(await jiaokan('build')).toMatchObject({ code: 0 });
    expect(await jiaokan('build', '--check')).toMatchObject({ code: 0 });
    expect(await jiaokan('verify', 'dist-data')).toMatchObject({ code: 0 });
  });

  it('is found from a folder below, with the same result', async () => {
    await mkdir(join(place.folder, 'notes/deep'), { recursive: true });
    expect(await run(join(place.folder, 'notes/deep'), ['build', '--check'])).toMatchObject({ code: 0 });
  });

  it('notices a dataset that was touched', async () => {
    await put({ 'dist-data/notes.txt': 'mine' });
    expect(await jiaokan('build', '--check')).toMatchObject({ code: 1, out: expect.stringContaining('notes.txt') });
    expect(await jiaokan('verify', 'dist-data')).toMatchObject({ code: 1, out: expect.stringContaining('notes.txt') });
    await jiaokan('build');
    expect(await readFile(join(place.folder, 'dist-data/notes.txt'), 'utf8')).toBe('mine');
    await rm(join(place.folder, 'dist-data/notes.txt'));
    expect(await jiaokan('verify', 'dist-data')).toMatchObject({ code: 0 });
  });

  it('has no gate before there is a baseline', async () => {
    expect(await jiaokan('gate')).toMatchObject({ code: 2, err: expect.stringContaining('--update-baseline') });
  });

  it('passes the gate while nothing changes', async () => {
    expect(await jiaokan('gate', '--update-baseline')).toMatchObject({ code: 0 });
    const first = await readFile(join(place.folder, 'reports/baseline.json'), 'utf8');
    await jiaokan('gate', '--update-baseline');
    expect(await readFile(join(place.folder, 'reports/baseline.json'), 'utf8')).toBe(first);
    expect(await jiaokan('gate')).toMatchObject({ code: 0, out: expect.stringContaining('nothing got worse') });
  });

  it('fails for a report that was cut, and says so', async () => {
    await lay({ ...texts, pingyao: cutReport('平遥县', 2024) });
    const { code, out } = await jiaokan('gate');
    expect(code).toBe(1);
    expect(out).toContain('pingyao#1 was complete and is truncated');
  });

  it('fails for a source that is gone', async () => {
    await lay({ lingshi: texts.lingshi });
    expect(await jiaokan('gate')).toMatchObject({ code: 1, out: expect.stringContaining('report pingyao#1 is gone') });
  });

  it('passes for a source that is added, and tells of it', async () => {
    await lay({ ...texts, qixian: report('祁县', 2024) });
    expect(await jiaokan('gate')).toMatchObject({ code: 0, out: expect.stringContaining('report qixian#1 is new') });
  });

  it('fails for bytes that are not those of the manifest, and builds nothing of them', async () => {
    await lay(texts);
    await put({ 'corpus/sources/lingshi.txt': texts.lingshi.replace('126.5', '126.6') });
    expect(await jiaokan('gate')).toMatchObject({ code: 1, out: expect.stringContaining('lingshi: the bytes of') });
    expect(await jiaokan('build')).toMatchObject({ code: 2, err: expect.stringContaining('lingshi: the bytes of') });
    expect(await jiaokan('gate', '--update-baseline')).toMatchObject({ code: 2 });
    expect(await jiaokan('audit')).toMatchObject({ err: expect.stringContaining('changed lingshi') });
  });

  it('says where a manifest is broken', async () => {
    await put({ 'corpus/manifest.yaml': `${manifest(texts)}colour: red\n` });
    for (const command of ['build', 'gate', 'audit']) {
      expect(await jiaokan(command)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^corpus\/manifest\.yaml:20:1: unknown key 'colour'/u),
      });
    }
  });

  it('says when verify is given something else', async () => {
    expect(await jiaokan('verify', 'corpus')).toMatchObject({ code: 2, err: expect.stringContaining('not a dataset') });
    expect(await jiaokan('verify', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such folder'),
    });
  });

  it('shows one source by id', async () => {
    await lay(texts);
    const { code, out } = await jiaokan('show', 'lingshi');
    expect(code).toBe(0);
    for (const said of ['灵石县', '2024-01-08', '林远', '一、', '126.5亿元', 'Outline', 'Removed']) {
      expect(out.replaceAll('林 远', '林远')).toContain(said);
    }
    expect(await jiaokan('show', 'nobody')).toMatchObject({
      code: 2,
      err: expect.stringContaining('lingshi, pingyao'),
    });
  });
});

describe('help', () => {
  const here = (...args: string[]) => run(process.cwd(), args);

  it('is given for every command', async () => {
    const { code, out } = await here('--help');
    expect(code).toBe(0);
    const commands = [...out.matchAll(/^ {2}([a-z]+) .*$/gmu)].map(([, name = '']) => name);
    expect(commands).toEqual(expect.arrayContaining(['audit', 'build', 'gate', 'verify', 'explain', 'rules', 'show']));
    for (const command of commands.filter((name) => /^[a-z]{4,}$/u.test(name) && name !== 'done')) {
      expect(await here(command, '--help')).toMatchObject({ code: 0, err: '' });
    }
  });

  it('prints the version', async () => {
    expect(await here('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) });
  });

  it('refuses a command that does not exist', async () => {
    expect(await here('audti')).toMatchObject({ code: 2 });
  });

  it('lists the rules and explains one by the end of its name', async () => {
    const { out } = await here('rules');
    const [id = ''] = /\b[a-z]+\/[a-z-]+\b/u.exec(out) ?? [];
    const page = await here('explain', id.split('/')[1] ?? '');
    expect(page.code).toBe(0);
    expect(page.out).toContain(`# ${id}`);
    expect(await here('explain', 'no/such-rule')).toMatchObject({ code: 2 });
  });
});
