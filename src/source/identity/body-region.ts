/** Reads the names of places in a whole report / gives the one it speaks of most / promises: a clear lead or nothing. */
import { compareText } from '../../model/finding.ts';
import type { Division, DivisionMention, Divisions } from '../../rules/vocabulary/divisions.ts';
import type { OwnKind } from './own-words.ts';
import { isOfKind } from './own-words.ts';

export interface PlaceCount {
  readonly division: Division;
  /** Mentions by name, plus one for every place directly in it that is named: 肥西, 肥东 and 长丰 speak for 合肥. */
  readonly score: number;
  readonly mentions: number;
  readonly first: DivisionMention;
}

/** A place must be named so often, and so many times as often as the next, before the body speaks for it. */
const ENOUGH = 4;
const LEAD = 1.6;

/** Counts of all places of one kind, the most named first. Ambiguous names count for each meaning in equal parts. */
export function countPlaces(mentions: readonly DivisionMention[]): PlaceCount[] {
  const counts = new Map<Division, { division: Division; own: number; below: Set<string>; first: DivisionMention }>();
  for (const mention of mentions) {
    for (const division of mention.candidates) {
      const share = 1 / mention.candidates.length;
      const count = counts.get(division);
      if (count) count.own += share;
      else counts.set(division, { division, own: share, below: new Set(), first: mention });
    }
  }
  const byCode = new Map([...counts.values()].map((count) => [count.division.code, count]));
  for (const { division } of counts.values()) {
    if (division.parentCode !== null) byCode.get(division.parentCode)?.below.add(division.code);
  }
  return [...counts.values()]
    .map(({ division, own, below, first }) => ({ division, score: own + below.size, mentions: own, first }))
    .sort((a, b) => b.score - a.score || compareText(a.division.code, b.division.code));
}

/** The place of that kind which the body names clearly most; several where none leads, the best first; empty without any. */
export function leadingPlaces(counts: readonly PlaceCount[], kind: OwnKind): PlaceCount[] {
  const own = counts.filter(({ division }) => isOfKind(division, kind));
  const best = own[0];
  if (best === undefined || best.score < ENOUGH) return [];
  const near = own.filter(({ score }) => score * LEAD > best.score).slice(0, 5);
  // A city names the cities in it nearly as often as itself; that takes nothing from its lead.
  const rivals = near.filter(
    ({ division, score }) => division.parentCode !== best.division.code || score * 1.2 > best.score,
  );
  return [best, ...rivals.filter((one) => one !== best)];
}

/** Names of another place of the same level weigh more than the region's own and those of all that lies in it. */
const FOREIGN_SCORE = 6;
/** Counties name their neighbours more than cities do. */
const FOREIGN_COUNTY = 12;
const COUNTY_LEAD = 3;

/** A place of the same level that the body speaks of more than of the region; null where it does not. */
export function foreignPlace(region: Division, counts: readonly PlaceCount[], divisions: Divisions): PlaceCount | null {
  if (region.shortNames.length === 0) return null;
  const lines = counts.filter(({ division }) => division.level === region.level && !isSamePlace(division, region));
  const other = lines[0];
  const county = region.level === 'county';
  if (other === undefined || other.score < (county ? FOREIGN_COUNTY : FOREIGN_SCORE)) return null;
  const own = scoreOf(region, counts, divisions);
  if (own * (county ? COUNTY_LEAD : 1) >= other.score) return null;
  return other;
}

/** The region's own score and the mentions of all places in it. */
function scoreOf(region: Division, counts: readonly PlaceCount[], divisions: Divisions): number {
  let score = 0;
  for (const { division, mentions, score: own } of counts) {
    if (isSamePlace(division, region)) score += own;
    else if (division.parentCode !== null && divisions.contains(region.code, division.parentCode)) score += mentions;
  }
  return score;
}

/** The same place under an older name or code counts as the same. */
export function isSamePlace(a: Division, b: Division): boolean {
  return a.code === b.code || a.successor === b.code || b.successor === a.code;
}
