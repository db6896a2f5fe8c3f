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
  const rows = facts.flatMap((fact) => numbersOf(fact, texts));
  let end = 0;
  const ends = texts.all.map(({ length }) => {
    end += length;
    return end;
  });
  const { buffer } = Uint32Array.from([facts.length, ends.length, ...rows, ...ends]);
  return Buffer.concat([new Uint8Array(buffer), Buffer.from(texts.all.join(''), 'utf16le')]);
}

/** In the order of `AT`. */
function numbersOf(fact: Fact, texts: Texts): number[] {
  const { range: own, place, interval, period, figureId, reportId } = fact;
  return [
    ...[own.start, own.end, fact.paragraph, fact.sentence],
    ...[place.bytes.start, place.bytes.end, place.line, place.column],
    numberOf(fact.measure, MEASURES),
    numberOf(fact.nature, NATURES),
    numberOf(fact.direction, DIRECTIONS),
    numberOf(fact.basis, BASES),
    numberOf(fact.part, PARTS),
    texts.of(fact.indicator),
    texts.of(fact.indicatorText),
    texts.of(fact.quote),
    texts.of(fact.value),
    texts.of(interval.low),
    texts.of(interval.high),
    texts.of(fact.unit),
    texts.of(fact.hedge),
    texts.of(figureId === usualId(reportId, own.start) ? null : figureId),
    texts.ofList(fact.scope),
    texts.of(fact.regionCode),
    texts.of(period === null ? null : `${period.start}/${period.end}`),
    texts.ofList(fact.parts),
    texts.of(fact.of),
    texts.of(fact.whole),
    texts.of(fact.comparedWith),
    texts.of(String(fact.confidence)),
    numberOf(fact.comparedSense, SENSES),
  ];
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
