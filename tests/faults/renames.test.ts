/** A file that cannot be put in its place (held open by another program, no inode left for the folder): each file is the old or the new one, whole. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { report, run } from '../cli/support.ts';

const { rename, mkdir, writeFile } = promises;
let home = '';

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'jiaokan-renames-'));
  expect((await run(home, ['init'])).code).toBe(0);
  for (const year of [2023, 2024]) {
    writeFileSync(join(home, `${year}.txt`), report('云溪县', year));
    expect((await run(home, ['add', `${year}.txt`, '--id', `y${year}`])).code).toBe(0);
    if (year === 2023) for (const args of COMMANDS) expect((await run(home, args)).code).toBe(0);
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
afterEach(mend);

const COMMANDS: readonly (readonly string[])[] = [
  ['build', '--out', 'dist'],
  ['audit', '--no-progress', '--out', 'out', '--fail-on', 'never'],
  ['gate', '--update-baseline'],
];

function mend(): void {
  Object.assign(promises, { rename, mkdir, writeFile });
  syncBuiltinESMExports();
}

function failing(code: string, call: string): Error {
  return Object.assign(new Error(`${code}: ${call}`), { code, syscall: call });
}

/** The renaming after so many fails. @returns how many there were */
function failAfter(most: number): () => number {
  let count = 0;
  promises.rename = async (from, to) => {
    if (count >= most) throw failing('EBUSY', 'rename');
    count += 1;
    await rename(from, to);
  };
  syncBuiltinESMExports();
  return () => count;
}

/** No file or folder more, as on a disk without inodes: bytes are free and a file that is there can be written. */
function failMaking(): void {
  promises.mkdir = async () => {
    throw failing('ENOSPC', 'mkdir');
  };
  promises.writeFile = async () => {
    throw failing('ENOSPC', 'open');
  };
  syncBuiltinESMExports();
}

function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map((one) => {
      const file = join(one.parentPath, one.name);
      return [relative(folder, file), readFileSync(file, 'latin1')];
    }),
  );
}

async function inCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-renames-'));
  try {
    cpSync(home, folder, { recursive: true });
    return await work(folder);
  } finally {
    mend();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(COMMANDS.map((args) => ({ name: args[0], args })))('$name', ({ args }) => {
  test('when a file cannot be put in its place', { timeout: 120_000 }, async () => {
    const before = contents(home);
    const whole = await inCopy(async (folder) => {
      const counted = failAfter(Number.POSITIVE_INFINITY);
      expect((await run(folder, args)).code).toBe(0);
      return { files: contents(folder), renamed: counted() };
    });
    expect(whole.renamed).toBeGreaterThan(0);
    for (const most of new Set([0, Math.floor(whole.renamed / 2), whole.renamed - 1])) {
      await inCopy(async (folder) => {
        failAfter(most);
        const said = await run(folder, args);
        const where = `after ${most} of ${whole.renamed}`;
        expect(said.code, where).toBe(2);
        expect(said.err, where).toMatch(/^jiaokan: [^\n]+: cannot be written: [^\n]+\n$/u);
        for (const [file, bytes] of contents(folder)) {
          const known = [before.get(file), whole.files.get(file)];
          expect(known.includes(bytes), `${where}: ${file}`).toBe(true);
        }
        mend();
        expect((await run(folder, args)).code, where).toBe(0);
        expect(contents(folder), where).toEqual(whole.files);
      });
    }
  });

  test('when no file can be made', async () => {
    const before = contents(home);
    await inCopy(async (folder) => {
      failMaking();
      const said = await run(folder, args);
      mend();
      expect(said.code).toBe(2);
      expect(said.err).toMatch(/^jiaokan: [^\n]+: cannot be written: no space left on the disk[^\n]*\n$/u);
      expect(contents(folder)).toEqual(before);
    });
  });
});
