/**
 * `npm run test:nodes`: other major versions of Node must give the same bytes. Each is fetched from the npm registry into
 * node_modules/.cache, then reads the rules and their examples, makes the dataset and the whole audit of the corpus again,
 * and is held against what this version gives. Exit 2 where none of them can be had for this machine.
 *   --tests   runs the whole test suite under each of them as well (minutes)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded, installIfNeeded, ROOT } from './lib/checkout.mjs';

const VERSIONS = ['20.20.2', '22.23.3', '24.21.0'];
const CACHE = join(ROOT, 'node_modules', '.cache', 'jiaokan-nodes');

/** What the registry calls this machine. */
const MACHINE = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const { values: flags } = parseArgs({ options: { tests: { type: 'boolean', default: false } } });
installIfNeeded({ quiet: true });
buildIfNeeded({ quiet: true });
const work = mkdtempSync(join(tmpdir(), 'jiaokan-nodes-'));
try {
  process.exitCode = compare();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function compare() {
  const mine = auditBy(process.execPath, 'this');
  const others = VERSIONS.filter((version) => majorOf(version) !== majorOf(process.versions.node));
  let held = 0;
  let failed = 0;
  for (const version of others) {
    const node = binaryOf(version);
    if (node === null) {
      say(`Node ${version} cannot be had for ${MACHINE}: left out`);
      continue;
    }
    held += 1;
    const faults = [...faultsOf(node, version, mine), ...(flags.tests ? testsUnder(node) : [])];
    failed += faults.length > 0 ? 1 : 0;
    say(
      faults.length > 0
        ? `Node ${version}: ${faults.join('; ')}`
        : `Node ${version}: the same bytes as ${process.version}`,
    );
  }
  if (held === 0) return 2;
  return failed === 0 ? 0 : 1;
}

/** What a version does otherwise, in words; nothing when all is well. */
function faultsOf(node, version, mine) {
  const commands = [
    ['rules', 'test'],
    ['build', '--check'],
    ['verify', 'dist-data'],
  ];
  const broken = commands
    .filter((args) => jiaokan(node, args).status !== 0)
    .map((args) => `jiaokan ${args.join(' ')} fails`);
  const theirs = auditBy(node, version);
  const differing = [...new Set([...mine.keys(), ...theirs.keys()])].filter(
    (name) => mine.get(name) !== theirs.get(name),
  );
  return [...broken, ...differing.map((name) => `${name} differs`)];
}

/** SHA-256 of each file of a whole audit of the corpus. */
function auditBy(node, name) {
  const out = join(work, name);
  const told = jiaokan(node, ['audit', 'corpus', '--tables', '--out', out, '--fail-on', 'never']);
  if (told.status !== 0) return new Map([[`audit: exit ${told.status}, ${String(told.stderr).slice(0, 200)}`, '']]);
  // A setting of bin/patience.cjs that this line of V8 does not know.
  if (String(told.stderr).includes('unrecognized flag')) return new Map([['V8 refuses a setting', '']]);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(out.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

function jiaokan(node, args) {
  return spawnSync(node, [join(ROOT, 'bin', 'jiaokan.mjs'), ...args], { cwd: ROOT, maxBuffer: 1 << 26 });
}

function testsUnder(node) {
  const told = spawnSync(node, [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return told.status === 0 ? [] : ['tests fail'];
}

/** The program of a version, fetched once; null where the registry has none for this machine. */
function binaryOf(version) {
  const folder = join(CACHE, version);
  const found = join(folder, 'node_modules', `node-${MACHINE}`, 'bin', 'node');
  if (existsSync(found)) return found;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const wanted = `node-${MACHINE}@${version}`;
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  spawnSync(command, [...first, 'install', '--no-audit', '--no-fund', '--ignore-scripts', wanted], {
    cwd: folder,
    stdio: 'ignore',
  });
  return existsSync(found) ? found : null;
}

function majorOf(version) {
  return version.split('.', 1)[0];
}

function say(words) {
  process.stdout.write(`${words}\n`);
}
