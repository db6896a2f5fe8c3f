/** Reads rows of numbers over one list of texts / gives the facts behind them / promises: exactly what was put in; a fact is made when it is asked for. */
import type { Fact, FactRows, FactViews } from '../../model/fact.ts';
import type { Period } from '../../model/figure.ts';
import { range } from '../../model/offset.ts';
import { areOfSeveralYears } from '../../rules/kinds/facts.ts';
import { AT, BASES, DIRECTIONS, HEAD, MEASURES, NATURES, OF_ROW, PARTS, SENSES, usualId, wordOf } from './fact-row.ts';

const { BYTES_PER_ELEMENT: WIDTH } = Uint32Array;
const NONE: readonly string[] = [];
/** Texts of two or three facts. */
const FEW_TEXTS = 32;
const SHARE = MEASURES.indexOf('share');

/** The facts behind bytes of `packedFacts`. `sourceId` and `reportId` are those of the report. */
export class PackedFacts implements Omit<FactRows, 'outcomes'>, FactViews {
  readonly length: number;
  private readonly sourceId: string;
  private readonly reportId: string;
  private readonly rows: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly chars: Buffer;
  /** What was asked for: of a report that is opened for one group that is little. */
  private readonly texts: (string | undefined)[];
  private asked = 0;
  private whole: string | null = null;
  private isSorted: boolean | null = null;
  private readonly periods = new Map<number, Period>();
  private readonly lists = new Map<number, readonly string[]>();
  private readonly made: (Fact | undefined)[];
  private isOfYears: boolean | null = null;
  private nearShares: readonly Fact[] | null = null;

  /** @param bytes are kept, and must not change */
  constructor(bytes: Uint8Array, sourceId: string, reportId: string) {
    const { buffer, byteOffset, byteLength } = bytes.byteOffset % WIDTH === 0 ? bytes : new Uint8Array(bytes);
    const [rows = 0, texts = 0] = new Uint32Array(buffer, byteOffset, HEAD);
    const first = byteOffset + HEAD * WIDTH;
    const [ends, chars] = [first + rows * OF_ROW * WIDTH, first + (rows * OF_ROW + texts) * WIDTH];
    this.length = rows;
    this.texts = new Array(texts + 1);
    this.made = new Array(rows);
    this.sourceId = sourceId;
    this.reportId = reportId;
    this.rows = new Uint32Array(buffer, first, rows * OF_ROW);
    this.ends = new Uint32Array(buffer, ends, texts);
    this.chars = Buffer.from(buffer, chars, byteOffset + byteLength - chars);
  }

