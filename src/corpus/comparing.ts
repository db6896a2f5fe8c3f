/**
 * Reads groups of rows and a shelf of reports / gives what the checks say of them, place by place / promises: each group is compared by itself;
 * where and in which order that happens shows in nothing but the order of what is given.
 */
import type { Outcome, ReportFacts } from '../model/fact.ts';
import type { CompiledCheck, FactInReport } from '../rules/card.ts';
import { factAt } from './digest.ts';
import type { KeyGroups } from './key-groups.ts';
import type { Keyring, Rows } from './keyed.ts';

/** Reports by number, in order of id. One may be made anew whenever it is opened. */
export interface Shelf {
  readonly length: number;
  open(number: number): ReportFacts;
}

/** Where a group is found again: of several reports by its number, of one report by the number of that and its own number there. */
export interface GroupPlace {
  readonly nth: number;
  /** Number of the report that a group lies within; null for a group among all reports. */
  readonly within: number | null;
  readonly group: number;
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

/** Compares the groups that end with one of these reports, and those within them, report after report. */
export function* comparisons(of: Comparing, turn: Turn): Generator<Found> {
  const { checks, keyring, shelf } = of;
  for (const number of turn.reports) {
    const report = shelf.open(number);
    for (const { nth, group, outcome } of report.rows?.outcomes() ?? keyring.outcomesWithin(report)) {
      yield { nth, within: number, group, outcome };
    }
    for (const { nth, group } of turn.ending(number)) {
      for (const outcome of checks[nth]?.compare(rowsOf(of, nth, group)) ?? [])
        yield { nth, within: null, group, outcome };
    }
  }
}

/** The rows of a group. */
export function rowsAt(of: Comparing, { nth, within, group }: GroupPlace): Rows {
  if (within === null) return rowsOf(of, nth, group);
  const own = of.keyring.groupsWithin(of.shelf.open(within)).find((one) => one.nth === nth);
  return own?.groups[group] ?? [];
}

/** Rows of one report point to one object: it is opened once a group. */
function rowsOf({ shelf, groups }: Comparing, nth: number, group: number): Rows {
  const { offsets, reports, facts } = groups[nth] ?? NONE;
  const rows: FactInReport[] = [];
  let [number, report]: [number, ReportFacts | null] = [-1, null];
  for (let at = offsets[group] ?? 0; at < (offsets[group + 1] ?? 0); at++) {
    const own = reports[at] ?? 0;
    if (report === null || own !== number) [number, report] = [own, shelf.open(own)];
    const fact = factAt(report, facts[at] ?? 0);
    if (fact !== undefined) rows.push({ fact, report });
  }
  return rows;
}

const NONE: KeyGroups = { offsets: new Uint32Array(1), reports: new Uint32Array(0), facts: new Uint32Array(0) };

/** The order in which reports are gone through, and the groups that end with each: a group is compared when its last report is there. */
export class Turn {
  readonly reports: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly checks: Uint16Array;
  private readonly numbers: Uint32Array;

  /** @param reports numbers of all reports, each once */
  constructor(groups: readonly KeyGroups[], reports: Uint32Array) {
    this.reports = reports;
    const turns = new Uint32Array(reports.length);
    for (let turn = 0; turn < reports.length; turn++) turns[reports[turn] ?? 0] = turn;
    const last = (one: KeyGroups, group: number): number => {
      let latest = 0;
      for (let at = one.offsets[group] ?? 0; at < (one.offsets[group + 1] ?? 0); at++) {
        latest = Math.max(latest, turns[one.reports[at] ?? 0] ?? 0);
      }
      return reports[latest] ?? 0;
    };
    const starts = new Uint32Array(reports.length + 1);
    eachGroup(groups, (one, _nth, group) => {
      const report = last(one, group);
      starts[report + 1] = (starts[report + 1] ?? 0) + 1;
    });
    for (let report = 0; report < reports.length; report++)
      starts[report + 1] = (starts[report + 1] ?? 0) + (starts[report] ?? 0);
    const length = starts[reports.length] ?? 0;
    this.starts = starts;
    this.checks = new Uint16Array(length);
    this.numbers = new Uint32Array(length);
    const ends = starts.slice();
    eachGroup(groups, (one, nth, group) => {
      const report = last(one, group);
      const at = ends[report] ?? 0;
      this.checks[at] = nth;
      this.numbers[at] = group;
      ends[report] = at + 1;
    });
  }

  *ending(report: number): Generator<{ readonly nth: number; readonly group: number }> {
    for (let at = this.starts[report] ?? 0; at < (this.starts[report + 1] ?? 0); at++) {
      yield { nth: this.checks[at] ?? 0, group: this.numbers[at] ?? 0 };
    }
  }
}

function eachGroup(groups: readonly KeyGroups[], visit: (one: KeyGroups, nth: number, group: number) => void): void {
  for (let nth = 0; nth < groups.length; nth++) {
    const one = groups[nth];
    if (one === undefined) continue;
    for (let group = 0; group + 1 < one.offsets.length; group++) visit(one, nth, group);
  }
}
