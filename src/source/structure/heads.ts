/** Reads the lines of a source / gives where reports begin / promises: a salutation or a running head inside a body begins nothing. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { isHan } from '../han.ts';
import { isForeignTitle } from './foreign.ts';
import {
  afterSalutation,
  endsMeeting,
  headingOf,
  isChrome,
  isNote,
  isOpeningFormula,
  isReportTitle,
  isSpeaker,
  isTranslation,
  startsMeeting,
} from './landmarks.ts';
import { isSentence, type Line } from './lines.ts';
import { Running } from './running.ts';

/** Line indexes of one report's beginning: its first line, and the last line of its title block, salutation or opening formula. */
export interface Head {
  readonly first: number;
  readonly last: number;
}

/** What heads are looked for in. `from` is the line after the contents page, `titles` the folded names that it gives to reports. */
export interface Ground {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly from: number;
  readonly titles: ReadonlySet<string>;
  readonly phrases: Phrases;
}

/** A head as far as its first sure sign tells; `sure` when no running head can look like it. */
interface Sign {
  readonly last: number;
  readonly sure: boolean;
}

/** Most lines that a title block takes (title, meeting line in three pieces, speaker, salutation, captions). */
const BLOCK = 10;

const opensFormula = setOfUnits('现下我受');
const BEGINS_FORMULA = /^(?:现在|下面|我|受)/u;

function beginsFormula(line: Line): boolean {
  const { first } = line;
  if (isHan(first) && !opensFormula(first)) return false;
  return BEGINS_FORMULA.test(line.begin);
}

/** Where the reports of a source begin, in order. */
export function headsOf(ground: Ground): Head[] {
  const heads: Head[] = [];
  const foreign = new Set<number>();
  const running = new Running(ground, (line) => isTitle(line, ground));
  for (let at = ground.from; at < ground.lines.length; at++) {
    const sign = signAt(ground, at);
    if (sign === null) continue;
    const open = heads.at(-1) ?? null;
    if (!sign.sure && open !== null && !running.isFresh(open, at, sign.last)) continue;
    const first = firstOfHead(ground, running, at, open);
    heads.push({ first, last: sign.last });
    if (isForeign(ground, first, open?.last ?? -1)) foreign.add(heads.length - 1);
    at = sign.last;
  }
  // A file of one plan or budget report is left to who tells kinds of texts apart; between work reports it is none.
  return foreign.size === heads.length ? heads : heads.filter((_, index) => !foreign.has(index));
}

/** True when the title that a head stands under is another document's. */
function isForeign({ lines, phrases }: Ground, first: number, floor: number): boolean {
  for (let at = first; at > Math.max(floor, first - 4); at--) if (isForeignTitle(lines, at, phrases)) return true;
  return false;
}

/** A title of a work report, or a name by which the contents page calls one. */
function isTitle(line: Line, { titles, phrases }: Ground): boolean {
  return isReportTitle(line, phrases) || (titles.size > 0 && line.length <= 60 && titles.has(line.head));
}

/** The head that has its first sign at line `at`; null when none begins there. */
function signAt(ground: Ground, at: number): Sign | null {
  const { lines, phrases } = ground;
  const line = lines[at];
  if (!line) return null;
  const rest = afterSalutation(line, phrases);
  if (rest !== null) return signOfSalutation(ground, at, rest);
  if (beginsFormula(line) && isOpeningFormula(line.head, phrases)) {
    return isQuoted(lines[at - 1]) ? null : { last: at, sure: true };
  }
  if (startsMeeting(line, phrases) && titleAbove(ground, at)) return signOfTitleBlock(ground, at);
  return isTitle(line, ground) ? signOfBareTitle(ground, at) : null;
}

