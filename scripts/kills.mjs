/**
 * `npm run test:kills -- --times N [--command build|audit|gate|add] [--seed S]`: ends commands with kill -9 at arbitrary moments,
 * then looks: every file must be the old one or the new one, whole, and the next run must mend the rest. Exit 1 when one is not.
 *
 * Two corpora that differ in one source take turns, so that each run has something to write. The outputs that each gives are
 * made once, without kills: what lies there after a kill is compared with them byte by byte. Only what is killed is a process of
 * its own: the runs that mend are made in this one, and a kill that touched nothing needs none.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { buildIfNeeded, installIfNeeded } from './lib/checkout.mjs';
import { numbersFrom } from './lib/numbers.mjs';

/** The command line as bin/jiaokan.mjs starts it, without its look whether the build is fresh. */
const COMMAND = `
import { main, processTerminal } from ${JSON.stringify(new URL('../build/cli/main.js', import.meta.url).href)};
process.exitCode = await main(process.argv.slice(1), processTerminal());
`;
const ONE_HOUR = 3_600_000;
/** How long the writing of a small corpus may take. */
const WRITING_MS = 40;

const { values: flags } = parseArgs({
  options: {
    times: { type: 'string', default: '40' },
    command: { type: 'string', default: 'build,audit,gate,add' },
    seed: { type: 'string', default: '1' },
  },
});

