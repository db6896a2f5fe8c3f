/** Reads the folded head of a report / gives its meeting line: when, where, which session / promises: as written, nothing filled in. */
import type { FoundDate } from './dates.ts';
import { datesIn } from './dates.ts';

export interface Meeting {
  /** The session as written without the place: 第十六届人民代表大会第二次会议; null without one. Offsets count in the folded head. */
  readonly session: { readonly text: string; readonly start: number; readonly end: number } | null;
  readonly date: FoundDate | null;
  /** Where the words between date and session stand: the place of the meeting. */
  readonly where: { readonly start: number; readonly end: number } | null;
}

/** Words before a date that make it the date of a web page, not of a meeting. */
const PAGE_DATE = /(?:时间|日期|发布|更新|来源|收录|印发|成文)[^年]{0,6}$/;
/** A place and its filler are at most this long: 在新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县. */
const LONGEST_PLACE = 40;

export function meetingOf(head: string): Meeting {
  const dates = datesIn(head).filter((date) => !PAGE_DATE.test(head.slice(Math.max(0, date.start - 12), date.start)));
  const sessions = sessionsIn(head);
  const dated = sessions.find((session) => dateBefore(head, dates, session.start) !== null);
  const session = dated ?? sessions[0] ?? null;
  if (session === null) {
    const date = dates.find((one) => one.day !== null) ?? null;
    return { session: null, date, where: date === null ? null : placeOfMeeting(head, date) };
  }
  const date = dateBefore(head, dates, session.start) ?? dateAfter(dates, session.end) ?? dateInBrackets(head, dates);
  const from = date !== null && date.end <= session.start ? date.end : Math.max(0, session.start - LONGEST_PLACE);
  return { session, date, where: { start: from, end: session.start } };
}

/** 2024年1月8日在某开发区工作会议上: a meeting without a session number has a place too. */
function placeOfMeeting(head: string, date: FoundDate): Meeting['where'] {
  const words = /^[在于].{2,30}?(?=第|[^,，。;；]{0,12}(?:会议|大会))/.exec(
    head.slice(date.end, date.end + LONGEST_PLACE + 20),
  )?.[0];
  return words === undefined ? null : { start: date.end, end: date.end + words.length };
}

function sessionsIn(head: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  const pattern =
    /第?[一二三四五六七八九十百\d]{1,4}届(?:全国)?(?:人民代表大会|人大)(?:常务委员会)?第?[一二三四五六七八九十百\d]{1,4}次?(?:全体)?会议/g;
  return [...head.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function dateBefore(head: string, dates: readonly FoundDate[], start: number): FoundDate | null {
  const near = dates.filter(
    (date) => date.end <= start && start - date.end <= LONGEST_PLACE && !isOfTitle(date, head.slice(date.end, start)),
  );
  return near[near.length - 1] ?? null;
}

/** 2019年某县人民政府工作报告——在…会议上: the year of the title, which may be the one looked back on. */
function isOfTitle({ month }: FoundDate, between: string): boolean {
  return month === null && between.includes('工作报告');
}

/** (2025年1月6日) on a line of its own, below the speaker. */
function dateInBrackets(head: string, dates: readonly FoundDate[]): FoundDate | null {
  const alone = dates.filter(
    ({ start, end }) => /[(（]/u.test(head.charAt(start - 1)) && /[)）]/u.test(head.charAt(end)),
  );
  return alone.find(({ day }) => day !== null) ?? null;
}

/** (某市第三届人民代表大会第二次会议 2024年1月8日): the date may follow. */
function dateAfter(dates: readonly FoundDate[], end: number): FoundDate | null {
  return dates.find((date) => date.start >= end && date.start - end <= 12 && date.month !== null) ?? null;
}
