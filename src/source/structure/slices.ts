/** Reads signs of a part and the reports of a source / gives the signs that hold for each report / promises: a report with its closing appeal is not called hidden. */
import type { Range } from '../../model/offset.ts';
import type { Partial } from './pager.ts';

/** Characters after a report within which a pager or prompt is still about it. */
const NEAR = 3_000;

/** Signs of a part for each report, in the order of the reports, and those that are worth telling of. */
export interface Slices {
  readonly ofReports: readonly (readonly Partial[])[];
  readonly told: readonly Partial[];
}

/**
 * Gives each sign to its report. Page marks tell of the file: its first report lacks its head, its last one its tail. A pager or a
 * prompt tells of the report before it, unless that one has its closing appeal; a pager above a report, of that report.
 * @param isClosed whether the report of this ordinal has its closing appeal; asked only where a sign makes it matter
 */
export function slicesFor(
  partials: readonly Partial[],
  reports: readonly Range<'unwrapped'>[],
  isClosed: (ordinal: number) => boolean,
): Slices {
  const ofReports: Partial[][] = reports.map(() => []);
  const told: Partial[] = [];
  const said = new Set<string>();
  let at = -1;
  for (const partial of partials) {
    while (at + 1 < reports.length && (reports[at + 1]?.start ?? 0) <= partial.place.start) at++;
    const ordinals =
      partial.sign === 'page-slice' ? endsOf(partial, reports.length) : nearest(partial, reports, at, isClosed);
    for (const ordinal of ordinals) ofReports[ordinal]?.push(partial);
    const key = `${partial.sign} ${partial.sign === 'page-slice' ? (partial.of ?? 0) : ordinals[0]}`;
    const tell = partial.sign === 'page-slice' ? reports.length > 0 : ordinals.length > 0;
    if (tell && !said.has(key)) told.push(partial);
    said.add(key);
  }
  return { ofReports, told };
}

function endsOf({ missing }: Partial, count: number): number[] {
  if (count === 0) return [];
  if (missing === 'head') return [0];
  return missing === 'tail' || count === 1 ? [count - 1] : [0, count - 1];
}

function nearest(
  { sign, place, missing }: Partial,
  reports: readonly Range<'unwrapped'>[],
  at: number,
  isClosed: (ordinal: number) => boolean,
): number[] {
  const report = reports[at];
  if (!report) return sign === 'pager' && at < 0 && reports.length > 0 && missing !== 'tail' ? [0] : [];
  if (place.start - report.end > NEAR) return [];
  if (sign === 'pager' && missing === 'head') return [at];
  return isClosed(at) ? [] : [at];
}
