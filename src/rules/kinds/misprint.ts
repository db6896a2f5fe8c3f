/** Reads two written amounts / gives whether a slip of the pen or the scraper tells them apart / promises: short numbers are never called alike. */
import type { Fact } from '../../model/fact.ts';

/** Digits that a number needs before a likeness of its digits is no chance. */
const TELLING_DIGITS = 4;

/**
 * True when two amounts differ by one digit or two neighbours changed round. Within a report other differences come nearly
 * always from a narrower meaning (a sum over years, a part of the place) that was not read.
 */
export function misprinted(facts: readonly Fact[]): boolean {
  const written = [
    ...new Set(facts.map((fact) => /\d[\d.]*/u.exec(fact.quote.normalize('NFKC').replace(/,/gu, ''))?.[0] ?? '')),
  ];
  const [a, b, ...others] = written;
  if (a === undefined || b === undefined || others.length > 0) return false;
  if (facts.some((fact) => fact.unit === '%' || fact.hedge !== null)) return false;
  return telling(a) >= TELLING_DIGITS && telling(b) >= TELLING_DIGITS && a.length === b.length && oneSlip(a, b);
}

/** Digits of a number but the zeros that round it off: 6000 and 4000 are two round numbers, not one number misprinted. */
function telling(written: string): number {
  const digits = written.replace('.', '');
  return (written.includes('.') ? digits : digits.replace(/0+$/u, '')).length;
}

/** Two strings of equal length that differ at one place, or at two neighbouring ones changed round. */
function oneSlip(a: string, b: string): boolean {
  const at = [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]));
  const [first = -1, second = -1] = at;
  if (at.length === 1) return true;
  return at.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
