/**
 * `npm run test:mutation -- [--one-in N] [--concurrency N] AREA…`: changes the code of an area in small ways, one at a time, and runs
 * the area's own tests: a change that no test notices is a survivor. Prints the score, and each survivor with its place. Exit 1
 * when an area stays under the floor.
 *
 * `--one-in N` takes an Nth of the code, in blocks of some lines drawn by a digest of their place: the same ones on each machine.
 * What was found before and has not changed since is not tried again (build/mutation/).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';
import { buildIfNeeded, installIfNeeded, ROOT } from './lib/checkout.mjs';

const FLOOR = 85;
const BLOCK_LINES = 24;
/** What no area's tests read is not copied: everything but code, rules with what the build has read of them, tests and sources. */
const UNUSED = [
  '**',
  '!src/**',
  '!rules/**',
  '!tests/**',
  '!corpus/**',
  '!package.json',
  '!build/rules.json',
  'tests/field/**',
];

/** Code of an area, and the tests that answer for it: fast ones, without whole corpora. */
const AREAS = {
  model: { code: ['src/model/*.ts'], tests: ['tests/model/*.test.ts'] },
  quantity: {
    code: ['src/source/quantity.ts', 'src/source/quantity/*.ts'],
    tests: ['tests/figures/{numerals,quantity,form,units,numbers,names,written,edges}.test.ts'],
  },
  meaning: {
    code: ['src/source/meaning.ts', 'src/source/meaning/*.ts'],
    tests: [
      'tests/figures/{meaning,reading,periods,measures,words,headings,sentences,clauses,turns,reports,grounds,changes,firsts,sums,sides}.test.ts',
    ],
  },
  complete: {
    code: ['src/source/complete.ts', 'src/source/structure/{share,position,promises,signs,middle,glossary}.ts'],
    tests: ['tests/structure/{complete,complete-signs,glossary,middle,position,promises,share,signs,verdict}.test.ts'],
  },
  corpus: {
    code: ['src/corpus/*.ts'],
    tests: ['tests/corpus/*.test.ts', '!tests/corpus/{keyed,scale}.test.ts'],
  },
};

const { values: flags, positionals } = parseArgs({
  options: { 'one-in': { type: 'string', default: '1' }, concurrency: { type: 'string', default: '2' } },
  allowPositionals: true,
});
const part = Number(flags['one-in']);
const names = positionals.length > 0 ? positionals : Object.keys(AREAS);
const unknown = names.filter((name) => AREAS[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`no such area: ${unknown.join(', ')} (there are ${Object.keys(AREAS).join(', ')})\n`);
  process.exit(2);
}
process.chdir(ROOT);
installIfNeeded();
buildIfNeeded();
const lines = [];
for (const name of names) lines.push(await scoreOf(name, AREAS[name]));
process.stdout.write(`\n${lines.map(({ line }) => line).join('\n')}\n`);
process.exitCode = lines.every(({ score }) => score >= FLOOR) ? 0 : 1;

/** Runs an area and prints its survivors. */
async function scoreOf(name, { code, tests }) {
  const folder = join(ROOT, 'build', 'mutation');
  mkdirSync(folder, { recursive: true });
  const known = join(folder, `${name}-${part}.json`);
  forgetLoaded(known);
  const stryker = new Stryker({
    mutate: part > 1 ? drawnFrom(code) : code,
    testRunner: 'in-process',
    plugins: [join(ROOT, 'scripts', 'lib', 'mutation-tests.mjs')],
    inProcess: { code, tests },
    coverageAnalysis: 'perTest',
    concurrency: Number(flags.concurrency),
    incremental: true,
    incrementalFile: known,
    ignorePatterns: [...UNUSED],
    tempDirName: 'build/stryker',
    reporters: ['progress'],
    // A loop that a change makes endless is ended after this and twice what the tests take.
    timeoutMS: 6_000,
    timeoutFactor: 2,
    allowEmpty: true,
    warnings: false,
    allowConsoleColors: false,
  });
  const results = await stryker.runMutationTest();
  return told(name, results);
}

/** What acts while a module is loaded is covered by no one test: its survivors are tried again, since tests may be new. */
function forgetLoaded(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const code of Object.values(report.files))
    code.mutants = code.mutants.filter((mutant) => !(mutant.static && mutant.status === 'Survived'));
  writeFileSync(file, JSON.stringify(report));
}

function told(name, results) {
  const of = (...states) => results.filter(({ status }) => states.includes(status));
  const caught = of('Killed', 'Timeout').length;
  const survivors = of('Survived', 'NoCoverage');
  const score = (100 * caught) / Math.max(1, caught + survivors.length);
  for (const { fileName, location, status, replacement, mutatorName } of survivors) {
    const { start, end } = location;
    const at = `${fileName.slice(ROOT.length + 1)}:${start.line}:${start.column}`;
    process.stdout.write(`${status} ${at} ${mutatorName}: ${written(fileName, start, end)} -> ${flat(replacement)}\n`);
  }
  const all = caught + survivors.length;
  const line = `${name}: ${score.toFixed(1)} % of ${all} changes noticed, ${of('Survived').length} survived, ${of('NoCoverage').length} where no test goes`;
  return { score, line };
}

function flat(text) {
  return (text ?? '').replace(/\s+/g, ' ').slice(0, 120);
}

/** The code at a place; lines and columns count from 1 here. */
function written(file, start, end) {
  const rows = readFileSync(file, 'utf8').split('\n');
  const part = rows.slice(start.line - 1, end.line);
  part[part.length - 1] = (part.at(-1) ?? '').slice(0, end.column - 1);
  part[0] = (part[0] ?? '').slice(start.column - 1);
  return flat(part.join('\n'));
}

/** An Nth of the blocks of some lines of each file. */
function drawnFrom(patterns) {
  return globSync(patterns, { cwd: ROOT })
    .sort()
    .flatMap((file) => {
      const count = readFileSync(join(ROOT, file), 'utf8').split('\n').length;
      const blocks = Array.from({ length: Math.ceil(count / BLOCK_LINES) }, (_, at) => at);
      return blocks
        .filter((at) => createHash('sha256').update(`${file}:${at}`).digest().readUInt32BE(0) % part === 0)
        .map((at) => `${file}:${at * BLOCK_LINES + 1}-${Math.min(count, (at + 1) * BLOCK_LINES)}`);
    });
}
