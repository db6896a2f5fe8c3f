/** Reads candidate pairs / gives how each pair shares its text / promises: exact measures, and a differing figure is never passed over. */
import type { ReportFacts } from '../model/fact.ts';
import type { CopyPair, Relation } from '../model/result.ts';
import { type Collation, collate } from './collate.ts';
import { candidates } from './index.ts';

/** A pair of reports that share text, in order of id, with what the choice between them and the findings need. */
export interface Shared {
  readonly a: ReportFacts;
  readonly b: ReportFacts;
  readonly relation: Relation;
  readonly measures: Measures;
  readonly collation: Collation;
  /** What place and year say: the same report, another one, or not known on one side. */
  readonly identity: 'equal' | 'compatible' | 'other-year' | 'other-place';
}

export interface Measures {
  readonly jaccard: number;
  readonly aInB: number;
  readonly bInA: number;
}

/**
 * Share of the shorter text that must lie in the longer one. Different reports stay far below: over all 98,790 pairs of 445 reports
 * of four provinces the most is 0.22 (one city in two consecutive years).
 */
const SHARED = 0.5;
/** Share of the shorter text from which two reports of one place and year are copies; below it they are two texts. */
const ALIKE = 0.7;
/** Texts of fewer shingles share half of them by chance: they are related only when they are equal. */
const TOO_SHORT = 40;
/** From this share on a text under another name or year is a copy of that text, not a report after the same pattern. */
const COPIED = 0.9;
/** Two copies are of one length when the smaller of their containments is at least this share of the larger. */
const EQUALLY_LONG = 0.95;
/** Share of differing figures up to which a copied text under another year is the same report with a wrong label. */
const FEW_FIGURES = 0.1;

const LEAST: Readonly<Record<Shared['identity'], number>> = {
  equal: ALIKE,
  compatible: ALIKE,
  'other-year': SHARED,
  'other-place': COPIED,
};

/** All pairs that share at least half of the shorter text. Reports come in order of id. */
export function copyPairs(reports: readonly ReportFacts[]): Shared[] {
  return candidates(reports).flatMap(([first, second]) => {
    const a = reports[first];
    const b = reports[second];
    if (!a || !b) return [];
    const shared = relate(a, b);
    return shared ? [shared] : [];
  });
}

/** The relation of two reports, or null when they share too little or are merely alike. */
export function relate(a: ReportFacts, b: ReportFacts): Shared | null {
  const sameForm = a.formSha256 === b.formSha256;
  if (!sameForm && Math.min(a.shingles.length, b.shingles.length) < TOO_SHORT) return null;
  const measures = measure(a.shingles, b.shingles);
  const most = Math.max(measures.aInB, measures.bInA);
  if (most < SHARED) return null;
  const identity = compareIdentity(a, b);
  if (most < LEAST[identity]) return null;
  const collation = collate(a.facts, b.facts);
  const relation = relationOf(a, b, measures, collation, identity);
  return { a, b, relation, measures, collation, identity };
}

function relationOf(
  a: ReportFacts,
  b: ReportFacts,
  { aInB, bInA }: Measures,
  collation: Collation,
  identity: Shared['identity'],
): Relation {
  if (a.formSha256 === b.formSha256) return 'same-text';
  const { alike, differing } = collation;
  const sameFigures = differing.length <= FEW_FIGURES * (alike + differing.length);
  if (identity === 'other-year' && !(Math.max(aInB, bInA) >= COPIED && sameFigures)) return 'other-year';
  if (differing.length > 0) return 'revised-figures';
  return Math.min(aInB, bInA) >= EQUALLY_LONG * Math.max(aInB, bInA) ? 'same-report' : 'contains';
}

/** True when the two are one report: they may share a cluster, and one can stand for both. */
export function isOneReport(shared: Shared): boolean {
  if (shared.relation === 'same-text') return true;
  const alike = shared.relation === 'same-report' || shared.relation === 'contains';
  return alike && (shared.identity === 'equal' || shared.identity === 'compatible');
}

/** Jaccard and both containments of two sorted sets, by one merge. */
export function measure(a: Uint32Array, b: Uint32Array): Measures {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) both++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - both;
  return {
    jaccard: all === 0 ? 0 : both / all,
    aInB: a.length === 0 ? 0 : both / a.length,
    bInA: b.length === 0 ? 0 : both / b.length,
  };
}

function compareIdentity(a: ReportFacts, b: ReportFacts): Shared['identity'] {
  const place = agree(a.identity.regionCode, b.identity.regionCode);
  const year = agree(a.identity.reportYear, b.identity.reportYear);
  if (place === 'no') return 'other-place';
  if (year === 'no') return 'other-year';
  return place === 'yes' && year === 'yes' ? 'equal' : 'compatible';
}

function agree<T>(a: T | null, b: T | null): 'yes' | 'no' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  return a === b ? 'yes' : 'no';
}

/** The pair as published. `better` is the report that the ladder prefers; where the two are not one report both are kept. */
export function published(shared: Shared, better: { readonly reportId: string; readonly reason: string }): CopyPair {
  const one = isOneReport(shared);
  return {
    reportA: shared.a.reportId,
    reportB: shared.b.reportId,
    relation: shared.relation,
    jaccard: shared.measures.jaccard,
    containmentAInB: shared.measures.aInB,
    containmentBInA: shared.measures.bInA,
    kept: one ? better.reportId : null,
    reason: one ? better.reason : shared.relation === 'revised-figures' ? 'figures-differ' : shared.identity,
  };
}
