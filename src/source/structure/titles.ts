/** Reads the shape of a line / gives where its title ends, or that the whole line is one / promises: a sentence is never a title of its own. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { isSentence, type Line } from './lines.ts';
import { namesPart } from './parts.ts';

/** Longest title: a glued heading without a stop before this many characters ends at its first comma, or here. */
const LONGEST_TITLE = 80;
/** A title longer than this was probably joined to its paragraph without a stop. */
const USUAL_TITLE = 30;
const LONGEST_BARE = 44;
/** What a title goes on with behind the words that name its part. */
const GOES_ON = /[和与及、，,的“”部]|^$/u;

/**
 * Where the title that begins at `from` ends. A line break that was lost leaves a blank or nothing: then the title ends at the blank,
 * or, on the first level, behind the words that name a part (`phrases`).
 */
export function titleEnd(text: string, from: number, line: Line, phrases: Phrases | null): number {
  const to = line.end;
  const limit = Math.min(to, from + LONGEST_TITLE);
  const stop = firstStop(text, from, limit);
  if (stop - from <= USUAL_TITLE)
    return (phrases && stop < to ? partBeforeBlank(text, from, stop, phrases) : null) ?? stop;
  return (
    afterLostBreak(text, from, stop, to, phrases) ?? (stop < limit || limit === to ? stop : atComma(text, from, limit))
  );
}

/** Where a blank follows the words that name a part: 一、2023年工作回顾 过去一年，… */
function partBeforeBlank(text: string, from: number, stop: number, phrases: Phrases): number | null {
  const match = /^(\S{4,})[\s\u3000]+\p{Script=Han}/u.exec(text.slice(from, stop));
  const title = match?.[1];
  if (title === undefined) return null;
  const { review, plan, 'self-government': self } = phrases.parts;
  const named = [review, plan, self].some(({ strong }) => strong.some((words) => title.endsWith(words)));
  return named ? from + title.length : null;
}

const isStop = setOfUnits('。；;！：:？');

function firstStop(text: string, from: number, limit: number): number {
  for (let at = from + 1; at < limit; at++) if (isStop(text.charCodeAt(at))) return at;
  return limit;
}

function atComma(text: string, from: number, limit: number): number {
  const comma = text.slice(from, limit).search(/[，,]/u);
  return comma > 3 ? from + comma : limit;
}

function afterLostBreak(text: string, from: number, stop: number, to: number, phrases: Phrases | null): number | null {
  if (to - from <= LONGEST_BARE) return null;
  const window = text.slice(from, Math.min(stop, from + LONGEST_BARE));
  const blank = /^.{4,}?\p{Script=Han}[”》）)]?(?=[\s\u3000]+[\p{Script=Han}“2])/u.exec(window);
  if (blank) return from + blank[0].length;
  if (!phrases) return null;
  const { review, plan, 'self-government': self } = phrases.parts;
  const ends = [...review.strong, ...plan.strong, ...self.strong].flatMap((words) => {
    const at = window.indexOf(words);
    const end = at + words.length;
    return at < 0 || at > USUAL_TITLE || GOES_ON.test(window.charAt(end)) ? [] : [end];
  });
  return ends.length === 0 ? null : from + Math.min(...ends);
}

export function titleIn(text: string, from: number, to: number): string {
  const written = text.slice(from, to);
  // Hardly a title has either; to look is quicker than to replace.
  const plain = written.includes('*') ? written.replaceAll('*', '') : written;
  return (plain.includes('\n') ? plain.replaceAll('\n', ' ') : plain).trim();
}

/** True for a line that may be a title by itself: short, no sentence, and nothing at its end that asks to go on. */
export function mayBeTitle(line: Line): boolean {
  if (line.length > LONGEST_BARE || line.length < 4 || isSentence(line)) return false;
  return !/[。:;!?,、)是的与及将把被]$|^[—–―(《【-]/u.test(line.head) && !/[。;!?]/u.test(line.head);
}

/** A title without a number that names a part of the report. */
export function isBareTitle(line: Line, next: Line | undefined, phrases: Phrases): boolean {
  if (line.length > LONGEST_BARE || !next || !mayBeTitle(line) || /年,是/u.test(line.head)) return false;
  return namesPart(line.head, phrases);
}

/** The title that marked words are; null when they are a sentence, an address, or announce what follows. */
export function standsOut(written: string, alone: boolean, phrases: Phrases): string | null {
  const title = written.replace(/[。；;：:]$/u, '');
  if (title.length < 3 || title.length > 60 || /[。；;！!？?]/u.test(title)) return null;
  if (/^[—–―（(《【-]/u.test(title) || phrases.salutations.some((words) => title.startsWith(words))) return null;
  return alone && title !== written ? null : title;
}

/** What the titles of a body are looked for in. */
interface Ground {
  readonly lines: readonly Line[];
  readonly from: number;
  readonly to: number;
}

/** Headings that are known by their numbers, in order. */
type Found = readonly { readonly line: number; readonly level: number; readonly number: number }[];

/**
 * Titles by their place alone, as [first line, last line]: short lines without a stop, each before sentences or a numbered list, in a
 * report that has no 一、 of its own or whose titles have no numbers elsewhere. One such line is no habit; two are. Lines in `marked` are
 * headings by their marks already.
 */
export function titledByPlace(
  { lines, from, to }: Ground,
  found: Found,
  marked: ReadonlySet<number>,
): [number, number][] {
  const tops = found.filter(({ level }) => level === 1);
  const bare = tops.filter(({ number }) => number === 0).length;
  if (tops.length > 0 && bare === 0) return [];
  const known = new Set(found.filter(({ level, number }) => level > 1 || number > 0).map(({ line }) => line));
  const places: [number, number][] = [];
  for (const line of marked) known.add(line);
  for (let at = from; at < to - 1; at++) {
    if (known.has(at) || !isPlain(lines[at])) continue;
    // Two short lines in a row are one title.
    const last = !known.has(at + 1) && at + 2 < to && isPlain(lines[at + 1]) ? at + 1 : at;
    const next = lines[last + 1];
    if (next && (isSentence(next) || known.has(last + 1)) && endsBefore(lines[at - 1])) places.push([at, last]);
    at = last;
  }
  const begun = beginningSections(places, found);
  return begun.length >= 2 ? begun : [];
}

/** Leaves out a line behind which （八） goes on: it only lost its own （七）. */
function beginningSections(places: readonly [number, number][], found: Found): [number, number][] {
  let next = 0;
  return places.filter(([, last]) => {
    for (let one = found[next]; one && (one.line <= last || one.level === 3); one = found[++next]);
    const heading = found[next];
    return heading === undefined || heading.level === 1 || heading.number <= 1;
  });
}

function isPlain(line: Line | undefined): boolean {
  return line !== undefined && line.length >= 6 && mayBeTitle(line) && /\p{Script=Han}{4}/u.test(line.head);
}

/** True when the line before a title has come to an end. */
function endsBefore(line: Line | undefined): boolean {
  return line === undefined || /[。!?…:”」)]$/u.test(line.tail);
}
