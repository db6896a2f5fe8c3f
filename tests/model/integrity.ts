/** Checks the promise of layers from outside: nothing of `applyEdits` or of the byte map is believed, all is computed again. */
import type { AnyLayer, DecodedLayer, EditedLayer, RecordedEdit } from '../../src/model/layer.ts';
import { bytesOf, undoEdits } from '../../src/model/layer.ts';
import type { LayerName } from '../../src/model/offset.ts';
import { range } from '../../src/model/offset.ts';

type Edited = Exclude<AnyLayer, DecodedLayer>;
/** What all edited layers have, without the brands that tell them apart. */
type Plain = Pick<EditedLayer<LayerName, LayerName>, 'text' | 'pieces'> & {
  readonly under: { readonly text: string };
  readonly edits: readonly RecordedEdit<LayerName>[];
};

/**
 * Every broken promise of a layer and of all below it, in words; empty when it is sound.
 * With `bytes`, the map must also cover the file from its first byte to its last.
 */
export function integrityFaults(layer: AnyLayer, bytes?: Uint8Array): string[] {
  const faults: string[] = [];
  let at = layer;
  while (at.name !== 'decoded') {
    faults.push(...editedFaults(at).map((fault) => `${at.name}: ${fault}`));
    at = at.under;
  }
  faults.push(...byteFaults(at, bytes).map((fault) => `decoded: ${fault}`), ...originFaults(layer));
  return faults;
}

function editedFaults(layer: Edited): string[] {
  const plain: Plain = layer;
  return [...ledgerFaults(plain), ...pieceFaults(plain), ...coverFaults(plain)];
}

/** The ledger alone undoes the layer. */
function ledgerFaults({ text, under, edits }: Plain): string[] {
  const faults: string[] = [];
  let read = 0;
  for (const { range: place, original, rule } of edits) {
    if (place.start < read) faults.push(`edit at ${place.start} overlaps or is out of order`);
    if (place.end <= place.start) faults.push(`edit at ${place.start} takes nothing away`);
    if (rule === '') faults.push(`edit at ${place.start} names no rule`);
    if (under.text.slice(place.start, place.end) !== original) faults.push(`edit at ${place.start} records other text`);
    read = place.end;
  }
  if (undoEdits(text, edits) !== under.text) faults.push('text and edits do not rebuild the layer below');
  return faults;
}

/** Pieces cover the text without gaps, in order; copies are equal, the rest are replacements of the ledger. */
function pieceFaults({ text, under, pieces, edits }: Plain): string[] {
  const faults: string[] = [];
  const replacements = new Map(edits.map((edit) => [edit.range.start as number, edit]));
  let written = 0;
  let read = 0;
  for (let i = 0; i < pieces.outStart.length; i++) {
    const outStart = pieces.outStart[i] ?? -1;
    const outEnd = pieces.outStart[i + 1] ?? text.length;
    const inStart = pieces.inStart[i] ?? -1;
    const inEnd = pieces.inEnd[i] ?? -1;
    if (outStart !== written) faults.push(`piece ${i} starts at ${outStart}, not at ${written}`);
    if (outEnd <= outStart) faults.push(`piece ${i} is empty`);
    if (inStart < read || inEnd <= inStart) faults.push(`piece ${i} comes from [${inStart}, ${inEnd}) after ${read}`);
    const out = text.slice(outStart, outEnd);
    if (pieces.copied[i] === 1) {
      if (under.text.slice(inStart, inEnd) !== out) faults.push(`piece ${i} is no true copy`);
    } else {
      const edit = replacements.get(inStart);
      if (edit?.range.end !== inEnd || edit.replacement !== out) faults.push(`piece ${i} is in no edit`);
    }
    written = outEnd;
    read = inEnd;
  }
  if (written !== text.length) faults.push(`pieces end at ${written} of ${text.length}`);
  return faults;
}

/** What was copied and what was edited are the whole text below, each character once. */
function coverFaults({ under, pieces, edits }: Plain): string[] {
  const times = new Uint8Array(under.text.length);
  const count = (start: number, end: number): void => {
    for (let at = start; at < end; at++) times[at] = (times[at] ?? 0) + 1;
  };
  for (let i = 0; i < pieces.copied.length; i++) {
    if (pieces.copied[i] === 1) count(pieces.inStart[i] ?? 0, pieces.inEnd[i] ?? 0);
  }
  for (const { range: place } of edits) count(place.start, place.end);
  const wrong = times.findIndex((value) => value !== 1);
  return wrong < 0 ? [] : [`character ${wrong} below is accounted for ${times[wrong]} times`];
}

/** Characters of the decoded text stand one behind the other in the bytes, none without bytes. */
function byteFaults(layer: DecodedLayer, bytes: Uint8Array | undefined): string[] {
  const faults: string[] = [];
  let read = 0;
  let at = 0;
  for (const char of layer.text) {
    const { start, end } = layer.bytes.bytesOf(range(at, at + char.length));
    if (start !== read) faults.push(`character ${at} starts at byte ${start}, not at ${read}`);
    if (end <= start) faults.push(`character ${at} has no bytes`);
    at += char.length;
    read = end;
  }
  const whole = layer.bytes.bytesOf(range(0, layer.text.length));
  if (layer.text !== '' && (whole.start !== 0 || whole.end !== read)) faults.push('the whole text is not all bytes');
  if (bytes !== undefined && layer.text !== '' && read !== bytes.length)
    faults.push(`${bytes.length - read} bytes are in no character`);
  return faults;
}

/** Every character of the top layer has bytes of its own, and their order is that of the text. */
function originFaults(layer: AnyLayer): string[] {
  const faults: string[] = [];
  let last = 0;
  for (let at = 0; at < layer.text.length; at++) {
    const place = bytesOf<LayerName>(layer, range<LayerName>(at, at + 1));
    if (place.end <= place.start) faults.push(`${layer.name}: character ${at} has no bytes`);
    if (place.start < last) faults.push(`${layer.name}: character ${at} stands before its predecessor`);
    last = place.start;
  }
  return faults;
}
