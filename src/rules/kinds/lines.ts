/** Lines of a text as ranges: found once, in time linear in the text. */
import type { SourceView } from '../../model/report.ts';

/** A line: [start, end) without its break, `next` where the following line starts. `first` and `last` bound its visible characters. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly first: number;
  readonly last: number;
}

/** All lines that have something to see; breaks are \n, \r\n, a lone \r, form feed and the Unicode line and paragraph separators. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const hasRare = RARE_BREAKS.some((mark) => text.includes(mark));
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const until = feed < 0 ? text.length : feed;
    const end = hasRare ? firstBreak(text, start, until) : until;
    const wide = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
    const next = Math.min(end + (wide ? 2 : 1), text.length);
    const line = lineAt(text, start, end, next);
    if (line !== null) lines.push(line);
    start = next;
  }
  return lines;
}

/** Breaks that most texts have none of: they are looked for one by one only where there are any. */
const RARE_BREAKS = ['\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

/** The first break at or behind `start`, and before `end`; else `end`. */
function firstBreak(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

function lineAt(text: string, start: number, end: number, next: number): Line | null {
  let first = start;
  let last = end;
  while (first < end && isBlank(text.charCodeAt(first))) first++;
  if (first === end) return null;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  return { start, end, next, first, last };
}

export function isBreak(code: number): boolean {
  if (code > 0x2029) return false;
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Spaces of every width, tabs, and the marks of no width that are left by editors. */
export function isBlank(code: number): boolean {
  // Nearly every character of a report lies here: one comparison settles it.
  if (code > 0x3000 && code !== 0xfeff) return false;
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x1680 ||
    code === 0xfeff
  );
}

/** The text with every blank as a plain space: same length, so that patterns need to know one space only. */
export function plainBlanks(text: string): string {
  return text.replaceAll(/[\t\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/gu, ' ');
}

export type Where = 'anywhere' | 'inside-reports' | 'outside-reports';

/** Tells of ranges asked for in ascending order whether they lie where the card looks; linear over all calls. */
export function placeFilter(view: SourceView, where: Where): (start: number, end: number) => boolean {
  if (where === 'anywhere') return () => true;
  let next = 0;
  return (start, end) => {
    while (next < view.reports.length && (view.reports[next]?.end ?? 0) <= start) next++;
    const report = view.reports[next];
    if (where === 'inside-reports') return report !== undefined && report.start <= start && end <= report.end;
    return report === undefined || end <= report.start;
  };
}

export function whereOf(value: unknown): Where {
  return value === 'inside-reports' || value === 'outside-reports' ? value : 'anywhere';
}

/** JSON Schema of `where`, shared by the kinds that have it. */
export const WHERE_SCHEMA = {
  enum: ['anywhere', 'inside-reports', 'outside-reports'],
  description: 'Which part of a source the rule looks at. Default: anywhere.',
} as const;
