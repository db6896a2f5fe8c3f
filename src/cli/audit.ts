/** `jiaokan audit`: reads sources, says what is wrong with them, writes reports and tables. */
import path from 'node:path';
import { Command, Option } from 'commander';
import type { Audit } from '../model/audit.ts';
import { rulesWith } from '../node/rules.ts';
import { writeFiles } from '../node/write.ts';
import { auditFiles } from '../output/audit-files.ts';
import { printable } from '../output/escape.ts';
import { FAMILIES, type Family } from '../rules/card.ts';
import { FORMATS, type Format, formatted } from './formats.ts';
import type { Finish } from './main.ts';
import { EXIT, type FailOn, failing, failOnOption, folder, type Lang, langOption, rulesOption } from './options.ts';
import { prettySummary } from './pretty.ts';
import { openIndex } from './stored.ts';
import type { Terminal } from './terminal.ts';
import { auditGathered, type Gathered, gather, shown } from './work.ts';

interface AuditFlags {
  readonly out?: string;
  readonly format: Format;
  readonly failOn: FailOn;
  readonly rules?: string;
  readonly lang: Lang;
  readonly progress: boolean;
  readonly textColumn?: string;
  readonly idColumn?: string;
  readonly index?: string;
  readonly only?: Family;
}

export function auditCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('audit')
    .description('read sources and say what is wrong with them')
    .argument('[path...]', 'files, folders, glob patterns, or - for standard input; the corpus without any')
    .option('--out <dir>', 'write the reports and the tables into this folder', folder)
    .addOption(new Option('--format <format>', 'what to print').choices([...FORMATS]).default('pretty'))
    .addOption(failOnOption())
    .addOption(rulesOption())
    .addOption(langOption())
    .option('--text-column <name>', 'column of the text in .jsonl and .parquet files (default: guessed)')
    .option('--id-column <name>', 'column that names their records (default: guessed, else the line or row)')
    .option(
      '--index <file>',
      'compare with the reports kept in this file without reading them again, and keep these there too',
      folder,
    )
    .addOption(
      new Option('--only <family>', 'tell, write and count the findings of one family alone').choices([...FAMILIES]),
    )
    .option('--no-progress', 'no line of progress')
    .action(async (paths: string[], flags: AuditFlags) => {
      finish(await runAudit(paths, flags, terminal));
    });
}

async function runAudit(paths: readonly string[], flags: AuditFlags, terminal: Terminal): Promise<number> {
  const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
  const gathered = await gather(paths, terminal);
  const columns = { textColumn: flags.textColumn ?? null, idColumn: flags.idColumn ?? null };
  const index = flags.index === undefined ? null : await openIndex(flags.index, rules, terminal);
  const progress = flags.progress ? 'show' : 'hide';
  const whole = await auditGathered(gathered, rules, terminal, progress, columns, index?.stored ?? []);
  const audit = flags.only === undefined ? whole : only(flags.only, whole);
  if (flags.out !== undefined) {
    await writeFiles(path.resolve(terminal.cwd, flags.out), await auditFiles(audit, flags.lang));
  }
  await index?.keep(whole);
  print(audit, gathered, flags, terminal);
  sayNotes(gathered, terminal);
  if (audit.sources.every((one) => one.reports.length === 0)) {
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

function print(audit: Audit, gathered: Gathered, flags: AuditFlags, terminal: Terminal): void {
  if (flags.format !== 'pretty') {
    terminal.out(formatted(audit, flags.format, flags.lang));
    return;
  }
  terminal.out(
    prettySummary(audit, {
      lang: flags.lang,
      columns: terminal.columns ?? 100,
      colors: terminal.colors,
      skipped: gathered.skipped.length,
      outFolder: flags.out === undefined ? null : shown(flags.out, terminal),
    }),
  );
}

/** Things about the input that are no findings; on stderr, so that printed formats stay clean. */
function sayNotes(gathered: Gathered, terminal: Terminal): void {
  for (const one of gathered.skipped) terminal.err(`skipped ${printable(one.path)}: ${printable(one.reason)}\n`);
  for (const one of gathered.changed) terminal.err(`changed ${one}\n`);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
