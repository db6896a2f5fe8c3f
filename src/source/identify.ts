/** Reads the clean text of one report / gives who reported where and when, and what is doubtful / promises: every field has evidence, none is guessed. */
import type { Range } from '../model/offset.ts';
import type { Evidence, Identity, Outline } from '../model/report.ts';
import type { Signal } from '../model/signal.ts';
import type { Division } from '../rules/vocabulary/divisions.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { isBlanked } from './identity/blanked.ts';
import { countPlaces } from './identity/body-region.ts';
import { isoDate } from './identity/dates.ts';
import { decideRegion } from './identity/decide-region.ts';
import type { MeetingElsewhere } from './identity/elsewhere.ts';
import { datedTitleAbove, meetingAbove, meetingInFormula } from './identity/elsewhere.ts';
import type { Head } from './identity/head.ts';
import { headOf } from './identity/head.ts';
import type { IdentityHints } from './identity/hints.ts';
import { hintedPlaces, labelVote, labelYears } from './identity/hints.ts';
import { ownCommittee } from './identity/own-committee.ts';
import type { OwnKind } from './identity/own-words.ts';
import { ownKindOf, ownWords } from './identity/own-words.ts';
import { frontRegion } from './identity/region.ts';
import type { Meeting } from './identity/session.ts';
import { meetingOf } from './identity/session.ts';
import { identitySignals } from './identity/signals.ts';
import type { HeadLine, Speaker } from './identity/speaker.ts';
import { speakerOf } from './identity/speaker.ts';
import { titleOf } from './identity/title.ts';
import { isRedated, openingVotes } from './identity/told-year.ts';
import type { YearDecision, YearVote } from './identity/year.ts';
import { bodyAgainst, bodyVote, dateVote, decideYear, headingVotes, sessionVote, titleVote } from './identity/year.ts';

export type { IdentityHints } from './identity/hints.ts';

/**
 * Tells which report this is. The year of a report is the year of its delivery; a session of November or December hears
 * the report of the next year, unless its headings say otherwise.
 * @param hints what is known besides the text; it settles a shared name and shows contradictions, and never beats the text
 */
export function identify(
  text: string,
  outline: Outline,
  vocabulary: Vocabulary,
  hints: IdentityHints,
): { identity: Identity; signals: Signal<'report'>[] } {
  const { divisions, phrases } = vocabulary;
  const head = headOf(text, outline, phrases.salutations);
  const meeting = meetingOf(head.front.text);
  const title = titleOf(head.lines, (words) => divisions.find(words).length > 0);
  const elsewhere = meeting.session === null ? elsewhereOf(head, meeting, hints) : datedAbove(meeting, hints);
  const speaker = speakerOf(speakerLines(head, meeting), phrases['speaker-titles']);
  const year = yearOf({ text, outline, head, meeting, elsewhere, title, above: hints.above ?? '' });
  const front = frontRegion({ head, meeting, elsewhere, title, speaker, divisions, year: year.year });
  const counts = countPlaces(divisions.find(text, year.year === null ? {} : { year: year.year }));
  const hinted = hintedPlaces(hints, divisions, year.year);
  const own = ownWords(text);
  const kind = (): OwnKind | null => front.kind ?? ownKindOf(own);
  const place = decideRegion({
    front,
    kind,
    counts,
    isBlanked: () => isBlanked(text),
    committee: (own) => ownCommittee(text, own, divisions),
    hinted,
    divisions,
  });

  const date = meeting.date ?? elsewhere?.date ?? null;
  const session = elsewhere?.meeting.session ?? meeting.session;
  const identity: Identity = {
    ...regionFields(place.region, place.part),
    reportYear: year.year,
    reviewedYear: year.year === null ? null : year.year - 1,
    session:
      meeting.session === null
        ? (session?.text ?? null)
        : asFound(text, head.front.place(meeting.session.start, meeting.session.end)),
    deliveredOn: date === null ? null : isoDate(date),
    speaker: speaker?.name ?? (elsewhere === null ? null : speakerBehind(elsewhere, phrases['speaker-titles'])),
    title: title === null ? null : asFound(text, head.front.place(title.start, title.end)),
    evidence: [...place.evidence, ...year.evidence, ...lineEvidence(head, meeting, speaker)],
  };
  const signals = identitySignals({
    identity,
    region: place.region,
    part: place.part,
    candidates: place.candidates,
    front,
    counts,
    hinted,
    ownWords: own,
    yearsAgainst: [...year.against, ...labelsAgainst(hints, year.year, meeting)],
    divisions,
  });
  return { identity, signals };
}

/** Labels whose years fit neither the report's year nor the year of its meeting. */
function labelsAgainst(hints: IdentityHints, year: number | null, meeting: Meeting): YearVote[] {
  if (year === null) return [];
  const votes = labelYears(hints).map((label) => labelVote(label, year, meeting.date?.year ?? null));
  return votes.filter((vote) => vote !== null);
}

/** The words of a place with letter spacing and line breaks closed up; width and punctuation stay. */
function asFound(text: string, place: Range<'report'>): string {
  return text.slice(place.start, place.end).replace(/[\s\u200b-\u200d\ufeff*]+/g, '');
}

