/** Reads an audit / gives the figures of a place and of the places that lie in it side by side, one cell an indicator / promises: every cell names the figure that it shows, and a total order. */
import type { Audit } from '../model/audit.ts';
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { Decimal } from '../model/interval.ts';

/** What the comparisons say of a figure: `suspect` is named as wrong, `broken` takes part in one that is broken. */
export type CellState = 'suspect' | 'broken' | 'holds' | 'cannot-tell' | 'unchecked';

/** One place's statement on one indicator. */
export interface MatrixCell {
  readonly regionCode: string;
  readonly region: string;
  readonly figureId: string;
  readonly reportId: string;
  readonly quote: string;
  readonly value: Decimal | null;
  readonly state: CellState;
  readonly checkIds: readonly string[];
}

/** One indicator in one year, for a place and what lies in it. */
export interface MatrixRow {
  /** The place above: a city and its districts, a province and its cities. */
  readonly parentCode: string;
  /** Year that the figures are about. */
  readonly year: number;
  readonly indicator: string;
  readonly scope: readonly string[];
  readonly measure: 'level' | 'count' | 'growth' | 'share';
  readonly unit: string;
  /** What the place above states for itself; null when it says nothing or its report is not here. */
  readonly whole: MatrixCell | null;
  /** The places in it that state it, in order of code; two at least, or one beside the whole. */
  readonly parts: readonly MatrixCell[];
}

interface Statement {
  readonly fact: Fact;
  readonly report: ReportFacts;
}

/** Rows in order of place, year, indicator, measure and unit. Only canonical reports speak, and only of themselves. */
export function figureMatrix(audit: Audit): MatrixRow[] {
  const checks = checksByFigure(audit.corpus.checks);
  const spoken = audit.corpus.canonical.filter((choice) => choice.reportId === choice.canonicalReportId);
  const canonical = new Set(spoken.map(({ reportId }) => reportId));
  const rows = new Map<string, Map<string, Statement>>();
  for (const report of audit.sources.flatMap(({ facts }) => facts)) {
    if (!canonical.has(report.reportId)) continue;
    for (const fact of report.facts) {
      for (const key of keysOf(fact, report)) {
        const row = rows.get(key) ?? new Map<string, Statement>();
        const place = fact.regionCode ?? '';
        const known = row.get(place);
        if (!known || comesBefore(fact, known.fact)) row.set(place, { fact, report });
        rows.set(key, row);
      }
    }
  }
  return [...rows]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, row]) => rowOf(key.slice(0, key.indexOf('\n')), row, checks));
}

const MEASURES: readonly string[] = ['level', 'count', 'growth', 'share'] satisfies readonly MatrixRow['measure'][];

/** A statement belongs to the row of its own place, as the whole, and to that of the place above. */
function keysOf(fact: Fact, { identity }: ReportFacts): readonly string[] {
  const { indicator, regionCode, period } = fact;
  if (indicator === null || regionCode === null || regionCode !== identity.regionCode || period === null) return [];
  if (!MEASURES.includes(fact.measure) || fact.comparedWith !== null) return [];
  if (fact.nature !== 'actual' && fact.nature !== 'estimate') return [];
  const year = period.end.slice(0, 4);
  if (year !== String(identity.reviewedYear) || !period.end.endsWith('12-31')) return [];
  const what = [year, indicator, [...fact.scope].sort(compareText).join('+'), fact.measure, fact.unit].join('\n');
  return [regionCode, identity.parentCode].flatMap((code) => (code === null ? [] : [`${code}\n${what}`]));
}

/** Of several statements in one report the one that says more in words, else the first. */
function comesBefore(a: Fact, b: Fact): boolean {
  return a.confidence > b.confidence || (a.confidence === b.confidence && compareText(a.figureId, b.figureId) < 0);
}

function rowOf(parentCode: string, row: ReadonlyMap<string, Statement>, checks: CheckIndex): MatrixRow[] {
  const whole = row.get(parentCode);
  const parts = [...row].filter(([code]) => code !== parentCode).sort(([a], [b]) => compareText(a, b));
  const first = whole ?? parts[0]?.[1];
  const measure = first && measureOf(first.fact);
  if (!first || !measure || parts.length < (whole ? 1 : 2)) return [];
  const { fact } = first;
  return [
    {
      parentCode,
      year: Number(fact.period?.end.slice(0, 4)),
      indicator: fact.indicator ?? '',
      scope: fact.scope,
      measure,
      unit: fact.unit,
      whole: whole ? cellOf(whole, checks) : null,
      parts: parts.map(([, statement]) => cellOf(statement, checks)),
    },
  ];
}

function measureOf({ measure }: Fact): MatrixRow['measure'] | null {
  return measure === 'level' || measure === 'count' || measure === 'growth' || measure === 'share' ? measure : null;
}

function cellOf({ fact, report }: Statement, checks: CheckIndex): MatrixCell {
  const own = checks.get(fact.figureId) ?? [];
  return {
    regionCode: fact.regionCode ?? '',
    region: report.identity.region ?? fact.regionCode ?? '',
    figureId: fact.figureId,
    reportId: fact.reportId,
    quote: fact.quote,
    value: fact.value,
    state: stateOf(fact, own),
    checkIds: own.map(({ checkId }) => checkId),
  };
}

function stateOf({ figureId }: Fact, checks: readonly Check[]): CellState {
  if (checks.some((check) => check.verdict === 'broken' && check.suspectFigureId === figureId)) return 'suspect';
  const said = (['broken', 'holds', 'cannot-tell'] as const).find((one) =>
    checks.some(({ verdict }) => verdict === one),
  );
  return said ?? 'unchecked';
}

type CheckIndex = ReadonlyMap<string, readonly Check[]>;

function checksByFigure(checks: readonly Check[]): CheckIndex {
  const index = new Map<string, Check[]>();
  for (const check of checks) {
    for (const figureId of check.figureIds) {
      const known = index.get(figureId);
      if (known) known.push(check);
      else index.set(figureId, [check]);
    }
  }
  return index;
}
