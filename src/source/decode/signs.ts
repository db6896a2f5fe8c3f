/** What in a decoded text betrays that characters were lost or should not be there. One pass over the units; details only where a sign is seen. */
import type { Json } from '../../model/finding.ts';
import { range } from '../../model/offset.ts';
import type { Signal } from '../../model/signal.ts';
import { isControl } from './binary.ts';
import { gbkAsLatin, gbkMarkers, gbkMojibake, latinMojibake, lostTwice, type Mojibake } from './mojibake.ts';
import { type Run, runsOf } from './runs.ts';

const INVISIBLE = 1;
const PRIVATE = 2;
const REPLACEMENT = 3;
const HIGH_SURROGATE = 4;
const LOW_SURROGATE = 5;
const QUESTION = 6;
const LATIN = 7;
const GBK_MARKER = 8;

/** Characters that take no room and carry no text: zero-width and bidirectional controls, soft hyphen, C0 and C1 controls, noncharacters. */
export function isInvisible(unit: number): boolean {
  if (unit < 0x80) return isControl(unit);
  if (unit < 0xa0) return unit !== 0x85;
  return (
    unit === 0xad ||
    unit === 0x61c ||
    unit === 0x180e ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    (unit >= 0xfdd0 && unit <= 0xfdef) ||
    unit === 0xfeff ||
    (unit >= 0xfff9 && unit <= 0xfffb) ||
    unit >= 0xfffe
  );
}

/** Class of every unit: one look-up a character. Computed once and never written again. */
const CLASSES: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const marker of gbkMarkers()) table[marker] = GBK_MARKER;
  for (let unit = 0; unit < 0x10000; unit++) if (isInvisible(unit)) table[unit] = INVISIBLE;
  table.fill(LATIN, 0xc2, 0xff);
  table.fill(HIGH_SURROGATE, 0xd800, 0xdc00);
  table.fill(LOW_SURROGATE, 0xdc00, 0xe000);
  table.fill(PRIVATE, 0xe000, 0xf900);
  table[0xfffd] = REPLACEMENT;
  table[0x3f] = QUESTION;
  return table;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where units of each class stand, in order. */
interface Seen {
  readonly invisible: Span[];
  readonly privateUse: Span[];
  readonly replacement: Span[];
  readonly surrogate: Span[];
  readonly question: Span[];
  readonly latin: number[];
  readonly marker: number[];
  /** C0 controls among the invisible ones. */
  controls: number;
}

/** Units whose class is not ordinary, in order. */
export function suspectsOf(units: Uint16Array): number[] {
  const suspects: number[] = [];
  for (let at = 0; at < units.length; at++) if (CLASSES[units[at] ?? 0] !== 0) suspects.push(at);
  return suspects;
}

/** Sorts the suspects of a text by what they are. */
export function look(units: Uint16Array, suspects: readonly number[]): Seen {
  const seen: Seen = {
    invisible: [],
    privateUse: [],
    replacement: [],
    surrogate: [],
    question: [],
    latin: [],
    marker: [],
    controls: 0,
  };
  for (const at of suspects) note(seen, units, at);
  return seen;
}

function note(seen: Seen, units: Uint16Array, at: number): void {
  const unit = units[at] ?? 0;
  const one = { start: at, end: at + 1 };
  switch (CLASSES[unit]) {
    case INVISIBLE:
      // A byte order mark is not amiss.
      if (unit === 0xfeff && at === 0) return;
      seen.invisible.push(one);
      if (unit < 0x80) seen.controls++;
      return;
    case PRIVATE:
      seen.privateUse.push(one);
      return;
    case REPLACEMENT:
      seen.replacement.push(one);
      return;
    case HIGH_SURROGATE:
      if (!isLow(units[at + 1])) seen.surrogate.push(one);
      // Planes 15 and 16 are private too.
      else if (unit >= 0xdb80) seen.privateUse.push({ start: at, end: at + 2 });
      return;
    case LOW_SURROGATE:
      if (!isHigh(units[at - 1])) seen.surrogate.push(one);
      return;
    case QUESTION:
      noteQuestion(seen, units, at);
      return;
    case LATIN:
      seen.latin.push(at);
      return;
    case GBK_MARKER:
      seen.marker.push(at);
  }
}

