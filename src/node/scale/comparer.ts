/**
 * Reads which reports and figures are its share / gives what the checks say of them / promises: the answers of one thread that compares all; rows
 * of checks go to disk, and only what is broken comes back.
 */
import { checkingOf, checkOf, comparingOf, madeOf } from '../../corpus/checks.ts';
import {
  type Comparing,
  comparisonsAlong,
  foundAmongAll,
  foundWithin,
  type GroupNumber,
  numberAmong,
} from '../../corpus/comparing.ts';
import { groupsOf, type KeyGroups } from '../../corpus/key-groups.ts';
import type { Checks } from '../../corpus/keys.ts';
import { localise } from '../../corpus/localise.ts';
import type { Way } from '../../corpus/turns.ts';
import { type Series, type Statement, seriesOf, type Wanted } from '../../corpus/witness.ts';
import type { Check } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { rowChecks } from '../../output/schema.ts';
import type { FigureIndex, NamedFigure } from '../../output/words.ts';
import type { Rules } from '../../rules/card.ts';
import { CheckRows, type Parts } from './check-rows.ts';
import { FactShelf } from './shelf.ts';
import type { SpillFile } from './spill.ts';
import { allLists, countOf, listsAt, type Stand, sharedGroups } from './stand.ts';

/** A share of the work. */
export type Share =
  | { readonly kind: 'group'; readonly lists: Float64Array; readonly checks: Checks }
  | { readonly kind: 'compare'; readonly stand: Stand; readonly way: Way; readonly reports: Uint32Array }
  | { readonly kind: 'series'; readonly stand: Stand; readonly reports: Uint32Array; readonly wanted: Wanted }
  | {
      readonly kind: 'localise';
      readonly stand: Stand;
      /** Figures in doubt, the groups among all reports that have one of them, and the reports that they stand in. */
      readonly figureIds: ReadonlySet<string>;
      readonly groups: readonly GroupNumber[];
      readonly reports: Uint32Array;
      /** Checks that are broken and whose suspects are asked for. */
      readonly checkIds: ReadonlySet<string>;
      readonly others: ReadonlyMap<string, readonly Fact[]>;
      readonly series: Series;
    };

/** A figure of a broken check, with where it stands. */
export interface Doubtful {
  readonly report: number;
  readonly row: number;
  readonly fact: Fact;
}

type Located = Doubtful & Pick<ReportFacts, 'identity'>;

/** A check that is broken unless a group that comes first says otherwise of its figures. */
export interface BrokenCheck {
  readonly checkId: string;
  readonly figures: readonly Doubtful[];
}

export type ShareDone =
  | { readonly kind: 'group'; readonly groups: readonly KeyGroups[] }
  | { readonly kind: 'compare'; readonly rows: Parts; readonly broken: readonly BrokenCheck[] }
  | { readonly kind: 'series'; readonly series: Series }
  | { readonly kind: 'localise'; readonly rows: Parts; readonly broken: readonly Check[] };

/** Compares what lies in a folder. */
export class Comparer {
  private readonly shelf: FactShelf;
  private readonly rules: Rules;
  private readonly file: SpillFile;
  private readonly rows: CheckRows;
  private readonly numbers = new Map<string, number>();

  constructor(folder: string, file: SpillFile, rules: Rules) {
    this.shelf = new FactShelf(folder);
    this.file = file;
    this.rules = rules;
    this.rows = new CheckRows(rowChecks().checks);
  }

  work(share: Share): ShareDone {
    if (share.kind === 'group') {
      const groups = groupsOf(this.shelf.keys(allLists(share)), share.checks);
      return { kind: 'group', groups: groups.map(sharedGroups) };
    }
    const of = this.comparing(share.stand);
    if (share.kind === 'compare') return this.compare(of, share);
    if (share.kind === 'localise') return this.localise(of, share);
    const series = seriesOf(share.wanted, opening(of, share.reports));
    return { kind: 'series', series: new Map([...series].map(([subject, all]) => [subject, all.map(statement)])) };
  }

