/** Reads how far the words of a part have come / gives the share of the part that is present / promises: 0 < low <= estimate <= high <= 1. */
import type { Lengths, Positions, WordPosition } from '../../rules/vocabulary/positions.ts';

/** Share of a whole that is present: the middle of what is likely, and the range that holds it nine times in ten. */
export interface Reach {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Shares that are weighed against each other: every hundredth. */
const STEPS = 100;
/** A word may stand anywhere for once: so much of its chance is spread evenly. */
const ANYWHERE = 0.15;

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
    const seen = reachOfPart(text, 0, positions.review, widened(review), positions.damping);
    const [planLonger, spread] = ratio;
    const share = (reached: number, by: number): number => reached / (1 + planLonger * Math.exp(by * spread));
    return { estimate: share(seen.estimate, 0), low: share(seen.low, 1), high: share(seen.high, -1) };
  }
  const length = both(plan, [ratio[0] * planStart, ratio[1]]);
  const seen = reachOfPart(text, planStart, positions.plan, widened(length), positions.damping);
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
    const seen = reachBackwards(text, positions.plan, widened(plan), positions.damping);
    const share = (reached: number, by: number): number => reached / (1 + Math.exp(by * spread) / planLonger);
    return { estimate: share(seen.estimate, 0), low: share(seen.low, 1), high: share(seen.high, -1) };
  }
  const length = both(review, [(text.length - planStart) / planLonger, spread]);
  const seen = reachBackwards(text.slice(0, planStart), positions.review, widened(length), positions.damping);
  const share = (reached: number): number => text.length / (text.length - planStart + planStart / reached);
  return { estimate: share(seen.estimate), low: share(seen.low), high: share(seen.high) };
}

function reachBackwards(text: string, words: readonly WordPosition[], length: Lengths, damping: number): Reach {
  const seen = words.map(([word, mean, spread, likely]) => ({
    word: [word, 1 - mean, spread, likely] as const,
    places: placesOf(word, text, 0).map((place) => text.length - place),
  }));
  return weighed(seen, Math.max(1, text.length), length, damping);
}

function reachOfPart(
  text: string,
  start: number,
  words: readonly WordPosition[],
  length: Lengths,
  damping: number,
): Reach {
  const seen = words.map((word) => ({ word, places: placesOf(word[0], text, start) }));
  return weighed(seen, Math.max(1, text.length - start), length, damping);
}

interface SeenWord {
  readonly word: WordPosition;
  /** Where it stands, in characters from the end of the part that is whole. */
  readonly places: readonly number[];
}

function weighed(seen: readonly SeenWord[], present: number, length: Lengths, damping: number): Reach {
  const shares = Array.from({ length: STEPS }, (_, step) => (step + 1) / STEPS);
  const said = new Float64Array(STEPS);
  for (const { word, places } of seen) addChances(said, word, places, present);
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
  [, mean, spread, likely]: WordPosition,
  places: readonly number[],
  present: number,
): void {
  const rate = -Math.log(1 - Math.min(0.97, likely));
  const fromStart = logistic(0, mean, spread);
  for (let step = 0; step < STEPS; step++) {
    const share = (step + 1) / STEPS;
    const before = Math.max(1e-4, (1 - ANYWHERE) * (logistic(share, mean, spread) - fromStart) + ANYWHERE * share);
    const chance =
      places.length === 0
        ? -rate * before
        : Math.log(1 - Math.exp(-rate * before)) +
          Math.log(likeness(places, share / present, mean, spread)) / places.length -
          Math.log(before) +
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

/** The cumulative normal distribution by the logistic curve with 1.702: off by less than 0.01 everywhere (Camilli 1994). */
function logistic(at: number, mean: number, spread: number): number {
  return 1 / (1 + Math.exp((-1.702 * (at - mean)) / spread));
}

/** More occurrences of a word than this say no more about its place. */
const MOST_PLACES = 50;

function placesOf(word: string, text: string, start: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push(at - start);
    if (places.length === MOST_PLACES) break;
  }
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
