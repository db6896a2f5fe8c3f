/** Files that are no files, folders that lead elsewhere, manifests that ask for more than they may. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LARGEST_TEXT } from '../../src/node/formats/open.ts';
import { report, run } from '../cli/support.ts';
import { open } from '../node/open.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = report('云溪县', 2024);
const put = (name: string, content: string = text): void => writeFileSync(join(folder, name), content);

describe('what is no file', () => {
  test('a pipe and a device are told, never waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    symlinkSync('/dev/zero', join(folder, 'zero.txt'));
    put('a.txt');
    const { code, err } = await run(folder, ['audit', '.', '--no-progress']);
    expect(code).not.toBe(2);
    expect(err).toMatch(/skipped zero\.txt: /);
    expect((await run(folder, ['audit', 'pipe.txt'])).code).toBe(2);
    expect((await run(folder, ['audit', '/dev/zero'])).code).toBe(2);
  });

  test('links in a ring end', async () => {
    put('a.txt');
    symlinkSync('.', join(folder, 'again'));
    symlinkSync('ring.txt', join(folder, 'ring.txt'));
    const { code, out } = await run(folder, ['audit', '.', '--no-progress', '--format', 'json']);
    expect(code).not.toBe(2);
    expect(JSON.parse(out).sources).toHaveLength(1);
  });

  test('a pipe as a manifest or a card is refused', async () => {
    mkdirSync(join(folder, 'corpus'));
    mkdirSync(join(folder, 'rules', 'noise'), { recursive: true });
    execFileSync('mkfifo', [join(folder, 'corpus', 'manifest.yaml'), join(folder, 'rules', 'noise', 'a.yaml')]);
    put('a.txt');
    const { code, err } = await run(folder, ['audit', 'corpus']);
    expect([code, err]).toEqual([2, expect.stringMatching(/not a regular file/)]);
    expect((await run(folder, ['audit', 'a.txt', '--rules', 'rules'])).code).toBe(2);
  });
});

describe('what is too much', () => {
  test('a text of more than is read as one source is told, with what to do', async () => {
    const { sources } = await open('a.txt', new Uint8Array(LARGEST_TEXT + 1));
    expect(sources.map(({ meta }) => meta.unread)).toEqual([
      'a text of 129 MiB (128 are read as one source: split it)',
    ]);
  });

  test('a file of more than 2 GiB is refused before it is read', async () => {
    execFileSync('truncate', ['-s', '3G', join(folder, 'a.txt')]);
    const { code, err } = await run(folder, ['audit', '.']);
    expect([code, err]).toEqual([2, 'jiaokan: a.txt: cannot be read: it is larger than 2 GiB: split it\n']);
  });

  test('ten thousand names in one folder, and a path as long as it goes', async () => {
    const deep = join(folder, ...Array.from({ length: 60 }, () => '报告'.repeat(10)));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'a.txt'), text);
    const { out } = await run(folder, ['audit', '.', '--no-progress', '--format', 'json']);
    expect(JSON.parse(out).sources).toHaveLength(1);
  });
});

describe('a manifest of a stranger', () => {
  const manifest = (file: string): void => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    mkdirSync(join(folder, 'corpus', 'sources'), { recursive: true });
    writeFileSync(
      join(folder, 'corpus', 'manifest.yaml'),
      `sources:\n  - source_id: a\n    file: ${JSON.stringify(file)}\n    sha256: ${sha256}\n    bytes: ${Buffer.byteLength(text)}\n    title: null\n    publisher: null\n    url: null\n    collected_on: null\n    rights: x\n`,
    );
  };

  test.each(['../secret.txt', '/etc/passwd', 'sources/../../secret.txt', 'sources\\..\\x.txt'])(
    'that names %s is refused with the place',
    async (file) => {
      put('secret.txt');
      manifest(file);
      const { code, err } = await run(folder, ['audit', 'corpus']);
      expect([code, err]).toEqual([2, expect.stringMatching(/^corpus\/manifest\.yaml:3:\d+: /)]);
    },
  );

  test.each(['sources/a\0.txt', 'sources/\u202etxt.a', 'sources/a\n::error ::owned.txt', 'sources/\u001b[2Ja.txt'])(
    'that names %j says that there is no such file, and nothing acts on the window',
    async (file) => {
      manifest(file);
      writeFileSync(join(folder, 'corpus', 'sources', 'b.txt'), text);
      const { code, out, err } = await run(folder, ['audit', 'corpus', '--no-progress']);
      expect(code).toBe(2);
      expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]|^::/mu);
    },
  );

  test('that names a link out of the corpus is refused', async () => {
    put('secret.txt');
    manifest('sources/a.txt');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'corpus', 'sources', 'a.txt'));
    const { code, err } = await run(folder, ['audit', 'corpus']);
    expect([code, err]).toEqual([2, expect.stringMatching(/a link that leads out of the corpus/)]);
  });

  test('a link within the corpus is followed', async () => {
    manifest('sources/a.txt');
    mkdirSync(join(folder, 'corpus', 'kept'));
    writeFileSync(join(folder, 'corpus', 'kept', 'a.txt'), text);
    symlinkSync('../kept/a.txt', join(folder, 'corpus', 'sources', 'a.txt'));
    expect((await run(folder, ['audit', 'corpus', '--fail-on', 'never'])).code).toBe(0);
  });

  test('of aliases within aliases does not fill the memory', async () => {
    mkdirSync(join(folder, 'corpus'));
    const bomb = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`).join('\n');
    writeFileSync(join(folder, 'corpus', 'manifest.yaml'), `a0: &a0 [x]\n${bomb}\nsources: *a30\n`);
    expect((await run(folder, ['audit', 'corpus'])).code).toBe(2);
  });
});
