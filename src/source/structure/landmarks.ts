/** Reads one line / gives what it is in a report: title, meeting line, salutation, heading, closing / promises: judges by shape and vocabulary only. */

import type { Phrases, Points } from '../../rules/vocabulary/phrases.ts';
import { isHan } from '../han.ts';
import { HEAD, hasAny, isSentence, type Line } from './lines.ts';
import { type Enumerator, enumeratorOf } from './numerals.ts';

const DATE = /^[(〔[]?(?:\d{4}|[一二三四五六七八九〇零○]{4})年[^年月]{1,3}月/u;
/** A dash that a site could not write is left as question marks: ??2017年1月5日在…. */
const DASHES = /^(?:[—―–－‐─━-]+|\?{1,4}(?=\d|[一二]|在))/u;
const TITLE = '工作报告';
/** A title on the meeting line: 政府工作报告(摘要)——1999年2月25日在…会议上. */
const TITLE_BEFORE = /^[\p{Script=Han}\d]{0,24}?工作报告(?:\([^()]{1,8}\))?(?=[—―–－‐─━-]{1,6}(?:\d{4}|[一二]|在))/u;
const AFTER_TITLE = /\((?:\d{4}年?|[^()]{2,8})\)$/u;

/** The marks that a title stands in. */
function withoutMarks(title: string): string {
  return title.replace(/[《》〈〉「」"“”【】]/gu, '');
}

/** A numbered title, or a paragraph that starts with one. */
export function headingOf(line: Line): Enumerator | null {
  return mayBeNumbered(line) ? enumeratorOf(line.begin) : null;
}

/** False when the first character of a line begins no number. */
export function mayBeNumbered({ first }: Line): boolean {
  return !isHan(first) || NUMBERS[first] === 1;
}

const NUMBERS = numberTable();

function numberTable(): Readonly<Uint8Array> {
  const table = new Uint8Array(0x10000);
  for (const char of '第一二三四五六七八九十') table[char.charCodeAt(0)] = 1;
  return table;
}

/** A line that is the title of a work report and nothing else. */
export function isReportTitle(line: Line, phrases: Phrases): boolean {
  if (line.length > 70 || !mayEndWith(line, phrases['report-titles'])) return false;
  let bare = withoutMarks(unlabelled(line.head)).replace(AFTER_TITLE, '');
  for (const suffix of phrases['title-suffixes']) {
    if (bare.endsWith(suffix)) bare = bare.slice(0, -suffix.length);
  }
  if (bare.length > 40 || /[。,:;!?、]|[作做听取](?:政府)?工作报告$/u.test(bare)) return false;
  return phrases['report-titles'].some((title) => bare.endsWith(title));
}

/** 文档介绍:——2009年5月16日在…会议上: a website's label in front of a line is no part of it. */
function unlabelled(head: string): string {
  return head.slice(0, LONGEST_LABEL).includes(':') ? head.replace(LABEL, '') : head;
}

const LABEL = /^(?:(?:文档|文章|资料|范文|内容|信息|正文)(?:介绍|简介|内容|正文)|正文):/u;
const LONGEST_LABEL = 5;

/** False when the last character of each title is missing from the line: then no title can be left at its end. */
function mayEndWith(line: Line, titles: readonly string[]): boolean {
  let asked = '';
  for (const title of titles) {
    const last = title.charAt(title.length - 1);
    // Most titles end alike.
    if (last !== asked && line.head.includes(last)) return true;
    asked = last;
  }
  return false;
}

/** The first line of a meeting line: date, or dashes, before the assembly. It may break off before the session. */
export function startsMeeting(line: Line, phrases: Phrases): boolean {
  if (line.length > 80) return false;
  const head = unlabelled(line.head);
  const own = head.includes(TITLE) ? head.replace(TITLE_BEFORE, '') : head;
  const bare = own.replace(DASHES, '');
  const dashed = bare.length < own.length;
  const named = (): boolean => hasAny(bare, phrases.meeting.bodies) || bare.includes('届');
  if (DATE.test(bare)) return named() || (/日在/u.test(bare) && bare.length <= 40 && !isSentence(line));
  return (dashed || /^[(〔]?在/u.test(bare)) && named() && /第.{1,4}[届次]/u.test(bare);
}

/** True when the meeting line names assembly and session: nothing more of it is to come. */
export function endsMeeting(folded: string, phrases: Phrases): boolean {
  return hasAny(folded, phrases.meeting.bodies) && hasAny(folded, phrases.meeting.sessions);
}

/** 某市市长 某某 on a line of its own. */
export function isSpeaker(line: Line, phrases: Phrases): boolean {
  if (line.length > 40 || line.head.length > 24 || /[。,:;!?、"“《]/u.test(line.head)) return false;
  return hasAny(line.head, phrases['speaker-titles']) && !headingOf(line) && !DATE.test(line.head);
}

/** (Delivered at the Second Session …): the line above it once more, in another language. */
export function isTranslation(line: Line): boolean {
  return line.length >= SHORTEST_TRANSLATION && !isHan(line.first) && TRANSLATED.test(line.head);
}

const SHORTEST_TRANSLATION = 12;
const TRANSLATED = /^[(“"]?[A-Z][A-Za-z,.'’"“”()\d–—-]+$/u;

/** 各位代表： at the head of a line, alone or before more text; what follows the address is given, folded. */
export function afterSalutation(line: Line, phrases: Phrases): string | null {
  const first = phrases.salutations.find((words) => startsWith(line, words));
  if (first === undefined) return null;
  let rest = line.head.slice(first.length);
  for (let count = 0; count < 3; count++) {
    const next = phrases.salutations.find((words) => rest.slice(1).startsWith(words));
    if (next === undefined || !/^[、,]/u.test(rest)) break;
    rest = rest.slice(1 + next.length);
  }
  return rest;
}

/** True when the line's head starts with the words; most lines are told by their first characters. */
function startsWith(line: Line, words: string): boolean {
  if (isHan(line.first) && line.first !== words.charCodeAt(0)) return false;
  return (words.length > line.begin.length ? line.head : line.begin).startsWith(words);
}

/** 现在，我代表…，向大会报告工作，请予审议。 */
export function isOpeningFormula(folded: string, phrases: Phrases): boolean {
  const start = folded.slice(0, 110);
  const at = phrases.opening['speaks-for']
    .map((words) => start.indexOf(words))
    .filter((place) => place >= 0 && place < 24);
  if (at.length === 0) return false;
  return hasAny(start, phrases.opening.reports) && hasAny(start, phrases.opening.asks);
}

/** Title of the glossary. */
export function isGlossaryTitle(line: Line, phrases: Phrases): boolean {
  if (line.length > 50 || !mayEndWith(line, phrases['glossary-titles']) || isLongSentence(line)) return false;
  const bare = withoutMarks(line.head)
    .replace(/\([^()]{0,30}\)/gu, '')
    .replace(/\.(?:docx?|pdf|wps)$/u, '')
    .replace(/:$/u, '');
  if (bare !== line.head && /\.(?:docx?|pdf|wps)$/u.test(line.head)) return false;
  return bare.length <= 26 && phrases['glossary-titles'].some((title) => bare.endsWith(title));
}

/** 附件, 附件2：, 《政府工作报告》附件1, 附：… */
export function isAnnexTitle(line: Line, phrases: Phrases): boolean {
  const titles = phrases['annex-titles'];
  if (line.length > 50 || !titles.some((title) => line.head.includes(title.charAt(0))) || isLongSentence(line))
    return false;
  const bare = withoutMarks(line.head).replace(/^.{0,8}报告(?=附)/u, '');
  return titles.some((title) => {
    if (!bare.startsWith(title)) return false;
    const rest = bare.slice(title.length);
    return /^[\d一二三四五六七八九十]{0,2}(?:[::].*|$)/u.test(rest);
  });
}

function isLongSentence(line: Line): boolean {
  return line.length > 30 && isSentence(line);
}

/** True for a paragraph that earns enough points as the closing appeal. What stands anywhere in it is looked for first. */
export function isClosing(line: Line, text: string, phrases: Phrases): boolean {
  const { enough } = phrases.closing;
  if (line.length < 16 || line.length > 900) return false;
  const { appeals, unity, exclaims, pledges, addresses } = phrases.closing;
  const whole = line.length <= HEAD && line.length <= line.head.length ? line.head : text.slice(line.start, line.end);
  let points = earned(appeals, whole) + earned(unity, whole);
  const toCome = Math.max(0, pledges.points) + Math.max(0, exclaims.points) + Math.max(0, addresses.points);
  if (points + toCome < enough) return false;
  const end = line.tail.replace(/\([^()]{2,24}\)$/u, '').replace(/[—-]+$/u, '');
  points += earned(pledges, end.slice(-60));
  if (exclaims.words.some((mark) => end.endsWith(mark))) points += exclaims.points;
  if (addresses.words.some((words) => startsWith(line, words))) points += addresses.points;
  return (hasAny(end, phrases.closing.thanks) ? 0 : points) >= enough;
}

function earned(points: Points, text: string): number {
  return hasAny(text, points.words) ? points.points : 0;
}

/** A note in brackets on a line of its own: （本文有删减）, （2018年1月30日…会议通过）. */
export function isNote(line: Line): boolean {
  return (
    line.length <= 60 &&
    !isHan(line.first) &&
    /^[(【〔]/u.test(line.head) &&
    /[)】〕]$/u.test(line.head) &&
    !headingOf(line)
  );
}

/** A note under the number that the text calls it by: [1]“三个百亿”工程：指… */
export function isNoteEntry(line: Line): boolean {
  // A pager has nothing but such marks.
  return !isHan(line.first) && /^[[［【〔]注?\d{1,3}[\]］】〕]\s{0,2}[^\s[［【〔]/u.test(line.begin);
}

/** A line of the site around the report, not of the report. */
export function isChrome(line: Line, phrases: Phrases): boolean {
  if (line.length <= 150) {
    const head = line.head.toLowerCase();
    if (hasAny(head, phrases.chrome.certain)) return true;
  }
  return line.length <= 60 && !isSentence(line) && hasAny(line.head, phrases.chrome.short);
}
