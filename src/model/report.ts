/** What one report is: its outline, its identity and the verdict on whether it is whole. Places count from the report's first clean character. */
import type { Range } from './offset.ts';

export type Part = 'opening' | 'review' | 'plan' | 'self-government' | 'closing' | 'glossary' | 'annex';

/**
 * A numbered heading. Level 1 is 一、, level 2 （一）, level 3 1. or 1、; a heading glued to its paragraph ends where its title ends.
 * `number` is the value of its numeral (三 = 3); `label` is the numeral as written with its brackets.
 * 一是, 二是 and 第一， at the start of paragraphs, and titles that only bold type marks, lie one level below the title above them.
 * A title without a number has number 0 and an empty label; it may run over two lines.
 */
export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly number: number;
  readonly label: string;
  readonly title: string;
  readonly part: Part;
  readonly paragraph: number;
  readonly range: Range<'report'>;
}

export interface Paragraph {
  readonly ordinal: number;
  readonly part: Part;
  /** Labels and titles of the headings above it, outermost first. */
  readonly headings: readonly string[];
  /** `front` is title, date line, speaker; `salutation` is 各位代表; `heading` stands alone on its line; `body` is the rest. */
  readonly role: 'front' | 'salutation' | 'heading' | 'body' | 'entry';
  readonly range: Range<'report'>;
}

export interface Outline {
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Heading[];
}

/** A piece of text that speaks for or against something, quoted with its place. */
export interface Evidence {
  /** Stable key of what was seen, for example `no-plan-part`; words are made from it in `output/words.ts`. */
  readonly sign: string;
  readonly weight: number;
  readonly quote: string;
  readonly range: Range<'report'> | null;
}

export type RegionLevel = 'country' | 'province' | 'prefecture' | 'county';

/** Who and when. A field that the text does not give is null: nothing is guessed. Dates are `YYYY-MM-DD`. */
export interface Identity {
  /** GB/T 2260 code of six digits, for example 310101. */
  readonly regionCode: string | null;
  readonly region: string | null;
  readonly level: RegionLevel | null;
  readonly parentCode: string | null;
  /** Year of delivery; a session held in November or December counts for the year that its plan is for. */
  readonly reportYear: number | null;
  /** The year that the report looks back on. */
  readonly reviewedYear: number | null;
  /** As written, for example 第三届人民代表大会第六次会议. */
  readonly session: string | null;
  readonly deliveredOn: string | null;
  readonly speaker: string | null;
  readonly title: string | null;
  readonly evidence: readonly Evidence[];
}

export type CompletenessVerdict = 'complete' | 'truncated' | 'excerpt' | 'not-a-report';

/** Which stretch of a report is gone. */
export type MissingPart = 'head' | 'middle' | 'tail';

export interface Completeness {
  readonly verdict: CompletenessVerdict;
  /** Where something is gone, in this order; empty for a complete report and for what is none. */
  readonly missing: readonly MissingPart[];
  /** Share of the body that is present, 0 to 1, with the range that the estimate allows; null where there is no ground for one. */
  readonly sharePresent: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  readonly evidence: readonly Evidence[];
}

/**
 * What rules of scope report, paragraph and figure look at: the clean text of one report and what is known of it.
 * `bytes` and `lines` stay outside: a rule that needs a place gives a range and nothing else.
 */
export interface ReportView {
  readonly reportId: string;
  readonly text: string;
  readonly outline: Outline;
  readonly identity: Identity;
  readonly figures: readonly import('./figure.ts').Figure[];
}

/** What rules of scope source look at: the unwrapped text with the ranges of its reports and what its contents page promises. */
export interface SourceView {
  readonly sourceId: string;
  readonly text: string;
  readonly reports: readonly Range<'unwrapped'>[];
  readonly promised: readonly PromisedReport[];
}

/** An entry of a compilation's contents page. `kept` is the ordinal of the report that fulfils it. */
export interface PromisedReport {
  readonly name: string;
  readonly page: number | null;
  readonly range: Range<'unwrapped'>;
  readonly regionCode: string | null;
  readonly kept: number | null;
}
