/**
 * Reads the facts of a report / gives its keys, and the groups that it makes by itself / promises: each fact looked at once for all checks,
 * and what is given for a report depends on nothing but that report.
 */
import type { Fact, OwnOutcome, ReportFacts } from '../model/fact.ts';
import type { CompiledCheck, FactInReport } from '../rules/card.ts';
import { KeyWriter, MOST_CHECKS } from './keys.ts';

/** Rows of one key, in order of their reports. */
export type Rows = readonly FactInReport[];

/** Groups of two or more rows within one report, of one of the checks. */
export interface OwnGroups {
  readonly nth: number;
  readonly groups: readonly Rows[];
}

/** What checks ask of the facts of a report. */
export class Keyring {
  private readonly checks: readonly CompiledCheck[];
  private readonly takesPart: (fact: Fact) => boolean;
  private readonly across: BySort;
  private readonly within: BySort;
  private readonly writer = new KeyWriter();

  /** @param takesPart true for the facts of reports that take part in checks */
  constructor(checks: readonly CompiledCheck[], takesPart: (fact: Fact) => boolean) {
    if (checks.length > MOST_CHECKS) throw new RangeError(`more than ${MOST_CHECKS} rules compare facts`);
    this.checks = checks;
    this.takesPart = takesPart;
    this.across = new BySort(checks, ({ keys }) => keys !== undefined);
    this.within = new BySort(checks, ({ within }) => within !== undefined);
  }

  /** The keys of a report's facts among those of all reports, as `groupsOf` reads them. */
  keysOf(report: ReportFacts): Uint32Array {
    this.each(report, this.across, (check, nth, fact, at) => {
      const found = check.keys?.(fact, report) ?? [];
      if (found.length === 0) return;
      const isAnchor = check.anchors === undefined || check.anchors(fact, report);
      for (let one = 0; one < found.length; one++) {
        const key = found[one] ?? '';
        if (one === 0 || found.indexOf(key) === one) this.writer.add(key, nth, at, isAnchor);
      }
    });
    return this.writer.take();
  }

  /** The groups among the facts of one report, as a comparison takes two rows. */
  groupsWithin(report: ReportFacts): OwnGroups[] {
    const asked = this.checks.map((): Fact[] => []);
    this.each(report, this.within, (_check, nth, fact) => asked[nth]?.push(fact));
    return asked.flatMap((facts, nth) => {
      const check = this.checks[nth];
      const groups = check === undefined || facts.length < 2 ? [] : grouped(check, facts, report);
      return groups.length === 0 ? [] : [{ nth, groups }];
    });
  }

  /** What the checks say of the groups within a report, in the order of the checks. */
  outcomesWithin(report: ReportFacts): OwnOutcome[] {
    return this.groupsWithin(report).flatMap(({ nth, groups }) =>
      groups.flatMap((rows, group) =>
        (this.checks[nth]?.compare(rows) ?? []).map((outcome) => ({ nth, group, outcome })),
      ),
    );
  }

  private each(
    report: ReportFacts,
    bySort: BySort,
    visit: (check: CompiledCheck, nth: number, fact: Fact, at: number) => void,
  ): void {
    const unwanted = this.checks.filter((check) => check.wants?.(report) === false);
    const { facts } = report;
    for (let at = 0; at < facts.length; at++) {
      const fact = facts[at];
      if (fact === undefined || !this.takesPart(fact)) continue;
      for (const { check, nth } of bySort.of(fact)) {
        if (unwanted.length === 0 || !unwanted.includes(check)) visit(check, nth, fact, at);
      }
    }
  }
}

/** Groups of equal key, in the order in which their second row comes; of those that need an anchor the ones that have it. */
function grouped({ within, anchors }: CompiledCheck, facts: readonly Fact[], report: ReportFacts): Rows[] {
  const keysOf = (fact: Fact): readonly string[] => within?.(fact, report) ?? [];
  const open = new Set<string>();
  if (anchors) for (const fact of facts) if (anchors(fact, report)) for (const key of keysOf(fact)) open.add(key);
  if (anchors && open.size === 0) return [];
  const known = new Map<string, FactInReport | FactInReport[]>();
  const groups: Rows[] = [];
  for (const fact of facts) {
    const keys = keysOf(fact);
    for (const key of keys.length < 2 ? keys : new Set(keys)) {
      if (anchors && !open.has(key)) continue;
      const before = known.get(key);
      const row = { fact, report };
      if (before === undefined) known.set(key, row);
      else if (Array.isArray(before)) before.push(row);
      else {
        const group = [before, row];
        known.set(key, group);
        groups.push(group);
      }
    }
  }
  return groups;
}

interface Numbered {
  readonly check: CompiledCheck;
  readonly nth: number;
}

type Natures = Map<string, readonly Numbered[]>;

/** Which checks may have a use for a fact of a sort: asked once a sort. */
class BySort {
  private readonly all: readonly Numbered[];
  /** By name or none, then measure, then nature. */
  private readonly known = { named: new Map<string, Natures>(), unnamed: new Map<string, Natures>() };

  constructor(checks: readonly CompiledCheck[], isMeant: (check: CompiledCheck) => boolean) {
    this.all = checks.map((check, nth) => ({ check, nth })).filter(({ check }) => isMeant(check));
  }

  of({ measure, nature, indicator }: Fact): readonly Numbered[] {
    const isNamed = indicator !== null;
    const measures = isNamed ? this.known.named : this.known.unnamed;
    const natures = measures.get(measure) ?? new Map<string, readonly Numbered[]>();
    const known = natures.get(nature);
    if (known !== undefined) return known;
    const list = this.all.filter(({ check }) => check.takes?.({ measure, nature, isNamed }) !== false);
    measures.set(measure, natures.set(nature, list));
    return list;
  }
}
