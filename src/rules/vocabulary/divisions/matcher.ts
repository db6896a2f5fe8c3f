/** Reads names / gives a function that finds them in a text / promises: longest match, left to right, linear in the text. */
import { compareText } from '../../../model/finding.ts';
import type { Division } from '../divisions.ts';

/** A name as it stands in the text, before context narrows what it means. */
export interface RawMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly form: 'name' | 'short';
  readonly candidates: readonly Division[];
}

interface Node {
  readonly next: Map<number, Node>;
  name: Name | null;
}

/** What is known of a name before it is met. */
interface Name {
  readonly candidates: readonly Division[];
  readonly form: RawMention['form'];
  /** True when what stands before the name can take candidates away. */
  readonly guarded: boolean;
}

/** Order of code; within one code the name in force, then the later ones. */
export function byPlace(a: Division, b: Division): number {
  return (
    compareText(a.code, b.code) || (b.validTo ?? Infinity) - (a.validTo ?? Infinity) || compareText(a.name, b.name) || 0
  );
}

/**
 * Builds a trie of all names once, its roots their first two characters: no name is shorter. A name has at most a few dozen
 * characters, so that a text of n characters takes O(n) steps. Most pairs begin no name: a table of bits, in which a few
 * strangers share a place with a name, is quicker to ask than the map of roots. Where the longest name cannot stand
 * (市 of 市场), the next shorter one is tried.
 */
export function matcherOf(names: ReadonlyMap<string, readonly Division[]>): (text: string) => RawMention[] {
  const roots = new Map<number, Node>();
  const begins = new Int32Array(PAIRS / 32);
  for (const [name, candidates] of names) {
    const pair = pairOf(name.charCodeAt(0), name.charCodeAt(1));
    let node = roots.get(pair) ?? { next: new Map(), name: null };
    roots.set(pair, node);
    for (let at = 2; at < name.length; at++) {
      const code = name.charCodeAt(at);
      const child = node.next.get(code) ?? { next: new Map(), name: null };
      node.next.set(code, child);
      node = child;
    }
    node.name = nameOf(name, candidates);
    const bit = bitOf(pair);
    begins[bit >> 5] = (begins[bit >> 5] ?? 0) | (1 << (bit & 31));
  }
  return (text) => {
    const found: RawMention[] = [];
    let after = -1;
    for (let at = startFrom(begins, text, 0); at >= 0; ) {
      const mention = longestAt(roots, text, at, after === at);
      if (mention !== null) {
        found.push(mention);
        after = mention.end;
      }
      at = startFrom(begins, text, mention?.end ?? at + 1);
    }
    return found;
  };
}

/** Bits in the table of pairs: many times as many as there are names, few enough to stay in the nearest cache. */
const PAIRS = 0x40000;

function pairOf(code: number, next: number): number {
  return (code << 16) | next;
}

function bitOf(pair: number): number {
  return (Math.imul(pair, 0x9e3779b1) >>> 14) & (PAIRS - 1);
}

/** The first place at or after `from` where a name may begin; -1 without one. */
function startFrom(begins: Int32Array, text: string, from: number): number {
  if (from + 1 >= text.length) return -1;
  let code = text.charCodeAt(from);
  for (let at = from + 1; at < text.length; at++) {
    const next = text.charCodeAt(at);
    const bit = bitOf(pairOf(code, next));
    if (((begins[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0) return at - 1;
    code = next;
  }
  return -1;
}

function nameOf(name: string, candidates: readonly Division[]): Name {
  return { candidates, form: formOf(name, candidates), guarded: candidates.some(({ notAfter }) => notAfter !== '') };
}

function formOf(name: string, candidates: readonly Division[]): RawMention['form'] {
  return candidates.some((division) => division.name === name) ? 'name' : 'short';
}

function longestAt(
  roots: ReadonlyMap<number, Node>,
  text: string,
  start: number,
  afterName: boolean,
): RawMention | null {
  let best: RawMention | null = null;
  let node = roots.get(pairOf(text.charCodeAt(start), text.charCodeAt(start + 1)));
  for (let end = start + 2; node !== undefined; end++) {
    if (node.name !== null && endsFree(text, start, end) && (afterName || startsFree(text, start, end))) {
      best = mentionOf(node.name, text, start, end) ?? best;
    }
    node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
  }
  return best;
}

/** The name at [start, end); null when the character before makes another word of it. */
function mentionOf({ candidates, form, guarded }: Name, text: string, start: number, end: number): RawMention | null {
  const name = text.slice(start, end);
  if (!guarded) return { start, end, text: name, form, candidates };
  const before = text[start - 1] ?? '\n';
  const left = candidates.filter(({ notAfter }) => notAfter === '' || !notAfter.includes(before));
  return left.length === 0 ? null : { start, end, text: name, form: formOf(name, left), candidates: left };
}

/** Names of one character and 县 (和县, 成县) are also ends of words: 市和县, 完成县级改革. They need a clear start. */
function startsFree(text: string, start: number, end: number): boolean {
  if (end - start !== 2 || text[start + 1] !== '县') return true;
  const before = text[start - 1];
  return before === undefined || !/\p{Script=Han}/u.test(before) || '在表省'.includes(before);
}

/** False where the suffix of the name begins another word: 合作|市场, 东|区域, 中国|人民银行. 代县长 heads any county, for the time being. */
function endsFree(text: string, start: number, end: number): boolean {
  const last = text[end - 1];
  const next = text[end];
  if (next === undefined) return true;
  if (last === '市') return next !== '场';
  if (last === '区') return !'域间位块划'.includes(next);
  if (last === '县') return next !== '级' && !(next === '长' && text.startsWith('代县', end - 2));
  return last !== '国' || text[start] !== '中' || !'人科工移电银石建铁航商核船中'.includes(next);
}
