/** Options of long runs: how many threads, where results are kept, and what a run continues. */
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../node/errors.ts';
import type { FoundSource } from '../node/find.ts';
import type { Setting } from '../node/scale/desk.ts';
import { usualJobs } from '../node/scale/jobs.ts';
import type { Rules } from '../rules/card.ts';
import { folder } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface ThreadFlags {
  readonly jobs?: number;
  readonly cache?: string;
  readonly resume?: boolean;
  readonly out?: string;
  readonly rules?: string;
}

/** Where sources are read. */
export interface Threads {
  readonly jobs: number;
  readonly setting: Omit<Setting, 'spill'>;
}

/** Folder of kept results inside the folder of outputs. */
const KEPT = '.jiaokan-cache';

/** Adds `--jobs` and `--cache` to a command. */
export function threadOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--jobs <number>', 'threads that read sources (default: the processors, or 1 for little)').argParser(
        jobsOf,
      ),
    )
    .option(
      '--cache <dir>',
      'keep what was read of each source here, and do not read it again while nothing changed',
      folder,
    );
}

/** `--resume`, for commands whose folder of outputs may hold more than the outputs. */
export function resumeOption(): Option {
  return new Option('--resume', `a cache in ${KEPT} of the output folder: a run that was stopped goes on where it was`);
}

function jobsOf(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 512) throw new InvalidArgumentError('Give a number from 1 to 512.');
  return jobs;
}

/** The threads that flags ask for. @throws InputError for --resume without a folder of outputs */
export async function threadsOf(
  flags: ThreadFlags,
  sources: readonly FoundSource[],
  rules: Rules,
  terminal: Terminal,
): Promise<Threads> {
  const { cwd } = terminal;
  if (flags.resume === true && flags.out === undefined && flags.cache === undefined)
    throw new InputError('--resume goes with --out DIR: the results so far are kept there');
  const kept = flags.cache ?? (flags.resume === true && flags.out !== undefined ? path.join(flags.out, KEPT) : null);
  return {
    jobs: flags.jobs ?? (await usualJobs(sources)),
    setting: {
      ownRules: flags.rules ?? null,
      cwd,
      rulesDigest: rules.digest,
      cache: kept === null ? null : path.resolve(cwd, kept),
    },
  };
}
