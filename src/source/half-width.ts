/** Reads a text / gives it with digits and Latin letters of half width / promises: every character stays in its place. */

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/u;
/** How far a sign of full width stands from its plain form in Unicode. */
const DISTANCE = 0xfee0;

/**
 * The text with １１月 as 11月 and ＰＭ as PM: what a word means is not a matter of its width, so nothing that reads needs both forms.
 * As long as the text given; the very same one where there is nothing of full width.
 */
export function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replaceAll(/[０-９Ａ-Ｚａ-ｚ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - DISTANCE));
}

/** Things that were read in the text of half width, with their words as they are written. */
export function asWritten<
  T extends { readonly quote: string; readonly range: { readonly start: number; readonly end: number } },
>(text: string, read: readonly T[]): readonly T[] {
  return read.map((one) => ({ ...one, quote: text.slice(one.range.start, one.range.end) }));
}
