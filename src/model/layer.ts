/**
 * Layers and edits. A stage never builds text: it returns edits in the coordinates of the layer it was given,
 * and `applyEdits` makes the next layer together with the map back. Nothing can be dropped without a record.
 */
import type { LayerName, Offset, Range } from './offset.ts';
import { range } from './offset.ts';

/** A removal (`replacement` empty) or a replacement. It always takes away at least one character: text is never invented. */
export interface Edit<S extends LayerName> {
  readonly range: Range<S>;
  readonly replacement: string;
  /** Id of the rule that asked for it, for example `noise/page-jump`. */
  readonly rule: string;
}

/** An edit with the characters that it took away, so that it can be undone. */
export interface RecordedEdit<S extends LayerName> extends Edit<S> {
  readonly original: string;
}

/** Where each piece of a decoded text stands in the bytes of its source. */
export interface ByteMap {
  /** Smallest byte range that holds the characters of a non-empty text range; an empty range gives an empty byte range. */
  bytesOf(place: Range<'decoded'>): Range<'byte'>;
}

/**
 * Pieces of a layer in order: piece i covers output [outStart[i], outStart[i+1]) and input [inStart[i], inEnd[i]).
 * A piece is a copy (same length on both sides) or a replacement. Removed input lies in the gaps between pieces.
 */
export interface Pieces {
  readonly outStart: Int32Array;
  readonly inStart: Int32Array;
  readonly inEnd: Int32Array;
  readonly copied: Uint8Array;
}

export interface DecodedLayer {
  readonly name: 'decoded';
  readonly text: string;
  readonly bytes: ByteMap;
}

export interface EditedLayer<S extends LayerName, In extends LayerName> {
  readonly name: S;
  readonly text: string;
  readonly under: Layer<In>;
  readonly pieces: Pieces;
  readonly edits: readonly RecordedEdit<In>[];
}

interface Under {
  readonly decoded: DecodedLayer;
  readonly unwrapped: EditedLayer<'unwrapped', 'decoded'>;
  readonly kept: EditedLayer<'kept', 'unwrapped'>;
  readonly clean: EditedLayer<'clean', 'kept'>;
}

export type Layer<S extends LayerName> = Under[S];

/** A layer of any name. */
export type AnyLayer = Layer<LayerName>;

/** The layer that is made from S. */
export type Above = { readonly decoded: 'unwrapped'; readonly unwrapped: 'kept'; readonly kept: 'clean' };

/** Thrown when a stage breaks the contract of edits. It is a bug of that stage, never bad input. */
export class EditError extends Error {
  override readonly name = 'EditError';
}

/**
 * Makes the layer above `layer` from edits in its coordinates.
 * @throws EditError when an edit is empty, lies outside the text, overlaps another or names no rule.
 */
export function applyEdits<S extends keyof Above>(
  layer: Layer<S>,
  edits: readonly Edit<S>[],
  name: Above[S],
): Layer<Above[S]> {
  const sorted = inOrder(edits);
  const out: string[] = [];
  const outStart: number[] = [];
  const inStart: number[] = [];
  const inEnd: number[] = [];
  const copied: number[] = [];
  const recorded: RecordedEdit<S>[] = [];
  let written = 0;
  let read = 0;

  const piece = (from: number, to: number, text: string, copy: boolean): void => {
    if (text.length === 0) return;
    outStart.push(written);
    inStart.push(from);
    inEnd.push(to);
    copied.push(copy ? 1 : 0);
    out.push(text);
    written += text.length;
  };

  for (const edit of sorted) {
    const { start, end } = edit.range;
    checkEdit(edit, read, layer.text.length);
    piece(read, start, layer.text.slice(read, start), true);
    piece(start, end, edit.replacement, false);
    recorded.push({
      range: edit.range,
      replacement: edit.replacement,
      rule: edit.rule,
      original: layer.text.slice(start, end),
    });
    read = end;
  }
  piece(read, layer.text.length, layer.text.slice(read), true);

  const pieces: Pieces = {
    outStart: new Int32Array(outStart),
    inStart: new Int32Array(inStart),
    inEnd: new Int32Array(inEnd),
    copied: new Uint8Array(copied),
  };
  const made = { name, text: out.join(''), under: layer, pieces, edits: recorded };
  return made as unknown as Layer<Above[S]>;
}

