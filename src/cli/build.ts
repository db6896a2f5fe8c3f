/** `jiaokan build`: from corpus/ to the published dataset; `--check` says whether what lies there is what would be built. */
import path from 'node:path';
import { Command, Option } from 'commander';
import { compareText } from '../model/finding.ts';
import { InputError } from '../node/errors.ts';
import { PLAIN_READING, readFolder } from '../node/read.ts';
import { readRelease } from '../node/release.ts';
import { rulesWith } from '../node/rules.ts';
import { writeFiles } from '../node/write.ts';
import { datasetFiles } from '../output/dataset.ts';
import { MissingPackage } from '../output/lazy.ts';
import type { Codec } from '../output/parquet.ts';
import { FORMATS, type Format } from '../output/release/distribution.ts';
import type { Files } from '../output/sums.ts';
import type { Finish } from './main.ts';
import { EXIT, folder } from './options.ts';
import type { Terminal } from './terminal.ts';
import { type ThreadFlags, threadOptions, threadsOf } from './threads.ts';
import { auditGathered, corpusFolder, gather, shown } from './work.ts';

interface BuildFlags extends Pick<ThreadFlags, 'jobs' | 'cache' | 'out'> {
  readonly corpus?: string;
  readonly check?: boolean;
  readonly formats: readonly Format[];
  readonly codec: Codec;
}

export function buildCommand(terminal: Terminal, finish: Finish): Command {
  return threadOptions(new Command('build'))
    .description('make the dataset from the corpus')
    .option('--corpus <dir>', 'folder with the manifest.yaml (default: corpus/ here or above)', folder)
    .option('--out <dir>', 'folder of the dataset (default: dist-data beside the corpus)', folder)
    .option('--check', 'write nothing, and fail when the dataset there differs')
    .addOption(
      new Option('--formats <list>', 'forms of the tables, with commas between: parquet, arrow, compat')
        .argParser(formatsOf)
        .default(FORMATS, FORMATS.join(',')),
    )
    .addOption(new Option('--codec <codec>', 'compression in data/').choices(['zstd', 'snappy']).default('zstd'))
    .action(async (flags: BuildFlags) => {
      finish(await runBuild(flags, terminal));
    });
}

async function runBuild(flags: BuildFlags, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const corpus = await corpusFolder(flags.corpus, cwd);
  const out = path.resolve(cwd, flags.out ?? path.join(path.dirname(corpus), 'dist-data'));
  const gathered = await gather([corpus], terminal);
  const [changed] = gathered.changed;
  if (changed !== undefined) throw new InputError(`${changed}. Correct the manifest or put the file back`);
  const rules = await rulesWith(null, cwd);
  const threads = await threadsOf(flags, gathered.sources, rules, terminal);
  const audit = await auditGathered(gathered, rules, terminal, 'show', PLAIN_READING, [], threads);
  const known = {
    sources: new Set(audit.sources.map(({ source }) => source.sourceId)),
    rules: new Set(audit.rules.map(({ id }) => id)),
  };
  const notes = await readRelease(corpus, cwd, known);
  const { formats, codec } = flags;
  const made = await datasetFiles(audit, { formats, codec, notes }).catch(inputErrorOf);
  const name = shown(out, terminal);
  return flags.check ? checkAgainst(made, out, name, terminal) : publish(made, out, name, terminal);
}

/** `parquet,arrow` -> both; Parquet is always made. @throws InputError for a form that nobody knows */
function formatsOf(list: string): readonly Format[] {
  const asked = list.split(',').map((one) => one.trim());
  const stray = asked.find((one) => !FORMATS.some((format) => format === one));
  if (stray !== undefined) throw new InputError(`--formats: ${stray} is none of ${FORMATS.join(', ')}`);
  return FORMATS.filter((format) => format === 'parquet' || asked.includes(format));
}

function inputErrorOf(error: unknown): never {
  throw error instanceof MissingPackage ? new InputError(`${error.message}, or leave it out with --formats`) : error;
}

async function checkAgainst(made: Files, out: string, name: string, terminal: Terminal): Promise<number> {
  const there = await readFolder(out, name);
  const differences = differencesOf(made, there);
  for (const one of differences) terminal.out(`${terminal.colors.red('✗')} ${name}/${one}\n`);
  if (differences.length > 0) {
    terminal.out(`${name} is not what the corpus and the rules give: run jiaokan build\n`);
    return EXIT.found;
  }
  terminal.out(`${terminal.colors.green('✓')} ${name} is what the corpus and the rules give (${made.size} files)\n`);
  return EXIT.clean;
}

function differencesOf(made: Files, there: Files): string[] {
  const names = [...new Set([...made.keys(), ...there.keys()])].sort(compareText);
  return names.flatMap((name) => {
    const a = made.get(name);
    const b = there.get(name);
    if (!b) return [`${name}: missing`];
    if (!a) return [`${name}: does not belong to the dataset`];
    return Buffer.compare(a, b) === 0 ? [] : [`${name}: differs`];
  });
}

async function publish(made: Files, out: string, name: string, terminal: Terminal): Promise<number> {
  const before = await formerFiles(out, name);
  const fresh = [...made].filter(([file, bytes]) => Buffer.compare(before.there.get(file) ?? NOTHING, bytes) !== 0);
  // The list of checksums says which files are ours: it comes last, so that a run that was killed can be mended by the next.
  const inOrder = [...fresh.filter(([file]) => file !== SUMS), ...fresh.filter(([file]) => file === SUMS)];
  await writeFiles(
    out,
    inOrder,
    before.ours.filter((one) => !made.has(one)),
  );
  terminal.out(`${name}: ${made.size} files, ${fresh.length} of them written anew\n`);
  return EXIT.clean;
}

const NOTHING = new Uint8Array();
const SUMS = 'SHA256SUMS';

/** What an earlier build left, and which of it is ours by its own checksum list: only that may be taken away when it is no longer made. */
async function formerFiles(out: string, name: string): Promise<{ there: Files; ours: readonly string[] }> {
  const there = await readFolder(out, name).catch((error: unknown) => {
    if (error instanceof InputError) return new Map<string, Uint8Array>();
    throw error;
  });
  const sums = new TextDecoder().decode(there.get(SUMS) ?? new Uint8Array());
  const ours = [...sums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gmu)].flatMap(([, file]) =>
    file !== undefined && there.has(file) ? [file] : [],
  );
  return { there, ours };
}
