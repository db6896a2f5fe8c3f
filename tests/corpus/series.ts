/** Reports of one place, year after year, and what is said of the figures in them: for tests of suspects. */
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { Check } from '../../src/model/check.ts';
import type { ReportFacts } from '../../src/model/fact.ts';
import type { Period } from '../../src/model/figure.ts';
import type { Rules } from '../../src/rules/card.ts';
import { type Given, type GivenReport, report } from './build.ts';

export const REVENUE = '一般公共预算收入';

export function year(of: number): Period {
  return { start: `${of}-01-01`, end: `${of}-12-31` };
}

/** What a report says of its year: a level and how much it grew; a fall has its minus. */
export function told(level: string, growth: string | null, more: Partial<Given> = {}): Given[] {
  const subject = { indicator: REVENUE, indicatorText: REVENUE, sentence: 0, ...more };
  const rate: Given[] =
    growth === null
      ? []
      : [
          {
            ...subject,
            quote: growth.replace('-', ''),
            measure: 'growth',
            direction: growth.startsWith('-') ? 'down' : 'up',
          },
        ];
  return [{ ...subject, quote: level }, ...rate];
}

/** The report that looks back on a year. */
export function reviewOf(of: number, facts: readonly Given[], more: Partial<GivenReport> = {}): ReportFacts {
  return report({ id: String(of), year: of + 1, ...more }, facts);
}

/** The broken checks of reports, in order. */
export function broken(reports: readonly ReportFacts[], rules: Rules): readonly Check[] {
  return reconcile(reports, rules).checks.filter(({ verdict }) => verdict === 'broken');
}

/** Which figures are called wrong, each with what probably happened to it, `?` where nobody knows; a figure is named once. */
export function blamed(reports: readonly ReportFacts[], rules: Rules): string[] {
  const quotes = new Map(
    reports.flatMap(({ facts }) => facts.map(({ figureId, quote }) => [figureId, quote] as const)),
  );
  const named = broken(reports, rules).map(({ suspectFigureId, likelyCause }) =>
    suspectFigureId === null ? 'nobody' : `${quotes.get(suspectFigureId)} ${likelyCause ?? '?'}`,
  );
  return [...new Set(named)].sort();
}
