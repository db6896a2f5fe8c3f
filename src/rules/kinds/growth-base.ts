/** Reads growth checks / gives what may have happened to the base that they start from: a sum over years, or a place that was redrawn. */
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { compare, type Interval, meets, multiply } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Outcome, reviewsSeveralYears, shapeOf, yearOf } from './facts.ts';

/** Indicators of one report that must be off alike before the place itself must have changed. */
const REDRAWN = 3;
const ALIKE: Interval = { low: '0.92', high: '1.08' };

/**
 * Where several indicators of one report all lie above what growth on last year's levels leads to, and by much the same factor, the
 * place took in a neighbour or gave one up: the growth is told on the new base.
 */
export function settled(outcomes: readonly Outcome[]): Outcome[] {
  const broken = outcomes.filter(({ verdict }) => verdict === 'broken');
  if (broken.length < REDRAWN) return [...outcomes];
  const redrawn = new Set(
    broken.filter((one) => broken.filter((other) => sameReports(one, other) && offAlike(one, other)).length >= REDRAWN),
  );
  return outcomes.map((one) => (redrawn.has(one) ? { ...one, verdict: 'cannot-tell', reason: 'base-redrawn' } : one));
}

function sameReports(a: Outcome, b: Outcome): boolean {
  return a.reportIds.join('|') === b.reportIds.join('|');
}

/** True when two levels lie off what was expected by about the same factor. Compares a product of ends: no division, no rounding. */
function offAlike(a: Outcome, b: Outcome): boolean {
  return meets(multiply(multiply(a.actual, b.expected), ALIKE), multiply(b.actual, a.expected));
}

/** Parts of the expected level that a level may be where its base was a sum over two years to a whole term. */
const SUMMED = { low: '0.14', high: '0.625' };

/** True when the level may be so much smaller than expected. */
export function tooLarge(expected: Interval, actual: Interval): boolean {
  return meets(multiply(expected, SUMMED), actual);
}

/** True when a flow may be a sum over the several years that its report looks back on: no amount a head is one, nor what is told with its growth of a year. */
export function maySpanYears({ fact, report }: FactInReport, vocabulary: Vocabulary): boolean {
  const indicator = fact.indicator === null ? null : vocabulary.indicators.byName(fact.indicator);
  if (indicator?.nature !== 'flow' || indicator.name.includes('人均')) return false;
  return !growsInAYear(fact, report) && reviewsSeveralYears(report);
}

/** Growth of a sum over five years against the five before is larger than this; that of a year hardly ever is. */
const MOST_IN_A_YEAR = '40';

function growsInAYear(level: Fact, { facts }: ReportFacts): boolean {
  return facts.some(
    ({ of, measure, unit, scope, value }) =>
      of === level.figureId &&
      measure === 'growth' &&
      unit === '%' &&
      !scope.includes('年均') &&
      value !== null &&
      compare(value, MOST_IN_A_YEAR) <= 0,
  );
}

/** What a level of one year may be of that of the year before or after. */
const NEIGHBOURS: Interval = { low: '0.6', high: '1.67' };

/**
 * True when another report gives the year before or after much the same level: the level is then of one year and no sum.
 * @param levels of one thing, by year
 */
export function isOfOneYear(
  { fact, report }: FactInReport,
  levels: ReadonlyMap<number, readonly FactInReport[]>,
): boolean {
  if (fact.period === null || fact.value === null || compare(fact.value, '0') <= 0) return false;
  const [year, shape] = [yearOf(fact.period), shapeOf(fact.period)];
  const around = multiply(fact.interval, NEIGHBOURS);
  return [year - 1, year + 1].some((near) =>
    levels
      .get(near)
      ?.some(
        ({ fact: one, report: other }) =>
          other.reportId !== report.reportId &&
          one.unit === fact.unit &&
          one.period !== null &&
          shapeOf(one.period) === shape &&
          meets(around, one.interval),
      ),
  );
}
