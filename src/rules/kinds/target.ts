/** A target of last year's report and what this year's report says was reached. A target that was missed is no wrong figure. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { STAGES } from '../../model/figure.ts';
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

export const CEILINGS = {
  type: 'array',
  items: { type: 'string' },
  description: 'Canonical indicators of which less is better: a target is the most that they may be.',
} as const;

export const targetKind = checkKind({
  family: 'target',
  params: { ceilings: CEILINGS },
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
  const { reportYear } = report.identity;
  const year = yearAimedAt(fact, report, vocabulary);
  if (year === null || reportYear === null) return [];
  const fits = fact.nature === 'target' ? year === reportYear : isOutcome(fact) && year === reportYear - 1;
  return fits ? [`${fact.regionCode}|${year}|${aimOf(fact)}`] : [];
}

/** The whole year that a target is set for, or an outcome tells of; null for what is no target and no outcome of the report's own place. */
export function yearAimedAt(fact: Fact, { identity }: ReportFacts, vocabulary: Vocabulary): number | null {
  const { period, regionCode, indicator } = fact;
  if (period === null || regionCode === null || regionCode !== identity.regionCode) return null;
  if (!MEASURES.has(fact.measure) || fact.comparedWith !== null || indicator === null) return null;
  const year = yearOf(period);
  const isWhole = Number(period.start.slice(0, 4)) === year && period.end.endsWith('12-31');
  return isWhole && isPlain(fact, vocabulary) ? year : null;
}

/** What a target and its outcome have in common. 改造老旧小区45个 is reached where so many are said to be begun or done. */
export function aimOf(fact: Fact): string {
  const plain = fact.scope.some(isStage) ? { ...fact, scope: fact.scope.filter((said) => !isStage(said)) } : fact;
  return `${fact.indicator}|${scopeKey(plain)}|${fact.measure}|${fact.unit}`;
}

function isStage(said: string): boolean {
  return STAGES.includes(said);
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary, ceilings: ReadonlySet<string>): Outcome[] {
  const targets = group.filter(({ fact }) => fact.nature === 'target');
  const [reached] = group.filter(({ fact }) => fact.nature !== 'target');
  const [target] = targets;
  if (!target || !reached || target.report === reached.report) return [];
  const { goal, actual, isCeiling, isFar, isReached, isUntold } = reachOf(
    target.fact,
    reached.fact,
    vocabulary,
    ceilings,
  );
  const several = targets.some((other) => other.fact.interval.low !== target.fact.interval.low);
  const judged: readonly [Verdict, string] = several
    ? ['cannot-tell', 'several-targets']
    : isFar
      ? ['broken', 'implausible-gap']
      : isReached
        ? ['holds', 'target-met']
        : isUntold
          ? ['cannot-tell', 'hedged']
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

/** How a target and an outcome of the same aim stand to each other. */
export interface Reach {
  readonly goal: Interval;
  readonly actual: Interval;
  /** The target is the most that it may be. */
  readonly isCeiling: boolean;
  /** The two are too far apart to be about one thing. */
  readonly isFar: boolean;
  readonly isReached: boolean;
  /** 增长6%以上 or 8%左右 does not tell whether a target of 8.5% was reached. */
  readonly isUntold: boolean;
}

export function reachOf(target: Fact, reached: Fact, vocabulary: Vocabulary, ceilings: ReadonlySet<string>): Reach {
  const goal = signedAsWritten(target);
  const actual = readingOf(reached, vocabulary);
  const isCeiling =
    ceilings.has(target.indicator ?? '') ||
    target.direction === 'down' ||
    /以[内下]|不超过|低于|控制/u.test(target.quote);
  const isFar = isFarFrom(goal, actual, target, isCeiling);
  const isReached = isMet(goal, firmOf(reached), isCeiling);
  return { goal, actual, isCeiling, isFar, isReached, isUntold: !isReached && isMet(goal, actual, isCeiling) };
}

/** True for an amount that cannot be what came of its target; nothing at all may come of one, and much less of a ceiling. */
function isFarFrom(goal: Interval, actual: Interval, { measure, unit }: Fact, isCeiling: boolean): boolean {
  if (/元$/u.test(unit) && isAmount({ measure })) return !meets(multiply(goal, FAR), actual);
  if ((measure !== 'new' && !isAmount({ measure })) || unit === '' || /[%‰]/u.test(unit) || isCeiling) return false;
  const isSome = [goal, actual].every(({ low }) => low !== null && order(low, '0') > 0);
  return isSome && !meets(multiply(goal, FARTHER), actual);
}

/** What an amount of money may be of its target (works are told of one year here and of all years there): beyond this one of the two is miswritten, or they are not about one thing. */
const FAR: Interval = { low: '0.01', high: '100' };
/** The same for what is counted or measured otherwise: in 445 reports none was thirty times its target. */
const FARTHER: Interval = { low: '0.001', high: '1000' };

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

/** What is sure of an outcome: of 突破1000亿元 a thousand, of 8%左右 eight. */
function firmOf({ hedge, value, interval, measure, direction }: Fact): Interval {
  const firm = hedge !== null && value !== null ? exactly(value) : interval;
  return measure === 'growth' ? signed(firm, direction) : firm;
}

/** True when some value that the outcome may stand for reaches the target. */
function isMet(goal: Interval, actual: Interval, isCeiling: boolean): boolean {
  return isCeiling ? atMost(actual.low, goal.high) : atMost(goal.low, actual.high);
}

function atMost(low: string | null, high: string | null): boolean {
  return low === null || high === null || order(low, high) <= 0;
}
