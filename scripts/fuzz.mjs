/**
 * `npm run fuzz -- --minutes N [--seed S] [--only TARGET] [--out DIR]`: arbitrary and mutated inputs, until the time is over.
 * What crashes or breaks a promise is made as small as it goes and written to DIR (default fuzz-found/); exit 1 then. A case that
 * was mended moves to tests/fuzz/, where a test reads it for good. Same seed and count, same inputs.
 *
 * Now and then the work is measured too: twice the text may take three times the work, counted in blocks of code that ran.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf, shrunk } from './fuzz/chance.mjs';
import { growsTooFast, growthOf, workCounter } from './fuzz/work.mjs';
import { buildIfNeeded, installIfNeeded, ROOT } from './lib/checkout.mjs';

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    out: { type: 'string', default: 'fuzz-found' },
  },
});
/** How much of each target, out of all runs. */
const SHARES = { source: 50, formats: 20, configs: 10, parquet: 10, cards: 3, facts: 2 };
/** One in so many runs of `source` has its work counted. */
const COUNTED = 40;
/** So often does the text stand there before it is doubled: what grows too fast shows in long texts only. */
const REPEATS = 8;

installIfNeeded();
buildIfNeeded();
const { targetsOf } = await import('./fuzz/targets.mjs');
const targets = await targetsOf(ROOT);
const names = Object.keys(SHARES).filter((name) => flags.only === undefined || flags.only === name);
const wheel = names.flatMap((name) => Array.from({ length: SHARES[name] }, () => name));
const counts = Object.fromEntries(names.map((name) => [name, 0]));
const found = new Map();
const end = Date.now() + Number(flags.minutes) * 60_000;
const counted = { runs: 0, worst: 0 };
const counter = workCounter(new URL('fuzz/reader.mjs', import.meta.url).href);

for (let run = 0; Date.now() < end; run++) {
  const chance = chanceOf(Number(flags.seed) * 1_000_003 + run);
  const name = chance.pick(wheel);
  const input = targets[name].make(chance);
  counts[name]++;
  const fault = await faultOf(name, input);
  if (fault !== null) await keep(name, input, fault);
  else if (name === 'source' && chance.below(COUNTED) === 0) await countWork(input);
}
await targets.close();
await counter.close();
const runs = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
process.stdout.write(`${flags.minutes} minutes, seed ${flags.seed}: ${runs.join(', ')}\n`);
process.stdout.write(
  `work counted ${counted.runs} times; twice the text took at most ${counted.worst.toFixed(2)} times the work\n`,
);
process.stdout.write(`${found.size} faults\n`);
process.exitCode = found.size === 0 ? 0 : 1;

/** The first thing that is wrong, in words, or null. */
async function faultOf(name, input) {
  try {
    const [first] = await targets[name].faults(input);
    return first ?? null;
  } catch (error) {
    return `crash: ${error instanceof Error ? (error.stack ?? error.message) : error}`;
  }
}

/** What tells one fault from another: its words without numbers. */
function kindOf(fault) {
  return fault.split('\n').slice(0, 2).join(' ').replace(/\d+/g, '0').slice(0, 300);
}

async function keep(name, input, fault) {
  const kind = `${name} ${kindOf(fault)}`;
  if (found.has(kind)) return;
  found.set(kind, fault);
  const bytes = await shrunk(input.bytes, async (less) => {
    const again = await faultOf(name, { ...input, bytes: less });
    return again !== null && kindOf(again) === kindOf(fault);
  });
  const folder = resolve(ROOT, flags.out);
  mkdirSync(folder, { recursive: true });
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const file = join(folder, `${name}-${digest}-${input.name.replaceAll('/', '_')}`);
  writeFileSync(file, bytes);
  process.stdout.write(`FOUND ${name} (${input.name}, ${bytes.length} bytes, ${file})\n${fault}\n`);
}

async function countWork({ name, bytes }) {
  const growth = await growthOf(counter, name, Buffer.concat(Array.from({ length: REPEATS }, () => bytes)));
  counted.runs++;
  counted.worst = Math.max(counted.worst, growth);
  if (growsTooFast(growth))
    await keep('work', { name, bytes }, `twice the text takes ${growth.toFixed(1)} times the work`);
}
