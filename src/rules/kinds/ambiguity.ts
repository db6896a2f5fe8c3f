/**
 * Reads a regular expression / gives the repeat that could match one text in very many ways, if there is one / promises: the
 * engine tries all ways before it gives up, so what is found here takes time far beyond the length of the text.
 *
 * A repeat is taken as a loop. Its positions (Glushkov 1961) make an automaton without empty steps; two walks that part and meet
 * again on the same characters double the ways with every round (Weber and Seidl 1991, exponential degree of ambiguity).
 */
import { type Tree, treesOf } from './pattern-tree.ts';

/** Ways to match one text that a bounded repeat may have. */
const MOST_WAYS = 10_000;
/** Rounds from which walks that part once a round make too many ways. */
const MANY_ROUNDS = 8;
/** Pairs of positions that are looked at; beyond them a repeat counts as harmless. */
const MOST_PAIRS = 200_000;

/** Why a pattern may take far longer than its text is long, as it is written there, or null. */
export function slowPart(source: string): { readonly why: 'refers-back' | 'many-ways'; readonly part: string } | null {
  // Only a bracket that is repeated more than once, or a reference such as \1 or \k, can be at fault: most patterns have neither.
  if (!/\)\{|\)[*+]|\\[1-9k]/u.test(source)) return null;
  const { trees, backReference } = treesOf(source);
  if (backReference !== null) return { why: 'refers-back', part: backReference };
  for (const tree of trees) {
    const part = ambiguousRepeat(tree);
    if (part !== null) return { why: 'many-ways', part };
  }
  return null;
}

function ambiguousRepeat(tree: Tree): string | null {
  if (tree.kind === 'one' || tree.kind === 'not') return null;
  if (tree.kind !== 'repeat') return tree.parts.map(ambiguousRepeat).find((one) => one !== null) ?? null;
  const inside = ambiguousRepeat(tree.part);
  if (inside !== null) return inside;
  const isCostly = tree.most > 1 && tree.part.kind !== 'one' && waysOf(tree.part) ** tree.most > MOST_WAYS;
  return isCostly && isAmbiguousLoop(tree.part, tree.most) ? tree.source : null;
}

/** At most so many ways to go through a tree once. */
function waysOf(tree: Tree): number {
  switch (tree.kind) {
    case 'one':
    case 'not':
      return 1;
    case 'sequence':
      return tree.parts.reduce((product, part) => product * waysOf(part), 1);
    case 'choice':
      return tree.parts.reduce((sum, part) => sum + waysOf(part), 0);
    case 'repeat':
      return (tree.most - tree.least + 1) * waysOf(tree.part) ** Math.min(tree.most, 64);
  }
}

/** Positions where a part can begin and end, and whether it can match nothing. */
interface Ends {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

interface Automaton {
  readonly fits: ReadonlySet<string>[];
  readonly follow: Set<number>[];
  /** What may not stand behind a position, by what is looked for ahead. */
  readonly forbidden: Map<number, ReadonlySet<string>>;
  /** True as soon as one step can be made in two ways. */
  isDoubled: boolean;
}

function isAmbiguousLoop(part: Tree, most: number): boolean {
  const automaton: Automaton = { fits: [], follow: [], forbidden: new Map(), isDoubled: false };
  const { first, last } = endsOf(part, automaton);
  link(automaton, last, first);
  return automaton.isDoubled || (most >= MANY_ROUNDS && hasPartingWalks(automaton));
}

function endsOf(tree: Tree, automaton: Automaton): Ends {
  if (tree.kind === 'one') {
    const at = automaton.fits.push(tree.fits) - 1;
    automaton.follow.push(new Set());
    return { first: [at], last: [at], isNullable: false };
  }
  if (tree.kind === 'repeat') {
    const { first, last, isNullable } = endsOf(tree.part, automaton);
    if (tree.most > 1) link(automaton, last, first);
    return { first, last, isNullable: isNullable || tree.least === 0 };
  }
  if (tree.kind === 'not') return { first: [], last: [], isNullable: true };
  const parts = tree.parts.map((part) => endsOf(part, automaton));
  if (tree.kind === 'choice') {
    return {
      first: parts.flatMap((one) => one.first),
      last: parts.flatMap((one) => one.last),
      isNullable: parts.some((one) => one.isNullable),
    };
  }
  const nothing: Ends = { first: [], last: [], isNullable: true };
  return parts.reduce((before, next, index) => {
    const part = tree.parts[index];
    if (part?.kind === 'not') for (const at of before.last) automaton.forbidden.set(at, part.fits);
    return joined(before, next, automaton);
  }, nothing);
}

function joined(before: Ends, next: Ends, automaton: Automaton): Ends {
  link(automaton, before.last, next.first);
  return {
    first: before.isNullable ? [...before.first, ...next.first] : before.first,
    last: next.isNullable ? [...before.last, ...next.last] : next.last,
    isNullable: before.isNullable && next.isNullable,
  };
}

function link(automaton: Automaton, from: readonly number[], to: readonly number[]): void {
  for (const at of from) {
    const follow = automaton.follow[at];
    const forbidden = automaton.forbidden.get(at);
    for (const next of to) {
      if (forbidden !== undefined && isWithin(automaton.fits[next], forbidden)) continue;
      if (follow?.has(next)) automaton.isDoubled = true;
      follow?.add(next);
    }
  }
}

function isWithin(fits: ReadonlySet<string> | undefined, forbidden: ReadonlySet<string>): boolean {
  for (const char of fits ?? []) if (!forbidden.has(char)) return false;
  return true;
}

/** True when two walks from one position over the same characters part and meet again. In a loop every position reaches every other. */
function hasPartingWalks({ fits, follow }: Automaton): boolean {
  const seen = new Set<number>();
  const open: (readonly [number, number])[] = fits.map((_, at) => [at, at]);
  for (let pair = open.pop(); pair !== undefined && seen.size < MOST_PAIRS; pair = open.pop()) {
    const [a, b] = pair;
    for (const x of follow[a] ?? []) {
      for (const y of follow[b] ?? []) {
        if ((a === b && x >= y) || !overlap(fits[x], fits[y])) continue;
        if (x === y) return true;
        const key = Math.min(x, y) * fits.length + Math.max(x, y);
        if (seen.has(key)) continue;
        seen.add(key);
        open.push([x, y]);
      }
    }
  }
  return false;
}

function overlap(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  for (const char of a) if (b.has(char)) return true;
  return false;
}
