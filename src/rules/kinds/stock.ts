/** 新增A家、总数达B家: what was added this year and the total of last year's report lead to this year's total. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { add, big, type Interval, meets, multiply } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import { common, factName, groupBy, isAmount, type Outcome, outcome, scopeKey, spread } from './facts.ts';
import { numberOf } from './params.ts';

export const stockKind = checkKind({
  family: 'stock',
  params: {
    leaving: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'Share of a stock that may leave it in a year, and by which it may grow by other ways than the additions told. Default: 0.4.',
    },
  },
  compile: (params, vocabulary) => {
    const leaving = numberOf(params, 'leaving', 0.4);
    return {
      takes: (sort) => sort.nature !== 'target' && (isStock(sort) || sort.measure === 'new'),
      keys: keysOf,
      anchors: ({ measure }) => measure === 'new',
      compare: (group) => compare(group, vocabulary, leaving),
    };
  },
});

/** Shorter names (企业, 项目) mean another thing in every report. */
const TELLING_NAME = 4;

function keysOf(fact: Fact, report: ReportFacts): readonly string[] {
  const { reportYear, regionCode } = report.identity;
  if (reportYear === null || fact.regionCode === null || fact.regionCode !== regionCode || fact.nature === 'target')
    return [];
  if (!isStock(fact) && fact.measure !== 'new') return [];
  const subject = fact.indicatorText;
  if (subject.length < TELLING_NAME || /总数|新增|累计/u.test(subject)) return [];
  return [`${fact.regionCode}|${subject}|${scopeKey(fact)}|${fact.unit}`];
}

function isStock(fact: Pick<Fact, 'measure'>): boolean {
  return isAmount(fact) || fact.measure === 'total';
}

function compare(group: readonly FactInReport[], vocabulary: Vocabulary, leaving: number): Outcome[] {
  const years = groupBy(group, ({ report }) => report.identity.reportYear);
  return [...years].flatMap(([year, items]) => {
    const added = items.filter(({ fact }) => fact.measure === 'new');
    const [plus, second] = added;
    if (!plus || second || !isOfLastYear(plus.fact, year)) return [];
    const total = items.find((item) => isStock(item.fact) && follows(item.fact, plus.fact));
    const earlier = (years.get(year - 1) ?? []).filter(({ fact }) => isStock(fact) && endsIn(fact, year - 2));
    // 上市公司破300家 and 总数达302家: of two that agree the one that says how many.
    const before =
      earlier.find(({ fact: { interval } }) => interval.low !== null && interval.high !== null) ?? earlier[0];
    if (!total || !before) return [];
    const agreed = common(earlier.map(({ fact }) => spread(fact, vocabulary)));
    return [told({ plus, total, before, isSure: agreed !== null }, vocabulary, leaving)];
  });
}

/** True when the additions are those of the year that the report looks back on. */
function isOfLastYear({ period }: Fact, year: number): boolean {
  return (
    period !== null && period.start.slice(0, 4) === String(year - 1) && period.end.slice(0, 4) === String(year - 1)
  );
}

/** False for 从286家 in 从286家增至750家: a total of an earlier year. */
function endsIn({ period }: Fact, year: number): boolean {
  return period?.end.startsWith(String(year)) === true;
}

/** True for the total that is told right behind the additions: 新增3家、总数达38家. */
function follows(total: Fact, plus: Fact): boolean {
  const apart = total.range.start - plus.range.end;
  return total.sentence === plus.sentence && apart >= 0 && apart <= APART;
}

const APART = 12;

interface Terms {
  readonly plus: FactInReport;
  readonly total: FactInReport;
  readonly before: FactInReport;
  /** False where last year's report gives several totals. */
  readonly isSure: boolean;
}

function told({ plus, total, before, isSure }: Terms, vocabulary: Vocabulary, leaving: number): Outcome {
  const [old, more, actual] = [before, plus, total].map(({ fact }) => spread(fact, vocabulary));
  const expected = add(old ?? NONE, more ?? NONE);
  return outcome(
    isSure
      ? judge({ old: old ?? NONE, expected, actual: actual ?? NONE }, leaving)
      : ['cannot-tell', 'base-stated-twice'],
    [total, before, plus],
    { expected, actual: actual ?? NONE },
    {
      indicator: factName(total.fact),
      before: before.fact.quote,
      added: plus.fact.quote,
      stated: total.fact.quote,
      expected: intervalText(expected, total.fact.unit),
    },
  );
}

const NONE: Interval = { low: null, high: null };

function judge(
  { old, expected, actual }: { readonly old: Interval; readonly expected: Interval; readonly actual: Interval },
  leaving: number,
): readonly [Verdict, string] {
  if (meets(expected, actual)) return ['holds', 'fits'];
  // Firms close, lists are drawn up anew, and 新增 is told before or after those that left.
  const usual = multiply(expected, { low: String(1 - leaving), high: String(1 + leaving) });
  const least =
    old.low === null
      ? null
      : big(old.low)
          .times(String(1 - leaving))
          .toFixed();
  if (meets({ low: least, high: usual.high }, actual)) return ['cannot-tell', 'stock-also-leaves'];
  return meets(multiply(expected, FAR), actual) ? ['cannot-tell', 'stock-redefined'] : ['broken', 'implausible-gap'];
}

/** What a total may be of the expected one when the list was drawn up anew. */
const FAR: Interval = { low: '0.2', high: '5' };
