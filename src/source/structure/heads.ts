/** Reads the lines of a source / gives where reports begin / promises: a salutation inside a body begins nothing. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import {
  afterSalutation,
  endsMeeting,
  headingOf,
  isChrome,
  isNote,
  isOpeningFormula,
  isReportTitle,
  isSpeaker,
  startsMeeting,
} from './landmarks.ts';
import { isSentence, type Line } from './lines.ts';

/** Line indexes of one report's beginning: its first line, and the last line of its title block, salutation or opening formula. */
export interface Head {
  readonly first: number;
  readonly last: number;
}

/** Most lines that a title block takes (title, meeting line in three pieces, speaker, salutation, captions). */
const BLOCK = 10;

const BEGINS_FORMULA = /^(?:现在|下面|我|受)/u;

/** Where the reports of a source begin, in order. */
export function headsOf(lines: readonly Line[], phrases: Phrases): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at++) {
    const last = lastOfHead(lines, at, phrases);
    if (last === null) continue;
    const before = heads[heads.length - 1]?.last ?? -1;
    heads.push({ first: firstOfHead(lines, at, before + 1, phrases), last });
    at = last;
  }
  return heads;
}

/** Last line of the head that has its first sure sign at line `at`; null when none begins there. */
function lastOfHead(lines: readonly Line[], at: number, phrases: Phrases): number | null {
  const line = lines[at];
  if (!line) return null;
  const rest = afterSalutation(line, phrases);
  if (rest !== null) return lastOfSalutation(lines, at, rest, phrases);
  if (BEGINS_FORMULA.test(line.begin) && isOpeningFormula(line.head, phrases)) return at;
  if (startsMeeting(line, phrases) && titleAbove(lines, at, phrases)) return lastOfTitleBlock(lines, at, phrases);
  if (isReportTitle(line, phrases)) return lastOfBareTitle(lines, at, phrases);
  return null;
}

function lastOfSalutation(lines: readonly Line[], at: number, rest: string, phrases: Phrases): number | null {
  if (isOpeningFormula(rest, phrases) && /^[:!,]?(?:现在|下面|我|受)/u.test(rest)) return at;
  if (!/^[:!,]?$/u.test(rest)) return null;
  for (const next of [at + 1, at + 2]) {
    const line = lines[next];
    if (line && isOpeningFormula(line.head, phrases)) return next;
  }
  for (let above = at - 1; above >= Math.max(0, at - 6); above--) {
    const line = lines[above];
    if (!line || (line.length > 80 && isSentence(line))) return null;
    if (startsMeeting(line, phrases) || isReportTitle(line, phrases)) return at;
  }
  return null;
}

function titleAbove(lines: readonly Line[], at: number, phrases: Phrases): boolean {
  for (let above = at - 1; above >= Math.max(0, at - 3); above--) {
    const line = lines[above];
    if (line && isReportTitle(line, phrases)) return true;
  }
  return false;
}

/** A title with a meeting line begins a report when a heading or a body follows; a salutation on the way ends the block. */
function lastOfTitleBlock(lines: readonly Line[], at: number, phrases: Phrases): number | null {
  let last = at;
  for (let next = at + 1; next <= at + BLOCK; next++) {
    const line = lines[next];
    if (!line) return null;
    const rest = afterSalutation(line, phrases);
    if (rest !== null) return lastOfSalutation(lines, next, rest, phrases) ?? next;
    if (isOpeningFormula(line.head, phrases)) return next;
    if (headingOf(line)?.number === 1 || (line.length > 60 && isSentence(line))) return last;
    if (isReportTitle(line, phrases) || isChrome(line, phrases)) return null;
    last = next;
  }
  return null;
}

/** A title without meeting line or salutation begins a report when heading 一、 follows close by. */
function lastOfBareTitle(lines: readonly Line[], at: number, phrases: Phrases): number | null {
  for (let next = at + 1; next <= at + 4; next++) {
    const line = lines[next];
    if (!line || isReportTitle(line, phrases) || isChrome(line, phrases)) return null;
    const rest = afterSalutation(line, phrases);
    if (rest !== null || isOpeningFormula(line.head, phrases) || startsMeeting(line, phrases)) return null;
    const heading = headingOf(line);
    if (heading) return heading.level === 1 && heading.number === 1 && !isContentsLine(line) ? next - 1 : null;
    if (isSentence(line) && next > at + 2) return null;
  }
  return null;
}

function isContentsLine(line: Line): boolean {
  return /[.…·\t]{2,}\d{1,4}$/u.test(line.tail);
}

/** First line of the block above a sure sign: up to the nearest title, never past a site's meta line or a paragraph. */
function firstOfHead(lines: readonly Line[], at: number, floor: number, phrases: Phrases): number {
  let first = at;
  let gap = 0;
  for (let above = at - 1; above >= Math.max(floor, at - BLOCK) && gap < 2; above--) {
    const line = lines[above];
    if (!line || isChrome(line, phrases) || (line.length > 80 && isSentence(line))) break;
    if (isReportTitle(line, phrases)) return withFragments(lines, above, floor, phrases);
    if (isHeadLine(lines, above, phrases)) {
      first = above;
      gap = 0;
    } else gap++;
  }
  return first;
}

function isHeadLine(lines: readonly Line[], at: number, phrases: Phrases): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line) return false;
  if (startsMeeting(line, phrases) || isSpeaker(line, phrases) || afterSalutation(line, phrases) === '') return true;
  const next = lines[at + 1];
  if (isName(line) && next && afterSalutation(next, phrases) !== null) return true;
  if (before && startsMeeting(before, phrases) && !endsMeeting(before.head, phrases)) return line.length <= 60;
  return isNote(line) || /^[:!]$/u.test(afterSalutation(line, phrases) ?? '');
}

/** A speaker's name alone: three characters, so that a site's button of two is not taken for one. */
function isName(line: Line): boolean {
  return /^\p{Script=Han}{3}$/u.test(line.head);
}

/** The title together with its first half when that stands on the line above: 某某市人民政府 / 2024年. */
function withFragments(lines: readonly Line[], title: number, floor: number, phrases: Phrases): number {
  const above = lines[title - 1];
  if (!above || title - 1 < floor || above.length > 30 || isChrome(above, phrases)) return title;
  const fragment = /^(?:\d{4}年度?|(?:\d{4}年)?[\p{Script=Han}]{2,14}人民政府)$/u;
  return fragment.test(above.head) ? title - 1 : title;
}
