/** `jiaokan vocabulary gaps`: the names that figures carry and the vocabulary does not know, most frequent first. */
import { Command, InvalidArgumentError } from 'commander';
import type { Figure } from '../model/figure.ts';
import { compareText } from '../model/finding.ts';
import type { SourceResult } from '../model/result.ts';
import { rulesWith } from '../node/rules.ts';
import type { Finish } from './main.ts';
import { EXIT, rulesOption } from './options.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';
import { auditGathered, gather } from './work.ts';

interface GapFlags {
  readonly rules?: string;
  readonly top: number;
}

/** A name with the unit that its figures have. */
interface Gap {
  readonly name: string;
  readonly unit: string;
  count: number;
  readonly reports: Set<string>;
  readonly quote: string;
}

const TOP = 50;

export function vocabularyCommand(terminal: Terminal, finish: Finish): Command {
  const gaps = new Command('gaps')
    .description('names of figures that the vocabulary does not know, by frequency')
    .argument('[paths...]', 'files, folders or globs; without one, the corpus of this folder')
    .option('--top <n>', 'how many names', positive, TOP)
    .addOption(rulesOption())
    .action(async (paths: string[], flags: GapFlags) => {
      finish(await listGaps(paths, flags, terminal));
    });
  return new Command('vocabulary').description('what the vocabulary lacks').addCommand(gaps);
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.');
  return number;
}

async function listGaps(paths: readonly string[], flags: GapFlags, terminal: Terminal): Promise<number> {
  const rules = await rulesWith(flags.rules ?? null, terminal.cwd);
  const audit = await auditGathered(await gather(paths, terminal), rules, terminal, 'hide');
  const figures = audit.sources.flatMap((source) => figuresOf(source));
  const unknown = figures.filter(({ indicator }) => indicator === null);
  const gaps = gapsIn(unknown);
  const rows = gaps
    .slice(0, flags.top)
    .map(({ count, reports, unit, name, quote }) => [String(count), String(reports.size), name, unit, quote]);
  const lines = tableLines(
    [
      { head: 'figures', align: 'right', most: 7 },
      { head: 'reports', align: 'right', most: 7 },
      { head: 'name', align: 'left', most: 44 },
      { head: 'unit', align: 'left', most: 12 },
      { head: 'for example', align: 'left', most: 24 },
    ],
    rows,
  );
  terminal.out(`${lines.join('\n')}\n`);
  terminal.out(
    `${unknown.length} of ${figures.length} figures have no indicator of the vocabulary, under ${gaps.length} names. ` +
      `Indicators are added in rules/vocabulary/indicators.yaml\n`,
  );
  return figures.length === 0 ? EXIT.failed : EXIT.clean;
}

function figuresOf(source: SourceResult): readonly Figure[] {
  return source.reports.flatMap((report) => report.figures);
}

function gapsIn(unknown: readonly Figure[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const { indicatorText: name, unit, quote, reportId } of unknown) {
    const key = `${name}|${unit}`;
    const gap = found.get(key) ?? { name, unit, count: 0, reports: new Set<string>(), quote };
    gap.count += 1;
    gap.reports.add(reportId);
    found.set(key, gap);
  }
  return [...found.values()].sort(
    (a, b) => b.count - a.count || compareText(a.name, b.name) || compareText(a.unit, b.unit),
  );
}
