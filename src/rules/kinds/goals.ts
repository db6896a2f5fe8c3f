/** 全面完成各项目标任务: what a report says of all its targets, held against those that an earlier report set and the outcomes that it tells itself. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, GoalsClaim, ReportFacts } from '../../model/fact.ts';
import { big, exactly } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { checkKind } from './check-kind.ts';
import { factName, groupBy, isOutcome, type Outcome, outcome } from './facts.ts';
import { numberOf, textsOf } from './params.ts';
import { aimOf, CEILINGS, type Reach, reachOf, yearAimedAt } from './target.ts';

export const goalsKind = checkKind({
  family: 'goals',
  params: {
    ceilings: CEILINGS,
    levels: {
      type: 'array',
      items: { type: 'string' },
      description:
        'Canonical indicators whose level is aimed at every year; of the others only the rate of growth is, and a level is a work begun, or one of several years.',
    },
    fewest: {
      type: 'integer',
      minimum: 1,
      description: 'Targets with a known outcome that must all be met for the claim to hold. Default: 3.',
    },
  },
  compile: (params, vocabulary) => {
    const terms: Terms = {
      vocabulary,
      ceilings: new Set(textsOf(params, 'ceilings')),
      levels: new Set(textsOf(params, 'levels')),
      fewest: numberOf(params, 'fewest', 3),
    };
    return {
      takes: (sort) => sort.isNamed && (sort.nature === 'target' || isOutcome(sort)),
      keys: (fact, report) => keysOf(fact, report, terms),
      // A target that was missed makes no figure wrong.
      accuses: false,
      // Targets alone make no group: most reports claim nothing of those that were set the year before.
      anchors: (fact) => fact.nature !== 'target',
      compare: (group) => compare(group, terms),
    };
  },
});

interface Terms {
  readonly vocabulary: Vocabulary;
  readonly ceilings: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  readonly fewest: number;
}

/** A target is filed under the years from its report to the one that it is set for; an outcome under those of its report's claims. */
function keysOf(fact: Fact, report: ReportFacts, terms: Terms): readonly string[] {
  const { reportYear } = report.identity;
  const isTarget = fact.nature === 'target';
  const claims = isTarget ? [] : goalsOf(report);
  if (reportYear === null || (!isTarget && claims.length === 0)) return [];
  const year = yearAimedAt(fact, report, terms.vocabulary);
  if (year === null) return [];
  const spans: readonly Span[] = isTarget
    ? [{ from: reportYear, to: year }]
    : claims.filter(({ to }) => to === year && isOutcome(fact));
  return spans.flatMap((span) => (suits(fact, span, terms) ? [keyOf(fact.regionCode, span)] : []));
}

type Span = Pick<GoalsClaim, 'from' | 'to'>;

function keyOf(region: string | null, { from, to }: Span): string {
  return `${region}|${from}|${to}`;
}

/** Of several years only what is reached at their end can be told from the last one: a rate of growth is one of a year. */
function suits({ measure, unit, indicator }: Fact, { from, to }: Span, { levels }: Terms): boolean {
  if (to > from) return measure !== 'growth' && measure !== 'new';
  return to === from && ((measure === 'growth' && unit === '%') || levels.has(indicator ?? ''));
}

function goalsOf({ claims = [] }: ReportFacts): readonly GoalsClaim[] {
  return claims.flatMap((claim) => (claim.kind === 'goals' ? [claim] : []));
}

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const claiming = new Set(group.flatMap(({ fact, report }) => (fact.nature === 'target' ? [] : [report])));
  return [...claiming].flatMap((report) => {
    const own = group.filter((item) => item.report === report || item.fact.nature === 'target');
    return goalsOf(report).flatMap((claim) => {
      const aims = aimsOf(own, claim, terms);
      return aims.length === 0 ? [] : [told(claim, aims, terms)];
    });
  });
}

