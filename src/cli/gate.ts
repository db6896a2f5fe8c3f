/** `jiaokan gate`: fails only for what is new or worse than the baseline, or than the corpus of a revision. */
import path from 'node:path';
import { Command, Option } from 'commander';
import { inForce, staleAcceptances } from '../corpus/accept.ts';
import type { Audit } from '../model/audit.ts';
import { PROFILES } from '../node/config.ts';
import { InputError } from '../node/errors.ts';
import { readFolder, readText } from '../node/read.ts';
import { rulesWith } from '../node/rules.ts';
import { writeFiles } from '../node/write.ts';
import { diffTables } from '../output/diff-tables.ts';
import { changesOf, type GateView } from '../output/gate-changes.ts';
import type { Tables } from '../output/schema.ts';
import { tablesOf } from '../output/tables.ts';
import { readDataset } from '../output/verify/read.ts';
import type { Rules } from '../rules/card.ts';
import { baselineOf } from './baseline.ts';
import { baselineText, parseBaseline } from './baseline-file.ts';
import { type Accepting, checkAccepting, entriesOf, writeAccepted } from './gate-accept.ts';
import { type Base, baseOf } from './gate-base.ts';
import { compare, type Present } from './gate-compare.ts';
import { GATE_FILES, GATE_FORMATS, type GateFormat, gateFormatted } from './gate-files.ts';
import { type Setup, type SetupFlags, setUp } from './gate-setup.ts';
import { gateLines } from './gate-view.ts';
import type { Finish } from './main.ts';
import { EXIT, folder, rulesOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { auditGathered, type Gathered, gather, shown } from './work.ts';

interface GateFlags extends SetupFlags, Accepting {
  readonly base?: string;
  readonly updateBaseline?: boolean;
  readonly format: GateFormat;
  readonly out?: string;
}

export function gateCommand(terminal: Terminal, finish: Finish): Command {
  return withSetup(
    new Command('gate').description('audit the corpus and fail only for what is new or worse than the baseline'),
  )
    .option('--base <revision>', 'compare with the corpus at a git revision instead of a baseline')
    .option('--update-baseline', 'record the state of now as the baseline')
    .option('--accept <fingerprint...>', 'accept findings by their fingerprints: writes accepted.yaml', [])
    .option('--reason <text>', 'why they are right as they are (with --accept)')
    .option('--expires <day>', 'last day on which they are accepted, YYYY-MM-DD (with --accept)')
    .option('--note <text>', 'anything else (with --accept)')
    .addOption(new Option('--format <format>', 'what to print').choices([...GATE_FORMATS]).default('pretty'))
    .option('--out <dir>', 'write all formats into this folder', folder)
    .action(async (flags: GateFlags) => {
      finish(await runGate(flags, terminal));
    });
}

/** Options that `add` has as well: it shows what the gate would say. */
export function withSetup(command: Command): Command {
  return command
    .option('--corpus <dir>', 'folder with the manifest.yaml (default: corpus/ here or above)', folder)
    .option('--config <file>', 'the configuration (default: jiaokan.config.yaml beside the corpus)', folder)
    .option('--baseline <file>', 'the baseline (default: reports/baseline.json beside the corpus)', folder)
    .addOption(new Option('--profile <profile>', 'how strict to be (default: standard)').choices([...PROFILES]))
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1').choices([
        'error',
        'warning',
        'never',
      ]),
    )
    .addOption(rulesOption())
    .addOption(new Option('--lang <lang>', 'language of the words (default: en)').choices(['en', 'zh']))
    .option('--today <day>', 'the day that acceptances are judged by, YYYY-MM-DD (default: today)');
}

async function runGate(flags: GateFlags, terminal: Terminal): Promise<number> {
  checkAccepting(flags);
  const setup = await setUp(flags, terminal);
  const now = await presentOf(setup, terminal);
  if (flags.updateBaseline) return updateBaseline(setup, now, terminal);
  if (flags.accept.length > 0) return acceptThem(flags, setup, now, terminal);
  refuseNothing(now.audit);
  const { view, base } = await judge(setup, now, flags.base ?? null, terminal);
  await tell(view, base, { flags, setup, now }, terminal);
  return changesOf(view, 'worse').length > 0 ? EXIT.found : EXIT.clean;
}

/** What the corpus is now. */
export interface Now extends Present {
  readonly rules: Rules;
  readonly gathered: Gathered;
}

