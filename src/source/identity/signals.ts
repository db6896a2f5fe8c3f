/** Reads what was found of a report's identity / gives what a person should know / promises: contradictions are told, not settled in silence. */
import { compareText } from '../../model/finding.ts';
import { range } from '../../model/offset.ts';
import type { Identity } from '../../model/report.ts';
import type { Signal } from '../../model/signal.ts';
import type { Division, Divisions } from '../../rules/vocabulary/divisions.ts';
import type { PlaceCount } from './body-region.ts';
import type { FrontRegion } from './region.ts';
import type { YearVote } from './year.ts';

export interface SignalGround {
  readonly identity: Identity;
  readonly region: Division | null;
  readonly candidates: readonly Division[];
  readonly front: FrontRegion;
  readonly counts: readonly PlaceCount[];
  readonly hinted: readonly Division[];
  readonly yearsAgainst: readonly YearVote[];
  readonly divisions: Divisions;
}

/** A body contradicts the head when it names another place of the same kind this often and the head's place hardly ever. */
const FOREIGN_MENTIONS = 12;
const OWN_MENTIONS = 2;

export function identitySignals(ground: SignalGround): Signal<'report'>[] {
  const { identity } = ground;
  const signals = [...regionSignals(ground), ...yearSignals(ground)];
  if (identity.session === null) signals.push({ sign: 'session-missing', range: null, data: {} });
  if (identity.deliveredOn === null) signals.push({ sign: 'date-missing', range: null, data: {} });
  if (identity.speaker === null) signals.push({ sign: 'speaker-missing', range: null, data: {} });
  return signals;
}

function regionSignals(ground: SignalGround): Signal<'report'>[] {
  const { region, candidates } = ground;
  if (region !== null) return conflicts(region, ground);
  if (candidates.length === 0) return [{ sign: 'region-unknown', range: null, data: {} }];
  const names = candidates.map((one) => fullName(one, ground.divisions)).sort(compareText);
  return [{ sign: 'region-ambiguous', range: null, data: { candidates: names.join('、') } }];
}

/** One signal for each voice that names another place. */
function conflicts(region: Division, ground: SignalGround): Signal<'report'>[] {
  const { front, counts, hinted, divisions } = ground;
  const signals: Signal<'report'>[] = [];
  const own = fullName(region, divisions);
  for (const { evidence, candidates } of front.signs) {
    const [other] = candidates;
    if (other === undefined || candidates.some((one) => isSame(one, region))) continue;
    const data = { region: own, other: fullName(other, divisions), source: evidence.sign };
    signals.push({ sign: 'region-conflict', range: evidence.range, data });
  }
  const foreign = foreignPlace(region, counts);
  if (foreign !== null) {
    const data = { region: own, other: fullName(foreign.division, divisions), source: 'body-places' };
    const { start, end } = foreign.first;
    signals.push({ sign: 'region-conflict', range: range(start, end), data });
  }
  for (const hint of hinted) {
    if (isSame(hint, region) || divisions.contains(hint.code, region.code)) continue;
    const data = { region: own, other: fullName(hint, divisions), source: 'hint' };
    signals.push({ sign: 'region-conflict', range: null, data });
  }
  return signals;
}

/** A place of the same kind that the body names all the time while the region's own name is missing. */
function foreignPlace(region: Division, counts: readonly PlaceCount[]): PlaceCount | null {
  if (region.shortNames.length === 0) return null;
  const own = counts.find(({ division }) => division === region)?.mentions ?? 0;
  const suffix = region.name.slice(-1);
  const other = counts.find(
    ({ division }) => division !== region && division.level === region.level && division.name.endsWith(suffix),
  );
  if (other === undefined || own > OWN_MENTIONS || other.mentions < FOREIGN_MENTIONS) return null;
  return isSame(other.division, region) ? null : other;
}

function yearSignals({ identity, yearsAgainst }: SignalGround): Signal<'report'>[] {
  if (identity.reportYear === null) return [{ sign: 'report-year-unknown', range: null, data: {} }];
  return yearsAgainst.map(({ year, evidence }) => ({
    sign: 'year-conflict',
    range: evidence.range,
    data: { year: identity.reportYear, other: year, source: evidence.sign, words: evidence.quote },
  }));
}

/** The same place under an older name or code counts as the same. */
function isSame(a: Division, b: Division): boolean {
  return a.code === b.code || a.successor === b.code || b.successor === a.code;
}

/** 浙江省杭州市西湖区: the name with what it lies in, without the country. */
function fullName(division: Division, divisions: Divisions): string {
  const parent = division.parentCode === null ? null : divisions.byCode(division.parentCode);
  if (parent === null || parent.level === 'country') return division.name;
  return fullName(parent, divisions) + division.name;
}
