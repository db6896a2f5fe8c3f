import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../../src/node/folder.ts';

const root = mkdtempSync(path.join(tmpdir(), 'jiaokan-folder-'));
afterAll(() => rmSync(root, { recursive: true }));

test('a folder is made with those above it, also by several at once, and one that is there stays', async () => {
  const deep = path.join(root, 'a/b/c');
  await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(path.join(root, 'a/b/d'))]);
  await makeFolder(deep);
  expect(existsSync(deep)).toBe(true);
});

test('below a file no folder is made', async () => {
  const file = path.join(root, 'file');
  writeFileSync(file, '');
  await expect(makeFolder(path.join(file, 'below'))).rejects.toThrow(/ENOTDIR|ENOENT/u);
  await expect(makeFolder(file)).rejects.toThrow(/EEXIST/u);
});

// There making a folder fails as if /proc did not exist: whoever makes it first and asks again never ends.
test.runIf(process.platform === 'linux' && existsSync('/proc/self'))(
  'where a system takes no folders it ends',
  async () => {
    await expect(makeFolder('/proc/jiaokan/data')).rejects.toThrow(/ENOENT/u);
  },
);
