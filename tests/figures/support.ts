/** Short texts read by the figure stages, without the stages before them. */
import type { Figure, Period, Quantity } from '../../src/model/figure.ts';
import { big } from '../../src/model/interval.ts';
import { range } from '../../src/model/offset.ts';
import type { Identity, Outline, Part } from '../../src/model/report.ts';
import { meaning } from '../../src/source/meaning.ts';
import { quantities } from '../../src/source/quantity.ts';
import { vocabulary } from '../support/vocabulary.ts';

export { vocabulary };

/** A district's report of 2024 about 2023. */
export const IDENTITY: Identity = {
  regionCode: '330106',
  region: '西湖区',
  level: 'county',
  parentCode: '330100',
  reportYear: 2024,
  reviewedYear: 2023,
  session: null,
  deliveredOn: null,
  speaker: null,
  title: null,
  evidence: [],
};

export function outlineOf(text: string, part: Part, headings: readonly string[] = []): Outline {
  return { headings: [], paragraphs: [{ ordinal: 0, part, headings, role: 'body', range: range(0, text.length) }] };
}

export function figuresOf(text: string, part: Part = 'review', headings: readonly string[] = []): Figure[] {
  const report = { reportId: 'r', text, outline: outlineOf(text, part, headings), identity: IDENTITY };
  return meaning(report, quantities(text, vocabulary).quantities, vocabulary);
}

/** The figure with this quote. @throws when there is none */
export function figureOf(figures: readonly Figure[], quote: string): Figure {
  const found = figures.find((figure) => figure.quote === quote);
  if (found === undefined)
    throw new Error(`no figure ${quote} among ${figures.map((figure) => figure.quote).join(', ')}`);
  return found;
}

/** The numbers of a text in order of place, as one line: `超过500家 ≥500家 (超过)`, `2024年 date`. */
export function numbersIn(text: string): string {
  const read = quantities(text, vocabulary);
  const lines = [
    ...read.quantities.map((one) => ({ at: one.range.start, line: told(one) })),
    ...read.designators.map(({ range: { start }, quote, reason }) => ({ at: start, line: `${quote} ${reason}` })),
  ];
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line)
    .join('; ');
}

/** `≈` rounded at its last digit, `=` exact, `≥` and `≤` open on one side, `a–b` everything from a to b. */
function told({ quote, value, interval: { low, high }, unit, hedge }: Quantity): string {
  const words = hedge === null ? '' : ` (${hedge})`;
  return `${quote} ${bounded(value, low, high)}${unit}${words}`;
}

function bounded(value: string | null, low: string | null, high: string | null): string {
  if (value === null || low === null || high === null) {
    if (value !== null && low === value && high === null) return `≥${value}`;
    if (value !== null && high === value && low === null) return `≤${value}`;
    return `${low ?? ''}–${high ?? ''}`;
  }
  if (low === value && high === value) return `=${value}`;
  const isMiddle = big(low).plus(high).eq(big(value).times(2));
  return isMiddle ? `≈${value}` : `${low}–${high}`;
}

/** What the figures of a text are, one line each: quote, name, and whatever is not as it mostly is. */
export function meaningsIn(text: string, part: Part = 'review', headings: readonly string[] = []): string[] {
  const figures = figuresOf(text, part, headings);
  const own = part === 'plan' ? 2024 : 2023;
  const quotes = new Map(figures.map(({ figureId, quote }) => [figureId, quote]));
  return figures.map((one) =>
    [
      one.quote,
      one.indicator === one.indicatorText ? one.indicator : `${one.indicator ?? '?'} “${one.indicatorText}”`,
      one.measure,
      one.nature === (part === 'plan' ? 'target' : 'actual') ? '' : one.nature,
      one.direction ?? '',
      one.basis === 'unknown' ? '' : one.basis,
      one.scope.length === 0 ? '' : `[${one.scope.join(' ')}]`,
      timeTold(one.period, own),
      one.regionCode === IDENTITY.regionCode ? '' : `in ${one.regionCode ?? '?'}`,
      one.parts.length === 0 ? '' : `parts ${one.parts.join(' ')}`,
      one.of === null ? '' : `of ${quotes.get(one.of) ?? '?'}`,
      one.whole === null ? '' : `out of ${one.whole}`,
      one.comparedWith === null ? '' : `against ${one.comparedWith}`,
    ]
      .filter((word) => word !== '')
      .join(', '),
  );
}

function timeTold(period: Period | null, own: number): string {
  if (period === null) return 'no time';
  const { start, end } = period;
  return start === `${own}-01-01` && end === `${own}-12-31` ? '' : `${start}/${end}`;
}