  at(row: number): Fact {
    const known = this.made[row];
    if (known !== undefined) return known;
    const made = this.fact(row);
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
      const name = this.rows[at + AT.indicator] || (this.rows[at + AT.indicatorText] ?? 0);
      const isWanted = known.get(name) ?? names.has(this.text(name) ?? '');
      known.set(name, isWanted);
      if (isWanted) facts.push(this.at(row));
    }
    return facts;
  }

  get reviewsSeveralYears(): boolean {
    this.isOfYears ??= areOfSeveralYears(this.times());
    return this.isOfYears;
  }

  private *times(): Generator<Pick<Fact, 'nature' | 'scope' | 'period'>> {
    for (let at = 0; at < this.rows.length; at += OF_ROW) {
      const nature = wordOf(this.rows[at + AT.nature], NATURES);
      yield { nature, scope: this.list(this.rows[at + AT.scope]), period: this.period(this.rows[at + AT.period]) };
    }
  }

  besideShares(): readonly Fact[] {
    this.nearShares ??= this.findBesideShares();
    return this.nearShares;
  }

  private findBesideShares(): readonly Fact[] {
    const sentences = new Set<number>();
    for (let at = 0; at < this.rows.length; at += OF_ROW) {
      if (this.rows[at + AT.measure] === SHARE && this.rows[at + AT.whole] !== 0) {
        sentences.add(this.rows[at + AT.sentence] ?? 0);
      }
    }
    const facts: Fact[] = [];
    if (sentences.size === 0) return facts;
    for (let row = 0; row < this.length; row++) {
      if (sentences.has(this.rows[row * OF_ROW + AT.sentence] ?? 0)) facts.push(this.at(row));
    }
    return facts;
  }

  ofSentence(sentence: number): readonly Fact[] {
    const facts: Fact[] = [];
    for (let row = 0; row < this.length; row++) {
      if (this.rows[row * OF_ROW + AT.sentence] === sentence) facts.push(this.at(row));
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
      if (this.rows[at + AT.id] !== 0 || (this.rows[at] ?? 0) < (this.rows[at - OF_ROW] ?? 0)) return false;
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
    return this.text(this.rows[at + AT.id]) ?? usualId(this.reportId, this.rows[at] ?? 0);
  }

  private text(number: number | undefined): string | null {
    if (number === undefined || number === 0) return null;
    const known = this.texts[number];
    if (known !== undefined) return known;
    const start = number === 1 ? 0 : (this.ends[number - 2] ?? 0);
    const text = this.textAt(start, this.ends[number - 1] ?? start);
    this.texts[number] = text;
    this.asked += 1;
    return text;
  }

  /** One by one until so many were asked for that it is less work to have all. */
  private textAt(start: number, end: number): string {
    if (this.whole === null && this.asked < FEW_TEXTS) return this.chars.toString('utf16le', start * 2, end * 2);
    this.whole ??= this.chars.toString('utf16le');
    return this.whole.slice(start, end);
  }

  private list(number: number | undefined): readonly string[] {
    if (number === undefined || number === 0) return NONE;
    const list = this.lists.get(number) ?? JSON.parse(this.text(number) ?? '[]');
    this.lists.set(number, list);
    return list;
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
    const { rows } = this;
    const at = row * OF_ROW;
    const start = rows[at] ?? 0;
    // One literal, in the order of the stage that makes facts: objects of another shape are slow to compare.
    return {
      range: range<'report'>(start, rows[at + AT.end] ?? 0),
      quote: this.text(rows[at + AT.quote]) ?? '',
      value: this.text(rows[at + AT.value]),
      interval: { low: this.text(rows[at + AT.low]), high: this.text(rows[at + AT.high]) },
      unit: this.text(rows[at + AT.unit]) ?? '',
      hedge: this.text(rows[at + AT.hedge]),
      figureId: this.text(rows[at + AT.id]) ?? usualId(this.reportId, start),
      reportId: this.reportId,
      paragraph: rows[at + AT.paragraph] ?? 0,
      sentence: rows[at + AT.sentence] ?? 0,
      indicator: this.text(rows[at + AT.indicator]),
      indicatorText: this.text(rows[at + AT.indicatorText]) ?? '',
      scope: this.list(rows[at + AT.scope]),
      regionCode: this.text(rows[at + AT.regionCode]),
      period: this.period(rows[at + AT.period]),
      measure: wordOf(rows[at + AT.measure], MEASURES),
      nature: wordOf(rows[at + AT.nature], NATURES),
      direction: wordOf(rows[at + AT.direction], DIRECTIONS),
      basis: wordOf(rows[at + AT.basis], BASES),
      parts: this.list(rows[at + AT.parts]),
      of: this.text(rows[at + AT.of]),
      whole: this.text(rows[at + AT.whole]),
      comparedWith: this.text(rows[at + AT.comparedWith]),
      comparedSense: wordOf(rows[at + AT.comparedSense], SENSES),
      confidence: Number(this.text(rows[at + AT.confidence])),
      part: wordOf(rows[at + AT.part], PARTS),
      place: {
        sourceId: this.sourceId,
        reportId: this.reportId,
        bytes: range<'byte'>(rows[at + AT.firstByte] ?? 0, rows[at + AT.endByte] ?? 0),
        line: rows[at + AT.line] ?? 0,
        column: rows[at + AT.column] ?? 0,
      },
    };
  }
}
