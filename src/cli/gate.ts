/** `jiaokan gate`: fails only for what is new or worse than the baseline. */
import path from 'node:path';
import { Command } from 'commander';
import { unusedAcceptances } from '../corpus/accept.ts';
import type { Audit } from '../model/audit.ts';
import { readText } from '../node/read.ts';
import { rulesWith } from '../node/rules.ts';
import { writeFiles } from '../node/write.ts';
import { baselineOf, type Comparison, compare } from './baseline.ts';
import { baselineText, parseBaseline } from './baseline-file.ts';
import { findingLines } from './findings.ts';
import type { Finish } from './main.ts';
import { EXIT, type FailOn, failOnOption, folder, type Lang, langOption, rulesOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { auditGathered, corpusFolder, type Gathered, gather, shown } from './work.ts';

interface GateFlags {
  readonly corpus?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly failOn: FailOn;
  readonly rules?: string;
  readonly lang: Lang;
}

export function gateCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('gate')
    .description('audit the corpus and fail only for what is new or worse than the baseline')
    .option('--corpus <dir>', 'folder with the manifest.yaml (default: corpus/ here or above)', folder)
    .option('--baseline <file>', 'the baseline (default: reports/baseline.json beside the corpus)', folder)
    .option('--update-baseline', 'record the state of now as the baseline')
    .addOption(failOnOption())
    .addOption(rulesOption())
    .addOption(langOption())
    .action(async (flags: GateFlags) => {
      finish(await runGate(flags, terminal));
    });
}

async function runGate(flags: GateFlags, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const corpus = await corpusFolder(flags.corpus, cwd);
  const file = path.resolve(cwd, flags.baseline ?? path.join(path.dirname(corpus), 'reports', 'baseline.json'));
  const rules = await rulesWith(flags.rules ?? null, cwd);
  const gathered = await gather([corpus], terminal);
  const name = shown(file, terminal);
  if (flags.updateBaseline) {
    if (gathered.changed.length > 0) return refuse(gathered, terminal);
    const audit = await auditGathered(gathered, rules, terminal, 'hide');
    await writeFiles(path.dirname(file), [[path.basename(file), baselineText(baselineOf(audit))]]);
    terminal.out(`recorded ${name}\n`);
    return EXIT.clean;
  }
  const baseline = parseBaseline(name, await readText(file, `${name} (gate --update-baseline makes it)`));
  const audit = await auditGathered(gathered, rules, terminal, 'hide');
  const comparison = compare(baseline, audit, flags.failOn);
  sayComparison(comparison, gathered, audit, flags.lang, terminal);
  return comparison.worse.length + gathered.changed.length > 0 ? EXIT.found : EXIT.clean;
}

/** A baseline over bytes that nobody vouches for would be worth nothing. */
function refuse(gathered: Gathered, terminal: Terminal): number {
  for (const one of gathered.changed) terminal.err(`jiaokan: ${one}\n`);
  terminal.err('jiaokan: correct the manifest first, then record the baseline\n');
  return EXIT.failed;
}

function sayComparison(comparison: Comparison, gathered: Gathered, audit: Audit, lang: Lang, terminal: Terminal): void {
  const { colors, out } = terminal;
  const worse = [...gathered.changed, ...comparison.worse];
  for (const one of worse) out(`${colors.red('worse')}   ${one}\n`);
  for (const one of comparison.better) out(`${colors.green('better')}  ${one}\n`);
  for (const one of comparison.notes) out(`${colors.dim('note')}    ${one}\n`);
  for (const { finding, rule } of unusedAcceptances(gathered.accepted, audit.findings)) {
    out(
      `${colors.dim('note')}    accepted finding ${finding} (${rule}) no longer occurs: take it out of accepted.yaml\n`,
    );
  }
  const fresh = audit.findings.filter((one) => comparison.failing.has(one.findingId));
  if (fresh.length > 0)
    out(`\n${findingLines(fresh, audit, { lang, colors, columns: terminal.columns ?? 100 }).join('\n')}\n`);
  out(
    worse.length === 0
      ? `${colors.green('✓')} nothing got worse\n`
      : `${colors.red('✗')} ${worse.length} ${worse.length === 1 ? 'thing' : 'things'} got worse\n`,
  );
}
