/** Reads the facts of reports in order / gives the groups that a check compares / promises: facts of equal key together, and no list for a key that makes no check. */
import type { CompiledCheck, FactInReport } from '../rules/card.ts';

/** The facts of one report that take part in checks. */
type Rows = readonly FactInReport[];
type KeysOf = CompiledCheck['keys'];

/** Groups of two or more rows, as a comparison takes two; rows in order of their reports. */
export function groupsOf(run: CompiledCheck, reports: readonly Rows[]): FactInReport[][] {
  const wanted = reports.filter(([first]) => first !== undefined && run.wants?.(first.report) !== false);
  const across = groupsAmong(run.keys, run.anchors, wanted);
  const { within } = run;
  return within === undefined
    ? across
    : [...wanted.flatMap((rows) => groupsAmong(within, run.anchors, [rows])), ...across];
}

/** Most facts have a key of their own: where a check needs a certain fact in each group, only the keys of such facts are kept. */
function groupsAmong(keysOf: KeysOf, anchors: CompiledCheck['anchors'], reports: readonly Rows[]): FactInReport[][] {
  const open = anchors === undefined ? null : anchored(keysOf, anchors, reports);
  if (open?.size === 0) return [];
  const known = new Map<string, FactInReport | FactInReport[]>();
  const groups: FactInReport[][] = [];
  for (const rows of reports) {
    for (const row of rows) {
      const keys = keysOf(row.fact, row.report);
      for (const key of keys.length < 2 ? keys : new Set(keys)) {
        if (open?.has(key) === false) continue;
        const before = known.get(key);
        if (before === undefined) known.set(key, row);
        else if (Array.isArray(before)) before.push(row);
        else {
          const group = [before, row];
          known.set(key, group);
          groups.push(group);
        }
      }
    }
  }
  return groups;
}

function anchored(keysOf: KeysOf, anchors: NonNullable<CompiledCheck['anchors']>, reports: readonly Rows[]): Set<string> {
  const open = new Set<string>();
  for (const rows of reports) {
    for (const { fact, report } of rows) {
      if (!anchors(fact)) continue;
      for (const key of keysOf(fact, report)) open.add(key);
    }
  }
  return open;
}
