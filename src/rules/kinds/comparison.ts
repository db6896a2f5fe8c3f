/** 高于全市平均, 快于全国: a growth rate or percentage that is set against another place's, where that place's report states it. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import type { Sense } from '../../model/figure.ts';
import { ANY, add, big, type Interval, meets, subtract } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import {
  factName,
  factsOfSentence,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  parentOf,
  periodKey,
  reportName,
  scopeKey,
  signed,
  spread,
} from './facts.ts';
import { optionalTextOf } from './params.ts';

export const comparisonKind = checkKind({
  family: 'comparison',
  params: {
    of: {
      enum: ['growth', 'percentage'],
      description:
        'What is compared: rates of growth, or what a place has one of in per cent (城镇化率). Default: growth.',
    },
  },
  compile: (params, vocabulary) => {
    const ofPercentages = optionalTextOf(params, 'of') === 'percentage';
    const fits = ofPercentages ? isPercentage : isGrowth;
    const measures: readonly string[] = ofPercentages ? ['level', 'share'] : ['growth'];
    return {
      takes: ({ measure }) => measure === 'change_points' || measures.includes(measure),
      keys: (fact, report) => keysOf(fact, report, fits, vocabulary),
      anchors: ({ comparedWith }) => comparedWith !== null,
      compare: (group) => compare(group, vocabulary),
    };
  },
});

/** A claim is filed under the place that it names; a plain statement under its own place. */
function keysOf(
  fact: Fact,
  report: ReportFacts,
  fits: (own: Fact) => boolean,
  vocabulary: Vocabulary,
): readonly string[] {
  const own = growthOf(fact, report);
  if (own === null || !fits(own) || own.regionCode === null || own.indicator === null || own.period === null) return [];
  if (!isOutcome(own) || !isPlain(own, vocabulary)) return [];
  const what = [own.indicator, scopeKey(own), periodKey(own), isGrowth(own) ? 'growth' : own.measure].join('|');
  const keys = own === fact ? [`${own.regionCode}|${what}`] : [];
  const other = fact.comparedWith === null ? null : placeOf(fact.comparedWith, own.regionCode, report, vocabulary);
  return other === null || other === own.regionCode ? keys : [...keys, `${other}|${what}`];
}

/** The growth rate that a fact states, or that a difference in points (高于全省1.4个百分点) is said of: the last one before it in its sentence. */
function growthOf(fact: Fact, report: ReportFacts): Fact | null {
  if (isGrowth(fact) || isPercentage(fact)) return fact;
  if (fact.measure !== 'change_points' || fact.comparedWith === null) return null;
  const sentence = factsOfSentence(report, fact.sentence);
  const percentage = percentageBefore(fact, sentence);
  if (percentage !== null) return percentage;
  const before = sentence.filter(
    (one) =>
      one.range.start < fact.range.start &&
      one.measure === 'growth' &&
      one.unit === '%' &&
      (fact.of === null || one.figureId === fact.of || one.of === fact.of),
  );
  const rates = sentence.filter(({ measure }) => measure === 'growth');
  const mates = sentence.filter(
    (one) =>
      one.measure === 'change_points' &&
      one.comparedWith === fact.comparedWith &&
      !rates.some(({ range }) => range.start > one.range.start !== range.start > fact.range.start),
  );
  // 增长8.1%、9.5%，高于全省0.6、0.9个百分点: as many differences as rates belong together one by one.
  const at = fact.of === null && mates.length > 1 && before.length >= mates.length ? mates.indexOf(fact) : -1;
  return before.at(at < 0 ? -1 : at - mates.length) ?? null;
}

function isGrowth({ measure, unit }: Fact): boolean {
  return measure === 'growth' && unit === '%';
}

/** 城镇化率, 空气质量优良率: what a place has one of, in per cent; a share of something named is another thing in every report. */
function isPercentage({ measure, unit, whole, indicator }: Fact): boolean {
  return unit === '%' && whole === null && indicator !== null && (measure === 'level' || measure === 'share');
}

