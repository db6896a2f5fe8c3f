/** Reads the sketches of all reports / gives the pairs that share text / promises: every copy is told once, in time that grows with the reports and not with their pairs. */
import type { ReportFacts } from '../model/fact.ts';
import { compareText } from '../model/finding.ts';
import { Statements } from './collate.ts';
import { countOfShingles, smallestShingles } from './digest.ts';
import { densestSample, HolderIndex, sampleBound } from './index.ts';
import { compareWorth } from './ladder.ts';
import { measure, relate, type Shared } from './relation.ts';

/**
 * Versions of one report, told apart by their figures, that a further copy is compared with. A text that was scraped more often
 * with other figures each time is told as a revision of the fullest one only.
 */
const MOST_VERSIONS = 16;

/** Reports of other years that one text is told with: a text that goes round under ten years is not compared with itself a hundred times. */
const MOST_YEARS = 4;

/** Candidates that prove to share too little before a report asks no more: they come in order of what they seem to share. */
const MOST_MISSES = 64;

/** A report that stands for its near copies while pairs are looked for, and the versions that differ from it in figures. */
interface Leader {
  readonly report: ReportFacts;
  readonly versions: ReportFacts[];
}

/**
 * Pairs that share text, in order of id. Reports are taken from the longest to the shortest; each is compared with the earlier ones
 * that its sampled hashes point to. One that is as long as an earlier one and alike is told as its copy and asked no more: ten
 * thousand copies of a report make ten thousand pairs. Reports of equal form are paired with the best of them.
 */
export function copyPairs(reports: readonly ReportFacts[]): Shared[] {
  const statements = new Statements();
  const { firsts, pairs } = equalForms(reports, statements);
  const lists = firsts.map(smallestShingles);
  const index = new HolderIndex(lists, sampleBound(lists));
  const leaders: Leader[] = [];
  for (const report of firsts) {
    const near = index.ask(smallestShingles(report)).flatMap(({ owner }) => leaders[owner] ?? []);
    const found = sharedWith(report, near, statements);
    pairs.push(...found.pairs);
    if (found.absorbed) continue;
    index.add(leaders.length, smallestShingles(report));
    leaders.push({ report, versions: [] });
  }
  return pairs.sort((p, q) => compareText(p.a.reportId, q.a.reportId) || compareText(p.b.reportId, q.b.reportId));
}

/** The best report of each comparison form, those that are compared first in front, and every other report of a form paired with its best. */
function equalForms(
  reports: readonly ReportFacts[],
  statements: Statements,
): { firsts: ReportFacts[]; pairs: Shared[] } {
  const forms = new Map<string, ReportFacts[]>();
  for (const report of reports) {
    if (countOfShingles(report) === 0) continue;
    const form = forms.get(report.formSha256);
    if (form) form.push(report);
    else forms.set(report.formSha256, [report]);
  }
  const pairs: Shared[] = [];
  const firsts = [...forms.values()].flatMap((form) => {
    const [first, ...others] = form.sort(compareWorth);
    if (!first) return [];
    pairs.push(...others.flatMap((other) => relateInOrder(first, other, statements) ?? []));
    return [{ report: first, lengthClass: lengthClass(first), copies: form.length }];
  });
  // Within a class of length the text that most copies agree on leads, then the better copy: or damage would be compared with damage.
  firsts.sort((a, b) => b.lengthClass - a.lengthClass || b.copies - a.copies || compareWorth(a.report, b.report));
  return { firsts: firsts.map(({ report }) => report), pairs };
}

/** Lengths that differ by up to a sixth are one class. */
function lengthClass(report: ReportFacts): number {
  return Math.floor(Math.log2(countOfShingles(report) + 1) * 4.5);
}

function sharedWith(
  report: ReportFacts,
  near: readonly Leader[],
  statements: Statements,
): { pairs: Shared[]; absorbed: boolean } {
  const pairs: Shared[] = [];
  let absorbed = false;
  let [otherYears, misses] = [0, 0];
  for (const leader of near) {
    if (misses >= MOST_MISSES) break;
    const otherYear = isOfOtherYear(report, leader.report);
    if (otherYear && otherYears >= MOST_YEARS) continue;
    const shared = mayShare(leader.report, report) ? relateInOrder(leader.report, report, statements) : null;
    if (!shared) {
      misses++;
      continue;
    }
    pairs.push(shared);
    if (otherYear) otherYears++;
    if (shared.relation === 'same-report') absorbed = true;
    if (shared.relation !== 'revised-figures') continue;
    const version = versionOf(report, leader, statements);
    if (version) pairs.push(version);
    if (!isAsLong(shared)) continue;
    if (!version) leader.versions.push(report);
    absorbed = true;
  }
  return { pairs, absorbed };
}

/** Sampled hashes of the shorter text that tell how much two share, and the share under which they are not opened. */
const [TELLING, LITTLE] = [64, 0.1];

/**
 * False when sketches, which are at hand while reports may lie on disk, show that two texts share too little: relations begin at 0.3 of
 * the shorter one, and 64 hashes of a text that shares so much show less than a tenth once in ten thousand pairs.
 */
function mayShare(one: ReportFacts, other: ReportFacts): boolean {
  const [a, b] = [densestSample(smallestShingles(one)), densestSample(smallestShingles(other))];
  if (Math.min(a.length, b.length) < TELLING) return true;
  const { aInB, bInA } = measure(a, b);
  return Math.max(aInB, bInA) >= LITTLE;
}

function isOfOtherYear({ identity: one }: ReportFacts, { identity: other }: ReportFacts): boolean {
  return one.reportYear !== null && other.reportYear !== null && one.reportYear !== other.reportYear;
}

/** The pair of a report with the first version of a text that has its figures; null when it brings figures of its own. */
function versionOf(report: ReportFacts, { versions }: Leader, statements: Statements): Shared | null {
  for (const version of versions.slice(0, MOST_VERSIONS)) {
    const shared = relateInOrder(version, report, statements);
    if (shared?.relation === 'same-report' || shared?.relation === 'contains') return shared;
  }
  return null;
}

/** Share of each in the other from which two texts are so alike that what holds of one holds of the other. */
const AS_LONG = 0.6;

function isAsLong({ measures: { aInB, bInA } }: Shared): boolean {
  return Math.min(aInB, bInA) >= AS_LONG;
}

function relateInOrder(a: ReportFacts, b: ReportFacts, statements: Statements): Shared | null {
  return a.reportId < b.reportId ? relate(a, b, statements) : relate(b, a, statements);
}
