/** `jiaokan diff`: what two files, two reports or two datasets say differently; figures first. Further copies tell the odd reading. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { evidenceOf } from '../corpus/canonical.ts';
import { published, relate, type Shared } from '../corpus/relation.ts';
import type { ReportFacts } from '../model/fact.ts';
import type { ReadReport } from '../model/result.ts';
import { InputError } from '../node/errors.ts';
import { readFolder } from '../node/read.ts';
import { rulesWith } from '../node/rules.ts';
import { diffHtml } from '../output/diff-html.ts';
import { type Compared, compare, diffJson } from '../output/diff-report.ts';
import { diffTables, isEqual } from '../output/diff-tables.ts';
import { releaseDiff } from '../output/release-diff.ts';
import type { Tables } from '../output/schema.ts';
import { readDataset } from '../output/verify/read.ts';
import type { Rules } from '../rules/card.ts';
import { comparedLines, tableDiffLines } from './diff-view.ts';
import type { Finish } from './main.ts';
import { EXIT, type Lang, langOption, rulesOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { auditGathered, corpusFolder, type Gathered, gather } from './work.ts';

interface DiffFlags {
  readonly rules?: string;
  readonly lang: Lang;
  readonly format: 'pretty' | 'json' | 'html' | 'md';
}

/** A report with its facts, under the name that it was asked for by. */
interface Named {
  readonly name: string;
  readonly report: ReadReport;
  readonly facts: ReportFacts;
  /** Reports of its corpus that a person chose, each with the reason. */
  readonly chosen: ReadonlyMap<string, string>;
}

export function diffCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('diff')
    .description('what two files, reports (FILE#2) or datasets say differently, figures first')
    .argument('<a>', 'a file, a source_id of the corpus, either with #N for one report of it, or a dataset folder')
    .argument('<b>', 'what it is compared with')
    .argument('[more...]', 'further copies of the report: they tell which reading stands alone')
    .addOption(
      new Option('--format <format>', 'what is printed').choices(['pretty', 'json', 'html', 'md']).default('pretty'),
    )
    .addOption(rulesOption())
    .addOption(langOption())
    .addHelpText('after', '\nExit codes: 0 no difference, 1 differences, 2 the work could not be done')
    .action(async (a: string, b: string, more: string[], flags: DiffFlags) => {
      const datasets = await Promise.all([a, b].map((one) => isDataset(path.resolve(terminal.cwd, one))));
      if (datasets.every(Boolean)) finish(await diffDatasets(a, b, flags, terminal));
      else finish(await diffReports(a, b, more, flags, terminal));
    });
}

async function diffReports(
  a: string,
  b: string,
  more: readonly string[],
  flags: DiffFlags,
  terminal: Terminal,
): Promise<number> {
  if (flags.format === 'md') throw new InputError('--format md is for two datasets');
  const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
  const left = await reportsOf(a, rules, terminal);
  const right = await reportsOf(b, rules, terminal);
  const witnesses: Named[] = [];
  for (const one of more) witnesses.push(...(await reportsOf(one, rules, terminal)));
  const compared = pairsOf(left, right).map(([one, other]) => comparison(one, other, witnesses));
  if (compared.length === 0) {
    throw new InputError(
      `${a} holds ${left.length} reports and ${b} ${right.length}, and none of them are copies. Name two: FILE#1`,
    );
  }
  if (flags.format === 'json') terminal.out(diffJson(compared));
  else if (flags.format === 'html') terminal.out(diffHtml(compared, flags.lang));
  else for (const one of compared) terminal.out(`${comparedLines(one, flags.lang, terminal).join('\n')}\n`);
  const differs = compared.some(({ diff }) => diff.variants.length > 0 || diff.forms.length > 0);
  return differs ? EXIT.found : EXIT.clean;
}

/** Two single reports are compared whatever they are; of many, each with the one on the other side that it shares most with. */
function pairsOf(left: readonly Named[], right: readonly Named[]): [Named, Named][] {
  const [only] = left;
  const [other] = right;
  if (only && other && left.length === 1 && right.length === 1) return [[only, other]];
  return left.flatMap((one): [Named, Named][] => {
    const [best] = right
      .flatMap((two) => {
        const shared = relate(one.facts, two.facts);
        return shared ? [{ two, most: Math.max(shared.measures.aInB, shared.measures.bInA) }] : [];
      })
      .sort((p, q) => q.most - p.most);
    return best ? [[one, best.two]] : [];
  });
}

