/** Reads a written figure / gives what it would be without one common slip / promises: a handful of values, exact. */
import type { Fact } from '../model/fact.ts';
import { big, type Decimal, decimal, type Interval } from '../model/interval.ts';

export interface Slip {
  readonly cause: 'wrong-unit' | 'decimal-point' | 'doubled-digit' | 'swapped-digits' | 'lost-digit' | 'wrong-digit';
  readonly value: Decimal;
  readonly interval: Interval;
}

/** Values that the figure had if a scale word was swapped, the point was lost, digits were doubled, changed round or lost. */
export function slips(fact: Fact): Slip[] {
  const { value } = fact;
  if (value === null || fact.hedge !== null || big(value).lte(0)) return [];
  // 两成 has no digits; of 1亿2千万 neither part is the number.
  const [digits, other] =
    fact.quote
      .normalize('NFKC')
      .replace(/,/gu, '')
      .match(/\d+(?:\.\d+)?/gu) ?? [];
  if (digits === undefined || other !== undefined) return [];
  const scale = big(value).div(digits);
  const half = halfStep(digits);
  const rewritten = (written: string, step: string): Pick<Slip, 'value' | 'interval'> =>
    around(big(written).times(scale), big(step).times(scale));
  return [
    ...(/[万亿]/u.test(fact.quote) ? ['10000', '0.0001'] : []).map(
      (factor): Slip => ({
        cause: 'wrong-unit',
        ...around(big(value).times(factor), big(half).times(scale).times(factor)),
      }),
    ),
    ...doubled(digits).map((written): Slip => ({ cause: 'doubled-digit', ...rewritten(written, halfStep(written)) })),
    ...(isCounted(fact, value) ? [] : pointLost(digits)).map(
      (written): Slip => ({ cause: 'decimal-point', ...rewritten(written, halfStep(written)) }),
    ),
    ...swapped(digits).map((written): Slip => ({ cause: 'swapped-digits', ...rewritten(written, halfStep(written)) })),
    ...lost(digits).map((written): Slip => ({ cause: 'lost-digit', ...rewritten(written, halfStep(written)) })),
    ...mistaken(digits).map((written): Slip => ({ cause: 'wrong-digit', ...rewritten(written, halfStep(written)) })),
  ];
}

/** True for what is written without decimals: 38400元, 1348家. */
function isCounted({ quote, unit }: Fact, value: Decimal): boolean {
  return !/[万亿]/u.test(quote) && !/[%点度克]/u.test(unit) && big(value).gte(COUNTED);
}

const COUNTED = '1000';

type Big = ReturnType<typeof big>;

function around(value: Big, half: Big): Pick<Slip, 'value' | 'interval'> {
  return { value: decimal(value), interval: { low: decimal(value.minus(half)), high: decimal(value.plus(half)) } };
}

/** Half a unit of the last written digit: 0.05 for 12.3, 0.5 for 12. */
function halfStep(digits: string): string {
  const after = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return after === 0 ? '0.5' : `0.${'0'.repeat(after)}5`;
}

function pointLost(digits: string): string[] {
  if (digits.includes('.')) return [];
  return [1, 2]
    .filter((places) => places < digits.length)
    .map((places) => `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

function doubled(digits: string): string[] {
  const found: string[] = [];
  for (let at = 1; at < digits.length; at++) {
    if (digits[at] === digits[at - 1]) found.push(digits.slice(0, at) + digits.slice(at + 1));
  }
  return [...new Set(found)];
}

/** The number with two neighbouring digits changed round. */
function swapped(digits: string): string[] {
  const found: string[] = [];
  for (let at = 1; at < digits.length; at++) {
    const [one = '', other = ''] = [digits[at - 1], digits[at]];
    if (one === other || one === '.' || other === '.' || (at === 1 && other === '0')) continue;
    found.push(digits.slice(0, at - 1) + other + one + digits.slice(at + 1));
  }
  return found;
}

/** All numbers that become this one when a digit of their whole part is lost: at most ten for each place. */
function lost(digits: string): string[] {
  const places = (digits.split('.')[0] ?? '').length;
  const found: string[] = [];
  for (let at = 0; at <= places; at++) {
    for (let digit = at === 0 ? 1 : 0; digit <= 9; digit++) found.push(digits.slice(0, at) + digit + digits.slice(at));
  }
  return [...new Set(found)];
}

/** All numbers that differ from this one in one digit: nine for each place. */
function mistaken(digits: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < digits.length; at++) {
    if (digits[at] === '.') continue;
    for (let digit = at === 0 ? 1 : 0; digit <= 9; digit++) {
      if (String(digit) !== digits[at]) found.push(digits.slice(0, at) + digit + digits.slice(at + 1));
    }
  }
  return found;
}
