/** A whole whose parts are listed, and the parts: within one report their sum must meet the whole. */
import type { Verdict } from '../../model/check.ts';
import type { Fact } from '../../model/fact.ts';
import { type Interval, meets } from '../../model/interval.ts';
import type { FactInReport } from '../card.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { intervalText } from './amount.ts';
import { checkKind } from './check-kind.ts';
import {
  factName,
  groupBy,
  isAmount,
  isOutcome,
  type Outcome,
  outcome,
  periodKey,
  scopeKey,
  spread,
  sumOf,
} from './facts.ts';
import { optionalTextOf, textsOf } from './params.ts';

export const sumOfPartsKind = checkKind({
  family: 'sum-of-parts',
  together: ['whole', 'parts'],
  params: {
    whole: {
      type: 'string',
      description: 'Canonical indicator of the whole. Without it: figures whose words list their parts.',
    },
    parts: {
      type: 'array',
      minItems: 2,
      items: { type: 'string' },
      description: 'Canonical indicators that the whole consists of, all of them.',
    },
  },
  compile: (params, vocabulary) => {
    const whole = optionalTextOf(params, 'whole');
    const parts = textsOf(params, 'parts');
    const find = whole === null ? listedIn : known(whole, parts);
    return {
      takes: (sort) => isAmount(sort) && isOutcome(sort) && (whole === null || sort.isNamed),
      ...(whole === null
        ? { within: listedKeys, anchors: (fact) => fact.parts.length > 1 }
        : { keys: (fact) => namedKeys(fact, [whole, ...parts]), anchors: ({ indicator }) => indicator === whole }),
      compare: (group) => compare(group, find, vocabulary),
    };
  },
});

function usable(fact: Fact): boolean {
  return isAmount(fact) && isOutcome(fact) && fact.period !== null;
}

function listedKeys(fact: Fact): readonly string[] {
  return usable(fact) ? [`${fact.unit}|${periodKey(fact)}`] : [];
}

/** Known parts may also be told by another report on the same place. */
function namedKeys(fact: Fact, names: readonly string[]): readonly string[] {
  if (!usable(fact) || fact.indicator === null || fact.regionCode === null || !names.includes(fact.indicator))
    return [];
  return [[fact.regionCode, fact.unit, scopeKey(fact), periodKey(fact)].join('|')];
}

/** A whole with the candidates for each of its parts. */
interface Listed {
  readonly whole: FactInReport;
  readonly parts: readonly (readonly FactInReport[])[];
}

type Find = (group: readonly FactInReport[]) => readonly Listed[];

/** Parts by the words of the whole: 集成电路、生物医药、人工智能三大先导产业规模 asks for three figures. */
function listedIn(group: readonly FactInReport[]): Listed[] {
  return group.flatMap((whole) => {
    const names = whole.fact.parts;
    if (names.length < 2) return [];
    const others = group.filter((item) => item !== whole && item.fact.parts.length === 0);
    return [{ whole, parts: names.map((name) => others.filter((item) => isOf(item.fact, name, names))) }];
  });
}

/** True when the figure is about this part and no other one: its words begin with the name, or hold it. */
function isOf(fact: Fact, name: string, names: readonly string[]): boolean {
  const text = fact.indicatorText;
  return text.includes(name) && !names.some((other) => other !== name && !name.includes(other) && text.includes(other));
}

function known(whole: string, parts: readonly string[]): Find {
  return (group) => {
    const named = groupBy(group, (item) => item.fact.indicator);
    return (named.get(whole) ?? []).slice(0, 1).map((item) => ({
      whole: item,
      parts: parts.map((name) =>
        (named.get(name) ?? []).filter((part) => part.report.reportId === item.report.reportId),
      ),
    }));
  };
}

function compare(group: readonly FactInReport[], find: Find, vocabulary: Vocabulary): Outcome[] {
  return find(group).flatMap(({ whole, parts }) => {
    const present = parts.filter((candidates) => candidates.length > 0);
    if (present.length * 2 < parts.length) return [];
    const chosen = present.map((candidates) => best(candidates, whole));
    const sum = sumOf(chosen.map(({ fact }) => spread(fact, vocabulary)));
    const actual = spread(whole.fact, vocabulary);
    const judged = judge(parts, sum, actual, vocabulary);
    return [
      outcome(
        judged,
        [whole, ...chosen],
        { expected: sum, actual },
        {
          whole: factName(whole.fact),
          stated: whole.fact.quote,
          parts: chosen.map(({ fact }) => `${factName(fact)} ${fact.quote}`).join(' + '),
          sum: intervalText(sum, whole.fact.unit),
        },
      ),
    ];
  });
}

/** Of several figures for a part the one whose words begin with its name and stand nearest to the whole's own words. */
function best(candidates: readonly FactInReport[], whole: FactInReport): FactInReport {
  const names = whole.fact.parts;
  const leading = candidates.filter(({ fact }) => names.some((name) => fact.indicatorText.startsWith(name)));
  const [first] = leading.length > 0 ? leading : candidates;
  return first ?? whole;
}

function judge(
  parts: readonly (readonly FactInReport[])[],
  sum: Interval,
  actual: Interval,
  vocabulary: Vocabulary,
): readonly [Verdict, string] {
  if (parts.some((candidates) => candidates.length === 0)) return ['cannot-tell', 'missing-part'];
  if (parts.some((candidates) => differ(candidates, vocabulary))) return ['cannot-tell', 'part-stated-twice'];
  return meets(sum, actual) ? ['holds', 'fits'] : ['broken', 'disagrees'];
}

/** True when two figures for one part do not state the same: which of them is meant is not known. */
function differ(candidates: readonly FactInReport[], vocabulary: Vocabulary): boolean {
  const [first, ...others] = candidates;
  return (
    first !== undefined &&
    others.some((other) => !meets(spread(first.fact, vocabulary), spread(other.fact, vocabulary)))
  );
}
