/** Reads the headings of a report in order / gives the places where the numbering skips / promises: a numbering that starts again is no gap. */
import type { Heading } from '../../model/report.ts';

/** Numbers that are missing before `heading`: `after` is the last number seen on its level, 0 when it should have begun at 1. */
export interface Gap {
  readonly heading: Heading;
  readonly after: number;
  readonly before: Heading | null;
}

/** True for the numbers of sections (一、 （一） 1.); items that count in words (一是, 第一，) may skip one by a slip. */
export function isSectionNumber({ label, level }: Heading): boolean {
  return level <= 2 && /[、.．)）]$/u.test(label);
}

/** Runs kept open at once: no report nests deeper, and a text of nothing but numbers stays linear. */
const DEEPEST = 16;

interface Run {
  readonly number: number;
  readonly heading: Heading | null;
}

/**
 * Gaps in the numbering on each level. 一、…九、 may lie inside 二、 of an outer run; either may go on after it. A run goes on in its
 * own way of counting (五是 does not lead to （六）), and one that a title without a number has closed does not go on after a new run.
 */
export function gapsIn(headings: readonly Heading[]): Gap[] {
  const gaps: Gap[] = [];
  const runs: Run[][] = [[], [], []];
  const carried: (Run | null)[] = [null, null, null];
  for (const heading of headings) {
    const level = heading.level - 1;
    const open = runs[level] ?? [];
    if (heading.number === 0) {
      open.length = Math.min(open.length, DEEPEST - 1);
      open.push({ number: 0, heading: null });
    } else {
      const gap = extend(open, carried[level] ?? null, heading);
      if (gap) gaps.push(gap);
    }
    for (let deeper = level + 1; deeper < runs.length; deeper++) {
      const last = runs[deeper]?.at(-1);
      if (last) carried[deeper] = last;
      runs[deeper] = [];
    }
    runs[level] = open;
  }
  return gaps;
}

/** True when two labels count in one way: 一、 and 二、, （一） and （二）, 一是 and 二是. */
function isSameWay(a: Heading | null, b: Heading): boolean {
  return a === null || wayOf(a.label) === wayOf(b.label);
}

function wayOf(label: string): string {
  const last = label.slice(-1);
  if (/[)）]/u.test(last)) return ')';
  return /[是要]/u.test(last) ? last : /^[第其]/u.test(label) ? label.charAt(0) : '.';
}

/** Puts a heading on the run that it continues. Gives the gap when it continues none. */
function extend(open: Run[], carried: Run | null, heading: Heading): Gap | null {
  const next: Run = { number: heading.number, heading };
  if (heading.number === 1) {
    if (open.length === DEEPEST) open.shift();
    open.push(next);
    return null;
  }
  for (let at = open.length - 1; at >= 0; at--) {
    const run = open[at];
    if (run === undefined || (run.heading === null && at < open.length - 1)) break;
    if (run.number !== heading.number - 1 || !isSameWay(run.heading, heading)) continue;
    open.length = at;
    open.push(next);
    return null;
  }
  const top = open.pop();
  open.push(next);
  if (top === undefined && carried?.number === heading.number - 1) return null;
  const after = top?.number ?? 0;
  return heading.number > after + 1 ? { heading, after, before: top?.heading ?? null } : null;
}