/** Audits the corpus with the acceptances that count today. */
export async function presentOf(setup: Setup, terminal: Terminal): Promise<Now> {
  const rules = await rulesWith(setup.rules, terminal.cwd);
  const gathered = await gather([setup.corpus], terminal);
  const counting = { ...gathered, accepted: inForce(gathered.accepted, setup.today) };
  const audit = await auditGathered(counting, rules, terminal, 'hide');
  return { audit, rules, gathered, today: setup.today, files: setup.files };
}

/** Compares with the baseline, or with a revision when one is given. */
export async function judge(
  setup: Setup,
  now: Now,
  revision: string | null,
  terminal: Terminal,
): Promise<{ readonly view: GateView; readonly base: Base | null }> {
  if (revision !== null) {
    const { rules } = now;
    const base = await baseOf(revision, setup.corpus, now.audit.sources, { rules, today: setup.today, terminal });
    return { view: compare(base.baseline, now, setup.settings, base.name), base };
  }
  const name = shown(setup.baselineFile, terminal);
  const advice = 'gate --update-baseline makes it, --base REV needs none';
  const baseline = parseBaseline(name, await readText(setup.baselineFile, `${name} (${advice})`));
  return { view: compare(baseline, now, setup.settings, name), base: null };
}

/** Sources that give no report at all have not been checked. */
function refuseNothing(audit: Audit): void {
  if (audit.sources.some((one) => one.reports.length > 0)) return;
  const count = audit.sources.length;
  throw new InputError(
    `no work report was found in ${count} ${count === 1 ? 'source' : 'sources'}: nothing was checked`,
  );
}

async function updateBaseline(setup: Setup, { audit, gathered }: Now, terminal: Terminal): Promise<number> {
  if (gathered.changed.length > 0) return refuse(gathered, terminal);
  refuseNothing(audit);
  const stale = staleAcceptances(gathered.accepted, audit.findings, setup.today);
  const file = setup.baselineFile;
  await writeFiles(path.dirname(file), [[path.basename(file), baselineText(baselineOf(audit, stale))]]);
  terminal.out(`recorded ${shown(file, terminal)}\n`);
  return EXIT.clean;
}

/** A baseline over bytes that nobody vouches for would be worth nothing. */
function refuse(gathered: Gathered, terminal: Terminal): number {
  for (const one of gathered.changed) terminal.err(`jiaokan: ${one}\n`);
  terminal.err('jiaokan: correct the manifest first (jiaokan add FILE), then record the baseline\n');
  return EXIT.failed;
}

async function acceptThem(flags: GateFlags, setup: Setup, now: Now, terminal: Terminal): Promise<number> {
  // Without anything to compare with, findings can be accepted all the same.
  const view = await judge(setup, now, flags.base ?? null, terminal).then(
    (one) => one.view,
    (error: unknown) => {
      if (error instanceof InputError && flags.base === undefined) return null;
      throw error;
    },
  );
  const entries = entriesOf(flags, now.audit, view);
  await writeAccepted(setup.corpus, setup.files.accepted, entries);
  for (const { fingerprint, rule } of entries)
    terminal.out(`accepted ${fingerprint} (${rule}) in ${setup.files.accepted}\n`);
  return EXIT.clean;
}

interface Telling {
  readonly flags: GateFlags;
  readonly setup: Setup;
  readonly now: Now;
}

async function tell(
  view: GateView,
  base: Base | null,
  { flags, setup, now }: Telling,
  terminal: Terminal,
): Promise<void> {
  const { format, out } = flags;
  if (format === 'pretty') terminal.out(gateLines(view, now.audit, setup.lang, terminal));
  if (format === 'pretty' && out === undefined) return;
  const tables = tablesOf(now.audit);
  const isTold = out !== undefined || format === 'md' || format === 'json';
  const rows = isTold ? await rowsBefore(base, setup, tables) : null;
  const ground = { audit: now.audit, tables, view: { ...view, rows } };
  if (format !== 'pretty') terminal.out(gateFormatted(format, ground, setup.lang));
  if (out === undefined) return;
  await writeFiles(
    path.resolve(terminal.cwd, out),
    GATE_FILES.map(([name, one]) => [name, gateFormatted(one, ground, setup.lang)] as const),
  );
}

/** Rows that differ from the dataset of the revision, or from the one that lies beside the corpus; null without one. */
async function rowsBefore(base: Base | null, setup: Setup, tables: Tables): Promise<GateView['rows']> {
  if (base) return diffTables(tablesOf(base.audit), tables);
  const dataset = path.join(path.dirname(setup.corpus), 'dist-data');
  const files = await readFolder(dataset, dataset).catch((error: unknown) => {
    if (error instanceof InputError) return null;
    throw error;
  });
  const before = files ? (await readDataset(files)).tables : null;
  return before ? diffTables(before, tables) : null;
}
