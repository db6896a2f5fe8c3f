/** Reads the figures of a report / gives them as columns of small numbers over lists of distinct values, and them again / promises: exactly what was put in. */
import type { Fact, Place } from '../../model/fact.ts';
import type { Basis, Direction, Figure, Measure, Nature, Period, Sense } from '../../model/figure.ts';
import type { Decimal, Interval } from '../../model/interval.ts';
import { type Range, range } from '../../model/offset.ts';
import type { Part } from '../../model/report.ts';

/** A column: each distinct value once, and for each row which of them it is. */
interface Column<T> {
  readonly values: readonly T[];
  readonly index: Uint32Array;
}

/** Whole numbers of a row: range, paragraph, sentence, bytes, line, column. */
const NUMBERS = 8;

/** The figures of one report with the part and the place of each: a tenth of the objects, and no field is told twice. */
export interface FigureColumns {
  readonly numbers: Float64Array;
  readonly confidence: Float64Array;
  readonly id: Column<string | null>;
  readonly quote: Column<string>;
  readonly value: Column<Decimal | null>;
  readonly interval: Column<Interval>;
  readonly unit: Column<string>;
  readonly hedge: Column<string | null>;
  readonly indicator: Column<string | null>;
  readonly indicatorText: Column<string>;
  readonly scope: Column<readonly string[]>;
  readonly regionCode: Column<string | null>;
  readonly period: Column<Period | null>;
  readonly measure: Column<Measure>;
  readonly nature: Column<Nature>;
  readonly direction: Column<Direction | null>;
  readonly basis: Column<Basis>;
  readonly parts: Column<readonly string[]>;
  readonly of: Column<string | null>;
  readonly whole: Column<string | null>;
  readonly comparedWith: Column<string | null>;
  readonly comparedSense: Column<Sense | null>;
  readonly part: Column<Part>;
}

function column<T>(facts: readonly Fact[], cell: (fact: Fact) => T, keyOf: (value: T) => unknown = same): Column<T> {
  const at = new Map<unknown, number>();
  const values: T[] = [];
  const index = new Uint32Array(facts.length);
  for (const [row, fact] of facts.entries()) {
    const value = cell(fact);
    const key = keyOf(value);
    let place = at.get(key);
    if (place === undefined) {
      place = values.length;
      at.set(key, place);
      values.push(value);
    }
    index[row] = place;
  }
  return { values, index };
}

function same(value: unknown): unknown {
  return value;
}

function listKey(list: readonly string[]): string {
  return JSON.stringify(list);
}

/** Columns of the facts of a report. */
export function columnsOf(facts: readonly Fact[]): FigureColumns {
  const numbers = new Float64Array(facts.length * NUMBERS);
  for (const [row, { range: at, paragraph, sentence, place }] of facts.entries()) {
    const { bytes, line, column: col } = place;
    numbers.set([at.start, at.end, paragraph, sentence, bytes.start, bytes.end, line, col], row * NUMBERS);
  }
  return {
    numbers,
    confidence: Float64Array.from(facts, (one) => one.confidence),
    id: column(facts, (one) => (one.figureId === usualId(one.reportId, one.range) ? null : one.figureId)),
    quote: column(facts, (one) => one.quote),
    value: column(facts, (one) => one.value),
    interval: column(
      facts,
      (one) => one.interval,
      ({ low, high }) => `${low}|${high}`,
    ),
    unit: column(facts, (one) => one.unit),
    hedge: column(facts, (one) => one.hedge),
    indicator: column(facts, (one) => one.indicator),
    indicatorText: column(facts, (one) => one.indicatorText),
    scope: column(facts, (one) => one.scope, listKey),
    regionCode: column(facts, (one) => one.regionCode),
    period: column(
      facts,
      (one) => one.period,
      (period) => (period === null ? null : `${period.start}|${period.end}`),
    ),
    measure: column(facts, (one) => one.measure),
    nature: column(facts, (one) => one.nature),
    direction: column(facts, (one) => one.direction),
    basis: column(facts, (one) => one.basis),
    parts: column(facts, (one) => one.parts, listKey),
    of: column(facts, (one) => one.of),
    whole: column(facts, (one) => one.whole),
    comparedWith: column(facts, (one) => one.comparedWith),
    comparedSense: column(facts, (one) => one.comparedSense),
    part: column(facts, (one) => one.part),
  };
}

function usualId(reportId: string, { start }: Range<'report'>): string {
  return `${reportId}:${start}`;
}

function cell<T>({ values, index }: Column<T>, row: number): T {
  const value = values[index[row] ?? -1];
  if (value === undefined) throw new RangeError(`row ${row} is not in the column`);
  return value;
}

/** The facts behind columns. `sourceId` and `reportId` are those of the report. */
export function factsOfColumns(columns: FigureColumns, sourceId: string, reportId: string): Fact[] {
  return Array.from(columns.confidence, (confidence, row) => {
    const at = row * NUMBERS;
    const number = (nth: number): number => columns.numbers[at + nth] ?? 0;
    const place: Place = {
      sourceId,
      reportId,
      bytes: range(number(4), number(5)),
      line: number(6),
      column: number(7),
    };
    const own = range<'report'>(number(0), number(1));
    // One literal, in the order of the stage that makes facts: objects of another shape are slow to compare.
    return {
      range: own,
      quote: cell(columns.quote, row),
      value: cell(columns.value, row),
      interval: cell(columns.interval, row),
      unit: cell(columns.unit, row),
      hedge: cell(columns.hedge, row),
      figureId: cell(columns.id, row) ?? usualId(reportId, own),
      reportId,
      paragraph: number(2),
      sentence: number(3),
      indicator: cell(columns.indicator, row),
      indicatorText: cell(columns.indicatorText, row),
      scope: cell(columns.scope, row),
      regionCode: cell(columns.regionCode, row),
      period: cell(columns.period, row),
      measure: cell(columns.measure, row),
      nature: cell(columns.nature, row),
      direction: cell(columns.direction, row),
      basis: cell(columns.basis, row),
      parts: cell(columns.parts, row),
      of: cell(columns.of, row),
      whole: cell(columns.whole, row),
      comparedWith: cell(columns.comparedWith, row),
      comparedSense: cell(columns.comparedSense, row),
      confidence,
      part: cell(columns.part, row),
      place,
    };
  });
}

/** The figure that a fact is of, without what the fact adds to it. */
export function figureOf(fact: Fact): Figure {
  return {
    range: fact.range,
    quote: fact.quote,
    value: fact.value,
    interval: fact.interval,
    unit: fact.unit,
    hedge: fact.hedge,
    figureId: fact.figureId,
    reportId: fact.reportId,
    paragraph: fact.paragraph,
    sentence: fact.sentence,
    indicator: fact.indicator,
    indicatorText: fact.indicatorText,
    scope: fact.scope,
    regionCode: fact.regionCode,
    period: fact.period,
    measure: fact.measure,
    nature: fact.nature,
    direction: fact.direction,
    basis: fact.basis,
    parts: fact.parts,
    of: fact.of,
    whole: fact.whole,
    comparedWith: fact.comparedWith,
    comparedSense: fact.comparedSense,
    confidence: fact.confidence,
  };
}
