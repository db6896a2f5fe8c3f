/** The command line. Each command lives in a file of its own; here they are put together and failures become exit codes. */
import { Command, CommanderError } from 'commander';
import { InputError } from '../node/errors.ts';
import { printable } from '../output/escape.ts';
import { CardError } from '../rules/card.ts';
import { VERSION } from '../run/version.ts';
import { EXIT } from './options.ts';
import type { Terminal } from './terminal.ts';

export { processTerminal } from './terminal.ts';

/** Ends a command with an exit code. */
export type Finish = (code: number) => void;

const EXIT_CODES = `
Exit codes:
  0  done, nothing at or above the failing severity
  1  findings at or above the failing severity, or something got worse
  2  the work could not be done: no such path, nothing to read, a broken rule card or manifest`;

/** Makes one command. */
type MakeCommand = (terminal: Terminal, finish: Finish) => Command;

/** The commands, in the order that help tells them. Each is loaded when it is asked for: most of them need much of the program. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  audit: async () => (await import('./audit.ts')).auditCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  gate: async () => (await import('./gate.ts')).gateCommand,
  add: async () => (await import('./add.ts')).addCommand,
  init: async () => (await import('./init.ts')).initCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  diff: async () => (await import('./diff.ts')).diffCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  rules: async () => (await import('./rules.ts')).rulesCommand,
  show: async () => (await import('./show.ts')).showCommand,
  vocabulary: async () => (await import('./vocabulary.ts')).vocabularyCommand,
  stream: async () => (await import('./stream.ts')).streamCommand,
};

/**
 * The program; nothing runs until it is given arguments.
 * @param name the only command that it shall have; all of them when there is none of that name
 */
export async function program(terminal: Terminal, finish: Finish, name = ''): Promise<Command> {
  const root = new Command('jiaokan')
    .description('Audits scraped Chinese government work reports: completeness, copies, noise, figures that disagree.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand(false)
    .configureHelp({ helpWidth: 100 })
    .addHelpText('after', EXIT_CODES);
  const only = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  for (const load of only ? [only] : Object.values(COMMANDS)) {
    const make = await load();
    root.addCommand(make(terminal, finish));
  }
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
  const finish = (code: number): void => {
    exit.code = code;
  };
  try {
    const root = await program(terminal, finish, args[0]);
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
