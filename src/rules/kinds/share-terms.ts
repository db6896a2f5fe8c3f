/** Reads the figures of one report / gives each share with the part that it is said of and the whole it is a share of. */

import { hundredth } from '../../model/decimal.ts';
import type { Fact, ReportFacts } from '../../model/fact.ts';
import { big, compare, type Decimal, decimal, divide, type Interval } from '../../model/interval.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isAmount, parentOf, periodKey, spread } from './facts.ts';

/** A share whose part is known: 综合税收370亿元, 占全区税收比重达67%. */
export interface ShareOfPart {
  readonly share: Fact;
  readonly part: Fact;
  /** Words of the whole without the place: 税收; empty when only the place is named (占全市75%). */
  readonly wholeName: string;
  /** Code of the place that the whole is about. */
  readonly wholePlace: string | null;
  /** What the whole must be for both to be right. */
  readonly implied: Interval;
  /** The same where the share may be off by one in its last digit: shares are worked out before the amounts are rounded or revised. */
  readonly roughly: Interval;
}

/** Words that name the own place or the one above it, longest first. */
const PLACE = /^(?:占)?(全国|全省|全自治区|全市|全区|全县|全州|我国|我省|我市|我区|我县|本省|本市|本区|本县)/u;
const LEVEL: Readonly<Record<string, string>> = {
  国: 'country',
  省: 'province',
  市: 'city',
  州: 'city',
  区: 'county',
  县: 'county',
};

/** All shares of a report whose part stands before them in the same sentence. */
export function sharesOf(report: ReportFacts, vocabulary: Vocabulary): ShareOfPart[] {
  const found: ShareOfPart[] = [];
  let sentence = -1;
  let amounts: Fact[] = [];
  for (const fact of byPlace(report.views?.besideShares() ?? report.facts)) {
    if (fact.sentence !== sentence && amounts.length > 0) amounts = [];
    sentence = fact.sentence;
    if (isAmount(fact)) amounts.push(fact);
    else if (fact.measure === 'share' && fact.whole !== null && fact.unit === '%') {
      const part = partOf(fact, amounts);
      const terms = part && termsOf(fact, part, fact.whole, report, vocabulary);
      if (terms) found.push(terms);
    }
  }
  return found;
}

/** Facts in the order of the text, in which they nearly always come. */
function byPlace(facts: readonly Fact[]): readonly Fact[] {
  const start = (at: number): number => facts[at]?.range.start ?? 0;
  for (let at = 1; at < facts.length; at++) {
    if (start(at) < start(at - 1)) return [...facts].sort((a, b) => a.range.start - b.range.start);
  }
  return facts;
}

/** The amount that a share is said of: the one named by the figure stage, else the nearest before it about the same thing. */
function partOf(share: Fact, amounts: readonly Fact[]): Fact | null {
  const sameTime = amounts.filter((fact) => periodKey(fact) === periodKey(share));
  if (share.of !== null) return sameTime.find((fact) => fact.figureId === share.of) ?? null;
  const nearest = sameTime.at(-1);
  if (!nearest || nearest.nature !== share.nature || nearest.regionCode !== share.regionCode) return null;
  return nearest.indicatorText === share.indicatorText ? nearest : null;
}

function termsOf(
  share: Fact,
  part: Fact,
  whole: string,
  report: ReportFacts,
  vocabulary: Vocabulary,
): ShareOfPart | null {
  const percent = spread(share, vocabulary);
  if (percent.high === null || compare(percent.high, '0') <= 0) return null;
  const amount = spread(part, vocabulary);
  const parts = {
    low: percent.low === null ? null : hundredth(percent.low),
    high: hundredth(percent.high),
  };
  const place = PLACE.exec(whole);
  const implied = divide(amount, parts);
  return {
    share,
    part,
    wholeName: whole.slice(place?.[0].length ?? 0).replace(/^的|的?(?:比重|比例|份额|总量)$/gu, ''),
    wholePlace: placeOf(place?.[1] ?? '', part, report, vocabulary),
    implied,
    roughly: divide(amount, { low: parts.low === null ? null : lowered(parts.low, parts.high), high: raised(parts) }),
  };
}

/** A share's interval is one unit of its last digit wide: one more such unit on each side. */
function lowered(low: Decimal, high: Decimal): Decimal {
  const lower = big(low).times(2).minus(high);
  return lower.lt(0) ? '0' : decimal(lower);
}

function raised({ low, high }: { readonly low: Decimal | null; readonly high: Decimal }): Decimal {
  return low === null ? high : decimal(big(high).times(2).minus(low));
}

/** 全市 in the report of a district is its city, in the report of a city the city itself. */
function placeOf(word: string, part: Fact, report: ReportFacts, vocabulary: Vocabulary): string | null {
  const own = part.regionCode;
  if (word === '' || own === null) return own;
  const wanted = LEVEL[word.slice(-1)];
  for (let code: string | null = own, steps = 0; code !== null && steps < 4; steps++) {
    const division = vocabulary.divisions.byCode(code);
    if (division && fitsLevel(division.level, division.name, wanted)) return code;
    code = parentOf(code, report, vocabulary);
  }
  return null;
}

function fitsLevel(level: string, name: string, wanted: string | undefined): boolean {
  if (wanted === 'city') return level === 'prefecture' || name.endsWith('市');
  if (wanted === 'province') return level === 'province' && !name.endsWith('市');
  return level === wanted;
}
