/** Reads a report / gives the place whose party committee it says that it works under / promises: one place of the report's own kind or none. */
import type { Division, Divisions } from '../../rules/vocabulary/divisions.ts';
import type { OwnKind } from './own-words.ts';
import { isOfKind } from './own-words.ts';

const COMMITTEE = /中共(\p{Script=Han}{2,12}?)(?:委员会|委(?=[^员托]|$))/u;
/** A government thanks the committee that leads it for this; one of another place may be named for its help. */
const LEADS = /^[^。]{0,60}?(?:领导|带领|决策|部署)/u;

/** 在中共中央、国务院和中共广东省委的正确领导下, in a report that calls its own place a province. */
export function ownCommittee(text: string, kind: OwnKind, divisions: Divisions): Division | null {
  if (!text.includes('中共')) return null;
  const found = new Set<Division>();
  for (const match of text.matchAll(new RegExp(COMMITTEE, 'gu'))) {
    const [words, place = ''] = match;
    if (!LEADS.test(text.slice(match.index + words.length, match.index + words.length + 70))) continue;
    const mentions = divisions.find(place).filter(({ end }) => end === place.length);
    for (const one of mentions.flatMap(({ candidates }) => candidates)) if (isOfKind(one, kind)) found.add(one);
  }
  const [only, another] = found;
  return another === undefined ? (only ?? null) : null;
}
