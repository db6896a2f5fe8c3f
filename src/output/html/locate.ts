/** Reads one source and its findings / gives where each stands in the report's text / promises: mapped through the layers, never searched for. */
import type { PublishedFinding } from '../../model/audit.ts';
import { above, applyEdits, type DecodedLayer } from '../../model/layer.ts';
import { type Range, range } from '../../model/offset.ts';
import type { SourceResult } from '../../model/result.ts';
import { ledgerOf } from '../fill.ts';
import { lineStarts } from '../lines.ts';
import { rebuildSource, recorded } from '../rebuild.ts';

/** Where a finding stands in the text of its report. `marked` is false when only its paragraph is certain. */
export interface Located {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
}

export type Locate = (finding: PublishedFinding) => Located | null;

/** Gives a function that places findings of this source; null for a finding without a place inside a report. */
export function locator(result: SourceResult): Locate {
  const texts = result.reports.map((report) => report.text);
  const edits = ledgerOf(result);
  const rebuilt = rebuildSource(texts, edits);
  const decoded: DecodedLayer = { name: 'decoded', text: rebuilt.decoded, bytes: { bytesOf: () => range(0, 0) } };
  const unwrapped = applyEdits(decoded, recorded(edits, 'decoded'), 'unwrapped');
  const kept = applyEdits(unwrapped, recorded(edits, 'unwrapped'), 'kept');
  const clean = applyEdits(kept, recorded(edits, 'kept'), 'clean');
  const lines = lineStarts(rebuilt.decoded);
  const starts = new Map<string, number>();
  let total = 0;
  for (const report of result.reports) {
    starts.set(report.reportId, total);
    total += report.text.length;
  }
  const reports = new Map(result.reports.map((report) => [report.reportId, report]));
  const cleanOf = (at: Range<'decoded'>): number => above(clean, above(kept, above(unwrapped, at))).start;

  return ({ place, reportId, quote }) => {
    const report = reports.get(reportId ?? '');
    const line = place === null ? undefined : lines[place.line - 1];
    if (!report || place === null || line === undefined) return null;
    const at = line + place.column - 1;
    const start = cleanOf(range(at, at + 1)) - (starts.get(report.reportId) ?? 0);
    if (start < 0 || start > report.text.length) return null;
    const marked = quote !== '' && report.text.startsWith(quote, start);
    return { start, end: marked ? start + quote.length : start, marked };
  };
}