/** A part without a code of its own keeps its name and says what it lies in; no code is made up for it. */
function regionFields(
  region: Division | null,
  part: string | null,
): Pick<Identity, 'regionCode' | 'region' | 'level' | 'parentCode'> {
  if (region !== null && part !== null) {
    return { regionCode: null, region: region.name + part, level: null, parentCode: region.code };
  }
  return {
    regionCode: region?.code ?? null,
    region: region?.name ?? null,
    level: region?.level ?? null,
    parentCode: region?.parentCode ?? null,
  };
}

function elsewhereOf(head: Head, meeting: Meeting, hints: IdentityHints): MeetingElsewhere | null {
  const above = meeting.date === null ? meetingAbove(hints.above ?? '') : null;
  return above ?? meetingInFormula(head.opening.text);
}

/** The same session with its date in the title above the site's lines, when the report's own line lost its date. */
function datedAbove({ session, date }: Meeting, hints: IdentityHints): MeetingElsewhere | null {
  if (date !== null) return null;
  const above = meetingAbove(hints.above ?? '');
  return above?.meeting.session?.text === session?.text ? above : null;
}

/** …会议上青岛市市长夏耕: the line that names the meeting may go on to its speaker. */
function speakerBehind({ words, meeting }: MeetingElsewhere, titles: readonly string[]): string | null {
  const rest = words.slice(meeting.session?.end ?? 0).replace(/^上/, '');
  return speakerOf([{ text: rest, start: 0, end: rest.length }], titles)?.name ?? null;
}

interface YearGround {
  readonly text: string;
  readonly outline: Outline;
  readonly head: Head;
  readonly meeting: Meeting;
  readonly elsewhere: MeetingElsewhere | null;
  readonly title: { readonly text: string; readonly start: number; readonly end: number } | null;
  /** What stands above the report in its source. */
  readonly above: string;
}

function yearOf({ text, outline, head, meeting, elsewhere, title, above }: YearGround): YearDecision {
  const headings = headingVotes(outline);
  const votes: YearVote[] = [...headings];
  const body = bodyVote(text, outline);
  const { date } = meeting;
  const named = title === null ? null : titleVote('title-year', title.text, head.front.place(title.start, title.end));
  if (date !== null) {
    const quote = head.front.text.slice(date.start, date.end);
    const others = body === null || votes.length > 0 ? votes : [body];
    votes.unshift(dateVote(date, quote, head.front.place(date.start, date.end), others));
  }
  if (elsewhere?.date != null && date === null) {
    const others = body === null || votes.length > 0 ? votes : [body];
    votes.unshift(dateVote(elsewhere.date, elsewhere.words, null, others));
  }
  const { session } = meeting;
  const numbered = session === null ? null : sessionVote(session.text, head.front.place(session.start, session.end));
  const addressed = elsewhere === null ? null : sessionVote(elsewhere.meeting.session?.text ?? '', null);
  votes.push(...[numbered, addressed, named].filter((vote) => vote !== null));
  if (votes.length === 0 && body === null) {
    const vote = titleVote('title-year', datedTitleAbove(above) ?? '', null);
    votes.push(...(vote === null ? openingVotes(text) : [vote]));
  }
  const decision = decideYear(votes, body);
  // A year that no day of a meeting bears out may have been put for another one.
  const isBorneOut = date !== null || elsewhere?.date != null;
  if (!isBorneOut && decision.year !== null && isRedated(text, decision.year)) {
    return { year: null, evidence: [], against: [] };
  }
  // A title may name the year of delivery where the report is of the next one: that is no contradiction.
  const against = decision.against.filter((vote) => vote !== named || vote.year !== date?.year);
  const contradicts = bodyAgainst(bodyOf(text, outline), body, headings, decision.year);
  return { ...decision, against: contradicts === null ? against : [...against, contradicts] };
}

/** The text after its front: the date of the meeting is no word of the body. */
function bodyOf(text: string, outline: Outline): string {
  return text.slice(outline.paragraphs.find(({ role }) => role !== 'front')?.range.start ?? 0);
}

/** The lines that can name the speaker: without titles, the meeting line cut to what follows its session. */
function speakerLines(head: Head, meeting: Meeting): HeadLine[] {
  const { session, date } = meeting;
  // A date below the speaker is a line of its own, not the end of the meeting line.
  const isApart =
    session !== null && date !== null && head.lines.some((line) => line.start >= session.end && line.end <= date.start);
  const start = Math.min(session?.start ?? Infinity, isApart ? Infinity : (date?.start ?? Infinity));
  const end = Math.max(session?.end ?? 0, isApart ? 0 : (date?.end ?? 0));
  return head.lines.map((line) => {
    if (line.end <= start || line.start >= end) return line;
    const rest = head.front.text.slice(Math.max(line.start, end), Math.max(line.end, end));
    return { text: rest.replace(/^(?:上|通过|全体)?[)\]]?/, ''), start: Math.max(line.start, end), end: line.end };
  });
}

function lineEvidence(head: Head, meeting: Meeting, speaker: Speaker | null): Evidence[] {
  const evidence: Evidence[] = [];
  const { session } = meeting;
  if (session !== null) {
    const place = head.front.place(session.start, session.end);
    evidence.push({ sign: 'session', weight: 2, quote: session.text, range: place });
  }
  const line = speaker === null ? undefined : head.lines[speaker.line];
  if (speaker !== null && line !== undefined) {
    evidence.push({ sign: 'speaker', weight: 2, quote: line.text, range: head.front.place(line.start, line.end) });
  }
  return evidence;
}
