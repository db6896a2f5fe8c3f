/** Nothing is fetched at run time: the program runs with every way to the network shut. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

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
