/** Turns "find this, write that" into the smallest edits that do it: what stays the same is left alone. */
import type { TextEdit } from '../card.ts';

/** `replace` is a template with $1 … $9 for groups, or 'drop-spaces': the match without its blanks. */
export interface Rewriting {
  readonly find: RegExp;
  readonly replace: string | { readonly drop: 'spaces' };
  /** Texts one of which every match begins with: looking for them is much faster than looking for the pattern. */
  readonly leads?: readonly string[];
}

/** Edits of all rewritings in order of place; where two claim the same characters, the earlier rewriting has them. */
export function rewrite(text: string, rewritings: readonly Rewriting[]): TextEdit[] {
  const all = rewritings.flatMap(({ find, replace, leads }) => {
    if (leads !== undefined && !leads.some((lead) => text.includes(lead))) return [];
    // Most patterns are nowhere in most texts: to look is quicker than to list.
    if (text.search(find) < 0) return [];
    return [[...text.matchAll(find)].flatMap((match) => smallestEdits(match.index, match[0], written(match, replace)))];
  });
  return all.reduce(withoutOverlaps, []);
}

function written(match: RegExpExecArray, replace: Rewriting['replace']): string {
  if (typeof replace !== 'string') return match[0].replaceAll(/\s/gu, '');
  return replace.replaceAll(/\$(\d)/gu, (_all, digit: string) => match[Number(digit)] ?? '');
}

/** Removals one by one where the new text is the old one with characters left out; else one replacement of what differs. */
export function smallestEdits(at: number, from: string, to: string): TextEdit[] {
  if (from === to) return [];
  if (to === '') return [{ start: at, end: at + from.length, replacement: '' }];
  const removals = removalsOf(at, from, to);
  if (removals !== null) return removals;
  let head = 0;
  while (head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const replacement = to.slice(head, to.length - tail);
  // An insertion has nothing to stand on: it takes a neighbour along, so that every character has an origin.
  if (head + tail === from.length) {
    return head > 0
      ? [{ start: at + head - 1, end: at + head, replacement: `${from[head - 1] ?? ''}${replacement}` }]
      : [{ start: at, end: at + 1, replacement: `${replacement}${from[0] ?? ''}` }];
  }
  return [{ start: at + head, end: at + from.length - tail, replacement }];
}

function removalsOf(at: number, from: string, to: string): TextEdit[] | null {
  const edits: TextEdit[] = [];
  let read = 0;
  for (let index = 0; index < from.length; index++) {
    if (read < to.length && from[index] === to[read]) {
      read++;
      continue;
    }
    const last = edits[edits.length - 1];
    if (last !== undefined && last.end === at + index) edits[edits.length - 1] = { ...last, end: at + index + 1 };
    else edits.push({ start: at + index, end: at + index + 1, replacement: '' });
  }
  return read === to.length ? edits : null;
}

/** Two lists of edits in one order; an edit of the second that meets one of the first is left out. */
function withoutOverlaps(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  let next = 0;
  for (const edit of second) {
    for (let one = first[next]; one !== undefined && one.start < edit.end; one = first[next]) {
      joined.push(one);
      next++;
    }
    const before = joined[joined.length - 1];
    if (before === undefined || before.end <= edit.start) joined.push(edit);
  }
  return [...joined, ...first.slice(next)];
}
