/** Reads the verdict on a report and the kind of its text / gives the verdict that holds / promises: another kind of text is named with its words, and a work report is left as it was. */
import type { Completeness } from '../../model/report.ts';
import type { Signal } from '../../model/signal.ts';
import type { Genres } from '../../rules/vocabulary/genres.ts';
import { type Genre, type GenreReading, genreOf } from '../genre.ts';

export interface Judged {
  readonly completeness: Completeness;
  readonly signals: readonly Signal<'report'>[];
}

/** Kinds that leave the verdict as it is: a text that shows no kind may be a piece of a report. */
const REPORTS: ReadonlySet<Genre> = new Set(['work-report', 'abridged', 'other']);

/** True for the kinds that are no government work report, whole or in part. */
export function isOtherKind(genre: Genre): boolean {
  return !REPORTS.has(genre);
}

/**
 * The verdict `not-a-report` for a text of another kind; what was found of its completeness says nothing then.
 * @param before the source's text before the report: its last lines may be the title of a report of another kind
 */
export function judge(before: string, text: string, found: Judged, genres: Genres): Judged {
  const reading = genreOf(titlesAtEnd(before) + text, genres);
  if (!isOtherKind(reading.genre)) return found;
  const words = wordsOf(reading);
  return {
    completeness: {
      verdict: 'not-a-report',
      missing: [],
      sharePresent: null,
      evidence: [{ sign: 'other-genre', weight: reading.points, quote: words, range: null }],
    },
    signals: [{ sign: 'not-a-report', range: null, data: { genre: reading.genre, points: reading.points, words } }],
  };
}

const LONGEST_TITLE = 70;
const TITLE_LINES = 3;

/** The last lines when they read as the title of some report; the links of a site do not. */
function titlesAtEnd(before: string): string {
  const lines = before
    .slice(-LONGEST_TITLE * TITLE_LINES)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const titles = lines.slice(-TITLE_LINES).filter((line) => line.length <= LONGEST_TITLE && TITLE.test(line));
  return titles.map((line) => `${line}\n`).join('');
}

const TITLE = /(?:报告|决议|草案)(?:[（(].{1,10}[)）])?$/u;

/** The signal that a source holds no report, with the kind of text that it reads like. */
export function withGenre<S extends 'unwrapped'>(
  signals: readonly Signal<S>[],
  text: string,
  genres: Genres,
): readonly Signal<S>[] {
  if (!signals.some(({ sign }) => sign === 'no-report')) return signals;
  const { genre } = genreOf(text, genres);
  const kind = isOtherKind(genre) ? genre : 'other';
  return signals.map((one) => (one.sign === 'no-report' ? { ...one, data: { ...one.data, genre: kind } } : one));
}

const MOST_WORDS = 6;

function wordsOf({ genre, evidence }: GenreReading): string {
  return evidence
    .filter((one) => one.genre === genre)
    .flatMap(({ quotes }) => quotes)
    .slice(0, MOST_WORDS)
    .join('、');
}
