/** `jiaokan verify`: is a dataset what it claims to be? */
import path from 'node:path';
import { Command } from 'commander';
import { InputError } from '../node/errors.ts';
import { readFolder } from '../node/read.ts';
import { faultLine, verifyDataset } from '../output/verify.ts';
import type { Finish } from './main.ts';
import { EXIT } from './options.ts';
import type { Terminal } from './terminal.ts';

/** As many problems as a person reads; the rest are counted. */
const SHOWN = 50;

export function verifyCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('verify')
    .description(
      'check a dataset: checksums, descriptions, rows against schemas, keys, the forms of each table, sources rebuilt',
    )
    .argument('<dir>', 'folder of the dataset, for example dist-data')
    .action(async (dir: string) => {
      finish(await runVerify(dir, terminal));
    });
}

async function runVerify(dir: string, terminal: Terminal): Promise<number> {
  const files = await readFolder(path.resolve(terminal.cwd, dir), dir);
  if (![...files.keys()].some((name) => name === 'SHA256SUMS' || name.endsWith('.parquet'))) {
    throw new InputError(`${dir}: not a dataset, there are no tables in it`);
  }
  const problems = await verifyDataset(files);
  for (const fault of problems.slice(0, SHOWN)) terminal.out(`${terminal.colors.red('✗')} ${faultLine(fault)}\n`);
  if (problems.length > SHOWN) terminal.out(`… and ${problems.length - SHOWN} more\n`);
  if (problems.length > 0) {
    terminal.out(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${dir}\n`);
    return EXIT.found;
  }
  terminal.out(`${terminal.colors.green('✓')} ${dir}: ${files.size} files hold together\n`);
  return EXIT.clean;
}
