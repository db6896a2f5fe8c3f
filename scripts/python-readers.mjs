/**
 * `npm run test:python [FOLDER]`: reads a dataset folder (default: dist-data) with the Python libraries that its card names, and has
 * the validators of Croissant and Data Package look at it. They are installed, at pinned versions, into a virtual environment of
 * its own (build/python). Python is not needed for anything else; where it is missing, that is said and nothing is checked.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './lib/checkout.mjs';

const VENV = join(ROOT, 'build', 'python');
const STAMP = join(VENV, 'requirements.txt');
const REQUIREMENTS = join(ROOT, 'tests', 'python', 'requirements.txt');

process.exitCode = main(resolve(process.argv[2] ?? join(ROOT, 'dist-data')));

function main(folder) {
  if (spawnSync('python3', ['--version']).status !== 0) {
    process.stdout.write('Python is not here: nothing was read.\n');
    return 2;
  }
  if (!installed() && !install()) return 2;
  const env = { ...process.env, HF_HUB_OFFLINE: '1', HF_HOME: join(VENV, 'cache'), PYTHONDONTWRITEBYTECODE: '1' };
  const python = join(VENV, 'bin', 'python');
  return (
    spawnSync(python, [join(ROOT, 'tests', 'python', 'read_dataset.py'), folder], { env, stdio: 'inherit' }).status ?? 2
  );
}

function installed() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === readFileSync(REQUIREMENTS, 'utf8');
}

function install() {
  process.stderr.write('Installing the Python readers …\n');
  const done =
    spawnSync('python3', ['-m', 'venv', VENV], { stdio: 'inherit' }).status === 0 &&
    spawnSync(join(VENV, 'bin', 'pip'), ['install', '--quiet', '-r', REQUIREMENTS], { stdio: 'inherit' }).status === 0;
  if (done) writeFileSync(STAMP, readFileSync(REQUIREMENTS));
  return done;
}
