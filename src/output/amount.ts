/** Reads exact decimals / gives them as people read them / promises: shown short, never stored: the tables hold the exact value. */
import { big, type Decimal, decimal, type Interval } from '../model/interval.ts';
import type { Lang } from './lexicon.ts';

/** Steps by which large amounts are shown, greatest first. */
const STEPS: Readonly<Record<Lang, readonly (readonly [power: number, word: string])[]>> = {
  zh: [
    [8, '亿'],
    [4, '万'],
  ],
  en: [
    [9, ' bn'],
    [6, ' m'],
  ],
};

/** More significant digits than this are rounded for display and marked with ≈. */
const SHOWN_DIGITS = 8;

/** `29940000000` 元 is `299.4亿元` and `29.94 bn 元`. */
export function amount(value: Decimal, unit: string, lang: Lang): string {
  const exact = big(value);
  const [power, word] = STEPS[lang].find(([step]) => exact.abs().gte(big('10').pow(step))) ?? [0, ''];
  const scaled = exact.times(big('10').pow(-power));
  const short = big(scaled.toPrecision(SHOWN_DIGITS));
  const mark = short.eq(scaled) ? '' : '≈';
  return `${mark}${grouped(decimal(short))}${word}${withUnit(unit, lang)}`;
}

/** An interval in words: one value, both ends, or an open end. */
export function span({ low, high }: Interval, unit: string, lang: Lang): string {
  if (low === null && high === null) return lang === 'zh' ? '任意值' : 'any value';
  if (low === null) return `≤ ${amount(high ?? '0', unit, lang)}`;
  if (high === null) return `≥ ${amount(low, unit, lang)}`;
  if (big(low).eq(high)) return amount(low, unit, lang);
  return `${amount(low, unit, lang)} – ${amount(high, unit, lang)}`;
}

function withUnit(unit: string, lang: Lang): string {
  if (unit === '' || unit === '%') return unit;
  return lang === 'zh' ? unit : ` ${unit}`;
}

/** Thousands of the whole part set apart by commas. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const parts: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) parts.unshift(whole.slice(Math.max(0, end - 3), end));
  const joined = parts.join(',').replace('-,', '-');
  return fraction === undefined ? joined : `${joined}.${fraction}`;
}

/** A share of one as a percentage with one decimal: `0.4567` is `45.7%`. */
export function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1).replace(/\.0$/u, '')}%`;
}
