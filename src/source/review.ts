/** Reads what cleaning took away / gives signs where a person should look / promises: a removal that reads like a report is never silent. */
import type { Edit } from '../model/layer.ts';
import { range } from '../model/offset.ts';
import type { SourceView } from '../model/report.ts';
import type { Signal } from '../model/signal.ts';

/** Visible characters that cleaning may take from a whole source, and from between the first and last of a report. */
const SHARE_OF_SOURCE = 0.4;
const SHARE_OF_REPORT = 0.05;
/** Sources shorter than this are examples and fragments. */
const SHORTEST = 2000;

/** A sentence of the length that speech has, a figure with its unit, a heading. */
const SENTENCE = { shortest: 30, longest: 400 };
const FIGURE = /\d(?:[\d.,，]{0,12})(?:亿|万|%|％|个百分点|公里|亩|户|人次|平方米)/u;
const HEADING = /^[ \t\u3000]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\n]{2,40}/mu;

/** Signs about the removals of one source, in its unwrapped text, in order of place. */
export function removalSigns(view: SourceView, edits: readonly Edit<'unwrapped'>[]): Signal<'unwrapped'>[] {
  const { text, reports } = view;
  if (reports.length === 0 || text.length < SHORTEST) return [];
  const taken = stretches(text, edits);
  return [...shareSigns(view, taken), ...taken.flatMap((one) => bodySign(text, view, one))];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly visible: number;
}

/** Removals that follow each other with nothing but white space between them. */
function stretches(text: string, edits: readonly Edit<'unwrapped'>[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { range: place, replacement } of edits) {
    if (replacement !== '') continue;
    const visible = visibleIn(text, place.start, place.end);
    if (visible === 0) continue;
    const last = found.at(-1);
    if (last !== undefined && isBlankBetween(text, last.end, place.start))
      found[found.length - 1] = { start: last.start, end: place.end, visible: last.visible + visible };
    else found.push({ start: place.start, end: place.end, visible });
  }
  return found;
}

function isVisible(code: number): boolean {
  return code > 0x20 && code !== 0x3000 && code !== 0xa0;
}

function visibleIn(text: string, start: number, end: number, enough = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let at = start; at < end && count < enough; at++) if (isVisible(text.charCodeAt(at))) count++;
  return count;
}

function isBlankBetween(text: string, start: number, end: number): boolean {
  return visibleIn(text, start, end, 1) === 0;
}

function shareSigns({ text, reports }: SourceView, taken: readonly Stretch[]): Signal<'unwrapped'>[] {
  const whole = { start: 0, end: text.length };
  const signs: Signal<'unwrapped'>[] = [];
  const all = percentTaken(text, whole, taken, SHARE_OF_SOURCE);
  if (all !== null) signs.push({ sign: 'removed-share', range: null, data: { percent: all } });
  for (const report of reports) {
    const inside = percentTaken(text, report, taken, SHARE_OF_REPORT);
    if (inside !== null) signs.push({ sign: 'removed-share', range: report, data: { percent: inside } });
  }
  return signs;
}

/** How many visible characters in a hundred of a stretch were taken, or null when they are `share` of it or less. */
function percentTaken(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  taken: readonly Stretch[],
  share: number,
): number | null {
  const gone = taken.reduce((sum, one) => (one.start >= start && one.end <= end ? sum + one.visible : sum), 0);
  // So many characters must be there for the share to be small: they need not all be counted.
  if (gone === 0 || visibleIn(text, start, end, Math.ceil(gone / share)) >= gone / share) return null;
  return percent(gone, visibleIn(text, start, end));
}

function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}

/** Outside reports a removal is looked at when it has several traits of a report; inside, when it has any. */
function bodySign(text: string, { reports }: SourceView, { start, end }: Stretch): Signal<'unwrapped'>[] {
  const words = text.slice(start, end);
  const inside = reports.some((report) => report.start < start && end < report.end);
  const sentences = sentencesOf(words).filter((sentence) => !standsElsewhere(text, sentence, start, end));
  if (sentences.length === 0) return [];
  const figures = [...words.matchAll(new RegExp(FIGURE, 'gu'))].length;
  const headings = [...words.matchAll(new RegExp(HEADING, 'gmu'))].length;
  const suspect = inside
    ? figures > 0 || headings > 0 || sentences.length > 1
    : sentences.length >= 2 && sentences.length + figures + headings >= 5;
  if (!suspect) return [];
  return [
    {
      sign: 'removed-looks-like-body',
      range: range(start, end),
      data: { chars: end - start, sentences: sentences.length, figures, headings },
    },
  ];
}

/** What stands before a full stop, cut to the length that speech has, where it is long enough. */
function sentencesOf(words: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of words.matchAll(/[。！？\n]/gu)) {
    const spoken = mark === '。' || mark === '！';
    if (spoken && index - from >= SENTENCE.shortest)
      found.push(words.slice(Math.max(from, index - SENTENCE.longest), index + 1));
    from = index + 1;
  }
  return found;
}

/** An abstract says what the report says: a sentence of it stands in the text a second time. */
function standsElsewhere(text: string, sentence: string, start: number, end: number): boolean {
  const words = sentence.trim().slice(-24, -1);
  const at = text.indexOf(words);
  return (at >= 0 && at < start) || text.indexOf(words, end) >= 0;
}
