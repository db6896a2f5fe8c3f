/**
 * Reads groups of rows and a shelf of reports / gives what the checks say of them, place by place / promises: each group is compared by itself;
 * where and in which order that happens shows in nothing but the order of what is given.
 */
import type { Outcome, ReportFacts } from '../model/fact.ts';
import type { CompiledCheck, FactInReport } from '../rules/card.ts';
import { factAt } from './digest.ts';
import type { KeyGroups } from './key-groups.ts';
import type { Keyring, Rows } from './keyed.ts';
import { type Turns, WAYS, type Way } from './turns.ts';

/** Reports by number, in order of id. One may be made anew whenever it is opened. */
export interface Shelf {
  readonly length: number;
  open(number: number): ReportFacts;
  /** The number of a report that was opened. */
  numberOf(reportId: string): number;
}

/** @throws RangeError where the report is not among those that have a number */
export function numberAmong(numbers: ReadonlyMap<string, number>, reportId: string): number {
  const number = numbers.get(reportId);
  if (number === undefined) throw new RangeError(`there is no report ${reportId}`);
  return number;
}

/** A group by the number of its check and its own. */
export interface GroupNumber {
  readonly nth: number;
  readonly group: number;
}

/** Where a group is found again: of several reports by its number, of one report by the number of that and its own number there. */
export interface GroupPlace extends GroupNumber {
  /** Number of the report that a group lies within; null for a group among all reports. */
  readonly within: number | null;
}

export interface Found extends GroupPlace {
  readonly outcome: Outcome;
}

/** All that is compared: checks in their order, and for each its groups among all reports. */
export interface Comparing {
  readonly checks: readonly CompiledCheck[];
  readonly keyring: Keyring;
  readonly shelf: Shelf;
  readonly groups: readonly KeyGroups[];
}

/** Compares all groups, those within the reports and those among them. */
export function* comparisons(of: Comparing, turns: Turns): Generator<Found> {
  for (const way of WAYS) yield* comparisonsAlong(of, turns, way, turns[way].reports);
}

/** Compares the groups whose turn comes with one of some reports; on the way from place to place also those within them. @param reports their numbers */
export function* comparisonsAlong(of: Comparing, turns: Turns, way: Way, reports: Uint32Array): Generator<Found> {
  const { starts, checks, numbers } = turns[way];
  for (const number of reports) {
    if (way === 'places') yield* foundWithin(of, number);
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
      yield* foundAmongAll(of, checks[at] ?? 0, numbers[at] ?? 0);
    }
  }
}

/** What the checks say of the groups within a report. */
export function foundWithin({ keyring, shelf }: Comparing, number: number): Found[] {
  const report = shelf.open(number);
  const own = report.rows?.outcomes() ?? keyring.outcomesWithin(report);
  return own.map(({ nth, group, outcome }) => ({ nth, within: number, group, outcome }));
}

/** What a check says of one of its groups among all reports. */
export function foundAmongAll(of: Comparing, nth: number, group: number): Found[] {
  const outcomes = of.checks[nth]?.compare(rowsOf(of, nth, group)) ?? [];
  return outcomes.map((outcome) => ({ nth, within: null, group, outcome }));
}

/** The rows of a group that lie in some reports; others are not opened. */
export function rowsAt(of: Comparing, { nth, within, group }: GroupPlace, reportIds: readonly string[]): Rows {
  if (within === null) return rowsOf(of, nth, group, new Set(reportIds.map((id) => of.shelf.numberOf(id))));
  const own = of.keyring.groupsWithin(of.shelf.open(within)).find((one) => one.nth === nth);
  return own?.groups[group] ?? [];
}

/** Rows of one report point to one object: it is opened once a group. @param among numbers of the reports whose rows are asked for; null: all */
function rowsOf(
  { shelf, groups }: Comparing,
  nth: number,
  group: number,
  among: ReadonlySet<number> | null = null,
): Rows {
  const { offsets, reports, facts } = groups[nth] ?? NONE;
  const rows: FactInReport[] = [];
  let [number, report]: [number, ReportFacts | null] = [-1, null];
  for (let at = offsets[group] ?? 0; at < (offsets[group + 1] ?? 0); at++) {
    const own = reports[at] ?? 0;
    if (among !== null && !among.has(own)) continue;
    if (report === null || own !== number) [number, report] = [own, shelf.open(own)];
    const fact = factAt(report, facts[at] ?? 0);
    if (fact !== undefined) rows.push({ fact, report });
  }
  return rows;
}

const NONE: KeyGroups = { offsets: new Uint32Array(1), reports: new Uint32Array(0), facts: new Uint32Array(0) };
