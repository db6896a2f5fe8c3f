/** `jiaokan stream`: the two halves of an audit as filters of lines, for engines that pipe rows through programs. */
import path from 'node:path';
import { Command } from 'commander';
import { InputError } from '../node/errors.ts';
import { isReadable } from '../node/find.ts';
import { openDocuments } from '../node/formats/documents.ts';
import { openFile } from '../node/formats/open.ts';
import { PLAIN_READING, readBytes } from '../node/read.ts';
import { rulesWith } from '../node/rules.ts';
import { tablesOfRows } from '../node/scale/row-tables.ts';
import {
  joined,
  type KeyedRow,
  keyedRow,
  lineOf,
  mapper,
  reduced,
  type StandingRow,
  sourceOf,
} from '../node/scale/stream.ts';
import { printable } from '../output/escape.ts';
import { SCHEMAS } from '../output/schema.ts';
import type { Finish } from './main.ts';
import { EXIT, folder, rulesOption } from './options.ts';
import type { Terminal } from './terminal.ts';

interface StreamFlags {
  readonly rules?: string;
}

export function streamCommand(terminal: Terminal, finish: Finish): Command {
  const done = (): void => finish(EXIT.clean);
  return new Command('stream')
    .description('audit as filters of lines, for sort, Hadoop and Spark')
    .addCommand(
      new Command('map')
        .description('lines of JSON, a source each, to lines `table TAB key TAB row`')
        .addOption(rulesOption())
        .action((flags: StreamFlags) => streamMap(flags, terminal).then(done)),
    )
    .addCommand(
      new Command('reduce')
        .description('those lines, sorted by their bytes, to the lines of the finished tables')
        .addOption(rulesOption())
        .action((flags: StreamFlags) => streamReduce(flags, terminal).then(done)),
    )
    .addCommand(
      new Command('tables')
        .description('lines of finished tables, sorted by their bytes, to Parquet files')
        .requiredOption('--out <dir>', 'folder of the files', folder)
        .addOption(rulesOption())
        .action(async (flags: StreamFlags & { readonly out: string }) => {
          const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
          await tablesOfRows(rowsIn(terminal), path.resolve(terminal.cwd, flags.out), rules.digest);
          done();
        }),
    )
    .addCommand(
      new Command('columns').description('the columns of the tables with their types, as JSON').action(() => {
        terminal.out(`${JSON.stringify(columns())}\n`);
        done();
      }),
    );
}

function columns(): object {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([table, { properties }]) => [
      table,
      Object.entries(properties).map(
        ([
          name,
          {
            'x-parquet': { type },
          },
        ]) => ({ name, type }),
      ),
    ]),
  );
}

async function streamMap(flags: StreamFlags, terminal: Terminal): Promise<void> {
  const map = mapper(await rulesWith(flags.rules ?? null, terminal.cwd));
  const documents = openDocuments();
  const opening = {
    ...PLAIN_READING,
    isReadable,
    documents,
    skipped: (place: string, reason: string) => terminal.err(`skipped ${printable(place)}: ${printable(reason)}\n`),
  };
  try {
    for await (const { line, number } of linesIn(terminal)) {
      const { meta, bytes, file } = sourceOf(line, number);
      const whole = bytes ?? (await readBytes(path.resolve(terminal.cwd, file ?? ''), file ?? ''));
      for await (const input of openFile({ meta, bytes: whole }, opening)) {
        terminal.out(map(input).map(lineOf).join(''));
      }
    }
  } finally {
    await documents.close();
  }
}

/**
 * Finished rows go through. What reconciliation takes is held until all of it is there, which the order of the lines tells: the rows
 * of `reports` come behind it. Without rows of reports, who stands for whom is given as rows of its own.
 */
async function streamReduce(flags: StreamFlags, terminal: Terminal): Promise<void> {
  const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
  const held: Record<'facts' | 'found', string[]> = { facts: [], found: [] };
  const put = (row: KeyedRow): void => terminal.out(lineOf(row));
  let standing: ReadonlyMap<string, string> | null = null;
  let source = '';
  for await (const row of rowsIn(terminal)) {
    const { table, key, json } = row;
    if (table === 'facts' || table === 'found') {
      if (standing !== null)
        throw new InputError(`a row of ${table} behind rows of reports: sort the lines by their bytes`);
      held[table].push(json);
      continue;
    }
    if (table === 'sources' && key === source) throw new InputError(`${key}: two sources have this id`);
    if (table === 'sources') source = key;
    if (table === 'reports') standing ??= settled(reduced(held.facts, held.found, rules), put);
    put(table === 'reports' ? { ...row, json: joined(json, standing ?? new Map()) } : row);
  }
  if (standing === null) for (const row of reduced(held.facts, held.found, rules)) put(row);
}

/** Gives the rows of tables away; who stands for whom is kept. */
function settled(rows: readonly KeyedRow[], put: (row: KeyedRow) => void): ReadonlyMap<string, string> {
  const standing = new Map<string, string>();
  for (const row of rows) {
    if (row.table !== 'standing') put(row);
    else {
      const { report_id, canonical_report_id }: StandingRow = JSON.parse(row.json);
      standing.set(report_id, canonical_report_id);
    }
  }
  return standing;
}

async function* rowsIn(terminal: Terminal): AsyncGenerator<KeyedRow> {
  for await (const { line, number } of linesIn(terminal)) yield keyedRow(line, number);
}

async function* linesIn({ stdin, stdinLines }: Terminal): AsyncGenerator<{ line: string; number: number }> {
  let number = 0;
  for await (const line of stdinLines ? stdinLines() : new TextDecoder().decode(await stdin()).split('\n')) {
    number++;
    if (line.trim() !== '') yield { line, number };
  }
}
