/**
 * Reads broken checks / gives the figures that may be wrong / promises: the fewest whose change makes all broken checks hold and breaks
 * none that held (least change, after Fellegi and Holt 1976), each named only when nothing speaks as well for another.
 */
import type { Check } from '../model/check.ts';
import type { Fact, ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import { suspectsOf } from './blame.ts';
import type { Made } from './checks.ts';
import { factsWith } from './digest.ts';
import type { OtherReadings, Touching } from './suspects.ts';
import { type Series, seriesOf, wantedBy } from './witness.ts';

export type { OtherReadings } from './suspects.ts';

/** Checks that hang together through more figures than this are left alone: too much is wrong there for one figure to explain it. */
const MOST_FIGURES = 16;

/** What of all that is broken is asked for, with the statements of other years that have a say in it. */
export interface Asked {
  readonly checkIds: ReadonlySet<string>;
  readonly series: Series;
}

/**
 * All checks, the broken ones with their suspect and its likely cause where something decides for one.
 * @param reports whose statements of other years are asked which figure stands out
 * @param asked where not all broken checks are: those that hang together with none of them stay without a suspect
 */
export function localise(
  made: readonly Made[],
  others: OtherReadings,
  reports: readonly ReportFacts[],
  asked?: Asked,
): Check[] {
  const accusing = made.filter(({ run }) => run.accuses !== false);
  const broken = accusing.filter(({ check }) => check.verdict === 'broken');
  const byFigure = checksByFigure(accusing, broken);
  const settled = new Map<string, Check>();
  // Those of one place together: what they compare is at hand then.
  const placed = components(byFigure)
    .filter((component) => figuresOf(component).size <= MOST_FIGURES && isAskedFor(component, asked))
    .sort((a, b) => compareText(placeOf(a), placeOf(b)));
  const named = new Map(reports.map((report) => [report.reportId, report]));
  const series = asked?.series ?? seriesOf(wantedBy(placed.flatMap((component) => factsOf(component, named))), reports);
  for (const component of placed) {
    // Rows are made for one component at a time: of many, those of all would hold all reports.
    const touching = new Narrowed(byFigure);
    const around = { touching, others, series };
    for (const { figureId, cause } of suspectsOf(
      component.map((one) => touching.of(one)),
      factsOf(component, named),
      around,
    )) {
      for (const { check } of component) {
        if (!check.figureIds.includes(figureId) || settled.has(check.checkId)) continue;
        settled.set(check.checkId, { ...check, suspectFigureId: figureId, likelyCause: cause });
      }
    }
  }
  return made.map(({ check }) => settled.get(check.checkId) ?? check);
}

function isAskedFor(component: readonly Made[], asked: Asked | undefined): boolean {
  return asked === undefined || component.some(({ check }) => asked.checkIds.has(check.checkId));
}

/** Checks by figure, the rows of each found once. */
class Narrowed implements Touching {
  private readonly all: Touching;
  private readonly known = new Map<Made, Made>();

  constructor(all: Touching) {
    this.all = all;
  }

  get(figureId: string): readonly Made[] | undefined {
    return this.all.get(figureId)?.map((one) => this.of(one));
  }

  of(one: Made): Made {
    const known = this.known.get(one);
    if (known) return known;
    const rows = one.group();
    const narrowed = { ...one, group: () => rows };
    this.known.set(one, narrowed);
    return narrowed;
  }
}

/** The checks of all figures that a broken check compares. */
function checksByFigure(made: readonly Made[], broken: readonly Made[]): ReadonlyMap<string, readonly Made[]> {
  const touching = new Map<string, Made[]>();
  for (const { check } of broken) for (const figureId of check.figureIds) touching.set(figureId, []);
  for (const one of made) {
    if (!one.check.figureIds.some((figureId) => touching.has(figureId)) || isOnTrial(one)) continue;
    for (const figureId of new Set(one.check.figureIds)) touching.get(figureId)?.push(one);
  }
  return touching;
}

/** A rule on trial may accuse a figure and not vouch for one: that a target was met is no proof of what was written. */
function isOnTrial({ check, rule }: Made): boolean {
  return rule.card.status === 'trial' && check.verdict !== 'broken';
}

/** Broken checks that hang together through their figures. */
function components(touching: ReadonlyMap<string, readonly Made[]>): Made[][] {
  const seen = new Set<Made>();
  return [...touching.values()].flat().flatMap((start) => {
    if (start.check.verdict !== 'broken' || seen.has(start)) return [];
    const component: Made[] = [];
    const waiting = [start];
    seen.add(start);
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      component.push(one);
      for (const next of one.check.figureIds.flatMap((figureId) => touching.get(figureId) ?? [])) {
        if (next.check.verdict !== 'broken' || seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return [component];
  });
}

function placeOf([first]: readonly Made[]): string {
  return first?.check.reportIds[0] ?? '';
}

function figuresOf(component: readonly Made[]): ReadonlySet<string> {
  return new Set(component.flatMap(({ check }) => check.figureIds));
}

function factsOf(component: readonly Made[], named: ReadonlyMap<string, ReportFacts>): Fact[] {
  const wanted = figuresOf(component);
  const facts = new Map<string, Fact>();
  const reports = new Set(component.flatMap(({ check }) => check.reportIds));
  for (const reportId of reports) {
    const report = named.get(reportId);
    if (report === undefined) continue;
    for (const fact of factsWith(report, wanted)) facts.set(fact.figureId, fact);
  }
  return [...facts.values()].sort((a, b) => compareText(a.figureId, b.figureId));
}
