/** Many places of one kind, told as a few runs, so that one torn page is one finding and nothing is left out. */

/** Half-open [start, end) in the text; `count` says how many places it holds. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

const NEAR = 16;
const MANY = 1000;

/**
 * Joins places (in order, half-open) that lie at most 16 units apart. When that leaves more than a thousand runs, the distance
 * grows fourfold until it does not: every place stays inside a run and is counted.
 */
export function runsOf(places: readonly { readonly start: number; readonly end: number }[]): Run[] {
  let runs = joined(
    places.map(({ start, end }) => ({ start, end, count: 1 })),
    NEAR,
  );
  for (let distance = NEAR * 4; runs.length > MANY; distance *= 4) runs = joined(runs, distance);
  return runs;
}

function joined(runs: readonly Run[], distance: number): Run[] {
  const out: Run[] = [];
  let open: Run | undefined;
  for (const run of runs) {
    if (open !== undefined && run.start - open.end <= distance) {
      open = { start: open.start, end: run.end, count: open.count + run.count };
      continue;
    }
    if (open !== undefined) out.push(open);
    open = run;
  }
  if (open !== undefined) out.push(open);
  return out;
}
