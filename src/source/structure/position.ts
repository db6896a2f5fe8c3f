/** Reads how far the words of a part have come / gives the share of the part that is present / promises: 0 < low <= estimate <= high <= 1. */
import { ANYWHERE, type Curve, type Curves, curveOf, STEPS } from '../../rules/vocabulary/curves.ts';
import type { Lengths, Positions } from '../../rules/vocabulary/positions.ts';

/** Share of a whole that is present: the middle of what is likely, and the range that holds it nine times in ten. */
export interface Reach {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How much of a report's body is present in its first characters. `planStart` is where its plan begins, null when it is not reached.
 *
 * Each share that could be present is weighed by what it makes likely: the length that the part would then have, and for each word
 * with a known place whether it should have come by now, and where. A word that comes with chance p in a whole part is one of a
 * Poisson process of intensity −ln(1 − p); its place is normal around its mean. The range is the central 90 % of the weights.
 */
export function reachOf(text: string, planStart: number | null, positions: Positions): Reach {
  const { review, plan, 'plan-by-review': ratio } = positions.lengths;
  if (planStart === null) {
    const seen = reachOfPart(text, 0, positions.curves.review, widened(review), positions.damping);
    const [planLonger, spread] = ratio;
    const share = (reached: number, by: number): number => reached / (1 + planLonger * Math.exp(by * spread));
    return { estimate: share(seen.estimate, 0), low: share(seen.low, 1), high: share(seen.high, -1) };
  }
  const length = both(plan, [ratio[0] * planStart, ratio[1]]);
  const seen = reachOfPart(text, planStart, positions.curves.plan, widened(length), positions.damping);
  const share = (reached: number): number => text.length / (planStart + (text.length - planStart) / reached);
  return { estimate: share(seen.estimate), low: share(seen.low), high: share(seen.high) };
}

/** Two measures of one length, weighed by how sure each is. */
function both([a, spreadA]: Lengths, [b, spreadB]: Lengths): Lengths {
  const weightA = 1 / spreadA ** 2;
  const weightB = 1 / spreadB ** 2;
  const mean = (Math.log(a) * weightA + Math.log(b) * weightB) / (weightA + weightB);
  return [Math.exp(mean), 1 / Math.sqrt(weightA + weightB)];
}

/** Places and levels that were not measured write a little shorter or longer. */
function widened([mean, spread]: Lengths): Lengths {
  return [mean, spread * 1.2];
}

/**
 * The same for a report whose beginning is gone: `planStart` is where its plan begins in `text`, null when the text begins within
 * the plan. Read from its end, a part without beginning is one that stops early.
 */
export function reachWithoutHead(text: string, planStart: number | null, positions: Positions): Reach {
  const { review, plan, 'plan-by-review': ratio } = positions.lengths;
  const [planLonger, spread] = ratio;
  if (planStart === null) {
    const seen = reachBackwards(text, positions, 'plan', widened(plan));
    const share = (reached: number, by: number): number => reached / (1 + Math.exp(by * spread) / planLonger);
    return { estimate: share(seen.estimate, 0), low: share(seen.low, 1), high: share(seen.high, -1) };
  }
  const length = both(review, [(text.length - planStart) / planLonger, spread]);
  const seen = reachBackwards(text.slice(0, planStart), positions, 'review', widened(length));
  const share = (reached: number): number => text.length / (text.length - planStart + planStart / reached);
  return { estimate: share(seen.estimate), low: share(seen.low), high: share(seen.high) };
}

function reachBackwards(text: string, positions: Positions, part: 'review' | 'plan', length: Lengths): Reach {
  const places = placesOf(positions.curves[part], text);
  const seen = positions[part].map(([, mean, spread, likely], index) => ({
    curve: curveOf(1 - mean, spread, likely),
    places: (places[index] ?? []).map((place) => text.length - place),
  }));
  return weighed(seen, Math.max(1, text.length), length, positions.damping);
}

function reachOfPart(text: string, start: number, words: Curves, length: Lengths, damping: number): Reach {
  const places = placesOf(words, text.slice(start));
  const seen = words.curves.map((curve, index) => ({ curve, places: places[index] ?? [] }));
  return weighed(seen, Math.max(1, text.length - start), length, damping);
}

interface SeenWord {
  readonly curve: Curve;
  /** Where it stands, in characters from the end of the part that is whole. */
  readonly places: readonly number[];
}

function weighed(seen: readonly SeenWord[], present: number, length: Lengths, damping: number): Reach {
  const shares = Array.from({ length: STEPS }, (_, step) => (step + 1) / STEPS);
  const said = new Float64Array(STEPS);
  for (const { curve, places } of seen) addChances(said, curve, places, present);
  const chances = shares.map((share, step) => {
    const fit = (Math.log(present / share) - Math.log(length[0])) / length[1];
    return damping * (said[step] ?? 0) - (fit * fit) / 2;
  });
  const best = Math.max(...chances);
  return rangeOf(
    shares,
    chances.map((chance) => Math.exp(chance - best)),
  );
}

/** Adds, for each share, the log of the chance that a word has come at these places, or not yet, when so much of the part is present. */
function addChances(
  said: Float64Array,
  { mean, spread, absent, come, within }: Curve,
  places: readonly number[],
  present: number,
): void {
  for (let step = 0; step < STEPS; step++) {
    const share = (step + 1) / STEPS;
    const chance =
      places.length === 0
        ? (absent[step] ?? 0)
        : (come[step] ?? 0) +
          Math.log(likeness(places, share / present, mean, spread)) / places.length -
          (within[step] ?? 0) +
          Math.log(share);
    said[step] = (said[step] ?? 0) + chance;
  }
}

/** Beyond so many spreads the normal density adds less than a millionth of what stands anywhere. */
const FAR = 6;

/** Product of the densities at all places: at most `MOST_PLACES` factors between `ANYWHERE` and a few dozen, far from the ends of a double. */
function likeness(places: readonly number[], scale: number, mean: number, spread: number): number {
  const peak = (1 - ANYWHERE) / (spread * Math.sqrt(2 * Math.PI));
  let product = 1;
  for (const place of places) {
    const off = (place * scale - mean) / spread;
    product *= off > FAR || off < -FAR ? ANYWHERE : peak * Math.exp((-off * off) / 2) + ANYWHERE;
  }
  return product;
}

/** More occurrences of a word than this say no more about its place. */
const MOST_PLACES = 50;

/** The first places of each word, in order of the words; a word's own places do not overlap. */
function placesOf({ curves, find }: Curves, text: string): number[][] {
  const places = curves.map((): number[] => []);
  find(text, (at, index, length) => {
    const own = places[index];
    const last = own?.at(-1);
    if (own === undefined || own.length === MOST_PLACES || (last !== undefined && at < last + length)) return;
    own.push(at);
  });
  return places;
}

function rangeOf(shares: readonly number[], weights: readonly number[]): Reach {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const within = (part: number): number => {
    let sum = 0;
    const index = weights.findIndex((weight) => {
      sum += weight;
      return sum >= part * total;
    });
    return shares[index] ?? 1;
  };
  return { estimate: within(0.5), low: within(0.05), high: within(0.95) };
}
