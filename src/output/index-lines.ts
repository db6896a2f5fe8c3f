/** Reads the facts of a report / gives a line that holds them, and them again / promises: exactly what was put in, whatever the machine. */
import type { ReportFacts } from '../model/fact.ts';

/** A report as a line holds it: lists of hashes are base64 of the gaps between them. */
type Row = Omit<ReportFacts, 'shingles' | 'numbers'> & {
  readonly shingles: string;
  readonly numbersBefore: string;
  readonly numbersAfter: string;
};

/** One report as a line of JSON without its line break. */
export function indexLine({ shingles, numbers, ...rest }: ReportFacts): string {
  const row: Row = {
    ...rest,
    shingles: packed(shingles),
    numbersBefore: packed(numbers.before),
    numbersAfter: packed(numbers.after),
  };
  return JSON.stringify(row);
}

/** The report behind a line that `indexLine` made. @throws SyntaxError for anything that is no JSON */
export function factsOfLine(line: string): ReportFacts {
  const { shingles, numbersBefore, numbersAfter, ...rest }: Row = JSON.parse(line);
  return {
    ...rest,
    shingles: unpacked(shingles),
    numbers: { before: unpacked(numbersBefore), after: unpacked(numbersAfter) },
  };
}

/** Gaps between sorted numbers, seven bits a byte, the low ones first: a list of hashes takes three quarters of its room. */
function packed(sorted: Uint32Array): string {
  const bytes = new Uint8Array(sorted.length * 5);
  let [length, before] = [0, 0];
  for (const value of sorted) {
    let gap = value - before;
    before = value;
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes[length++] = (gap % 128) + 128;
    bytes[length++] = gap;
  }
  return Buffer.from(bytes.buffer, 0, length).toString('base64');
}

function unpacked(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  const sorted = new Uint32Array(bytes.reduce((count, byte) => count + Number(byte < 128), 0));
  let [length, gap, weight, before] = [0, 0, 1, 0];
  for (const byte of bytes) {
    gap += (byte % 128) * weight;
    weight *= 128;
    if (byte > 127) continue;
    before += gap;
    sorted[length++] = before;
    [gap, weight] = [0, 1];
  }
  return sorted;
}
