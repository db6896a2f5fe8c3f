/** `jiaokan audit --tables`: the tables of a corpus of any size, and a summary in a few lines. */
import type { ReportFacts } from '../model/fact.ts';
import type { Reading } from '../node/read.ts';
import { auditIntoTables, type TabledAudit } from '../node/scale/table-run.ts';
import { tasksOf } from '../node/scale/tasks.ts';
import { openPool } from '../node/scale/workers.ts';
import { word } from '../output/words.ts';
import type { Rules } from '../rules/card.ts';
import type { Lang } from './options.ts';
import type { Terminal } from './terminal.ts';
import type { Threads } from './threads.ts';
import { type Gathered, watched } from './work.ts';

/** What a run into tables takes besides its sources. */
interface TablesRun {
  readonly progress: 'show' | 'hide';
  readonly columns: Pick<Reading, 'textColumn' | 'idColumn'>;
  readonly stored: readonly ReportFacts[];
  /** Whether facts are asked for when the tables are written. */
  readonly facts: 'on-disk' | 'in-memory';
  readonly threads: Threads;
  readonly out: string;
}

/** Audits what was gathered into `out`/data/. */
export async function auditTables(
  gathered: Gathered,
  rules: Rules,
  terminal: Terminal,
  { progress, columns, stored, facts, threads, out }: TablesRun,
): Promise<TabledAudit> {
  let tabled: Omit<TabledAudit, 'audit'> = { completeness: {}, verdicts: { holds: 0, broken: 0, 'cannot-tell': 0 } };
  const audit = await watched(gathered, terminal, progress, columns, async (reading, told) => {
    const made = await auditIntoTables(tasksOf(gathered.sources, terminal.stdin, reading), {
      ...threads,
      rules,
      out,
      accepted: gathered.accepted,
      chosen: gathered.chosen,
      stored,
      facts,
      progress: told,
      open: openPool,
    });
    tabled = made;
    return made.audit;
  });
  return { ...tabled, audit };
}

/** Counts of sources, reports, checks, pairs and findings; findings by rule, most first. */
export function summaryOfTables({ audit, completeness, verdicts: counts }: TabledAudit, lang: Lang): string {
  const { sources, corpus, findings } = audit;
  const reports = sources.reduce((sum, one) => sum + one.facts.length, 0);
  const whole = Object.entries(completeness)
    .sort()
    .map(([verdict, count]) => `${word('completeness', verdict, lang)} ${count}`);
  const verdicts = (['holds', 'broken', 'cannot-tell'] as const).map((verdict) => {
    return `${word('verdict', verdict, lang)} ${counts[verdict]}`;
  });
  const rules = new Map<string, number>();
  for (const { rule } of findings) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const lines = [...rules]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([rule, n]) => `${String(n).padStart(8)}  ${rule}`);
  const names =
    lang === 'zh' ? ['来源', '报告', '核对', '相似', '发现'] : ['sources', 'reports', 'checks', 'pairs', 'findings'];
  const [source, report, check, pair, finding] = names;
  return `${[
    `${source} ${sources.length} · ${report} ${reports} (${whole.join(', ')})`,
    `${check} ${counts.holds + counts.broken + counts['cannot-tell']} (${verdicts.join(', ')}) · ${pair} ${corpus.pairs.length} · ${finding} ${findings.length}`,
    ...lines,
  ].join('\n')}\n`;
}
