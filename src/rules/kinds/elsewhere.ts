/** 高于全省平均水平, 高于全省平均水平313美元, 是全国平均水平的1.5倍: an amount that is set against another place's, where that place's report states it. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, FigureClaim, ReportFacts } from '../../model/fact.ts';
import { big, divide, type Interval, meets, multiply, subtract } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import { placeOf } from './comparison.ts';
import {
  common,
  factName,
  isAmount,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  periodKey,
  reportName,
  scopeKey,
  spread,
} from './facts.ts';
import { numberOf } from './params.ts';

export const elsewhereKind = checkKind({
  family: 'elsewhere',
  params: {
    near: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'Both amounts are preliminary: a claim that would fit with the other place up to this share higher or lower is not contradicted. Default: 0.05.',
    },
  },
  compile: (params, vocabulary) => {
    const near = numberOf(params, 'near', 0.05);
    const terms: Terms = { vocabulary, about: { low: String(1 - near), high: String(1 + near) } };
    return {
      takes: (sort) => isAmount(sort) || sort.measure === 'growth' || sort.measure === 'ratio',
      keys: (fact, report) => keysOf(fact, report, vocabulary),
      anchors: (fact, report) => saidOf(fact, report) !== null,
      compare: (group) => compare(group, terms),
    };
  },
});

interface Terms {
  readonly vocabulary: Vocabulary;
  /** Factors that a preliminary amount may be off by. */
  readonly about: Interval;
}

/** What a figure says of an amount and of another place's. */
interface Said {
  readonly own: Fact;
  /** Words that name the other place. */
  readonly place: string;
  readonly quote: string;
  readonly kind: 'above' | 'below' | 'times' | 'more' | 'less';
}

/** An amount is filed under its own place, a claim under the place that it names. */
function keysOf(fact: Fact, report: ReportFacts, vocabulary: Vocabulary): readonly string[] {
  const said = saidOf(fact, report);
  // No report names a county by its level: what a county states is asked for by nobody.
  const isAsked = report.identity.level !== 'county' && isStatement(fact, report, vocabulary);
  const plain = isAsked ? [keyOf(fact.regionCode ?? '', fact)] : [];
  if (said === null || !isStatement(said.own, report, vocabulary)) return plain;
  const other = placeOf(said.place, said.own.regionCode ?? '', report, vocabulary);
  return other === null || other === said.own.regionCode ? plain : [...plain, keyOf(other, said.own)];
}

function keyOf(place: string, fact: Fact): string {
  return [place, fact.indicator, scopeKey(fact), periodKey(fact), fact.unit].join('|');
}

/** An amount of the report's own place in a known year, of a thing that every place has one of. */
function isStatement(fact: Fact, { identity }: ReportFacts, vocabulary: Vocabulary): boolean {
  const { indicator, period, regionCode, comparedWith } = fact;
  if (indicator === null || period === null || comparedWith !== null || !isAmount(fact) || !isOutcome(fact))
    return false;
  return regionCode !== null && regionCode === identity.regionCode && isPlain(fact, vocabulary);
}

function saidOf(fact: Fact, report: ReportFacts): Said | null {
  if (fact.measure === 'growth') {
    // 高于全省平均水平313美元: the difference has the unit of the amount.
    if (fact.unit === '%' || fact.comparedWith === null) return null;
    const own = amountBefore(fact, report, fact.unit);
    const kind = fact.direction === 'down' ? 'less' : 'more';
    const quote = `${kind === 'less' ? '低于' : '高于'}${fact.comparedWith}${fact.quote}`;
    return own && { own, place: fact.comparedWith, quote, kind };
  }
  const claim = claimOn(fact, report);
  if (claim === null) return null;
  if (claim.kind !== 'times') return { own: fact, place: claim.quote, quote: claim.quote, kind: claim.kind };
  const own = amountBefore(fact, report, null);
  return own && { own, place: claim.quote, quote: `${claim.quote}${fact.quote}`, kind: 'times' };
}

type OfPlaces = FigureClaim & { readonly kind: 'above' | 'below' | 'times' };

function claimOn({ figureId }: Fact, { claims = [] }: ReportFacts): OfPlaces | null {
  for (const claim of claims) {
    const { kind } = claim;
    if (claim.figureId !== figureId || (kind !== 'above' && kind !== 'below' && kind !== 'times')) continue;
    return { ...claim, kind };
  }
  return null;
}

/** The amount that a difference or a multiple is said of: the figure right before it. */
function amountBefore(fact: Fact, { facts }: ReportFacts, unit: string | null): Fact | null {
  const last = facts.findLast((one) => one.sentence === fact.sentence && one.range.end <= fact.range.start);
  if (last === undefined || !isAmount(last) || fact.range.start - last.range.end > CLOSE) return null;
  return unit === null || last.unit === unit ? last : null;
}

/** Characters of ，相当于全国平均水平的 and some. */
const CLOSE = 16;

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  return group.flatMap((item) => {
    const said = saidOf(item.fact, item.report);
    if (said === null) return [];
    const place = placeOf(said.place, said.own.regionCode ?? '', item.report, terms.vocabulary);
    const others = group.filter(({ fact }) => fact.regionCode === place && isAmount(fact));
    const [other] = others;
    return other === undefined ? [] : [told(said, item, other, { ...terms, others })];
  });
}

function told(
  said: Said,
  item: FactInReport,
  other: FactInReport,
  terms: Terms & { readonly others: readonly FactInReport[] },
): Outcome {
  const { vocabulary, others } = terms;
  const own: FactInReport = { fact: said.own, report: item.report };
  const [left, right] = [spread(own.fact, vocabulary), spread(other.fact, vocabulary)];
  const isTimes = said.kind === 'times';
  const isSure = common(others.map(({ fact }) => spread(fact, vocabulary))) !== null;
  return outcome(
    isSure
      ? judge(said, { left, right, claimed: spread(item.fact, vocabulary) }, terms)
      : ['cannot-tell', 'stated-twice'],
    own.fact === item.fact ? [own, other] : [own, item, other],
    { expected: right, actual: left },
    {
      indicator: factName(own.fact),
      claim: said.quote,
      own: `${reportName(own.report)} ${own.fact.quote}`,
      other: `${reportName(other.report)} ${other.fact.quote}`,
      difference: isTimes
        ? intervalText(divide(left, right), '倍')
        : intervalText(subtract(left, right), own.fact.unit),
    },
  );
}

interface Amounts {
  readonly left: Interval;
  readonly right: Interval;
  /** The difference or the multiple as claimed. */
  readonly claimed: Interval;
}

function judge({ kind }: Said, amounts: Amounts, { about }: Terms): readonly [Verdict, string] {
  const { left, right, claimed } = amounts;
  const fits = (other: Interval): boolean => {
    if (kind === 'times') return meets(left, multiply(other, claimed));
    if (kind === 'more') return meets(subtract(left, other), claimed);
    if (kind === 'less') return meets(subtract(other, left), claimed);
    return kind === 'above' ? reaches(left, other) : reaches(other, left);
  };
  if (fits(right)) return ['holds', 'fits'];
  return fits(multiply(right, about)) ? ['cannot-tell', 'may-be-revised'] : ['broken', 'contradicted'];
}

/** True when some value of the one may be above the other. */
function reaches({ high }: Interval, { low }: Interval): boolean {
  return high === null || low === null || big(high).gte(low);
}
