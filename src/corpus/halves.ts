/** Reads reports that lack their end or their beginning / gives pairs that look like one report cut in two / promises: named only where no other report fits. */
import type { ReportFacts } from '../model/fact.ts';
import type { Lengths, Positions } from '../rules/vocabulary/positions.ts';
import { isOneReport, type Shared } from './relation.ts';

/** Two reports of two sources: the numbering of the second goes on where the first stops. */
export interface Halves {
  readonly first: ReportFacts;
  readonly second: ReportFacts;
}

/** How much speaks for two halves: the more is known of the second, the less it takes. */
interface Fit extends Halves {
  /** 2 when the second names place and year, 1 when it names the place, 0 when neither. */
  readonly known: number;
}

/** First halves that one second half is held against. */
const MOST_TRIED = 256;
/** Numberings that must go on, by what the second half names: section and subsection, or a page that follows. */
const LEAST_GOING_ON: readonly number[] = [2, 2, 1];
/** Pages and two numberings that go on: whatever the length. */
const BEYOND_DOUBT = 4;
/** Standard deviations of the length of whole reports that two halves may be off together, by the same. */
const MOST_OFF: readonly number[] = [1.5, 4, Infinity];

/**
 * Pairs of halves in order of the second one's place among the reports. A half is told with another only when each is the
 * only one that fits the other, or the only one that names place and year.
 */
export function halves(
  reports: readonly ReportFacts[],
  pairs: readonly Shared[],
  lengths: Positions['lengths'],
): Halves[] {
  const copied = copies(pairs);
  const lacking = reports.filter(({ reportId }) => !copied.has(reportId));
  const firsts = new Map<string, ReportFacts[]>();
  for (const report of lacking) {
    if (!lacks(report, 'tail')) continue;
    for (const key of [placeKey(report), numberKey(report.ends.last)]) {
      const group = firsts.get(key);
      if (group) group.push(report);
      else firsts.set(key, [report]);
    }
  }
  const fits = lacking.flatMap((second) => {
    if (!lacks(second, 'head')) return [];
    const key = second.identity.regionCode === null ? numberKey(before(second.ends.first)) : placeKey(second);
    const found = (firsts.get(key) ?? []).slice(0, MOST_TRIED).flatMap((first) => fitOf(first, second, lengths) ?? []);
    return found.length === 1 ? found : [];
  });
  return fits.filter((one) => {
    const rivals = fits.filter(({ first, known }) => first === one.first && known >= one.known);
    return rivals.length === 1;
  });
}

/** Reports that share text with another as one report, or of which a part stands in another. */
function copies(pairs: readonly Shared[]): ReadonlySet<string> {
  return new Set(
    pairs.flatMap((pair) =>
      isOneReport(pair) || pair.relation === 'overlaps' ? [pair.a.reportId, pair.b.reportId] : [],
    ),
  );
}

/** True when this end, and only this end, is gone. */
function lacks({ completeness }: ReportFacts, end: 'head' | 'tail'): boolean {
  const other = end === 'head' ? 'tail' : 'head';
  return completeness.missing.includes(end) && !completeness.missing.includes(other);
}

function placeKey({ identity }: ReportFacts): string {
  return `place ${identity.regionCode ?? ''}`;
}

function numberKey([section = 0, subsection = 0]: readonly number[]): string {
  return `number ${section} ${subsection}`;
}

/** The numbers that a first half stops at, from those that the second one begins with. */
function before(numbers: readonly number[]): number[] {
  return numbers.map((number) => Math.max(0, number - 1));
}

function fitOf(first: ReportFacts, second: ReportFacts, lengths: Positions['lengths']): Fit | null {
  const { regionCode, reportYear } = second.identity;
  if (first.sourceId === second.sourceId || first.identity.regionCode === null) return null;
  if (regionCode !== null && regionCode !== first.identity.regionCode) return null;
  if (reportYear !== null && reportYear !== first.identity.reportYear) return null;
  const known = regionCode === null ? 0 : reportYear === null ? 1 : 2;
  const going = goesOn(first, second);
  if (going < (LEAST_GOING_ON[known] ?? 2)) return null;
  if (going >= BEYOND_DOUBT) return { first, second, known };
  return offBy(first.chars + second.chars, lengths) <= (MOST_OFF[known] ?? 0) ? { first, second, known } : null;
}

/** How many numberings of the first half the second one continues, pages counted twice; 0 when one of them does not go on. */
function goesOn({ ends: one }: ReportFacts, { ends: other }: ReportFacts): number {
  let going = 0;
  if (one.slice !== null && other.slice !== null) {
    if (one.slice.of !== other.slice.of || one.slice.page + one.slice.here !== other.slice.page) return 0;
    going += 2;
  }
  for (const [level, number] of other.first.entries()) {
    if (number === 0) continue;
    if (number !== (one.last[level] ?? 0) + 1) return 0;
    if (number > 1) going++;
  }
  return going;
}

/** Standard deviations by which a length is off that of whole reports. */
function offBy(chars: number, { review, plan }: Positions['lengths']): number {
  const spread = (of: Lengths): number => of[1];
  return Math.abs(Math.log(chars / (review[0] + plan[0]))) / Math.max(spread(review), spread(plan));
}