function comparison(one: Named, other: Named, witnesses: readonly Named[]): Compared {
  const shared = relate(one.facts, other.facts);
  const copies = witnesses.filter(({ facts }) => relate(one.facts, facts) !== null).map(({ report }) => report.text);
  const known = {
    relation: shared?.relation ?? null,
    shared: shared ? { aInB: shared.measures.aInB, bInA: shared.measures.bInA } : null,
    choice: shared ? choiceBetween(shared, new Map([...one.chosen, ...other.chosen])) : null,
  };
  return compare(
    { name: one.name, text: one.report.text },
    { name: other.name, text: other.report.text },
    known,
    copies,
  );
}

/** Which of two copies would stand for both, and why; null where they are not one report. */
function choiceBetween(shared: Shared, chosen: ReadonlyMap<string, string>): Compared['choice'] {
  const standsFor = new Map([shared.a, shared.b].map(({ reportId }) => [reportId, shared.a.reportId]));
  const { kept, reason, note } = published(shared, standsFor, evidenceOf([shared], chosen));
  return kept === null ? null : { kept, reason, note };
}

/** Reports behind a name: a file, a source of the corpus, or one report of either. @throws InputError when there is none */
async function reportsOf(name: string, rules: Rules, terminal: Terminal): Promise<Named[]> {
  const [, file = name, number] = /^(.+)#([0-9]+)$/u.exec(name) ?? [];
  const whole = await gatherNamed(name, terminal);
  const gathered = whole instanceof InputError ? await gatherNamed(file, terminal) : whole;
  if (gathered instanceof InputError) throw gathered;
  const audit = await auditGathered(gathered, rules, terminal, 'hide');
  const all = audit.sources.flatMap(({ reports, facts }) =>
    reports.flatMap((report, at): Named[] => {
      const own = facts[at];
      return own ? [{ name: report.reportId, report, facts: own, chosen: gathered.chosen }] : [];
    }),
  );
  const wanted = whole instanceof InputError ? all.filter(({ report }) => report.ordinal + 1 === Number(number)) : all;
  if (wanted.length === 0) throw new InputError(`${name}: no report was found in it`);
  return wanted;
}

async function gatherNamed(name: string, terminal: Terminal): Promise<Gathered | InputError> {
  const asPath = await gather([name], terminal).catch(inputErrorOnly);
  if (!(asPath instanceof InputError)) return asPath;
  const corpus = await corpusFolder(undefined, terminal.cwd).catch(inputErrorOnly);
  if (corpus instanceof InputError) return asPath;
  const all = await gather([corpus], terminal);
  const sources = all.sources.filter(({ meta }) => meta.sourceId === name);
  return sources.length > 0 ? { ...all, sources } : asPath;
}

function inputErrorOnly(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

async function isDataset(folder: string): Promise<boolean> {
  return access(path.join(folder, 'data', 'reports.parquet')).then(
    () => true,
    () => false,
  );
}

async function diffDatasets(a: string, b: string, flags: DiffFlags, terminal: Terminal): Promise<number> {
  if (flags.format === 'html') throw new InputError('datasets are compared with --format pretty, json or md');
  const [left, right] = [await tablesAt(a, terminal), await tablesAt(b, terminal)];
  const diffs = diffTables(left, right);
  if (flags.format === 'json') terminal.out(`${JSON.stringify({ tables: diffs }, null, 2)}\n`);
  else if (flags.format === 'md') terminal.out(releaseDiff(left, right));
  else terminal.out(`${tableDiffLines(diffs, terminal).join('\n')}\n`);
  return diffs.every(isEqual) ? EXIT.clean : EXIT.found;
}

async function tablesAt(folder: string, terminal: Terminal): Promise<Tables> {
  const { tables, faults } = await readDataset(await readFolder(path.resolve(terminal.cwd, folder), folder));
  if (tables) return tables;
  const [first] = faults;
  throw new InputError(`${folder}: not a dataset of this version: ${first?.file ?? ''} ${first?.message ?? ''}`);
}
