/** Letters that a site puts at the end of each paragraph against copying: 各位代表:vfO, 一、2018年工作回顾vfO. */
import type { Line } from '../../rules/kinds/lines.ts';
import type { Claim } from './claims.ts';

const RULE = 'noise/letter-tail';
/** Letters and digits right behind the stop of a sentence. */
const BEHIND_STOP = '[。！？：；:][”』」）)]?((?=[0-9]*[A-Za-z])[A-Za-z0-9]{2,6})';
const AT_LINE_END = new RegExp(`${BEHIND_STOP}$`, 'u');
/** A stop, the bracket behind it and the letters. */
const LONGEST_END = 8;
/** The tail stands at so many ends of paragraphs, and of them behind so many stops: titles and names have none. */
const FEWEST = 5;
const FEWEST_BEHIND_STOP = 3;
/** A tail stands at this share of the ends of sentences that have letters behind them. */
const SHARE = 0.8;

/** Each place where the tail stands behind Chinese, or alone on a line; none where no letters keep coming back. */
export function tailClaims(text: string, lines: readonly Line[]): Claim[] {
  const tail = tailOf(text, lines);
  if (tail === null) return [];
  const behind = new RegExp(
    `(?<=[^A-Za-z0-9\\s])${tail}(?=\\s|$)(${LOST_BREAK})?|(?<=^|\\n)${tail}(?=\\r?\\n|$)`,
    'gu',
  );
  const found = [...text.matchAll(behind)];
  if (found.length < FEWEST) return [];
  return found.map(({ 0: { length }, 1: lost, index }) => ({
    start: index,
    end: index + length,
    replacement: lost === undefined ? '' : '\n',
    rule: RULE,
  }));
}

/** Where the line breaks of a page were lost, blanks behind the tail are what is left of them. */
const LOST_BREAK = '[ \\u3000\\u00a0]{2,8}(?=\\S)';

/** The letters behind most ends of sentences that have any. */
function tailOf(text: string, lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const letters of [...atLineEnds(text, lines), ...beforeBlanks(text)]) {
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
    all++;
  }
  for (const [letters, count] of counts) if (count >= FEWEST_BEHIND_STOP && count >= all * SHARE) return letters;
  return null;
}

function atLineEnds(text: string, lines: readonly Line[]): string[] {
  return lines.flatMap(({ first, last }) => {
    const letters = AT_LINE_END.exec(text.slice(Math.max(first, last - LONGEST_END), last))?.[1];
    return letters === undefined ? [] : [letters];
  });
}

/** 各位代表:vfO   现在,我代表… */
function beforeBlanks(text: string): string[] {
  const behind = new RegExp(`${BEHIND_STOP}${LOST_BREAK}`, 'gu');
  return [...text.matchAll(behind)].flatMap(({ 1: letters }) => (letters === undefined ? [] : [letters]));
}
