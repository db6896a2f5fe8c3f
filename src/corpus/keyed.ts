/**
 * Reads the facts of reports in order / gives the groups that each check compares / promises: facts of equal key together, each fact looked
 * at once for all checks, and no row for a key that makes no check.
 */
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { CompiledCheck, FactInReport } from '../rules/card.ts';
import { KeyColumn } from './key-groups.ts';

/** Rows of one key, in order of their reports. */
export type Rows = readonly FactInReport[];

/**
 * Groups of two or more rows for each check, as a comparison takes two; each is made when it is asked for. Groups of one report come
 * before those that may span reports.
 * @param takesPart true for the facts of reports that take part in checks
 */
export function groupsOf(
  checks: readonly CompiledCheck[],
  reports: readonly ReportFacts[],
  takesPart: (fact: Fact) => boolean,
): Iterable<Rows>[] {
  const keyed = checks.map((check) => new Keyed(check));
  const bySort = new BySort(keyed);
  for (const [number, report] of reports.entries()) {
    const unwanted = keyed.filter(({ check }) => check.wants?.(report) === false);
    const { facts } = report;
    for (let at = 0; at < facts.length; at++) {
      const fact = facts[at];
      if (fact === undefined || !takesPart(fact)) continue;
      for (const one of bySort.of(fact)) {
        if (unwanted.length === 0 || !unwanted.includes(one)) one.add(report, fact, number, at);
      }
    }
    for (const one of keyed) one.close(report);
  }
  return keyed.map((one) => one.groups(reports));
}

/** Facts of one check by key. */
class Keyed {
  readonly check: CompiledCheck;
  private readonly across = new KeyColumn();
  private readonly within: Rows[] = [];
  /** Of the report that is being added: the facts that may have keys within it, and how many of them are anchors. */
  private own: Fact[] = [];
  private anchors = 0;

  constructor(check: CompiledCheck) {
    this.check = check;
  }

  add(report: ReportFacts, fact: Fact, number: number, at: number): void {
    const { keys, within, anchors } = this.check;
    const isAnchor = anchors === undefined || anchors(fact);
    if (within !== undefined) {
      this.own.push(fact);
      if (isAnchor) this.anchors++;
    }
    if (keys === undefined) return;
    const found = keys(fact, report);
    for (let nth = 0; nth < found.length; nth++) {
      const key = found[nth] ?? '';
      if (nth === 0 || found.indexOf(key) === nth) this.across.add(key, number, at, isAnchor);
    }
  }

  /** Ends a report: its groups are made, and the next fact begins another. */
  close(report: ReportFacts): void {
    if (this.own.length === 0) return;
    if (this.anchors > 0 && this.own.length > 1) this.group(report);
    this.own = [];
    this.anchors = 0;
  }

  private group(report: ReportFacts): void {
    const { within, anchors } = this.check;
    const keysOf = (fact: Fact): readonly string[] => within?.(fact, report) ?? [];
    const open = anchors && new Set<string>();
    if (anchors && open) {
      for (const fact of this.own) if (anchors(fact)) for (const key of keysOf(fact)) open.add(key);
      if (open.size === 0) return;
    }
    const known = new Map<string, FactInReport | FactInReport[]>();
    for (const fact of this.own) {
      const keys = keysOf(fact);
      for (const key of keys.length < 2 ? keys : new Set(keys)) {
        if (open && !open.has(key)) continue;
        const before = known.get(key);
        const row = { fact, report };
        if (before === undefined) known.set(key, row);
        else if (Array.isArray(before)) before.push(row);
        else {
          const group = [before, row];
          known.set(key, group);
          this.within.push(group);
        }
      }
    }
  }

  *groups(reports: readonly ReportFacts[]): Generator<Rows> {
    yield* this.within;
    const groups = this.across.groups();
    for (const start of groups.starts) {
      const rows: FactInReport[] = [];
      for (const { report: number, fact: at } of groups.members(start)) {
        const report = reports[number];
        const fact = report?.facts[at];
        if (report && fact) rows.push({ fact, report });
      }
      yield rows;
    }
  }
}

type Natures = Map<string, readonly Keyed[]>;

/** Which checks may have a use for a fact of a sort: asked once a sort. */
class BySort {
  private readonly all: readonly Keyed[];
  /** By name or none, then measure, then nature. */
  private readonly known = { named: new Map<string, Natures>(), unnamed: new Map<string, Natures>() };

  constructor(all: readonly Keyed[]) {
    this.all = all;
  }

  of({ measure, nature, indicator }: Fact): readonly Keyed[] {
    const isNamed = indicator !== null;
    const measures = isNamed ? this.known.named : this.known.unnamed;
    const natures = measures.get(measure) ?? new Map<string, readonly Keyed[]>();
    const known = natures.get(nature);
    if (known !== undefined) return known;
    const list = this.all.filter(({ check }) => check.takes?.({ measure, nature, isNamed }) !== false);
    measures.set(measure, natures.set(nature, list));
    return list;
  }
}