/** “各位代表： above the formula: somebody is told to speak, in a novel or a story. */
function isQuoted(above: Line | undefined): boolean {
  return above !== undefined && !isHan(above.first) && /^[“"「]各位代表[:,!]?$/u.test(above.head);
}

function signOfSalutation(ground: Ground, at: number, rest: string): Sign | null {
  const { lines, phrases } = ground;
  if (isOpeningFormula(rest, phrases) && /^[:!,。]?(?:现在|下面|我|受)/u.test(rest)) return { last: at, sure: true };
  if (!/^[:!,。]?$/u.test(rest)) return null;
  for (const next of [at + 1, at + 2]) {
    const line = lines[next];
    if (line && isOpeningFormula(line.head, phrases)) return { last: next, sure: true };
  }
  for (let above = at - 1; above >= Math.max(ground.from, at - 6); above--) {
    const line = lines[above];
    if (!line || (line.length > 80 && isSentence(line))) return null;
    // 各位代表！ speaks to the assembly in the middle of a report, too, below the head of a page.
    if (startsMeeting(line, phrases)) return { last: at, sure: !rest.startsWith('!') };
    if (isTitle(line, ground)) return { last: at, sure: false };
  }
  return null;
}

function titleAbove(ground: Ground, at: number): boolean {
  for (let above = at - 1; above >= Math.max(ground.from, at - 3); above--) {
    const line = ground.lines[above];
    if (line && isTitle(line, ground)) return true;
  }
  return false;
}

/** A title with a meeting line begins a report when a heading or a body follows; a salutation on the way ends the block. */
function signOfTitleBlock(ground: Ground, at: number): Sign | null {
  const { lines, phrases } = ground;
  let last = at;
  for (let next = at + 1; next <= at + BLOCK; next++) {
    const line = lines[next];
    if (!line) return null;
    const rest = afterSalutation(line, phrases);
    if (rest !== null) return signOfSalutation(ground, next, rest) ?? { last: next, sure: false };
    if (isOpeningFormula(line.head, phrases)) return { last: next, sure: true };
    if (headingOf(line)?.number === 1) return { last, sure: false };
    if (line.length > 60 && isSentence(line)) return spokenBelow(ground, next) ?? { last, sure: false };
    if (isTitle(line, ground) || isChrome(line, phrases)) return null;
    last = next;
  }
  return null;
}

/** A title's translation or a caption may be as long as a paragraph: the salutation with its formula right below is of the same report. */
function spokenBelow(ground: Ground, paragraph: number): Sign | null {
  for (const at of [paragraph + 1, paragraph + 2]) {
    const line = ground.lines[at];
    const rest = line ? afterSalutation(line, ground.phrases) : null;
    const sign = rest === null ? null : signOfSalutation(ground, at, rest);
    if (sign?.sure === true) return sign;
  }
  return null;
}

/** A title without meeting line or salutation begins a report when heading 一、 and its text follow close by. */
function signOfBareTitle(ground: Ground, at: number): Sign | null {
  const { lines, phrases } = ground;
  for (let next = at + 1; next <= at + 4; next++) {
    const line = lines[next];
    if (!line || isTitle(line, ground) || isChrome(line, phrases)) return null;
    const rest = afterSalutation(line, phrases);
    if (rest !== null || isOpeningFormula(line.head, phrases) || startsMeeting(line, phrases)) return null;
    const heading = headingOf(line);
    if (heading) {
      const begins = heading.level === 1 && heading.number === 1 && !isContentsLine(line) && hasText(lines, next);
      return begins ? { last: next - 1, sure: false } : null;
    }
    if (isSentence(line) && next > at + 2) return null;
  }
  return null;
}

/** True when a sentence stands in or soon below a heading: between the entries of a contents page there is none. */
function hasText(lines: readonly Line[], heading: number): boolean {
  for (let at = heading; at <= heading + 4; at++) {
    const line = lines[at];
    if (!line) return false;
    if (isSentence(line)) return true;
    const under = headingOf(line);
    if (at > heading && under?.level === 1) return false;
  }
  return false;
}

function isContentsLine(line: Line): boolean {
  return /[.…·\t]{2,}\d{1,4}$/u.test(line.tail);
}

/** First line of the block above a sure sign: up to the nearest title, never past a site's meta line or a paragraph. */
function firstOfHead(ground: Ground, running: Running, at: number, open: Head | null): number {
  const { lines, phrases } = ground;
  const floor = Math.max(ground.from, (open?.last ?? -1) + 1);
  const sign = lines[at];
  if (sign && isTitle(sign, ground)) return withFragments(ground, at, floor);
  let first = at;
  let gap = 0;
  for (let above = at - 1; above >= Math.max(floor, at - BLOCK) && gap < 2; above--) {
    const line = lines[above];
    if (!line) break;
    if (isTranslation(line)) continue;
    if (isChrome(line, phrases) || (line.length > 80 && isSentence(line))) break;
    if (isTitle(line, ground)) {
      if (open !== null && running.isOfOpen(open, above)) break;
      return withFragments(ground, above, floor);
    }
    if (isHeadLine(lines, above, phrases)) {
      // Under a title a note is the head's own; without one it belongs to the report before, if there is one.
      const own = open === null || !isNote(line) || (startsMeeting(line, phrases) && !PASSED.test(line.head));
      if (own) first = above;
      gap = 0;
    } else gap++;
  }
  return first;
}

/** （2018年1月30日…会议通过） stands below the title or below the last line. */
const PASSED = /通过[)〕]?$/u;

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

/**
 * The title together with what belongs to it on the line above: its first half (某某市人民政府 / 2024年), or in a compilation a title
 * that names the place which the report's own title leaves out. On a page of one report such a title is the page's.
 */
function withFragments(ground: Ground, title: number, floor: number): number {
  const { lines, phrases } = ground;
  const above = lines[title - 1];
  const own = lines[title];
  if (!above || !own || title - 1 < floor || above.length > 40 || isChrome(above, phrases)) return title;
  const fragment = /^(?:\d{4}年度?|(?:\d{4}年)?[\p{Script=Han}]{2,14}人民政府)$/u;
  if (fragment.test(above.head)) return title - 1;
  const silent = ground.titles.size > 0 && /^(?:\d{4}年)?政府工作报告$/u.test(own.head);
  return silent && isTitle(above, ground) && above.head.length > own.head.length ? title - 1 : title;
}
