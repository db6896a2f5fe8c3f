/** Reads figures with their places / gives the rows that reconciliation sees / promises: one row a figure, no running text. */
import type { Fact, Place } from '../model/fact.ts';
import type { Figure } from '../model/figure.ts';
import type { Outline } from '../model/report.ts';

/** Facts of a report: its figures, each with the part that it stands in and its place (`places` in order of `figures`). */
export function factsOf(figures: readonly Figure[], places: readonly Place[], { paragraphs }: Outline): Fact[] {
  return figures.flatMap((figure, index) => {
    const place = places[index];
    return place ? [factOf(figure, paragraphs[figure.paragraph]?.part ?? 'opening', place)] : [];
  });
}

/** One literal, no spread: an object of this many fields that grows from a copy is ten times slower to make. */
function factOf(figure: Figure, part: Fact['part'], place: Place): Fact {
  return {
    range: figure.range,
    quote: figure.quote,
    value: figure.value,
    interval: figure.interval,
    unit: figure.unit,
    hedge: figure.hedge,
    figureId: figure.figureId,
    reportId: figure.reportId,
    paragraph: figure.paragraph,
    sentence: figure.sentence,
    indicator: figure.indicator,
    indicatorText: figure.indicatorText,
    scope: figure.scope,
    regionCode: figure.regionCode,
    period: figure.period,
    measure: figure.measure,
    nature: figure.nature,
    direction: figure.direction,
    basis: figure.basis,
    parts: figure.parts,
    of: figure.of,
    whole: figure.whole,
    comparedWith: figure.comparedWith,
    comparedSense: figure.comparedSense,
    confidence: figure.confidence,
    part,
    place,
  };
}
