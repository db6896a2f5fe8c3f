/** The small rows that leave a source for reconciliation. They hold figures, identity and sketches, never running text. */
import type { Check } from './check.ts';
import type { Figure } from './figure.ts';
import type { Range } from './offset.ts';
import type { Completeness, Identity, Part } from './report.ts';

/** A place in a source, resolved when the source was read. Lines and columns count from 1; columns are characters. */
export interface Place {
  readonly sourceId: string;
  readonly reportId: string | null;
  readonly bytes: Range<'byte'>;
  readonly line: number;
  readonly column: number;
}

/** A figure with its meaning and its place: one row. */
export interface Fact extends Figure {
  /** Part of the report that it stands in. */
  readonly part: Part;
  readonly place: Place;
}

/** What a report says in words that are no figure: of one of its figures, or of all its targets. */
export type Claim = FigureClaim | GoalsClaim;

/** A record, a first time, a streak of years, more than elsewhere. */
export interface FigureClaim {
  readonly figureId: string;
  /**
   * `record`: none of the years before had more. `first`: none of them reached it. `rise`: it rose in each of the years. `rank`: it had that
   * rank in each. `above`, `below`: another place has less, or more. `times`: the figure says how many times another place's amount it is.
   */
  readonly kind: 'record' | 'first' | 'rise' | 'rank' | 'above' | 'below' | 'times';
  /** Years of a streak, the reviewed one the last; null for a claim over all years. */
  readonly years: number | null;
  /** The words as written. */
  readonly quote: string;
}

/** That the targets of a year, a plan or a term were met. */
export interface GoalsClaim {
  /** It is said of no figure. */
  readonly figureId: null;
  readonly kind: 'goals';
  readonly of: 'year' | 'plan' | 'term';
  /** First and last calendar year that the targets were set for. */
  readonly from: number;
  readonly to: number;
  /** 基本完成, 较好完成: something may have been missed. */
  readonly isHedged: boolean;
  /** 主要目标任务, 约束性指标: some of the targets only. */
  readonly isLimited: boolean;
  /** The words as written, and where they stand. */
  readonly quote: string;
  readonly range: Range<'report'>;
}

/** Sorted hashes, with repeats, of the numbers in Arabic digits of a comparison form: each with what stands before it, and each with what stands after it. */
export interface NumberHashes {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/** How the numbering of a report begins and ends: what the other half of a report that was cut in two has to continue. */
export interface Ends {
  /** First number of sections and of subsections before any heading above it; 0 where there is none. */
  readonly first: readonly number[];
  /** Last number of sections, and of subsections since the last section; 0 where there is none. */
  readonly last: readonly number[];
  /** First page that is here, pages that are here, pages of the whole, where the page around it tells. */
  readonly slice: { readonly page: number; readonly here: number; readonly of: number } | null;
}

/** What is at hand of a report whose lists wait on disk: enough to look for its copies, and for facts that belong together. */
export interface Digest {
  /** How many shingles it has, and the smallest of them. */
  readonly shingles: number;
  readonly smallest: Uint32Array;
  /** Codes of the places that its facts are about; empty for facts without a place. */
  readonly places: readonly string[];
  /** The report with its lists, read when it is asked for. */
  readonly open: () => ReportFacts;
}

/** What a check says of figures: all but its name and id. */
export type Outcome = Omit<Check, 'checkId' | 'rule'>;

/** What check number `nth` says of a group within one report, by the number of that group among those of the check there. */
export interface OwnOutcome {
  readonly nth: number;
  readonly group: number;
  readonly outcome: Outcome;
}

/** What checks ask of a report beyond the rows that they compare, without all of its facts being made. */
export interface FactViews {
  /** True when so many facts are of several years that the report reviews them all. */
  readonly reviewsSeveralYears: boolean;
  /** The facts of the sentences that tell a share of a named whole. */
  besideShares(): readonly Fact[];
  /** The facts of one sentence, in order. @param sentence its number, as `Fact.sentence` has it */
  ofSentence(sentence: number): readonly Fact[];
}

/** Facts of a report that are made when they are asked for, each the same object every time, and what the checks say of them alone. */
export interface FactRows {
  /** @throws RangeError where there is no such row */
  at(row: number): Fact;
  /** Those whose name, or words where the vocabulary knows no name, is one of these. */
  named(names: ReadonlySet<string>): readonly Fact[];
  /** Those with one of these ids. */
  withIds(ids: ReadonlySet<string>): readonly Fact[];
  /** Number of the row of a figure, or -1. */
  rowOf(figureId: string): number;
  /** What the checks of the same rules say of groups within the report. */
  outcomes(): readonly OwnOutcome[];
}

/** One report as reconciliation sees it. */
export interface ReportFacts {
  readonly reportId: string;
  readonly sourceId: string;
  readonly ordinal: number;
  readonly identity: Identity;
  readonly completeness: Completeness;
  readonly chars: number;
  readonly textSha256: string;
  /** SHA-256 of the comparison form (NFKC, spaces dropped), figures included. */
  readonly formSha256: string;
  /** Sorted distinct hashes of the shingles of the comparison form with figures masked. */
  readonly shingles: Uint32Array;
  readonly numbers: NumberHashes;
  /** Share of the characters between its first and last, blanks aside, that cleaning took away, 0 to 1. */
  readonly noiseShare: number;
  /** Findings of suspected loss inside the body (missing characters, figures without unit). */
  readonly suspectedLosses: number;
  /** How many of publisher, address and day of collection are known of its source, 0 to 3. */
  readonly provenance: number;
  readonly ends: Ends;
  readonly facts: readonly Fact[];
  /** The same facts one by one; absent where all are at hand. */
  readonly rows?: FactRows;
  /** Absent where all are at hand. */
  readonly views?: FactViews | undefined;
  /** Absent where none is made. */
  readonly claims?: readonly Claim[];
  readonly place: Place;
  /** Absent where all lists are at hand. */
  readonly digest?: Digest;
}
