/** Runs the examples of the vocabulary's indicators: every marked figure must be read as its indicator. */
import type { Figure } from '../model/figure.ts';
import { range } from '../model/offset.ts';
import type { Identity, Outline } from '../model/report.ts';
import { stripMarks } from '../rules/marks.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { meaning } from '../source/meaning.ts';
import { quantities } from '../source/quantity.ts';

/** A figure of an example that is not read as it should be. */
export interface IndicatorMiss {
  readonly indicator: string;
  readonly example: string;
  readonly quote: string;
  /** The indicator that it was read as; null for none, or when no figure was found there. */
  readonly got: string | null;
}

/** What came of all examples: how many figures were marked, and which were missed. */
export interface IndicatorExamples {
  readonly indicators: number;
  readonly figures: number;
  readonly misses: readonly IndicatorMiss[];
}

/** @throws MarkError when an example's ⟦ ⟧ do not pair */
export function checkIndicators(vocabulary: Vocabulary): IndicatorExamples {
  const checked = vocabulary.indicators.all.flatMap(({ name, examples }) =>
    examples.flatMap((example) => readMarked(example, vocabulary).map((one) => ({ indicator: name, example, ...one }))),
  );
  return {
    indicators: vocabulary.indicators.all.length,
    figures: checked.length,
    misses: checked.filter(({ indicator, got }) => got !== indicator),
  };
}

function readMarked(example: string, vocabulary: Vocabulary): { quote: string; got: string | null }[] {
  const { text, spans } = stripMarks(example);
  const figures = figuresOfText(text, vocabulary);
  return spans.map(({ start, end }) => {
    const found = figures.find((figure) => figure.range.start === start && figure.range.end === end);
    return { quote: text.slice(start, end), got: found?.indicator ?? null };
  });
}

/** The figures of a short text that stands for itself: no place, no year. */
function figuresOfText(text: string, vocabulary: Vocabulary): Figure[] {
  const outline: Outline = {
    headings: [],
    paragraphs: [{ ordinal: 0, part: 'review', headings: [], role: 'body', range: range(0, text.length) }],
  };
  const report = { reportId: 'example', text, outline, identity: NOBODY };
  return meaning(report, quantities(text, vocabulary).quantities, vocabulary);
}

const NOBODY: Identity = {
  regionCode: null,
  region: null,
  level: null,
  parentCode: null,
  reportYear: null,
  reviewedYear: null,
  session: null,
  deliveredOn: null,
  speaker: null,
  title: null,
  evidence: [],
};
