/** A quantity in the text and what is known of its meaning. Conventions of span, value and bounds: docs/figures.md. */
import type { Decimal, Interval } from './interval.ts';
import type { Range } from './offset.ts';

export type Measure = 'level' | 'count' | 'growth' | 'share' | 'change_points' | 'new' | 'total' | 'rank' | 'ratio';
export type Nature = 'actual' | 'estimate' | 'target' | 'cumulative';
export type Sense = 'above' | 'below';
export type Direction = 'up' | 'down' | 'flat';
/** Price basis of a growth rate: `comparable` is 可比价, `same-scope` is 同口径, `nominal` is current prices. */
export type Basis = 'nominal' | 'comparable' | 'same-scope' | 'unknown';

/** A number as written with unit and hedge, before its meaning is known. */
export interface Quantity {
  readonly range: Range<'report'>;
  readonly quote: string;
  /** Exact value in the base unit (万 and 亿 multiplied out); null for a range such as 4.5-5%. */
  readonly value: Decimal | null;
  readonly interval: Interval;
  /** 元, 美元, %, 百分点, 家, 平方公里 …; empty for a bare number. */
  readonly unit: string;
  /** Hedge words as written, joined by +: 超过, 左右, 以上, 余 …; null without one. */
  readonly hedge: string | null;
}

/** Words that are numbers in form only. They are kept with the reason, never dropped in silence. */
export interface Designator {
  readonly range: Range<'report'>;
  readonly quote: string;
  readonly reason:
    | 'date'
    | 'period'
    | 'plan'
    | 'meeting'
    | 'name'
    | 'slogan'
    | 'policy'
    | 'enumerator'
    | 'ordinal'
    | 'scope'
    | 'streak'
    | 'threshold';
}

/** Dates are `YYYY-MM-DD`, both inclusive. 前三季度 of 2024 is 2024-01-01 to 2024-09-30; 年末 is the last day twice. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** How far the things have come that are counted: qualifiers of their own (加装电梯开工514台、完工295台). */
export const STAGES: readonly string[] = ['开工', '竣工', '完工', '投产', '在建'];

export interface Figure extends Quantity {
  readonly figureId: string;
  readonly reportId: string;
  readonly paragraph: number;
  /** Ordinal of the sentence in the report; figures of one sentence share it. */
  readonly sentence: number;
  /** Canonical name in rules/vocabulary/indicators.yaml; null when the vocabulary does not know it. */
  readonly indicator: string | null;
  /** The words that name what is measured, as written. */
  readonly indicatorText: string;
  /** Qualifiers that narrow the indicator: 区级, 规模以上, 城镇 …; sorted, empty for the plain indicator. */
  readonly scope: readonly string[];
  /** Code of the place that the figure is about: the report's own region unless the text names another. */
  readonly regionCode: string | null;
  readonly period: Period | null;
  readonly measure: Measure;
  readonly nature: Nature;
  readonly direction: Direction | null;
  readonly basis: Basis;
  /** Ordinal names of parts that the indicator text lists: 集成电路、生物医药、人工智能三大先导产业规模 gives three. */
  readonly parts: readonly string[];
  /** For growth and change_points: the figureId of the level that it is said of, when it stands in the same sentence. */
  readonly of: string | null;
  /** For a share: the words that name the whole (全市, 规模以上工业总产值), as written. */
  readonly whole: string | null;
  /** For a comparison (高于全市平均, 快于全国): the words that name the other side. */
  readonly comparedWith: string | null;
  /** Which side of that the figure is said to be on; null where nothing is compared, and for 优于, which says better and not more. */
  readonly comparedSense: Sense | null;
  /** 0 to 1: how often figures read from such words were right in labelled sentences; docs/figures.md tells how it is measured. */
  readonly confidence: number;
}
