/** Plants single errors in figures that take part in a comparison of equals, and counts which are caught, placed and explained. */
import { reconcile } from '../../src/corpus/reconcile.ts';
import type { Check } from '../../src/model/check.ts';
import type { Fact, ReportFacts } from '../../src/model/fact.ts';
import { compareText } from '../../src/model/finding.ts';
import type { Rules } from '../../src/rules/card.ts';
import { quantities } from '../../src/source/quantity.ts';
import type { Score } from './checks-scores.ts';

/** Which figures errors are planted in: those of a check of one of the families that holds. */
export interface Bed {
  /** Which slip comes first: another turn plants other errors in the same figures. */
  readonly turn: number;
  readonly name: string;
  readonly families: ReadonlySet<string>;
  /** How often reconciliation is run: each time with as many plants as share no report. */
  readonly rounds: number;
}

/** Families whose checks ask for equality: a figure that must only stay below another may be wrong and fit. */
export const EQUALS: ReadonlySet<string> = new Set([
  'growth',
  'share',
  'change',
  'composition',
  'sum-of-parts',
  'comparison',
]);

/** Families on trial: they ask for more or less, for a place among others, or for what may have changed. */
export const ON_TRIAL: ReadonlySet<string> = new Set(['rank', 'stock', 'target', 'sub-period', 'record']);

/** Families that came after the plants were first drawn: they may catch a plant and have no say in which are drawn. */
const LATER: ReadonlySet<string> = new Set(['series', 'streak', 'record', 'claim', 'goals', 'elsewhere']);

/** What is written instead, or null where this slip cannot happen to the figure. */
type Slip = (quote: string, fact: Fact) => string | null;

const NUMBER = /\d[\d.]*/u;

function withNumber(quote: string, change: (digits: string) => string | null): string | null {
  const digits = NUMBER.exec(quote)?.[0];
  const changed = digits === undefined ? null : change(digits);
  return changed === null || changed === digits ? null : quote.replace(NUMBER, changed);
}

/** A place in the digits of the whole part, the same on every run. */
function placeIn(digits: string, fact: Fact): number {
  const whole = (digits.split('.')[0] ?? '').length;
  return fact.range.start % Math.max(whole, 1);
}

/** Nine slips. Each gives the cause that should be named. */
export const SLIPS: readonly { readonly cause: string; readonly name: string; readonly slip: Slip }[] = [
  {
    name: 'a digit lost',
    cause: 'lost-digit',
    slip: (quote, fact) =>
      withNumber(quote, (digits) => {
        const at = placeIn(digits, fact);
        const rest = digits.slice(0, at) + digits.slice(at + 1);
        return /^[1-9]/u.test(rest) ? rest : null;
      }),
  },
  {
    name: 'a digit doubled',
    cause: 'doubled-digit',
    slip: (quote, fact) =>
      withNumber(quote, (digits) => {
        const at = placeIn(digits, fact);
        return digits.slice(0, at + 1) + digits.slice(at);
      }),
  },
  {
    name: 'the decimal point lost',
    cause: 'decimal-point',
    slip: (quote) => withNumber(quote, (digits) => (digits.includes('.') ? digits.replace('.', '') : null)),
  },
  {
    name: '万 and 亿 mixed up',
    cause: 'wrong-unit',
    slip: (quote) =>
      /万亿/u.test(quote)
        ? null
        : /亿/u.test(quote)
          ? quote.replace('亿', '万')
          : /万/u.test(quote)
            ? quote.replace('万', '亿')
            : null,
  },
  {
    name: 'two digits swapped',
    cause: 'swapped-digits',
    slip: (quote) =>
      withNumber(quote, (digits) => {
        const [a = '', b = ''] = digits;
        return /\d/u.test(b) && b !== '0' ? b + a + digits.slice(2) : null;
      }),
  },
  { name: 'growth and fall mixed up', cause: 'wrong-sign', slip: () => null },
  {
    name: 'exchanged with the next figure',
    cause: 'exchanged',
    slip: () => null,
  },
  { name: 'the value of another year', cause: 'value-of-another-year', slip: () => null },
  {
    name: 'a wrong digit',
    cause: 'wrong-digit',
    slip: (quote) => withNumber(quote, (digits) => `${((Number(digits[0]) + 3) % 9) + 1}${digits.slice(1)}`),
  },
];

interface Plant {
  readonly name: string;
  readonly cause: string;
  readonly facts: readonly Fact[];
  readonly figureId: string;
}

/**
 * @param checks of the reports as they are, which must be known to be right where they hold
 */
