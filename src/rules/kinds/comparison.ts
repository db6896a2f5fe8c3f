/** 高于全市平均, 快于全国: a growth rate or share that is set against another place's, where that place's report states it. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { big, type Interval, meets, subtract } from '../../model/interval.ts';
import type { FactInReport, Kind } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import {
  factName,
  inOrder,
  isOutcome,
  type Outcome,
  outcome,
  parentOf,
  periodKey,
  reportName,
  scopeKey,
  signed,
  spread,
} from './facts.ts';

const FAMILY = 'comparison';

export const comparisonKind: Kind = {
  name: FAMILY,
  scopes: ['corpus'],
  params: { type: 'object', additionalProperties: false, properties: {} },
  compile: (_params, vocabulary) => ({
    shape: 'check',
    family: FAMILY,
    keys: (fact, report) => keysOf(fact, report, vocabulary),
    compare: (group) => compare(inOrder(group), vocabulary),
  }),
};

/** A claim is filed under the place that it names; a plain statement under its own place. */
function keysOf(fact: Fact, report: ReportFacts, vocabulary: Vocabulary): readonly string[] {
  if (fact.regionCode === null || fact.period === null || !isOutcome(fact)) return [];
  if (fact.measure !== 'growth' && fact.measure !== 'change_points') return [];
  const indicator = fact.measure === 'growth' ? fact.indicator : (levelOf(fact, report)?.indicator ?? fact.indicator);
  if (indicator === null) return [];
  const what = [indicator, scopeKey(fact), periodKey(fact)].join('|');
  const keys = fact.measure === 'growth' ? [`${fact.regionCode}|${what}`] : [];
  const other = fact.comparedWith === null ? null : placeOf(fact.comparedWith, fact.regionCode, report, vocabulary);
  return other === null || other === fact.regionCode ? keys : [...keys, `${other}|${what}`];
}

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  国: ['country'],
  省: ['province'],
  市: ['prefecture', 'province'],
  州: ['prefecture'],
};

/** 全国, 全省, 全市 as seen from a place; null where the words name no place above it. */
function placeOf(words: string, own: string, report: ReportFacts, vocabulary: Vocabulary): string | null {
  const level = LEVELS[/(?:全|我)([国省市州])/u.exec(words)?.[1] ?? ''];
  let code = parentOf(own, report, vocabulary);
  for (let steps = 0; code !== null && level !== undefined && steps < 4; steps++) {
    const division = vocabulary.divisions.byCode(code);
    if (division && level.includes(division.level)) return code;
    code = division?.parentCode ?? null;
  }
  return null;
}

/** The figure of the same sentence that a difference in points is said of. */
function levelOf(points: Fact, report: ReportFacts): Fact | null {
  return points.of === null ? null : (report.facts.find((fact) => fact.figureId === points.of) ?? null);
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary): Outcome[] {
  return group.flatMap((claim) => {
    if (claim.fact.comparedWith === null) return [];
    const own = claim.fact.measure === 'growth' ? claim.fact : levelOf(claim.fact, claim.report);
    if (own === null || own.measure !== 'growth' || own.unit !== '%') return [];
    const place = placeOf(claim.fact.comparedWith, claim.fact.regionCode ?? '', claim.report, vocabulary);
    const other = group.find(
      ({ fact }) =>
        fact.measure === 'growth' && fact.unit === '%' && fact.regionCode === place && fact.comparedWith === null,
    );
    return other ? [told(claim, { fact: own, report: claim.report }, other, vocabulary)] : [];
  });
}

function told(claim: FactInReport, own: FactInReport, other: FactInReport, vocabulary: Vocabulary): Outcome {
  const left = signed(spread(own.fact, vocabulary), own.fact.direction);
  const right = signed(spread(other.fact, vocabulary), other.fact.direction);
  const points = claim.fact.measure === 'change_points' ? spread(claim.fact, vocabulary) : null;
  const items = points === null ? [own, other] : [own, claim, other];
  return outcome(
    FAMILY,
    judge(claim.fact, left, right, points, own.fact.basis === other.fact.basis),
    items,
    { expected: right, actual: left },
    {
      indicator: factName(own.fact),
      claim: `${claim.fact.comparedWith ?? ''} ${points === null ? '' : claim.fact.quote}`.trim(),
      own: `${reportName(own.report)} ${own.fact.quote}`,
      other: `${reportName(other.report)} ${other.fact.quote}`,
      difference: intervalText(subtract(left, right), '个百分点'),
    },
  );
}

function judge(
  claim: Fact,
  own: Interval,
  other: Interval,
  points: Interval | null,
  sameBasis: boolean,
): readonly [Verdict, string] {
  const plain = points === null && !/[高低快慢优好]于|领先|超[过出]|落后/u.test(claim.comparedWith ?? '');
  const below = /[低慢]于|落后/u.test(claim.comparedWith ?? '') || (points !== null && claim.direction === 'down');
  const ahead = below ? subtract(other, own) : subtract(own, other);
  const fits = points === null ? ahead.high === null || big(ahead.high).gte(0) : meets(ahead, points);
  if (fits) return ['holds', 'fits'];
  if (!sameBasis) return ['cannot-tell', 'other-basis'];
  // Without the verb it is not known whether the claim is to be above or below.
  return plain ? ['cannot-tell', 'sense-of-comparison'] : ['broken', 'contradicted'];
}
