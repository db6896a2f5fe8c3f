/** Reads what all threads look at while they compare / gives it as memory that they share / promises: nothing of it is copied or changed. */
import type { KeyGroups } from '../../corpus/key-groups.ts';
import type { Turn, Turns } from '../../corpus/turns.ts';
import type { Lists } from './fact-file.ts';

/** Where the reports that speak lie, by number, and what of them is to be compared. */
export interface Stand {
  readonly lists: Float64Array;
  readonly groups: readonly KeyGroups[];
  readonly turns: Turns;
}

const OF_REPORT = 7;

/** Where reports lie, as all threads look at it. */
export function sharedLists(lists: readonly Lists[]): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(lists.length * OF_REPORT * Float64Array.BYTES_PER_ELEMENT));
  for (let number = 0; number < lists.length; number++) shared.set(lists[number] ?? [], number * OF_REPORT);
  return shared;
}

export function sharedGroups({ offsets, reports, facts }: KeyGroups): KeyGroups {
  return { offsets: sharedNumbers(offsets), reports: sharedNumbers(reports), facts: sharedNumbers(facts) };
}

export function sharedTurns({ places, years }: Turns): Turns {
  return { places: sharedTurn(places), years: sharedTurn(years) };
}

function sharedTurn({ reports, starts, checks, numbers }: Turn): Turn {
  return {
    reports: sharedNumbers(reports),
    starts: sharedNumbers(starts),
    checks: sharedNumbers(checks),
    numbers: sharedNumbers(numbers),
  };
}

/** Where report `number` lies. */
export function listsAt({ lists }: Pick<Stand, 'lists'>, number: number): Lists {
  const at = (nth: number): number => lists[number * OF_REPORT + nth] ?? 0;
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6)];
}

/** Where all of them lie, in the order of their numbers. */
export function* allLists(stand: Pick<Stand, 'lists'>): Generator<Lists> {
  for (let number = 0; number < countOf(stand); number++) yield listsAt(stand, number);
}

export function countOf({ lists }: Pick<Stand, 'lists'>): number {
  return lists.length / OF_REPORT;
}

function sharedNumbers(numbers: Uint32Array): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(numbers.byteLength));
  shared.set(numbers);
  return shared;
}
