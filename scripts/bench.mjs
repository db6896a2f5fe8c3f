/**
 * `npm run bench`: how fast sources are read, by stage, and whether the time grows in step with their number.
 *   --copies N   copies of the corpus in the smallest run (default 12; then twice and four times as many)
 *   --scale LIST whole audits of made reports instead, tables written: 1k,10k (see docs/scale.md)
 *   --jobs LIST  numbers of threads for --scale and --reconcile (default 1,2)
 *   --reconcile LIST  reconciling alone, of made facts: 1k,10k (--folder DIR: after the pattern of other reports than corpus/sources)
 *   --cold       from the start of a process to the summary of our corpus, and to its end (--rounds N: starts of each form, default 9)
 *   --json       print JSON
 *   --growth     hostile inputs instead: how the work grows with the text (--only WORD: those whose name holds it)
 * Each size runs in a process of its own, so that its peak of memory is its own. Machines differ, and one machine differs
 * from hour to hour: the yardstick (NFKC of the same text by the platform) says how fast it was at the time.
 */
import '../bin/patience.cjs';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coldRows, measureCold } from './bench/cold.mjs';
import { growth, growthTable } from './bench/growth.mjs';
import { measureReconcile, reconcileRows } from './bench/reconciling.mjs';
import { machine, measureScale, sizesOf } from './bench/scale.mjs';
import { vary } from './bench/vary.mjs';
import { buildIfNeeded, installIfNeeded, ROOT } from './lib/checkout.mjs';

/** Rounds over all sources before the stages are timed: the first ones are spent on compiling. */
const WARM_ROUNDS = 6;

/**
 * Rounds of reading all sources from bytes to result, in a process that does nothing else: calls of the stages one by one would
 * teach the compiler other shapes than readSource has. The quickest reading of each source counts, as the quickest round does for
 * the yardstick: a round of all sources takes most of a second, and no second of a shared machine is undisturbed.
 */
const WHOLE_ROUNDS = 24;

/** Settings of V8 that the command line starts with. */
const HEAP = ['--min-semi-space-size=64', '--max-semi-space-size=128', '--no-regexp-tier-up'];

const { values: flags } = parseArgs({
  options: {
    copies: { type: 'string', default: '12' },
    json: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
    one: { type: 'string' },
    stages: { type: 'boolean', default: false },
    read: { type: 'boolean', default: false },
    scale: { type: 'string' },
    reconcile: { type: 'string' },
    folder: { type: 'string', default: join(ROOT, 'corpus', 'sources') },
    jobs: { type: 'string', default: '1,2' },
  },
});

if (flags.growth) await reportGrowth();
else if (flags.cold) await reportCold();
else if (flags.scale !== undefined) reportScale();
else if (flags.reconcile !== undefined) reportReconcile();
else if (flags.one === undefined) report();
else await measureOne(Number(flags.one));

/** Sizes and threads; prints a table or JSON with the facts of the machine. */
function reportScale() {
  installIfNeeded();
  buildIfNeeded();
  const say = (words) => process.stderr.write(`${words}\n`);
  const told = { machine: machine(), runs: measureScale(sizesOf(flags.scale), sizesOf(flags.jobs), say) };
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return;
  }
  const rows = told.runs.map((run) => [
    String(run.reports),
    (run.bytes / 1e6).toFixed(1),
    String(run.jobs),
    (run.ms / 1000).toFixed(1),
    run.megabytesPerSecond.toFixed(2),
    run.cpuMsPerReport.toFixed(1),
    String(run.rssMiB),
  ]);
  const facts = Object.entries(told.machine).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(
    `${columns([['reports', 'MB', 'threads', 's', 'MB/s', 'CPU ms/report', 'peak MiB'], ...rows])}\n\n${facts.join(' · ')}\n`,
  );
}

