/** Decimals in the base unit, written the way that Chinese reports write them: 769300000000 元 is 7693亿元. */
import type { Decimal, Interval } from '../../model/interval.ts';
import { big, decimal } from '../../model/interval.ts';

const SCALES = [
  { word: '万亿', factor: '1000000000000' },
  { word: '亿', factor: '100000000' },
  { word: '万', factor: '10000' },
] as const;

/** Decimals that an amount is shown with at most; the tables hold the exact value. */
const SHOWN = 4;

/** An amount for a sentence. 万亿 is used only from ten of them, as in the reports; percentages and points are left as they are. */
export function amountText(value: Decimal, unit: string): string {
  const size = big(value).abs();
  const scale = SCALES.find(({ word, factor }) => size.gte(word === '万亿' ? big(factor).times(10) : factor));
  return scale === undefined
    ? `${decimal(big(value).round(SHOWN))}${unit}`
    : `${decimal(big(value).div(scale.factor).round(SHOWN))}${scale.word}${unit}`;
}

/** An interval for a sentence: one number when both ends are equal, `≥` or `≤` when one end is open. */
export function intervalText({ low, high }: Interval, unit: string): string {
  if (low === null && high === null) return '?';
  if (low === null) return `≤${amountText(high ?? '0', unit)}`;
  if (high === null) return `≥${amountText(low, unit)}`;
  return low === high ? amountText(low, unit) : `${amountText(low, unit)}–${amountText(high, unit)}`;
}
