/** Whole audits of made reports, tables written: each size and each number of threads in a process of its own. */
import '../../bin/patience.cjs';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../lib/checkout.mjs';
import { generated, placesOf } from './generate.mjs';

/** What of the machine a reader of the numbers must know. */
export function machine() {
  const [first] = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    model: first?.model ?? '',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    loadAtStart: loadavg()[0],
  };
}

/** `1k,10k,500` as numbers. @throws RangeError for anything else */
export function sizesOf(list) {
  return list.split(',').map((one) => {
    const [, digits, thousands] = /^(\d+)(k?)$/.exec(one.trim()) ?? [];
    if (digits === undefined || Number(digits) === 0)
      throw new RangeError(`--scale takes numbers such as 500 and 10k, not ${one}`);
    return Number(digits) * (thousands === 'k' ? 1000 : 1);
  });
}

/** One run for each size and each number of threads. */
export function measureScale(sizes, jobs, say) {
  const runs = [];
  for (const reports of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'jiaokan-scale-'));
    try {
      const bytes = makeReports(join(folder, 'in'), reports);
      for (const threads of jobs) {
        say(`${reports} reports, ${threads} ${threads === 1 ? 'thread' : 'threads'}`);
        runs.push({ reports, bytes, jobs: threads, ...audited(folder, threads, bytes, reports) });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return runs;
}

function makeReports(folder, count) {
  const places = placesOf(join(ROOT, 'rules/vocabulary/divisions.csv'));
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const { id, text } = generated(index, places);
    const file = join(folder, id);
    if (index < 100) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function audited(folder, jobs, bytes, reports) {
  const out = join(folder, `out-${jobs}`);
  const self = fileURLToPath(import.meta.url);
  const heap = ['--min-semi-space-size=64', '--max-semi-space-size=128', '--max-old-space-size=16000'];
  const done = spawnSync(process.execPath, [...heap, self, join(folder, 'in'), out, String(jobs)], {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`the audit of ${reports} reports failed:\n${done.stderr}`);
  const { ms, cpuMs, rssMiB } = JSON.parse(done.stdout.trim().split('\n').at(-1));
  return {
    ms,
    cpuMs,
    rssMiB,
    megabytesPerSecond: Number((bytes / 1e3 / ms).toFixed(2)),
    cpuMsPerReport: Number((cpuMs / reports).toFixed(2)),
  };
}

/** In a process of its own: one audit, and what it took. */
async function measureHere([input, out, jobs]) {
  const started = performance.now();
  const { main, processTerminal } = await import('../../build/cli/main.js');
  const terminal = { ...processTerminal(), progress: null };
  const args = ['audit', input, '--tables', '--out', out, '--jobs', jobs, '--fail-on', 'never'];
  const code = await main(args, terminal);
  const { user, system } = process.cpuUsage();
  const ms = Math.round(performance.now() - started);
  const cpuMs = Math.round((user + system) / 1000);
  process.stdout.write(
    `\n${JSON.stringify({ ms, cpuMs, rssMiB: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`,
  );
  process.exitCode = code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measureHere(process.argv.slice(2));
