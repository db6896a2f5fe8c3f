/** Reads the unwrapped text / gives the ranges of its reports and what its contents page promises / promises: ranges in order, never overlapping. */
import { type Range, range } from '../model/offset.ts';
import type { PromisedReport } from '../model/report.ts';
import type { Signal } from '../model/signal.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { contentsOf, type Entry, keptOf } from './structure/contents.ts';
import { excerptOf } from './structure/excerpt.ts';
import { lastLineOf } from './structure/extent.ts';
import { headsOf } from './structure/heads.ts';
import { type Line, linesOf } from './structure/lines.ts';

export interface Segments {
  readonly reports: readonly Range<'unwrapped'>[];
  readonly promised: readonly PromisedReport[];
  readonly signals: readonly Signal<'unwrapped'>[];
}

/**
 * Finds the reports of a source. A report reaches from its title block to its closing paragraph, glossary or annex; when the text
 * stops early, to the last line that looks like its body. `kept` of a promised report is its ordinal in `reports`, counted from 0.
 */
export function segment(text: string, vocabulary: Vocabulary): Segments {
  const { phrases } = vocabulary;
  const lines = linesOf(text);
  const spans = spansOf(lines, text, vocabulary);
  const reports = spans.flatMap(({ first, last }) => {
    const from = lines[first];
    const to = lines[last];
    return from && to ? [range<'unwrapped'>(from.start, to.end)] : [];
  });
  const entries = contentsOf(lines.slice(0, spans[0]?.first ?? lines.length), text, vocabulary);
  const heads = spans.map(({ first }) => lines.slice(first, first + 12));
  const promised = keptOf(entries, heads, phrases).map(promise);
  return { reports, promised, signals: signalsOf(reports, promised) };
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function spansOf(lines: readonly Line[], text: string, { phrases }: Vocabulary): Span[] {
  const heads = headsOf(lines, phrases);
  if (heads.length === 0) {
    const excerpt = excerptOf(lines, text, phrases);
    return excerpt === null ? [] : [excerpt];
  }
  return heads.map(({ first, last }, index) => {
    const limit = heads[index + 1]?.first ?? lines.length;
    return { first, last: lastLineOf(lines, text, last, limit, phrases) };
  });
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
