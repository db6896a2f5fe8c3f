/** Reads the layers of one source / gives one record an edit / promises: every removal with its range, bytes, text and rule. */
import type { Layer } from '../model/layer.ts';
import { bytesOf } from '../model/layer.ts';
import type { EditRecord } from '../model/result.ts';

/** All edits that lie between the decoded and the clean text, in order of layer, then place. */
export function ledgerOf(sourceId: string, clean: Layer<'clean'>): EditRecord[] {
  const kept = clean.under;
  const unwrapped = kept.under;
  const decoded = unwrapped.under;
  return [
    ...unwrapped.edits.map((edit) => ({ sourceId, layer: decoded.name, bytes: bytesOf(decoded, edit.range), ...edit })),
    ...kept.edits.map((edit) => ({ sourceId, layer: unwrapped.name, bytes: bytesOf(unwrapped, edit.range), ...edit })),
    ...clean.edits.map((edit) => ({ sourceId, layer: kept.name, bytes: bytesOf(kept, edit.range), ...edit })),
  ];
}
