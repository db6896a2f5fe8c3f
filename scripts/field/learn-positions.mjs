/**
 * `node scripts/field/learn-positions.mjs DATA > rules/vocabulary/positions.yaml`: learns where words stand in whole reports.
 * DATA is the folder of the field data. Every second place (in order of path) is learnt from; the others are kept for measuring.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildIfNeeded, ROOT } from '../lib/checkout.mjs';

/** Words of a part that are kept, how many of them in each tenth of it, and what a word must be to be one. */
const WORDS = 150;
const PER_TENTH = WORDS / 10;
const WIDEST_SPREAD = 0.2;
const LEAST_SHARE = 0.2;
/** A word grows by a character while so much of its reports keep it. */
const GROWS = 0.85;
const LONGEST_WORD = 12;
const DAMPING = 0.1;
const HAN = /^\p{Script=Han}+$/u;

buildIfNeeded();
const { readSource } = await import('../../build/source/read.js');
const { rulesWith } = await import('../../build/node/rules.js');
const rules = await rulesWith(null, ROOT);
const reports = [...learntFrom(process.argv[2])];
const review = reports.map(({ text, plan }) => text.slice(0, plan));
const plan = reports.map((report) => report.text.slice(report.plan));
process.stdout.write(
  [
    `# Where words stand in whole work reports, measured on ${reports.length} of them (every second place of the field data).`,
    '# Made by scripts/field/learn-positions.mjs; not for editing by hand.',
    '#',
    '# lengths: geometric mean, and standard deviation of the natural logarithm, of characters and of their ratio.',
    '# review, plan: word, mean place in the part (0 begins it, 1 ends it), spread of that place, share of reports that have it.',
    'lengths:',
    `  review: [${lengths(review.map((text) => text.length))}]`,
    `  plan: [${lengths(plan.map((text) => text.length))}]`,
    `  plan-by-review: [${lengths(reports.map((report) => (report.text.length - report.plan) / report.plan))}]`,
    `damping: ${DAMPING}`,
    'review:',
    ...linesOf(learn(review)),
    'plan:',
    ...linesOf(learn(plan)),
    '',
  ].join('\n'),
);

/** Bodies of the whole reports of every second place, with the offset of their plan. */
function* learntFrom(data) {
  const folder = join(data, 'reports');
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const places = [...new Set(files.map(placeOf))].sort();
  for (const name of files.sort()) {
    if (places.indexOf(placeOf(name)) % 2 !== 0) continue;
    const path = relative(folder, join(folder, name));
    const meta = { sourceId: path, path, title: null, publisher: null, url: null, collectedOn: null };
    const { reports: found } = readSource(new Uint8Array(readFileSync(join(folder, name))), meta, rules);
    const [report] = found;
    if (found.length !== 1 || report.completeness.verdict !== 'complete') continue;
    const body = report.outline.paragraphs.filter(({ part }) => part !== 'glossary' && part !== 'annex');
    const text = report.text.slice(0, body.at(-1).range.end);
    const start = report.outline.paragraphs.find(({ part }) => part === 'plan')?.range.start ?? 0;
    if (start > text.length * 0.1 && start < text.length * 0.7) yield { text, plan: start };
  }
}

function placeOf(name) {
  return name.split('/').slice(0, -1).join('/');
}

function lengths(values) {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  const spread = Math.sqrt(logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / logs.length);
  const middle = Math.exp(mean);
  return `${middle < 100 ? middle.toFixed(3) : middle.toFixed(0)}, ${spread.toFixed(3)}`;
}

/** The words of a part whose place tells most, some of every tenth, in order of place. */
function learn(texts) {
  const candidates = shortWords(texts).toSorted((a, b) => tells(b) - tells(a) || (a.word < b.word ? -1 : 1));
  const kept = [];
  const perTenth = Array(10).fill(0);
  for (const candidate of candidates) {
    const tenth = Math.min(9, Math.floor(candidate.mean * 10));
    if (perTenth[tenth] >= PER_TENTH || kept.some(({ word }) => word.includes(candidate.word))) continue;
    const word = grown(candidate.word, texts);
    if (kept.some((one) => one.word.includes(word) || word.includes(one.word))) continue;
    kept.push(word === candidate.word ? candidate : measured(word, texts));
    perTenth[tenth] += 1;
  }
  return kept.toSorted((a, b) => a.mean - b.mean || (a.word < b.word ? -1 : 1));
}

function tells({ share, spread }) {
  return share / spread ** 2;
}

/** All runs of two to four Han characters that are frequent and stand in one region of the part. */
function shortWords(texts) {
  const sums = new Map();
  for (const text of texts) {
    const own = new Map();
    for (let length = 2; length <= 4; length += 1) {
      for (let at = 0; at + length <= text.length; at += 1) {
        const word = text.slice(at, at + length);
        const sum = own.get(word);
        if (sum === undefined) own.set(word, { count: 1, places: at });
        else {
          sum.count += 1;
          sum.places += at;
        }
      }
    }
    for (const [word, { count, places }] of own) {
      const mean = places / count / text.length;
      const sum = sums.get(word);
      if (sum === undefined) sums.set(word, [1, mean]);
      else {
        sum[0] += 1;
        sum[1] += mean;
      }
    }
  }
  const frequent = [...sums].filter(([word, [count]]) => count >= LEAST_SHARE * texts.length && HAN.test(word));
  return frequent.map(([word]) => measured(word, texts)).filter(({ spread }) => spread < WIDEST_SPREAD);
}

/** Mean place of a word and its spread over all its occurrences, each report counting once. */
function measured(word, texts) {
  let found = 0;
  let first = 0;
  let second = 0;
  for (const text of texts) {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const place = at / text.length;
      count += 1;
      sum += place;
      squares += place * place;
    }
    if (count === 0) continue;
    found += 1;
    first += sum / count;
    second += squares / count;
  }
  const mean = first / found;
  const spread = Math.max(0.01, Math.sqrt(Math.max(0, second / found - mean * mean)));
  return { word, mean, spread, share: found / texts.length };
}

/** The longest word that nearly all reports with the short one have around it: 届人民代表 becomes 届人民代表大会. */
function grown(word, texts) {
  const having = texts.filter((text) => text.includes(word)).length;
  if (word.length >= LONGEST_WORD) return word;
  const around = new Map();
  for (const text of texts) {
    const seen = new Set();
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at > 0) seen.add(text[at - 1] + word);
      if (at + word.length < text.length) seen.add(word + text[at + word.length]);
    }
    for (const one of seen) around.set(one, (around.get(one) ?? 0) + 1);
  }
  const [best] = [...around]
    .filter(([longer, count]) => HAN.test(longer) && count >= GROWS * having)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best === undefined ? word : grown(best[0], texts);
}

function linesOf(words) {
  return words.map(
    ({ word, mean, spread, share }) => `  - [${word}, ${mean.toFixed(2)}, ${spread.toFixed(2)}, ${share.toFixed(2)}]`,
  );
}
