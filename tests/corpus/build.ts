/** Builds the rows that reconciliation reads, by hand: reports with figures whose meaning is given, no text stage involved. */
import type { Claim, Fact, GoalsClaim, Place, ReportFacts } from '../../src/model/fact.ts';
import type { Figure } from '../../src/model/figure.ts';
import { big, decimal, type Interval } from '../../src/model/interval.ts';
import { range } from '../../src/model/offset.ts';
import type { CompletenessVerdict, Identity, MissingPart } from '../../src/model/report.ts';
import type { Kind, Rule, Rules } from '../../src/rules/card.ts';
import { comparisonKind } from '../../src/rules/kinds/comparison.ts';
import { growthKind } from '../../src/rules/kinds/growth.ts';
import { partOfWholeKind } from '../../src/rules/kinds/part-of-whole.ts';
import { sameFactKind } from '../../src/rules/kinds/same-fact.ts';
import { shareKind } from '../../src/rules/kinds/share.ts';
import { signalKind } from '../../src/rules/kinds/signal.ts';
import { sumOfPartsKind } from '../../src/rules/kinds/sum-of-parts.ts';
import { loadVocabulary } from '../../src/rules/load.ts';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import { sketch } from '../../src/source/sketch.ts';
import { readyFiles } from '../support/pipeline.ts';

/** A figure in short: `amount('282.18亿元', …)`. What is not given is the plain case: actual, the report's own place, the reviewed year. */
export type Given = Partial<Omit<Figure, 'figureId' | 'reportId' | 'range'> & Pick<Fact, 'part'>> & {
  readonly quote: string;
};

export interface GivenReport {
  readonly id: string;
  readonly code?: string | null;
  readonly region?: string;
  readonly parent?: string | null;
  readonly year?: number | null;
  readonly text?: string;
  readonly completeness?: CompletenessVerdict;
  readonly losses?: number;
  readonly provenance?: number;
  readonly noise?: number;
  readonly ends?: Partial<ReportFacts['ends']>;
  readonly missing?: readonly MissingPart[];
  readonly chars?: number;
  readonly deliveredOn?: string | null;
  readonly claims?: readonly Claim[];
}

const FACTORS: Readonly<Record<string, string>> = { 万亿: '1000000000000', 亿: '100000000', 万: '10000', '': '1' };

/** Value, interval and unit of a plain written number, by the conventions of figures: half of the last digit each side. */
export function written(quote: string): { value: string; interval: Interval; unit: string } {
  const match = /^(\d+)(?:\.(\d+))?(万亿|亿|万|)(.*)$/u.exec(quote.replaceAll(',', ''));
  if (!match) throw new Error(`no plain number: ${quote}`);
  const [, whole = '', decimals = '', scale = '', unit = ''] = match;
  const factor = FACTORS[scale] ?? '1';
  const value = big(decimals === '' ? whole : `${whole}.${decimals}`).times(factor);
  const half = big(`0.${'0'.repeat(decimals.length)}5`).times(factor);
  const exact = scale === '' && decimals === '' && /^[家个户件人]/u.test(unit);
  return {
    value: decimal(value),
    interval: exact
      ? { low: decimal(value), high: decimal(value) }
      : { low: decimal(value.minus(half)), high: decimal(value.plus(half)) },
    unit,
  };
}

