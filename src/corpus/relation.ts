/** Reads two reports that may share text / gives how they do / promises: exact measures, and a differing figure is never passed over. */
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { CopyPair, Relation } from '../model/result.ts';
import { type Collation, collate, isArabic, Statements, split } from './collate.ts';
import { opened } from './digest.ts';
import { better, type Evidence } from './ladder.ts';

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
 * of five provinces the most is 0.22 (one city in two consecutive years).
 */
const SHARED = 0.5;
/** Share of the shorter text from which two reports of one place and year are copies; below it they are two texts. */
const ALIKE = 0.7;
/** Share from which two texts that may be one report overlap: two pages of it that meet, two excerpts. */
const OVERLAP = 0.3;
/** Texts of fewer shingles share half of them by chance: they are related only when they are equal. */
const TOO_SHORT = 40;
/** Shingles that an overlap must have: the set phrases of any two reports are fewer. */
const LEAST_OVERLAP = 300;
/** From this share on a text under another name or year is a copy of that text, not a report after the same pattern. */
const COPIED = 0.9;
/** Two copies are of one length when the smaller of their containments is at least this share of the larger. */
const EQUALLY_LONG = 0.95;
/** Share of differing figures up to which a copied text under another year is the same report with a wrong label. */
const FEW_FIGURES = 0.1;
/** Shingles that a text gains where one character is lost: all that span the place. */
const GAINED_A_LOSS = 4;

const LEAST: Readonly<Record<Shared['identity'], number>> = {
  equal: OVERLAP,
  compatible: OVERLAP,
  'other-year': SHARED,
  'other-place': COPIED,
};

/**
 * The relation of two reports in order of id, or null when they share too little or are merely alike.
 * @param statements what is known of their figures from comparisons before
 */
export function relate(one: ReportFacts, other: ReportFacts, statements: Statements = new Statements()): Shared | null {
  const [a, b] = [opened(one), opened(other)];
  const identity = compareIdentity(a, b);
  const pair = { a: one, b: other, identity };
  if (a.formSha256 === b.formSha256) return { ...pair, ...equalForms(a, b, identity, statements) };
  if (Math.min(a.shingles.length, b.shingles.length) < TOO_SHORT) return null;
  const measures = measure(a.shingles, b.shingles);
  const most = Math.max(measures.aInB, measures.bInA);
  if (most < LEAST[identity]) return null;
  if (most < SHARED && measures.aInB * a.shingles.length < LEAST_OVERLAP) return null;
  const collation = settled(collate(a.facts, b.facts, statements), a, b, measures);
  return { ...pair, relation: relationOf(measures, collation, identity), measures, collation };
}

/** Equal comparison forms hold the same figures: what the readings differ in is how they were laid out. */
function equalForms(
  a: ReportFacts,
  b: ReportFacts,
  identity: Shared['identity'],
  statements: Statements,
): Pick<Shared, 'relation' | 'measures' | 'collation'> {
  const { differing, damaged, lost, ...rest } = collate(a.facts, b.facts, statements);
  const collation = { ...rest, differing: [], lost: [], damaged: [...differing, ...damaged, ...lost] };
  const relation = saysOther(identity) ? 'mislabelled' : 'same-text';
  return { relation, measures: measure(a.shingles, b.shingles), collation };
}

function relationOf({ aInB, bInA }: Measures, collation: Collation, identity: Shared['identity']): Relation {
  const { alike, differing } = collation;
  const most = Math.max(aInB, bInA);
  const isPiece = Math.min(aInB, bInA) < EQUALLY_LONG * most;
  if (saysOther(identity)) {
    const sameFigures = differing.length <= FEW_FIGURES * (alike + differing.length);
    if (identity === 'other-year' && !(most >= COPIED && sameFigures)) return 'other-year';
    if (differing.length > 0) return 'revised-figures';
    // What a piece says of its place and year was read from its body, and is often wrong.
    return isPiece ? 'contains' : 'mislabelled';
  }
  if (most < ALIKE) return 'overlaps';
  if (differing.length > 0) return 'revised-figures';
  return isPiece ? 'contains' : 'same-report';
}

/** True when the two name different places or years. */
export function saysOther(identity: Shared['identity']): boolean {
  return identity === 'other-place' || identity === 'other-year';
}

/**
 * Tells figures that were revised from figures that were damaged. A number that both texts hold with the same neighbours was not
 * revised, whatever was read of it (a line break tore it). A reading that lost digits is damage where the words beside it lost
 * at least as many characters; in words that are whole it is taken for a revision.
 */
function settled(collation: Collation, a: ReportFacts, b: ReportFacts, measures: Measures): Collation {
  const { differing, lost } = collation;
  if (differing.length + lost.length === 0) return collation;
  if (ownNumbers(a, b) === 0 || ownNumbers(b, a) === 0) {
    const [torn, unlike] = split([...lost, ...differing], isArabic);
    return { ...collation, differing: unlike, lost: [], damaged: [...collation.damaged, ...torn] };
  }
  if (Math.min(newIn(a, measures.aInB), newIn(b, measures.bInA)) >= GAINED_A_LOSS * lost.length) {
    return { ...collation, lost: [], damaged: [...collation.damaged, ...lost] };
  }
  return { ...collation, lost: [], differing: [...lost, ...differing] };
}

/** Shingles of a text that the other lacks: whole ones, from their share. */
function newIn({ shingles }: ReportFacts, share: number): number {
  return Math.round(shingles.length * (1 - share));
}

/** Numbers of a text that the other has neither behind the same words nor before the same words. */
function ownNumbers({ numbers }: ReportFacts, other: ReportFacts): number {
  return Math.min(more(numbers.before, other.numbers.before), more(numbers.after, other.numbers.after));
}

/** How many values of the first sorted list, repeats counted, the second lacks. */
function more(a: Uint32Array, b: Uint32Array): number {
  let held = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) held++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return a.length - held;
}

/** True when the two are one report: they may share a cluster, and one can stand for both. A piece that names another place or year is told, not joined. */
export function isOneReport({ relation, identity }: Shared): boolean {
  return relation === 'same-text' || ((relation === 'same-report' || relation === 'contains') && !saysOther(identity));
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

/** Figures that a copy states with fewer characters than the other copy does: what it lost. */
export function lostIn(copy: ReportFacts, { a, collation }: Shared): number {
  const shorter = (mine: Fact, other: Fact): boolean => bare(mine.quote).length < bare(other.quote).length;
  return collation.damaged.filter((one) => (copy === a ? shorter(one.a, one.b) : shorter(one.b, one.a))).length;
}

function bare(quote: string): string {
  return quote.normalize('NFKC').replace(/\s+/gu, '');
}

/** The pair as published. Where the two are not one report, or stand in two clusters for another copy's sake, both are kept. */
export function published(shared: Shared, standsFor: ReadonlyMap<string, string>, evidence: Evidence): CopyPair {
  const { a, b, relation, measures, identity } = shared;
  const joined = isOneReport(shared) && standsFor.get(a.reportId) === standsFor.get(b.reportId);
  const choice = better(a, b, evidence);
  return {
    reportA: a.reportId,
    reportB: b.reportId,
    relation,
    jaccard: measures.jaccard,
    containmentAInB: measures.aInB,
    containmentBInA: measures.bInA,
    kept: joined ? choice.reportId : null,
    reason: joined ? choice.reason : relation === 'revised-figures' ? 'figures-differ' : identity,
    note: joined && choice.reason === 'chosen' ? (evidence.chosen.get(choice.reportId) ?? null) : null,
  };
}
