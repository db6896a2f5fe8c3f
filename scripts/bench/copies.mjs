/**
 * `node scripts/bench/copies.mjs [--scale 1k,10k,100k] [--jobs J]`: finds the copies among so many made reports (see `made.mjs`) and
 * says how long that took. One report of ten is a copy: whole with one character of a hundred lost, or a first half.
 * Reading (UTF-8 bytes to text to sketch) is done by J processes (default 2), finding by one. Both are timed, in seconds of
 * one processor; making the texts is not. Each size runs in processes of its own. Needs `npm run build`.
 */
import { execFileSync, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { report } from './made.mjs';

const SELF = fileURLToPath(import.meta.url);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = process.env.JIAOKAN_BUILD ?? join(ROOT, 'build');
const { values: flags } = parseArgs({
  options: {
    scale: { type: 'string', default: '1k,10k' },
    jobs: { type: 'string', default: '2' },
    one: { type: 'string' },
    part: { type: 'string' },
  },
});

/** Reports that a reading process hands over at a time. */
const BATCH = 500;
const count = Number(flags.one);
const jobs = Number(flags.jobs);

const folder = join(ROOT, 'corpus', 'sources');
const words = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\s+/gu, ''))
  .join('');

/** Milliseconds of processor time: other work on the machine does not count. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const peakMiB = () => Math.round(process.resourceUsage().maxRSS / 1024);

const NONE = new Uint32Array(0);
/** What is known of a made report besides its text. */
const KNOWN = {
  identity: { regionCode: null, region: null, level: null, parentCode: null, reportYear: null, reviewedYear: null },
  completeness: { verdict: 'complete', missing: [], sharePresent: null, evidence: [] },
  numbers: { before: NONE, after: NONE },
  suspectedLosses: 0,
  noiseShare: 0,
  provenance: 0,
  facts: [],
};

if (flags.part !== undefined) await readPart(Number(flags.part));
else if (flags.one !== undefined) await findAll();
else for (const size of flags.scale.split(',')) measureOne(size);

/** One size in a process of its own. */
function measureOne(size) {
  const [, number, thousands] = /^([0-9]+)(k?)$/u.exec(size.trim()) ?? [];
  if (number === undefined) throw new Error(`--scale ${size}: a number of reports, as 500 or 10k`);
  const args = [SELF, '--one', String(Number(number) * (thousands === 'k' ? 1000 : 1)), '--jobs', flags.jobs];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
}

/** Reads every so many-th report and hands over what finding needs of it. */
async function readPart(part) {
  const { sketch } = await import(join(BUILD, 'source/sketch.js'));
  const { compacted } = await import(join(BUILD, 'corpus/index.js'));
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  let [bytes, reading, batch] = [0, 0, []];
  for (let at = part; at < count; at += jobs) {
    const { text, of } = report(at, words);
    const encoded = encoder.encode(text);
    const started = clock();
    const { shingles, formSha256 } = sketch(decoder.decode(encoded), []);
    const kept = compacted(shingles);
    reading += clock() - started;
    bytes += encoded.length;
    batch.push({ at, of, formSha256, shingles: kept });
    if (batch.length < BATCH && at + jobs < count) continue;
    await new Promise((sent) => process.send({ batch }, sent));
    batch = [];
  }
  process.send({ done: { bytes, reading, peakMiB: peakMiB() } }, () => process.exit(0));
}

function reading(part) {
  const [reports, args] = [[], ['--one', String(count), '--jobs', String(jobs), '--part', String(part)]];
  return new Promise((resolve, reject) => {
    const child = fork(SELF, args, { serialization: 'advanced' });
    child.on('message', ({ batch, done }) => {
      if (done) resolve({ ...done, reports });
      // A copy of its own: what came over the wire shares the memory of its whole message.
      else for (const one of batch) reports.push({ ...one, shingles: one.shingles.slice() });
    });
    child.on('exit', (code) => code !== 0 && reject(new Error(`reading ended with ${code}`)));
  });
}

async function findAll() {
  const { copyPairs } = await import(join(BUILD, 'corpus/copies.js'));
  const idOf = (at) => `${String(at).padStart(6, '0')}#1`;
  const parts = await Promise.all(Array.from({ length: jobs }, (_, part) => reading(part)));
  const wanted = new Set();
  const reports = parts.flatMap((part) =>
    part.reports.map(({ at, of, formSha256, shingles }) => {
      if (of !== null) wanted.add(`${idOf(of)} ${idOf(at)}`);
      return { ...KNOWN, reportId: idOf(at), formSha256, shingles };
    }),
  );
  const started = clock();
  const pairs = copyPairs(reports);
  const finding = clock() - started;
  const right = pairs.filter(({ a, b }) => wanted.has(`${a.reportId} ${b.reportId}`)).length;
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const read = parts.reduce((sum, part) => sum + part.reading, 0);
  const seconds = (ms) => Number((ms / 1000).toFixed(1));
  const figures = {
    reports: count,
    megabytes: Math.round(bytes / 1e6),
    processes: jobs,
    readSeconds: seconds(read),
    readMBs: Number((bytes / 1e3 / read).toFixed(1)),
    findSeconds: seconds(finding),
    /** Seconds that a machine of as many processors needs: the slowest reader, then finding. */
    neededSeconds: seconds(Math.max(...parts.map((part) => part.reading)) + finding),
    peakMiB: peakMiB() + parts.reduce((sum, part) => sum + part.peakMiB, 0),
    copies: wanted.size,
    found: right,
    strangers: pairs.length - right,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
