/**
 * `npm run bench -- --reconcile 1k,10k --jobs 1,2`: reconciling alone. Facts are made (bench/facts.mjs) and put away on disk as a run into
 * tables does, which is not timed but for the keys and for what the checks say of one report alone; then a fresh process for each number
 * of threads reconciles them, until the rows of the checks lie on disk.
 */
import '../../bin/patience.cjs';
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { ROOT } from '../lib/checkout.mjs';
import { factsFrom } from './facts.mjs';

/** Reports that one file of small rows holds. */
const BATCH = 500;
const HEAP = ['--min-semi-space-size=64', '--max-semi-space-size=128', '--max-old-space-size=12000'];

/** One run for each number of reports and of threads. @param folder real reports whose words and density are taken */
export function measureReconcile(sizes, threads, folder, say) {
  return sizes.flatMap((reports) => {
    const place = mkdtempSync(join(tmpdir(), 'jiaokan-reconcile-'));
    try {
      say(`${reports} reports: making their facts`);
      const made = child(['make', place, String(reports), folder]);
      return threads.map((jobs) => {
        say(`${reports} reports: reconciling, threads: ${jobs}`);
        return { reports, jobs, ...made, ...child(['run', place, String(jobs)]) };
      });
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
}

/** The runs as rows for a table, a head in front. */
export function reconcileRows(runs) {
  const head = [
    'reports',
    'threads',
    'facts',
    'checks',
    'broken',
    'CPU s keys',
    'CPU s',
    's',
    'CPU ms/report',
    'peak MiB',
    'kB/report',
    'yardstick ms',
  ];
  return [
    head,
    ...runs.map((run) => [
      String(run.reports),
      String(run.jobs),
      String(run.facts),
      String(run.checks),
      String(run.broken),
      run.keySeconds.toFixed(1),
      run.cpuSeconds.toFixed(1),
      run.seconds.toFixed(1),
      (((run.keySeconds + run.cpuSeconds) * 1000) / run.reports).toFixed(2),
      String(Math.round(run.rssMiB)),
      ((run.rssMiB * 1048.576) / run.reports).toFixed(1),
      String(run.yardstickMs),
    ]),
  ];
}

function child(args) {
  const self = fileURLToPath(import.meta.url);
  const done = spawnSync(process.execPath, [...HEAP, self, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`${args[0]} failed`);
  return JSON.parse(done.stdout.trim().split('\n').at(-1));
}

async function rulesHere() {
  const { rulesWith } = await import('../../build/node/rules.js');
  return rulesWith(null, ROOT);
}

const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** In a process of its own: makes facts and puts them away. */
async function make([place, count, folder]) {
  const { readSource } = await import('../../build/source/read.js');
  const { FactFile } = await import('../../build/node/scale/fact-file.js');
  const { keyringOf } = await import('../../build/corpus/checks.js');
  const rules = await rulesHere();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const known = files.flatMap((path) => {
    const meta = { sourceId: path, path, title: null, publisher: null, url: null, collectedOn: null };
    return [...readSource(new Uint8Array(readFileSync(path)), meta, rules).facts];
  });
  const source = factsFrom(known, rules.vocabulary.divisions.all);
  const keyring = keyringOf(rules);
  const total = { facts: 0, keySeconds: 0 };
  const counting = (work) => (report) => {
    const before = processorSeconds();
    const done = work(report);
    total.keySeconds += processorSeconds() - before;
    return done;
  };
  const timed = {
    keysOf: counting((report) => keyring.keysOf(report)),
    outcomesWithin: counting((report) => keyring.outcomesWithin(report)),
  };
  const file = new FactFile(place, 0, timed);
  for (let from = 0; from < Number(count); from += BATCH) {
    const rows = [];
    for (let index = from; index < Math.min(from + BATCH, Number(count)); index++) {
      const report = source.report(index);
      total.facts += report.facts.length;
      rows.push(file.add(report));
    }
    writeFileSync(join(place, `small-${String(from).padStart(8, '0')}`), serialize(rows));
  }
  return total;
}

/** In a process of its own: reconciles what was put away. */
async function run([place, jobs]) {
  const { FactShelf } = await import('../../build/node/scale/shelf.js');
  const { compareOnThreads, handsOf, standAmong } = await import('../../build/node/scale/divided.js');
  const { concluded, voicesOf } = await import('../../build/corpus/reconcile.js');
  const rules = await rulesHere();
  const shelf = new FactShelf(place);
  const away = readdirSync(place)
    .filter((name) => name.startsWith('small-'))
    .sort()
    .flatMap((name) => owned(deserialize(readFileSync(join(place, name)))));
  const lists = new Map(away.map(({ small, at }) => [small.reportId, at]));
  const reports = away.map((one) => shelf.report(one));
  const pool = await openThreads(place, Number(jobs), rules);
  await settle(place);
  const [started, before] = [performance.now(), processorSeconds()];
  const voices = voicesOf(reports, new Map());
  const hands = handsOf(pool);
  const { broken, rows } = await compareOnThreads(voices, await standAmong(voices, lists, rules, shelf, hands), hands);
  const { findings, pairs } = concluded(voices, broken, rules, new Set());
  const spent = { seconds: (performance.now() - started) / 1000, cpuSeconds: processorSeconds() - before };
  await pool.close();
  const rssMiB = process.resourceUsage().maxRSS / 1024;
  return {
    ...spent,
    rssMiB,
    checks: await countRows(place, rows),
    broken: broken.length,
    suspects: broken.filter(({ suspectFigureId }) => suspectFigureId !== null).length,
    findings: findings.length,
    pairs: pairs.length,
    yardstickMs: yardstick(),
  };
}

/**
 * Has the system hold the facts in memory, and be done with writing them: the disk is not what is measured. A run that makes its facts from
 * texts takes ten times as long to put them away, and they are written meanwhile.
 */
async function settle(place) {
  for (const name of readdirSync(place).filter((one) => one.startsWith('facts-'))) {
    const file = await open(join(place, name), 'r+');
    await file.sync();
    await file.close();
    for await (const _ of createReadStream(join(place, name), { highWaterMark: 2 ** 20 }));
  }
}

/** Threads as a run into tables has them when it comes to reconciling: the rules are loaded. Their files are beside those of the facts. */
async function openThreads(place, jobs, rules) {
  const { openPool } = await import('../../build/node/scale/workers.js');
  const settings = Array.from({ length: jobs }, (_, number) => ({
    ...{ ownRules: null, cwd: ROOT, rulesDigest: rules.digest, cache: null },
    spill: { folder: place, number: number + 1, facts: 'put-away' },
  }));
  const pool = openPool(settings);
  const nothing = {
    kind: 'share',
    share: { kind: 'compare', stand: NOTHING, way: 'places', reports: new Uint32Array(0) },
  };
  await pool.run(
    settings.map(() => nothing),
    1,
    () => {},
  );
  return pool;
}

const NOTHING = { lists: new Float64Array(0), groups: [], turns: { places: {}, years: {} } };

async function countRows(place, rows) {
  const { checkRowsOf } = await import('../../build/node/scale/check-rows.js');
  let count = 0;
  for (const _ of checkRowsOf(place, rows, () => {})) count++;
  return count;
}

/** Lists of their own: what `deserialize` gives are views of the whole message. */
function owned(rows) {
  return rows.map(({ digest, ...rest }) => ({
    ...rest,
    digest: { ...digest, smallest: digest.smallest.slice() },
  }));
}

/** Milliseconds of processor for a fixed loop, the best of five: how fast this machine was at the time. */
function yardstick() {
  const rounds = Array.from({ length: 5 }, () => {
    const before = processorSeconds();
    let sum = 0;
    for (let at = 0; at < 5e7; at++) sum = (Math.imul(sum, 31) + at) | 0;
    return (processorSeconds() - before) * 1000 + (sum & 0);
  });
  return Math.round(Math.min(...rounds));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [mode, ...args] = process.argv.slice(2);
  process.stdout.write(`\n${JSON.stringify(await (mode === 'make' ? make(args) : run(args)))}\n`);
}
