/** Nothing is fetched at run time: the program runs with every way to the network shut. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { report } from '../cli/support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jiaokan-network-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Loaded before the program: whoever opens a socket or asks for a name ends the process with 99. */
const SHUT = `
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';
const refuse = (what) => () => { process.stderr.write('network: ' + what); process.exit(99); };
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
dgram.createSocket = refuse('datagram');
dns.lookup = refuse('lookup');
globalThis.fetch = refuse('fetch');
syncBuiltinESMExports();
`;

/** A program that runs command lines one after another and prints what each ended with. */
const EACH = (lines: readonly (readonly string[])[]): string => `
import { main } from ${JSON.stringify(pathToFileURL(join(ROOT, 'build', 'cli', 'main.js')).href)};
import pc from ${JSON.stringify(import.meta.resolve('picocolors'))};
const quiet = () => {};
const window = { cwd: process.cwd(), out: quiet, err: quiet, stdin: async () => new Uint8Array(), columns: null, colors: pc.createColors(false), progress: null };
const ended = [];
for (const line of ${JSON.stringify(lines)}) ended.push([line[0], await main(line, window)]);
process.stdout.write(JSON.stringify(ended));
`;

describe('no network', () => {
  writeFileSync(join(folder, 'shut.mjs'), SHUT);
  const jiaokan = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['--import', pathToFileURL(join(folder, 'shut.mjs')).href, join(ROOT, 'bin', 'jiaokan.mjs'), ...args],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );

  test('is asked for by audit with all its outputs', () => {
    const { status, stderr } = jiaokan(
      'audit',
      'corpus',
      '--out',
      join(folder, 'out'),
      '--fail-on',
      'never',
      '--no-progress',
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  test.each([[['verify', 'dist-data']], [['explain', 'figures/growth']], [['rules']]])('is asked for by %j', (args) => {
    expect(jiaokan(...args).stderr).not.toContain('network:');
  });

  test('is asked for while a corpus is made, audited, gated, built, shown and compared', () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    for (const year of [2023, 2024]) writeFileSync(join(home, `${year}.txt`), report('云溪县', year));
    const lines = [
      ['init'],
      ['add', '2023.txt', '2024.txt'],
      ['gate', '--update-baseline'],
      ['build', '--formats', 'parquet'],
      ['show', '2023.txt'],
      ['diff', '2023.txt', '2024.txt'],
      ['vocabulary', 'gaps', '2023.txt'],
    ];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', pathToFileURL(join(folder, 'shut.mjs')).href, '--input-type=module', '-e', EACH(lines)],
      { cwd: home, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
    const codes: readonly [string, number][] = JSON.parse(stdout);
    expect(codes.map(([name]) => name)).toEqual(lines.map(([name]) => name));
    expect(codes.filter(([, code]) => code === 2)).toEqual([]);
    expect(readdirSync(home)).toEqual(expect.arrayContaining(['corpus', 'dist-data', 'reports']));
  });

  test('and the shut door shuts', () => {
    const code = "import net from 'node:net'; net.connect(9, '127.0.0.1');";
    const { status } = spawnSync(process.execPath, [
      '--import',
      pathToFileURL(join(folder, 'shut.mjs')).href,
      '--input-type=module',
      '-e',
      code,
    ]);
    expect(status).toBe(99);
  });

  test('no file of src names a module of the network', () => {
    const named = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /'(?:node:)?(?:https?|net|tls|dgram|dns|http2)'|\bfetch\(/u.test(readFileSync(file, 'utf8')));
    expect(named).toEqual([]);
  });
});
