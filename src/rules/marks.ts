/** The marks of examples: what a rule must find stands between ⟦ and ⟧. */

/** Half-open, in UTF-16 units of the text without its marks. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

export class MarkError extends Error {
  override readonly name = 'MarkError';
}

/**
 * The text without its marks, and where they stood.
 * @throws MarkError when a mark is not closed, not opened, nested or empty
 */
export function stripMarks(text: string): { readonly text: string; readonly spans: readonly MarkedSpan[] } {
  const out: string[] = [];
  const spans: MarkedSpan[] = [];
  let length = 0;
  let open: number | null = null;
  for (const piece of text.split(/([⟦⟧])/u)) {
    if (piece === '⟦') {
      if (open !== null) throw new MarkError('⟦ inside ⟦ ⟧: marks do not nest.');
      open = length;
    } else if (piece === '⟧') {
      if (open === null) throw new MarkError('⟧ without its ⟦.');
      if (open === length) throw new MarkError('⟦⟧ marks nothing.');
      spans.push({ start: open, end: length });
      open = null;
    } else {
      out.push(piece);
      length += piece.length;
    }
  }
  if (open !== null) throw new MarkError('⟦ without its ⟧.');
  return { text: out.join(''), spans };
}
