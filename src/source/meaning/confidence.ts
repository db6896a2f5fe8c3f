/** How much of a figure's meaning was read from explicit words. */

export interface Grounds {
  /** The vocabulary knows the indicator. */
  readonly known: boolean;
  /** The name stands in the figure's own clause. */
  readonly explicit: boolean;
  /** The sentence names the time. */
  readonly timed: boolean;
  /** The figure is about a place that has no code here. */
  readonly away: boolean;
  /** Any name was found at all. */
  readonly named: boolean;
}

/** 0 to 1 in steps of five hundredths. */
export function confidenceOf(grounds: Grounds): number {
  if (!grounds.named) return 0.2;
  const twentieths =
    8 + (grounds.known ? 5 : 0) + (grounds.explicit ? 4 : 2) + (grounds.timed ? 3 : 1) - (grounds.away ? 3 : 0);
  return twentieths / 20;
}
