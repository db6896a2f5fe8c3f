/** Reads the clean text of one report / gives its paragraphs, headings and parts / promises: every paragraph once, in order, with the headings above it. */
import { range } from '../model/offset.ts';
import type { Heading, Outline, Paragraph, Part } from '../model/report.ts';
import type { Phrases } from '../rules/vocabulary/phrases.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { simplified } from './script.ts';
import type { Emphasis } from './structure/emphasis.ts';
import { type FoundHeading, folded, headingsIn } from './structure/headings.ts';
import { isAnnexTitle, isGlossaryTitle, isNote, isNoteEntry, mayBeNumbered } from './structure/landmarks.ts';
import { fold, hasAny, type Line, linesOf } from './structure/lines.ts';
import { enumeratorOf } from './structure/numerals.ts';
import { type BodyPart, looksAhead, looksBothWays, type PartTitle, partsOf, planYear } from './structure/parts.ts';
import { splitAtHeadings } from './structure/splits.ts';
import { titleIn } from './structure/titles.ts';
import { type Zones, zonesOf } from './structure/zones.ts';

/**
 * Takes a report apart. A heading without a numeral (2024年工作回顾 alone on its line) has number 0 and an empty label.
 * A heading glued to its paragraph ends where its title ends; its paragraph keeps the role `body`. A heading in the middle of a line
 * begins a paragraph of its own. 一是 and 第一， count as headings where paragraphs begin with them one after another.
 * @param text clean text of one report, in either script
 * @param emphases what was set in bold type or marked as a heading in the source, in order; places in `text`
 */
export function outline(text: string, vocabulary: Vocabulary, emphases: readonly Emphasis[] = []): Outline {
  const { phrases } = vocabulary;
  const plain = simplified(text);
  const lines = splitAtHeadings(linesOf(plain), plain, phrases);
  const zones = zonesOf(lines, plain, phrases);
  const from = zones.opening === null ? zones.afterFront : zones.opening + 1;
  const to = zones.closing ?? zones.attached;
  const found = headingsIn({ lines, text: plain, from, to, phrases, emphases });
  const parts = partsOfLines(lines, plain, found, zones, phrases);
  const written = plain === text ? found : found.map((heading) => asWritten(heading, text));
  const headings = written.map((heading): Heading => {
    const { level, number, label, title, line, start, end } = heading;
    return { level, number, label, title, part: parts[line] ?? 'review', paragraph: line, range: range(start, end) };
  });
  return { paragraphs: paragraphsOf(lines, written, parts, zones, phrases), headings };
}

/** A heading of a text in traditional script, in the script that it was written in. */
function asWritten(heading: FoundHeading, text: string): FoundHeading {
  const { start, end, label } = heading;
  return { ...heading, title: titleIn(text, start + label.length, end) };
}

function partsOfLines(
  lines: readonly Line[],
  text: string,
  found: readonly FoundHeading[],
  zones: Zones,
  phrases: Phrases,
): Part[] {
  const { decided, turn } = decide(lines, text, found, zones, phrases);
  const parts: Part[] = [];
  let current: Part = beforeFirstTitle(decided, lines, zones);
  for (let at = 0; at < lines.length; at++) {
    const inBody = zones.opening === null || at > zones.opening;
    if (at < zones.afterFront || (!inBody && at < zones.attached)) parts.push('opening');
    else if (at >= zones.attached) {
      current = attachedPart(lines, at, current, phrases);
      parts.push(current);
    } else if (zones.closing !== null && at >= zones.closing) parts.push('closing');
    else {
      if (at === turn) current = 'plan';
      current = decided.get(at) ?? current;
      if (current === 'opening' && found[0]?.line === at) current = 'review';
      parts.push(current);
    }
  }
  return parts;
}

/** The part that begins at each title of the first level, and the line where the plan begins when no title says so (else -1). */
function decide(
  lines: readonly Line[],
  text: string,
  found: readonly FoundHeading[],
  zones: Zones,
  phrases: Phrases,
): { readonly decided: ReadonlyMap<number, BodyPart>; readonly turn: number } {
  const tops = found
    .filter(({ level }) => level === 1)
    .map((one) => ({ title: folded(one), number: one.number, line: one.line }));
  const year = planYear(tops, meetingMonth(lines.slice(0, zones.afterFront)));
  const parts = partsOf(tops, year, null, phrases);
  const mapped = (titles: readonly { line: number }[], of: readonly BodyPart[]): [number, BodyPart][] =>
    titles.flatMap(({ line }, index) => {
      const part = of[index];
      return part ? [[line, part]] : [];
    });
  const end = zones.closing ?? zones.attached;
  const turns = tops.flatMap((top, index): [number, BodyPart][] => {
    if (parts[index] !== 'review' || !looksBothWays(top.title, phrases)) return [];
    const at = turnWithin(lines, text, { ...top, end: tops[index + 1]?.line ?? end }, year, phrases);
    return at < 0 ? [] : [[at, 'plan']];
  });
  if (parts.includes('plan') || turns.length > 0) {
    return { decided: new Map([...mapped(tops, parts), ...turns]), turn: -1 };
  }
  const turn = turnToPlan(lines, text, zones, phrases);
  if (turn < 0) return { decided: new Map(mapped(tops, parts)), turn };
  const before = tops.filter(({ line }) => line <= turn);
  const after = tops.filter(({ line }) => line > turn);
  return {
    decided: new Map([
      ...mapped(before, partsOf(before, year, null, phrases)),
      ...mapped(after, partsOf(after, year, 'plan', phrases)),
    ]),
    turn,
  };
}

