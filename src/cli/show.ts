/** `jiaokan show`: one source opened up: identity, completeness with its evidence, outline, what was removed, figures. */
import path from 'node:path';
import { Command } from 'commander';
import type { Audit } from '../model/audit.ts';
import type { EditRecord, ReadReport, SourceResult } from '../model/result.ts';
import { InputError } from '../node/errors.ts';
import { rulesWith } from '../node/rules.ts';
import { word } from '../output/words.ts';
import { checkView } from './check-view.ts';
import { figureView } from './figure-view.ts';
import { findingLines } from './findings.ts';
import { labelsOf } from './labels.ts';
import type { Finish } from './main.ts';
import { EXIT, type Lang, langOption, rulesOption } from './options.ts';
import { mapView, removedView, textView } from './removed-view.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';
import { cut } from './width.ts';
import { auditGathered, corpusFolder, type Gathered, gather } from './work.ts';

interface ShowFlags {
  readonly rules?: string;
  readonly lang: Lang;
  readonly figures?: true;
  readonly removed?: true;
  readonly text?: true;
  readonly map?: true;
  readonly checks?: true;
}

const SHOWN_FIGURES = 40;
const SHOWN_EDITS = 5;

export function showCommand(terminal: Terminal, finish: Finish): Command {
  return new Command('show')
    .description('open one source: identity, completeness, outline, what was removed, figures')
    .argument('<source>', 'a file, or the source_id of the corpus')
    .addOption(rulesOption())
    .addOption(langOption())
    .option('--figures', 'the text with every figure marked and explained')
    .option('--removed', 'every removal with its rule and what stands around it')
    .option('--checks', 'the comparisons that its figures take part in, with every operand located')
    .option('--text', 'the clean text alone')
    .option('--map', 'the bytes that each paragraph comes from')
    .action(async (source: string, flags: ShowFlags) => {
      const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
      if (flags.checks) {
        finish(await showChecks(source, flags, terminal));
        return;
      }
      const gathered = await sourceNamed(source, terminal);
      const audit = await auditGathered(gathered, rules, terminal, 'hide');
      if (flags.figures) {
        const reports = audit.sources.flatMap((result) => result.reports);
        for (const report of reports)
          terminal.out(
            `${terminal.colors.bold(report.reportId)}${figureView(report, flags.lang, terminal.colors).join('\n')}\n`,
          );
        finish(reports.length > 0 ? EXIT.clean : EXIT.failed);
        return;
      }
      const view = viewOf(flags, terminal);
      if (view !== null) {
        for (const result of audit.sources) terminal.out(`${view(result).join('\n')}\n`);
        finish(audit.sources.length > 0 ? EXIT.clean : EXIT.failed);
        return;
      }
      for (const result of audit.sources)
        terminal.out(`${sourceLines(result, audit, flags.lang, terminal).join('\n')}\n`);
      finish(EXIT.clean);
    });
}

/** The checks of one source against all others beside it: of a corpus all sources are read, and those of one are shown. */
async function showChecks(source: string, flags: ShowFlags, terminal: Terminal): Promise<number> {
  const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
  const named = await sourceNamed(source, terminal);
  const ids = new Set(named.sources.map(({ meta }) => meta.sourceId));
  const corpus = ids.size === 1 ? await corpusFolder(undefined, terminal.cwd).catch(() => null) : null;
  const all = corpus === null ? named : await gather([corpus], terminal);
  const beside = all.sources.some(({ meta }) => ids.has(meta.sourceId)) ? all : named;
  const audit = await auditGathered(beside, rules, terminal, 'hide');
  const shown = audit.sources.filter((one) => ids.has(one.source.sourceId));
  terminal.out(`${checkView(audit, shown, flags.lang, terminal).join('\n')}\n`);
  return shown.some(({ reports }) => reports.length > 0) ? EXIT.clean : EXIT.failed;
}

/** The one view that was asked for, or null: the summary. */
function viewOf(flags: ShowFlags, { colors, columns }: Terminal): ((result: SourceResult) => string[]) | null {
  if (flags.removed) return (result) => removedView(result, colors);
  if (flags.text) return textView;
  if (flags.map) return (result) => mapView(result, columns ?? 100);
  return null;
}

/** A path if there is one, else a source of the corpus of this folder. */
async function sourceNamed(source: string, terminal: Terminal): Promise<Gathered> {
  const asPath = await gather([source], terminal).catch((error: unknown) => {
    if (error instanceof InputError) return error;
    throw error;
  });
  if (!(asPath instanceof InputError)) return asPath;
  const corpus = await corpusFolder(undefined, terminal.cwd).catch(() => null);
  if (corpus === null) throw asPath;
  const all = await gather([corpus], terminal);
  const sources = all.sources.filter((one) => one.meta.sourceId === source);
  if (sources.length > 0) return { ...all, sources };
  const known = all.sources.map((one) => one.meta.sourceId).join(', ');
  throw new InputError(`${source}: neither a file nor a source of ${path.basename(corpus)}/. Its sources: ${known}`);
}

