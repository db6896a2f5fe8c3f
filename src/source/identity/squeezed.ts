/** Reads a stretch of a report / gives it without blanks and in half-width forms / promises: every character knows its place in the report. */
import type { Range } from '../../model/offset.ts';
import { range } from '../../model/offset.ts';

/** Letter-spaced lines (龚 正), lines broken in a name and wide digits look the same here. Offsets map back one by one. */
export interface Squeezed {
  readonly text: string;
  /** Place in the report of [start, end) of `text`. */
  readonly place: (start: number, end: number) => Range<'report'>;
}

/** Folds report[start, end). Blanks, line ends, emphasis marks and dashes at the head of a line vanish. */
export function squeeze(report: string, start: number, end: number): Squeezed {
  let text = '';
  let kept = start;
  for (let at = start; at < end; at++) {
    const code = report.charCodeAt(at);
    const wide = code >= 0xff01 && code <= 0xff5e;
    if (!wide && !isBlank(code)) continue;
    text += report.slice(kept, at);
    if (wide) text += String.fromCharCode(code - 0xfee0);
    kept = at + 1;
  }
  return {
    text: text + report.slice(kept, end),
    place: (first, last) => {
      const begin = placeIn(report, start, end, first);
      if (last <= first) return range(begin, begin);
      return range(begin, Math.min(end, placeIn(report, begin, end, last - 1 - first) + 1));
    },
  };
}

/** The place in report[start, end) of the character before which so many others are left; `end` where there are fewer. */
function placeIn(report: string, start: number, end: number, before: number): number {
  let left = before;
  let at = start;
  for (; at < end; at++) {
    if (isBlank(report.charCodeAt(at))) continue;
    if (left === 0) return at;
    left -= 1;
  }
  return at;
}

/** White space of any width, invisible marks and the asterisks of Markdown. */
function isBlank(code: number): boolean {
  if (code > 0x3000) return code === 0xfeff;
  if (code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x2a) return true;
  return code >= 0x2000 && code <= 0x200f;
}
