/** 总量居全省第二, 增速列全市前三: a rank that a report claims, held against what the reports of its neighbours state for themselves. */
import type { Verdict } from '../../model/check.ts';
import { compare as order, plus } from '../../model/decimal.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { big, type Interval, multiply } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { checkKind } from './check-kind.ts';
import {
  common,
  factName,
  factsOfSentence,
  groupBy,
  isAmount,
  isOutcome,
  isPlain,
  type Outcome,
  outcome,
  parentOf,
  periodKey,
  reportName,
  signed,
  spread,
} from './facts.ts';
import { numberOf } from './params.ts';

export const rankKind = checkKind({
  family: 'rank',
  params: {
    near: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'A neighbour that is ahead by less than this share of a level proves nothing: ranks are told on preliminary figures. Default: 0.05.',
    },
    points: {
      type: 'number',
      minimum: 0,
      description: 'The same for rates, in percentage points. Default: 0.5.',
    },
  },
  compile: (params, vocabulary) => {
    const terms: Terms = { vocabulary, near: numberOf(params, 'near', 0.05), points: numberOf(params, 'points', 0.5) };
    return {
      takes: (sort) =>
        sort.measure === 'rank' || (sort.isNamed && isOutcome(sort) && (sort.measure === 'growth' || isAmount(sort))),
      keys: (fact, report) => keysOf(fact, report, vocabulary),
      anchors: ({ measure }) => measure === 'rank',
      compare: (group) => compare(group, terms),
    };
  },
});

interface Terms {
  readonly vocabulary: Vocabulary;
  readonly near: number;
  readonly points: number;
}

/** A rank lies with what it is a rank of, and with the same statement of every place of the same parent. */
function keysOf(fact: Fact, report: ReportFacts, vocabulary: Vocabulary): readonly string[] {
  const statements = fact.measure === 'rank' ? rankedOf(fact, report, vocabulary) : [fact];
  return statements.flatMap((one) => statementKey(one, report, vocabulary) ?? []);
}

function statementKey(fact: Fact, report: ReportFacts, vocabulary: Vocabulary): string | null {
  const { indicator, regionCode } = fact;
  const isRate = fact.measure === 'growth' && fact.unit === '%';
  if (indicator === null || regionCode === null || (!isRate && !isAmount(fact)) || !isOutcome(fact)) return null;
  if (fact.period === null || regionCode !== report.identity.regionCode || fact.comparedWith !== null) return null;
  const parent = parentOf(regionCode, report, vocabulary);
  if (parent === null || !isPlain(fact, vocabulary)) return null;
  return `${parent}|${indicator}|${scopeOf(fact)}|${periodKey(fact)}|${fact.measure}|${fact.unit}`;
}

/** Qualifiers beyond those that only say whose total it is. */
function scopeOf({ scope }: Fact): string {
  return scope.filter((word) => !/^(?:全[省市区县州旗盟]|[省市区县]级|地方)$/u.test(word)).join('+');
}

const RATE_WORDS = /增速|增幅|增长|涨幅/u;
const LEVEL_WORDS = /总量|总数|数量/u;
/** Words that make the ranked thing another one than the figure beside it: 税收占比, 增量, 人均. */
const OTHER_WORDS = /占比|比重|增量|人均|率|强度|指数|得分|排名|综合|质量|贡献/u;
/** A rank nearer than this to another one is one of a list (分别居第一、第三) or of a way up (由第7位升至第2位). */
const APART = 9;

/** The figures of its sentence that a rank may be a rank of: one level, one rate, or one of each when the words do not tell. */
function rankedOf(rank: Fact, report: ReportFacts, vocabulary: Vocabulary): readonly Fact[] {
  if (!isAmongNeighbours(rank, report, vocabulary)) return [];
  const sentence = factsOfSentence(report, rank.sentence);
  const isListed = sentence.some(
    (one) =>
      one !== rank &&
      one.measure === 'rank' &&
      (Math.abs(one.range.start - rank.range.end) < APART || Math.abs(rank.range.start - one.range.end) < APART),
  );
  const before = sentence.filter(({ measure, range }) => measure !== 'rank' && range.end <= rank.range.start);
  const last = before.at(-1);
  if (isListed || !last || rank.range.start - last.range.end > FAR) return [];
  const words = rank.indicatorText;
  if (OTHER_WORDS.test(words.replace(RATE_WORDS, ''))) return [];
  if (rank.indicator !== null && rank.indicator !== last.indicator) return [];
  if (rank.indicator === null && words.replace(RATE_WORDS, '').replace(LEVEL_WORDS, '') !== '') return [];
  const same = before.filter(
    (one) => one.indicator === last.indicator && one.indicator !== null && last.range.end - one.range.start < FAR,
  );
  const rates = same.filter(({ measure }) => measure === 'growth');
  const levels = same.filter(isAmount);
  if (RATE_WORDS.test(words)) return rates.slice(-1);
  return LEVEL_WORDS.test(words) ? levels.slice(-1) : [...levels.slice(-1), ...rates.slice(-1)];
}

/** Characters between a figure and the rank that is told of it. */
const FAR = 28;