export function scorePlants(
  reports: readonly ReportFacts[],
  checks: readonly Check[],
  rules: Rules,
  bed: Bed,
): Score[] {
  const { name: set } = bed;
  const tally = new Map(
    SLIPS.map(({ name }) => [
      name,
      {
        planted: 0,
        caught: 0,
        placed: 0,
        explained: 0,
        missed: [] as string[],
        unnamed: [] as string[],
        misread: [] as string[],
      },
    ]),
  );
  const before = new Set(checks.flatMap(({ verdict, checkId }) => (verdict === 'broken' ? [checkId] : [])));
  const called: Called[] = [];
  for (const batch of batches(reports, checks, rules, bed)) {
    const damaged = planted(reports, batch);
    const made = reconcile(damaged, rules).checks;
    const after = made.filter(({ verdict }) => verdict === 'broken');
    const touched = new Set(batch.flatMap(({ facts }) => facts.map(({ figureId }) => figureId)));
    called.push(...after.filter(({ checkId }) => !before.has(checkId)).map((check) => ({ check, touched })));
    for (const plant of batch) {
      const count = tally.get(plant.name);
      const hits = after.filter(({ figureIds }) => figureIds.includes(plant.figureId));
      if (!count) continue;
      count.planted += 1;
      if (hits.length > 0) count.caught += 1;
      else count.missed.push(told(plant, made));
      const named = hits.filter(({ suspectFigureId }) =>
        plant.facts.some(({ figureId }) => figureId === suspectFigureId),
      );
      if (named.length > 0) count.placed += 1;
      else if (hits.length > 0) count.unnamed.push(told(plant, hits));
      if (named.some(({ likelyCause }) => likelyCause === plant.cause)) count.explained += 1;
      else if (named[0]) count.misread.push(`${named[0].likelyCause}: ${told(plant, hits)}`);
    }
  }
  const kinds = [...tally].map(([name, count]) => ({ name, ...count }));
  const sum = (of: (kind: (typeof kinds)[number]) => number): number => kinds.reduce((all, kind) => all + of(kind), 0);
  return [
    { name: `${set}: caught`, right: sum((kind) => kind.caught), total: sum((kind) => kind.planted), misses: [] },
    {
      name: `${set}: figure named of those caught`,
      right: sum((kind) => kind.placed),
      total: sum((kind) => kind.caught),
      misses: [],
    },
    {
      name: `${set}: right cause named of those placed`,
      right: sum((kind) => kind.explained),
      total: sum((kind) => kind.placed),
      misses: [],
    },
    ...ofCalled(`${set}: newly called broken: a planted figure takes part`, called),
    ...ofCalled(
      `${set}: newly called out of line: a planted figure takes part`,
      called.filter(({ check }) => check.family === 'series'),
    ),
    ...kinds.flatMap((kind) => ofKind(set, kind)),
  ];
}

/** A check that is broken since figures were touched. */
interface Called {
  readonly check: Check;
  readonly touched: ReadonlySet<string>;
}

function ofCalled(name: string, called: readonly Called[]): Score[] {
  const wrong = called.filter(({ check, touched }) => !check.figureIds.some((id) => touched.has(id)));
  return [
    { name, right: called.length - wrong.length, total: called.length, misses: wrong.map(({ check }) => check.rule) },
  ];
}

interface Counts {
  readonly name: string;
  readonly planted: number;
  readonly caught: number;
  readonly placed: number;
  readonly explained: number;
  readonly missed: readonly string[];
  readonly unnamed: readonly string[];
  readonly misread: readonly string[];
}

/** One kind of slip has few plants: its counts are for reading, floors stand under the sums. */
function ofKind(
  set: string,
  { name, planted: total, caught, placed, explained, missed, unnamed, misread }: Counts,
): Score[] {
  const row = (what: string, right: number, of: number, misses: readonly string[]): Score => ({
    name: `${set}: ${name}: ${what}`,
    right,
    total: of,
    misses,
    detail: true,
  });
  return [
    row('caught', caught, total, missed),
    row('figure named of those caught', placed, caught, unnamed),
    row('right cause named of those placed', explained, placed, misread),
  ];
}

/** What became of a figure that was not caught. */
function told({ facts, figureId }: Plant, checks: readonly Check[]): string {
  const own = checks.filter(({ figureIds }) => figureIds.includes(figureId));
  const became = own.map(
    ({ family, verdict, reason, suspectFigureId, data }) =>
      `${family} ${verdict} ${reason}${suspectFigureId === null ? '' : suspectFigureId === figureId ? ' (named)' : ' (another is named)'} ${Object.values(data).join(' ')}`,
  );
  return `${facts.map(({ indicatorText, quote }) => `${indicatorText} ${quote}`).join()}: ${became.join(', ') || 'no check'}`;
}

function planted(reports: readonly ReportFacts[], batch: readonly Plant[]): ReportFacts[] {
  const changed = new Map(batch.flatMap(({ facts }) => facts.map((fact) => [fact.figureId, fact] as const)));
  const touched = new Set(batch.flatMap(({ facts }) => facts.map(({ reportId }) => reportId)));
  return reports.map((report) =>
    touched.has(report.reportId)
      ? { ...report, facts: report.facts.map((fact) => changed.get(fact.figureId) ?? fact) }
      : report,
  );
}

