/**
 * `node scripts/bench/copies.mjs [N]`: finds the copies among N reports (default 10000) made from the corpus, and says how long
 * that took. One report of ten is a copy of an earlier one: whole with one character of a hundred lost, or its first half.
 * Reading (UTF-8 bytes to text to sketch) and finding are timed, in seconds of one processor; making the texts is not. Needs `npm run build`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { sketch } = await import(join(ROOT, 'build/source/sketch.js'));
const { copyPairs } = await import(join(ROOT, 'build/corpus/copies.js'));
const { compacted } = await import(join(ROOT, 'build/corpus/index.js'));

/** Characters of a report: the mean of 445 real ones. */
const LENGTH = 17_000;
const count = Number(process.argv[2] ?? 10_000);

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

const none = new Uint32Array(0);
const identity = {
  regionCode: null,
  region: null,
  level: null,
  parentCode: null,
  reportYear: null,
  reviewedYear: null,
};
const completeness = { verdict: 'complete', sharePresent: null, evidence: [] };
/** Milliseconds of processor time: other work on the machine does not count. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const decoder = new TextDecoder();
const encoder = new TextEncoder();
const [reports, wanted] = [[], new Set()];
let [bytes, reading] = [0, 0];
for (let at = 0; at < count; at++) {
  const { text: own, of } = text(at);
  const encoded = encoder.encode(own);
  const reportId = `${String(at).padStart(6, '0')}#1`;
  if (of !== null) wanted.add(`${String(of).padStart(6, '0')}#1 ${reportId}`);
  const started = clock();
  const { shingles, formSha256 } = sketch(decoder.decode(encoded), []);
  const kept = compacted(shingles);
  reading += clock() - started;
  bytes += encoded.length;
  const facts = {
    reportId,
    identity,
    completeness,
    formSha256,
    shingles: kept,
    numbers: { before: none, after: none },
    facts: [],
  };
  reports.push({ ...facts, suspectedLosses: 0, noiseShare: 0, provenance: 0 });
}
const started = clock();
const pairs = copyPairs(reports);
const finding = clock() - started;
const right = pairs.filter(({ a, b }) => wanted.has(`${a.reportId} ${b.reportId}`)).length;
const figures = {
  reports: count,
  megabytes: Math.round(bytes / 1e6),
  readSeconds: Number((reading / 1000).toFixed(1)),
  sketchMBs: Number((bytes / 1e3 / reading).toFixed(1)),
  findSeconds: Number((finding / 1000).toFixed(1)),
  peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  copies: wanted.size,
  found: right,
  strangers: pairs.length - right,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