/** True for 全省 in a city's report and 全市 in a district's, where no narrower set of places is named. */
function isAmongNeighbours({ scope }: Fact, { identity }: ReportFacts, vocabulary: Vocabulary): boolean {
  const level = identity.regionCode === null ? null : vocabulary.divisions.byCode(identity.regionCode)?.level;
  const word = level === 'prefecture' ? '全省' : level === 'county' ? '全市' : null;
  return word !== null && scope.length === 1 && scope[0] === word;
}

function compare(group: readonly FactInReport[], terms: Terms): Outcome[] {
  const ranks = group.filter(({ fact }) => fact.measure === 'rank');
  if (ranks.length === 0) return [];
  const places = groupBy(
    group.filter(({ fact }) => fact.measure !== 'rank'),
    ({ fact }) => fact.regionCode,
  );
  return ranks.flatMap((rank) => {
    const ranked = rankedOf(rank.fact, rank.report, terms.vocabulary);
    const own = group.find((item) => item.report === rank.report && ranked.includes(item.fact));
    if (!own) return [];
    const peers = [...places].flatMap(([place, items]) => {
      const [first] = items;
      return place === own.fact.regionCode || !first || !agree(items, terms.vocabulary) ? [] : [first];
    });
    const isSure = ranked.length === 1 && (own.fact.measure === 'growth' || tellsLevel(rank.fact, own.fact));
    return peers.length === 0 ? [] : [told({ rank, own, peers, isSure }, terms)];
  });
}

/** True when nothing between a level and its rank can say that the rate is ranked: 216亿元、居全省第一, or the words say it. */
function tellsLevel(rank: Fact, own: Fact): boolean {
  return LEVEL_WORDS.test(rank.indicatorText) || rank.range.start - own.range.end <= CLOSE;
}

/** Characters of ，居全省; ，增速居全省 has more. */
const CLOSE = 4;

function agree(items: readonly FactInReport[], vocabulary: Vocabulary): boolean {
  return common(items.map(({ fact }) => spread(fact, vocabulary))) !== null;
}

interface Claim {
  readonly rank: FactInReport;
  readonly own: FactInReport;
  /** One statement of every other place that is known. */
  readonly peers: readonly FactInReport[];
  /** False where the rank may be one of the level or of the rate. */
  readonly isSure: boolean;
}

function told(claim: Claim, terms: Terms): Outcome {
  const { rank, own, peers } = claim;
  const { vocabulary } = terms;
  const code = own.fact.regionCode ?? '';
  const parent = parentOf(code, own.report, vocabulary);
  const all = parent === null ? 0 : vocabulary.divisions.children(parent).length - 1;
  const unknown = Math.max(0, all - peers.length);
  const value = signed(spread(own.fact, vocabulary), own.fact.direction);
  const ahead = peers.filter((peer) => isAbove(peer, value, terms));
  const mayBeAhead = peers.filter(({ fact }) => reaches(signed(spread(fact, vocabulary), fact.direction), value));
  // One more than the places that are ahead at least, and at most.
  const possible: Interval = { low: String(ahead.length + 1), high: String(mayBeAhead.length + unknown + 1) };
  const shown = ahead.length > 0 ? ahead : peers;
  return outcome(
    judge(claim, possible, all),
    [rank, own, ...shown.slice(0, SHOWN)],
    { expected: possible, actual: rank.fact.interval },
    {
      indicator: factName(own.fact),
      claim: rank.fact.quote,
      own: own.fact.quote,
      known: String(peers.length),
      of: String(all),
      ahead: String(ahead.length),
      peers: shown
        .slice(0, SHOWN)
        .map(({ fact, report }) => `${reportName(report)} ${fact.quote}`)
        .join('、'),
    },
  );
}

/** Neighbours that are told by name. */
const SHOWN = 6;

function judge({ rank, own, peers, isSure }: Claim, possible: Interval, all: number): readonly [Verdict, string] {
  if (!isSure) return ['cannot-tell', 'level-or-rate'];
  const { low, high } = rank.fact.interval;
  const excess = high === null || possible.low === null ? big('0') : big(possible.low).minus(high);
  if (excess.gt(0)) {
    // Rates of two places may stand on two bases: one neighbour alone proves nothing.
    const fewest = own.fact.measure === 'growth' ? 2 : 1;
    return excess.gte(fewest) ? ['broken', 'outranked'] : ['cannot-tell', 'other-basis'];
  }
  // A place with fewer ahead of it than it claims may be ranked among more places than lie below its parent.
  if (low !== null && possible.high !== null && big(possible.high).lt(low)) return ['cannot-tell', 'ranked-lower'];
  return peers.length * 2 >= all ? ['holds', 'fits'] : ['cannot-tell', 'unknown-peers'];
}

/** True when a neighbour is ahead by more than preliminary figures may be off. */
function isAbove({ fact }: FactInReport, own: Interval, { vocabulary, near, points }: Terms): boolean {
  const { low } = signed(spread(fact, vocabulary), fact.direction);
  if (low === null || own.high === null || fact.hedge !== null) return false;
  if (fact.measure === 'growth') return order(low, plus(own.high, String(points))) > 0;
  const most = multiply(own, { low: '1', high: String(1 + near) }).high;
  return most !== null && order(low, most) > 0;
}

/** True when a neighbour may be ahead. */
function reaches({ high }: Interval, own: Interval): boolean {
  return high === null || own.low === null || order(high, own.low) >= 0;
}
