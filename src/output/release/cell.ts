/** Reads any text / gives it for one cell of a Markdown table / promises: nothing in it ends the cell or starts markup. */
import { wellFormed } from '../escape.ts';

export function cell(text: string): string {
  return wellFormed(text)
    .replace(/[\\`*[\]<>|&]/gu, '\\$&')
    .replace(/\s+/gu, ' ')
    .trim();
}
