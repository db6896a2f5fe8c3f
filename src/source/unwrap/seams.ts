/** Numbers that a document library puts where it broke a text into pieces: 1、…优化在结 / 2、构中展现…, every piece a line. */
import type { Line } from '../../rules/kinds/lines.ts';
import type { Claim } from './claims.ts';

const RULE = 'noise/numbered-seam';
/** Shorter lines are a title, a button or a blank; pieces have hundreds of characters. */
const SHORTEST_PIECE = 120;
const FEWEST_PIECES = 3;
const NUMBER = /^(\d{1,3})、/u;
const ENDED = /[。！？!?：:；;”』」）)]$/u;

interface Piece {
  readonly start: number;
  readonly end: number;
  /** End of its number. */
  readonly from: number;
}

/**
 * The numbers of the pieces, with the line ends before those that begin inside a sentence. None where the long lines are not numbered
 * one by one from 1, or where most of them begin with a sentence: that is a list.
 */
export function seamClaims(text: string, lines: readonly Line[]): Claim[] {
  if (!lines.some(({ first }) => text.startsWith('2、', first))) return [];
  const pieces = piecesOf(text, lines);
  if (pieces === null || pieces.length < FEWEST_PIECES) return [];
  const torn = pieces.filter((_, at) => isTorn(text, pieces, at)).length;
  if (torn * 2 < pieces.length - 1) return [];
  return pieces.map((piece, at) => {
    const start = isTorn(text, pieces, at) ? (pieces[at - 1]?.end ?? piece.start) : piece.start;
    return { start, end: piece.from, replacement: '', rule: RULE };
  });
}

/** The long lines as pieces in order; null when one of them is not the next. */
function piecesOf(text: string, lines: readonly Line[]): Piece[] | null {
  const pieces: Piece[] = [];
  for (const { start, end, first } of lines) {
    const [label = '', digits = ''] = NUMBER.exec(text.slice(first, first + 4)) ?? [];
    const isNext = label !== '' && Number(digits) === pieces.length + 1;
    if (isNext && (pieces.length > 0 || end - start >= SHORTEST_PIECE)) {
      pieces.push({ start, end, from: first + label.length });
    } else if (end - start >= SHORTEST_PIECE && pieces.length > 0) return null;
  }
  return pieces;
}

/** True when the piece before breaks off inside a sentence. */
function isTorn(text: string, pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return before !== undefined && !ENDED.test(text.slice(Math.max(before.from, before.end - 8), before.end).trimEnd());
}
