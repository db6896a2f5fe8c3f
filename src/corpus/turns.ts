/**
 * Reads groups of rows and the places and years of reports / gives the order in which they are compared / promises: each group once; groups that
 * open the same reports come one behind the other, as a report costs more to open than to compare.
 */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { KeyGroups } from './key-groups.ts';

/** A way through reports, and the groups that end with each: a group's turn comes with the last of its reports. */
export interface Turn {
  /** Numbers of the reports that are passed, each once. */
  readonly reports: Uint32Array;
  /** For each report, by its number, where what ends with it begins in the two lists that follow; behind them the end of both. */
  readonly starts: Uint32Array;
  readonly checks: Uint32Array;
  readonly numbers: Uint32Array;
}

/** From place to place, all years of each: passes all reports, for the groups of one place. From year to year among the parts of a place: for the others. */
export interface Turns {
  readonly places: Turn;
  readonly years: Turn;
}

export type Way = keyof Turns;
export const WAYS: readonly Way[] = ['places', 'years'];

/** @param reports in the order of their numbers */
export function turnsOf(groups: readonly KeyGroups[], reports: readonly ReportFacts[]): Turns {
  const placed = reports.map(({ identity: { parentCode, regionCode, reportYear } }, number) => {
    const [parent, place, year] = [parentCode ?? '', regionCode ?? '', reportYear ?? ''];
    return {
      number,
      place: `${parent} ${place} ${year}`,
      year: `${parent} ${year} ${place}`,
      own: `${parent} ${place}`,
    };
  });
  const known = new Map<string, number>();
  const owns = Uint32Array.from(placed, ({ own }) => {
    const place = known.get(own) ?? known.size;
    known.set(own, place);
    return place;
  });
  const isOfOne = ({ offsets, reports: rows }: KeyGroups, group: number): boolean => {
    const [from, to] = [offsets[group] ?? 0, offsets[group + 1] ?? 0];
    const place = owns[rows[from] ?? 0];
    for (let at = from + 1; at < to; at++) if (owns[rows[at] ?? 0] !== place) return false;
    return true;
  };
  const along = (way: 'place' | 'year'): Uint32Array =>
    Uint32Array.from(
      placed.sort((a, b) => compareText(a[way], b[way])),
      ({ number }) => number,
    );
  const years = turnOf(groups, along('year'), (one, group) => !isOfOne(one, group));
  const passed = years.reports.filter((report) => (years.starts[report] ?? 0) < (years.starts[report + 1] ?? 0));
  return { places: turnOf(groups, along('place'), isOfOne), years: { ...years, reports: passed } };
}

/** @param reports numbers of all reports, each once @param isWanted says which groups are to have a turn */
function turnOf(
  groups: readonly KeyGroups[],
  reports: Uint32Array,
  isWanted: (one: KeyGroups, group: number) => boolean,
): Turn {
  const turns = new Uint32Array(reports.length);
  reports.forEach((report, turn) => {
    turns[report] = turn;
  });
  const last = (one: KeyGroups, group: number): number => {
    let latest = 0;
    for (let at = one.offsets[group] ?? 0; at < (one.offsets[group + 1] ?? 0); at++) {
      latest = Math.max(latest, turns[one.reports[at] ?? 0] ?? 0);
    }
    return reports[latest] ?? 0;
  };
  const starts = new Uint32Array(reports.length + 1);
  eachGroup(groups, (one, _nth, group) => {
    if (!isWanted(one, group)) return;
    const report = last(one, group);
    starts[report + 1] = (starts[report + 1] ?? 0) + 1;
  });
  starts.forEach((ending, at) => {
    starts[at] = ending + (starts[at - 1] ?? 0);
  });
  const length = starts[reports.length] ?? 0;
  const [checks, numbers] = [new Uint32Array(length), new Uint32Array(length)];
  const ends = starts.slice();
  eachGroup(groups, (one, nth, group) => {
    if (!isWanted(one, group)) return;
    const report = last(one, group);
    const at = ends[report] ?? 0;
    checks[at] = nth;
    numbers[at] = group;
    ends[report] = at + 1;
  });
  return { reports, starts, checks, numbers };
}

function eachGroup(groups: readonly KeyGroups[], visit: (one: KeyGroups, nth: number, group: number) => void): void {
  for (const [nth, one] of groups.entries()) {
    for (let group = 0; group + 1 < one.offsets.length; group++) visit(one, nth, group);
  }
}
