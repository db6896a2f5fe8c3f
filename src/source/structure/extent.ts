/** Reads the lines after a report's head / gives its last line / promises: glossary and annexes stay, the site's footer does not. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import {
  headingOf,
  isAnnexTitle,
  isChrome,
  isClosing,
  isGlossaryTitle,
  isNote,
  isNoteEntry,
  isReportTitle,
} from './landmarks.ts';
import { hasAny, isSentence, type Line } from './lines.ts';

/** How far after the closing paragraph the title of a glossary or an annex is looked for. */
const REACH = 10;

/** Last line of the report whose head ends at line `from`; `limit` is the first line that cannot belong to it. */
export function lastLineOf(
  lines: readonly Line[],
  text: string,
  from: number,
  limit: number,
  phrases: Phrases,
): number {
  const closing = closingLine(lines, text, from, limit, phrases);
  if (closing !== null) {
    const resumes = resumesAt(lines, closing, limit, phrases);
    if (resumes === null) return withNotes(lines, closing, limit, phrases);
  }
  return lastBodyLine(lines, closing ?? from, limit, phrases);
}

/** The last paragraph with the closing appeal. */
export function closingLine(
  lines: readonly Line[],
  text: string,
  from: number,
  limit: number,
  phrases: Phrases,
): number | null {
  for (let at = limit - 1; at > from; at--) {
    const line = lines[at];
    if (line && isClosing(line, text, phrases)) return at;
  }
  return null;
}

/** Line after the closing paragraph where the report goes on: a glossary, an annex, a list or more paragraphs. */
function resumesAt(lines: readonly Line[], closing: number, limit: number, phrases: Phrases): number | null {
  let chrome = false;
  for (let at = closing + 1; at < Math.min(limit, closing + 1 + REACH); at++) {
    const line = lines[at];
    if (!line) break;
    if (isNoteEntry(line) && at <= closing + 3) return at;
    if (isGlossaryTitle(line, phrases) || isAnnexTitle(line, phrases))
      return hasMatter(lines, at, limit, phrases) ? at : null;
    if (isChrome(line, phrases)) chrome = true;
    const heading = headingOf(line);
    if (!chrome && heading?.number === 1 && at <= closing + 3) return at;
    if (!chrome && isSentence(line) && line.length >= 40) return at;
  }
  return null;
}

/** True when entries, headings or sentences follow a title within a few lines; a list of files to download is none. */
function hasMatter(lines: readonly Line[], title: number, limit: number, phrases: Phrases): boolean {
  for (let at = title + 1; at < Math.min(limit, title + 6); at++) {
    const line = lines[at];
    if (!line) return false;
    if (isFile(line)) continue;
    if (headingOf(line) || isSentence(line) || isGlossaryTitle(line, phrases)) return true;
  }
  return false;
}

function isFile(line: Line): boolean {
  return /\.(?:docx?|pdf|wps|xlsx?)$/u.test(line.tail.toLowerCase());
}

/** Notes, a signature's date and the like after the closing paragraph; the head or number of a page may stand between. */
function withNotes(lines: readonly Line[], closing: number, limit: number, phrases: Phrases): number {
  let last = closing;
  let at = closing;
  while (at + 1 < limit && at < closing + 5 && last < closing + 3) {
    at++;
    const next = lines[at];
    const torn = at === closing + 1 && !endsSentence(lines[closing]) && next !== undefined && endsSentence(next);
    if (next && (torn || isNote(next) || isSignature(next))) last = at;
    else if (!next || !isPageMark(next, phrases)) break;
  }
  return last;
}

function isPageMark(line: Line, phrases: Phrases): boolean {
  return (line.length <= 12 && /^[-—–·第页/\d]+$/u.test(line.head)) || isReportTitle(line, phrases);
}

function endsSentence(line: Line | undefined): boolean {
  return line !== undefined && /[。!?！？”"」）)…]$/u.test(line.tail);
}

function isSignature(line: Line): boolean {
  return line.length <= 80 && /^\d{4}年\d{1,2}月\d{1,2}日$|秘书处$|^注:/u.test(line.head);
}

/** Last line that looks like the report's own, going forward from its last long paragraph until the site's first line. */
function lastBodyLine(lines: readonly Line[], from: number, limit: number, phrases: Phrases): number {
  let anchor = from;
  for (let at = limit - 1; at > from; at--) {
    const line = lines[at];
    if (line && isCertain(line, phrases)) {
      anchor = at;
      break;
    }
  }
  let last = anchor;
  for (let at = anchor + 1; at < limit; at++) {
    const line = lines[at];
    if (!line || isChrome(line, phrases) || isFile(line)) break;
    if (!(headingOf(line) || isSentence(line) || isNote(line) || isNoteEntry(line))) break;
    last = at;
  }
  return tornBehind(lines, last, limit, phrases) ? last + 1 : last;
}

/**
 * True when the line behind the last one is what a cut has left of a paragraph: nothing but the site follows, and it goes on from a
 * line that did not end, or reads as the beginning of a sentence: 五年来，我们坚持以…为指导，深入.
 */
function tornBehind(lines: readonly Line[], last: number, limit: number, phrases: Phrases): boolean {
  const [before, line, next] = [lines[last], lines[last + 1], lines[last + 2]];
  if (!before || !line || last + 1 >= limit || isChrome(line, phrases) || isFile(line)) return false;
  if (next && last + 2 < limit && !isChrome(next, phrases)) return false;
  // Behind 让我们…而努力奋斗! nothing of the report is to come.
  if (/[!！]$/u.test(before.tail)) return false;
  if (!/[\p{Script=Han}\d,、%“《(]$/u.test(line.tail) || isOfSite(line, phrases)) return false;
  if (isSentence(before) && before.length >= 20 && /[\p{Script=Han}\d,、]$/u.test(before.tail)) return line.length >= 8;
  return line.length >= 16 && /^[\p{Script=Han}\d“—-][^,]{1,}[,、]/u.test(line.head);
}

/** What a site says of its text in a clause of its own. */
function isOfSite({ head }: Line, { chrome }: Phrases): boolean {
  return SITE.test(head) || hasAny(head, chrome.short);
}

const SITE = /[>|｜©:]|本站|本文|本资料|网友|网站|转载|版权|编辑|整理|上传|仅供|参考|关注|公众号|微信|扫/u;

function isCertain(line: Line, phrases: Phrases): boolean {
  if (isChrome(line, phrases)) return false;
  return (isSentence(line) && line.length >= 40) || (headingOf(line) !== null && line.length >= 16);
}
