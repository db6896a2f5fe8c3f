/** What lies in a place cannot exceed the place: a district against its city, and all known districts together. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { big, decimal, type Interval } from '../../model/interval.ts';
import type { FactInReport, Kind } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import {
  common,
  factName,
  groupBy,
  inOrder,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  parentOf,
  periodKey,
  reportName,
  spread,
  sumOf,
} from './facts.ts';
import { numberOf } from './params.ts';

const FAMILY = 'part-of-whole';

export const partOfWholeKind: Kind = {
  name: FAMILY,
  scopes: ['corpus'],
  params: {
    type: 'object',
    additionalProperties: false,
    properties: {
      accounts: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        description:
          'Places keep accounts of their own: up to this share above the whole, a sum of several places cannot tell. Default: 0.1.',
      },
    },
  },
  compile: (params, vocabulary) => {
    const accounts = decimal(big(String(numberOf(params, 'accounts', 0.1))).plus(1));
    return {
      shape: 'check',
      family: FAMILY,
      keys: (fact, report) => keysOf(fact, report, vocabulary),
      compare: (group) => compare(inOrder(group), vocabulary, accounts),
    };
  },
};

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
  const what = [indicator, scopeOf(fact), fact.unit, fact.measure, periodKey(fact)].join('|');
  const parent = parentOf(regionCode, report, vocabulary);
  return parent === null ? [`${regionCode}|${what}`] : [`${regionCode}|${what}`, `${parent}|${what}`];
}

function scopeOf(fact: Fact): string {
  return fact.scope.filter((word) => !OWN_LEVEL.has(word)).join('+');
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary, accounts: string): Outcome[] {
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
  if (only && parts.length === 1) return [told([only], whole, vocabulary, '1')];
  // Of several parts only those that are too large by themselves are told one by one.
  const limit = spread(whole.fact, vocabulary);
  const larger = parts.filter(({ fact }) => exceeds(spread(fact, vocabulary), limit));
  const each = larger.map((part) => told([part], whole, vocabulary, '1'));
  return parts.length === 0 ? [] : [...each, told(parts, whole, vocabulary, accounts)];
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

/** @param accounts factor by which the parts may exceed the whole before something must be wrong */
function told(parts: readonly FactInReport[], whole: FactInReport, vocabulary: Vocabulary, accounts: string): Outcome {
  const sum = sumOf(parts.map(({ fact }) => spread(fact, vocabulary)));
  const limit = spread(whole.fact, vocabulary);
  const judged = judge(sum, limit, accounts, parts.length === 1);
  return outcome(
    FAMILY,
    judged,
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

function judge(sum: Interval, limit: Interval, accounts: string, one: boolean): readonly [Verdict, string] {
  if (!exceeds(sum, limit)) return ['holds', 'fits'];
  if (!exceeds(sum, { low: limit.low, high: limit.high && decimal(big(limit.high).times(accounts)) }))
    return ['cannot-tell', 'separate-accounts'];
  return ['broken', one ? 'part-exceeds-whole' : 'parts-exceed-whole'];
}

function exceeds(part: Interval, whole: Interval): boolean {
  return part.low !== null && whole.high !== null && big(part.low).gt(whole.high);
}
