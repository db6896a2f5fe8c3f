/** The command line. Each command lives in a file of its own; here they are put together and failures become exit codes. */
import { Command, CommanderError } from 'commander';
import { InputError } from '../node/errors.ts';
import { printable } from '../output/escape.ts';
import { CardError } from '../rules/card.ts';
import { VERSION } from '../run/version.ts';
import { addCommand } from './add.ts';
import { auditCommand } from './audit.ts';
import { buildCommand } from './build.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { gateCommand } from './gate.ts';
import { initCommand } from './init.ts';
import { EXIT } from './options.ts';
import { rulesCommand } from './rules.ts';
import { showCommand } from './show.ts';
import { streamCommand } from './stream.ts';
import type { Terminal } from './terminal.ts';
import { verifyCommand } from './verify.ts';
import { vocabularyCommand } from './vocabulary.ts';

export { processTerminal } from './terminal.ts';

/** Ends a command with an exit code. */
export type Finish = (code: number) => void;

const EXIT_CODES = `
Exit codes:
  0  done, nothing at or above the failing severity
  1  findings at or above the failing severity, or something got worse
  2  the work could not be done: no such path, nothing to read, a broken rule card or manifest`;

/** The program with all its commands; nothing runs until it is given arguments. */
export function program(terminal: Terminal, finish: Finish): Command {
  const root = new Command('jiaokan')
    .description('Audits scraped Chinese government work reports: completeness, copies, noise, figures that disagree.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand(false)
    .configureHelp({ helpWidth: 100 })
    .addHelpText('after', EXIT_CODES);
  const make = [
    auditCommand,
    buildCommand,
    gateCommand,
    addCommand,
    initCommand,
    verifyCommand,
    diffCommand,
    explainCommand,
    rulesCommand,
    showCommand,
    vocabularyCommand,
    streamCommand,
  ];
  for (const command of make) root.addCommand(command(terminal, finish));
  settle(root, terminal);
  return root;
}

/** Output goes to the terminal given, and usage errors are thrown instead of ending the process. */
function settle(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  command.configureHelp({ helpWidth: 100 });
  for (const child of command.commands) settle(child, terminal);
}

/**
 * Runs one command line.
 * @returns the exit code: 0 clean, 1 findings at or above the failing severity, 2 the work could not be done
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const exit: { code: number } = { code: EXIT.clean };
  const root = program(terminal, (code) => {
    exit.code = code;
  });
  try {
    await root.parseAsync(args, { from: 'user' });
    return exit.code;
  } catch (error) {
    return failureCode(error, terminal);
  }
}

function failureCode(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  if (error instanceof CardError) {
    // Bare `file:line:column: message`, as editors read it.
    terminal.err(`${error.message}\n`);
    return EXIT.failed;
  }
  if (error instanceof InputError) {
    terminal.err(`jiaokan: ${printable(error.message)}\n`);
    return EXIT.failed;
  }
  terminal.err(`jiaokan failed, and that is a bug of jiaokan:\n${stackOf(error)}\n`);
  return EXIT.failed;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
