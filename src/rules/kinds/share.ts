/** A part and its share imply the whole: it must meet the whole as stated, and what other shares of the same whole imply. */
import type { Verdict } from '../../model/check.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { ANY, type Interval, meets, multiply } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import {
  common,
  factName,
  groupBy,
  isAmount,
  isOutcome,
  type Outcome,
  outcome,
  parentOf,
  periodKey,
  reportName,
  scopeKey,
  spread,
  sumOf,
} from './facts.ts';
import { fitOf } from './open-ends.ts';
import { textOf } from './params.ts';
import { type ShareOfPart, sharesOf } from './share-terms.ts';

/** A shorter name (总投资, 项目) may mean another thing at another place of the report. */
const TELLING_NAME = 5;

export const shareKind = checkKind({
  family: 'share',
  required: ['whole'],
  params: {
    whole: {
      enum: ['own-report', 'parent-report'],
      description: 'Where the whole is stated: in the report of the share, or in the report of the place above.',
    },
  },
  compile: (params, vocabulary) => {
    const own = textOf(params, 'whole') === 'own-report';
    return {
      takes: (sort) => sort.measure === 'share' || (isAmount(sort) && isOutcome(sort)),
      ...(own
        ? { wants: (report) => report.facts.some(isShareOfWhole), within: ownKeys }
        : { keys: (fact, report) => parentKeys(fact, report, vocabulary), anchors: isShareOfWhole }),
      compare: (group) => (own ? withinReport(group, vocabulary) : withParent(group, vocabulary)),
    };
  },
});

function isShareOfWhole({ measure, whole }: Fact): boolean {
  return measure === 'share' && whole !== null;
}

/** Every share of a report meets every amount of it. */
function ownKeys(fact: Fact): readonly string[] {
  return fact.measure === 'share' || (isAmount(fact) && isOutcome(fact)) ? ['report'] : [];
}

/** Shares of a report meet the amounts of the place above it, told in the same year. */
function parentKeys(fact: Fact, report: ReportFacts, vocabulary: Vocabulary): readonly string[] {
  const { reportYear } = report.identity;
  if (fact.regionCode === null || reportYear === null || fact.regionCode !== report.identity.regionCode) return [];
  if (isShareOfWhole(fact)) {
    const parent = parentOf(fact.regionCode, report, vocabulary);
    return parent === null ? [] : [`${parent}|${reportYear}`];
  }
  return isAmount(fact) && isOutcome(fact) ? [`${fact.regionCode}|${reportYear}`] : [];
}

function withinReport(group: readonly FactInReport[], vocabulary: Vocabulary): Outcome[] {
  const report = group[0]?.report;
  if (!report) return [];
  const asked = new Set(group.map(({ fact }) => fact));
  const shares = sharesOf(report, vocabulary).filter(({ share, wholeName }) => wholeName !== '' && asked.has(share));
  const amounts = group.filter(({ fact }) => isAmount(fact));
  const stated = shares.flatMap((share) => againstStated(share, report, amounts, vocabulary));
  const likened = shares.filter((share) => isWholeOf(share, vocabulary));
  const sets = groupBy(likened, ({ part, wholeName, wholePlace }) =>
    [wholeName, wholePlace, part.unit, periodKey(part), scopeKey(part), part.nature].join('|'),
  );
  return [...stated, ...[...sets.values()].flatMap((set) => againstEachOther(set, report))];
}

function againstStated(
  terms: ShareOfPart,
  report: ReportFacts,
  amounts: readonly FactInReport[],
  vocabulary: Vocabulary,
): Outcome[] {
  const whole = amounts.find(({ fact }) => fact !== terms.part && states(fact, terms, vocabulary));
  if (!whole) return [];
  const actual = spread(whole.fact, vocabulary);
  const judged: readonly [Verdict, string] = meets(terms.implied, actual)
    ? fitOf(terms.implied, actual)
    : meets(terms.roughly, actual)
      ? ['cannot-tell', 'last-digit']
      : ['broken', 'disagrees'];
  return [shareOutcome([terms], [report], [whole], judged, { expected: terms.implied, actual })];
}

/** True when an amount states the whole of a share: same place, unit and period, and the same name. */
function states(fact: Fact, { part, wholeName, wholePlace }: ShareOfPart, vocabulary: Vocabulary): boolean {
  if (fact.unit !== part.unit || fact.regionCode !== wholePlace || periodKey(fact) !== periodKey(part)) return false;
  if (fact.indicatorText === wholeName && wholeName.length >= TELLING_NAME) return true;
  const named = vocabulary.indicators.match(wholeName, wholeName.length);
  if (named === null || named.start !== 0 || fact.indicator !== named.indicator.name) return false;
  // 全市总投资 is not the 总投资 of 29 projects: only what adds up over places is a total that a place has one of.
  if (!named.indicator.additive) return false;
  return scopeKey(fact) === [...named.scope].sort().join('+');
}

/** True when the words of the whole name what the part is an amount of: 税收 for 综合税收, not a sector such as 规模以上工业 for 利税. */
function isWholeOf({ part, wholeName }: ShareOfPart, vocabulary: Vocabulary): boolean {
  return (
    part.indicatorText.includes(wholeName) || vocabulary.indicators.match(wholeName, wholeName.length)?.start === 0
  );
}

