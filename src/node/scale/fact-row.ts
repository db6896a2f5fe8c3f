/** Reads the facts of a report / gives them as rows of small numbers over one list of texts / promises: all that `PackedFacts` needs to give them again. */
import type { Fact } from '../../model/fact.ts';
import type { Basis, Direction, Measure, Nature, Sense } from '../../model/figure.ts';
import type { Part } from '../../model/report.ts';

/** Words of closed lists: a row has their numbers. */
export const MEASURES: readonly Measure[] = [
  'level',
  'count',
  'growth',
  'share',
  'change_points',
  'new',
  'total',
  'rank',
  'ratio',
];
export const NATURES: readonly Nature[] = ['actual', 'estimate', 'target', 'cumulative'];
export const DIRECTIONS: readonly (Direction | null)[] = [null, 'up', 'down', 'flat'];
export const SENSES: readonly (Sense | null)[] = [null, 'above', 'below'];
export const BASES: readonly Basis[] = ['nominal', 'comparable', 'same-scope', 'unknown'];
export const PARTS: readonly Part[] = ['opening', 'review', 'plan', 'self-government', 'closing', 'glossary', 'annex'];

/** Where in a row its numbers stand: those of its place, words of closed lists, texts. */
export const AT = {
  start: 0,
  end: 1,
  paragraph: 2,
  sentence: 3,
  firstByte: 4,
  endByte: 5,
  line: 6,
  column: 7,
  measure: 8,
  nature: 9,
  direction: 10,
  basis: 11,
  part: 12,
  indicator: 13,
  indicatorText: 14,
  quote: 15,
  value: 16,
  low: 17,
  high: 18,
  unit: 19,
  hedge: 20,
  id: 21,
  scope: 22,
  regionCode: 23,
  period: 24,
  parts: 25,
  of: 26,
  whole: 27,
  comparedWith: 28,
  confidence: 29,
  comparedSense: 30,
} as const;
export const OF_ROW = Object.keys(AT).length;
/** In front stand the counts of rows and of texts. */
export const HEAD = 2;

/** Numbers texts from 1, in the order in which they come; 0 is none. */
class Texts {
  readonly all: string[] = [];
  private readonly known = new Map<string, number>();

  of(text: string | null): number {
    if (text === null) return 0;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const number = this.all.push(text);
    this.known.set(text, number);
    return number;
  }

  ofList(list: readonly string[]): number {
    return list.length === 0 ? 0 : this.of(JSON.stringify(list));
  }
}

/** The facts of a report as bytes: counts, rows, the end of each text, the texts one behind the other. */
export function packedFacts(facts: readonly Fact[]): Uint8Array {
  const texts = new Texts();
  const rows = new Uint32Array(facts.length * OF_ROW);
  for (const [nth, fact] of facts.entries()) writeRow(rows, nth * OF_ROW, fact, texts);
  const ends = new Uint32Array(texts.all.length);
  let end = 0;
  for (const [nth, { length }] of texts.all.entries()) {
    end += length;
    ends[nth] = end;
  }
  const chars = texts.all.join('');
  const head = HEAD + rows.length + ends.length;
  const bytes = Buffer.allocUnsafeSlow(head * WIDTH + 2 * chars.length);
  const words = new Uint32Array(bytes.buffer, 0, head);
  words.set([facts.length, ends.length]);
  words.set(rows, HEAD);
  words.set(ends, HEAD + rows.length);
  bytes.write(chars, head * WIDTH, 'utf16le');
  return bytes;
}

/** Bytes of a number. */
const WIDTH = Uint32Array.BYTES_PER_ELEMENT;

function writeRow(rows: Uint32Array, at: number, fact: Fact, texts: Texts): void {
  const { range: own, place, interval, period, figureId, reportId } = fact;
  rows[at + AT.start] = own.start;
  rows[at + AT.end] = own.end;
  rows[at + AT.paragraph] = fact.paragraph;
  rows[at + AT.sentence] = fact.sentence;
  rows[at + AT.firstByte] = place.bytes.start;
  rows[at + AT.endByte] = place.bytes.end;
  rows[at + AT.line] = place.line;
  rows[at + AT.column] = place.column;
  rows[at + AT.measure] = numberOf(fact.measure, MEASURES);
  rows[at + AT.nature] = numberOf(fact.nature, NATURES);
  rows[at + AT.direction] = numberOf(fact.direction, DIRECTIONS);
  rows[at + AT.basis] = numberOf(fact.basis, BASES);
  rows[at + AT.part] = numberOf(fact.part, PARTS);
  rows[at + AT.comparedSense] = numberOf(fact.comparedSense, SENSES);
  rows[at + AT.indicator] = texts.of(fact.indicator);
  rows[at + AT.indicatorText] = texts.of(fact.indicatorText);
  rows[at + AT.quote] = texts.of(fact.quote);
  rows[at + AT.value] = texts.of(fact.value);
  rows[at + AT.low] = texts.of(interval.low);
  rows[at + AT.high] = texts.of(interval.high);
  rows[at + AT.unit] = texts.of(fact.unit);
  rows[at + AT.hedge] = texts.of(fact.hedge);
  rows[at + AT.id] = texts.of(figureId === usualId(reportId, own.start) ? null : figureId);
  rows[at + AT.scope] = texts.ofList(fact.scope);
  rows[at + AT.regionCode] = texts.of(fact.regionCode);
  rows[at + AT.period] = texts.of(period === null ? null : `${period.start}/${period.end}`);
  rows[at + AT.parts] = texts.ofList(fact.parts);
  rows[at + AT.of] = texts.of(fact.of);
  rows[at + AT.whole] = texts.of(fact.whole);
  rows[at + AT.comparedWith] = texts.of(fact.comparedWith);
  rows[at + AT.confidence] = texts.of(String(fact.confidence));
}

function numberOf<T>(word: T, words: readonly T[]): number {
  const number = words.indexOf(word);
  if (number < 0) throw new RangeError(`${word} is on no list`);
  return number;
}

export function wordOf<T>(number: number | undefined, words: readonly T[]): T {
  const word = words[number ?? -1];
  if (word === undefined) throw new RangeError(`there is no word ${number}`);
  return word;
}

export function usualId(reportId: string, start: number): string {
  return `${reportId}:${start}`;
}
