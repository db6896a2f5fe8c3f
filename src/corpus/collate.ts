/** Reads the figures of two copies in their order / gives the figures that they state differently / promises: bounded work, both readings kept. */
import type { Fact } from '../model/fact.ts';

/** Two readings of one figure. */
export interface Reading {
  readonly a: Fact;
  readonly b: Fact;
}

export interface Collation {
  /** Figures that both copies state, and alike. */
  readonly alike: number;
  readonly differing: readonly Reading[];
  /** Figures with the same digits where one copy has lost characters of unit or hedge: 484元 for 484亿元. */
  readonly damaged: readonly Reading[];
  /** Figures that only one copy has: cut away, lost, or not read as figures. */
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Most insertions and deletions that an alignment follows; beyond them the rest is compared by its words alone. */
const LONGEST_SCRIPT = 1000;

/** Aligns two sequences of facts by what they state, then looks at what stands between the figures that agree. */
export function collate(a: readonly Fact[], b: readonly Fact[]): Collation {
  const stated = new Map<string, number>();
  const left = a.map((fact) => number(stated, statement(fact)));
  const right = b.map((fact) => number(stated, statement(fact)));
  const matches = align(left, right);
  const unlike: Reading[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const [toA, toB] of [...matches, [a.length, b.length] as const]) {
    unlike.push(...readings(a.slice(fromA, toA), b.slice(fromB, toB)));
    fromA = toA + 1;
    fromB = toB + 1;
  }
  const told = matches.length + unlike.length;
  return {
    alike: matches.length,
    differing: unlike.filter((reading) => !isDamage(reading)),
    damaged: unlike.filter(isDamage),
    onlyA: a.length - told,
    onlyB: b.length - told,
  };
}

/** What a figure says, apart from how it is written: 1.60万亿元 and 1.6万亿元 differ in what they stand for. */
function statement(fact: Fact): string {
  return `${fact.value ?? ''}|${fact.interval.low ?? ''}|${fact.interval.high ?? ''}|${fact.unit}`;
}

/** True when both have the same digits and the shorter one is the longer with characters left out. A digit more or less is a difference. */
function isDamage({ a, b }: Reading): boolean {
  const [short, long] = [a, b]
    .map(({ quote }) => quote.normalize('NFKC').replace(/\s+/gu, ''))
    .sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.length === long.length) return false;
  if (digitsOf(short) !== digitsOf(long)) return false;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

/** Written numerals, Arabic or Chinese, without the words of scale, which are easily lost. */
function digitsOf(quote: string): string {
  return quote.replace(/[^0-9.〇零一二三四五六七八九十百千两-]/gu, '');
}

/** The words that a figure belongs to: in two copies of a report they are the same. */
function words(fact: Fact): string {
  return `${fact.indicatorText.normalize('NFKC').replace(/\s+/gu, '')}|${fact.measure}|${fact.unit}`;
}

/** Pairs the unlike figures between two that agree: by their words, then by their place when as many are left on both sides. */
function readings(a: readonly Fact[], b: readonly Fact[]): Reading[] {
  if (a.length === 0 || b.length === 0) return [];
  const waiting = new Map<string, Fact[]>();
  for (const fact of b) {
    const key = words(fact);
    const list = waiting.get(key);
    if (list) list.push(fact);
    else waiting.set(key, [fact]);
  }
  const paired: Reading[] = [];
  const taken = new Set<Fact>();
  for (const fact of a) {
    const other = waiting.get(words(fact))?.shift();
    if (!other) continue;
    paired.push({ a: fact, b: other });
    taken.add(fact).add(other);
  }
  const restA = a.filter((fact) => !taken.has(fact));
  const restB = b.filter((fact) => !taken.has(fact));
  if (restA.length === restB.length) paired.push(...inPlace(restA, restB));
  return paired.filter((pair) => statement(pair.a) !== statement(pair.b));
}

function inPlace(a: readonly Fact[], b: readonly Fact[]): Reading[] {
  return a.flatMap((fact, at) => {
    const other = b[at];
    if (!other) return [];
    const pair = { a: fact, b: other };
    return (other.unit === fact.unit && other.measure === fact.measure) || isDamage(pair) ? [pair] : [];
  });
}

function number(seen: Map<string, number>, key: string): number {
  const known = seen.get(key);
  if (known !== undefined) return known;
  seen.set(key, seen.size);
  return seen.size - 1;
}

type Match = readonly [number, number];

/** Longest common subsequence by Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986), given up at LONGEST_SCRIPT. */
function align(a: readonly number[], b: readonly number[]): Match[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = myers(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [
    ...Array.from({ length: head }, (_, at): Match => [at, at]),
    ...middle.map(([x, y]): Match => [x + head, y + head]),
    ...Array.from({ length: tail }, (_, at): Match => [a.length - tail + at, b.length - tail + at]),
  ];
}

function myers(a: readonly number[], b: readonly number[]): Match[] {
  const limit = Math.min(a.length + b.length, LONGEST_SCRIPT);
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