/** A target with what came of it. */
interface Aim {
  readonly target: FactInReport;
  readonly reached: FactInReport;
  readonly isMet: boolean;
}

function aimsOf(group: readonly FactInReport[], claim: GoalsClaim, terms: Terms): Aim[] {
  const ofClaim = group.filter(({ fact, report }) =>
    keysOf(fact, report, terms).includes(keyOf(fact.regionCode, claim)),
  );
  return [...groupBy(ofClaim, ({ fact }) => aimOf(fact)).values()].flatMap((items) => aimIn(items, terms) ?? []);
}

/** Of targets and outcomes of one aim the two that fit best: 确保8%, 力争9% is met by eight. */
function aimIn(items: readonly FactInReport[], { vocabulary, ceilings }: Terms): Aim | null {
  const targets = items.filter(({ fact }) => fact.nature === 'target');
  const outcomes = items.filter(({ fact }) => fact.nature !== 'target');
  const pairs = targets.flatMap((target) =>
    outcomes
      .filter(({ report }) => report !== target.report)
      .map((reached) => ({ target, reached, reach: reachOf(target.fact, reached.fact, vocabulary, ceilings) })),
  );
  const best = pairs.find(({ reach }) => reach.isReached) ?? pairs[0];
  if (best === undefined || best.reach.isFar) return null;
  const { target, reached, reach } = best;
  // 同口径增长 against a target that does not say on what base it stands.
  const isUnlike = target.fact.basis !== reached.fact.basis && reached.fact.basis === 'same-scope';
  if (isUntold(reach) || (isUnlike && !reach.isReached)) return null;
  return { target, reached, isMet: reach.isReached };
}

/** 增长6.5%以上 does not tell whether eight were reached. */
function isUntold({ goal, actual, isCeiling }: Reach): boolean {
  if (isCeiling) return actual.low === null && isBeyond(actual.high, goal.high);
  return actual.high === null && isBeyond(goal.low, actual.low);
}

function isBeyond(more: string | null, less: string | null): boolean {
  return more !== null && less !== null && big(more).gt(less);
}

function told(claim: GoalsClaim, aims: readonly Aim[], terms: Terms): Outcome {
  const missed = aims.filter(({ isMet }) => !isMet);
  const shown = (missed.length > 0 ? missed : aims).slice(0, SHOWN);
  return outcome(
    judge(claim, aims.length, missed.length, terms),
    shown.flatMap(({ target, reached }) => [reached, target]),
    { expected: exactly(String(aims.length)), actual: exactly(String(aims.length - missed.length)) },
    {
      claim: claim.quote,
      years: claim.from === claim.to ? String(claim.to) : `${claim.from}–${claim.to}`,
      known: String(aims.length),
      met: String(aims.length - missed.length),
      missed: String(missed.length),
      shown: shown
        .map(
          ({ target: { fact }, reached, isMet }) =>
            `${factName(fact)} ${said(fact)} ${isMet ? '✓' : '✗'} ${said(reached.fact)}`,
        )
        .join('、'),
    },
  );
}

/** A fall of 17.4% is no growth of as much. */
function said({ quote, measure, direction }: Fact): string {
  return measure === 'growth' && direction === 'down' ? `-${quote}` : quote;
}

/** Targets that are told by name. */
const SHOWN = 6;

function judge(
  { isHedged, isLimited }: GoalsClaim,
  known: number,
  missed: number,
  { fewest }: Terms,
): readonly [Verdict, string] {
  if (missed === 0) return known < fewest ? ['cannot-tell', 'few-targets-known'] : ['holds', 'targets-met'];
  if (isHedged) return ['cannot-tell', 'hedged-claim'];
  if (isLimited) return ['cannot-tell', 'of-some-targets'];
  return missed >= fewest && missed * 2 >= known
    ? ['broken', 'most-targets-missed']
    : ['cannot-tell', 'targets-missed'];
}
