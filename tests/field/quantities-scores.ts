/** Measures the figure stages against the plain-text labels, figure by figure and field by field. No file access. */
import type { Designator, Figure } from '../../src/model/figure.ts';
import { range } from '../../src/model/offset.ts';
import type { Outline } from '../../src/model/report.ts';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { meaning } from '../../src/source/meaning.ts';
import { quantities } from '../../src/source/quantity.ts';
import type { WrittenDesignator, WrittenFigure, WrittenSentence } from './figures-labels.ts';
import { identityOf, type Measured } from './figures-scores.ts';

interface ReadOne {
  readonly label: WrittenSentence;
  readonly figures: readonly Figure[];
  readonly designators: readonly Designator[];
}

interface Pair {
  readonly label: WrittenSentence;
  readonly wanted: WrittenFigure;
  readonly got: Figure | null;
}

interface Found extends Pair {
  readonly got: Figure;
}

/** Precision, recall and every field, as rows that begin with the name of the half. */
export function scoreWritten(half: string, labels: readonly WrittenSentence[], vocabulary: Vocabulary): Measured[] {
  const read = labels.map((label) => readOne(label, vocabulary));
  const pairs = read.flatMap(({ label, figures }) =>
    label.figures.map((wanted): Pair => ({ label, wanted, got: figures.find((got) => same(wanted, got)) ?? null })),
  );
  const found = pairs.flatMap((pair) => (pair.got === null ? [] : [{ ...pair, got: pair.got }]));
  const judged = read.flatMap(({ label, figures }) =>
    figures.filter((got) => !touches(got, label.open)).map((got) => ({ label, got })),
  );
  const named = read.flatMap((one) => one.label.designators.map((wanted) => ({ one, wanted })));
  return [
    measured(
      `${half}: quantity recall (span, value, unit)`,
      pairs,
      ({ got }) => got !== null,
      ({ label, wanted }) => `${wanted.quote} ${wanted.value} ${wanted.unit} | ${label.sentence}`,
    ),
    measured(
      `${half}: quantity precision`,
      judged,
      ({ label, got }) => label.figures.some((wanted) => same(wanted, got)),
      ({ label, got }) => `${got.quote} (${got.value} ${got.unit}) | ${label.sentence}`,
    ),
    ...fieldScores(half, found),
    ...confidenceScores(half, judged),
    measured(
      `${half}: names and dates not taken for figures`,
      named,
      ({ one, wanted }) => !touches(wanted, one.figures.map(spanOf)),
      ({ one, wanted }) => `${wanted.quote} | ${one.label.sentence}`,
    ),
    measured(
      `${half}: names and dates told with their reason`,
      named,
      ({ one, wanted }) =>
        one.designators.some((got) => got.reason === wanted.reason && touches(wanted, [spanOf(got)])),
      ({ one, wanted }) =>
        `${wanted.quote} ${wanted.reason}, got ${one.designators.find((got) => touches(wanted, [spanOf(got)]))?.reason} | ${one.label.sentence}`,
    ),
  ];
}

/** Lower ends of the bands that confidence is measured in. */
const BANDS: readonly (readonly [number, number])[] = [
  [0.95, 1.01],
  [0.9, 0.95],
  [0, 0.9],
];

/** Of the figures in a band of confidence, those whose quantity and all four parts of their meaning are right. */
function confidenceScores(half: string, judged: readonly { label: WrittenSentence; got: Figure }[]): Measured[] {
  return BANDS.map(([low, high]) =>
    measured(
      `${half}: all right where confidence is ${low} or more${high > 1 ? '' : `, below ${high}`}`,
      judged.filter(({ got }) => got.confidence >= low && got.confidence < high),
      ({ label, got }) => {
        const wanted = label.figures.find((one) => same(one, got));
        return wanted !== undefined && ALL_FOUR.right(wanted, got);
      },
      ({ label, got }) => `${got.confidence} ${got.quote} | ${label.sentence}`,
    ),
  );
}

interface Field {
  readonly name: string;
  readonly right: (wanted: WrittenFigure, got: Figure) => boolean;
  readonly show: (wanted: WrittenFigure, got: Figure) => string;
}

