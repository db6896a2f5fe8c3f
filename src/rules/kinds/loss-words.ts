/** Finds words and set phrases that lost or changed one character, with the whole form as the suggested reading. */
import { range } from '../../model/offset.ts';
import type { Hit } from '../card.ts';
import { words } from '../vocabulary/trie.ts';
import { finderOf } from './finder.ts';
import { tableOf } from './units-set.ts';

/** 1 for each mark. */
const MARKS: Readonly<Uint8Array> = tableOf('、，。；：！？,;:!?\n');

/**
 * Terms without their last character right before a mark, or without their first right behind one. What is left of a term
 * must not be a term itself: the list of a card is chosen so.
 */
export function wordEnds(terms: readonly string[]): (text: string) => Hit<'report'>[] {
  const heads = words(terms.map((term): [string, string] => [term.slice(0, -1), term]));
  const tails = words(terms.map((term): [string, string] => [term.slice(1), term]));
  // Few marks have two characters beside them that end or begin what is left of a term: one look tells.
  const endings = pairTable(terms.map((term) => term.slice(-3, -1)));
  const beginnings = pairTable(terms.map((term) => term.slice(1, 3)));
  return (text) => {
    const hits: Hit<'report'>[] = [];
    for (let mark = 0; mark < text.length; mark++) {
      if (MARKS[text.charCodeAt(mark)] === 0) continue;
      const head = mark > 1 && endings[slotAt(text, mark - 2)] === 1 ? heads.before(text, mark) : null;
      if (head !== null) hits.push(slip(head.start, head.end, head.value));
      const tail = mark + 2 < text.length && beginnings[slotAt(text, mark + 1)] === 1 ? tails.at(text, mark + 1) : null;
      if (tail !== null) hits.push(slip(tail.start, tail.end, tail.value));
    }
    return hits;
  };
}

function pairTable(pairs: readonly string[]): Uint8Array {
  const table = new Uint8Array(1 << 14);
  for (const pair of pairs) table[slotAt(pair, 0)] = 1;
  return table;
}

/** Where the table has the two units at a place of a text. */
function slotAt(text: string, at: number): number {
  return (text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 5)) & 0x3fff;
}

/** Places where one half of a phrase stands and the other half is one character short or has one character changed. */
export function formulaSlips(phrases: readonly string[]): (text: string) => Hit<'report'>[] {
  const halves = phrases.map((phrase) => {
    const middle = phrase.length >> 1;
    return { phrase, first: phrase.slice(0, middle), second: phrase.slice(middle) };
  });
  const find = finderOf(
    halves.flatMap(
      ({ first, second }, index) =>
        [
          [first, 2 * index],
          [second, 2 * index + 1],
        ] as const,
    ),
  );
  return (text) => {
    const places = new Map<number, number[]>();
    find(text, (at, half) => {
      const list = places.get(half);
      if (list) list.push(at);
      else places.set(half, [at]);
    });
    const hits = new Map<number, Hit<'report'>>();
    halves.forEach(({ phrase, first, second }, index) => {
      for (const at of places.get(2 * index) ?? []) {
        const from = at + first.length;
        if (text.startsWith(second, from)) continue;
        const length = slipLength(text.slice(from, from + second.length), second);
        if (length !== null) hits.set(at, slip(at, from + length, phrase));
      }
      for (const at of places.get(2 * index + 1) ?? []) {
        if (at >= first.length && text.startsWith(first, at - first.length)) continue;
        const back = slipLength(reversed(text.slice(Math.max(0, at - first.length), at)), reversed(first));
        if (back !== null) hits.set(at - back, slip(at - back, at + second.length, phrase));
      }
    });
    return [...hits.values()].sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
  };
}

/**
 * How much of `found` stands for `wanted` when one inner character is missing or another one stands in its place; else null.
 * The outermost character must be there: where it is not, another phrase goes on.
 */
function slipLength(found: string, wanted: string): number | null {
  let at = 0;
  while (at < found.length && found[at] === wanted[at]) at++;
  if (at >= wanted.length - 1) return null;
  if (found.startsWith(wanted.slice(at + 1), at)) return wanted.length - 1;
  if (found.startsWith(wanted.slice(at + 1), at + 1) && /\p{Script=Han}/u.test(found.charAt(at))) return wanted.length;
  return null;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function slip(start: number, end: number, reading: string): Hit<'report'> {
  return { range: range(start, end), data: { reading } };
}