export function report(given: GivenReport, facts: readonly Given[] = []): ReportFacts {
  const year = given.year === undefined ? 2024 : given.year;
  const code = given.code === undefined ? '410103' : given.code;
  const identity: Identity = {
    regionCode: code,
    region: given.region ?? code,
    level: null,
    parentCode: given.parent ?? null,
    reportYear: year,
    reviewedYear: year === null ? null : year - 1,
    session: null,
    deliveredOn: given.deliveredOn ?? null,
    speaker: null,
    title: null,
    evidence: [],
  };
  const place: Place = { sourceId: given.id, reportId: `${given.id}#1`, bytes: range(0, 1), line: 1, column: 1 };
  const text = given.text ?? '';
  return {
    reportId: `${given.id}#1`,
    sourceId: given.id,
    ordinal: 0,
    identity,
    completeness: {
      verdict: given.completeness ?? 'complete',
      missing: given.missing ?? [],
      sharePresent: null,
      evidence: [],
    },
    chars: given.chars ?? text.length,
    textSha256: '',
    ...sketch(text, []),
    numbers: sketch(facts.map(({ indicatorText, quote }) => `${indicatorText ?? '达到'}${quote}`).join('，'), [])
      .numbers,
    noiseShare: given.noise ?? 0,
    suspectedLosses: given.losses ?? 0,
    provenance: given.provenance ?? 0,
    ends: { first: [0, 0], last: [0, 0], slice: null, ...given.ends },
    facts: facts.map((fact, at) => factOf(fact, at, place, identity)),
    ...(given.claims === undefined ? {} : { claims: given.claims }),
    place,
  };
}

function factOf(given: Given, at: number, place: Place, identity: Identity): Fact {
  const plain = given.value === undefined && given.interval === undefined;
  const number = plain ? written(given.quote) : { value: null, interval: { low: null, high: null }, unit: '' };
  const reviewed = identity.reviewedYear;
  return {
    figureId: `${place.reportId}-${String(at).padStart(4, '0')}`,
    reportId: place.reportId ?? '',
    range: range(at * 10, at * 10 + given.quote.length),
    ...number,
    hedge: null,
    paragraph: 0,
    sentence: at,
    indicator: null,
    indicatorText: given.indicator ?? '',
    scope: [],
    regionCode: identity.regionCode,
    period: reviewed === null ? null : { start: `${reviewed}-01-01`, end: `${reviewed}-12-31` },
    measure: 'level',
    nature: 'actual',
    direction: given.measure === 'growth' ? 'up' : null,
    basis: 'unknown',
    parts: [],
    of: null,
    whole: null,
    comparedWith: null,
    comparedSense: null,
    confidence: 1,
    part: 'review',
    ...given,
    place: { ...place, bytes: range(at * 10, at * 10 + 5) },
  };
}

/** The vocabulary of rules/vocabulary/, read once for each caller. */
export function vocabularyFromDisk(): Vocabulary {
  return loadVocabulary(readyFiles());
}

const SIGNS = [
  'same-text-twice',
  'same-report-in-two-copies',
  'contained-copy',
  'revised-figures-between-copies',
  'damaged-figures-between-copies',
  'text-of-another-year',
  'overlapping-copies',
  'mislabelled-copy',
  'same-identity-twice',
  'two-halves',
];

/** All check kinds and all corpus signs as rules, without cards on disk. */
export function rulesOf(vocabulary: Vocabulary): Rules {
  const rule = (id: string, kind: Kind, params: Rule['card']['params'] = {}): Rule => ({
    card: {
      id,
      family: id.startsWith('duplicate') ? 'duplicate' : 'figures',
      kind: kind.name,
      scope: 'corpus',
      severity: 'warning',
      status: 'stable',
      message: { en: '', zh: '' },
      why: '',
      params,
      examples: [],
      file: '',
    },
    run: kind.compile(params, vocabulary),
  });
  return {
    rules: [
      rule('figures/same-fact', sameFactKind),
      rule('figures/growth', growthKind),
      rule('figures/sum-of-parts', sumOfPartsKind),
      rule('figures/part-of-whole', partOfWholeKind),
      rule('figures/share', shareKind, { whole: 'own-report' }),
      rule('figures/share-of-parent', shareKind, { whole: 'parent-report' }),
      rule('figures/comparison', comparisonKind),
      ...SIGNS.map((sign) => rule(`duplicate/${sign}`, signalKind, { sign })),
    ],
    vocabulary,
    digest: '',
  };
}

/** 圆满完成 … 各项目标任务, of 2023. */
export const ALL_TARGETS_MET: GoalsClaim = {
  kind: 'goals',
  figureId: null,
  of: 'year',
  from: 2023,
  to: 2023,
  isHedged: false,
  isLimited: false,
  quote: '圆满完成了市十五届人大二次会议确定的各项目标任务',
  range: range(0, 24),
};
