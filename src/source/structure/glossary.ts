/** Reads the glossary of a report / gives skipped numbers, terms that the body never uses and notes that are not there / promises: terms are compared without quotes and width. */
import type { Range } from '../../model/offset.ts';
import { range } from '../../model/offset.ts';
import type { Outline } from '../../model/report.ts';
import { finderOf } from '../../rules/kinds/finder.ts';
import { fold } from './lines.ts';
import { entryNumberOf } from './numerals.ts';

export interface GlossaryGap {
  readonly after: number;
  readonly number: number;
  readonly range: Range<'report'>;
}

export interface AbsentTerm {
  readonly term: string;
  readonly range: Range<'report'>;
}

/** A numbered entry: its term as written. */
export interface GlossaryEntry {
  readonly number: number;
  readonly term: string;
  readonly range: Range<'report'>;
}

/** Numbers that the glossary skips. */
export function glossaryGaps(entries: readonly GlossaryEntry[]): GlossaryGap[] {
  const gaps: GlossaryGap[] = [];
  let last = 0;
  for (const entry of entries) {
    if (entry.number > last + 1) gaps.push({ after: last, number: entry.number, range: entry.range });
    last = entry.number;
  }
  return gaps;
}

/** A list with more entries than this is no glossary of a report; its terms are not looked for. */
const MOST_ENTRIES = 1000;

/** Terms of numbered entries that do not occur in the body. Only terms of 2 to 16 characters are looked for. */
export function absentTerms(text: string, outline: Outline, entries: readonly GlossaryEntry[]): AbsentTerm[] {
  const start = outline.paragraphs.find(({ part }) => part === 'glossary')?.range.start;
  if (entries.length === 0 || entries.length > MOST_ENTRIES || start === undefined) return [];
  const written = text.slice(0, start);
  // Most terms stand in the body as they are written; only the others need it without quotes and spaces.
  const others = unwritten(written, entries);
  const body = others.length === 0 ? '' : bare(written);
  return others.flatMap((entry) => {
    const term = bare(entry.term);
    return term.length < 2 || term.length > 16 || body.includes(term) ? [] : [{ term: entry.term, range: entry.range }];
  });
}

/** The entries whose terms stand nowhere in a text, all looked for in one pass. */
function unwritten(text: string, entries: readonly GlossaryEntry[]): GlossaryEntry[] {
  const stands = new Set<GlossaryEntry>();
  const find = finderOf(entries.map((entry): readonly [string, GlossaryEntry] => [entry.term, entry]));
  find(text, (_, entry) => stands.add(entry));
  return entries.filter((entry) => entry.term !== '' && !stands.has(entry));
}

/** What calls for notes in a body, and which notes are not there. */
export interface NoteCalls {
  readonly called: number;
  readonly absent: readonly number[];
  readonly range: Range<'report'>;
}

/** Fewer calls than this are a way of writing. */
const LEAST_CALLS = 3;
/** What a call begins with. */
const CALL_MARKS = ['[', '［', '【', '〔'] as const;

/**
 * Calls such as [1] and 【注2】 against the notes: lines that begin with the same mark, and numbered entries of the glossary.
 * Null where the text calls none; numbers must count from 1 on, as notes do.
 */
export function noteCalls(text: string, outline: Outline, entries: readonly GlossaryEntry[]): NoteCalls | null {
  if (!CALL_MARKS.some((mark) => text.includes(mark)) || !/[[［【〔]注?\d/u.test(text)) return null;
  const starts = new Set(outline.paragraphs.map(({ range: place }) => Number(place.start)));
  const calls = new Map<number, number>();
  const notes = new Set(entries.map(({ number }) => number));
  for (const match of text.matchAll(/[[［【〔]注?(\d{1,3})[\]］】〕]/gu)) {
    const number = Number(match[1]);
    if (starts.has(match.index)) notes.add(number);
    else if (!calls.has(number)) calls.set(number, match.index);
  }
  const first = calls.get(1);
  if (first === undefined || calls.size < LEAST_CALLS || Math.max(...calls.keys()) > calls.size * 2) return null;
  const absent = [...calls.keys()].filter((number) => !notes.has(number)).sort((a, b) => a - b);
  return {
    called: calls.size,
    absent,
    range: range<'report'>(first, first + text.slice(first).search(/[\]］】〕]/u) + 1),
  };
}

/** The text folded and without marks, in one pass. */
function bare(text: string): string {
  let out = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = BARE[code];
    if (kind === STAYS) continue;
    if (at > kept) out += text.slice(kept, at);
    if (kind === WIDE) out += fold(String.fromCharCode(code));
    kept = at + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}

/** Quotes, brackets, stops and dashes: copies of a term differ in them. */
const MARKS = '"\'“”‘’「」『』《》〈〉()（）、,，.·-—–';
const [STAYS, GOES, WIDE] = [0, 1, 2];
const BARE = bareTable();

/** What becomes of each character: it stays, it goes with blanks and marks, or it is folded to another. */
function bareTable(): Readonly<Uint8Array> {
  return Uint8Array.from({ length: 0x10000 }, (_, code) => {
    const char = String.fromCharCode(code);
    const folded = fold(char);
    if (folded === '' || MARKS.includes(folded)) return GOES;
    return folded === char ? STAYS : WIDE;
  });
}

/** The numbered entries of the glossary, in order. */
export function entriesOf(text: string, outline: Outline): GlossaryEntry[] {
  const entries: GlossaryEntry[] = [];
  for (const { part, range: place } of outline.paragraphs) {
    if (part !== 'glossary') continue;
    const head = text.slice(place.start, Math.min(place.end, place.start + 120));
    const mark = entryNumberOf(head, entries.at(-1)?.number ?? 0);
    if (!mark) continue;
    const written = /^[^:：。；;\n]{0,60}/u.exec(head.slice(mark.length))?.[0] ?? '';
    const term = written.replace(/[（(](?:[Pp]|第)?\d[^）)]{0,8}[）)]/u, '').trim();
    const end = place.start + mark.length + written.trimEnd().length;
    entries.push({ number: mark.number, term, range: range<'report'>(place.start, end) });
  }
  return entries;
}
