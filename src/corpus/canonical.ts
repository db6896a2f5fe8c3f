/** Reads the pairs that are one report / gives the report that stands for each cluster / promises: chosen by evidence, nothing deleted. */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import type { CanonicalChoice } from '../model/result.ts';
import { countOfShingles } from './digest.ts';
import { Groups } from './groups.ts';
import { better, type Evidence } from './ladder.ts';
import { isOneReport, lostIn, type Shared } from './relation.ts';

/** What a person's choices and the collation of the copies say of them. */
export function evidenceOf(pairs: readonly Shared[], chosen: ReadonlyMap<string, string>): Evidence {
  const figuresLost = new Map<string, number>();
  for (const pair of pairs) {
    if (!isOneReport(pair)) continue;
    for (const copy of [pair.a, pair.b]) {
      figuresLost.set(copy.reportId, Math.max(figuresLost.get(copy.reportId) ?? 0, lostIn(copy, pair)));
    }
  }
  return { chosen, figuresLost, alone: aloneOf(pairs) };
}

/** Shingles that one changed character makes new. */
const NEW_A_PLACE = 4;

/**
 * Places where a report reads unlike its copies, by the odd one out: of two copies that differ either may be damaged; where a
 * third agrees with one of them, the other is. A report that was compared with one copy only is judged when that one has others.
 */
function aloneOf(pairs: readonly Shared[]): ReadonlyMap<string, number> {
  const differing = new Map<string, { places: number; copy: string }[]>();
  const note = (report: ReportFacts, copy: ReportFacts, share: number): void => {
    const one = { places: Math.round((countOfShingles(report) * (1 - share)) / NEW_A_PLACE), copy: copy.reportId };
    const known = differing.get(report.reportId);
    if (known) known.push(one);
    else differing.set(report.reportId, [one]);
  };
  for (const { relation, a, b, measures } of pairs) {
    if (relation !== 'same-text' && relation !== 'same-report') continue;
    note(a, b, relation === 'same-text' ? 1 : measures.aInB);
    note(b, a, relation === 'same-text' ? 1 : measures.bInA);
  }
  const alone = new Map<string, number>();
  for (const [reportId, copies] of differing) {
    const witnesses = copies.filter(({ copy }) => copies.length > 1 || (differing.get(copy)?.length ?? 0) > 1);
    alone.set(
      reportId,
      witnesses.reduce((least, { places }) => Math.min(least, places), witnesses[0]?.places ?? 0),
    );
  }
  return alone;
}

/** Clusters of copies with the report that stands for each. Reports come in order of id; so do the choices. */
export function chooseCanonical(
  reports: readonly ReportFacts[],
  pairs: readonly Shared[],
  evidence: Evidence,
): CanonicalChoice[] {
  const clusters = clustersOf(reports, pairs);
  const best = new Map<string, ReportFacts>();
  for (const report of reports) {
    const cluster = clusters.find(report.reportId);
    const held = best.get(cluster);
    if (!held || better(held, report, evidence).reportId === report.reportId) best.set(cluster, report);
  }
  return reports.map(({ reportId }) => ({
    reportId,
    canonicalReportId: best.get(clusters.find(reportId))?.reportId ?? reportId,
  }));
}

/** Closest pairs join first, so that a piece without place or year goes to the copy that it fits best and ties no two reports together. */
function clustersOf(reports: readonly ReportFacts[], pairs: readonly Shared[]): Clusters {
  const clusters = new Clusters(reports);
  for (const { relation, a, b } of pairs)
    if (relation === 'revised-figures') clusters.keepApart(a.reportId, b.reportId);
  const closest = pairs
    .filter(isOneReport)
    .sort(
      (p, q) =>
        Number(q.relation === 'same-text') - Number(p.relation === 'same-text') ||
        Math.max(q.measures.aInB, q.measures.bInA) - Math.max(p.measures.aInB, p.measures.bInA) ||
        compareText(p.a.reportId, q.a.reportId) ||
        compareText(p.b.reportId, q.b.reportId),
    );
  for (const pair of closest) clusters.join(pair.a.reportId, pair.b.reportId, pair.relation === 'same-text');
  return clusters;
}

interface Known {
  readonly place: string | null;
  readonly year: number | null;
}

/** Groups of copies. A cluster knows its place and year and the reports that differ from it in a figure, and refuses what does not fit. */
class Clusters {
  private readonly groups = new Groups();
  private readonly known = new Map<string, Known>();
  /** For each cluster the reports that it must not meet. */
  private readonly apart = new Map<string, readonly string[]>();

  constructor(reports: readonly ReportFacts[]) {
    for (const { reportId, identity } of reports) {
      this.known.set(reportId, { place: identity.regionCode, year: identity.reportYear });
    }
  }

  /** States that two reports differ in a figure: no copy of both may bring them together. */
  keepApart(a: string, b: string): void {
    this.apart.set(a, [...(this.apart.get(a) ?? []), b]);
    this.apart.set(b, [...(this.apart.get(b) ?? []), a]);
  }

  find(id: string): string {
    return this.groups.find(id);
  }

  join(a: string, b: string, whatever: boolean): void {
    const [low, high] = [this.find(a), this.find(b)].sort(compareText);
    if (low === undefined || high === undefined || low === high) return;
    const left = this.known.get(low) ?? { place: null, year: null };
    const right = this.known.get(high) ?? { place: null, year: null };
    if (!whatever && (conflict(left.place, right.place) || conflict(left.year, right.year))) return;
    const [near, far] = [this.apart.get(low) ?? [], this.apart.get(high) ?? []];
    if (near.some((other) => this.find(other) === high)) return;
    this.apart.set(low, [...near, ...far]);
    this.groups.join(low, high);
    this.known.set(low, { place: left.place ?? right.place, year: left.year ?? right.year });
  }
}

function conflict<T>(a: T | null, b: T | null): boolean {
  return a !== null && b !== null && a !== b;
}
