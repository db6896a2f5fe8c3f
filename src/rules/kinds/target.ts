/** A target of last year's report and what this year's report says was reached. A target that was missed is no wrong figure. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { ANY, exactly, type Interval, meets, multiply, compare as order } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import {
  factName,
  isAmount,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  scopeKey,
  signed,
  spread,
  yearOf,
} from './facts.ts';
import { textsOf } from './params.ts';

export const targetKind = checkKind({
  family: 'target',
  params: {
    ceilings: {
      type: 'array',
      items: { type: 'string' },
      description: 'Canonical indicators of which less is better: a target is the most that they may be.',
    },
  },
  compile: (params, vocabulary) => {
    const ceilings = new Set(textsOf(params, 'ceilings'));
    return {
      takes: (sort) => sort.isNamed && MEASURES.has(sort.measure) && (sort.nature === 'target' || isOutcome(sort)),
      keys: (fact, report) => keysOf(fact, report, vocabulary),
      anchors: ({ nature }) => nature === 'target',
      compare: (group) => compare(group, vocabulary, ceilings),
    };
  },
});

const MEASURES: ReadonlySet<string> = new Set(['level', 'count', 'growth', 'share', 'new']);

/** Targets that a report sets for its own year, and outcomes of the year that a report looks back on; only whole years. */
function keysOf(fact: Fact, report: ReportFacts, vocabulary: Vocabulary): readonly string[] {
  const { period, regionCode, indicator } = fact;
  const { reportYear, regionCode: own } = report.identity;
  if (period === null || regionCode === null || regionCode !== own || reportYear === null) return [];
  if (!MEASURES.has(fact.measure) || fact.comparedWith !== null || indicator === null) return [];
  const year = yearOf(period);
  if (Number(period.start.slice(0, 4)) !== year || !period.end.endsWith('12-31') || !isPlain(fact, vocabulary))
    return [];
  const fits = fact.nature === 'target' ? year === reportYear : isOutcome(fact) && year === reportYear - 1;
  return fits ? [`${regionCode}|${indicator}|${scopeKey(fact)}|${year}|${fact.measure}|${fact.unit}`] : [];
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary, ceilings: ReadonlySet<string>): Outcome[] {
  const targets = group.filter(({ fact }) => fact.nature === 'target');
  const [reached] = group.filter(({ fact }) => fact.nature !== 'target');
  const [target] = targets;
  if (!target || !reached || target.report === reached.report) return [];
  const goal = signedAsWritten(target.fact);
  const actual = readingOf(reached.fact, vocabulary);
  const several = targets.some((other) => other.fact.interval.low !== target.fact.interval.low);
  const isCeiling =
    ceilings.has(target.fact.indicator ?? '') ||
    target.fact.direction === 'down' ||
    /以[内下]|不超过|低于|控制/u.test(target.fact.quote);
  const isFar = isAmount(target.fact) && /元$/u.test(target.fact.unit) && !meets(multiply(goal, FAR), actual);
  const judged: readonly [Verdict, string] = several
    ? ['cannot-tell', 'several-targets']
    : isFar
      ? ['broken', 'implausible-gap']
      : isMet(goal, actual, isCeiling)
        ? ['holds', 'target-met']
        : ['cannot-tell', 'target-missed'];
  return [
    outcome(
      judged,
      [target, reached],
      { expected: isFar ? ANY : isCeiling ? { low: null, high: goal.high } : { low: goal.low, high: null }, actual },
      {
        indicator: factName(target.fact),
        target: target.fact.quote,
        reached: reached.fact.quote,
        actual: intervalText(actual, reached.fact.unit),
      },
    ),
  ];
}

/** What an amount of money may be of its target (works are told of one year here and of all years there): beyond this one of the two is miswritten, or they are not about one thing. */
const FAR: Interval = { low: '0.01', high: '100' };

/** A target as it is meant: 7% asks for seven and no less, 7%左右 for what rounds to it. */
function signedAsWritten({ measure, interval, value, hedge, direction }: Fact): Interval {
  const meant = hedge === null && value !== null ? exactly(value) : interval;
  return measure === 'growth' ? signed(meant, direction) : meant;
}

/** A rate with its sign; a level that is to fall has none. */
function readingOf(fact: Fact, vocabulary: Vocabulary): Interval {
  const interval = spread(fact, vocabulary);
  return fact.measure === 'growth' ? signed(interval, fact.direction) : interval;
}

/** True when some value that the outcome may stand for reaches the target. */
function isMet(goal: Interval, actual: Interval, isCeiling: boolean): boolean {
  return isCeiling ? atMost(actual.low, goal.high) : atMost(goal.low, actual.high);
}

function atMost(low: string | null, high: string | null): boolean {
  return low === null || high === null || order(low, high) <= 0;
}
