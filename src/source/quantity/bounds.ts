/** Puts number, unit and hedges together: span, value, interval. */
import type { Quantity } from '../../model/figure.ts';
import { exactly, type Interval } from '../../model/interval.ts';
import { range } from '../../model/offset.ts';
import type { HedgeMatch, Hedges } from '../../rules/vocabulary/hedges.ts';
import type { Unit } from '../../rules/vocabulary/units.ts';
import { isBreak } from './scan.ts';
import { exactValue, oneStepUp, rounded, type Written } from './written.ts';

export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly number: Written;
  readonly unit: Unit | null;
  readonly inside: string | null;
}

/** A quantity with the hedges that touch it. `limit` is the place that a hedge before the number may not cross. */
export function hedged(text: string, reading: Reading, hedges: Hedges, limit: number): Quantity {
  // 超过 4.6万家: a blank may stand between hedge and number.
  const gap = text.charCodeAt(reading.start - 1) === 32 ? 1 : 0;
  const before = hedges.before(text, reading.start - gap);
  const prefix = before !== null && before.start >= limit ? before : null;
  const suffix = hedges.after(text, reading.end);
  const more = suffix === null && isMore(text, reading);
  const start = prefix?.start ?? reading.start;
  const end = suffix?.end ?? (more ? reading.end + 1 : reading.end);
  const inside = more ? '多' : reading.inside;
  return {
    range: range<'report'>(start, end),
    quote: text.slice(start, end),
    value: exactValue(reading.number),
    interval: bounds(more ? { ...reading, inside } : reading, prefix, suffix),
    unit: reading.unit?.name ?? '',
    hedge: joined(joined(prefix?.hedge.word ?? null, inside), suffix?.hedge.word ?? null),
  };
}

/** 2倍多, 30%多: more than so much. Behind things counted 多 begins another word (3个多功能厅). */
function isMore(text: string, { end, unit, inside }: Reading): boolean {
  if (inside !== null || text.charAt(end) !== '多' || !isBreak(text.charCodeAt(end + 1))) return false;
  return unit !== null && unit.kind !== 'count' && unit.kind !== 'time';
}

function joined(a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : `${a}+${b}`;
}

function bounds(reading: Reading, prefix: HedgeMatch | null, suffix: HedgeMatch | null): Interval {
  const a = prefix?.hedge.bound;
  const b = suffix?.hedge.bound;
  if (a === 'at-least' || b === 'at-least') return { low: exactValue(reading.number), high: null };
  if (a === 'at-most' || b === 'at-most') return { low: null, high: exactValue(reading.number) };
  const steps = reading.inside === '余' || reading.inside === '多' || a === 'step-up' || b === 'step-up';
  if (steps) return oneStepUp(reading.number);
  return unhedged(reading.number, reading.unit);
}

/** Whole counts of things are exact when no 万 or 亿 rounds them; everything else is rounded at its last digit. */
export function unhedged(number: Written, unit: Unit | null): Interval {
  const whole = number.exponent >= 0 && !number.scaled;
  return unit?.discrete && whole ? exactly(exactValue(number)) : rounded(number);
}

/** A range such as 4.5-5%: no single value, the ends as written. */
export function between(
  text: string,
  start: number,
  end: number,
  low: Written,
  high: Written,
  unit: Unit | null,
): Quantity {
  return {
    range: range<'report'>(start, end),
    quote: text.slice(start, end),
    value: null,
    interval: { low: exactValue(low), high: exactValue(high) },
    unit: unit?.name ?? '',
    hedge: null,
  };
}
