/** Reads the body lines of one report / gives its headings with level, number and title / promises: entries of lists after the body are none. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { fold, isSentence, isSpace, type Line } from './lines.ts';
import { enumeratorOf } from './numerals.ts';
import { namesPart } from './parts.ts';

/** A heading before its part is known. `end` is where its title ends: short of the line's end when it is glued to a paragraph. */
export interface FoundHeading {
  readonly line: number;
  readonly level: 1 | 2 | 3;
  readonly number: number;
  readonly label: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** Longest title: a glued heading without a stop before this many characters ends at its first comma, or here. */
const LONGEST_TITLE = 80;

/** Headings in lines [from, to), in order. */
export function headingsIn(
  lines: readonly Line[],
  text: string,
  from: number,
  to: number,
  phrases: Phrases,
): FoundHeading[] {
  const found: FoundHeading[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (!line) continue;
    const heading = numbered(line, at, text) ?? bare(line, lines[at + 1], at, text, phrases);
    if (heading) found.push(heading);
  }
  return found;
}

function numbered(line: Line, at: number, text: string): FoundHeading | null {
  const start = afterMarks(text, line);
  const mark = enumeratorOf(text.slice(start, Math.min(line.end, start + 40)));
  if (!mark) return null;
  const end = titleEnd(text, start + mark.length, line.end);
  const label = text.slice(start, start + mark.length).trim();
  return {
    line: at,
    level: mark.level,
    number: mark.number,
    label,
    title: titleIn(text, start + mark.length, end),
    start,
    end,
  };
}

/** A title without a number: short, alone on its line, and naming a part of the report. */
function bare(line: Line, next: Line | undefined, at: number, text: string, phrases: Phrases): FoundHeading | null {
  if (line.length > 44 || !next || isSentence(line) || /[。:;!?,、]$|^[—(“"《]/u.test(line.head)) return null;
  if (!namesPart(line.head, phrases) || /[。;!?]/u.test(line.head)) return null;
  const start = afterMarks(text, line);
  return { line: at, level: 1, number: 0, label: '', title: titleIn(text, start, line.end), start, end: line.end };
}

function afterMarks(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && isMark(text.charCodeAt(at))) at++;
  return at;
}

/** A mark of bold or of a heading, or a blank. */
function isMark(code: number): boolean {
  return code === 0x2a || code === 0x23 || isSpace(code);
}

function titleEnd(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + LONGEST_TITLE);
  for (let at = from; at < limit; at++) {
    if ('。；;！：:'.includes(text.charAt(at)) && at > from) return at;
  }
  if (limit === to) return to;
  const comma = text.slice(from, limit).search(/[，,]/u);
  return comma > 3 ? from + comma : limit;
}

function titleIn(text: string, from: number, to: number): string {
  return text.slice(from, to).replaceAll('*', '').trim();
}

/** Folded title, for comparison with vocabulary. */
export function folded(heading: FoundHeading): string {
  return fold(heading.title);
}
