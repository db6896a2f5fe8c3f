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
  const out: string[] = [];
  const from: number[] = [];
  for (let at = start; at < end; at++) {
    const code = report.charCodeAt(at);
    if (isBlank(code)) continue;
    out.push(code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : report.charAt(at));
    from.push(at);
  }
  return {
    text: out.join(''),
    place: (first, last) => {
      const begin = from[first] ?? end;
      return range(begin, last > first ? (from[last - 1] ?? end - 1) + 1 : begin);
    },
  };
}

/** White space of any width, invisible marks and the asterisks of Markdown. */
function isBlank(code: number): boolean {
  if (code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x2a || code === 0xfeff) return true;
  return code >= 0x2000 && code <= 0x200f;
}