installIfNeeded();
buildIfNeeded({ quiet: true });
const { main } = await import('../build/cli/main.js');
const next = numbersFrom(Number(flags.seed));
const faults = [];
const counts = {};
for (const name of flags.command.split(',')) counts[name] = await killed(name, Number(flags.times));
for (const [name, { kills, finished, halves, untouched }] of Object.entries(counts))
  process.stdout.write(
    `${name}: ${kills} runs killed (${untouched} before anything was written, ${halves} with some outputs new and some old), ${finished} finished first\n`,
  );
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
process.stdout.write(`${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** A home with a small corpus, in one of two states. */
function scene() {
  const home = mkdtempSync(join(tmpdir(), 'jiaokan-kills-'));
  const sources = join(home, 'corpus', 'sources');
  mkdirSync(sources, { recursive: true });
  return { home, sources };
}

function state(home, which) {
  const corpus = join(home, 'corpus');
  const text = (year, rate) =>
    `某某县${year}年政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n一、${year - 1}年工作回顾\n` +
    `全县生产总值增长${rate}%，财政收入${rate}亿元。\n`.repeat(30) +
    `二、${year}年工作安排\n做好各项工作。\n各位代表！让我们团结奋斗，谢谢大家！\n`;
  const files = { one: text(2023, '5.1'), two: text(2024, which === 'a' ? '6.2' : '7.3') };
  const entries = Object.entries(files).map(([id, body]) => {
    writeFileSync(join(corpus, 'sources', `${id}.txt`), body);
    const bytes = Buffer.from(body);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return `  - source_id: ${id}\n    file: sources/${id}.txt\n    sha256: ${sha256}\n    bytes: ${bytes.length}\n    title: null\n    publisher: null\n    url: null\n    collected_on: null\n    rights: not known\n`;
  });
  writeFileSync(join(corpus, 'manifest.yaml'), `sources:\n${entries.join('')}`);
}

/** What a command is called with, and the folder or file of its outputs. */
function commandOf(name, home) {
  const at = (...parts) => join(home, ...parts);
  return {
    build: { args: ['build', '--formats', 'parquet'], out: at('dist-data') },
    audit: { args: ['audit', '--no-progress', '--out', 'out'], out: at('out') },
    gate: { args: ['gate', '--update-baseline'], out: at('reports') },
    add: { args: ['add', at('new.txt'), '--id', 'new'], out: at('corpus') },
  }[name];
}

/** A run in this process, to its end. */
async function run(args, home) {
  let stderr = '';
  const status = await main(args, {
    cwd: home,
    out: () => {},
    err: (text) => {
      stderr += text;
    },
    stdin: async () => new Uint8Array(),
    columns: null,
    colors: pc.createColors(false),
    progress: null,
  });
  return { status, stderr };
}

/** Outputs by path; temporary files and marks of processes are no outputs. */
function contents(folder) {
  const files = new Map();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path), readFileSync(path).toString('base64'));
  }
  return files;
}

function leftovers(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.part$|\.lock$/.test(entry.name))
    .map((entry) => entry.name);
}

/** Puts the scene into the state before the command, and gives what the outputs are then. */
function prepare(name, home, which) {
  if (name !== 'add') {
    state(home, which);
    return;
  }
  state(home, 'a');
  rmSync(join(home, 'corpus', 'sources', 'new.txt'), { force: true });
  writeFileSync(
    join(home, 'new.txt'),
    readFileSync(join(home, 'corpus', 'sources', 'two.txt'), 'utf8').replace(/6\.2/g, '8.4'),
  );
}

async function killed(name, times) {
  const { home } = scene();
  const { args, out } = commandOf(name, home);
  const wanted = new Map();
  for (const which of ['b', 'a']) {
    prepare(name, home, which);
    const { status, stderr } = await run(args, home);
    if (status === 2) throw new Error(`${name} does not run: ${stderr}`);
    wanted.set(which, contents(out));
  }
  prepare(name, home, 'b');
  const begun = performance.now();
  await killedAfter(ONE_HOUR)(args, home);
  const longest = performance.now() - begun;
  prepare(name, home, 'a');
  await run(args, home);
  const count = { kills: 0, finished: 0, halves: 0, untouched: 0 };
  let which = 'b';
  for (let turn = 0; turn < times; turn++) {
    prepare(name, home, which);
    const before = contents(out);
    // By turns at any moment, and at any moment of the writing.
    const ended = await (turn % 4 < 2 ? killedAfter(next() * longest) : killedInWriting(out, next() * WRITING_MS))(
      args,
      home,
    );
    if (ended === 'finished') count.finished++;
    else count.kills++;
    const after = contents(out);
    const isHalf = look(name, turn, { before, after, wanted: wanted.get(which) });
    if (isHalf) count.halves++;
    if (ended !== 'finished' && isUntouched(out, before, after)) {
      count.untouched++;
      continue;
    }
    await mend(name, turn, { args, home, out, wanted: wanted.get(which), ended });
    which = which === 'a' ? 'b' : 'a';
  }
  rmSync(home, { recursive: true, force: true });
  return count;
}

/** Every output is the one of before or the one wanted. True when some are these and some are those. */
function look(name, turn, { before, after, wanted }) {
  let old = 0;
  let fresh = 0;
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const now = after.get(path);
    if (now === before.get(path) && now === wanted.get(path)) continue;
    if (now === wanted.get(path)) fresh++;
    else if (now === before.get(path)) old++;
    else faults.push(`${name} ${turn}: ${path} is neither the old nor the new file`);
  }
  return old > 0 && fresh > 0;
}

/** True when the folder of the outputs is as it was before, and nothing was left beside them. */
function isUntouched(out, before, after) {
  const isSame = before.size === after.size && [...before].every(([path, bytes]) => after.get(path) === bytes);
  return isSame && (!existsSync(out) || leftovers(out).length === 0);
}

/** The next run must give all outputs, and take away what the killed one left. */
async function mend(name, turn, { args, home, out, wanted, ended }) {
  const isEntered =
    name === 'add' && readFileSync(join(home, 'corpus', 'manifest.yaml'), 'utf8').includes('source_id: new');
  if (!isEntered || ended !== 'finished') {
    const { status, stderr } = await run(args, home);
    const isThere = name === 'add' && isEntered && /in the corpus already/.test(stderr);
    if (status === 2 && !isThere) faults.push(`${name} ${turn}: the next run fails: ${stderr.trim()}`);
  }
  const after = contents(out);
  for (const path of new Set([...wanted.keys(), ...after.keys()]))
    if (after.get(path) !== wanted.get(path)) faults.push(`${name} ${turn}: ${path} is not mended by the next run`);
  const left = name === 'add' && isEntered ? [] : leftovers(out);
  if (left.length > 0) faults.push(`${name} ${turn}: the next run leaves ${left.join(', ')}`);
}

function killedAfter(ms) {
  return (args, home) => ended(args, home, (kill) => setTimeout(kill, ms));
}

/** Waits for the first temporary file, then `ms` more. */
function killedInWriting(out, ms) {
  return (args, home) =>
    ended(args, home, (kill) => {
      const timer = setInterval(() => {
        if (!existsSync(out) || leftovers(out).length === 0) return;
        clearInterval(timer);
        setTimeout(kill, ms);
      }, 1);
      return timer;
    });
}

/** How a run ended that `arm` was given the power to kill. */
function ended(args, home, arm) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', COMMAND, '--', ...args], {
      cwd: home,
      stdio: 'ignore',
    });
    const timer = arm(() => child.kill('SIGKILL'));
    child.on('exit', (_, signal) => {
      clearInterval(timer);
      resolve(signal === 'SIGKILL' ? 'killed' : 'finished');
    });
  });
}