/** Plants whose checks share no figure go together; slips take turns. */
function batches(
  reports: readonly ReportFacts[],
  checks: readonly Check[],
  rules: Rules,
  { turn, families, rounds }: Bed,
): Plant[][] {
  const byId = new Map(reports.map((report) => [report.reportId, report]));
  const facts = new Map(reports.flatMap((report) => report.facts.map((fact) => [fact.figureId, fact] as const)));
  const touching = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.verdict === 'cannot-tell' || (LATER.has(check.family) && !families.has(check.family))) continue;
    for (const id of check.figureIds) touching.set(id, [...(touching.get(id) ?? []), check]);
  }
  const ids = [...touching]
    .filter(
      ([, own]) => own.every(({ verdict }) => verdict === 'holds') && own.some(({ family }) => families.has(family)),
    )
    .map(([id]) => id)
    .sort(compareText);
  const found: Plant[][] = [];
  for (let round = 0; round < rounds; round++) {
    const busy = new Set<string>();
    const batch: Plant[] = [];
    ids.forEach((id) => {
      const fact = facts.get(id);
      const report = fact && byId.get(fact.reportId);
      if (!fact || !report) return;
      const near = (touching.get(id) ?? []).flatMap(({ reportIds }) => reportIds);
      if (near.some((one) => busy.has(one))) return;
      // By the figure's own name, so that a figure more or less changes nothing for the others.
      const kind = SLIPS[(sumOf(id) + round * 2 + turn) % SLIPS.length];
      const plant = kind && plantOf(fact, report, kind, touching.get(id) ?? [], facts, rules);
      if (!plant) return;
      batch.push(plant);
      for (const one of near) busy.add(one);
    });
    found.push(batch);
  }
  return found;
}

function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 1_000_003;
  return sum;
}

function plantOf(
  fact: Fact,
  report: ReportFacts,
  { name, cause, slip }: (typeof SLIPS)[number],
  own: readonly Check[],
  facts: ReadonlyMap<string, Fact>,
  rules: Rules,
): Plant | null {
  const plant = (changed: Fact): Plant => ({ name, cause, facts: [changed], figureId: fact.figureId });
  if (fact.hedge !== null) return null;
  if (cause === 'exchanged') return exchanged(fact, report, name, own);
  if (cause === 'wrong-sign') {
    return fact.direction === 'up' && fact.unit === '%' && Number(fact.value) >= 1
      ? plant({ ...fact, direction: 'down' })
      : null;
  }
  const quote = cause === 'value-of-another-year' ? otherYear(fact, own, facts) : slip(fact.quote, fact);
  if (quote === null) return null;
  const [read] = quantities(`达到${quote}。`, rules.vocabulary).quantities;
  return read && read.unit === fact.unit && isTelling(read.value, fact)
    ? plant({ ...fact, quote, value: read.value, interval: read.interval })
    : null;
}

/**
 * True when the planted number lies outside what revisions and rounding explain, the band in which a check may not speak: a tenth of an
 * amount, six points of a rate.
 */
function isTelling(value: string | null, fact: Fact): boolean {
  if (value === null || fact.value === null) return false;
  const [planted, own] = [Number(value), Number(fact.value)];
  return Math.abs(planted - own) >= (fact.unit === '%' ? 6 : own / 10);
}

function otherYear(fact: Fact, own: readonly Check[], facts: ReadonlyMap<string, Fact>): string | null {
  const others = own.flatMap(({ figureIds }) => figureIds.flatMap((id) => facts.get(id) ?? []));
  const other = others.find(
    (one) =>
      one.indicator === fact.indicator &&
      one.measure === fact.measure &&
      one.unit === fact.unit &&
      one.hedge === null &&
      one.reportId !== fact.reportId &&
      one.period?.end !== fact.period?.end,
  );
  return other?.quote ?? null;
}

/** Both figures of an exchange; the first is the one that is looked for. */
function exchanged(fact: Fact, report: ReportFacts, name: string, near: readonly Check[]): Plant | null {
  const mate = report.facts.find(
    (one) =>
      one.sentence === fact.sentence &&
      one.unit === fact.unit &&
      one.range.start > fact.range.start &&
      one.hedge === null &&
      isTelling(one.value, fact),
  );
  if (!mate || !near.some(({ family }) => family !== 'composition')) return null;
  const facts = [
    { ...fact, quote: mate.quote, value: mate.value, interval: mate.interval },
    { ...mate, quote: fact.quote, value: fact.value, interval: fact.interval },
  ];
  return { name, cause: 'exchanged', facts, figureId: fact.figureId };
}
