/** What a maintainer does from the first day of a corpus: init, add, gate, accept, compare with a revision. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/support.ts';
import { JIEXIU_CUT, LINGSHI, PINGYAO, QIXIAN, YUSHE } from './tiny-reports.ts';

const place = { root: '', folder: '' };
const jiaokan = (...args: string[]) => run(place.folder, args);
const text = (name: string) => readFile(join(place.folder, name), 'utf8');
const put = (name: string, content: string) => writeFile(join(place.folder, name), content);
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: place.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

beforeAll(async () => {
  place.root = await mkdtemp(join(tmpdir(), 'jiaokan init '));
  place.folder = join(place.root, '语料 库');
  await mkdir(join(place.root, 'in'), { recursive: true });
  await mkdir(place.folder);
  for (const [name, content] of Object.entries({ '灵石.txt': LINGSHI, 'pingyao.txt': PINGYAO, 'cut.txt': JIEXIU_CUT }))
    await writeFile(join(place.root, 'in', name), content);
  await put('.gitattributes', '*.png binary');
});
afterAll(() => rm(place.root, { recursive: true, force: true }));

describe('a corpus from nothing', () => {
  it('is scaffolded from any reports, and keeps what is there', async () => {
    const said = await jiaokan('init', '../in');
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain('added 140729-2024 (sources/140729-2024.txt');
    expect(said.out).toContain('介休市 2024');
    expect(await text('.gitattributes')).toMatch(/^\*\.png binary\ncorpus\/sources\/\*\* -text\n/u);
    expect(await text('.github/workflows/jiaokan.yml')).toContain('fetch-depth: 0');
    const again = await jiaokan('init');
    expect(again.out).toMatch(/kept +corpus\/manifest\.yaml/u);
    expect(await text('corpus/manifest.yaml')).toContain('source_id: pingyao');
  });

  it('is ready for its gate, whatever is wrong with it on the first day', async () => {
    expect(await jiaokan('gate')).toMatchObject({ code: 2, err: expect.stringContaining('--update-baseline') });
    expect(await jiaokan('gate', '--update-baseline')).toMatchObject({ code: 0 });
    expect(await jiaokan('gate')).toMatchObject({ code: 0 });
    git('init', '-q', '.');
    git('add', '-A');
    git('commit', '-qm', 'corpus');
  });

  it('says of a new source what it is and what the gate says', async () => {
    await writeFile(join(place.root, 'qixian.html'), `<p>${QIXIAN.replaceAll('\n', '</p>\n<p>')}</p>`);
    const said = await jiaokan(
      'add',
      '../qixian.html',
      '--url',
      'https://example.org/q',
      '--collected-on',
      '2024-02-01',
    );
    expect(said.code, said.err).toBe(0);
    expect(said.out).toMatch(/added qixian \(sources\/qixian\.html, \d+ bytes/u);
    expect(said.out).toMatch(/祁县 2023 .*complete, \d+ characters, \d+ figures/u);
    expect(said.out).toContain('nothing got worse');
    expect(await text('corpus/manifest.yaml')).toMatch(/url: https:\/\/example\.org\/q\n +collected_on: "?2024-02-01/u);
  });

  it.each([
    { name: 'bytes that are there', file: 'pingyao.txt', content: PINGYAO, says: 'in the corpus already, as pingyao' },
    { name: 'no report', file: 'recipe.txt', content: '把面粉和水和好。', says: 'no work report was found' },
  ])('refuses $name and writes nothing', async ({ file, content, says }) => {
    await writeFile(join(place.root, file), content);
    const before = await text('corpus/manifest.yaml');
    expect(await jiaokan('add', `../${file}`)).toMatchObject({ code: 2, err: expect.stringContaining(says) });
    expect(await text('corpus/manifest.yaml')).toBe(before);
  });

  it('enters changed bytes anew, and the comments of the manifest stay', async () => {
    await put('corpus/manifest.yaml', `# ours\n${await text('corpus/manifest.yaml')}`);
    await put('corpus/sources/pingyao.txt', PINGYAO.replace('217.4亿元', '218.4亿元'));
    expect(await jiaokan('gate')).toMatchObject({ code: 1, out: expect.stringContaining('gate/bytes') });
    expect(await jiaokan('add', 'corpus/sources/pingyao.txt')).toMatchObject({
      code: 0,
      out: expect.stringContaining('updated pingyao'),
    });
    expect(await text('corpus/manifest.yaml')).toMatch(/^# ours\n/u);
  });
});

describe('a revision', () => {
  it('is compared with, without a baseline and with the rows of the dataset', async () => {
    await cp(join(place.folder, 'reports/baseline.json'), join(place.root, 'baseline.json'));
    await rm(join(place.folder, 'reports/baseline.json'));
    const said = await jiaokan('gate', '--base', 'HEAD', '--format', 'md');
    expect(said.code, said.err).toBe(0);
    expect(said.out).toMatch(/nothing got worse since HEAD \([0-9a-f]{10}\)/u);
    expect(said.out).toMatch(/\| reports \| 3 → 4 \| 1 \| 0 \| 1 \|/u);
    expect(said.out).toContain('report qixian\\#1 is new');
  });

  it('tells findings on changed sources first', async () => {
    await put('corpus/sources/pingyao.txt', PINGYAO.slice(0, PINGYAO.indexOf('实施城墙')));
    await jiaokan('add', 'corpus/sources/pingyao.txt', '--base', 'HEAD');
    const { code, out } = await jiaokan('gate', '--base', 'HEAD', '--format', 'json');
    expect(code).toBe(1);
    const { worse } = JSON.parse(out) as { worse: { source_id: string; rule: string }[] };
    expect(worse.map((one) => one.source_id)).toEqual(worse.map(() => 'pingyao'));
    expect(worse.map((one) => one.rule)).toContain('gate/completeness');
  });

  it.each([
    { args: ['--base', 'nowhere'], says: 'nowhere: no such revision' },
    { args: ['--base', '--upload-pack=x'], says: 'not a revision' },
  ])('exits with 2: $args', async ({ args, says }) => {
    expect(await jiaokan('gate', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(says) });
  });

  it('leaves the repository as it was', () => {
    expect(git('stash', 'list')).toBe('');
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });
});

describe('accepting', () => {
  it('writes everything that fails with a reason, keeps comments, and the gate passes', async () => {
    const before = await text('corpus/accepted.yaml');
    const { worse } = JSON.parse((await jiaokan('gate', '--base', 'HEAD', '--format', 'json')).out) as {
      worse: { fingerprint: string }[];
    };
    const ids = worse.map((one) => one.fingerprint);
    const [first = '', ...rest] = ids;
    const said = await jiaokan(
      'gate',
      '--base',
      'HEAD',
      '--accept',
      first.slice(0, 8),
      ...rest,
      '--reason',
      '原件如此',
      '--expires',
      '2030-01-01',
    );
    expect(said.code, said.err).toBe(0);
    const after = await text('corpus/accepted.yaml');
    expect(after).toContain(before.slice(0, before.indexOf('accepted:')));
    expect(after.match(/reason: 原件如此/gu)).toHaveLength(ids.length);
    const gate = await jiaokan('gate', '--base', 'HEAD', '--today', '2029-12-31');
    expect(gate.code, gate.out).toBe(0);
    expect(gate.out).toContain('原件如此');
    expect(gate.out).toContain('(until 2030-01-01)');
  });

  it('marks what is accepted in every report', async () => {
    await jiaokan('gate', '--base', 'HEAD', '--today', '2029-12-31', '--out', 'gate');
    expect(await text('gate/gate.md')).toMatch(/<summary>Accepted \(\d+\)<\/summary>[\s\S]*原件如此/u);
    expect(await text('gate/gate.junit.xml')).toContain('failures="0"');
    expect(await text('gate/gate.junit.xml')).toMatch(/\baccepted \d+:\d+ /u);
    expect(await text('gate/gate.sarif')).toContain('"justification": "原件如此"');
    expect(await text('gate/gate.codequality.json')).toContain('"description": "accepted: ');
    expect(await text('gate/gate.github.txt')).not.toContain('::error');
  });

  it('ends after its last day', async () => {
    const { code, out } = await jiaokan('gate', '--base', 'HEAD', '--today', '2030-01-02');
    expect(code).toBe(1);
    expect(out).toContain('expired on 2030-01-01: look at it again');
  });

  it.each([
    { name: 'no reason', args: ['--accept', '0123456789abcdef'], says: '--accept needs --reason' },
    {
      name: 'an empty reason',
      args: ['--accept', '0123456789abcdef', '--reason', ' '],
      says: '--accept needs --reason',
    },
    { name: 'nothing accepted', args: ['--reason', 'x'], says: 'go with --accept' },
    { name: 'an unknown fingerprint', args: ['--accept', '0123456789abcdef', '--reason', 'x'], says: 'no finding has' },
    { name: 'too few digits', args: ['--accept', '0', '--reason', 'x'], says: 'no finding has' },
    { name: 'no such day', args: ['--accept', '0', '--reason', 'x', '--expires', '2026-02-30'], says: 'give a day' },
    { name: 'a today that is no day', args: ['--today', 'soon'], says: 'give a day' },
  ])('refuses $name', async ({ args, says }) => {
    const before = await text('corpus/accepted.yaml');
    expect(await jiaokan('gate', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(says) });
    expect(await text('corpus/accepted.yaml')).toBe(before);
  });
});

describe('a compilation', () => {
  it('keeps its reports apart when another comes in front of them', async () => {
    await put('corpus/sources/pingyao.txt', `${LINGSHI}\n${PINGYAO}`);
    await jiaokan('add', 'corpus/sources/pingyao.txt', '--base', 'HEAD');
    await rm(join(place.folder, 'corpus/accepted.yaml'));
    await jiaokan('gate', '--update-baseline');
    await put('corpus/sources/pingyao.txt', `${YUSHE}\n${LINGSHI}\n${PINGYAO}`);
    const said = await jiaokan('add', 'corpus/sources/pingyao.txt');
    expect(said.out).toContain('report pingyao#1 is now pingyao#2');
    expect(said.out).toContain('report pingyao#1 is new (140721 榆社县 2024)');
    expect(said.code, said.out).toBe(0);
  });
});
