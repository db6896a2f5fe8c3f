/** `jiaokan rules` lists the rules; `jiaokan rules test` runs their examples. */
import { Command } from 'commander';
import { rulesWith } from '../node/rules.ts';
import type { Rules } from '../rules/card.ts';
import { type CardReport, checkExamples, type ExampleResult } from '../rules/examples.ts';
import { exampleReader } from '../run/examples.ts';
import { checkIndicators } from '../run/indicator-examples.ts';
import { inColor } from './findings.ts';
import type { Finish } from './main.ts';
import { EXIT, type Lang, langOption, rulesOption } from './options.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

interface ListFlags {
  readonly rules?: string;
  readonly lang: Lang;
}

export function rulesCommand(terminal: Terminal, finish: Finish): Command {
  const test = new Command('test')
    .description('run the examples of all rules: they are the tests of the rules')
    .addOption(rulesOption())
    .action(async (flags: { readonly rules?: string }, command: Command) => {
      const own = flags.rules ?? command.parent?.opts<ListFlags>().rules ?? null;
      finish(await runExamples(own, terminal));
    });
  return new Command('rules')
    .description('list the rules')
    .addOption(rulesOption())
    .addOption(langOption())
    .addCommand(test)
    .action(async (flags: ListFlags) => {
      await listRules(flags, terminal);
      finish(EXIT.clean);
    });
}

async function listRules(flags: ListFlags, terminal: Terminal): Promise<void> {
  const { rules } = await rulesWith(flags.rules ?? null, terminal.cwd);
  const columns = terminal.columns ?? 100;
  const lines = tableLines(
    [
      { head: 'rule', align: 'left', most: 46 },
      { head: 'severity', align: 'left', most: 8 },
      { head: 'status', align: 'left', most: 7 },
      { head: 'message', align: 'left', most: Math.max(30, columns - 67) },
    ],
    rules.map(({ card }) => [card.id, card.severity, card.status, card.message[flags.lang]]),
  );
  const [head, ...body] = lines;
  terminal.out(`${terminal.colors.dim(head ?? '')}\n${body.join('\n')}\n`);
}

async function runExamples(own: string | null, terminal: Terminal): Promise<number> {
  const rules = await rulesWith(own, terminal.cwd);
  const reports = checkExamples(rules, exampleReader(rules));
  const failed = reports.filter((report) => !report.passed);
  for (const report of failed) terminal.out(`${failureLines(report, terminal).join('\n')}\n`);
  const sum = (count: (report: CardReport) => number) => reports.reduce((total, report) => total + count(report), 0);
  terminal.out(
    `${reports.length - failed.length} of ${reports.length} rules pass: ${sum((one) => one.hitsRight)} hits found, ` +
      `${sum((one) => one.missesQuiet)} misses left alone, ${sum((one) => one.knownWrong)} known to be wrong\n`,
  );
  const unread = indicatorLines(rules, terminal);
  if (reports.length === 0) return EXIT.failed;
  return failed.length > 0 || unread > 0 ? EXIT.found : EXIT.clean;
}

/** Runs and tells the examples of the indicators; gives how many figures were misread. */
function indicatorLines({ vocabulary }: Rules, terminal: Terminal): number {
  const { indicators, figures, misses } = checkIndicators(vocabulary);
  for (const { indicator, example, quote, got } of misses) {
    terminal.out(
      `${inColor('error', '✗', terminal.colors)} vocabulary/indicators.yaml: ${indicator}: 「${example}」: ${quote} is read as ${got ?? 'no known indicator'}\n`,
    );
  }
  terminal.out(
    `${figures - misses.length} of ${figures} figures in the examples of ${indicators} indicators are read\n`,
  );
  return misses.length;
}

function failureLines(report: CardReport, { colors }: Terminal): string[] {
  const wrong = report.results.filter((one) => one.outcome !== 'right' && !one.outcome.startsWith('known-wrong'));
  return wrong.map(
    (one) => `${inColor('error', '✗', colors)} ${report.file}:${one.line}:1: ${report.rule}: ${outcomeWords(one)}`,
  );
}

function outcomeWords({ outcome, expected, found }: ExampleResult): string {
  const list = (quotes: readonly string[]) =>
    quotes.map((quote) => `「${quote.replace(/\s+/gu, ' ')}」`).join(' ') || 'nothing';
  if (outcome === 'missed') return `did not find ${list(expected)}`;
  if (outcome === 'fired') return `should be quiet and found ${list(found)}`;
  return `expected ${list(expected)}, found ${list(found)}`;
}
