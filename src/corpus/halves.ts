/** Reads reports that lack their end or their beginning / gives pairs that look like one report cut in two / promises: named only where no other report fits. */
import type { ReportFacts } from '../model/fact.ts';
import type { Lengths, Positions } from '../rules/vocabulary/positions.ts';
import { countOfShingles } from './digest.ts';
import { Kinship } from './kinship.ts';
import { isOneReport, type Shared } from './relation.ts';

/** Two reports of two sources: the numbering of the second goes on where the first stops. */
export interface Halves {
  readonly first: ReportFacts;
  readonly second: ReportFacts;
}

/** Two halves that fit, with how much speaks for them beside others. */
interface Fit extends Halves {
  readonly weight: number;
}

/** First halves whose numbers one second half is held against, and those of them whose words. */
const [MOST_LOOKED_AT, MOST_TRIED] = [4096, 256];
/** Numberings that must go on where the texts are too short to tell by their words, by what the second half names. */
const LEAST_GOING_ON: readonly number[] = [2, 2, 1];
/** Pages and two numberings that go on: whatever the length and the words. */
const BEYOND_DOUBT = 4;
/** Standard deviations of the length of whole reports that two halves may be off together, by what the second half names. */
const MOST_OFF: readonly number[] = [1.5, 4, Infinity];
/** The same where their words speak for them. */
const MOST_OFF_OF_KIN = 4;

/** Shingles of a half whose words tell. */
const TELLING = 1500;
/**
 * What halves of one report have in common (see `Kin`): of 223 cut ones 99 in 100 have more than the least, 90 more than much, 60 more than
 * very much; halves of two reports whose numbers fit have more than much once in 50.
 */
const [LEAST_COMMON, MUCH, VERY_MUCH] = [0.02, 0.03, 0.042];
/** What hardly a third text has; halves of two reports have as much once in 200, mostly of one place. */
const LEAST_RARE = 0.003;
/** What speaks for two halves: numberings that go on, place, year, much in common. Among many others that could fit better it takes less. */
const [LEAST_SIGNS, LEAST_AMONG_MANY, MANY] = [3, 2, 100];
/** How often the weight of the next best a pair must have. */
const MARGIN = 2;

/**
 * Pairs of halves in order of the second one's place among the reports. A half is told with another only when nothing else fits
 * either of them nearly as well.
 */
export function halves(
  reports: readonly ReportFacts[],
  pairs: readonly Shared[],
  lengths: Positions['lengths'],
): Halves[] {
  const copied = copies(pairs);
  const lacking = reports.filter(
    (report) => !copied.has(report.reportId) && (lacks(report, 'head') || lacks(report, 'tail')),
  );
  const firsts = new Map<string, ReportFacts[]>();
  for (const report of lacking) {
    if (!lacks(report, 'tail')) continue;
    for (const key of [placeKey(report), ...numberKeys(report.ends.last)]) {
      const group = firsts.get(key);
      if (group) group.push(report);
      else firsts.set(key, [report]);
    }
  }
  const seam = new Seam(lacking, lengths);
  const fits = lacking.flatMap((second) => {
    if (!lacks(second, 'head')) return [];
    // Numbers that begin at one tell of no number before; what the second half begins with is the higher level, if there is one.
    const [number] = numberKeys(before(second.ends.first));
    const key = second.identity.regionCode === null ? number : placeKey(second);
    return seam.fits(firsts.get(key ?? '') ?? [], second);
  });
  const [ofFirsts, ofSeconds] = [heaviest(fits, 'first'), heaviest(fits, 'second')];
  return fits.filter((one) => ofFirsts.get(one.first) === one && ofSeconds.get(one.second) === one);
}

/** For each half the pair that weighs so much more than any other of it; null where none does. */
function heaviest(fits: readonly Fit[], of: 'first' | 'second'): ReadonlyMap<ReportFacts, Fit | null> {
  const best = new Map<ReportFacts, Fit | null>();
  for (const fit of [...fits].sort((p, q) => q.weight - p.weight)) {
    const held = best.get(fit[of]);
    if (held === undefined) best.set(fit[of], fit);
    else if (held && held.weight < MARGIN * fit.weight) best.set(fit[of], null);
  }
  return best;
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

/** One key a level that has a number, the highest first. */
function numberKeys(numbers: readonly number[]): string[] {
  return numbers.flatMap((number, level) => (number > 0 ? [`level ${level} ${number}`] : []));
}

/** The numbers that a first half stops at, from those that the second one begins with. */
function before(numbers: readonly number[]): number[] {
  return numbers.map((number) => Math.max(0, number - 1));
}

/** What halves are held against each other by. */
class Seam {
  private readonly kinship: Kinship;
  private readonly leastSigns: number;
  private readonly lengths: Positions['lengths'];

  constructor(lacking: readonly ReportFacts[], lengths: Positions['lengths']) {
    this.kinship = new Kinship(lacking);
    this.leastSigns = lacking.length >= MANY ? LEAST_AMONG_MANY : LEAST_SIGNS;
    this.lengths = lengths;
  }

  fits(firsts: readonly ReportFacts[], second: ReportFacts): Fit[] {
    const going = firsts.slice(0, MOST_LOOKED_AT).flatMap((first) => {
      const count = contradict(first, second) ? 0 : goesOn(first, second);
      return count > 0 ? [{ first, count }] : [];
    });
    return going.slice(0, MOST_TRIED).flatMap(({ first, count }) => this.fitOf(first, second, count) ?? []);
  }

  private fitOf(first: ReportFacts, second: ReportFacts, going: number): Fit | null {
    const { regionCode, reportYear } = second.identity;
    const known = regionCode === null ? 0 : reportYear === null ? 1 : 2;
    const isTelling = Math.min(countOfShingles(first), countOfShingles(second)) >= TELLING;
    const off = offBy(first.chars + second.chars, this.lengths);
    if (!isTelling) {
      if (going < BEYOND_DOUBT && (going < (LEAST_GOING_ON[known] ?? 2) || off > (MOST_OFF[known] ?? 0))) return null;
      return { first, second, weight: LEAST_RARE * (MARGIN + 1) ** known };
    }
    const { common, rare } = this.kinship.of(first, second);
    const weight = Math.max(rare, LEAST_RARE / MARGIN);
    if (going >= BEYOND_DOUBT) return { first, second, weight };
    if (common < LEAST_COMMON || rare < LEAST_RARE || off > MOST_OFF_OF_KIN) return null;
    const signs = [regionCode !== null, reportYear !== null, common >= MUCH, common >= VERY_MUCH];
    return going + signs.filter(Boolean).length >= this.leastSigns ? { first, second, weight } : null;
  }
}

/** True for halves of one file, or of which the second names another year; the first must name its place, which is that of the second if it names one. */
function contradict(first: ReportFacts, second: ReportFacts): boolean {
  const { reportYear } = second.identity;
  if (first.sourceId === second.sourceId || first.identity.regionCode === null) return true;
  return reportYear !== null && reportYear !== first.identity.reportYear;
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
