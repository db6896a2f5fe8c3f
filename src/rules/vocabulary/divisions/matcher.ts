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
  candidates: readonly Division[] | null;
}

/** Order of code; within one code the name in force, then the later ones. */
export function byPlace(a: Division, b: Division): number {
  return (
    compareText(a.code, b.code) || (b.validTo ?? Infinity) - (a.validTo ?? Infinity) || compareText(a.name, b.name) || 0
  );
}

/**
 * Builds a trie of all names once. A name has at most a few dozen characters, so that a text of n characters takes
 * O(n) steps. Where the longest name cannot stand (市 of 市场), the next shorter one is tried.
 */
export function matcherOf(names: ReadonlyMap<string, readonly Division[]>): (text: string) => RawMention[] {
  const root: Node = { next: new Map(), candidates: null };
  for (const [name, candidates] of names) {
    let node = root;
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at);
      const child = node.next.get(code) ?? { next: new Map(), candidates: null };
      node.next.set(code, child);
      node = child;
    }
    node.candidates = candidates;
  }
  // Most characters begin no name: a table of all of them is quicker to ask than a map.
  const begins = new Uint8Array(0x10000);
  for (const code of root.next.keys()) begins[code] = 1;
  return (text) => {
    const found: RawMention[] = [];
    let after = -1;
    for (let at = 0; at < text.length; ) {
      if (begins[text.charCodeAt(at)] === 0) {
        at++;
        continue;
      }
      const mention = longestAt(root, text, at, after === at);
      if (mention === null) {
        at++;
        continue;
      }
      found.push(mention);
      at = mention.end;
      after = at;
    }
    return found;
  };
}

function longestAt(root: Node, text: string, start: number, afterName: boolean): RawMention | null {
  let best: RawMention | null = null;
  let node = root.next.get(text.charCodeAt(start));
  for (let end = start + 1; node !== undefined; end++) {
    if (node.candidates !== null && endsFree(text, start, end) && (afterName || startsFree(text, start, end))) {
      const name = text.slice(start, end);
      const candidates = node.candidates.filter(
        (one) => one.notAfter === '' || !one.notAfter.includes(text[start - 1] ?? '\n'),
      );
      const form = candidates.some((division) => division.name === name) ? 'name' : 'short';
      if (candidates.length > 0) best = { start, end, text: name, form, candidates };
    }
    node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
  }
  return best;
}

/** Names of one character and 县 (和县, 成县) are also ends of words: 市和县, 完成县级改革. They need a clear start. */
function startsFree(text: string, start: number, end: number): boolean {
  if (end - start !== 2 || text[start + 1] !== '县') return true;
  const before = text[start - 1];
  return before === undefined || !/\p{Script=Han}/u.test(before) || '在表省'.includes(before);
}

/** False where the suffix of the name begins another word: 合作|市场, 东|区域, 中国|人民银行. */
function endsFree(text: string, start: number, end: number): boolean {
  const last = text[end - 1];
  const next = text[end];
  if (next === undefined) return true;
  if (last === '市') return next !== '场';
  if (last === '区') return !'域间位块划'.includes(next);
  if (last === '县') return next !== '级';
  return last !== '国' || text[start] !== '中' || !'人科工移电银石建铁航商核船中'.includes(next);
}
