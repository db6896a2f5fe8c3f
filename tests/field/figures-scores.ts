/** Measures the figure stages against sentences that a person labelled. No file access: labels and vocabulary come from the caller. */
import type { Figure, Period, Quantity } from '../../src/model/figure.ts';
import { range } from '../../src/model/offset.ts';
import type { Identity, Outline, Part } from '../../src/model/report.ts';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { meaning } from '../../src/source/meaning.ts';
import { quantities } from '../../src/source/quantity.ts';

/** One figure of a labelled sentence; `start` counts in the sentence. */
export interface FigureLabel {
  readonly start: number;
  readonly quote: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly measure: string;
  readonly nature: string;
  readonly direction: string | null;
  /** Canonical name; null when the vocabulary has none for it. */
  readonly indicator: string | null;
  /** Only where the sentence itself names the time. */
  readonly period: Period | null;
}

export interface SentenceLabel {
  readonly id: number;
  readonly half: 'tuning' | 'held-out';
  readonly source: string;
  readonly reportYear: number;
  readonly part: Part;
  readonly sentence: string;
  readonly figures: readonly FigureLabel[];
}

export interface Measured {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly misses: readonly string[];
}

/** Recall and precision of quantities, and how often each part of their meaning is right, for each half. */
export function scoreFigures(labels: readonly SentenceLabel[], vocabulary: Vocabulary): Measured[] {
  const halves = [...new Set(labels.map(({ half }) => half))].sort();
  return halves.flatMap((half) => {
    const read = labels
      .filter((label) => label.half === half)
      .map((label) => ({ label, figures: readSentence(label, vocabulary) }));
    const pairs = read.flatMap(({ label, figures }) =>
      label.figures.map((wanted) => ({
        label,
        wanted,
        got: figures.find((one) => one.range.start === wanted.start && one.quote === wanted.quote) ?? null,
      })),
    );
    const found = pairs.flatMap(({ label, wanted, got }) => (got === null ? [] : [{ label, wanted, got }]));
    const extra = read.flatMap(({ label, figures }) =>
      figures.map((got) => ({ label, got, hit: label.figures.some((one) => sameQuantity(one, got)) })),
    );
    const field = (
      name: string,
      right: (wanted: FigureLabel, got: Figure) => boolean,
      show: (got: Figure) => string,
      list = found,
    ) =>
      measured(
        `${half}: ${name}`,
        list,
        ({ wanted, got }) => right(wanted, got),
        ({ label, wanted, got }) => `${label.id} ${wanted.quote}: ${show(got)} | ${label.sentence}`,
      );
    return [
      measured(
        `${half}: quantity recall (span, value, unit)`,
        pairs,
        ({ wanted, got }) => got !== null && sameQuantity(wanted, got),
        ({ label, wanted }) => `${label.id} ${wanted.quote} | ${label.sentence}`,
      ),
      measured(
        `${half}: quantity precision`,
        extra,
        ({ hit }) => hit,
        ({ label, got }) => `${label.id} ${got.quote} (${got.value} ${got.unit}) | ${label.sentence}`,
      ),
      field(
        'interval',
        (wanted, got) => wanted.low === got.interval.low && wanted.high === got.interval.high,
        (got) => JSON.stringify(got.interval),
      ),
      field(
        'measure',
        (wanted, got) => wanted.measure === got.measure,
        (got) => got.measure,
      ),
      field(
        'nature',
        (wanted, got) => wanted.nature === got.nature,
        (got) => got.nature,
      ),
      field(
        'direction',
        (wanted, got) => wanted.direction === got.direction,
        (got) => String(got.direction),
      ),
      field(
        'indicator',
        (wanted, got) => wanted.indicator === got.indicator,
        (got) => `${got.indicator} (${got.indicatorText})`,
      ),
      field(
        'period where named',
        (wanted, got) => wanted.period?.start === got.period?.start && wanted.period?.end === got.period?.end,
        (got) => JSON.stringify(got.period),
        found.filter(({ wanted }) => wanted.period !== null),
      ),
    ];
  });
}

function measured<T>(name: string, all: readonly T[], right: (one: T) => boolean, miss: (one: T) => string): Measured {
  const wrong = all.filter((one) => !right(one));
  return { name, right: all.length - wrong.length, total: all.length, misses: wrong.map(miss) };
}

function sameQuantity(wanted: FigureLabel, got: Quantity): boolean {
  return (
    got.range.start === wanted.start &&
    got.quote === wanted.quote &&
    got.value === wanted.value &&
    got.unit === wanted.unit
  );
}

/** The figures of one sentence, read as if it stood alone in a paragraph of its part. */
export function readSentence(
  label: Pick<SentenceLabel, 'sentence' | 'part' | 'reportYear'>,
  vocabulary: Vocabulary,
): Figure[] {
  const text = label.sentence;
  const outline: Outline = {
    headings: [],
    paragraphs: [{ ordinal: 0, part: label.part, headings: [], role: 'body', range: range(0, text.length) }],
  };
  const report = { reportId: 'label', text, outline, identity: identityOf(label.reportYear) };
  return meaning(report, quantities(text, vocabulary).quantities, vocabulary);
}

export function identityOf(reportYear: number): Identity {
  return {
    regionCode: null,
    region: null,
    level: null,
    parentCode: null,
    reportYear,
    reviewedYear: reportYear - 1,
    session: null,
    deliveredOn: null,
    speaker: null,
    title: null,
    evidence: [],
  };
}
