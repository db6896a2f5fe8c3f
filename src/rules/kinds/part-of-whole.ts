/** What lies in a place cannot exceed the place: a district against its city, and all known districts together. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { big, type Decimal, decimal, type Interval, compare as order } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import {
  common,
  factName,
  groupBy,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  parentOf,
  periodKey,
  reportName,
  reviewsSeveralYears,
  spread,
  sumOf,
  wordedAlike,
} from './facts.ts';
import { numberOf, textsOf } from './params.ts';

export const partOfWholeKind = checkKind({
  family: 'part-of-whole',
  params: {
    accounts: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'Places keep accounts of their own: up to this share above the whole, a sum of several places cannot tell. Default: 0.1.',
    },
    loose: {
      type: 'array',
      items: { type: 'string' },
      description:
        'Canonical indicators that are told loosely: of one year or of all years, of those promised, begun or done. A part above its whole cannot tell there.',
    },
  },
  compile: (params, vocabulary) => {
    const terms: Terms = {
      vocabulary,
      accounts: decimal(big(String(numberOf(params, 'accounts', 0.1))).plus(1)),
      loose: new Set(textsOf(params, 'loose')),
    };
    return {
      takes: (sort) => sort.isNamed && isOutcome(sort) && MEASURES.has(sort.measure),
      keys: (fact, report) => keysOf(fact, report, vocabulary),
      compare: (group) => compare(group, terms),
    };
  },
});

interface Terms {
  readonly vocabulary: Vocabulary;
  /** Factor by which several parts may exceed the whole before something must be wrong. */
  readonly accounts: Decimal;
  readonly loose: ReadonlySet<string>;
}

const MEASURES: ReadonlySet<string> = new Set(['level', 'count']);
/** Qualifiers that only say which level collects the money; each place's own sum adds up to the whole's. */
const OWN_LEVEL: ReadonlySet<string> = new Set([
  '区级',
  '县级',
  '市级',
  '省级',
  '地方',
  '全市',
  '全区',
  '全县',
  '全省',
]);

/** A fact belongs to its own place as a whole, and to its parent as a part. */
function keysOf(fact: Fact, report: ReportFacts, vocabulary: Vocabulary): readonly string[] {
  const { regionCode, indicator } = fact;
  if (indicator === null || regionCode === null || fact.period === null) return [];
  if (
    !isOutcome(fact) ||
    !MEASURES.has(fact.measure) ||
    !isPlain(fact, vocabulary) ||
    !vocabulary.indicators.byName(indicator)?.additive
  )
    return [];
  const what = `${indicator}|${scopeOf(fact)}|${fact.unit}|${fact.measure}|${periodKey(fact)}`;
  const parent = parentOf(regionCode, report, vocabulary);
  return parent === null ? [`${regionCode}|${what}`] : [`${regionCode}|${what}`, `${parent}|${what}`];
}

function scopeOf(fact: Fact): string {
  return fact.scope.filter((word) => !OWN_LEVEL.has(word)).join('+');
}

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const { vocabulary } = terms;
  const places = groupBy(group, (item) => item.fact.regionCode);
  const code = wholeAmong(group, vocabulary);
  const wholes = code === null ? [] : (places.get(code) ?? []);
  const [whole] = wholes;
  if (!whole || places.size < 2 || !agree(wholes, vocabulary)) return [];
  const parts = [...places].flatMap(([place, items]) => {
    const own = items.find((item) => item.report.identity.regionCode === place) ?? items[0];
    return place === code || !own || !agree(items, vocabulary) ? [] : [own];
  });
  const [only] = parts;
  if (only && parts.length === 1) return [told([only], whole, terms)];
  // Of several parts only those that are too large by themselves are told one by one.
  const limit = spread(whole.fact, vocabulary);
  const larger = parts.filter(({ fact }) => exceeds(spread(fact, vocabulary), limit));
  const each = larger.map((part) => told([part], whole, terms));
  return parts.length === 0 ? [] : [...each, told(parts, whole, terms)];
}

/** True when all statements on one place share a value: else one of them means something else, and which is not known. */
function agree(items: readonly FactInReport[], vocabulary: Vocabulary): boolean {
  return common(items.map(({ fact }) => spread(fact, vocabulary))) !== null;
}

/** The place that the others lie in. A group holds one place and its parts, or one part alone with others of its parent. */
function wholeAmong(group: readonly FactInReport[], vocabulary: Vocabulary): string | null {
  const codes = new Set(group.map((item) => item.fact.regionCode ?? ''));
  for (const { fact, report } of group) {
    const parent = fact.regionCode === null ? null : parentOf(fact.regionCode, report, vocabulary);
    if (parent !== null && codes.has(parent)) return parent;
  }
  return null;
}

function told(parts: readonly FactInReport[], whole: FactInReport, terms: Terms): Outcome {
  const { vocabulary } = terms;
  const sum = sumOf(parts.map(({ fact }) => spread(fact, vocabulary)));
  const limit = spread(whole.fact, vocabulary);
  return outcome(
    judge(parts, whole, { sum, limit }, terms),
    [...parts, whole],
    { expected: { low: '0', high: limit.high }, actual: sum },
    {
      indicator: factName(whole.fact),
      parts: parts.map(({ fact, report }) => `${reportName(report)} ${fact.quote}`).join(' + '),
      whole: `${reportName(whole.report)} ${whole.fact.quote}`,
      sum: intervalText(sum, whole.fact.unit),
    },
  );
}

function judge(
  parts: readonly FactInReport[],
  whole: FactInReport,
  { sum, limit }: { readonly sum: Interval; readonly limit: Interval },
  { vocabulary, accounts, loose }: Terms,
): readonly [Verdict, string] {
  if (!exceeds(sum, limit)) return ['holds', 'fits'];
  const [only] = parts.length === 1 ? parts : [];
  const factor = only ? '1' : accounts;
  if (!exceeds(sum, { low: limit.low, high: limit.high && decimal(big(limit.high).times(factor)) })) {
    return ['cannot-tell', 'separate-accounts'];
  }
  if (whole.fact.indicator !== null && loose.has(whole.fact.indicator)) return ['cannot-tell', 'loosely-counted'];
  const adds = whole.fact.indicator !== null && vocabulary.indicators.byName(whole.fact.indicator)?.nature === 'flow';
  if (adds && parts.some(({ report }) => reviewsSeveralYears(report))) return ['cannot-tell', 'may-be-cumulative'];
  if (parts.some(({ fact }) => !wordedAlike(fact, whole.fact, vocabulary))) return ['cannot-tell', 'other-wording'];
  return ['broken', only ? 'part-exceeds-whole' : 'parts-exceed-whole'];
}

function exceeds(part: Interval, whole: Interval): boolean {
  return part.low !== null && whole.high !== null && order(part.low, whole.high) > 0;
}
