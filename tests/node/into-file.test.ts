/** What is left of a file that could not be written: nothing that comes after its folder is gone. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { intoFile } from '../../src/node/into-file.ts';

// biome-ignore lint/correctness/useYield: what fails before it gives anything
async function* failing(): AsyncGenerator<string> {
  throw new Error('no rows');
}

test('files are closed when the failure is told: nothing is under way that would make one later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-into-'));
  const files = Array.from({ length: 64 }, (_, at) => join(folder, String(at)));
  const made: unknown[] = [];
  for (const file of files) {
    made.push(
      await intoFile(file, Readable.from(failing())).catch((error: Error) => [error.message, existsSync(file)]),
    );
  }
  expect(made).toEqual(files.map(() => ['no rows', true]));
  rmSync(folder, { recursive: true });
});

test('a folder that is not there is told', async () => {
  await expect(intoFile(join(tmpdir(), 'jiaokan-none', 'table'), Readable.from(['a']))).rejects.toThrow('ENOENT');
});

test('what comes is written, through what stands between', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-into-'));
  const file = join(folder, 'lines.gz');
  await intoFile(file, Readable.from(['one\n', 'two\n']), createGzip());
  expect(gunzipSync(readFileSync(file)).toString()).toBe('one\ntwo\n');
  rmSync(folder, { recursive: true });
});
