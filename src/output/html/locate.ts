/** Reads one source and its ledger / gives where findings and edits stand in the text of its reports / promises: mapped through the layers, never searched for. */
import type { PublishedFinding } from '../../model/audit.ts';
import { above, applyEdits, type DecodedLayer, type EditedLayer } from '../../model/layer.ts';
import { range } from '../../model/offset.ts';
import type { SourceResult } from '../../model/result.ts';
import { ledgerOf } from '../fill.ts';
import { lineStarts } from '../lines.ts';
import { type LedgerEdit, rebuildSource, recorded } from '../rebuild.ts';

/** Where a finding stands in the text of its report. `marked` is false when only its paragraph is certain. */
export interface Located {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
}

/** An edit with the place in the clean text of its source before which it took something away. */
export interface PlacedEdit {
  readonly at: number;
  readonly edit: LedgerEdit;
}

export interface SourcePlaces {
  /** Null for a finding without a place inside a report. */
  readonly locate: (finding: PublishedFinding) => Located | null;
  /** Offset of each report in the clean text of the source, and behind the last one its length. */
  readonly starts: ReadonlyMap<string, number>;
  readonly length: number;
  /** Edits that took away more than white space, in order of place. */
  readonly removals: readonly PlacedEdit[];
}

/** Layers of a source above its decoded text. */
interface Layers {
  readonly unwrapped: EditedLayer<'unwrapped', 'decoded'>;
  readonly kept: EditedLayer<'kept', 'unwrapped'>;
  readonly clean: EditedLayer<'clean', 'kept'>;
}

/** The places of one source. */
export function placesOf(result: SourceResult): SourcePlaces {
  const edits = ledgerOf(result);
  const rebuilt = rebuildSource(
    result.reports.map((report) => report.text),
    edits,
  );
  const decoded: DecodedLayer = { name: 'decoded', text: rebuilt.decoded, bytes: { bytesOf: () => range(0, 0) } };
  const unwrapped = applyEdits(decoded, recorded(edits, 'decoded'), 'unwrapped');
  const kept = applyEdits(unwrapped, recorded(edits, 'unwrapped'), 'kept');
  const clean = applyEdits(kept, recorded(edits, 'kept'), 'clean');
  const starts = new Map<string, number>();
  let total = 0;
  for (const report of result.reports) {
    starts.set(report.reportId, total);
    total += report.text.length;
  }
  const layers = { unwrapped, kept, clean };
  const removals = edits
    .filter((edit) => edit.original.trim() !== '')
    .map((edit) => ({ at: cleanOf(layers, edit.layer, edit.start, edit.end), edit }))
    .sort((a, b) => a.at - b.at);
  return { locate: locator(result, layers, rebuilt.decoded, starts), starts, length: total, removals };
}

/** Where a stretch of a layer begins in the clean text. */
function cleanOf({ unwrapped, kept, clean }: Layers, layer: LedgerEdit['layer'], start: number, end: number): number {
  if (layer === 'kept') return above(clean, range<'kept'>(start, end)).start;
  if (layer === 'unwrapped') return above(clean, above(kept, range<'unwrapped'>(start, end))).start;
  return above(clean, above(kept, above(unwrapped, range<'decoded'>(start, end)))).start;
}

function locator(
  result: SourceResult,
  layers: Layers,
  decoded: string,
  starts: ReadonlyMap<string, number>,
): SourcePlaces['locate'] {
  const lines = lineStarts(decoded);
  const reports = new Map(result.reports.map((report) => [report.reportId, report]));
  return ({ place, reportId, quote }) => {
    const report = reports.get(reportId ?? '');
    const line = place === null ? undefined : lines[place.line - 1];
    if (!report || place === null || line === undefined) return null;
    const at = line + place.column - 1;
    const start = cleanOf(layers, 'decoded', at, at + 1) - (starts.get(report.reportId) ?? 0);
    if (start < 0 || start > report.text.length) return null;
    const marked = quote !== '' && report.text.startsWith(quote, start);
    return { start, end: marked ? start + quote.length : start, marked };
  };
}
