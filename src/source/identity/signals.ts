/** Reads what was found of a report's identity / gives what a person should know / promises: contradictions are told, not settled in silence. */
import { compareText } from '../../model/finding.ts';
import { range } from '../../model/offset.ts';
import type { Identity } from '../../model/report.ts';
import type { Signal } from '../../model/signal.ts';
import type { Division, Divisions } from '../../rules/vocabulary/divisions.ts';
import type { PlaceCount } from './body-region.ts';
import { foreignPlace, isSamePlace } from './body-region.ts';
import type { HintedPlace } from './hints.ts';
import { liesIn } from './hints.ts';
import { foreignKind } from './own-words.ts';
import type { FrontRegion } from './region.ts';
import type { YearVote } from './year.ts';

export interface SignalGround {
  readonly identity: Identity;
  readonly region: Division | null;
  readonly part: string | null;
  readonly candidates: readonly Division[];
  readonly front: FrontRegion;
  readonly counts: readonly PlaceCount[];
  readonly hinted: readonly HintedPlace[];
  /** How often the body speaks of each kind of place as its own. */
  readonly ownWords: ReadonlyMap<string, number>;
  readonly yearsAgainst: readonly YearVote[];
  readonly divisions: Divisions;
}

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
  if (region !== null) return [...partSignals(region, ground), ...conflicts(region, ground)];
  if (candidates.length === 0) return [{ sign: 'region-unknown', range: null, data: {} }];
  const names = candidates.map((one) => fullName(one, ground.divisions)).sort(compareText);
  return [{ sign: 'region-ambiguous', range: null, data: { candidates: names.join('、') } }];
}

/** A zone, a town, the corps: named, but without a code. */
function partSignals(region: Division, { part, divisions }: SignalGround): Signal<'report'>[] {
  if (part === null) return [];
  return [{ sign: 'part-of-region', range: null, data: { place: part, region: fullName(region, divisions) } }];
}

/** One signal for each voice that names another place. */
function conflicts(region: Division, ground: SignalGround): Signal<'report'>[] {
  const { front, counts, hinted, divisions } = ground;
  const signals: Signal<'report'>[] = [];
  const own = fullName(region, divisions);
  for (const { evidence, candidates } of front.signs) {
    const [other] = candidates;
    if (other === undefined || candidates.some((one) => isSamePlace(one, region))) continue;
    const data = { region: own, other: fullName(other, divisions), source: evidence.sign };
    signals.push({ sign: 'region-conflict', range: evidence.range, data });
  }
  // A town's body speaks of its own kind and of the places beside it.
  const foreign = ground.part === null ? foreignPlace(region, counts, divisions) : null;
  const kind = foreign === null && ground.part === null ? foreignKind(region, ground.ownWords) : null;
  if (foreign !== null) {
    const data = { region: own, other: fullName(foreign.division, divisions), source: 'body-places' };
    const { start, end } = foreign.first;
    signals.push({ sign: 'region-conflict', range: range(start, end), data });
  }
  if (kind !== null) {
    const data = { region: own, other: `全${kind.word} × ${kind.count}`, source: 'own-words' };
    signals.push({ sign: 'region-conflict', range: null, data });
  }
  for (const { candidates: labelled, claims } of hinted) {
    const fits = labelled.some(
      (one) =>
        (isSamePlace(one, region) && !(claims && ground.part !== null)) ||
        (!claims && liesIn(region, one.code, divisions)),
    );
    const [other] = labelled;
    if (fits || other === undefined) continue;
    const data = { region: own, other: fullName(other, divisions), source: 'hint' };
    signals.push({ sign: 'region-conflict', range: null, data });
  }
  return signals;
}

/** A label with the year that the report looks back on is told, not counted as an error. */
const LABELS: ReadonlySet<string> = new Set(['title-year', 'hint-title', 'hint-path']);

function yearSignals({ identity, yearsAgainst }: SignalGround): Signal<'report'>[] {
  const { reportYear, reviewedYear } = identity;
  if (reportYear === null) return [{ sign: 'report-year-unknown', range: null, data: {} }];
  return yearsAgainst.map(({ year, evidence }) => ({
    sign: year === reviewedYear && LABELS.has(evidence.sign) ? 'labelled-with-reviewed-year' : 'year-conflict',
    range: evidence.range,
    data: { year: reportYear, other: year, source: evidence.sign, words: evidence.quote },
  }));
}

/** 浙江省杭州市西湖区: the name with what it lies in, without the country. */
function fullName(division: Division, divisions: Divisions): string {
  const parent = division.parentCode === null ? null : divisions.byCode(division.parentCode);
  if (parent === null || parent.level === 'country') return division.name;
  return fullName(parent, divisions) + division.name;
}
