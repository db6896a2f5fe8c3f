/** `jiaokan audit`: reads sources, says what is wrong with them, writes reports and tables. */
import path from 'node:path';
import { Command, Option } from 'commander';
import type { Audit } from '../model/audit.ts';
import { InputError } from '../node/errors.ts';
import { rulesWith } from '../node/rules.ts';
import { writeFiles } from '../node/write.ts';
import { printable } from '../output/escape.ts';
import { FAMILIES, type Family, type Rules } from '../rules/card.ts';
import { FORMATS, type Format, formatted } from './formats.ts';
import type { Finish } from './main.ts';
import { EXIT, type FailOn, failing, failOnOption, folder, type Lang, langOption, rulesOption } from './options.ts';
import { type PrettyOptions, prettyClosing, prettyFindings, verdictLines } from './pretty.ts';
import type { OpenIndex } from './stored.ts';
import type { Terminal } from './terminal.ts';
import { resumeOption, type ThreadFlags, threadOptions, threadsOf } from './threads.ts';
import { auditGathered, type Gathered, gather, shown } from './work.ts';

interface AuditFlags extends ThreadFlags {
  readonly tables?: boolean;
  readonly format: Format;
  readonly failOn: FailOn;
  readonly lang: Lang;
  readonly progress: boolean;
  readonly quiet?: true;
  readonly textColumn?: string;
  readonly idColumn?: string;
  readonly index?: string;
  readonly only?: Family;
}

export function auditCommand(terminal: Terminal, finish: Finish): Command {
  return threadOptions(new Command('audit'))
    .description('read sources and say what is wrong with them')
    .argument('[path...]', 'files, folders, glob patterns, or - for standard input; the corpus without any')
    .option('--out <dir>', 'write the reports and the tables into this folder', folder)
    .addOption(new Option('--format <format>', 'what to print').choices([...FORMATS]).default('pretty'))
    .addOption(failOnOption())
    .addOption(rulesOption())
    .addOption(langOption())
    .option('--text-column <name>', 'column of the text in .jsonl, .csv and .parquet files (default: guessed)')
    .option('--id-column <name>', 'column that names their records (default: guessed, else the line or row)')
    .option(
      '--index <file>',
      'compare with the reports kept in this file without reading them again, and keep these there too',
      folder,
    )
    .addOption(
      new Option('--only <family>', 'tell, write and count the findings of one family alone').choices([...FAMILIES]),
    )
    .addOption(resumeOption())
    .option('--tables', 'write the tables into --out and nothing else: for corpora that no page can hold')
    .option('--no-progress', 'no line of progress')
    .option('--quiet', 'print the answer alone: two lines, and no progress')
    .action(async (paths: string[], flags: AuditFlags) => {
      finish(await runAudit(paths, flags, terminal));
    });
}

async function runAudit(paths: readonly string[], flags: AuditFlags, terminal: Terminal): Promise<number> {
  const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
  const gathered = await gather(paths, terminal);
  const columns = { textColumn: flags.textColumn ?? null, idColumn: flags.idColumn ?? null };
  const index = flags.index === undefined ? null : await storedIn(flags.index, rules, terminal);
  const progress = flags.progress && flags.quiet === undefined ? 'show' : 'hide';
  const stored = index?.stored ?? [];
  const threads = await threadsOf(flags, gathered.sources, rules, terminal);
  if (flags.tables === true) {
    const out = tablesFolder(flags, terminal);
    const { auditTables, summaryOfTables } = await import('./tables-alone.ts');
    const facts = index === null ? 'on-disk' : 'in-memory';
    const made = await auditTables(gathered, rules, terminal, { progress, columns, stored, facts, threads, out });
    await index?.keep(made.audit);
    terminal.out(summaryOfTables(made, flags.lang));
    return ended(made.audit, gathered, flags, terminal);
  }
  const whole = await auditGathered(gathered, rules, terminal, progress, columns, stored, threads);
  const audit = flags.only === undefined ? whole : only(flags.only, whole);
  const style = styleOf(flags, gathered, terminal);
  // What was found is told to a person at once: to write it all takes as long again.
  if (flags.format === 'pretty') {
    terminal.out(
      flags.quiet === undefined ? prettyFindings(audit, style) : `${verdictLines(audit, style).join('\n')}\n`,
    );
  }
  if (flags.out !== undefined) {
    const { auditFiles } = await import('../output/audit-files.ts');
    await writeFiles(path.resolve(terminal.cwd, flags.out), await auditFiles(audit, flags.lang));
  }
  await index?.keep(whole);
  if (flags.format !== 'pretty') terminal.out(await formatted(audit, flags.format, flags.lang));
  else if (flags.quiet === undefined) terminal.out(prettyClosing(audit, style));
  return ended(audit, gathered, flags, terminal);
}

async function storedIn(file: string, rules: Rules, terminal: Terminal): Promise<OpenIndex> {
  const { openIndex } = await import('./stored.ts');
  return openIndex(file, rules, terminal);
}

/** Where `--tables` writes. @throws InputError with flags that need more than the tables */
function tablesFolder(flags: AuditFlags, { cwd }: Terminal): string {
  if (flags.out === undefined) throw new InputError('--tables goes with --out DIR');
  if (flags.format !== 'pretty' || flags.only !== undefined)
    throw new InputError('--tables prints a summary alone: leave --format and --only out');
  return path.resolve(cwd, flags.out);
}

/** Notes on the input, and the exit code. */
function ended(audit: Audit, gathered: Gathered, flags: AuditFlags, terminal: Terminal): number {
  sayNotes(gathered, terminal);
  if (audit.sources.every((one) => one.facts.length === 0)) {
    terminal.err(
      `jiaokan: no work report was found in ${countOf(audit.sources.length, 'source')}: nothing was checked\n`,
    );
    return EXIT.failed;
  }
  return failing(audit.findings, audit.rules, flags.failOn).length > 0 ? EXIT.found : EXIT.clean;
}

/** The audit with the findings of one family: the reports and the checks are all there. */
function only(family: Family, audit: Audit): Audit {
  return { ...audit, findings: audit.findings.filter(({ rule }) => rule.startsWith(`${family}/`)) };
}

function styleOf(flags: AuditFlags, gathered: Gathered, terminal: Terminal): PrettyOptions {
  return {
    lang: flags.lang,
    columns: terminal.columns ?? 100,
    colors: terminal.colors,
    skipped: gathered.skipped.length,
    outFolder: flags.out === undefined ? null : shown(flags.out, terminal),
  };
}

/** Things about the input that are no findings; on stderr, so that printed formats stay clean. */
function sayNotes(gathered: Gathered, terminal: Terminal): void {
  for (const one of gathered.skipped) terminal.err(`skipped ${printable(one.path)}: ${printable(one.reason)}\n`);
  for (const one of gathered.changed) terminal.err(`changed ${one}\n`);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
