/** `jiaokan build`: from corpus/ to the published dataset; `--check` says whether what lies there is what would be built. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { compareText } from '../model/finding.ts';
import { InputError } from '../node/errors.ts';
import { readFolder } from '../node/read.ts';
import { rulesWith } from '../node/rules.ts';
import { writeFiles } from '../node/write.ts';
import { datasetFiles } from '../output/dataset.ts';
import type { Files } from '../output/sums.ts';
import type { Finish } from './main.ts';
import { EXIT, folder } from './options.ts';
import type { Terminal } from './terminal.ts';
import { auditGathered, corpusFolder, gather, shown } from './work.ts';

interface BuildFlags {
  readonly corpus?: string;
  readonly out?: string;
  readonly check?: boolean;
}

export function buildCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('build')
    .description('make the dataset from the corpus')
    .option('--corpus <dir>', 'folder with the manifest.yaml (default: corpus/ here or above)', folder)
    .option('--out <dir>', 'folder of the dataset (default: dist-data beside the corpus)', folder)
    .option('--check', 'write nothing, and fail when the dataset there differs')
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
  const audit = await auditGathered(gathered, await rulesWith(null, cwd), terminal, 'show');
  const made = await datasetFiles(audit);
  const name = shown(out, terminal);
  return flags.check ? checkAgainst(made, out, name, terminal) : publish(made, out, name, terminal);
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
  await writeFiles(out, made);
  for (const one of before) if (!made.has(one)) await rm(path.join(out, one), { force: true });
  terminal.out(`${name}: ${made.size} files\n`);
  return EXIT.clean;
}

/** Files that an earlier build left, by its own checksum list: only those may be taken away when they are no longer made. */
async function formerFiles(out: string, name: string): Promise<string[]> {
  const there = await readFolder(out, name).catch((error: unknown) => {
    if (error instanceof InputError) return new Map<string, Uint8Array>();
    throw error;
  });
  const sums = new TextDecoder().decode(there.get('SHA256SUMS') ?? new Uint8Array());
  return [...sums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gmu)].flatMap(([, file]) =>
    file !== undefined && there.has(file) ? [file] : [],
  );
}
