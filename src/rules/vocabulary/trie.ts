/** Longest-match lookup of fixed words at a place in a text: time grows with the word, never with the text. */

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  hit: Hit<T> | null;
}

interface Hit<T> {
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
  /** The longest word that ends just before `end`, and does not begin before `from`. */
  readonly before: (text: string, end: number, from?: number) => WordMatch<T> | null;
}

/** Compiles words for both directions. A later entry of the same word replaces an earlier one. */
export function words<T>(entries: Iterable<readonly [word: string, value: T]>): Words<T> {
  const forward = node<T>();
  const backward = node<T>();
  // Most places begin and end no word: a byte a character is quicker to ask than the map.
  const firsts = new Uint8Array(0x10000);
  const lasts = new Uint8Array(0x10000);
  for (const [word, value] of entries) {
    insert(forward, word, value, 0, 1);
    insert(backward, word, value, word.length - 1, -1);
    firsts[word.charCodeAt(0)] = 1;
    lasts[word.charCodeAt(word.length - 1)] = 1;
  }
  return {
    at: (text, start) => {
      if (firsts[text.charCodeAt(start)] !== 1) return null;
      const hit = walk(forward, text, start, 1, text.length);
      return hit === null ? null : { value: hit.value, word: hit.word, start, end: start + hit.word.length };
    },
    before: (text, end, from = 0) => {
      if (end <= from || lasts[text.charCodeAt(end - 1)] !== 1) return null;
      const hit = walk(backward, text, end - 1, -1, from - 1);
      return hit === null ? null : { value: hit.value, word: hit.word, start: end - hit.word.length, end };
    },
  };
}

function node<T>(): Node<T> {
  return { next: new Map(), hit: null };
}

function insert<T>(root: Node<T>, word: string, value: T, first: number, step: 1 | -1): void {
  let here = root;
  for (let at = first; at >= 0 && at < word.length; at += step) {
    const code = word.charCodeAt(at);
    const known = here.next.get(code);
    const child = known ?? node<T>();
    if (known === undefined) here.next.set(code, child);
    here = child;
  }
  here.hit = { value, word };
}

function walk<T>(root: Node<T>, text: string, first: number, step: 1 | -1, stop: number): Hit<T> | null {
  let here: Node<T> | undefined = root;
  let best: Hit<T> | null = null;
  for (let at = first; at !== stop; at += step) {
    here = here.next.get(text.charCodeAt(at));
    if (here === undefined) return best;
    if (here.hit !== null) best = here.hit;
  }
  return best;
}