/** The percentage right before a difference: 城镇化率达68.5%、高于全省1.2个百分点. */
function percentageBefore(difference: Fact, sentence: readonly Fact[]): Fact | null {
  const last = sentence.findLast(({ range }) => range.start < difference.range.start);
  const isRight = last !== undefined && isPercentage(last) && difference.range.start - last.range.end <= CLOSE;
  return isRight ? last : null;
}

/** Characters of 、高于全省平均水平 and a little more. */
const CLOSE = 12;

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  国: ['country'],
  省: ['province'],
  市: ['prefecture', 'province'],
  州: ['prefecture'],
};

/** 全国, 全省, 全市 as seen from a place; null where the words name no place above it, or two of them (全省和全国). */
export function placeOf(words: string, own: string, report: ReportFacts, vocabulary: Vocabulary): string | null {
  const [named, second] = [...words.matchAll(/(?:全|我)([国省市州])/gu)];
  const level = second === undefined ? LEVELS[named?.[1] ?? ''] : undefined;
  let code = parentOf(own, report, vocabulary);
  for (let steps = 0; code !== null && level !== undefined && steps < 4; steps++) {
    const division = vocabulary.divisions.byCode(code);
    if (division && level.includes(division.level)) return code;
    code = division?.parentCode ?? null;
  }
  return null;
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary): Outcome[] {
  return group.flatMap((claim) => {
    const own = claim.fact.comparedWith === null ? null : growthOf(claim.fact, claim.report);
    if (own === null || claim.fact.comparedWith === null || own.regionCode === null) return [];
    const place = placeOf(claim.fact.comparedWith, own.regionCode, claim.report, vocabulary);
    const other = group.find(
      ({ fact }) => fact.measure === own.measure && fact.regionCode === place && fact.comparedWith === null,
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
    judge(claim.fact, left, right, points, own.fact.basis === other.fact.basis),
    items,
    { expected: expectedOf(claim.fact, right, points), actual: left },
    {
      indicator: factName(own.fact),
      claim: claimed(claim.fact, points === null ? '' : ` ${claim.fact.quote}`),
      own: `${reportName(own.report)} ${own.fact.quote}`,
      other: `${reportName(other.report)} ${other.fact.quote}`,
      difference: intervalText(subtract(left, right), '个百分点'),
    },
  );
}

/** The claim in the words that most reports say it in. */
function claimed(claim: Fact, points: string): string {
  const sense = senseOf(claim);
  return `${sense === null ? '' : VERBS[sense]}${claim.comparedWith ?? ''}${points}`;
}

const VERBS: Readonly<Record<Sense, string>> = { above: '高于', below: '低于' };

/** What the own rate has to be: a value where the difference is told, else no more than a bound. */
function expectedOf(claim: Fact, other: Interval, points: Interval | null): Interval {
  const sense = senseOf(claim);
  if (sense === null) return ANY;
  if (points !== null) return sense === 'below' ? subtract(other, points) : add(other, points);
  return sense === 'below' ? { low: null, high: other.high } : { low: other.low, high: null };
}

function judge(
  claim: Fact,
  own: Interval,
  other: Interval,
  points: Interval | null,
  sameBasis: boolean,
): readonly [Verdict, string] {
  const sense = senseOf(claim);
  const ahead = sense === 'below' ? subtract(other, own) : subtract(own, other);
  const fits = points === null ? ahead.high === null || big(ahead.high).gte(0) : meets(ahead, points);
  if (sense === null && !(fits && points !== null)) return ['cannot-tell', 'sense-of-comparison'];
  if (fits) return ['holds', 'fits'];
  return sameBasis ? ['broken', 'contradicted'] : ['cannot-tell', 'other-basis'];
}

/** Which side of the other the claim says that its place is on; null where its words do not say. */
function senseOf({ measure, direction, comparedSense }: Fact): Sense | null {
  if (comparedSense !== null || measure !== 'change_points') return comparedSense;
  if (direction === 'down') return 'below';
  return direction === 'up' ? 'above' : null;
}
