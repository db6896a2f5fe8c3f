/** What a person takes away from an audit, without the places and names that a harmless change may move. */
import type { Check } from '../../src/model/check.ts';
import type { Figure } from '../../src/model/figure.ts';
import type { ReadReport, SourceResult } from '../../src/model/result.ts';
import type { Read } from '../support/pipeline.ts';

/** A text without what width, blanks and line ends change. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** A figure as it is counted with: value, bounds, unit, and what it is said of. */
export function figureOf(figure: Figure): string {
  const { value, interval, unit, indicator, measure, nature, direction, period, regionCode } = figure;
  const span = period === null ? '-' : `${period.start}/${period.end}`;
  return [
    plain(figure.quote),
    value ?? `${interval.low}..${interval.high}`,
    unit,
    indicator ?? '-',
    measure,
    nature,
    direction ?? '-',
    span,
    regionCode ?? '-',
  ].join(' ');
}

/** What is said of a report: who and when, whether it is whole, and every figure in order. */
export interface Told {
  readonly who: string;
  readonly whole: string;
  readonly figures: readonly string[];
}

export function reportTold(report: ReadReport): Told {
  const { regionCode, reportYear, session, deliveredOn, speaker } = report.identity;
  const { verdict, missing } = report.completeness;
  return {
    who: [regionCode, reportYear, session === null ? null : plain(session), deliveredOn, speaker].join(' '),
    whole: [verdict, ...missing].join(' '),
    figures: report.figures.map(figureOf),
  };
}

export function sourceTold(source: SourceResult): Told[] {
  return source.reports.map(reportTold);
}

/** Checks with their verdicts and what they compare, in order. */
export function checksTold(read: Read): string[] {
  const quotes = new Map(
    read.sources.flatMap((source) =>
      source.reports.flatMap(({ figures }) => figures.map((one) => [one.figureId, plain(one.quote)] as const)),
    ),
  );
  const told = ({ rule, verdict, reason, figureIds }: Check): string =>
    `${rule} ${verdict} ${reason} ${figureIds.map((id) => quotes.get(id) ?? id).join(' ')}`;
  return read.corpus.checks.map(told).sort();
}
