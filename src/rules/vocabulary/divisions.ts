/** Reads rules/vocabulary/divisions.csv / gives the divisions of China and a finder for their names / promises: ambiguous names stay lists of candidates. */
import type { RegionLevel } from '../../model/report.ts';
import type { RuleFile } from '../card.ts';
import { byPlace, matcherOf } from './divisions/matcher.ts';
import { innermostOf, resolve } from './divisions/resolve.ts';
import { parseRows } from './divisions/rows.ts';

/** One name and code of a place, with the years in which it held. Renamed and renumbered places have several. */
export interface Division {
  /** GB/T 2260 code of six digits; 100000 stands for the country. */
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  /** null for the country only. Districts of a municipality and counties run by a province have the province. */
  readonly parentCode: string | null;
  /** Forms without the suffix that texts use for it: 合肥, 恩施州. Empty where that form is an everyday word. */
  readonly shortNames: readonly string[];
  /** First year of this name and code; null: before 2000. */
  readonly validFrom: number | null;
  /** Year in which it ended; null: in force. */
  readonly validTo: number | null;
  /** Code that carries a former one on; null when it was divided or is in force. */
  readonly successor: string | null;
  /** True for names that are everyday words (城区, 市南区): running text means the place only right after its parent's name. */
  readonly afterParentOnly: boolean;
  /** Characters that must not stand before the name, because they make another word of it; empty for most. */
  readonly notAfter: string;
}

/** A name found in a text. Offsets count UTF-16 code units of that text, half-open. */
export interface DivisionMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `name` is the full name, `short` a form without suffix: a short form may also be part of another word. */
  readonly form: 'name' | 'short';
  /** Every division that the name can mean here, in order of code; one when the text around it settles it, never empty. */
  readonly candidates: readonly Division[];
}

/** What the caller knows of the text. It narrows candidates and never takes the last one away. */
export interface DivisionHint {
  /** Prefer the division of this code and all that lie in it. */
  readonly within?: string;
  /** Prefer names that held in this year. Without it names in force come first. */
  readonly year?: number;
}

export interface Divisions {
  /** All rows, in order of code; rows of one code: the one in force first. */
  readonly all: readonly Division[];
  /** The division in force with this code, else the latest former one; null for an unknown code. */
  readonly byCode: (code: string) => Division | null;
  /** Divisions with exactly this full or short name, those in force first. */
  readonly named: (name: string) => readonly Division[];
  /** Names that occur in a text: longest match, left to right, never overlapping. Time is linear in the text. */
  readonly find: (text: string, hint?: DivisionHint) => readonly DivisionMention[];
  /**
   * The place that a title or a heading names: the innermost of its names, when they lie in one another (湖南省长沙县
   * gives 长沙县). null when it names none, several places beside one another, or one that stays ambiguous.
   */
  readonly innermost: (text: string, hint?: DivisionHint) => Division | null;
  /** Divisions in force directly below this code, in order of code. */
  readonly children: (code: string) => readonly Division[];
  /** What a division lies in, nearest first, up to the country. */
  readonly ancestors: (code: string) => readonly Division[];
  /** True when `code` is `outer` or lies in it. */
  readonly contains: (outer: string, code: string) => boolean;
}

/**
 * Reads the table of divisions. Lines that start with # are notes; the first other line names the columns.
 * @throws CardError with the line of the first bad row: wrong number of columns, bad code, unknown level or parent.
 */
export function readDivisions(file: RuleFile): Divisions {
  const all = parseRows(file).sort(byPlace);
  const codes = new Map<string, Division>();
  for (const division of all) if (!codes.has(division.code)) codes.set(division.code, division);
  const names = groupBy(all, (division) => [division.name, ...division.shortNames]);
  const below = groupBy(
    all.filter((division) => division.validTo === null),
    (division) => (division.parentCode === null ? [] : [division.parentCode]),
  );
  const matcher = matcherOf(names);

  const byCode = (code: string): Division | null => codes.get(code) ?? null;
  const contains = (out: string, code: string): boolean =>
    out === code || lineOf(code, codes).some((division) => division.code === out);

  return {
    all,
    byCode,
    named: (name) => names.get(name) ?? [],
    find: (text, hint = {}) => resolve(matcher(text), text, hint, contains),
    innermost: (text, hint = {}) => innermostOf(resolve(matcher(text), text, hint, contains), contains),
    children: (code) => below.get(code) ?? [],
    ancestors: (code) => lineOf(code, codes),
    contains,
  };
}

/** What a division lies in, nearest first. A table whose parents run in a circle ends after four steps. */
function lineOf(code: string, codes: ReadonlyMap<string, Division>): Division[] {
  const line: Division[] = [];
  let parent = codes.get(code)?.parentCode ?? null;
  while (parent !== null && line.length < 4) {
    const division = codes.get(parent);
    if (division === undefined) break;
    line.push(division);
    parent = division.parentCode;
  }
  return line;
}

function groupBy(all: readonly Division[], keysOf: (division: Division) => readonly string[]): Map<string, Division[]> {
  const groups = new Map<string, Division[]>();
  for (const division of all) {
    for (const key of keysOf(division)) {
      const group = groups.get(key);
      if (group) group.push(division);
      else groups.set(key, [division]);
    }
  }
  for (const group of groups.values()) {
    // Nearly all groups are of one: to sort them all takes longer than to read the rows.
    if (group.length > 1) group.sort((a, b) => Number(a.validTo !== null) - Number(b.validTo !== null));
  }
  return groups;
}
