/** A disk that fills up in the middle of a run: it is said in one line, what stood there before stays whole, and the next run does the rest. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { report, run } from '../cli/support.ts';
import { leave, written } from './full-disk.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const BIN = join(HERE, '..', '..', 'bin', 'jiaokan.mjs');
/** Where in the writing of a whole run the disk is full: at once, on the way, and within its very last bytes. */
const PARTS = [0, 0.3, 0.6, 0.97] as const;
const LAST_BYTES = [40, 1] as const;
const FULL = /^jiaokan: [^\n]+: cannot be written: no space left on the disk\. Free some, then run this again\n$/u;

/** Many runs in one test, on whatever machine. */
const PATIENCE_MS = 300_000;

let home = '';
const at = (...parts: string[]): string => join(home, ...parts);

/** A corpus whose outputs are there, and which has changed since: each run has something to write. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'jiaokan-full-'));
  const year = async (one: number): Promise<void> => {
    writeFileSync(at(`${one}.txt`), report('云溪县', one));
    expect((await run(home, ['add', `${one}.txt`, '--id', `y${one}`])).code).toBe(0);
  };
  expect((await run(home, ['init'])).code).toBe(0);
  await year(2023);
  for (const args of Object.values(COMMANDS)) expect((await run(home, [...args])).code).toBeLessThan(2);
  await year(2024);
  writeFileSync(at('2025.txt'), report('云溪县', 2025));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
afterEach(() => leave());

const COMMANDS = {
  audit: ['audit', '--no-progress', '--out', 'out', '--index', 'index.gz', '--fail-on', 'never'],
  build: ['build', '--out', 'dist'],
  baseline: ['gate', '--update-baseline'],
} as const;

function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => !one.isDirectory());
  return new Map(
    files.map((one) => {
      const file = join(one.parentPath, one.name);
      return [relative(folder, file), readFileSync(file, 'latin1')];
    }),
  );
}

/** Runs something in a copy of the home, and gives what became of the copy. */
async function inCopy<T>(work: (folder: string) => Promise<T> | T): Promise<{ said: T; files: Map<string, string> }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-full-'));
  try {
    cpSync(home, folder, { recursive: true });
    const said = await work(folder);
    leave();
    return { said, files: contents(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const RUNS: readonly (readonly [string, readonly string[]])[] = [
  ['audit', COMMANDS.audit],
  ['build', COMMANDS.build],
  ['gate --update-baseline', COMMANDS.baseline],
  ['add', ['add', '2025.txt', '--id', 'y2025']],
];

describe.each(RUNS)('%s', (name, args) => {
  test('on a disk that is full sooner or later', { timeout: PATIENCE_MS }, async () => {
    const before = contents(home);
    const whole = await inCopy(async (folder) => {
      leave();
      const { code } = await run(folder, args);
      return { code, bytes: written() };
    });
    expect(whole.said.code).toBe(0);
    const all = whole.said.bytes;
    expect(all).toBeGreaterThan(500);
    for (const left of [...PARTS.map((part) => Math.floor(part * all)), ...LAST_BYTES.map((less) => all - less)]) {
      const { said, files } = await inCopy((folder) => {
        leave(left);
        return run(folder, args);
      });
      const where = `${name}, ${left} of ${all} bytes`;
      expect(said.code, where).toBe(2);
      expect(said.err, where).toMatch(FULL);
      for (const [file, bytes] of files) {
        const isOld = before.get(file) === bytes;
        // The index is written when the pages are there.
        const isFinished = /^out[\\/]/u.test(file) && whole.files.get(file) === bytes;
        expect(isOld || isFinished, `${where}: ${file}`).toBe(true);
      }
      expect([...before.keys()].filter((file) => !files.has(file))).toEqual([]);
    }
  });
});

test('the next run, with room, makes all that the first would have made', async () => {
  const whole = await inCopy((folder) => run(folder, COMMANDS.build));
  const mended = await inCopy(async (folder) => {
    leave(100_000);
    expect((await run(folder, COMMANDS.build)).code).toBe(2);
    leave();
    return run(folder, COMMANDS.build);
  });
  expect(mended.said.code).toBe(0);
  expect(mended.files).toEqual(whole.files);
});

describe('processes of their own', () => {
  const started = (folder: string, args: readonly string[], left: number | null) => {
    const said = spawnSync(process.execPath, ['--import', join(HERE, 'full-disk.mjs'), BIN, 'audit', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        // What a first start keeps of the program is no part of what a run writes.
        NODE_DISABLE_COMPILE_CACHE: '1',
        WRITTEN_TO: `${folder}.bytes`,
        ...(left === null ? {} : { FREE_BYTES: `${left}` }),
      },
    });
    const bytes = Number(readFileSync(`${folder}.bytes`, 'utf8'));
    rmSync(`${folder}.bytes`);
    return { code: said.status, err: said.stderr, bytes };
  };

  test.each([
    ['tables alone', ['--tables', '--out', 'out', '--jobs', '1'], [0.02, 0.5, 0.7]],
    ['what is kept of each source', ['--cache', 'kept', '--jobs', '1', '--no-progress'], [0.7]],
  ])('threads that write %s', { timeout: PATIENCE_MS }, async (_, args, parts) => {
    const before = contents(home);
    const whole = await inCopy((folder) => started(folder, args, null));
    expect(whole.said.code).toBeLessThan(2);
    for (const part of parts) {
      const { said, files } = await inCopy((folder) => started(folder, args, Math.floor(part * whole.said.bytes)));
      expect(said.code, `${part}`).toBe(2);
      expect(said.err, `${part}`).toMatch(FULL);
      for (const [file, bytes] of before) expect(files.get(file), file).toBe(bytes);
      expect([...files.keys()].filter((file) => !before.has(file) && !whole.files.has(file))).toEqual([]);
    }
  });

  test.runIf(existsSync('/dev/full'))('an answer that standard output has no room for', () => {
    const full = join(home, 'full');
    symlinkSync('/dev/full', full);
    const said = spawnSync('sh', ['-c', `"$0" "$1" rules > full`, process.execPath, BIN], {
      cwd: home,
      encoding: 'utf8',
    });
    rmSync(full);
    expect(said.status).toBe(2);
    expect(said.stderr).toMatch(/^jiaokan: standard output cannot be written: no space left on the disk/u);
  });
});
