/** Reads what head, body and hints say of the region / gives the region or the candidates left / promises: text before hints, never a guess. */
import { range } from '../../model/offset.ts';
import type { Evidence } from '../../model/report.ts';
import type { Division, Divisions } from '../../rules/vocabulary/divisions.ts';
import type { PlaceCount } from './body-region.ts';
import { leadingPlaces } from './body-region.ts';
import type { HintedPlace } from './hints.ts';
import { liesIn } from './hints.ts';
import { isOfKind, type OwnKind } from './own-words.ts';
import type { FrontRegion } from './region.ts';

export interface RegionGround {
  readonly front: FrontRegion;
  /** The own word that the report uses, from the head or else from the body; asked for only when the head names no place. */
  readonly kind: () => OwnKind | null;
  readonly counts: readonly PlaceCount[];
  /** Whether the report's own name was taken out of it: then none that is left is its own. */
  readonly isBlanked: () => boolean;
  /** The place of this kind whose party committee leads the report's government. */
  readonly committee: (kind: OwnKind) => Division | null;
  /** Places that the caller's hints name. */
  readonly hinted: readonly HintedPlace[];
  readonly divisions: Divisions;
}

export interface RegionDecision {
  readonly region: Division | null;
  /** What was left to choose from when there is no region; empty when nothing names one. */
  readonly candidates: readonly Division[];
  readonly evidence: readonly Evidence[];
  /** The part of the region that speaks, by the weightiest line that names the region; null for the region itself. */
  readonly part: string | null;
}

/** Weight of a body that names one place far more than others, of a parent that settles a shared name, of a hint. */
const BODY_WEIGHT = 2;
const PARENT_WEIGHT = 2;
const HINT_WEIGHT = 1;

export function decideRegion(ground: RegionGround): RegionDecision {
  const decision = chosen(ground);
  return { ...decision, part: decision.region === null ? null : partOf(decision.region, ground.front) };
}

function partOf(region: Division, front: FrontRegion): string | null {
  const lines = front.signs.filter(({ candidates }) => candidates.includes(region));
  const [first] = lines.toSorted((a, b) => b.evidence.weight - a.evidence.weight);
  return first?.part ?? null;
}

type Choice = Omit<RegionDecision, 'part'>;

function chosen(ground: RegionGround): Choice {
  const { front } = ground;
  const named = heaviest(front);
  const [sole] = named;
  if (sole !== undefined && named.length === 1 && !speaksInside(sole, front)) return decided(sole, front);
  if (named.length > 1) return settle(named, ground);
  const kind = ground.kind();
  if (kind === null) return { region: null, candidates: [], evidence: [] };
  if (kind === '国') return decided(ground.divisions.byCode('100000') ?? undefined, front);
  const leading = leadingPlaces(ground.counts, kind);
  if (leading.length > 0 && ground.isBlanked()) return { region: null, candidates: [], evidence: [] };
  const [best, second] = leading;
  if (best !== undefined && second === undefined) {
    return { region: best.division, candidates: [], evidence: [bodyEvidence(best)] };
  }
  const led = ground.committee(kind);
  if (led !== null && (best === undefined || leading.some(({ division }) => division === led))) {
    const evidence: Evidence = { sign: 'body-places', weight: BODY_WEIGHT, quote: `中共${led.name}委`, range: null };
    return { region: led, candidates: [], evidence: [evidence] };
  }
  const hinted = leading.filter(({ division }) => ground.hinted.some((hint) => settles(hint, division, ground)));
  const only = hinted.length === 1 ? hinted[0] : undefined;
  if (only === undefined) return { region: null, candidates: leading.map(({ division }) => division), evidence: [] };
  const hint: Evidence = { sign: 'hint-region', weight: HINT_WEIGHT, quote: only.division.name, range: null };
  return { region: only.division, candidates: [], evidence: [bodyEvidence(only), hint] };
}

/** 我代表县人民政府 under the name of a province: the report is of a place in it that is not named. */
function speaksInside(region: Division, { kind }: FrontRegion): boolean {
  return region.level === 'province' && kind !== null && INNER.has(kind) && !isOfKind(region, kind);
}

const INNER: ReadonlySet<OwnKind> = new Set(['市', '州', '盟', '县', '区', '旗']);

/** The places that the head's lines speak for most, by weight. */
function heaviest(front: FrontRegion): Division[] {
  const weights = new Map<Division, number>();
  for (const { evidence, candidates } of front.signs) {
    for (const one of candidates) weights.set(one, (weights.get(one) ?? 0) + evidence.weight);
  }
  const most = Math.max(0, ...weights.values());
  return [...weights].filter(([, weight]) => weight === most).map(([division]) => division);
}

function decided(region: Division | undefined, front: FrontRegion): Choice {
  if (region === undefined) return { region: null, candidates: [], evidence: [] };
  const evidence = front.signs.filter(({ candidates }) => candidates.includes(region)).map((sign) => sign.evidence);
  return { region, candidates: [], evidence };
}

/** A shared name (鼓楼区): settled by a parent named in the head, by the parent that the body names, last by a hint. */
function settle(named: readonly Division[], ground: RegionGround): Choice {
  const { front, counts, divisions } = ground;
  const above = front.signs.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []));
  const inside = named.filter((one) =>
    above.some((outer) => one.code !== outer.code && liesIn(one, outer.code, divisions)),
  );
  if (inside.length === 1) return decided(inside[0], front);
  const weighed = named
    .map((one) => ({ one, parent: counts.find(({ division }) => division.code === one.parentCode) }))
    .sort((a, b) => (b.parent?.mentions ?? 0) - (a.parent?.mentions ?? 0));
  const [first, second] = weighed;
  const lead = first?.parent?.mentions ?? 0;
  if (first?.parent !== undefined && lead >= 2 && lead >= 2 * (second?.parent?.mentions ?? 0)) {
    const evidence = { ...bodyEvidence(first.parent), sign: 'parent-in-body', weight: PARENT_WEIGHT };
    return { ...decided(first.one, front), evidence: [...decided(first.one, front).evidence, evidence] };
  }
  const hinted = named.filter((one) => ground.hinted.some((hint) => settles(hint, one, ground)));
  const only = hinted.length === 1 ? hinted[0] : undefined;
  if (only === undefined) return { region: null, candidates: named, evidence: [] };
  const hint: Evidence = { sign: 'hint-region', weight: HINT_WEIGHT, quote: only.name, range: null };
  return { ...decided(only, front), evidence: [...decided(only, front).evidence, hint] };
}

/** True when the hint names the place, or one that it lies in. */
function settles({ candidates }: HintedPlace, place: Division, { divisions }: RegionGround): boolean {
  return candidates.some((one) => liesIn(place, one.code, divisions));
}

function bodyEvidence({ division, mentions, first }: PlaceCount): Evidence {
  return {
    sign: 'body-places',
    weight: BODY_WEIGHT,
    quote: `${division.name} × ${Math.round(mentions)}`,
    range: range(first.start, first.end),
  };
}
