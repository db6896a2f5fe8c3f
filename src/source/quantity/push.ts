/** Adds what was read to the lists of a scan. */
import { hedged, type Reading } from './bounds.ts';
import { goesOnFromThreshold, standsForThreshold } from './context.ts';
import { designate, type Scan } from './scan.ts';

/** Adds a reading as quantity, or as designator when the words around it say so. */
export function push(scan: Scan, reading: Reading): number {
  const { text, vocabulary } = scan;
  // 每10万人, 每一个百分点: what another number is counted by.
  if (text.charAt(reading.start - 1) === '每') return designate(scan, reading.start, reading.end, 'name');
  const limit = lastEnd(scan);
  const quantity = hedged(text, signed(text, reading), vocabulary.hedges, limit);
  const reason = standsForThreshold(text, quantity, reading.unit);
  if (reason !== null) return designate(scan, quantity.range.start, quantity.range.end, reason);
  const { start, end } = quantity.range;
  if (reading.unit?.kind === 'money' && goesOnFromThreshold(text, scan.designators.at(-1), start, end))
    return designate(scan, start, end, 'threshold');
  scan.quantities.push(quantity);
  return end;
}

/** A minus sign between a word and a number belongs to the span; the sign itself is told by direction. */
function signed(text: string, reading: Reading): Reading {
  const sign = text.charAt(reading.start - 1);
  const isSign =
    (sign === '-' || sign === '－' || sign === '−') &&
    /[长降幅率为]$/u.test(text.slice(0, reading.start - 1).slice(-1));
  return isSign ? { ...reading, start: reading.start - 1 } : reading;
}

export function lastEnd(scan: Scan): number {
  const quantity = scan.quantities.at(-1)?.range.end ?? 0;
  const designator = scan.designators.at(-1)?.range.end ?? 0;
  return Math.max(quantity, designator);
}
