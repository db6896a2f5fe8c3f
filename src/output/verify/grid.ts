/** Reads a rebuilt source / gives bytes, lines and columns of any place in it / promises: worked out anew, not read from a row. */
import { applyEdits, type ByteMap, bytesOf, type DecodedLayer } from '../../model/layer.ts';
import { type LayerName, type Range, range } from '../../model/offset.ts';
import { lastNotAfter, lineStarts } from '../lines.ts';
import { type LedgerEdit, type RebuiltSource, recorded } from '../rebuild.ts';

export interface Grid {
  bytesOf(layer: LayerName, start: number, end: number): Range<'byte'>;
  /** Line and column, both from 1, of the character that holds a byte. */
  lineColumn(byte: number): { readonly line: number; readonly column: number };
}

interface Encoded {
  readonly charset: string;
  readonly bytes: number;
  readonly rebuilds_bytes: boolean;
}

/** The grid of a source whose text encodes to its bytes; null for the others, whose bytes only the source itself can tell. */
export function gridOf(source: RebuiltSource, edits: readonly LedgerEdit[], encoded: Encoded): Grid | null {
  if (!encoded.rebuilds_bytes) return null;
  const firstBytes = byteOffsets(source.decoded, encoded);
  const decoded: DecodedLayer = { name: 'decoded', text: source.decoded, bytes: byteMap(firstBytes) };
  const unwrapped = applyEdits(decoded, recorded(edits, 'decoded'), 'unwrapped');
  const kept = applyEdits(unwrapped, recorded(edits, 'unwrapped'), 'kept');
  const clean = applyEdits(kept, recorded(edits, 'kept'), 'clean');
  const layers = { decoded, unwrapped, kept, clean };
  const starts = lineStarts(source.decoded);
  return {
    bytesOf(layer, start, end) {
      if (layer === 'decoded') return bytesOf(layers.decoded, range<'decoded'>(start, end));
      if (layer === 'unwrapped') return bytesOf(layers.unwrapped, range<'unwrapped'>(start, end));
      if (layer === 'kept') return bytesOf(layers.kept, range<'kept'>(start, end));
      return bytesOf(layers.clean, range<'clean'>(start, end));
    },
    lineColumn(byte) {
      const at = lastNotAfter(firstBytes, byte);
      const line = lastNotAfter(starts, at);
      return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
    },
  };
}

/** Byte at which each code unit's character starts, and the end of the text. A byte order mark outside the text comes first. */
function byteOffsets(text: string, { charset, bytes }: Encoded): Int32Array {
  const widths = charset === 'utf-8' ? utf8Width : () => 2;
  const offsets = new Int32Array(text.length + 1);
  let total = 0;
  for (let at = 0; at < text.length; at++) total += widths(text.charCodeAt(at));
  let byte = bytes - total;
  for (let at = 0; at < text.length; at++) {
    offsets[at] = byte;
    const isLow = charset === 'utf-8' && isLowSurrogate(text.charCodeAt(at));
    if (isLow) offsets[at] = offsets[at - 1] ?? 0;
    byte += widths(text.charCodeAt(at));
  }
  offsets[text.length] = byte;
  return offsets;
}

/** Bytes of a code unit in UTF-8; the two halves of a pair share four. */
function utf8Width(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return isLowSurrogate(code) || isHighSurrogate(code) ? 2 : 3;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

function byteMap(firstBytes: Int32Array): ByteMap {
  return {
    bytesOf({ start, end }) {
      const from = firstBytes[start] ?? 0;
      if (end <= start) return range(from, from);
      let next: number = end;
      while (next < firstBytes.length - 1 && firstBytes[next] === firstBytes[end - 1]) next++;
      return range(from, firstBytes[next] ?? 0);
    },
  };
}
