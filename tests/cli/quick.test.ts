import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadQuickly } from '../../bin/quick.cjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiaokan-quick-'));
  vi.stubEnv('NODE_V8_COVERAGE', '');
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const file = () => path.join(folder, 'program.cjs');
const kept = () => readdirSync(path.join(folder, 'kept')).map((name) => path.join(folder, 'kept', name));

function write(answer: string): void {
  const body = `exports.answer = function answer() { return require('node:path').join(__dirname, '${answer}'); };`;
  writeFileSync(file(), `(function (exports, require, module, __filename, __dirname) {${body}\n})\n`);
}

/** Starts the program as `bin/jiaokan.cjs` does. @returns what it answers */
function start(command = 'audit'): unknown {
  const loaded = loadQuickly(file(), command);
  const answer: unknown = Object(loaded?.program).answer();
  loaded?.keep();
  return answer;
}

describe('a program in one file', () => {
  test('finds what lies beside it, at the first start and at those after it', () => {
    write('one');
    expect([start(), start(), start()]).toEqual(Array(3).fill(path.join(folder, 'one')));
  });

  test('can ask for a package that a person may have or not', async () => {
    const body = `exports.answer = () => [__import('node:path'), __import('no-such-package-at-all')];`;
    writeFileSync(file(), `(function (exports, require, module, __filename, __dirname, __import) {${body}\n})\n`);
    const [there, absent] = await Promise.allSettled(Object(start()));
    expect(there).toMatchObject({ status: 'fulfilled', value: { sep: path.sep } });
    expect(absent).toMatchObject({ status: 'rejected', reason: { code: 'ERR_MODULE_NOT_FOUND' } });
  });

  test('is kept once for a command, and is not written again', () => {
    write('one');
    start();
    const [first = ''] = kept();
    const before = statSync(first).ino;
    start();
    expect(statSync(first).ino).toBe(before);
    start('gate');
    expect(kept()).toHaveLength(2);
  });

  test('that was changed answers what it says now, though it is as long as before', () => {
    write('one');
    start();
    write('two');
    expect(start()).toBe(path.join(folder, 'two'));
    expect(start()).toBe(path.join(folder, 'two'));
  });

  const damages: [what: string, damage: (bytes: Buffer) => Buffer][] = [
    ['is empty', () => Buffer.alloc(0)],
    ['was cut', (bytes) => bytes.subarray(0, bytes.length - 7)],
    [
      'has one other byte',
      (bytes) => Buffer.concat([bytes.subarray(0, 200), Buffer.from([1, 2, 3]), bytes.subarray(203)]),
    ],
    ['is something else', () => Buffer.from('nothing of ours'.repeat(20))],
  ];
  test.each(damages)('runs when what was kept %s, and is kept anew', (_what, damage) => {
    write('one');
    start();
    const [place = ''] = kept();
    const damaged = damage(readFileSync(place));
    writeFileSync(place, damaged);
    expect(start()).toBe(path.join(folder, 'one'));
    expect(readFileSync(place).equals(damaged)).toBe(false);
    expect(start()).toBe(path.join(folder, 'one'));
  });

  test('runs where nothing can be kept', () => {
    write('one');
    writeFileSync(path.join(folder, 'kept'), 'a file where the folder would be');
    expect([start(), start()]).toEqual(Array(2).fill(path.join(folder, 'one')));
  });

  test.each(['NODE_DISABLE_COMPILE_CACHE', 'NODE_V8_COVERAGE'])('keeps nothing with %s', (name) => {
    vi.stubEnv(name, '1');
    write('one');
    expect(start()).toBe(path.join(folder, 'one'));
    expect(readdirSync(folder)).toEqual(['program.cjs']);
  });

  test('leaves what another version of Node kept behind', () => {
    write('one');
    start();
    const [place = ''] = kept();
    writeFileSync(place.replace(process.version, 'v1.2.3'), 'old');
    start('gate');
    expect(kept().filter((name) => name.includes('v1.2.3'))).toEqual([]);
  });
});

test('a program that was never put into one file is loaded in another way', () => {
  expect(loadQuickly(path.join(folder, 'none.cjs'), 'audit')).toBeNull();
});
