/** Alignment of two sequences: the longest common subsequence, in bounded time. */

/** Places of one element in both sequences. */
export type Match = readonly [number, number];

/**
 * Matches of two sequences in order. Common ends first, then what occurs once in both (patience, after Cohen), then Myers' greedy
 * algorithm in each stretch between (An O(ND) Difference Algorithm, 1986).
 * @param longest most insertions and deletions that a stretch may take; a stretch that takes more has no matches
 */
export function align<T>(a: readonly T[], b: readonly T[], longest: number): Match[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const ends: Match = [a.length - tail, b.length - tail];
  const matches: Match[] = Array.from({ length: head }, (_, at): Match => [at, at]);
  let from: Match = [head, head];
  for (const to of [...anchors(a, b, head, ends), ends]) {
    const between = myers(a.slice(from[0], to[0]), b.slice(from[1], to[1]), longest);
    for (const [x, y] of between) matches.push([x + from[0], y + from[1]]);
    if (to !== ends) matches.push(to);
    from = [to[0] + 1, to[1] + 1];
  }
  for (let at = 0; at < tail; at++) matches.push([ends[0] + at, ends[1] + at]);
  return matches;
}

/** Elements that occur once in each sequence, those of them that keep their order in both. */
function anchors<T>(a: readonly T[], b: readonly T[], head: number, [endA, endB]: Match): Match[] {
  const inA = onceIn(a, head, endA);
  const inB = onceIn(b, head, endB);
  const common: Match[] = [];
  for (const [element, x] of inA) {
    const y = inB.get(element);
    if (x >= 0 && y !== undefined && y >= 0) common.push([x, y]);
  }
  return rising(common.sort((p, q) => p[0] - q[0]));
}

/** Place of each element; -1 where it occurs again. */
function onceIn<T>(list: readonly T[], from: number, to: number): Map<T, number> {
  const places = new Map<T, number>();
  for (const [at, element] of list.slice(from, to).entries()) places.set(element, places.has(element) ? -1 : from + at);
  return places;
}

/** The longest run of matches that rises in both, by patience sorting. */
function rising(matches: readonly Match[]): Match[] {
  const tops: number[] = [];
  const before = new Int32Array(matches.length).fill(-1);
  for (const [at, [, y]] of matches.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((matches[tops[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = at;
  }
  const run: Match[] = [];
  for (let at = tops[tops.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) {
    const match = matches[at];
    if (match) run.push(match);
  }
  return run.reverse();
}

function myers<T>(a: readonly T[], b: readonly T[], longest: number): Match[] {
  if (a.length === 0 || b.length === 0) return [];
  const limit = Math.min(a.length + b.length, longest);
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let cost = 0; cost <= limit; cost++) {
    trace.push(reach.slice(limit - cost, limit + cost + 3));
    for (let line = -cost; line <= cost; line += 2) {
      const at = limit + 1 + line;
      const down = line === -cost || (line !== cost && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1;
      while (x < a.length && x - line < b.length && a[x] === b[x - line]) x++;
      reach[at] = x;
      if (x >= a.length && x - line >= b.length) return backtrack(trace, a.length, b.length);
    }
  }
  return [];
}

function backtrack(trace: readonly Int32Array[], endX: number, endY: number): Match[] {
  const matches: Match[] = [];
  let x = endX;
  let y = endY;
  for (let cost = trace.length - 1; cost >= 0; cost--) {
    const reach = trace[cost] ?? new Int32Array(0);
    const line = x - y;
    const at = cost + 1 + line;
    const down = line === -cost || (line !== cost && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
    const before = down ? line + 1 : line - 1;
    const beforeX = cost === 0 ? 0 : (reach[cost + 1 + before] ?? 0);
    const startX = cost === 0 ? 0 : down ? beforeX : beforeX + 1;
    while (x > startX) matches.push([--x, --y]);
    x = beforeX;
    y = beforeX - before;
  }
  return matches.reverse();
}
