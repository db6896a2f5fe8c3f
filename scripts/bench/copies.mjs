/**
 * `node scripts/bench/copies.mjs [N] [--jobs J]`: finds the copies among N reports (default 10000) made from the corpus, and says how
 * long that took. One report of ten is a copy of an earlier one: whole with one character of a hundred lost, or its first half.
 * Reading (UTF-8 bytes to text to sketch) is done by J processes (default 2), finding by one. Both are timed, in seconds of
 * one processor; making the texts is not. Needs `npm run build`.
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = process.env.JIAOKAN_BUILD ?? join(ROOT, 'build');
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { jobs: { type: 'string', default: '2' }, part: { type: 'string' } },
});

/** Characters of a report: the mean of 445 real ones. */
const LENGTH = 17_000;
/** Reports that a reading process hands over at a time. */
const BATCH = 500;
const count = Number(positionals[0] ?? 10_000);
const jobs = Number(flags.jobs);

/** Numbers in [0, 1), the same on every machine: sfc32 (Doty-Humphrey), whose streams of 128 bits do not meet. */
function numbersFrom(seed) {
  let [a, b, c, count] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

const folder = join(ROOT, 'corpus', 'sources');
const words = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\s+/gu, ''))
  .join('');

/** A report: short runs of real words in a new order, with a set phrase of twenty characters now and then. */
function made(seed) {
  const next = numbersFrom(seed);
  const parts = [];
  for (let length = 0; length < LENGTH; ) {
    const size = next() < 0.05 ? 20 : 3 + Math.floor(next() * 6);
    const at = Math.floor(next() * (words.length - size));
    parts.push(words.slice(at, at + size));
    length += size;
  }
  return parts.join('');
}

/** Text number `at`, and the number of the text that it is a copy of. */
function text(at) {
  if (at % 10 !== 9) return { text: made(at), of: null };
  const of = at - 9;
  const original = made(of);
  if (at % 20 === 9) return { text: original.slice(0, original.length / 2), of };
  const next = numbersFrom(at);
  return { text: Array.from(original, (char) => (next() < 0.01 ? '' : char)).join(''), of };
}

/** Milliseconds of processor time: other work on the machine does not count. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const peakMiB = () => Math.round(process.resourceUsage().maxRSS / 1024);

if (flags.part === undefined) await findAll();
else await readPart(Number(flags.part));

/** Reads every so many-th report and hands over what finding needs of it. */
async function readPart(part) {
  const { sketch } = await import(join(BUILD, 'source/sketch.js'));
  const { compacted } = await import(join(BUILD, 'corpus/index.js'));
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  let [bytes, reading, batch] = [0, 0, []];
  for (let at = part; at < count; at += jobs) {
    const { text: own, of } = text(at);
    const encoded = encoder.encode(own);
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
  const [reports, args] = [[], [String(count), '--jobs', String(jobs), '--part', String(part)]];
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), args, { serialization: 'advanced' });
    child.on('message', ({ batch, done }) => {
      if (done) resolve({ ...done, reports });
      else reports.push(...batch);
    });
    child.on('exit', (code) => code !== 0 && reject(new Error(`reading ended with ${code}`)));
  });
}

async function findAll() {
  const { copyPairs } = await import(join(BUILD, 'corpus/copies.js'));
  const none = new Uint32Array(0);
  const nobody = {
    regionCode: null,
    region: null,
    level: null,
    parentCode: null,
    reportYear: null,
    reviewedYear: null,
  };
  const known = {
    identity: nobody,
    completeness: { verdict: 'complete', missing: [], sharePresent: null, evidence: [] },
    numbers: { before: none, after: none },
    suspectedLosses: 0,
    noiseShare: 0,
    provenance: 0,
  };
  const idOf = (at) => `${String(at).padStart(6, '0')}#1`;
  const parts = await Promise.all(Array.from({ length: jobs }, (_, part) => reading(part)));
  const wanted = new Set();
  const reports = parts.flatMap((part) =>
    part.reports.map(({ at, of, formSha256, shingles }) => {
      if (of !== null) wanted.add(`${idOf(of)} ${idOf(at)}`);
      return { ...known, reportId: idOf(at), formSha256, shingles, facts: [] };
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
    sketchMBs: Number((bytes / 1e3 / read).toFixed(1)),
    findSeconds: seconds(finding),
    /** Seconds that a machine of as many processors needs: the slowest reader, then finding. */
    neededSeconds: seconds(Math.max(...parts.map((part) => part.reading)) + finding),
    peakMiB: peakMiB() + Math.max(...parts.map((part) => part.peakMiB)) * jobs,
    copies: wanted.size,
    found: right,
    strangers: pairs.length - right,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
