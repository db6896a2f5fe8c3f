/** Reads clean texts and edits / gives the layers below them / promises: nothing but the ledger is used, so a wrong row shows. */
import { createHash } from 'node:crypto';
import { type RecordedEdit, undoEdits } from '../model/layer.ts';
import { type LayerName, range } from '../model/offset.ts';

/** One edit of the ledger: offsets count in the layer named. */
export interface LedgerEdit {
  readonly layer: 'decoded' | 'unwrapped' | 'kept';
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly replacement: string;
  readonly rule: string;
}

/** The texts of one source, from the bottom up. */
export interface RebuiltSource {
  readonly decoded: string;
  readonly unwrapped: string;
  readonly kept: string;
  readonly clean: string;
}

/** An edit that does not fit the text it is said to have made; `index` is its position in the list given. */
export interface MisfitEdit {
  readonly index: number;
  readonly message: string;
}

/** Rebuilds a source from the texts of its reports, in order, and its edits in order of layer, then place. */
export function rebuildSource(texts: readonly string[], edits: readonly LedgerEdit[]): RebuiltSource {
  const clean = texts.join('');
  const kept = undoEdits(clean, recorded(edits, 'kept'));
  const unwrapped = undoEdits(kept, recorded(edits, 'unwrapped'));
  const decoded = undoEdits(unwrapped, recorded(edits, 'decoded'));
  return { decoded, unwrapped, kept, clean };
}

/** The edits of one layer as the model records them. */
export function recorded<S extends LedgerEdit['layer']>(edits: readonly LedgerEdit[], layer: S): RecordedEdit<S>[] {
  return edits
    .filter((edit) => edit.layer === layer)
    .map(({ start, end, original, replacement, rule }) => ({ range: range(start, end), original, replacement, rule }));
}

const ABOVE = { decoded: 'unwrapped', unwrapped: 'kept', kept: 'clean' } as const;

/** Edits that overlap, stand out of order, or whose characters are not those of the rebuilt layers. */
export function misfitEdits(source: RebuiltSource, edits: readonly LedgerEdit[]): MisfitEdit[] {
  const ends: Record<LayerName, number> = { decoded: 0, unwrapped: 0, kept: 0, clean: 0 };
  const shifts: Record<LayerName, number> = { decoded: 0, unwrapped: 0, kept: 0, clean: 0 };
  return edits.flatMap((edit, index) => {
    const { layer, start, end, original, replacement } = edit;
    const overlaps = start < ends[layer];
    const madeAt = start + shifts[layer];
    ends[layer] = Math.max(ends[layer], end);
    shifts[layer] += replacement.length - original.length;
    if (overlaps) return [{ index, message: `overlaps the edit before it in the ${layer} text` }];
    if (end - start !== original.length) {
      return [
        { index, message: `covers ${end - start} characters, but ${original.length} are recorded as taken away` },
      ];
    }
    if (source[layer].slice(start, end) !== original) {
      return [{ index, message: `what it took away does not stand at [${start}, ${end}) of the ${layer} text` }];
    }
    if (source[ABOVE[layer]].slice(madeAt, madeAt + replacement.length) === replacement) return [];
    return [{ index, message: `what it put in does not stand at ${madeAt} of the ${ABOVE[layer]} text` }];
  });
}

/** SHA-256 of a text encoded as UTF-8. */
export function textSha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * True when encoding `decoded` in `charset`, with or without a byte order mark, gives bytes of this SHA-256.
 * Only UTF-8 and UTF-16 are encoded here.
 */
export function encodesTo(decoded: string, charset: string, sha256: string): boolean {
  const bytes = encode(decoded, charset);
  if (bytes === null) return false;
  const mark = encode('\ufeff', charset) ?? Buffer.alloc(0);
  return [bytes, Buffer.concat([mark, bytes])].some((one) => createHash('sha256').update(one).digest('hex') === sha256);
}

function encode(text: string, charset: string): Buffer | null {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  if (charset === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (charset === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return null;
}