/** The edits by place; most stages give them so. */
function inOrder<S extends LayerName>(edits: readonly Edit<S>[]): readonly Edit<S>[] {
  const ordered = edits.every((edit, index) => index === 0 || (edits[index - 1]?.range.end ?? 0) <= edit.range.start);
  return ordered ? edits : edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function checkEdit<S extends LayerName>(edit: Edit<S>, read: number, length: number): void {
  const { start, end } = edit.range;
  const place = `[${start}, ${end})`;
  if (edit.rule === '') throw new EditError(`edit ${place} names no rule`);
  if (!(Number.isInteger(start) && Number.isInteger(end)) || start < 0 || end > length) {
    throw new EditError(`edit ${place} of ${edit.rule} lies outside a text of ${length} characters`);
  }
  if (end <= start) throw new EditError(`edit ${place} of ${edit.rule} takes nothing away`);
  if (start < read) throw new EditError(`edit ${place} of ${edit.rule} overlaps the edit that ends at ${read}`);
}

/** Index of the piece that holds output offset `at` (0 <= at < text length). */
function pieceAt(pieces: Pieces, at: number): number {
  let low = 0;
  let high = pieces.outStart.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces.outStart[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the input of output offset `at` (0 <= at < text length) begins. */
function inputStart(pieces: Pieces, at: number): number {
  const index = pieceAt(pieces, at);
  const start = pieces.inStart[index] ?? 0;
  return pieces.copied[index] === 0 ? start : start + at - (pieces.outStart[index] ?? 0);
}

/** Where the input of output offset `at` (0 <= at < text length) ends. */
function inputEnd(pieces: Pieces, at: number): number {
  const index = pieceAt(pieces, at);
  if (pieces.copied[index] === 0) return pieces.inEnd[index] ?? 0;
  return (pieces.inStart[index] ?? 0) + at - (pieces.outStart[index] ?? 0) + 1;
}

/**
 * Range of the decoded text that a range of a layer came from. Every non-empty range gives a non-empty one;
 * an empty range gives the empty range where its next character starts.
 */
export function decodedOf<S extends LayerName>(layer: Layer<S>, place: Range<S>): Range<'decoded'> {
  let at: AnyLayer = layer;
  let { start, end }: { start: number; end: number } = place;
  while (at.name !== 'decoded') {
    const { pieces, text, under } = at;
    if (end > start) {
      start = inputStart(pieces, start);
      end = inputEnd(pieces, end - 1);
    } else {
      start = start < text.length ? inputStart(pieces, start) : under.text.length;
      end = start;
    }
    at = under;
  }
  return range(start, end);
}

/** Bytes of the source that a range of a layer came from, by the same rules as `decodedOf`. */
export function bytesOf<S extends LayerName>(layer: Layer<S>, place: Range<S>): Range<'byte'> {
  return bottom(layer).bytes.bytesOf(decodedOf(layer, place));
}

/** The decoded layer at the bottom of a layer. */
export function bottom(layer: AnyLayer): DecodedLayer {
  let at = layer;
  while (at.name !== 'decoded') at = at.under;
  return at;
}

/**
 * Where a range of the layer below now stands. Removed characters take no room: a range that was removed whole comes back empty.
 * A range that ends inside a replacement includes the whole replacement.
 */
export function above<S extends keyof Above>(layer: Layer<Above[S]>, place: Range<S>): Range<Above[S]> {
  const { pieces, text } = layer as unknown as EditedLayer<LayerName, S>;
  const start = firstAtOrAfter(pieces, place.start, text.length);
  const end = firstAtOrAfter(pieces, place.end, text.length);
  return range(start, Math.max(start, end));
}

function firstAtOrAfter(pieces: Pieces, at: Offset<Space> | number, length: number): number {
  let low = 0;
  let high = pieces.inStart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces.inEnd[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  if (low >= pieces.inStart.length) return length;
  const outStart = pieces.outStart[low] ?? 0;
  const inStart = pieces.inStart[low] ?? 0;
  if (at <= inStart) return outStart;
  if (pieces.copied[low] === 1) return outStart + (at - inStart);
  return pieces.outStart[low + 1] ?? length;
}

type Space = LayerName;

/** Undoes a layer's edits: the text below it, rebuilt from the text above and the ledger alone. */
export function undoEdits<S extends LayerName>(text: string, edits: readonly RecordedEdit<S>[]): string {
  const out: string[] = [];
  let readAbove = 0;
  let below = 0;
  for (const edit of edits) {
    const gap = edit.range.start - below;
    out.push(text.slice(readAbove, readAbove + gap), edit.original);
    readAbove += gap + edit.replacement.length;
    below = edit.range.end;
  }
  out.push(text.slice(readAbove));
  return out.join('');
}
