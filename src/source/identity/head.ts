/** Reads a report and its outline / gives its head: title, meeting line and speaker before the salutation, and the opening formula / promises: bounded in size. */
import type { Outline } from '../../model/report.ts';
import type { HeadLine } from './speaker.ts';
import type { Squeezed } from './squeezed.ts';
import { squeeze } from './squeezed.ts';

export interface Head {
  /** The lines before the salutation, folded and joined. */
  readonly front: Squeezed;
  /** The same lines one by one; offsets count in `front.text`. */
  readonly lines: readonly HeadLine[];
  /** The beginning of the report with the opening formula, folded. */
  readonly opening: Squeezed;
}

const MOST_LINES = 24;
const LONGEST_LINE = 220;
/** The opening formula stands in the first characters after the front, wherever an abstract or a heading slips in before it. */
const OPENING_CHARS = 1500;

export function headOf(report: string, outline: Outline, salutations: readonly string[]): Head {
  const front = frontOf(report, outline, salutations);
  const last = front[front.length - 1];
  const first = front[0];
  const start = first?.range.start ?? 0;
  const end = last?.range.end ?? start;
  const lines: HeadLine[] = [];
  let at = 0;
  for (const { range } of front) {
    const { text } = squeeze(report, range.start, range.end);
    lines.push({ text, start: at, end: at + text.length });
    at += text.length;
  }
  return {
    front: squeeze(report, start, end),
    lines: lines.filter((line) => line.text !== ''),
    opening: squeeze(report, end, Math.min(report.length, end + OPENING_CHARS)),
  };
}

/**
 * The paragraphs before the salutation when all of them are short, else the leading ones of the role `front`. A line too
 * long for a head ends it: it is body that lost its salutation.
 */
function frontOf(report: string, { paragraphs }: Outline, salutations: readonly string[]): Outline['paragraphs'] {
  const long = paragraphs.findIndex(
    ({ range }, index) => index >= MOST_LINES || range.end - range.start > LONGEST_LINE,
  );
  const short = long < 0 ? paragraphs.slice(0, MOST_LINES) : paragraphs.slice(0, long);
  const salutation = short.findIndex(({ range }) => {
    const line = squeeze(report, range.start, range.end).text;
    return salutations.some((words) => line.startsWith(words));
  });
  if (salutation >= 0) return short.slice(0, salutation);
  const stop = short.findIndex(({ role }) => role !== 'front');
  return stop < 0 ? short : short.slice(0, stop);
}