/** Facts of so many reports reconciled, each size in a process of its own. */
function reportReconcile() {
  installIfNeeded();
  buildIfNeeded();
  const say = (words) => process.stderr.write(`${words}\n`);
  const told = {
    machine: machine(),
    runs: measureReconcile(sizesOf(flags.reconcile), sizesOf(flags.jobs), flags.folder, say),
  };
  const facts = Object.entries(told.machine).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(
    flags.json
      ? `${JSON.stringify(told, null, 2)}\n`
      : `${columns(reconcileRows(told.runs))}\n\n${facts.join(' · ')}\n`,
  );
}

/** Fresh processes; prints a table or JSON with the facts of the machine. */
async function reportCold() {
  installIfNeeded();
  buildIfNeeded();
  const rounds = Number(flags.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes a whole number from 1 on');
  const told = { machine: machine(), runs: await measureCold(rounds, HEAP) };
  const facts = Object.entries(told.machine).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(
    flags.json ? `${JSON.stringify(told, null, 2)}\n` : `${columns(coldRows(told.runs))}\n\n${facts.join(' · ')}\n`,
  );
}

async function reportGrowth() {
  installIfNeeded();
  buildIfNeeded();
  const rows = await growth(flags.only, ROOT);
  process.stdout.write(flags.json ? `${JSON.stringify(rows, null, 2)}\n` : growthTable(rows));
}

/** One size, in this process; prints JSON for the process that asked. */
async function measureOne(copies) {
  const { auditSources } = await import('../build/run/inline.js');
  const { rulesWith } = await import('../build/node/rules.js');
  const rules = await rulesWith(null, ROOT);
  const bytes = { count: 0 };
  const started = performance.now();
  const before = process.cpuUsage();
  if (flags.stages || flags.read) {
    const all = [...inputs(copies, bytes)];
    const told = flags.stages ? await stagesOf(all, rules) : await readingOf(all, rules);
    process.stdout.write(JSON.stringify({ bytes: bytes.count, ...told }));
    return;
  }
  const audit = await auditSources(inputs(copies, bytes), rules);
  const ms = performance.now() - started;
  const used = process.cpuUsage(before);
  const count = (of) => audit.sources.reduce((sum, one) => sum + of(one), 0);
  process.stdout.write(
    JSON.stringify({
      sources: audit.sources.length,
      bytes: bytes.count,
      ms,
      cpuMs: (used.user + used.system) / 1000,
      rssMiB: process.resourceUsage().maxRSS / 1024,
      reports: count((one) => one.reports.length),
      figures: count((one) => one.reports.reduce((sum, report) => sum + report.figures.length, 0)),
      checks: audit.corpus.checks.length,
      pairs: audit.corpus.pairs.length,
    }),
  );
}

/** Milliseconds by stage, warm. */
async function stagesOf(all, rules) {
  const { timeStages } = await import('./bench/stages.mjs');
  for (let round = 0; round < WARM_ROUNDS; round++) timeStages(all, rules);
  return { stages: Object.fromEntries(timeStages(all, rules)) };
}

/** Milliseconds of readSource over all sources: by the quickest reading of each, and by the quickest round of all. */
async function readingOf(all, rules) {
  const { readSource } = await import('../build/source/read.js');
  const rounds = Array.from({ length: WHOLE_ROUNDS }, () =>
    all.map((one) => {
      const begun = performance.now();
      readSource(one.bytes, one.meta, rules);
      return performance.now() - begun;
    }),
  );
  const quickest = all.map((_, index) => Math.min(...rounds.map((round) => round[index] ?? Infinity)));
  return { readSourceMs: sumOf(quickest), roundMs: Math.min(...rounds.map(sumOf)) };
}

function sumOf(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** MB/s at which the platform normalises the corpus to NFKC: the best of five rounds. */
function yardstick() {
  const bytes = { count: 0 };
  const texts = [...inputs(1, bytes)].map((one) => new TextDecoder().decode(one.bytes));
  const rounds = Array.from({ length: 5 }, () => {
    const started = performance.now();
    for (const text of texts) text.normalize('NFKC');
    return performance.now() - started;
  });
  return bytes.count / 1e6 / (Math.min(...rounds) / 1000);
}

function* inputs(copies, bytes) {
  const folder = join(ROOT, 'corpus', 'sources');
  const texts = readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  for (let copy = 0; copy < copies; copy++) {
    for (const { name, text } of texts) {
      const made = new TextEncoder().encode(vary(text, copy));
      bytes.count += made.length;
      const id = `${String(copy).padStart(5, '0')}/${name}`;
      yield {
        meta: { sourceId: id, path: id, title: null, publisher: null, url: null, collectedOn: null },
        bytes: made,
      };
    }
  }
}

function report() {
  installIfNeeded();
  buildIfNeeded();
  const copies = Number(flags.copies);
  if (!Number.isInteger(copies) || copies < 1) throw new RangeError('--copies takes a whole number from 1 on');
  const runs = [copies, copies * 2, copies * 4].map((size) => ({ copies: size, ...child(['--one', String(size)]) }));
  const { bytes, stages } = child(['--one', String(copies), '--stages']);
  const { readSourceMs, roundMs } = child(['--one', String(copies), '--read']);
  const growth = runs
    .slice(1)
    .map((run, index) => run.cpuMs / run.bytes / ((runs[index]?.cpuMs ?? 1) / (runs[index]?.bytes ?? 1)));
  if (flags.json) {
    process.stdout.write(
      `${JSON.stringify({ node: process.version, yardstick: yardstick(), runs, stages, readSourceMs, roundMs, growth }, null, 2)}\n`,
    );
    return;
  }
  process.stdout.write(`${stageTable(stages, bytes)}\n\n`);
  process.stdout.write(
    `readSource, bytes to result, warm: ${speed(bytes, readSourceMs)} MB/s (the quickest of ${WHOLE_ROUNDS} readings of each source; ` +
      `the quickest round of all sources ${speed(bytes, roundMs)} MB/s)\n\n${runTable(runs)}\n\n`,
  );
  process.stdout.write(
    `CPU time per byte at each doubling: ${growth.map((one) => one.toFixed(2)).join(', ')} (1.00 grows in step)\n` +
      `Yardstick: NFKC of the same text ${yardstick().toFixed(0)} MB/s\n`,
  );
}

function child(args) {
  return JSON.parse(
    execFileSync(process.execPath, [...HEAP, fileURLToPath(import.meta.url), ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }),
  );
}

function stageTable(stages, bytes) {
  const total = Object.values(stages).reduce((sum, ms) => sum + ms, 0);
  const rows = Object.entries(stages).map(([stage, ms]) => [
    stage,
    ms.toFixed(0),
    speed(bytes, ms),
    `${((ms / total) * 100).toFixed(1)} %`,
  ]);
  return columns([
    ['stage', 'ms', 'MB/s', 'share'],
    ...rows,
    ['all stages', total.toFixed(0), speed(bytes, total), ''],
  ]);
}

function runTable(runs) {
  const rows = runs.map((run) => [
    String(run.sources),
    (run.bytes / 1e6).toFixed(2),
    String(run.reports),
    String(run.figures),
    String(run.checks),
    run.ms.toFixed(0),
    run.cpuMs.toFixed(0),
    speed(run.bytes, run.ms),
    run.rssMiB.toFixed(0),
  ]);
  return columns([['sources', 'MB', 'reports', 'figures', 'checks', 'ms', 'CPU ms', 'MB/s', 'peak MiB'], ...rows]);
}

function speed(bytes, ms) {
  return ms === 0 ? '-' : (bytes / 1e6 / (ms / 1000)).toFixed(2);
}

function columns(rows) {
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  return rows
    .map((row) =>
      row
        .map((text, index) => (index === 0 ? text.padEnd(widths[index]) : text.padStart(widths[index])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
