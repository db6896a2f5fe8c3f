/** Reads what the caller knows of a source / gives the places and years it names / promises: evidence of last resort. */
import type { Division, Divisions } from '../../rules/vocabulary/divisions.ts';
import type { YearVote } from './year.ts';
import { titleVote } from './year.ts';

/** What is known of a report besides its text. */
export interface IdentityHints {
  /** Title from a manifest or front matter. */
  readonly title: string | null;
  /** Path of the source; its last three names are looked at. */
  readonly path: string | null;
  /** Name of the region on the contents page of a compilation. */
  readonly region?: string | null;
}

const PATH_NAMES = 3;

/** The innermost place of each hint. A hint that names several places side by side says nothing. */
export function hintedPlaces(hints: IdentityHints, divisions: Divisions): Division[] {
  const words = [hints.title, hints.region ?? null, pathWords(hints.path)].filter((text) => text !== null);
  const found = words.map((text) => divisions.innermost(text)).filter((place) => place !== null);
  return found.filter((place, index) => found.findIndex((one) => one.code === place.code) === index);
}

/** Votes of hints that fit neither the report's year nor the year of its meeting. */
export function hintVotes(hints: IdentityHints, year: number | null, met: number | null): YearVote[] {
  if (year === null) return [];
  const name = hints.path?.split(/[\\/]/).pop() ?? null;
  const votes = [
    hints.title === null ? null : titleVote('hint-title', hints.title, null),
    name === null ? null : titleVote('hint-path', name, null),
  ];
  return votes.filter((vote) => vote !== null).filter((vote) => vote.year !== year && vote.year !== met);
}

function pathWords(path: string | null): string | null {
  return path === null ? null : path.split(/[\\/]/).slice(-PATH_NAMES).join(' ');
}
