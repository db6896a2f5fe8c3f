/**
 * `npm run test:spark`: audits made reports on Apache Spark with executors of their own, kills one of them in the middle, and holds
 * every table against that of one machine. Needs Python 3 and Java 17; pyspark is installed into node_modules/.cache (or $JIAOKAN_SPARK).
 *   --reports N   how many reports (default 2000)
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generated, placesOf } from './bench/generate.mjs';
import { buildIfNeeded, installIfNeeded, ROOT } from './lib/checkout.mjs';

const PYSPARK = 'pyspark==3.5.5';
/** Two executors of one processor and 1 GiB, each a process of its own. */
const MASTER = 'local-cluster[2,1,1024]';

const { values: flags } = parseArgs({ options: { reports: { type: 'string', default: '2000' } } });

for (const [tool, ask] of [
  ['python3', ['--version']],
  ['java', ['-version']],
]) {
  if (spawnSync(tool, ask).status !== 0) {
    process.stderr.write(`test:spark cannot run: ${tool} is not here\n`);
    process.exit(2);
  }
}
installIfNeeded({ quiet: true });
buildIfNeeded({ quiet: true });
const python = environment();
const work = mkdtempSync(join(tmpdir(), 'jiaokan-spark-'));
try {
  process.exitCode = await prove();
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** A virtual environment with pyspark, made once. */
function environment() {
  const folder = process.env.JIAOKAN_SPARK ?? join(ROOT, 'node_modules', '.cache', 'jiaokan-spark');
  const inside = join(folder, 'bin', 'python');
  if (spawnSync(inside, ['-c', 'import pyspark']).status === 0) return inside;
  say(`installing ${PYSPARK}`);
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(inside, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', PYSPARK], { stdio: 'inherit' });
  return inside;
}

async function prove() {
  const count = Number(flags.reports);
  const places = placesOf(join(ROOT, 'rules/vocabulary/divisions.csv'));
  for (let index = 0; index < count; index++) {
    const { id, text } = generated(index, places, 4);
    mkdirSync(join(work, 'in', dirname(id)), { recursive: true });
    writeFileSync(join(work, 'in', id), text);
  }
  const jiaokan = [process.execPath, join(ROOT, 'bin', 'jiaokan.mjs')];
  say(`${count} reports on one machine`);
  const alone = spawnSync(jiaokan[0], [jiaokan[1], 'audit', 'in', '--tables', '--out', 'alone', '--fail-on', 'never'], {
    cwd: work,
    encoding: 'utf8',
  });
  if (alone.status !== 0) throw new Error(`the audit ended with ${alone.status}: ${alone.stderr}`);
  say('the same on Spark, one executor killed in the middle');
  const killed = await onSpark(jiaokan.join(' '));
  if (killed === null) throw new Error('no executor was killed: the run was over before one was at work');
  say(`executor ${killed} was killed while it read`);
  const compared = spawnSync(python, [join(ROOT, 'integrations/spark/compare.py'), 'alone', 'spark'], {
    cwd: work,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (compared.status !== 0) process.stderr.write(compared.stderr.slice(-4000));
  say(compared.status === 0 ? 'all tables hold the same rows' : 'the tables differ');
  return compared.status === 0 ? 0 : 1;
}

/** Runs the driver; gives the process id of the executor that was killed, or null. */
function onSpark(jiaokan) {
  const args = ['--input', join(work, 'in'), '--out', join(work, 'spark'), '--path-prefix', 'in/', '--partitions', '8'];
  const driver = spawn(python, [join(ROOT, 'integrations/spark/jiaokan_spark.py'), ...args, '--jiaokan', jiaokan], {
    cwd: work,
    stdio: ['ignore', 'inherit', 'pipe'],
    env: {
      ...process.env,
      PYSPARK_PYTHON: python,
      PYSPARK_SUBMIT_ARGS: `--master ${MASTER} --driver-memory 1g --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=4 pyspark-shell`,
      SPARK_LOCAL_DIRS: join(work, 'local'),
      SPARK_LOCAL_IP: '127.0.0.1',
    },
  });
  let said = '';
  driver.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-6000);
  });
  let killed = null;
  const watching = setInterval(() => {
    if (killed !== null) return;
    const reader = offspring(driver.pid).find(
      ({ command }) => command.includes('stream map') && !command.includes('java'),
    );
    const executor =
      reader && ancestors(reader.pid).find(({ command }) => command.includes('CoarseGrainedExecutorBackend'));
    if (!executor) return;
    // A process of this run's own, found among the offspring of the driver that it started.
    process.kill(executor.pid, 'SIGKILL');
    killed = executor.pid;
  }, 500);
  return new Promise((resolve, reject) => {
    driver.on('exit', (code) => {
      clearInterval(watching);
      if (code === 0) resolve(killed);
      else reject(new Error(`the driver ended with ${code}:\n${said}`));
    });
  });
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command }];
      } catch {
        return [];
      }
    });
}

function offspring(root) {
  if (!existsSync('/proc')) return [];
  const all = processes();
  const found = new Set([root]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

function ancestors(from) {
  const all = new Map(processes().map((one) => [one.pid, one]));
  const line = [];
  for (let at = all.get(from); at; at = all.get(at.parent)) line.push(at);
  return line;
}

function say(words) {
  process.stdout.write(`${words}\n`);
}