  private comparing(stand: Stand): Comparing {
    const open = (number: number): ReportFacts => {
      const report = this.shelf.open(listsAt(stand, number));
      this.numbers.set(report.reportId, number);
      return report;
    };
    const numberOf = (reportId: string): number => numberAmong(this.numbers, reportId);
    return comparingOf({ length: countOf(stand), open, numberOf }, stand.groups, this.rules);
  }

  private compare(of: Comparing, { stand, way, reports }: Extract<Share, { kind: 'compare' }>): ShareDone {
    const checking = checkingOf(this.rules);
    const broken: BrokenCheck[] = [];
    for (const found of comparisonsAlong(of, stand.turns, way, reports)) {
      const rule = checking[found.nth]?.rule;
      if (rule === undefined) continue;
      const check = checkOf(found, rule);
      if (check.verdict === 'broken') broken.push({ checkId: check.checkId, figures: this.doubtful(check, of) });
      else this.rows.add(check, found, this.figuresOf(check, of));
    }
    return { kind: 'compare', rows: this.rows.put(this.file), broken };
  }

  private localise(of: Comparing, share: Extract<Share, { kind: 'localise' }>): ShareDone {
    const { figureIds, checkIds, series, others } = share;
    const found = [
      ...Array.from(share.reports, (number) => foundWithin(of, number)),
      ...share.groups.map(({ nth, group }) => foundAmongAll(of, nth, group)),
    ].flat();
    const touching = found.filter(({ outcome }) => outcome.figureIds.some((figureId) => figureIds.has(figureId)));
    const made = madeOf(touching, of, this.rules);
    const broken: Check[] = [];
    const settled = localise(made, others, [...opening(of, share.reports)], { checkIds, series });
    for (const [at, check] of settled.entries()) {
      const place = made[at]?.found;
      if (place === undefined || check.verdict !== 'broken' || !checkIds.has(check.checkId)) continue;
      this.rows.add(check, place, this.figuresOf(check, of));
      broken.push(check);
    }
    return { kind: 'localise', rows: this.rows.put(this.file), broken };
  }

  private doubtful(check: Check, of: Comparing): Doubtful[] {
    return this.located(check, of).map(({ report, row, fact }) => ({ report, row, fact }));
  }

  /** Figures that are looked up when they are asked for: most checks are told without them. */
  private figuresOf(check: Check, of: Comparing): FigureIndex {
    // The same one is asked for once in each language.
    let [last, found]: [string | null, NamedFigure | undefined] = [null, undefined];
    return {
      get: (figureId): NamedFigure | undefined => {
        if (figureId === last) return found;
        const located = this.locate(figureId, check, of);
        last = figureId;
        found = located && { figure: located.fact, region: located.identity.region, year: located.identity.reportYear };
        return found;
      },
    };
  }

  /** The figures of a check where they stand: all are of reports that were opened for it. */
  private located(check: Check, of: Comparing): Located[] {
    return check.figureIds.flatMap((figureId) => this.locate(figureId, check, of) ?? []);
  }

  private locate(figureId: string, check: Check, of: Comparing): Located | undefined {
    // An id begins with that of its report, as a rule: of a group of hundreds one is looked into.
    const own = figureId.slice(0, figureId.lastIndexOf(':'));
    return (
      this.locatedIn(own, figureId, of) ??
      firstOf(check.reportIds, (id) => this.locatedIn(id, figureId, of)) ??
      undefined
    );
  }

  private locatedIn(reportId: string, figureId: string, of: Comparing): Located | null {
    const number = this.numbers.get(reportId);
    if (number === undefined) return null;
    const { rows, identity } = of.shelf.open(number);
    const row = rows?.rowOf(figureId) ?? -1;
    const fact = row < 0 ? undefined : rows?.at(row);
    return fact === undefined ? null : { report: number, row, fact, identity };
  }
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

function* opening({ shelf }: Comparing, reports: Uint32Array): Generator<ReportFacts> {
  for (const number of reports) yield shelf.open(number);
}

function statement({ figureId, value, interval, direction, period }: Statement): Statement {
  return { figureId, value, interval, direction, period };
}
