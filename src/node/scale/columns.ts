/**
 * Reads the facts of a report / gives them as rows of small numbers over one list of texts, and them again / promises: exactly what was put in;
 * a fact is made when it is asked for.
 */
import type { Fact, FactRows } from '../../model/fact.ts';
import type { Basis, Direction, Measure, Nature, Period, Sense } from '../../model/figure.ts';
import { range } from '../../model/offset.ts';
import type { Part } from '../../model/report.ts';

/** Words of closed lists: a row has their numbers. */
const MEASURES: readonly Measure[] = [
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
const NATURES: readonly Nature[] = ['actual', 'estimate', 'target', 'cumulative'];
const DIRECTIONS: readonly (Direction | null)[] = [null, 'up', 'down', 'flat'];
const SENSES: readonly (Sense | null)[] = [null, 'above', 'below'];
const BASES: readonly Basis[] = ['nominal', 'comparable', 'same-scope', 'unknown'];
const PARTS: readonly Part[] = ['opening', 'review', 'plan', 'self-government', 'closing', 'glossary', 'annex'];

/** Numbers of a row: eight of its place, five words of closed lists, seventeen texts, and one word more. */
const OF_ROW = 31;
/** Where a row has the words that name it, and its id where that is no usual one. */
const [INDICATOR, INDICATOR_TEXT, ID] = [13, 14, 21];
/** In front stand the counts of rows and of texts. */
const HEAD = 2;
const { BYTES_PER_ELEMENT: WIDTH } = Uint32Array;

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

function wordOf<T>(number: number | undefined, words: readonly T[]): T {
  const word = words[number ?? -1];
  if (word === undefined) throw new RangeError(`there is no word ${number}`);
  return word;
}

function usualId(reportId: string, start: number): string {
  return `${reportId}:${start}`;
}

const NONE: readonly string[] = [];

/** The facts behind bytes of `packedFacts`. `sourceId` and `reportId` are those of the report. */
export class PackedFacts implements Omit<FactRows, 'outcomes'> {
  readonly length: number;
  private readonly sourceId: string;
  private readonly reportId: string;
  private readonly rows: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly chars: Buffer;
  private readonly texts: (string | undefined)[];
  private whole: string | null = null;
  private isSorted: boolean | null = null;
  private readonly periods = new Map<number, Period>();
  private readonly made: (Fact | undefined)[];

  /** @param bytes are kept, and must not change */
  constructor(bytes: Uint8Array, sourceId: string, reportId: string) {
    const { buffer, byteOffset, byteLength } = bytes.byteOffset % WIDTH === 0 ? bytes : new Uint8Array(bytes);
    const [rows = 0, texts = 0] = new Uint32Array(buffer, byteOffset, HEAD);
    const first = byteOffset + HEAD * WIDTH;
    const [ends, chars] = [first + rows * OF_ROW * WIDTH, first + (rows * OF_ROW + texts) * WIDTH];
    this.length = rows;
    this.sourceId = sourceId;
    this.reportId = reportId;
    this.rows = new Uint32Array(buffer, first, rows * OF_ROW);
    this.ends = new Uint32Array(buffer, ends, texts);
    this.chars = Buffer.from(buffer, chars, byteOffset + byteLength - chars);
    this.texts = new Array(texts);
    this.made = new Array(rows);
  }

  at(row: number): Fact {
    const made = this.made[row] ?? this.fact(row);
    this.made[row] = made;
    return made;
  }

  all(): readonly Fact[] {
    const facts: Fact[] = [];
    for (let row = 0; row < this.length; row++) facts.push(this.at(row));
    return facts;
  }

  named(names: ReadonlySet<string>): readonly Fact[] {
    const known = new Map<number, boolean>();
    const facts: Fact[] = [];
    for (let row = 0; row < this.length; row++) {
      const at = row * OF_ROW;
      const name = this.rows[at + INDICATOR] || (this.rows[at + INDICATOR_TEXT] ?? 0);
      const isWanted = known.get(name) ?? names.has(this.text(name) ?? '');
      known.set(name, isWanted);
      if (isWanted) facts.push(this.at(row));
    }
    return facts;
  }

  withIds(ids: ReadonlySet<string>): readonly Fact[] {
    const facts: Fact[] = [];
    for (let row = 0; row < this.length; row++) if (ids.has(this.idOf(row))) facts.push(this.at(row));
    return facts;
  }

  rowOf(figureId: string): number {
    this.isSorted ??= this.findSorted();
    const start = Number(figureId.slice(this.reportId.length + 1));
    for (let row = this.isSorted ? this.firstFrom(start) : 0; row < this.length; row++) {
      if (this.isSorted && this.rows[row * OF_ROW] !== start) return -1;
      if (this.idOf(row) === figureId) return row;
    }
    return -1;
  }

  /** True when the rows come in the order of the text and have usual ids, as they nearly always do. */
  private findSorted(): boolean {
    for (let at = 0; at < this.rows.length; at += OF_ROW) {
      if (this.rows[at + ID] !== 0 || (this.rows[at] ?? 0) < (this.rows[at - OF_ROW] ?? 0)) return false;
    }
    return true;
  }

  private firstFrom(start: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.rows[middle * OF_ROW] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private idOf(row: number): string {
    const at = row * OF_ROW;
    return this.text(this.rows[at + ID]) ?? usualId(this.reportId, this.rows[at] ?? 0);
  }

  private text(number: number | undefined): string | null {
    if (number === undefined || number === 0) return null;
    const known = this.texts[number - 1];
    if (known !== undefined) return known;
    const start = number === 1 ? 0 : (this.ends[number - 2] ?? 0);
    this.whole ??= this.chars.toString('utf16le');
    const text = this.whole.slice(start, this.ends[number - 1]);
    this.texts[number - 1] = text;
    return text;
  }

  private list(number: number | undefined): readonly string[] {
    const text = this.text(number);
    return text === null ? NONE : JSON.parse(text);
  }

  private period(number = 0): Period | null {
    const known = this.periods.get(number);
    if (known !== undefined) return known;
    const text = this.text(number);
    if (text === null) return null;
    const slash = text.indexOf('/');
    const period = { start: text.slice(0, slash), end: text.slice(slash + 1) };
    this.periods.set(number, period);
    return period;
  }

  private fact(row: number): Fact {
    if (!(row < this.length)) throw new RangeError(`there is no row ${row}`);
    const numbers = this.rows.subarray(row * OF_ROW, (row + 1) * OF_ROW);
    const number = (nth: number): number => numbers[nth] ?? 0;
    const start = number(0);
    // One literal, in the order of the stage that makes facts: objects of another shape are slow to compare.
    return {
      range: range<'report'>(start, number(1)),
      quote: this.text(numbers[15]) ?? '',
      value: this.text(numbers[16]),
      interval: { low: this.text(numbers[17]), high: this.text(numbers[18]) },
      unit: this.text(numbers[19]) ?? '',
      hedge: this.text(numbers[20]),
      figureId: this.text(numbers[ID]) ?? usualId(this.reportId, start),
      reportId: this.reportId,
      paragraph: number(2),
      sentence: number(3),
      indicator: this.text(numbers[INDICATOR]),
      indicatorText: this.text(numbers[INDICATOR_TEXT]) ?? '',
      scope: this.list(numbers[22]),
      regionCode: this.text(numbers[23]),
      period: this.period(numbers[24]),
      measure: wordOf(numbers[8], MEASURES),
      nature: wordOf(numbers[9], NATURES),
      direction: wordOf(numbers[10], DIRECTIONS),
      basis: wordOf(numbers[11], BASES),
      parts: this.list(numbers[25]),
      of: this.text(numbers[26]),
      whole: this.text(numbers[27]),
      comparedWith: this.text(numbers[28]),
      comparedSense: wordOf(numbers[30], SENSES),
      confidence: Number(this.text(numbers[29])),
      part: wordOf(numbers[12], PARTS),
      place: {
        sourceId: this.sourceId,
        reportId: this.reportId,
        bytes: range<'byte'>(number(4), number(5)),
        line: number(6),
        column: number(7),
      },
    };
  }
}
