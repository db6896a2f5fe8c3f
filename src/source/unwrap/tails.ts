/** Letters that a site puts at the end of each paragraph against copying: 各位代表:vfO, 一、2018年工作回顾vfO. */
import type { Line } from '../../rules/kinds/lines.ts';
import type { Claim } from './claims.ts';

const RULE = 'noise/letter-tail';
/** Letters and digits right behind the stop of a sentence, at the end of a line. */
const BEHIND_STOP = /[。！？：；:][”』」）)]?([A-Za-z][A-Za-z0-9]{1,5})$/u;
/** A stop, the bracket behind it and the letters. */
const LONGEST_END = 8;
const FEWEST = 5;
/** A tail stands at this share of the ends of sentences that have letters behind them. */
const SHARE = 0.8;

/** Each place where the tail stands behind Chinese and before a blank or a line end; none where no letters keep coming back. */
export function tailClaims(text: string, lines: readonly Line[]): Claim[] {
  const tail = tailOf(text, lines);
  if (tail === null) return [];
  const behind = new RegExp(`(?<=[^A-Za-z0-9\\s])${tail}(?=\\s|$)`, 'gu');
  return [...text.matchAll(behind)].map(({ index }) => ({
    start: index,
    end: index + tail.length,
    replacement: '',
    rule: RULE,
  }));
}

function tailOf(text: string, lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { first, last } of lines) {
    const letters = BEHIND_STOP.exec(text.slice(Math.max(first, last - LONGEST_END), last))?.[1];
    if (letters === undefined) continue;
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
    all++;
  }
  for (const [letters, count] of counts) if (count >= FEWEST && count >= all * SHARE) return letters;
  return null;
}
