/** Longest-match lookup of fixed words at a place in a text: time grows with the word, never with the text. */

/** A word that was found: the same object wherever it stands, so that finding it makes none. */
export interface Hit<T> {
  readonly value: T;
  readonly word: string;
}

export interface WordMatch<T> {
  readonly value: T;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface Words<T> {
  /** The longest word that starts at `start`. */
  readonly at: (text: string, start: number) => WordMatch<T> | null;
  /** The same without its place. */
  readonly startingAt: (text: string, start: number) => Hit<T> | null;
  /** The longest word that ends just before `end`, and does not begin before `from`. */
  readonly before: (text: string, end: number, from?: number) => WordMatch<T> | null;
  /** The same without its place. */
  readonly endingAt: (text: string, end: number, from?: number) => Hit<T> | null;
}

/** Compiles words for both directions. A later entry of the same word replaces an earlier one. */
export function words<T>(entries: Iterable<readonly [word: string, value: T]>): Words<T> {
  const all = [...entries];
  const forward = treeOf(all, 1);
  const backward = treeOf(all, -1);
  // Most places begin and end no word: a byte a character is quicker to ask than the tree.
  const firsts = new Uint8Array(0x10000);
  const lasts = new Uint8Array(0x10000);
  for (const [word] of all) {
    firsts[word.charCodeAt(0)] = 1;
    lasts[word.charCodeAt(word.length - 1)] = 1;
  }
  const startingAt = (text: string, start: number): Hit<T> | null =>
    firsts[text.charCodeAt(start)] === 1 ? walk(forward, text, start, 1, text.length) : null;
  const endingAt = (text: string, end: number, from = 0): Hit<T> | null =>
    end > from && lasts[text.charCodeAt(end - 1)] === 1 ? walk(backward, text, end - 1, -1, from - 1) : null;
  return {
    startingAt,
    endingAt,
    at: (text, start) => {
      const hit = startingAt(text, start);
      return hit === null ? null : { value: hit.value, word: hit.word, start, end: start + hit.word.length };
    },
    before: (text, end, from = 0) => {
      const hit = endingAt(text, end, from);
      return hit === null ? null : { value: hit.value, word: hit.word, start: end - hit.word.length, end };
    },
  };
}

/** Its steps lie in one open-addressed table: node and character give the next node. Node 0 is the root and never a next one. */
interface Tree<T> {
  readonly nodes: Int32Array;
  readonly codes: Uint16Array;
  readonly nexts: Int32Array;
  /** One less than the table's size, a power of two. */
  readonly mask: number;
  readonly hits: readonly (Hit<T> | null)[];
}

function treeOf<T>(entries: readonly (readonly [word: string, value: T])[], step: 1 | -1): Tree<T> {
  const steps: Map<number, number>[] = [new Map()];
  const hits: (Hit<T> | null)[] = [null];
  let edges = 0;
  for (const [word, value] of entries) {
    let here = 0;
    for (let at = step > 0 ? 0 : word.length - 1; at >= 0 && at < word.length; at += step) {
      const code = word.charCodeAt(at);
      const known = steps[here]?.get(code);
      const next = known ?? hits.length;
      if (known === undefined) {
        steps[here]?.set(code, next);
        steps.push(new Map());
        hits.push(null);
        edges += 1;
      }
      here = next;
    }
    hits[here] = { value, word };
  }
  const size = 2 ** Math.ceil(Math.log2(edges * 2 + 2));
  const tree = {
    nodes: new Int32Array(size),
    codes: new Uint16Array(size),
    nexts: new Int32Array(size),
    mask: size - 1,
    hits,
  };
  steps.forEach((all, node) => {
    for (const [code, next] of all) place(tree, node, code, next);
  });
  return tree;
}

function place<T>(tree: Tree<T>, node: number, code: number, next: number): void {
  let slot = slotOf(node, code) & tree.mask;
  while (tree.nexts[slot] !== 0) slot = (slot + 1) & tree.mask;
  tree.nodes[slot] = node;
  tree.codes[slot] = code;
  tree.nexts[slot] = next;
}

/** Spreads node and character over the table; both constants are odd and large. */
function slotOf(node: number, code: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function walk<T>(tree: Tree<T>, text: string, first: number, step: 1 | -1, stop: number): Hit<T> | null {
  const { nodes, codes, nexts, mask, hits } = tree;
  let here = 0;
  let best: Hit<T> | null = null;
  for (let at = first; at !== stop; at += step) {
    const code = text.charCodeAt(at);
    let slot = slotOf(here, code) & mask;
    let next = nexts[slot] ?? 0;
    while (next !== 0 && (nodes[slot] !== here || codes[slot] !== code)) {
      slot = (slot + 1) & mask;
      next = nexts[slot] ?? 0;
    }
    if (next === 0) return best;
    here = next;
    best = hits[here] ?? best;
  }
  return best;
}
