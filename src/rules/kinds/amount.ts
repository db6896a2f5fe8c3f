/** Decimals in the base unit, written the way that Chinese reports write them: 769300000000 元 is 7693亿元. */
import type { Decimal, Interval } from '../../model/interval.ts';
import { big, decimal } from '../../model/interval.ts';

const SCALES = [
  { word: '万亿', zeros: 12, from: 14 },
  { word: '亿', zeros: 8, from: 9 },
  { word: '万', zeros: 4, from: 5 },
] as const;

/** Decimals that an amount is shown with at most; the tables hold the exact value. */
const SHOWN = 4;

/** An amount for a sentence. 万亿 is used only from ten of them, as in the reports; percentages and points are left as they are. */
export function amountText(value: Decimal, unit: string): string {
  const digits = value.replace(/^-/u, '').split('.')[0] ?? '';
  const scale = SCALES.find(({ from }) => digits.length >= from);
  const number = scale === undefined ? value : shifted(value, scale.zeros);
  return `${shown(number)}${scale?.word ?? ''}${unit}`;
}

/** The decimal divided by ten to the power of `places`, which its whole part is longer than. */
function shifted(value: Decimal, places: number): Decimal {
  const [whole = '', after = ''] = value.split('.');
  return `${whole.slice(0, -places)}.${whole.slice(-places)}${after}`.replace(/\.?0+$/u, '');
}

function shown(number: Decimal): Decimal {
  const point = number.indexOf('.');
  return point < 0 || number.length - point - 1 <= SHOWN ? number : decimal(big(number).round(SHOWN));
}

/** An interval for a sentence: one number when both ends are equal, `≥` or `≤` when one end is open. */
export function intervalText({ low, high }: Interval, unit: string): string {
  if (low === null && high === null) return '?';
  if (low === null) return `≤${amountText(high ?? '0', unit)}`;
  if (high === null) return `≥${amountText(low, unit)}`;
  return low === high ? amountText(low, unit) : `${amountText(low, unit)}–${amountText(high, unit)}`;
}
