/** Reads the headings of a report and the marks of its pages / gives how it begins and ends / promises: what another file with its other half must continue. */
import type { Ends } from '../../model/fact.ts';
import type { Outline } from '../../model/report.ts';
import type { Partial } from './pager.ts';

/** Levels whose numbers tell one half from another: a third level starts anew too often. */
const LEVELS = 2;

/** The first number of each level before any heading above it, and the last of each since the last heading above it. */
export function endsOf({ headings }: Outline, partials: readonly Partial[]): Ends {
  const first = new Array<number>(LEVELS).fill(0);
  const last = new Array<number>(LEVELS).fill(0);
  let highest = LEVELS + 1;
  for (const { level, number, part } of headings) {
    if (level > LEVELS || number === 0 || part === 'glossary' || part === 'annex') continue;
    if (level < highest) first[level - 1] = number;
    highest = Math.min(highest, level);
    last[level - 1] = number;
    last.fill(0, level);
  }
  return { first, last, slice: sliceOf(partials) };
}

function sliceOf(partials: readonly Partial[]): Ends['slice'] {
  for (const { page, of, here } of partials) {
    if (page !== null && of !== null) return { page, of, here: here ?? 1 };
  }
  return null;
}