/** Where a part that looks both ways turns ahead; -1 where it does not. */
function turnWithin(
  lines: readonly Line[],
  text: string,
  { title, line, end }: PartTitle & { readonly line: number; readonly end: number },
  year: number | null,
  phrases: Phrases,
): number {
  for (let at = line + 1; at < end; at++) {
    const one = lines[at];
    if (one && looksAhead(fold(text.slice(one.start, one.end)), title, year, phrases)) return at;
  }
  return -1;
}

/**
 * What stands before the first title: the opening; the review when the report begins without a title for it;
 * in a text whose head is gone, the part before that of its first title.
 */
function beforeFirstTitle(decided: ReadonlyMap<number, BodyPart>, lines: readonly Line[], zones: Zones): Part {
  const [first] = decided;
  if (zones.opening === null && zones.salutation === null) return first?.[1] === 'self-government' ? 'plan' : 'review';
  const from = (zones.opening ?? zones.salutation ?? 0) + 1;
  return (first?.[0] ?? lines.length) - from > 2 ? 'review' : 'opening';
}

/** First line that speaks of the year ahead, in a report whose titles do not say where its plan begins; -1 without one. */
function turnToPlan(lines: readonly Line[], text: string, zones: Zones, phrases: Phrases): number {
  const end = zones.closing ?? zones.attached;
  for (let at = Math.max(zones.afterFront, 3); at < end; at++) {
    const line = lines[at];
    if (line && hasAny(fold(text.slice(line.start, line.end)), phrases.cues.plan)) return at;
  }
  return -1;
}

/** Glossary or annex: by the nearest title above. */
function attachedPart(lines: readonly Line[], at: number, current: Part, phrases: Phrases): Part {
  const line = lines[at];
  const next = lines[at + 1];
  if (line && (isGlossaryTitle(line, phrases) || isNoteEntry(line))) return 'glossary';
  if (line && isAnnexTitle(line, phrases)) return next && isGlossaryTitle(next, phrases) ? 'glossary' : 'annex';
  return current === 'glossary' || current === 'annex' ? current : 'annex';
}

/** Year and month of the meeting line. */
function meetingMonth(front: readonly Line[]): { readonly year: number; readonly month: number } | null {
  for (const line of front) {
    const match = /(\d{4})年(\d{1,2})月/u.exec(line.head);
    if (match) return { year: Number(match[1]), month: Number(match[2]) };
  }
  return null;
}

function paragraphsOf(
  lines: readonly Line[],
  found: readonly FoundHeading[],
  parts: readonly Part[],
  zones: Zones,
  phrases: Phrases,
): Paragraph[] {
  const headingAt = new Map(found.map((heading) => [heading.line, heading]));
  const secondLines = new Set(found.flatMap(({ line, lastLine }) => (lastLine > line ? [lastLine] : [])));
  const path: (string | null)[] = [null, null, null];
  return lines.map((line, ordinal) => {
    const part = parts[ordinal] ?? 'review';
    const heading = headingAt.get(ordinal);
    const alone = secondLines.has(ordinal) || (heading !== undefined && standsAlone(heading, lines, headingAt));
    const headings = part === 'closing' ? [] : path.filter((title): title is string => title !== null);
    const paragraph = {
      ordinal,
      part,
      headings,
      role: roleOf(line, ordinal, alone, zones, phrases),
      range: range<'report'>(line.start, line.end),
    };
    if (heading) {
      path.fill(null, heading.level - 1);
      const above = path.filter((title): title is string => title !== null);
      path[heading.level - 1] = heading.label + heading.title;
      return { ...paragraph, headings: alone ? above : [...above, heading.label + heading.title] };
    }
    if (ordinal === zones.attached) path.fill(null);
    if (ordinal >= zones.attached && isAttachmentTitle(line, phrases)) {
      path[0] = fold(line.head);
      return { ...paragraph, headings: [] };
    }
    return ordinal === zones.attached ? { ...paragraph, headings: [] } : paragraph;
  });
}

/** True for a heading without a paragraph on its line. With a stop at its end it needs one below: else it is an item that says it all. */
function standsAlone(
  { line: at, lastLine, end }: FoundHeading,
  lines: readonly Line[],
  headingAt: ReadonlyMap<number, FoundHeading>,
): boolean {
  const rest = (lines[lastLine]?.end ?? end) - end;
  return rest <= 0 || (rest === 1 && at + 1 < lines.length && !headingAt.has(at + 1));
}

function roleOf(line: Line, at: number, alone: boolean, zones: Zones, phrases: Phrases): Paragraph['role'] {
  if (at < zones.afterFront) return 'front';
  if (at === zones.salutation && zones.opening !== at) return 'salutation';
  if (at >= zones.attached) {
    if (isAttachmentTitle(line, phrases)) return 'heading';
    return startsEntry(line) ? 'entry' : 'body';
  }
  return alone ? 'heading' : 'body';
}

function isAttachmentTitle(line: Line, phrases: Phrases): boolean {
  return isGlossaryTitle(line, phrases) || isAnnexTitle(line, phrases);
}

/** A numbered entry of a glossary or a list; 14、710街坊 counts as well as 14、名称. */
function startsEntry(line: Line): boolean {
  if (!mayBeNumbered(line)) return false;
  return (enumeratorOf(line.begin) !== null || /^\d{1,3}[、.]/u.test(line.begin)) && !isNote(line);
}
