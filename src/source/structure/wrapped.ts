/** Reads the lines of a text / gives the paragraphs of one that is broken at a fixed width / promises: any other text keeps its lines. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { afterSalutation, headingOf, isReportTitle, startsMeeting } from './landmarks.ts';
import { type Line, lineIn } from './lines.ts';

/** Widths in characters that pages and mails break lines at. */
const NARROWEST = 16;
const WIDEST = 64;
/** A text is broken at a width when so many of its lines are nearly as long, and so few are longer. */
const FULL = 0.4;
const OVER = 0.03;
/** A page cut short has its chrome all the same: so many lines are longer whatever there is of the text. */
const OVER_AT_LEAST = 4;
const LEAST_LINES = 20;
/** A full line has at least this share of the width: marks and digits take less room. */
const NEARLY = 0.84;

/** Lines as they are, or with the pieces of each paragraph put together. A piece ends where a sentence ends or a title begins. */
export function paragraphsOf(lines: readonly Line[], text: string, phrases: Phrases): readonly Line[] {
  const width = widthOf(lines);
  if (width === null) return lines;
  const paragraphs: Line[] = [];
  let from: Line | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    from ??= line;
    const next = lines[at + 1];
    if (next && goesOn(line, next, text, width, phrases)) continue;
    const whole = from === line ? line : lineIn(text, from.start, line.end);
    if (whole) paragraphs.push(whole);
    from = null;
  }
  return paragraphs;
}

/** The width at which a text is broken; null for one that is not. */
function widthOf(lines: readonly Line[]): number | null {
  if (lines.length < LEAST_LINES) return null;
  const counts = new Array<number>(WIDEST + 2).fill(0);
  for (const { length } of lines) {
    const slot = Math.min(length, WIDEST + 1);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const most = Math.max(OVER * lines.length, OVER_AT_LEAST);
  let over = counts[WIDEST + 1] ?? 0;
  let width = WIDEST;
  while (width > NARROWEST && over + (counts[width] ?? 0) <= most) {
    over += counts[width] ?? 0;
    width--;
  }
  if (over > most || width <= NARROWEST) return null;
  let full = 0;
  for (let length = Math.ceil(width * NEARLY); length <= width; length++) full += counts[length] ?? 0;
  return full >= FULL * lines.length ? width : null;
}

function goesOn(line: Line, next: Line, text: string, width: number, phrases: Phrases): boolean {
  if (line.length < width * NEARLY || '。！!？?：:'.includes(text.charAt(line.end - 1))) return false;
  if (headingOf(next) || afterSalutation(next, phrases) !== null || startsMeeting(next, phrases)) return false;
  return !(startsMeeting(line, phrases) || isReportTitle(line, phrases) || isReportTitle(next, phrases));
}
