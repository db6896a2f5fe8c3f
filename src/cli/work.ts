/** The work behind several commands: from the paths that a person typed to an audit. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { type Accepted, NONE_ACCEPTED } from '../corpus/accept.ts';
import type { Audit } from '../model/audit.ts';
import type { ReportFacts } from '../model/fact.ts';
import { type CorpusFolder, isCorpus, readCorpus } from '../node/corpus.ts';
import { InputError } from '../node/errors.ts';
import { type FoundSource, findSources, posixPath, type Skipped } from '../node/find.ts';
import { PLAIN_READING, type Reading, readSources } from '../node/read.ts';
import { settingsOf } from '../node/scale/jobs.ts';
import { readOnThreads } from '../node/scale/parallel.ts';
import { tasksOf } from '../node/scale/tasks.ts';
import { printable } from '../output/escape.ts';
import type { Rules } from '../rules/card.ts';
import { assemble, auditSources, type Progress } from '../run/inline.ts';
import { watch } from './progress.ts';
import type { Terminal } from './terminal.ts';
import type { Threads } from './threads.ts';

/** What paths came to: sources with what is accepted of them, and what was passed over. */
export interface Gathered {
  readonly sources: readonly FoundSource[];
  readonly accepted: Accepted;
  /** Reports that a person chose to stand for their copies, each with the reason. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly skipped: readonly Skipped[];
  /** Sources whose bytes differ from their manifest, in words. */
  readonly changed: readonly string[];
}

/**
 * Finds the sources behind paths. A folder with a manifest.yaml is a corpus: its sources are those of the manifest.
 * Without a path, the corpus that this folder belongs to is meant.
 * @throws InputError when there is nothing to read
 */
export async function gather(paths: readonly string[], terminal: Terminal): Promise<Gathered> {
  const { cwd } = terminal;
  const given = paths.length > 0 ? paths : [await corpusFolder(undefined, cwd)];
  const folders: CorpusFolder[] = [];
  const plain: string[] = [];
  for (const one of given) {
    const full = path.resolve(cwd, one);
    if (one !== '-' && (await isCorpus(full))) folders.push(await readCorpus(full, cwd));
    else plain.push(one);
  }
  const found = plain.length > 0 ? await findSources(plain, cwd) : { sources: [], skipped: [] };
  const sources = [...folders.flatMap((one) => one.sources), ...found.sources];
  refuseRepeats(sources);
  const [only] = folders;
  return {
    sources,
    accepted: only && folders.length === 1 ? only.accepted : NONE_ACCEPTED,
    chosen: new Map(folders.flatMap((one) => one.choices.map(({ report, reason }) => [report, reason] as const))),
    skipped: found.skipped,
    changed: folders.flatMap((one) => one.changed),
  };
}

/** The corpus meant by a person: the folder given, or `corpus/` here or in a folder above. @throws InputError without one */
export async function corpusFolder(given: string | undefined, cwd: string): Promise<string> {
  if (given !== undefined) {
    if (await isCorpus(path.resolve(cwd, given))) return path.resolve(cwd, given);
    throw new InputError(`${given}: not a corpus, there is no manifest.yaml in it`);
  }
  let at = path.resolve(cwd);
  for (;;) {
    const candidate = path.join(at, 'corpus');
    if (await isCorpus(candidate)) return candidate;
    const above = path.dirname(at);
    if (above === at) throw new InputError('nothing to read: give a file, a folder, a pattern or - for standard input');
    at = above;
  }
}

/** Audits what was gathered, with a line of progress. Members of archives that are not read are told on stderr. */
export async function auditGathered(
  gathered: Gathered,
  rules: Rules,
  terminal: Terminal,
  progress: 'show' | 'hide',
  columns: Pick<Reading, 'textColumn' | 'idColumn'> = PLAIN_READING,
  stored: readonly ReportFacts[] = [],
  threads: Threads | null = null,
): Promise<Audit> {
  const { sources, accepted, chosen } = gathered;
  return watched(gathered, terminal, progress, columns, async (reading, told) => {
    if (threads === null || (threads.jobs === 1 && threads.setting.cache === null)) {
      const inputs = readSources(sources, terminal.stdin, reading);
      return auditSources(inputs, rules, { accepted, chosen, progress: told, stored });
    }
    const tasks = tasksOf(sources, terminal.stdin, reading);
    const results = await readOnThreads(tasks, settingsOf(threads.jobs, threads.setting, null), told);
    return assemble(results, rules, accepted, chosen, stored);
  });
}

/** Does the work on sources with a line of progress; what was passed over on the way and choices for no report are told. */
export async function watched(
  gathered: Gathered,
  terminal: Terminal,
  progress: 'show' | 'hide',
  columns: Pick<Reading, 'textColumn' | 'idColumn'>,
  work: (reading: Reading, told: Progress) => Promise<Audit>,
): Promise<Audit> {
  const passedOver: Skipped[] = [];
  const reading: Reading = { ...columns, skipped: (one) => passedOver.push(one) };
  const line = watch(terminal, gathered.sources.length, progress);
  try {
    const audit = await work(reading, line.progress);
    refuseStrayChoices(audit, [...gathered.chosen.keys()]);
    return audit;
  } finally {
    line.done();
    for (const { path: place, reason } of passedOver)
      terminal.err(`skipped ${printable(place)}: ${printable(reason)}\n`);
  }
}

/** True for anything that lies there. */
export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** A choice for a report that its source does not hold would be passed over in silence. */
function refuseStrayChoices({ sources }: Audit, chosen: readonly string[]): void {
  for (const { source, facts } of sources) {
    const held = new Set(facts.map(({ reportId }) => reportId));
    for (const id of chosen) {
      if (id.slice(0, id.lastIndexOf('#')) !== source.sourceId || held.has(id)) continue;
      const known = held.size === 0 ? 'no report was found in it' : `it holds ${[...held].join(', ')}`;
      throw new InputError(`canonical.yaml: ${id} is no report of ${source.sourceId}: ${known}`);
    }
  }
}

/** A folder as a person would type it from where they stand. */
export function shown(folder: string, terminal: Terminal): string {
  return posixPath(terminal.cwd, path.resolve(terminal.cwd, folder)) || '.';
}

function refuseRepeats(sources: readonly FoundSource[]): void {
  const seen = new Set<string>();
  for (const { meta } of sources) {
    if (seen.has(meta.sourceId))
      throw new InputError(`${meta.sourceId}: two sources have this id. Give one folder that holds both`);
    seen.add(meta.sourceId);
  }
}
