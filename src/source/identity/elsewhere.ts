/** Reads what stands above a report, and its first words / gives the meeting that its own head does not name / promises: null where two could be meant. */
import type { FoundDate } from './dates.ts';
import type { Meeting } from './session.ts';
import { meetingOf } from './session.ts';
import { squeeze } from './squeezed.ts';

/** A meeting named outside the head, with the folded words that name it: its offsets count in them. */
export interface MeetingElsewhere {
  readonly words: string;
  readonly meeting: Meeting;
  readonly date: FoundDate | null;
}

/** A title block with its meeting ends within so many characters above the salutation; the lines of a site may stand between. */
export const REACH = 600;
/** A title block in one line, with its translation. */
const LONGEST_LINE = 320;
const TITLE = /工\s?作\s?报\s?告/u;
const SESSION = /[届次].{0,12}次会议/u;

/**
 * The meeting line of a title block that the site's own lines cut off from its report: 政府工作报告——2004年2月17日在…会议上 above
 * 字号、打印 and a table of dates. A paragraph ends the search, and so does a second line with another meeting.
 */
export function meetingAbove(above: string): MeetingElsewhere | null {
  if (!TITLE.test(above) || !above.includes('次会议')) return null;
  let found: MeetingElsewhere | null = null;
  for (const line of above.split('\n').reverse()) {
    const words = squeeze(line, 0, line.length).text;
    if (words.length > LONGEST_LINE || /[。！!]$/u.test(words)) break;
    if (!SESSION.test(words) || !/工作报告|^[—–-]/u.test(words)) continue;
    const meeting = meetingOf(words);
    const { date } = meeting;
    if (meeting.session === null || date?.day == null) continue;
    if (found !== null && found.date?.year !== date.year) return null;
    found ??= { words, meeting, date };
  }
  return found;
}

/** 桃源县人民政府2011年政府工作报告 above a site's meta line: the title that names a year; null where several years are named. */
export function datedTitleAbove(above: string): string | null {
  const titles = above
    .split('\n')
    .map((line) => squeeze(line, 0, line.length).text)
    .filter((words) => DATED_TITLE.test(words));
  const years = new Set(titles.map((title) => DATED_TITLE.exec(title)?.[1]));
  return years.size === 1 ? (titles[0] ?? null) : null;
}

const DATED_TITLE = /^\p{Script=Han}{0,20}(20\d{2}|19\d{2})年(?:度)?\p{Script=Han}{0,14}政府工作报告(?:全文)?$/u;

/** 我代表省人民委员会向山西省第一届人民代表大会第四次会议作政府工作报告: the session that the opening formula addresses. */
export function meetingInFormula(opening: string): MeetingElsewhere | null {
  const words = /(?:我代表|我受|受)[^。！!]{2,60}向([^。，,！!]{0,24}[届次][^。，,！!]{2,20}次会议)/u.exec(
    opening,
  )?.[1];
  if (words === undefined) return null;
  const meeting = meetingOf(words);
  return meeting.session === null ? null : { words, meeting, date: null };
}
