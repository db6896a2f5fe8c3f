/** Reads the unwrapped text / gives the ranges of its reports and what its contents page promises / promises: ranges in order, never overlapping. */
import { type Range, range } from '../model/offset.ts';
import type { PromisedReport } from '../model/report.ts';
import type { Signal } from '../model/signal.ts';
import type { Phrases } from '../rules/vocabulary/phrases.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { contentsOf, type Entry } from './structure/contents.ts';
import { excerptOf } from './structure/excerpt.ts';
import { closingLine, lastLineOf } from './structure/extent.ts';
import { unflattened } from './structure/flattened.ts';
import { foreignFrom } from './structure/foreign.ts';
import { type Head, headsOf } from './structure/heads.ts';
import { isAnnexTitle, isGlossaryTitle } from './structure/landmarks.ts';
import { fold, type Line, linesOf } from './structure/lines.ts';
import { keptOf } from './structure/matching.ts';
import { dataOf, type Partial, partialsOf } from './structure/pager.ts';
import { slicesFor } from './structure/slices.ts';
import { paragraphsOf } from './structure/wrapped.ts';

export interface Segments {
  readonly reports: readonly Range<'unwrapped'>[];
  readonly promised: readonly PromisedReport[];
  readonly signals: readonly Signal<'unwrapped'>[];
  /** For each report, what the page around it says of how much of it is here. */
  readonly partials: readonly (readonly Partial[])[];
}

/**
 * Finds the reports of a source. A report reaches from its title block to its closing paragraph, glossary or annex; when the text
 * stops early, to the last line that looks like its body. `kept` of a promised report is its ordinal in `reports`, counted from 0.
 */
export function segment(text: string, vocabulary: Vocabulary): Segments {
  const { phrases } = vocabulary;
  const lines = paragraphsOf(unflattened(linesOf(text), text), text, phrases);
  const { heads, entries, from } = headsAndEntries(lines, text, vocabulary);
  const whole = spansOf(lines, text, heads, phrases);
  const partials = partialsOf(lines, text, insideOf(whole), phrases);
  const stretch = { lines, text, from, limit: heads[0]?.first ?? lines.length };
  const isPart = partials.some(({ missing }) => missing !== 'tail');
  const headless = excerptOf(stretch, isPart ? 'part' : 'unknown', phrases);
  const spans = headless === null ? whole : [headless, ...whole];
  const candidates = spans.flatMap(({ first, last }) => {
    const start = lines[first]?.start;
    const end = lines[last]?.end;
    return start === undefined || end === undefined ? [] : [{ head: lines.slice(first, first + 12), start, end }];
  });
  const reports = candidates.map(({ start, end }) => range<'unwrapped'>(start, end));
  const promised = keptOf(entries, candidates, text, phrases).map(promise);
  const isClosed = (ordinal: number): boolean => {
    const span = spans[ordinal];
    return span !== undefined && closes(lines, text, span, phrases);
  };
  const { ofReports, told } = slicesFor(partials, reports, isClosed);
  const signals = [
    ...signalsOf(reports, promised),
    ...told.map((one) => ({ sign: one.sign, range: one.place, data: dataOf(one) })),
  ];
  return { reports, promised, signals, partials: ofReports };
}

/** True when a report has its closing appeal, and after it no more than notes or its glossary. */
function closes(lines: readonly Line[], text: string, { first, last }: Span, phrases: Phrases): boolean {
  const closing = closingLine(lines, text, first, last + 1, phrases);
  if (closing === null) return false;
  if (last - closing <= NOTES) return true;
  return lines
    .slice(closing + 1, closing + 1 + NOTES)
    .some((line) => isGlossaryTitle(line, phrases) || isAnnexTitle(line, phrases));
}

/** Heads first tell where a contents page must end; then its entries are no heads, and their names may be titles. */
function headsAndEntries(
  lines: readonly Line[],
  text: string,
  vocabulary: Vocabulary,
): { readonly heads: readonly Head[]; readonly entries: readonly Entry[]; readonly from: number } {
  const { phrases } = vocabulary;
  const heads = headsOf({ lines, text, from: 0, titles: new Set(), phrases });
  const { entries, end: from } = contentsOf(lines.slice(0, heads[0]?.last ?? lines.length), text, vocabulary);
  if (entries.length === 0) return { heads, entries, from };
  const titles = new Set(entries.map(({ name }) => fold(name)));
  return { heads: headsOf({ lines, text, from, titles, phrases }), entries, from };
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function spansOf(lines: readonly Line[], text: string, heads: readonly Head[], phrases: Phrases): Span[] {
  return heads.map(({ first, last }, index) => {
    const limit = foreignFrom(lines, last + 1, heads[index + 1]?.first ?? lines.length, phrases);
    return { first, last: lastLineOf(lines, text, last, limit, phrases) };
  });
}

/** Lines of notes, pages and signatures between the closing appeal and what follows. */
const NOTES = 6;

/** Lines at the end of a report where a prompt may stand that has been taken for its own. */
const EDGE = 3;

/** Whether a line lies within a report and not near its end; lines are asked for in order. */
function insideOf(spans: readonly Span[]): (line: number) => boolean {
  let at = 0;
  return (line) => {
    while (at < spans.length && (spans[at]?.last ?? 0) < line) at++;
    const span = spans[at];
    return span !== undefined && line >= span.first && line <= span.last - EDGE;
  };
}

function promise({ entry, kept }: { readonly entry: Entry; readonly kept: number | null }): PromisedReport {
  const { name, page, line, regionCode } = entry;
  return { name, page, range: range(line.start, line.end), regionCode, kept };
}

function signalsOf(reports: readonly Range<'unwrapped'>[], promised: readonly PromisedReport[]): Signal<'unwrapped'>[] {
  const missing = promised
    .filter(({ kept }) => kept === null)
    .map(({ name, page, range: place, regionCode }) => ({
      sign: 'promised-report-missing',
      range: place,
      data: { name, page, region_code: regionCode },
    }));
  if (reports.length > 0) return missing;
  return [{ sign: 'no-report', range: null, data: {} }, ...missing];
}
