/** Reads a line or a name / gives whether another document than a government work report begins there / promises: a section of a report is none. */

import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { afterSalutation, isReportTitle, startsMeeting } from './landmarks.ts';
import type { Line } from './lines.ts';

/** Characters that the titles of other documents end with: 报告, 决议, 决定, 草案, 说明, and an open first half. */
const LAST = '告议定案明划算况)）》';
const BEGINS = /^(?:[\p{Script=Han}\d]{2,40})?关于/u;
const SUBJECT =
  /计划|预算|决算|财政|政府工作报告的?(?:决议|决定|说明)|工作报告的?决议|规划|审计|审查|选举|议案|环境(?:状况|质量)|民生实事/u;
const KIND = /(?:报告|决议|决定|草案|说明|议案|意见)(?:\([^()]{1,20}\))?$/u;
const OTHER_BODY =
  /法院|检察院|常务委员会|人大常委会|人大|政协|协商会议|监察委|纪委|党委|党组|公司|中学|小学|大学|街道工委/u;

/** True for the title of a plan, budget or court report, a resolution and the like, on a line of its own or begun on it. */
export function isForeignTitle(lines: readonly Line[], at: number, phrases: Phrases): boolean {
  const line = lines[at];
  if (!line || line.length > 120 || line.length < 8 || !LAST.includes(line.tail.slice(-1))) return false;
  if (OTHER_BODY.test(line.head) && isReportTitle(line, phrases)) return true;
  const about = BEGINS.exec(line.head);
  if (!about || /[。,;!?]/u.test(line.head) || !SUBJECT.test(line.head.slice(about[0].length - 2))) return false;
  if (KIND.test(line.head)) return true;
  const next = lines[at + 1];
  return next !== undefined && next.length <= 80 && KIND.test(next.head) && !/[。;!?]/u.test(next.head);
}

/** First line from `from` on, before `limit`, where another document begins; `limit` when there is none. */
export function foreignFrom(lines: readonly Line[], from: number, limit: number, phrases: Phrases): number {
  for (let at = from; at < limit; at++) {
    if (!isForeignTitle(lines, at, phrases)) continue;
    if (isDocumentHead(lines, at, limit, phrases)) return at;
  }
  return limit;
}

/** A title counts when a meeting line, a salutation or a note of what was decided follows. */
function isDocumentHead(lines: readonly Line[], at: number, limit: number, phrases: Phrases): boolean {
  for (let next = at + 1; next <= at + 5 && next < limit; next++) {
    const line = lines[next];
    if (!line) return false;
    if (startsMeeting(line, phrases) || afterSalutation(line, phrases) !== null) return true;
    if (
      /^[(〔].*(?:通过|会议|年).*[)〕]$/u.test(line.head) ||
      /^.{2,40}(?:会议|大会).{0,30}(?:审议|听取|审查)/u.test(line.head)
    )
      return true;
  }
  return false;
}

/** True when a name of a contents page is that of another body's report. */
export function namesOther(name: string): boolean {
  return OTHER_BODY.test(name) || BEGINS.test(name);
}
