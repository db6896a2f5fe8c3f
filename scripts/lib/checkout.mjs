/**
 * Makes a checkout ready: dependencies installed, sources built. Runs before any dependency is there,
 * so it uses nothing but Node itself.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout or of the installed package. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const STAMP = join(ROOT, 'build', '.built');
const READY = join(ROOT, 'build', 'rules.json');
const VALIDATORS = join(ROOT, 'build', 'validators.cjs');
const START = join(ROOT, 'build', 'start', 'jiaokan.cjs');
const BUNDLE = join(ROOT, 'scripts', 'lib', 'bundle.mjs');
const LOCK = join(ROOT, 'build', '.building');
const LOCK_PATIENCE_MS = 120_000;

/** A step that failed, with what it printed. */
export class StepError extends Error {}

/** Installs what the lockfile says when node_modules is missing or older than it. */
export function installIfNeeded({ quiet = false } = {}) {
  const installed = modified(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed >= modified(join(ROOT, 'package-lock.json'))) return;
  if (!quiet) process.stderr.write('Installing dependencies (npm ci) …\n');
  // npm is found through the running npm where there is one: that works on Windows too.
  const npm = process.env.npm_execpath;
  // `npm run -s` hands its silence on: a failure must say why all the same.
  const ci = ['ci', '--loglevel=error'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...ci]] : ['npm', ci];
  run(command, args, 'npm ci');
  // npm may leave the times of an unpacked cache: the mark must not be older than the lockfile.
  const mark = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(mark)) utimesSync(mark, new Date(), new Date());
}

/** Compiles src/ into build/ when something in it is newer than the last build, and reads rules/ when something there is. */
export function buildIfNeeded({ quiet = false } = {}) {
  if (!isStale() && !isUnread()) return;
  locked(() => {
    if (isStale()) compile({ quiet });
    else if (isUnread()) readRules();
  });
}

/** Compiles src/ and reads rules/, whatever is there. */
export function build() {
  locked(() => compile({ quiet: false }));
}

function compile({ quiet }) {
  if (!quiet) process.stderr.write('Building (tsc) …\n');
  const started = new Date();
  run(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], 'tsc');
  run(process.execPath, [join(ROOT, 'scripts', 'lib', 'ready-validators.mjs'), VALIDATORS], 'writing the validators');
  mkdirSync(dirname(START), { recursive: true });
  run(process.execPath, [BUNDLE, START], 'putting the program into one file');
  readRules();
  writeFileSync(STAMP, '');
  utimesSync(STAMP, started, started);
}

function readRules() {
  const started = new Date();
  run(process.execPath, [join(ROOT, 'scripts', 'lib', 'ready-rules.mjs'), READY], 'reading the rules');
  utimesSync(READY, started, started);
}

function isStale() {
  const built = modified(STAMP);
  if (built === 0) return true;
  const inputs = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/lib/bundle.mjs'].map((name) =>
    modified(join(ROOT, name)),
  );
  return Math.max(newest(join(ROOT, 'src')), ...inputs) > built;
}

function isUnread() {
  return newest(join(ROOT, 'rules')) > modified(READY);
}

/** Two commands started at once must not write build/ at once. */
function locked(work) {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  while (!take()) {
    if (Date.now() > deadline) rmSync(LOCK, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function take() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function run(command, args, name) {
  // Most starts have nothing to run.
  const { spawnSync } = createRequire(import.meta.url)('node:child_process');
  const done = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.error) throw new StepError(`${name} could not be started: ${done.error.message}`);
  if (done.status !== 0) throw new StepError(`${name} failed:\n${done.stdout}${done.stderr}`);
}

/** Newest modification below a folder, folders included: a file that was taken away shows there. */
function newest(folder) {
  let latest = modified(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : modified(path));
  }
  return latest;
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
