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
const SENTENCE = /[^。！？\n]{30,400}[。！]/gu;
const FIGURE = /\d(?:[\d.,，]{0,12})(?:亿|万|%|％|个百分点|公里|亩|户|人次|平方米)/gu;
const HEADING =
  /^[ \t\u3000]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\n]{2,40}/gmu;

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
    if (last !== undefined && visibleIn(text, last.end, place.start) === 0)
      found[found.length - 1] = { start: last.start, end: place.end, visible: last.visible + visible };
    else found.push({ start: place.start, end: place.end, visible });
  }
  return found;
}

function visibleIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0x3000 && code !== 0xa0) count++;
  }
  return count;
}

function shareSigns({ text, reports }: SourceView, taken: readonly Stretch[]): Signal<'unwrapped'>[] {
  const sum = (list: readonly Stretch[]): number => list.reduce((all, one) => all + one.visible, 0);
  const all = visibleIn(text, 0, text.length);
  const signs: Signal<'unwrapped'>[] = [];
  if (sum(taken) > SHARE_OF_SOURCE * all)
    signs.push({ sign: 'removed-share', range: null, data: { percent: percent(sum(taken), all) } });
  for (const report of reports) {
    const inside = taken.filter((one) => one.start >= report.start && one.end <= report.end);
    const whole = visibleIn(text, report.start, report.end);
    if (sum(inside) > SHARE_OF_REPORT * whole)
      signs.push({ sign: 'removed-share', range: report, data: { percent: percent(sum(inside), whole) } });
  }
  return signs;
}

function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}

/** Outside reports a removal is looked at when it has several traits of a report; inside, when it has any. */
function bodySign(text: string, { reports }: SourceView, { start, end }: Stretch): Signal<'unwrapped'>[] {
  const words = text.slice(start, end);
  const inside = reports.some((report) => report.start < start && end < report.end);
  const sentences = [...words.matchAll(SENTENCE)].filter(([sentence]) => !standsElsewhere(text, sentence, start, end));
  const figures = [...words.matchAll(FIGURE)].length;
  const headings = [...words.matchAll(HEADING)].length;
  const suspect = inside
    ? sentences.length > 0 && (figures > 0 || headings > 0 || sentences.length > 1)
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

/** An abstract says what the report says: a sentence of it stands in the text a second time. */
function standsElsewhere(text: string, sentence: string, start: number, end: number): boolean {
  const words = sentence.trim().slice(-24, -1);
  const at = text.indexOf(words);
  return (at >= 0 && at < start) || text.indexOf(words, end) >= 0;
}
