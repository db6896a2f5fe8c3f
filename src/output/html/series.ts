/** Reads figures and checks / gives what is said of one indicator of one place, year by year / promises: intervals as written, growth applied to intervals. */
import { big, decimal, growthFactor, type Interval, multiply } from '../../model/interval.ts';
import type { CheckRow, FigureRow } from '../rows.ts';
import type { Tables } from '../schema.ts';

export type PointKind = 'stated' | 'implied' | 'target';
export type PointVerdict = CheckRow['verdict'] | 'unchecked';

/** One value of one year. `figures` are those that it was read or worked out from. */
export interface Point {
  readonly kind: PointKind;
  readonly year: number;
  readonly interval: Interval;
  readonly unit: string;
  readonly figures: readonly FigureRow[];
  readonly verdict: PointVerdict;
}

/** All that is said of one indicator of one place. */
export interface Series {
  readonly code: string;
  readonly indicator: string;
  readonly points: readonly Point[];
}

const LEVELS: readonly FigureRow['measure'][] = ['level', 'count', 'total'];

/** Series by place, then indicator, in order of their first figure. Copies do not speak; part of a year is left out. */
export function seriesOf(tables: Tables): Series[] {
  const canonical = new Set(tables.reports.filter((one) => one.canonical).map((one) => one.report_id));
  const verdicts = worstOf(tables.checks);
  const groups = new Map<string, FigureRow[]>();
  for (const row of tables.figures) {
    if (!canonical.has(row.report_id) || !isPlain(row)) continue;
    const key = `${row.region_code}\n${row.indicator}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].flatMap(([key, rows]) => {
    const [code = '', indicator = ''] = key.split('\n');
    const points = pointsOf(rows, (id) => verdicts.get(id) ?? 'unchecked');
    return points.length === 0 ? [] : [{ code, indicator, points }];
  });
}

/** Year that a figure is about; null for a part of a year or several. */
export function yearOf({ period_start: start, period_end: end }: FigureRow): number | null {
  if (start === null || end === null) return null;
  const year = end.slice(0, 4);
  const isWhole = start === `${year}-01-01` && end === `${year}-12-31`;
  return isWhole || (start === end && end.endsWith('-12-31')) ? Number(year) : null;
}

function isPlain(row: FigureRow): boolean {
  return row.indicator !== null && row.region_code !== null && row.scope.length === 0 && yearOf(row) !== null;
}

function pointsOf(rows: readonly FigureRow[], verdictOf: (id: string) => PointVerdict): Point[] {
  const levels = rows.filter((row) => LEVELS.includes(row.measure) && row.unit !== '%');
  const unit = mostFrequent(levels.map((row) => row.unit));
  const own = levels.filter((row) => row.unit === unit);
  const stated = own.filter((row) => row.nature === 'actual').map((row) => point('stated', row, verdictOf));
  const targets = own.filter((row) => row.nature === 'target').map((row) => point('target', row, verdictOf));
  const bases = new Map<number, Point>();
  for (const one of stated) if (!bases.has(one.year)) bases.set(one.year, one);
  const worked = bases.size === 0 ? [] : rows.flatMap((row) => grown(row, bases, verdictOf));
  return distinct([...stated, ...worked, ...targets]).sort((a, b) => a.year - b.year);
}

function point(kind: PointKind, row: FigureRow, verdictOf: (id: string) => PointVerdict): Point {
  const interval = { low: row.low, high: row.high };
  return { kind, year: yearOf(row) ?? 0, interval, unit: row.unit, figures: [row], verdict: verdictOf(row.figure_id) };
}

/** What growth of a year makes of the level of the year before. */
function grown(row: FigureRow, bases: ReadonlyMap<number, Point>, verdictOf: (id: string) => PointVerdict): Point[] {
  if (row.measure !== 'growth' || row.unit !== '%') return [];
  if (row.direction !== 'up' && row.direction !== 'down') return [];
  const year = yearOf(row);
  if (year === null) return [];
  const base = bases.get(year - 1);
  const [from] = base?.figures ?? [];
  if (!base || !from || !isSmall(row)) return [];
  const factor = growthFactor({ low: row.low, high: row.high }, row.direction);
  if ([factor.low, factor.high, base.interval.low].some((one) => one !== null && big(one).lt(0))) return [];
  const kind = row.nature === 'target' ? 'target' : 'implied';
  return [
    {
      kind,
      year,
      interval: multiply(base.interval, factor),
      unit: base.unit,
      figures: [from, row],
      verdict: verdictOf(row.figure_id),
    },
  ];
}

/** A growth that can be told apart from a level written with a percent sign: under a thousand per cent. */
function isSmall({ low, high }: FigureRow): boolean {
  return [low, high].every((one) => one === null || big(one).abs().lt(1000));
}

/** One point of each kind, year and interval, with the figures of all. */
function distinct(points: readonly Point[]): Point[] {
  const found = new Map<string, Point>();
  for (const one of points) {
    const key = [one.kind, one.year, one.interval.low, one.interval.high].join(' ');
    const known = found.get(key);
    found.set(key, known ? { ...known, verdict: worse(known.verdict, one.verdict) } : one);
  }
  return [...found.values()];
}

const ORDER: readonly PointVerdict[] = ['broken', 'cannot-tell', 'holds', 'unchecked'];

function worse(a: PointVerdict, b: PointVerdict): PointVerdict {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

/** The worst verdict of the checks that each figure takes part in. */
function worstOf(checks: readonly CheckRow[]): ReadonlyMap<string, PointVerdict> {
  const worst = new Map<string, PointVerdict>();
  for (const { verdict, figure_ids: ids } of checks) {
    for (const id of ids) worst.set(id, worse(worst.get(id) ?? 'unchecked', verdict));
  }
  return worst;
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Middle of an interval, or its one known end, as a number to draw with; null without ends. */
export function middleOf({ low, high }: Interval): number | null {
  if (low === null && high === null) return null;
  if (low === null) return Number(high);
  if (high === null) return Number(low);
  return Number(decimal(big(low).plus(high).div(2)));
}
