/** Finds words and set phrases that lost or changed one character, with the whole form as the suggested reading. */
import { range } from '../../model/offset.ts';
import type { Hit } from '../card.ts';
import { setOfUnits } from './units-set.ts';

/**
 * Terms without their last character right before a mark, or without their first right behind one. What is left of a term
 * must not be a term itself: the list of a card is chosen so.
 */
export function wordEnds(terms: readonly string[]): (text: string) => Hit<'report'>[] {
  const heads = new Map(terms.map((term) => [term.slice(0, -1), term]));
  const tails = new Map(terms.map((term) => [term.slice(1), term]));
  const isMark = setOfUnits('、，。；：！？,;:!?\n');
  // Most words before and behind a mark are settled by one character.
  const endsHead = setOfUnits([...heads.keys()].map((head) => head.slice(-1)));
  const startsTail = setOfUnits(tails.keys());
  const lengths = [...new Set(terms.map((term) => term.length - 1))].sort((a, b) => b - a);
  return (text) => {
    const hits: Hit<'report'>[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!isMark(text.charCodeAt(at))) continue;
      if (endsHead(text.charCodeAt(at - 1))) {
        for (const length of lengths) {
          const head = at < length ? undefined : heads.get(text.slice(at - length, at));
          if (head !== undefined) hits.push(slip(at - length, at, head));
        }
      }
      if (!startsTail(text.charCodeAt(at + 1))) continue;
      for (const length of lengths) {
        const tail = tails.get(text.slice(at + 1, at + 1 + length));
        if (tail !== undefined) hits.push(slip(at + 1, at + 1 + length, tail));
      }
    }
    return hits;
  };
}

/** Places where one half of a phrase stands and the other half is one character short or has one character changed. */
export function formulaSlips(phrases: readonly string[]): (text: string) => Hit<'report'>[] {
  const halves = phrases.map((phrase) => {
    const middle = phrase.length >> 1;
    return { phrase, first: phrase.slice(0, middle), second: phrase.slice(middle) };
  });
  return (text) => {
    const hits = new Map<number, Hit<'report'>>();
    for (const { phrase, first, second } of halves) {
      for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + first.length)) {
        const from = at + first.length;
        if (text.startsWith(second, from)) continue;
        const length = slipLength(text.slice(from, from + second.length), second);
        if (length !== null) hits.set(at, slip(at, from + length, phrase));
      }
      for (let at = text.indexOf(second); at >= 0; at = text.indexOf(second, at + second.length)) {
        if (at >= first.length && text.startsWith(first, at - first.length)) continue;
        const back = slipLength(reversed(text.slice(Math.max(0, at - first.length), at)), reversed(first));
        if (back !== null) hits.set(at - back, slip(at - back, at + second.length, phrase));
      }
    }
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
