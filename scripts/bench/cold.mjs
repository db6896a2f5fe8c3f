/**
 * How long a person waits for the first result: `jiaokan audit` of our corpus in fresh processes, from the start of the process to the
 * summary and to its end. The forms take turns, so that a bad minute of the machine is a bad one for all.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ROOT } from '../lib/checkout.mjs';

/** What of a checkout is in the package that is installed (its build/ must be made). */
const PACKAGE = ['bin', 'build', 'rules', 'package.json'];

/**
 * @param rounds starts of each form
 * @param settings flags that the command line starts Node with
 * @returns milliseconds of each form: the quickest and the median, to the first line printed and to the end
 */
export async function measureCold(rounds, settings) {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-cold-'));
  try {
    const installed = join(folder, 'jiaokan');
    for (const name of PACKAGE) cpSync(join(ROOT, name), join(installed, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'), 'junction');
    const kept = join(installed, 'build', 'start', 'kept');
    const audit = [join(ROOT, 'corpus')];
    const out = ['--out', join(folder, 'out')];
    const forms = [
      { form: 'node, nothing to do', args: ['-e', 'console.log(0)'] },
      { form: 'installed, first start', args: bin(installed, audit), first: true },
      { form: 'installed', args: bin(installed, audit) },
      { form: 'installed, --out', args: bin(installed, [...audit, ...out]) },
      { form: 'checkout', args: bin(ROOT, audit) },
    ];
    const times = forms.map(() => []);
    // The first round is for the disk, and for what is kept.
    for (let round = 0; round <= rounds; round++) {
      for (const [index, { args, first }] of forms.entries()) {
        if (first) rmSync(kept, { recursive: true, force: true });
        const time = await timeOf([...settings, ...args]);
        if (round > 0) times[index].push(time);
      }
    }
    return forms.map(({ form }, index) => ({ form, ...told(times[index]) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows for a table. */
export function coldRows(runs) {
  const rows = runs.map(({ form, summary, end }) => [
    form,
    ...[...summary, ...end].map((ms) => (ms / 1000).toFixed(2)),
  ]);
  return [['seconds', 'to summary: quickest', 'median', 'to end: quickest', 'median'], ...rows];
}

function bin(root, args) {
  return [join(root, 'bin', 'jiaokan.cjs'), 'audit', ...args];
}

function timeOf(args) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let summary = Number.NaN;
    child.stdout.once('data', () => {
      summary = performance.now() - started;
    });
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', (code) => {
      // 1: something was found, as it is in our corpus.
      if (code === 0 || code === 1) resolve({ summary, end: performance.now() - started });
      else reject(new Error(`node ${args.join(' ')} ended with ${code}`));
    });
  });
}

function told(times) {
  const of = (what) => {
    const sorted = times.map((time) => time[what]).sort((a, b) => a - b);
    return [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)]];
  };
  return { summary: of('summary'), end: of('end') };
}
