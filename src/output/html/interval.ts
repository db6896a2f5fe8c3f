/** Reads the two intervals of a check / gives them drawn on one line / promises: to scale, and only where both have a place. */

import { big } from '../../model/interval.ts';
import { amount } from '../amount.ts';
import type { CheckRow } from '../rows.ts';
import { both, h, type Markup, NOTHING, t } from './markup.ts';

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

const WIDTH = 320;
const PAD = 28;

/** What the other figures allow above, what is written below. Nothing when one of the two is unbounded on both sides. */
export function intervalDrawing(check: CheckRow, unit: string): Markup {
  const expected = { low: number(check.expected_low), high: number(check.expected_high) };
  const actual = { low: number(check.actual_low), high: number(check.actual_high) };
  const ends = [expected.low, expected.high, actual.low, actual.high].filter((one) => one !== null);
  if (isOpen(expected) || isOpen(actual)) return NOTHING;
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const scale = most > least ? (WIDTH - 2 * PAD) / (most - least) : 0;
  const x = (value: number): number =>
    Math.round((PAD + (scale === 0 ? (WIDTH - 2 * PAD) / 2 : (value - least) * scale)) * 10) / 10;
  const ticks = [check.expected_low, check.actual_low, check.expected_high, check.actual_high].filter(
    (one) => one !== null,
  );
  const shown = [extreme(ticks, -1), extreme(ticks, 1)];
  return h`<figure class="interval"><svg viewBox="0 0 ${WIDTH} 46" role="img" aria-label="${'expected / 推得, written / 原文'}">
<line class="axis" x1="0" y1="23" x2="${WIDTH}" y2="23"/>${strip('expected', expected, x, 8)}${strip(`actual ${check.verdict}`, actual, x, 28)}</svg>
<figcaption><span class="key expected">${t('follows from the others', '由其他数字推得')}</span><span class="key actual ${check.verdict}">${t('as written', '原文')}</span><span class="range">${shown.map((one, index) => h`${index > 0 ? ' … ' : ''}${both((lang) => (one === null ? '' : amount(one, unit, lang)))}`)}</span></figcaption></figure>`;
}

function strip(look: string, { low, high }: Ends, x: (value: number) => number, y: number): Markup {
  const from = low === null ? 0 : x(low);
  const to = high === null ? WIDTH : x(high);
  return h`<rect class="${look}" x="${Math.min(from, to - 1)}" y="${y}" width="${Math.max(3, to - from)}" height="10" rx="2"/>`;
}

function isOpen({ low, high }: Ends): boolean {
  return low === null && high === null;
}

function number(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function extreme(values: readonly string[], sign: 1 | -1): string | null {
  return values.reduce<string | null>((best, one) => (best === null || big(one).cmp(best) === sign ? one : best), null);
}