function againstEachOther(set: readonly ShareOfPart[], report: ReportFacts): Outcome[] {
  const [first, ...others] = set;
  if (!first || others.length === 0 || new Set(set.map(({ part }) => part)).size < set.length) return [];
  const implied = set.map((one) => one.implied);
  const judged: readonly [Verdict, string] = common(implied)
    ? ['holds', 'fits']
    : common(set.map((one) => one.roughly))
      ? ['cannot-tell', 'last-digit']
      : ['broken', 'disagrees'];
  return [
    shareOutcome(
      set,
      set.map(() => report),
      [],
      judged,
      {
        expected: first.implied,
        actual: common(others.map((one) => one.implied)) ?? others[0]?.implied ?? ANY,
      },
    ),
  ];
}

function withParent(ordered: readonly FactInReport[], vocabulary: Vocabulary): Outcome[] {
  const children = [...new Set(ordered.filter(({ fact }) => fact.measure === 'share').map(({ report }) => report))];
  const amounts = ordered.filter(({ fact }) => isAmount(fact) && isOutcome(fact));
  return children.flatMap((report) => {
    const shares = sharesOf(report, vocabulary).filter(({ part }) => isOutcome(part));
    return [
      ...shares.flatMap((share) => againstParent(share, report, amounts, vocabulary)),
      ...amounts.flatMap((whole) =>
        whole.fact.parts.length < 2 ? [] : sumAgainstParent(whole, shares, report, vocabulary),
      ),
    ];
  });
}

/** One share of a parent's amount: the part is the same indicator, or the whole is named. */
function againstParent(
  terms: ShareOfPart,
  report: ReportFacts,
  amounts: readonly FactInReport[],
  vocabulary: Vocabulary,
): Outcome[] {
  const { part, wholeName, wholePlace } = terms;
  if (wholePlace === report.identity.regionCode) return [];
  const whole = amounts.find(({ fact }) =>
    wholeName === ''
      ? fact.regionCode === wholePlace &&
        fact.indicator !== null &&
        fact.indicator === part.indicator &&
        fact.unit === part.unit &&
        scopeKey(fact) === scopeKey(part) &&
        periodKey(fact) === periodKey(part)
      : states(fact, terms, vocabulary),
  );
  if (!whole) return [];
  const actual = spread(whole.fact, vocabulary);
  const judged: readonly [Verdict, string] = meets(terms.implied, actual)
    ? fitOf(terms.implied, actual)
    : nearly(terms.implied, actual)
      ? ['cannot-tell', 'separate-accounts']
      : ['broken', 'disagrees'];
  return [shareOutcome([terms], [report], [whole], judged, { expected: terms.implied, actual })];
}

/** Two places count in ways of their own: up to this factor apart their figures cannot be held against each other. */
const ACCOUNTS = '1.2';

function nearly(a: Interval, b: Interval): boolean {
  const wide = { low: '1', high: ACCOUNTS };
  return meets(multiply(a, wide), b) || meets(a, multiply(b, wide));
}

/** A parent's amount whose parts are listed: what the child's shares of each part imply must add up to it. */
function sumAgainstParent(
  whole: FactInReport,
  shares: readonly ShareOfPart[],
  report: ReportFacts,
  vocabulary: Vocabulary,
): Outcome[] {
  const found = whole.fact.parts.flatMap((name) => {
    const share = shares.find(
      ({ part, wholePlace, wholeName }) =>
        wholePlace === whole.fact.regionCode &&
        wholeName === '' &&
        part.indicatorText.includes(name) &&
        part.unit === whole.fact.unit &&
        periodKey(part) === periodKey(whole.fact),
    );
    return share ? [share] : [];
  });
  if (found.length === 0) return [];
  const sum = sumOf(found.map(({ implied }) => implied));
  const actual = spread(whole.fact, vocabulary);
  const judged: readonly [Verdict, string] =
    found.length < whole.fact.parts.length
      ? ['cannot-tell', 'missing-part']
      : meets(sum, actual)
        ? fitOf(sum, actual)
        : ['broken', 'disagrees'];
  return [
    shareOutcome(
      found,
      found.map(() => report),
      [whole],
      judged,
      { expected: sum, actual },
    ),
  ];
}

function shareOutcome(
  terms: readonly ShareOfPart[],
  reports: readonly ReportFacts[],
  wholes: readonly FactInReport[],
  judged: readonly [Verdict, string],
  intervals: { readonly expected: Interval; readonly actual: Interval },
): Outcome {
  const items = terms.flatMap(({ part, share }, at) => {
    const report = reports[at];
    return report
      ? [
          { fact: part, report },
          { fact: share, report },
        ]
      : [];
  });
  const [whole, unit] = [wholes[0], terms[0]?.part.unit ?? ''];
  return outcome(judged, [...items, ...wholes], intervals, {
    parts: terms.map(({ part, share }) => `${factName(part)} ${part.quote} = ${share.quote}`).join('; '),
    whole: whole
      ? `${reportName(whole.report)} ${factName(whole.fact)} ${whole.fact.quote}`
      : (terms[0]?.share.whole ?? ''),
    implied: terms.map(({ implied }) => intervalText(implied, unit)).join(' / '),
    expected: intervalText(intervals.expected, unit),
  });
}
