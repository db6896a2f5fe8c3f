/** What the figures of one sentence share while it is read from left to right. */

import type { Measure, Period, Quantity } from '../../model/figure.ts';
import type { Identity } from '../../model/report.ts';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import type { MeaningInput } from '../meaning.ts';
import type { Change } from './from-to.ts';
import type { Named } from './name.ts';
import type { Said } from './nature.ts';
import type { Cues } from './peel.ts';
import { type OwnYear, type TimeFound, wholeYear } from './period.ts';
import { type Remark, remarkIn } from './remark.ts';
import type { Sentence } from './sentence.ts';

/** Quantities that are read together. */
export type Series = readonly [Quantity, ...Quantity[]];

export interface Told {
  readonly id: string;
  /** Of its name. */
  readonly words: string;
  readonly measure: Measure;
  readonly period: Period | null;
}

/** What the figures of one sentence share. It lives as long as its sentence. */
export interface Context {
  readonly report: MeaningInput;
  readonly sentence: Sentence;
  readonly vocabulary: Vocabulary;
  /** What figures without words of time are about. */
  readonly own: OwnYear;
  /** Names of the last run that had one, in order; and the ids of its levels. */
  names: readonly Named[];
  /** The names of the sentence, in order: 分别 may point back at several of the last. */
  readonly told: Named[];
  /** Levels and shares told so far in the sentence, by the words of the name. */
  levels: Map<string, Told> | null;
  /** Those of the last run that told any; empty once another thing is named. */
  last: readonly Told[];
  /** The share that was said of them last: what a change of points is said of. */
  share: Told | null;
  time: TimeFound | null;
  /** Where the last change that the sentence tells began: 从2016年的5125亿元. */
  startedIn: Period | null;
  /** That change, while what was named at its beginning is still spoken of. */
  change: Change | null;
  /** The field of the rank that a change of ranks began with: 由全国第12位升至第9位. */
  startedField: string | null;
  /** The year that the sentence before spoke of, where this one runs on from it. */
  heldYear: Period | null;
  /** The years that it spoke of: what is told by 年均 and 累计 is of them. */
  heldSpan: Period | null;
  said: Said;
  /** True while the sentence speaks of a part of the place. */
  away: boolean;
  /** Where a remark makes the figures estimates: 增长9.4%（预计数，下同）. */
  readonly remark: Remark | null;
  end: number;
  cues: Cues | null;
  nounFirst: boolean;
}

export function newContext(
  report: MeaningInput,
  sentence: Sentence,
  vocabulary: Vocabulary,
  years: OwnYears,
  estimated: boolean,
): Context {
  return {
    report,
    sentence,
    vocabulary,
    own: sentence.part === 'plan' || sentence.part === 'self-government' ? years.plan : years.review,
    names: [],
    told: [],
    levels: null,
    last: [],
    share: null,
    time: null,
    startedIn: null,
    change: null,
    startedField: null,
    heldYear: null,
    heldSpan: null,
    said: { estimate: estimated, target: false, done: false },
    away: false,
    remark: remarkIn(report.text, sentence),
    end: sentence.start,
    cues: null,
    nounFirst: false,
  };
}

export interface OwnYears {
  readonly review: OwnYear;
  readonly plan: OwnYear;
}

/** The years that figures without words of time are about, by part of the report. */
export function yearsOf({ reportYear, reviewedYear }: Identity): OwnYears {
  const plan = reportYear ?? (reviewedYear === null ? null : reviewedYear + 1);
  const review = reviewedYear ?? (reportYear === null ? null : reportYear - 1);
  return {
    review: { year: review, period: wholeYear(review), next: plan },
    plan: { year: plan, period: wholeYear(plan), next: plan },
  };
}
