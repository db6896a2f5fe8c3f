/** Reads a report / gives what of it must be at hand while its lists wait on disk / promises: what is asked of a digest is what the report itself says. */
import type { Digest, Fact, ReportFacts } from '../model/fact.ts';
import { compacted } from './index.ts';

/** What the digest of a report holds; how it is opened is known to whoever put it away. */
export function digestOf(report: ReportFacts): Omit<Digest, 'open'> {
  return {
    shingles: report.shingles.length,
    smallest: compacted(report.shingles),
    places: [...new Set(report.facts.map(placeKey))],
  };
}

/** A report with its lists at hand. */
export function opened(report: ReportFacts): ReportFacts {
  return report.digest?.open() ?? report;
}

/** Fact number `at` of an opened report. */
export function factAt(report: ReportFacts, at: number): Fact | undefined {
  return report.rows === undefined ? report.facts[at] : report.rows.at(at);
}

/** The facts of an opened report with one of these names, or all where they are at hand. */
export function factsNamed(report: ReportFacts, names: ReadonlySet<string>): readonly Fact[] {
  return report.rows?.named(names) ?? report.facts;
}

/** The facts of a report with one of these ids. */
export function factsWith(report: ReportFacts, ids: ReadonlySet<string>): readonly Fact[] {
  const whole = opened(report);
  return whole.rows?.withIds(ids) ?? whole.facts.filter(({ figureId }) => ids.has(figureId));
}

/** The shingles of a report, or as many of them as any sample holds. */
export function smallestShingles(report: ReportFacts): Uint32Array {
  return report.digest?.smallest ?? report.shingles;
}

export function countOfShingles(report: ReportFacts): number {
  return report.digest?.shingles ?? report.shingles.length;
}

/** True when a fact of the report may be about one of the places. */
export function mayBeAbout({ digest }: ReportFacts, places: ReadonlySet<string>): boolean {
  return digest === undefined || digest.places.some((place) => places.has(place));
}

/** The place of a fact as digests hold it. */
export function placeKey({ regionCode }: Fact): string {
  return regionCode ?? '';
}
