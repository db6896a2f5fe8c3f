/** A hedge before or after a 分别 list covers the whole list, when the numbers are of a kind. */
import type { Quantity } from '../../model/figure.ts';
import type { Interval } from '../../model/interval.ts';

const LIST_GAP = /^[、和与及，,]{1,2}$/u;
/** How far before the first number 分别 may stand. */
const REACH = 14;
const LOWER = /^(?:超过|超|突破|超出|逾|过|高于|至少|不少于|不低于|以上|跨过|迈上|站上|破)$/u;
const UPPER = /^(?:近|接近|将近|不足|低于|不高于|不超过|以内|以下|之内)$/u;
const AROUND = /^(?:约|大约|左右|上下)$/u;

/** Gives the quantities with list hedges shared; the rest unchanged and in their order. */
export function shareHedges(text: string, quantities: readonly Quantity[]): Quantity[] {
  const out = [...quantities];
  let from = 0;
  while (from < out.length) {
    const to = listEnd(text, out, from);
    if (to - from > 1 && isDistributed(text, out[from])) shareWithin(out, from, to);
    from = to;
  }
  return out;
}

function listEnd(text: string, all: readonly Quantity[], from: number): number {
  let to = from + 1;
  for (;;) {
    const a = all[to - 1];
    const b = all[to];
    if (a === undefined || b === undefined || a.unit !== b.unit) return to;
    const gap = b.range.start - a.range.end;
    if (gap < 1 || gap > 2 || !LIST_GAP.test(text.slice(a.range.end, b.range.start))) return to;
    to += 1;
  }
}

function isDistributed(text: string, first: Quantity | undefined): boolean {
  if (first === undefined) return false;
  return text.slice(Math.max(0, first.range.start - REACH), first.range.start).includes('分别');
}

function shareWithin(all: Quantity[], from: number, to: number): void {
  const [first, last] = [all[from], all[to - 1]];
  if (first === undefined || last === undefined) return;
  const leading = first.hedge !== null && first.quote.startsWith(first.hedge) ? first.hedge : null;
  const trailing = last.hedge !== null && last.quote.endsWith(last.hedge) ? last.hedge : null;
  for (let at = from; at < to; at += 1) {
    const one = all[at];
    if (one === undefined || one.hedge !== null || one.value === null) continue;
    if (leading !== null) all[at] = withHedge(one, leading);
    else if (trailing !== null && decimals(one) === decimals(last)) all[at] = withHedge(one, trailing);
  }
}

/** Numbers are of a kind when they are written with the same count of decimals: 17.5%和8%以上 are not. */
function decimals(quantity: Quantity): number {
  return /\.(\d+)/u.exec(quantity.quote)?.[1]?.length ?? 0;
}

function withHedge(quantity: Quantity, hedge: string): Quantity {
  const value = quantity.value;
  const interval: Interval = LOWER.test(hedge)
    ? { low: value, high: null }
    : UPPER.test(hedge)
      ? { low: null, high: value }
      : quantity.interval;
  return LOWER.test(hedge) || UPPER.test(hedge) || AROUND.test(hedge) ? { ...quantity, hedge, interval } : quantity;
}
