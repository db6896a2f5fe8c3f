/** Reads the lines of one report / gives its zones: front, body, closing, and what is attached / promises: zones follow each other without gaps. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { closingLine } from './extent.ts';
import {
  afterSalutation,
  headingOf,
  isAnnexTitle,
  isGlossaryTitle,
  isNote,
  isNoteEntry,
  isOpeningFormula,
  isReportTitle,
  isSpeaker,
  isTranslation,
  startsMeeting,
} from './landmarks.ts';
import { isSentence, type Line } from './lines.ts';
import { namesPart } from './parts.ts';

/** Line indexes. `attached` is where a glossary or annex begins, `lines.length` without one. */
export interface Zones {
  /** First line after title, meeting line and speaker. */
  readonly afterFront: number;
  /** Index of the salutation at the head; null without one. */
  readonly salutation: number | null;
  /** Index of the opening formula; null without one. */
  readonly opening: number | null;
  /** First line of the closing appeal; null without one. */
  readonly closing: number | null;
  readonly attached: number;
}

export function zonesOf(lines: readonly Line[], text: string, phrases: Phrases): Zones {
  const front = frontOf(lines, phrases);
  const titled = attachmentTitle(lines, front.afterFront, phrases);
  const closing = closingLine(lines, text, front.afterFront, titled ?? lines.length, phrases);
  if (closing === null || !mayEnd(lines, closing, titled ?? lines.length, phrases)) {
    return { ...front, closing: null, attached: titled ?? lines.length };
  }
  const first = isAddressAlone(lines[closing - 1], phrases) ? closing - 1 : closing;
  return { ...front, closing: first, attached: afterClosing(lines, closing, titled ?? lines.length) };
}

function frontOf(lines: readonly Line[], phrases: Phrases): Pick<Zones, 'afterFront' | 'salutation' | 'opening'> {
  let at = 0;
  for (; at < Math.min(lines.length, 10); at++) {
    const line = lines[at];
    if (!line || !(isFront(line, lines[at - 1], phrases) || isNameAbove(lines, at, phrases))) break;
  }
  const next = lines[at];
  const salutation = next && afterSalutation(next, phrases) !== null ? at : null;
  const opening = [at, at + 1, at + 2].find((index) => {
    const line = lines[index];
    return (
      line !== undefined && !headingOf(line) && isOpeningFormula(afterSalutation(line, phrases) ?? line.head, phrases)
    );
  });
  return { afterFront: at, salutation, opening: opening ?? null };
}

function isFront(line: Line, before: Line | undefined, phrases: Phrases): boolean {
  if (isReportTitle(line, phrases) || startsMeeting(line, phrases) || isSpeaker(line, phrases)) return true;
  if (isTranslation(line)) return before !== undefined;
  if (afterSalutation(line, phrases) !== null || headingOf(line) || isOpeningFormula(line.head, phrases)) return false;
  if (isNote(line) || /^\d{4}年/u.test(line.head)) return line.length <= 60;
  return (
    before !== undefined && line.length <= 30 && !isSentence(line) && (startsMeeting(before, phrases) || isNote(before))
  );
}

/** 某某县人民政府 above 2024年政府工作报告: the first half of a title in two lines. */
function isNameAbove(lines: readonly Line[], at: number, phrases: Phrases): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (at > 0 || !line || !next || line.length > 40 || isSentence(line) || headingOf(line)) return false;
  return afterSalutation(line, phrases) === null && isReportTitle(next, phrases);
}

/** The title of the first glossary or annex: after some body, and followed by matter. */
function attachmentTitle(lines: readonly Line[], from: number, phrases: Phrases): number | null {
  for (let at = from + 3; at < lines.length - 1; at++) {
    const line = lines[at];
    if (line && (isGlossaryTitle(line, phrases) || isAnnexTitle(line, phrases)) && !headingOf(line)) return at;
  }
  return null;
}

/** An appeal ends a report when no further paragraph or heading follows it directly; a short title may begin a list. */
function mayEnd(lines: readonly Line[], closing: number, limit: number, phrases: Phrases): boolean {
  const next = lines[closing + 1];
  if (!next || closing + 1 >= limit || isNote(next) || isNoteEntry(next)) return true;
  if (headingOf(next)) return false;
  if (afterSalutation(next, phrases) !== null) return closing + 2 >= limit;
  if (closing + 2 >= limit) return true;
  return (
    !isSentence(next) &&
    !lines.slice(closing + 1, limit).some((line) => headingOf(line)?.level === 2 || isPartTitle(line, phrases))
  );
}

function isPartTitle(line: Line, phrases: Phrases): boolean {
  return line.length <= 40 && !isSentence(line) && namesPart(line.head, phrases);
}

function isAddressAlone(line: Line | undefined, phrases: Phrases): boolean {
  return line !== undefined && /^[:!,。]?$/u.test(afterSalutation(line, phrases) ?? '-');
}

/** Notes, a torn last line and a signature belong to the closing; what follows is attached. */
function afterClosing(lines: readonly Line[], closing: number, limit: number): number {
  let at = closing + 1;
  while (at < limit && at <= closing + 3) {
    const line = lines[at];
    if (
      !line ||
      isNoteEntry(line) ||
      !(isNote(line) || (at === limit - 1 && at === closing + 1) || /^注:|\d日$|秘书处$/u.test(line.head))
    )
      break;
    at++;
  }
  return at;
}
