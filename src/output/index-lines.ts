/** Reads the facts of a report / gives a line that holds them, and them again / promises: exactly what was put in, whatever the machine. */
import type { ReportFacts } from '../model/fact.ts';
import { packed, unpacked } from './gaps.ts';

/** A report as a line holds it: lists of hashes are written by the gaps between them. */
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
