/** A disk that is full, a folder that is not ours, files that change under the reader, several at work at once: told, and nothing lost. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InputError } from '../../src/node/errors.ts';
import { alone } from '../../src/node/lock.ts';
import { parseManifest } from '../../src/node/manifest.ts';
import { readSources } from '../../src/node/read.ts';
import { writeFiles } from '../../src/node/write.ts';
import { report, run } from '../cli/support.ts';

const BIN = fileURLToPath(new URL('../../bin/jiaokan.mjs', import.meta.url));
/** A process number that no machine gives. */
const NOBODY = 2 ** 30;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]): string => join(folder, ...parts);

describe('writing', () => {
  test('that fails halfway leaves all as it was, and nothing beside it', async () => {
    await writeFiles(folder, [
      ['a.txt', 'old'],
      ['b/c.txt', 'old'],
    ]);
    writeFileSync(at('blocked'), 'a file where a folder should be');
    const files = [
      ['a.txt', 'new'],
      ['b/c.txt', 'new'],
      ['blocked/d.txt', 'new'],
    ] as const;
    await expect(writeFiles(folder, files)).rejects.toThrow(InputError);
    expect([readFileSync(at('a.txt'), 'utf8'), readFileSync(at('b', 'c.txt'), 'utf8')]).toEqual(['old', 'old']);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.runIf(existsSync('/dev/full'))('to a full disk', async () => {
    symlinkSync('/dev/full', at(`.a.txt.${process.pid}.part`));
    await expect(writeFiles(folder, [['a.txt', 'x']])).rejects.toThrow('no space left');
    expect(existsSync(at('a.txt'))).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)('to a folder that is read-only', async () => {
    chmodSync(folder, 0o500);
    await expect(writeFiles(folder, [['a.txt', 'x']])).rejects.toThrow('permission denied');
    chmodSync(folder, 0o700);
  });

  test('takes away what a run that was killed left, and not what a running one is writing', async () => {
    writeFileSync(at(`.a.txt.${NOBODY}.part`), 'half');
    writeFileSync(at('.b.txt.1.part'), 'of a process that runs');
    await writeFiles(folder, [['a.txt', 'whole']]);
    expect(readdirSync(folder).sort()).toEqual(['.b.txt.1.part', 'a.txt']);
  });
});

describe('the mark of a process at work', () => {
  test.each(['', String(NOBODY)])('that died (%j) binds nobody', async (signed) => {
    writeFileSync(at('mark'), signed);
    expect(await alone(at('mark'), async () => 'done')).toBe('done');
    expect(existsSync(at('mark'))).toBe(false);
  });

  test('keeps others waiting until the work is done, also when it fails', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push(`${name} out`);
      if (name === 'a') throw new Error('a fails');
    };
    const results = await Promise.allSettled([alone(at('mark'), work('a')), alone(at('mark'), work('b'))]);
    // Who is first is chance.
    expect([order.slice(0, 2), order.slice(2)].sort()).toEqual([
      ['a in', 'a out'],
      ['b in', 'b out'],
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

describe('reading', () => {
  const meta = { sourceId: 'a', path: 'a.txt', title: null, publisher: null, url: null, collectedOn: null };
  const readAll = async (found: Parameters<typeof readSources>[0]) => {
    for await (const _ of readSources(found, async () => new Uint8Array()));
  };

  test('a file that vanished after it was found', async () => {
    await expect(readAll([{ meta, file: at('a.txt') }])).rejects.toThrow(
      'a.txt: cannot be read: no such file or folder',
    );
  });

  test('a file that is not the one that was compared with the manifest', async () => {
    writeFileSync(at('a.txt'), 'other');
    await expect(readAll([{ meta, file: at('a.txt'), sha256: '0'.repeat(64) }])).rejects.toThrow(
      'changed while it was being read',
    );
  });
});

describe('several at once', () => {
  const started = (...args: readonly string[]): Promise<number | null> =>
    new Promise((resolve) => {
      spawn(process.execPath, [BIN, ...args], { cwd: folder, stdio: 'ignore' }).on('exit', resolve);
    });

  test('four enter sources into one corpus, and all four are in it', async () => {
    expect((await run(folder, ['init'])).code).toBe(0);
    const years = [2021, 2022, 2023, 2024];
    for (const year of years) writeFileSync(at(`${year}.txt`), report('云溪县', year));
    await Promise.all(years.map((year) => run(folder, ['add', `${year}.txt`, '--id', `y${year}`])));
    const manifest = parseManifest('manifest.yaml', readFileSync(at('corpus', 'manifest.yaml'), 'utf8'));
    expect(manifest.sources.map((one) => one.source_id).sort()).toEqual(years.map((year) => `y${year}`));
    expect((await run(folder, ['audit', 'corpus', '--fail-on', 'never'])).code).toBe(0);
  });

  test('two audits write into one folder, and its tables are of one run', async () => {
    writeFileSync(at('a.txt'), report('云溪县', 2023));
    writeFileSync(at('b.txt'), report('云溪县', 2024));
    await Promise.all([started('audit', 'a.txt', '--out', 'out'), started('audit', 'b.txt', '--out', 'out')]);
    const { corpus_digest: digest } = JSON.parse(readFileSync(at('out', 'audit.json'), 'utf8'));
    expect(readFileSync(at('out', 'audit.md'), 'utf8')).toContain(digest.slice(0, 12));
    expect(readFileSync(at('out', 'audit.sarif'), 'utf8')).toContain(digest);
    expect(readdirSync(at('out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
