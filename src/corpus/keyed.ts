/**
 * Reads the facts of reports in order / gives the groups that each check compares / promises: facts of equal key together, each fact looked
 * at once for all checks, and no list for a key that makes no check.
 */
import type { ReportFacts } from '../model/fact.ts';
import type { CompiledCheck, FactInReport } from '../rules/card.ts';

/** The facts of one report that take part in checks. */
export type Rows = readonly FactInReport[];

/**
 * Groups of two or more rows for each check, as a comparison takes two; rows in order of their reports. Groups of one report come
 * before those that may span reports.
 */
export function groupsOf(checks: readonly CompiledCheck[], reports: readonly Rows[]): FactInReport[][][] {
  const within = checks.map((check) => new Keyed(check, check.within));
  const across = checks.map((check) => new Keyed(check, check.keys));
  const [ownBySort, allBySort] = [new BySort(within), new BySort(across)];
  for (const rows of reports) allBySort.each(rows, (keyed, row) => keyed.anchor(row));
  for (const rows of reports) {
    ownBySort.each(rows, (keyed, row) => keyed.anchor(row));
    ownBySort.each(rows, (keyed, row) => keyed.add(row));
    for (const keyed of within) keyed.forget();
    allBySort.each(rows, (keyed, row) => keyed.add(row));
  }
  return within.map(({ groups }, at) => [...groups, ...(across[at]?.groups ?? [])]);
}

/** Rows of one check by key. */
class Keyed {
  readonly check: CompiledCheck;
  readonly groups: FactInReport[][] = [];
  private readonly keys: CompiledCheck['keys'];
  /** Keys of rows that a group needs one of; only they are kept. */
  private open = new Set<string>();
  /** The only row of a key so far, or all of them: most keys have one row, and no list is made for it. */
  private known = new Map<string, FactInReport | FactInReport[]>();

  constructor(check: CompiledCheck, keys: CompiledCheck['keys']) {
    this.check = check;
    this.keys = keys;
  }

  /** True when rows of this measure, nature and name may have keys. */
  takes(sort: Sort): boolean {
    return this.keys !== undefined && this.check.takes?.(sort) !== false;
  }

  anchor({ fact, report }: FactInReport): void {
    if (this.check.anchors?.(fact, report) !== true) return;
    for (const key of this.keys?.(fact, report) ?? []) this.open.add(key);
  }

  add(row: FactInReport): void {
    const { anchors } = this.check;
    if (anchors !== undefined && this.open.size === 0) return;
    const keys = this.keys?.(row.fact, row.report) ?? [];
    for (const key of keys.length < 2 ? keys : new Set(keys)) {
      if (anchors === undefined || this.open.has(key)) this.put(key, row);
    }
  }

  private put(key: string, row: FactInReport): void {
    const before = this.known.get(key);
    if (before === undefined) this.known.set(key, row);
    else if (Array.isArray(before)) before.push(row);
    else {
      const group = [before, row];
      this.known.set(key, group);
      this.groups.push(group);
    }
  }

  /** Closes all groups: the next row of a key begins another. */
  forget(): void {
    if (this.open.size > 0) this.open = new Set();
    if (this.known.size > 0) this.known = new Map();
  }
}

type Sort = Parameters<NonNullable<CompiledCheck['takes']>>[0];

/** Which checks may have a use for a fact of a sort: asked once a sort. */
class BySort {
  private readonly all: readonly Keyed[];
  /** By name or none, then measure, then nature. */
  private readonly known = { named: new Map<string, Natures>(), unnamed: new Map<string, Natures>() };

  constructor(all: readonly Keyed[]) {
    this.all = all;
  }

  each(rows: Rows, visit: (keyed: Keyed, row: FactInReport) => void): void {
    const [first] = rows;
    if (!first) return;
    const unwanted = this.unwantedIn(first.report);
    for (const row of rows) {
      const { measure, nature, indicator } = row.fact;
      for (const keyed of this.of(measure, nature, indicator !== null)) {
        if (!unwanted.has(keyed)) visit(keyed, row);
      }
    }
  }

  private unwantedIn(report: ReportFacts): ReadonlySet<Keyed> {
    return new Set(this.all.filter(({ check }) => check.wants?.(report) === false));
  }

  private of(measure: Sort['measure'], nature: Sort['nature'], isNamed: boolean): readonly Keyed[] {
    const measures = isNamed ? this.known.named : this.known.unnamed;
    const natures = measures.get(measure) ?? new Map<string, readonly Keyed[]>();
    const known = natures.get(nature);
    if (known !== undefined) return known;
    const list = this.all.filter((keyed) => keyed.takes({ measure, nature, isNamed }));
    measures.set(measure, natures.set(nature, list));
    return list;
  }
}

type Natures = Map<string, readonly Keyed[]>;