function isHigh(unit: number | undefined): boolean {
  return unit !== undefined && (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number | undefined): boolean {
  return unit !== undefined && (unit & 0xfc00) === 0xdc00;
}

/** Three or more in a row are a run; it is noted at its first mark. */
function noteQuestion(seen: Seen, units: Uint16Array, at: number): void {
  if (units[at - 1] === 0x3f || units[at + 1] !== 0x3f || units[at + 2] !== 0x3f) return;
  let end = at + 3;
  while (units[end] === 0x3f) end++;
  seen.question.push({ start: at, end });
}

/** Signals of a decoded text. `illFormed` are the units that stand for ill-formed bytes: they have a signal of their own. */
export function signsOf(text: string, seen: Seen, illFormed: ReadonlySet<number>): Signal<'decoded'>[] {
  const written = seen.replacement.filter((span) => !illFormed.has(span.start));
  return [
    ...signals('replacement-character', runsOf(written), () => ({})),
    ...signals('private-use-character', runsOf(seen.privateUse), (run) => codesIn(text, run, seen.privateUse)),
    ...signals('invisible-control', runsOf(seen.invisible), (run) => codesIn(text, run, seen.invisible)),
    ...signals('lone-surrogate', runsOf(seen.surrogate), (run) => codesIn(text, run, seen.surrogate)),
    ...signals('question-mark-run', runsOf(lostToQuestionMarks(text, seen.question)), () => ({})),
    ...mojibakeSignals(text, seen),
  ];
}

function signals(sign: string, runs: readonly Run[], data: (run: Run) => Record<string, Json>): Signal<'decoded'>[] {
  return runs.map((run) => ({ sign, range: range(run.start, run.end), data: { count: run.count, ...data(run) } }));
}

/** Code points found in a run, each once, in order of first sight: at most eight are spelled, and it is said when there are more. */
function codesIn(text: string, run: Run, spans: readonly Span[]): Record<string, Json> {
  const names = new Set<string>();
  for (let i = firstFrom(spans, run.start); i < spans.length; i++) {
    const span = spans[i];
    if (span === undefined || span.start >= run.end) break;
    names.add(`U+${(text.codePointAt(span.start) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  }
  const spelled = [...names].slice(0, 8).join(' ');
  return { codes: names.size > 8 ? `${spelled} …` : spelled };
}

function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Question marks amid Chinese, or so many of them that hardly any Chinese is left. */
function lostToQuestionMarks(text: string, spans: readonly Span[]): Span[] {
  const marks = spans.reduce((sum, span) => sum + span.end - span.start, 0);
  if (marks >= 8 && marks * 10 > text.length) return [...spans];
  const hanzi = /[\u3400-\u9fff]/;
  return spans.filter(
    ({ start, end }) => hanzi.test(text.slice(Math.max(0, start - 10), start)) || hanzi.test(text.slice(end, end + 10)),
  );
}

function mojibakeSignals(text: string, seen: Seen): Signal<'decoded'>[] {
  const near = seen.marker.filter((at, i) => isNear(at, seen.marker[i - 1]) || isNear(at, seen.marker[i + 1]));
  const found: readonly Mojibake[] = [
    ...(seen.latin.length >= 2 ? [...latinMojibake(text), ...gbkAsLatin(text)] : []),
    ...(near.length > 0 ? [...gbkMojibake(text, near), ...lostTwice(text)] : []),
  ];
  return merged(found).map(({ start, end, reading, repaired }) => ({
    sign: 'mojibake',
    range: range(start, end),
    data: { count: end - start, reading, repaired: repaired.length > 40 ? `${repaired.slice(0, 40)}…` : repaired },
  }));
}

function isNear(at: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(at - other) <= 4;
}

/** Neighbours of one reading told as one; overlaps go to the one that starts first. */
function merged(found: readonly Mojibake[]): Mojibake[] {
  const out: Mojibake[] = [];
  for (const next of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last !== undefined && next.start < last.end) continue;
    if (last !== undefined && next.reading === last.reading && next.start - last.end <= 16) {
      out[out.length - 1] = { ...last, end: next.end, repaired: `${last.repaired}${next.repaired}`.slice(0, 41) };
    } else {
      out.push(next);
    }
  }
  return out;
}
