/** Tenths in words: 三成, 9成, 八成五 and 8成5 are 85 %, 三成半 is 35 %. */
import { chineseDigit } from './han.ts';
import { push } from './push.ts';
import type { Scan } from './scan.ts';
import { shifted, type Written } from './written.ts';

/** What may stand behind 成 when it means tenths: 五成新 is an age, 三成员 are persons. */
const CLOSES = /^(?:以[上下]|左右|上下|多|有余|的|[、，。；,;）)\s]|$)/u;

/** Reads the 成 at `at` behind a number; gives where to go on, or null when it is no share. */
export function readTenths(scan: Scan, start: number, at: number, number: Written): number | null {
  const { text, vocabulary } = scan;
  const next = text.charAt(at + 1);
  const more = next === '半' ? 5 : /[1-9]/u.test(next) ? Number(next) : chineseDigit(next);
  const end = more > 0 ? at + 2 : at + 1;
  if (!CLOSES.test(text.slice(end, end + 2))) return null;
  const tens = shifted(number, 1, false);
  const whole = more > 0 ? withUnits(number, more) : tens;
  return push(scan, { start, end, number: whole, unit: vocabulary.units.byName('%'), inside: null });
}

function withUnits(number: Written, more: number): Written {
  return { digits: `${number.digits}${'0'.repeat(Math.max(0, number.exponent))}${more}`, exponent: 0, scaled: false };
}