function sourceLines(result: SourceResult, audit: Audit, lang: Lang, terminal: Terminal): string[] {
  const { colors } = terminal;
  const { source } = result;
  const columns = terminal.columns ?? 100;
  const findings = audit.findings.filter((one) => one.sourceId === source.sourceId);
  return [
    colors.bold(source.sourceId),
    `  ${source.path}`,
    `  ${source.bytes} bytes, ${source.charset}, ${source.mediaType}, sha256 ${source.sha256.slice(0, 16)}…`,
    `  ${source.keptChars} of ${source.decodedChars} characters kept`,
    ...(source.promised.length > 0
      ? [
          `  its contents page promises ${source.promised.length} reports: ${source.promised.map((one) => one.name).join('、')}`,
        ]
      : []),
    ...result.reports.flatMap((report) => ['', ...reportBlock(report, lang, terminal, columns)]),
    '',
    colors.bold('Removed'),
    ...editLines(result.edits, columns),
    '',
    colors.bold(`Findings (${findings.length})`),
    ...findingLines(findings, audit, { lang, colors, columns }),
  ];
}

function reportBlock(report: ReadReport, lang: Lang, { colors }: Terminal, columns: number): string[] {
  const { identity, completeness, outline } = report;
  const share = completeness.sharePresent;
  const known: readonly (readonly [string, string | number | null])[] = [
    [
      'region',
      identity.region === null ? null : `${identity.region} (${identity.regionCode ?? '?'}, ${identity.level ?? '?'})`,
    ],
    ['year', identity.reportYear],
    ['delivered', identity.deliveredOn],
    ['session', identity.session],
    ['speaker', identity.speaker],
  ];
  return [
    colors.bold(`${report.reportId}  ${identity.title ?? ''}`.trim()),
    ...known.map(([name, value]) => `  ${name.padEnd(10)}${value ?? colors.dim('not found')}`),
    `  ${'state'.padEnd(10)}${[
      labelsOf(lang).completeness[completeness.verdict],
      ...completeness.missing.map((part) => word('missing', part, lang)),
      ...(share === null ? [] : [presentWords(share)]),
    ].join(', ')}`,
    ...completeness.evidence.map(({ sign, weight, quote }) =>
      cut(
        `    ${signed(weight)}  ${word('sign', sign, lang)}${quote === '' ? '' : `  「${quote.replace(/\s+/gu, ' ')}」`}`,
        columns,
      ),
    ),
    colors.bold(`  Outline (${outline.headings.length} headings, ${outline.paragraphs.length} paragraphs)`),
    ...outline.headings.map((one) => cut(`  ${'  '.repeat(one.level)}${one.label} ${one.title}`, columns)),
    colors.bold(`  Figures (${report.figures.length})`),
    ...figureLines(report).map((line) => cut(`    ${line}`, columns)),
  ];
}

function figureLines({ figures }: ReadReport): string[] {
  const rows = figures
    .slice(0, SHOWN_FIGURES)
    .map((one) => [
      one.quote,
      one.indicator ?? one.indicatorText,
      one.measure,
      one.nature,
      one.period?.start.slice(0, 4) ?? '',
    ]);
  const column = (head: string, most: number) => ({ head, most, align: 'left' as const });
  const lines = tableLines(
    [column('quote', 20), column('indicator', 30), column('measure', 13), column('nature', 10), column('year', 4)],
    rows,
  );
  const rest = figures.length - SHOWN_FIGURES;
  return rest > 0 ? [...lines, `… and ${rest} more`] : lines;
}

/** Removals by rule: how often, how much, and the first few. */
function editLines(edits: readonly EditRecord[], columns: number): string[] {
  const byRule = new Map<string, EditRecord[]>();
  for (const edit of edits) {
    const list = byRule.get(edit.rule);
    if (list) list.push(edit);
    else byRule.set(edit.rule, [edit]);
  }
  return [...byRule].flatMap(([rule, list]) => {
    const chars = list.reduce((sum, one) => sum + one.original.length - one.replacement.length, 0);
    const seen = list
      .map((one) => one.original.replace(/\s+/gu, ' ').trim())
      .filter((one) => one !== '')
      .slice(0, SHOWN_EDITS);
    return [`  ${rule}  ${list.length} times, ${chars} characters`, ...seen.map((one) => cut(`      ${one}`, columns))];
  });
}

function presentWords({ estimate, low, high }: { estimate: number; low: number; high: number }): string {
  return `${pct(estimate)} present${low === high ? '' : ` (${pct(low)} to ${pct(high)})`}`;
}

function pct(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function signed(weight: number): string {
  return `${weight < 0 ? '-' : '+'}${Math.abs(weight)}`;
}
