/** Lines that a copy has twice, one below the other: a page that shows each paragraph for two widths of screen. */
import type { Line } from '../../rules/kinds/lines.ts';
import type { Claim } from './claims.ts';

const RULE = 'noise/doubled-line';
/** A text is looked at here first: at the lines that stand at these shares of it. */
const PROBES = [0.2, 0.4, 0.5, 0.6, 0.8];
const FEWEST_PROBES = 3;
/** Shorter lines may well come twice: a number, a name of a menu. */
const LONG = 20;
/** Of the long lines such a share comes twice. */
const SHARE = 0.8;
const FEWEST = 5;

/** The second of each two like lines, with the line ends before it; none in a text where only some lines come twice. */
export function doubledLines(text: string, lines: readonly Line[]): Claim[] {
  if (!mayBeDoubled(text, lines)) return [];
  const claims: Claim[] = [];
  let long = 0;
  let twice = 0;
  for (let at = 0; at < lines.length; at++) {
    const [line, next] = [lines[at], lines[at + 1]];
    const weight = line !== undefined && line.last - line.first >= LONG ? 1 : 0;
    long += weight;
    if (line === undefined || next === undefined || !isSame(text, line, next)) continue;
    twice += weight;
    claims.push({ start: line.last, end: next.last, replacement: '', rule: RULE });
    at++;
  }
  return twice >= FEWEST && twice >= long * SHARE ? claims : [];
}

/** Looks at a few lines only: nearly every text is done with here. */
function mayBeDoubled(text: string, lines: readonly Line[]): boolean {
  const seen = PROBES.filter((share) => {
    const at = Math.floor(lines.length * share);
    return isSame(text, lines[at], lines[at + 1]) || isSame(text, lines[at + 1], lines[at + 2]);
  });
  return seen.length >= FEWEST_PROBES;
}

/** True for the same words, whatever blanks stand around them. */
function isSame(text: string, a: Line | undefined, b: Line | undefined): boolean {
  if (a === undefined || b === undefined || a.last - a.first !== b.last - b.first) return false;
  return text.startsWith(text.slice(a.first, a.last), b.first);
}
