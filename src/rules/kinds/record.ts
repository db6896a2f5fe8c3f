/** 创历史新高, 首次突破, 连续五年增长, 连续三年居首位: what a report claims of other years, held against what the same place's reports state for them. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, FigureClaim, ReportFacts } from '../../model/fact.ts';
import { ANY, big, decimal, type Interval, compare as order } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { checkKind } from './check-kind.ts';
import {
  common,
  factName,
  groupBy,
  isAmount,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  scopeKey,
  shapeOf,
  spread,
  yearOf,
} from './facts.ts';
import { numberOf } from './params.ts';

export const recordKind = checkKind({
  family: 'record',
  params: {
    near: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description: 'Levels are revised: by less than this share another year contradicts nothing. Default: 0.05.',
    },
  },
  compile: (params, vocabulary) => {
    const terms: Terms = { vocabulary, near: String(1 + numberOf(params, 'near', 0.05)) };
    return {
      takes: (sort) => sort.measure === 'rank' || (sort.isNamed && isAmount(sort) && isOutcome(sort)),
      keys: (fact, report) => keysOf(fact, report, vocabulary),
      compare: (group) => compare(group, terms),
    };
  },
});

interface Terms {
  readonly vocabulary: Vocabulary;
  /** Factor beyond which two levels differ by more than a revision. */
  readonly near: string;
}

/** Levels of whole years, and ranks, of the report's own place. */
function keysOf(fact: Fact, { identity }: ReportFacts, vocabulary: Vocabulary): readonly string[] {
  const { indicator, regionCode, period, measure } = fact;
  if (regionCode === null || regionCode !== identity.regionCode) return [];
  if (measure === 'rank') {
    const subject = indicator ?? fact.indicatorText;
    // 居省会城市第一 and 居副省级城市第二 are two ranks: where the set is not told it is not known which.
    return subject === '' || fact.scope.length === 0 || fact.nature === 'target'
      ? []
      : [[regionCode, subject, scopeKey(fact), 'rank'].join('|')];
  }
  if (indicator === null || period === null || !isAmount(fact) || !isOutcome(fact)) return [];
  const shape = shapeOf(period);
  if (shape === null || !isPlain(fact, vocabulary)) return [];
  return [`${regionCode}|${indicator}|${scopeKey(fact)}|${fact.unit}|${measure}|${shape}`];
}

function yearOfItem({ fact, report }: FactInReport): number | null {
  return fact.measure === 'rank' || fact.period === null ? report.identity.reviewedYear : yearOf(fact.period);
}

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const claimed = group.flatMap((item) => {
    const claim = claimOf(item);
    return claim ? [{ item, claim }] : [];
  });
  if (claimed.length === 0) return [];
  const years = groupBy(group, yearOfItem);
  return claimed.flatMap(({ item, claim }) => {
    const year = yearOfItem(item);
    if (year === null) return [];
    const others = [...years]
      .sort(([a], [b]) => a - b)
      .flatMap(([at, items]): Known[] => {
        const [first] = items;
        return first && at < year && at > year - reach(claim) && isSure(items, terms)
          ? [{ year: at, item: first }]
          : [];
      });
    return others.length === 0 ? [] : [told({ item, claim, year, others }, terms)];
  });
}

function claimOf({ fact, report }: FactInReport): FigureClaim | null {
  for (const claim of report.claims ?? []) {
    if (claim.kind !== 'goals' && claim.figureId === fact.figureId) return claim;
  }
  return null;
}

/** Years back that a claim speaks of. */
function reach({ kind, years }: FigureClaim): number {
  return years === null ? Number.POSITIVE_INFINITY : kind === 'rise' ? years + 1 : years;
}

/** The statements of one year, when they agree; else one of them means something else. */
function isSure(items: readonly FactInReport[], { vocabulary }: Terms): boolean {
  return items.length < 2 || common(items.map(({ fact }) => spread(fact, vocabulary))) !== null;
}

interface Known {
  readonly year: number;
  readonly item: FactInReport;
}

interface Said {
  readonly item: FactInReport;
  readonly claim: FigureClaim;
  readonly year: number;
  /** One statement of every other year that is known, in order of year. */
  readonly others: readonly Known[];
}

function told(said: Said, terms: Terms): Outcome {
  const { item, claim, others } = said;
  const against = contradicting(said, terms);
  const shown = (against.length > 0 ? against : others).slice(-SHOWN);
  return outcome(
    judge(said, against),
    [item, ...shown.map((known) => known.item)],
    { expected: expectedOf(said), actual: spread(item.fact, terms.vocabulary) },
    {
      indicator: factName(item.fact),
      claim: `${claim.quote}${claim.kind === 'rank' ? item.fact.quote : ''}`,
      own: item.fact.quote,
      known: others.map(({ year }) => String(year)).join(', '),
      others: shown.map(({ year, item: one }) => `${year}: ${one.fact.quote}`).join('、'),
    },
  );
}

/** Years that are told by name. */
const SHOWN = 6;

function judge({ claim, year, others }: Said, against: readonly Known[]): readonly [Verdict, string] {
  if (against.length > 0) return ['broken', claim.kind === 'rank' ? 'ranked-otherwise' : 'no-record'];
  const needed = claim.years === null ? FEWEST : claim.kind === 'rise' ? claim.years : claim.years - 1;
  const isKnown = others.some((known) => known.year === year - 1) && others.length >= Math.min(needed, MOST);
  return isKnown ? ['holds', 'fits'] : ['cannot-tell', 'unknown-years'];
}

/** Years before that must be known for a record to hold, and so many suffice for a long streak. */
const FEWEST = 2;
const MOST = 5;

/** Years whose own reports state what cannot be when the claim is true. */
function contradicting({ item, claim, others, year }: Said, { vocabulary, near }: Terms): readonly Known[] {
  const reading = ({ fact }: FactInReport): Interval => spread(fact, vocabulary);
  const own = reading(item);
  if (claim.kind === 'rank') return others.filter((known) => exceeds(reading(known.item).low, own.high));
  if (claim.kind === 'record') {
    return others.filter((known) => exceeds(reading(known.item).low, times(own.high, near)));
  }
  if (claim.kind === 'first') {
    const reached = item.fact.value ?? own.low;
    return others.filter((known) => exceeds(reading(known.item).low, times(reached, near)));
  }
  const all = [...others, { year, item }];
  return all.slice(0, -1).filter((known, at) => {
    const next = all[at + 1];
    return (
      next !== undefined &&
      next.year === known.year + 1 &&
      exceeds(reading(known.item).low, times(reading(next.item).high, near))
    );
  });
}

function times(end: string | null, factor: string): string | null {
  return end === null ? null : decimal(big(end).times(factor));
}

function exceeds(low: string | null, limit: string | null): boolean {
  return low !== null && limit !== null && order(low, limit) > 0;
}

/** What the other years leave for the figure: their highest level is the least that a record may be. */
function expectedOf({ claim, others }: Said): Interval {
  if (claim.kind !== 'record') return ANY;
  const lows = others.flatMap(({ item }) => item.fact.interval.low ?? []);
  return lows.length === 0 ? ANY : { low: lows.reduce((a, b) => (order(a, b) > 0 ? a : b)), high: null };
}