const INTERVAL: Field = {
  name: 'interval',
  right: (wanted, got) => wanted.low === got.interval.low && wanted.high === got.interval.high,
  show: (wanted, got) => `${wanted.low}..${wanted.high}, got ${got.interval.low}..${got.interval.high}`,
};
const INDICATOR: Field = {
  name: 'indicator',
  right: (wanted, got) => wanted.indicator === undefined || wanted.indicator === got.indicator,
  show: (wanted, got) => `${wanted.indicator}, got ${got.indicator} (${got.indicatorText})`,
};
const MEASURE: Field = {
  name: 'measure',
  right: (wanted, got) => wanted.measure === undefined || wanted.measure === got.measure,
  show: (wanted, got) => `${wanted.measure}, got ${got.measure} (${got.indicatorText})`,
};
const NATURE: Field = {
  name: 'nature',
  right: (wanted, got) => wanted.nature === undefined || wanted.nature === got.nature,
  show: (wanted, got) => `${wanted.nature}, got ${got.nature}`,
};
const PERIOD: Field = {
  name: 'period',
  right: (wanted, got) =>
    wanted.period === undefined ||
    (wanted.period?.start === got.period?.start && wanted.period?.end === got.period?.end),
  show: (wanted, got) => `${periodText(wanted.period)}, got ${periodText(got.period)}`,
};
const DIRECTION: Field = {
  name: 'direction',
  right: (wanted, got) => wanted.direction === undefined || wanted.direction === got.direction,
  show: (wanted, got) => `${wanted.direction}, got ${got.direction}`,
};
const COMPARED: Field = {
  name: 'what it is compared with',
  right: (wanted, got) => (wanted.compared === '-' ? null : wanted.compared) === got.comparedWith,
  show: (wanted, got) => `${wanted.compared}, got ${got.comparedWith}`,
};
const TOGETHER = [INDICATOR, MEASURE, NATURE, PERIOD];
const ALL_FOUR: Field = {
  name: 'indicator, measure, nature and period all right',
  right: (wanted, got) => TOGETHER.every((field) => field.right(wanted, got)),
  show: (wanted, got) =>
    TOGETHER.filter((field) => !field.right(wanted, got))
      .map((field) => `${field.name} ${field.show(wanted, got)}`)
      .join('; '),
};

function fieldScores(half: string, found: readonly Found[]): Measured[] {
  const score = (field: Field, list: readonly Found[]): Measured =>
    measured(
      `${half}: ${field.name}`,
      list,
      ({ wanted, got }) => field.right(wanted, got),
      ({ label, wanted, got }) => `${wanted.quote}: ${field.show(wanted, got)} | ${label.sentence}`,
    );
  const compared = found.filter(({ wanted }) => wanted.compared !== undefined);
  return [
    ...[INTERVAL, ...TOGETHER, DIRECTION, ALL_FOUR].map((field) => score(field, found)),
    ...(compared.length > 0 ? [score(COMPARED, compared)] : []),
  ];
}

function periodText(period: WrittenFigure['period']): string {
  return period ? `${period.start}..${period.end}` : String(period);
}

function same(wanted: WrittenFigure, got: Figure): boolean {
  const unit = wanted.unit === undefined || wanted.unit === got.unit;
  return got.range.start === wanted.start && got.quote === wanted.quote && got.value === wanted.value && unit;
}

function readOne(label: WrittenSentence, vocabulary: Vocabulary): ReadOne {
  const text = label.sentence;
  const headings = label.heading === '' ? [] : [label.heading];
  const outline: Outline = {
    headings: [],
    paragraphs: [{ ordinal: 0, part: label.part, headings, role: 'body', range: range(0, text.length) }],
  };
  const read = quantities(text, vocabulary);
  const report = { reportId: 'label', text, outline, identity: identityOf(label.reportYear) };
  return { label, figures: meaning(report, read.quantities, vocabulary), designators: read.designators };
}

interface Span {
  readonly start: number;
  readonly quote: string;
}

function spanOf({ range: { start }, quote }: { range: { start: number }; quote: string }): Span {
  return { start, quote };
}

function touches(one: Span | Figure | WrittenDesignator, spans: readonly Span[]): boolean {
  const { start, quote } = 'range' in one ? spanOf(one) : one;
  return spans.some((span) => start < span.start + span.quote.length && span.start < start + quote.length);
}

function measured<T>(name: string, all: readonly T[], right: (one: T) => boolean, miss: (one: T) => string): Measured {
  const wrong = all.filter((one) => !right(one));
  return { name, right: all.length - wrong.length, total: all.length, misses: wrong.map(miss) };
}
