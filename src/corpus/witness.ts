/**
 * Reads the statements of other years on the same thing / gives how much better a corrected figure would fit among them / promises:
 * evidence only, which may choose between suspects and never makes a verdict.
 */
import type { Fact, ReportFacts } from '../model/fact.ts';
import type { Period } from '../model/figure.ts';
import { factsNamed, mayBeAbout, opened, placeKey } from './digest.ts';

/** What a figure says of its thing. */
export type Statement = Pick<Fact, 'figureId' | 'value' | 'interval' | 'direction' | 'period'>;

/** Statements on one thing by year: those of one place, name, scope, measure and unit. */
export type Series = ReadonlyMap<string, readonly Statement[]>;

/** What is asked for of series: their subjects, and the names and places that these have. */
export interface Wanted {
  readonly subjects: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** Years that a statement may lie away to tell anything. */
const NEAR = 3;
/** Yearly change of a level that nobody wonders at, where no growth of it is told: eight per cent. */
const USUAL_CHANGE = Math.log(1.08);

/** The thing that a figure is about; null where its words are too few to tell. */
export function subjectOf(fact: Fact): string | null {
  return keyOf(fact, fact.measure, fact.unit);
}

/** The yearly growth of the thing that a level is of. */
function growthOf(fact: Fact): string | null {
  return keyOf(fact, 'growth', '%');
}

function keyOf({ indicator, indicatorText, regionCode, scope }: Fact, measure: string, unit: string): string | null {
  if (indicator === null && indicatorText.length < 4) return null;
  return [regionCode, indicator ?? `~${indicatorText}`, scope.join('+'), measure, unit].join('|');
}

/** The series that figures belong to. */
export function wantedBy(facts: readonly Fact[]): Wanted {
  return {
    subjects: new Set(facts.flatMap((fact) => [subjectOf(fact) ?? [], growthOf(fact) ?? []].flat())),
    names: new Set(facts.map(nameOf)),
    places: new Set(facts.map(placeKey)),
  };
}

/** Series, from all reports that speak. */
export function seriesOf({ subjects, names, places }: Wanted, reports: Iterable<ReportFacts>): Series {
  const series = new Map<string, Fact[]>();
  for (const report of reports) {
    if (!mayBeAbout(report, places)) continue;
    for (const fact of factsNamed(opened(report), names)) {
      if (!places.has(placeKey(fact)) || !names.has(nameOf(fact)) || !isWitness(fact)) continue;
      const subject = subjectOf(fact);
      if (subject === null || !subjects.has(subject)) continue;
      const known = series.get(subject);
      if (known) known.push(fact);
      else series.set(subject, [fact]);
    }
  }
  return series;
}

function isWitness({ nature }: Fact): boolean {
  return nature !== 'target' && nature !== 'cumulative';
}

function nameOf({ indicator, indicatorText }: Fact): string {
  return indicator ?? indicatorText;
}

/**
 * How much nearer to its series a figure comes when it is corrected, as a difference of logarithms: above 0 the correction makes it fit
 * better, below 0 worse. Null where the series says nothing.
 * @param corrected what the figure would have to be, in its own unit and signed as a rate
 * @param involved figures that are in doubt and say nothing, this one among them
 */
export function improvement(
  fact: Fact,
  corrected: number,
  series: Series,
  involved: ReadonlySet<string>,
): number | null {
  const told = (subject: string | null): readonly Statement[] =>
    (series.get(subject ?? '') ?? []).filter(({ figureId }) => !involved.has(figureId));
  const others = told(subjectOf(fact));
  const written = signedValue(fact);
  if (written === null) return null;
  if (fact.measure === 'growth') return ofRates(fact, { written, corrected }, others);
  return fact.period === null
    ? ofUndated({ written, corrected }, others)
    : ofLevels(fact.period, { written, corrected }, others, told(growthOf(fact)));
}

interface Readings {
  readonly written: number;
  readonly corrected: number;
}

/** Distances of a level from those of the years around it, a usual change a year allowed for. */
function ofLevels(
  own: Period,
  { written, corrected }: Readings,
  others: readonly Statement[],
  growths: readonly Statement[],
): number | null {
  const near = others.flatMap((one) => {
    const value = signedValue(one);
    if (one.period === null || value === null || value <= 0 || !sameShape(one.period, own)) return [];
    const apart = yearOf(one.period) - yearOf(own);
    return Math.abs(apart) <= NEAR ? [{ value, apart }] : [];
  });
  if (near.length === 0 || written <= 0 || corrected <= 0) return null;
  const nearest = Math.min(...near.map(({ apart }) => Math.abs(apart)));
  const told = near.filter(({ apart }) => Math.abs(apart) === nearest);
  const usual = usualChange(own, growths);
  const off = (level: number): number =>
    median(told.map(({ value, apart }) => Math.abs(Math.log(value / level) - apart * usual)));
  return off(written) - off(corrected);
}

/** What the place says of the thing's growth in the years around: revenues that grow by a fifth each year do so in this one, too. */
function usualChange(own: Period, growths: readonly Statement[]): number {
  const rates = growths.flatMap((one) => {
    if (one.period === null || Math.abs(yearOf(one.period) - yearOf(own)) > NEAR) return [];
    return signedValue(one) ?? [];
  });
  return rates.length === 0 ? USUAL_CHANGE : factorOf(median(rates));
}

/** A level of an earlier year that is not named: how near it comes to any level of the series. */
function ofUndated({ written, corrected }: Readings, others: readonly Statement[]): number | null {
  const values = others.flatMap((one) => signedValue(one) ?? []).filter((value) => value > 0);
  if (values.length < 2 || written <= 0 || corrected <= 0) return null;
  const off = (own: number): number => Math.min(...values.map((value) => Math.abs(Math.log(value / own))));
  return off(written) - off(corrected);
}

/** Distances of a rate from the rates of the years around it. */
function ofRates({ period }: Fact, { written, corrected }: Readings, others: readonly Statement[]): number | null {
  const rates = others.flatMap((one) => {
    if (period !== null && (one.period === null || Math.abs(yearOf(one.period) - yearOf(period)) > NEAR)) return [];
    return signedValue(one) ?? [];
  });
  const usual = rates.length === 0 ? 8 : median(rates);
  const off = (own: number): number => Math.abs(factorOf(own) - factorOf(usual));
  const better = off(written) - off(corrected);
  // What is usual for rates is known even where nothing else is told; it decides between orders of size only.
  return rates.length === 0 && Math.abs(better) < 0.2 ? null : better;
}

function factorOf(percent: number): number {
  return Math.log(Math.max(1 + percent / 100, 0.05));
}

/** Middle of the values; of two, the larger distance. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function signedValue({ value, direction, interval }: Statement): number | null {
  const written = value ?? interval.low ?? interval.high;
  return written === null ? null : Number(written) * (direction === 'down' ? -1 : 1);
}

function yearOf({ end }: Period): number {
  return Number(end.slice(0, 4));
}

function sameShape(a: Period, b: Period): boolean {
  return a.start.slice(4) === b.start.slice(4) && a.end.slice(4) === b.end.slice(4);
}
