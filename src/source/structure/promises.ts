/** Reads the paragraphs of a report / gives what it promises of its own shape and whether it keeps it / promises: a list that is not numbered is left alone. */
import type { Range } from '../../model/offset.ts';
import { range } from '../../model/offset.ts';
import type { Heading, Outline, Paragraph } from '../../model/report.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { fold } from './lines.ts';
import { isSectionNumber } from './numbering.ts';
import { countOf, numeralValue } from './numerals.ts';

/** 重点做好六方面工作 and the number of headings (or 一是, 二是 paragraphs) that follow it. */
export interface CountedPromise {
  readonly promised: number;
  readonly found: number;
  readonly quote: string;
  readonly range: Range<'report'>;
  /** True when the text ends within the list, so that the missing ones may have stood further on. */
  readonly open: boolean;
  /** Level of the headings that it counts; 4 for paragraphs that count in words. */
  readonly level: number;
}

/** How much of a paragraph's end is looked at, in characters. */
const END = 60;

/** All counted promises whose list can be told. Time is linear in the text. */
export function countedPromises(text: string, outline: Outline, phrases: Phrases): CountedPromise[] {
  const ends = endsOf(phrases);
  let pattern: RegExp | null = null;
  const body = outline.paragraphs.filter(({ part }) => part !== 'closing' && part !== 'glossary' && part !== 'annex');
  const headingAt = new Map(outline.headings.map((heading) => [heading.paragraph, heading]));
  const lastAtMost = lastHeadings(outline.headings);
  return body.flatMap((paragraph, index) => {
    const from = Math.max(paragraph.range.start, paragraph.range.end - END);
    const end = fold(text.slice(from, paragraph.range.end));
    if (!CLOSES.includes(end.charAt(end.length - 1)) || !ends.includes(end.charAt(end.length - 2))) return [];
    pattern ??= patternOf(phrases);
    const match = pattern.exec(end);
    if (!match) return [];
    const promised = countOf(match[1] ?? '');
    const list = promised > 1 ? listAfter(body, index, headingAt, text) : null;
    if (list === null) return [];
    const open = (lastAtMost[list.level] ?? -1) <= list.last;
    const place = range<'report'>(from, paragraph.range.end);
    return [{ promised, found: list.found, quote: match[0], range: place, open, level: list.level }];
  });
}

/** For each level: the last paragraph with a heading on it or above. A list that none follows may have been cut. */
function lastHeadings(headings: readonly Heading[]): number[] {
  const last = [-1, -1, -1, -1, -1];
  for (const { level, paragraph } of headings) {
    for (let at: number = level; at < last.length; at++) last[at] = paragraph;
  }
  return last;
}

/** What a promise closes with. */
const CLOSES = ':。.';

/** Last characters that a promise can have before its mark: those of counters and of the noun behind them. */
function endsOf({ promises }: Phrases): string {
  return `作务${promises.counters.map((counter) => counter.slice(-1)).join('')}`;
}

function patternOf(phrases: Phrases): RegExp {
  const verbs = phrases.promises.verbs.join('|');
  const counters = phrases.promises.counters.join('|');
  const noun = '(?:的?(?:重点|主要)?(?:工作|任务))?';
  return new RegExp(
    `(?:${verbs})(?:以下|下列|这|好|了|如下|的|:)*(\\d{1,2}|[两一二三四五六七八九十]{1,3})(?:${counters})${noun}[:。.]$`,
    'u',
  );
}

interface List {
  /** How far it counts. */
  readonly found: number;
  /** Paragraph of its last item. */
  readonly last: number;
  /** Level of its headings; 4 for paragraphs that count in words. */
  readonly level: number;
}

/** The numbered list that starts right after a paragraph; null when what follows is none. */
function listAfter(
  body: readonly Paragraph[],
  index: number,
  headingAt: ReadonlyMap<number, Heading>,
  text: string,
): List | null {
  const next = body[index + 1];
  if (!next) return { found: 0, last: Number.POSITIVE_INFINITY, level: 4 };
  const first = headingAt.get(next.ordinal);
  if (first?.number === 1) {
    const list = countHeadings(body, index + 1, headingAt, first.level);
    return isSectionNumber(first) ? list : { ...list, level: 4 };
  }
  return first ? null : countWords(body, index + 1, text);
}

function countHeadings(
  body: readonly Paragraph[],
  from: number,
  headingAt: ReadonlyMap<number, Heading>,
  level: number,
): List {
  let found = 0;
  let last = from;
  for (let at = from; at < body.length; at++) {
    const ordinal = body[at]?.ordinal ?? -1;
    const heading = headingAt.get(ordinal);
    if (!heading || heading.level > level) continue;
    if (heading.level < level || heading.number <= found) break;
    // A jump ahead on the first level is the outer numbering going on.
    if (level === 1 && heading.number !== found + 1) break;
    found = heading.number;
    last = ordinal;
  }
  return { found, last, level };
}

/** 一是…, 二是… or 第一，… at the start of each paragraph. */
function countWords(body: readonly Paragraph[], from: number, text: string): List | null {
  let found = 0;
  let last = from;
  for (let at = from; at < body.length; at++) {
    const paragraph = body[at];
    if (!paragraph || paragraph.role === 'heading') break;
    const head = text.slice(paragraph.range.start, paragraph.range.start + 8);
    const match = /^第?([一二三四五六七八九十]{1,3})(?:是|，|,|、)/u.exec(head);
    if (!match && found === 0) break;
    if (!match) continue;
    if (numeralValue(match[1] ?? '') !== found + 1) break;
    found++;
    last = paragraph.ordinal;
  }
  return found === 0 ? null : { found, last, level: 4 };
}
