/** Hand labels of the noise in whole sources: lines, and pieces inside a line named by their first and last characters. */
import type { Piece } from './noise-pages.ts';

export interface LabelledSource {
  readonly source: string;
  readonly lines?: readonly (readonly [number, number])[];
  readonly quotes?: readonly { readonly line: number; readonly from: string; readonly to: string }[];
}

export function labelledSourcesOf(list: unknown): LabelledSource[] {
  if (!Array.isArray(list)) throw new Error('a list of sources is expected');
  return list.filter(
    (one): one is LabelledSource => typeof one === 'object' && one !== null && typeof one.source === 'string',
  );
}

/** The source cut into what is page and what is report. */
export function piecesOfSource(text: string, { source, lines = [], quotes = [] }: LabelledSource): Piece[] {
  return text.split('\n').flatMap((line, index): Piece[] => {
    const number = index + 1;
    const end: Piece = { text: '\n', origin: 'either' };
    if (lines.some(([first, last]) => first <= number && number <= last)) return [{ text: line, origin: 'page' }, end];
    const quote = quotes.find((one) => one.line === number);
    if (quote === undefined) return [{ text: line, origin: 'report' }, end];
    const from = line.indexOf(quote.from);
    const to = line.indexOf(quote.to, from + quote.from.length) + quote.to.length;
    if (from < 0 || to <= from) throw new Error(`${source}:${number}: the quote is not there`);
    return [
      { text: line.slice(0, from), origin: 'report' },
      { text: line.slice(from, to), origin: 'page' },
      { text: line.slice(to), origin: 'report' },
      end,
    ];
  });
}
