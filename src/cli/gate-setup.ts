/** Options, configuration and places of the gate: what a person said goes before the file, the file before the profile. */
import path from 'node:path';
import { isDay } from '../corpus/accept.ts';
import { type Config, type Profile, parseConfig, type Settings, settingsOf } from '../node/config.ts';
import { InputError } from '../node/errors.ts';
import { readText } from '../node/read.ts';
import type { FailOn, Lang } from './options.ts';
import type { Terminal } from './terminal.ts';
import { corpusFolder, exists, shown } from './work.ts';

export interface SetupFlags {
  readonly corpus?: string;
  readonly config?: string;
  readonly baseline?: string;
  readonly profile?: Profile;
  readonly failOn?: FailOn;
  readonly rules?: string;
  readonly lang?: Lang;
  readonly today?: string;
}

/** Everything that is settled before a source is read. */
export interface Setup {
  readonly corpus: string;
  readonly baselineFile: string;
  readonly settings: Settings;
  readonly rules: string | null;
  readonly lang: Lang;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly files: { readonly manifest: string; readonly accepted: string };
}

export const CONFIG_FILE = 'jiaokan.config.yaml';

/** @throws InputError or CardError for a place, a day or a configuration that is not there or is broken */
export async function setUp(flags: SetupFlags, terminal: Terminal): Promise<Setup> {
  const { cwd } = terminal;
  const corpus = await corpusFolder(flags.corpus, cwd);
  const home = path.dirname(corpus);
  const { config, folder } = await configAt(flags.config, home, terminal);
  const inConfig = (given: string | undefined) => (given === undefined ? undefined : path.resolve(folder, given));
  const said = flags.baseline === undefined ? inConfig(config.baseline) : path.resolve(cwd, flags.baseline);
  return {
    corpus,
    baselineFile: said ?? path.join(home, 'reports', 'baseline.json'),
    settings: settingsOf(config, {
      ...(flags.profile === undefined ? {} : { profile: flags.profile }),
      ...(flags.failOn === undefined ? {} : { fail_on: flags.failOn }),
    }),
    rules: flags.rules ?? inConfig(config.rules) ?? null,
    lang: flags.lang ?? config.lang ?? 'en',
    today: dayOf(flags.today),
    files: {
      manifest: shown(path.join(corpus, 'manifest.yaml'), terminal),
      accepted: shown(path.join(corpus, 'accepted.yaml'), terminal),
    },
  };
}

async function configAt(given: string | undefined, home: string, terminal: Terminal) {
  const file = given === undefined ? path.join(home, CONFIG_FILE) : path.resolve(terminal.cwd, given);
  const none: Config = {};
  if (given === undefined && !(await exists(file))) return { config: none, folder: home };
  const name = shown(file, terminal);
  return { config: parseConfig(name, await readText(file, name)), folder: path.dirname(file) };
}

/** The one place where the clock is asked: acceptances may end. A test gives the day. */
function dayOf(given: string | undefined): string {
  if (given === undefined) return new Date().toISOString().slice(0, 10);
  if (!isDay(given)) throw new InputError(`--today ${given}: give a day, YYYY-MM-DD`);
  return given;
}
