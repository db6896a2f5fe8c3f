/** Columns that text takes in a terminal: Chinese characters and full-width signs take two. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/** Width of one character (code point) in columns. */
function widthOf(character: string): number {
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Width of a text in columns; a text with colour codes must be measured before it is coloured. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** Pads on the right to `columns`; longer text is left as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)));
}

/** Pads on the left to `columns`. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - textWidth(text))) + text;
}

/** Cuts to at most `columns`, ending in … when something was cut. */
export function cut(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Lines of at most `columns` each, at most `most` of them; the last ends in … when something was cut. Latin words and decimals stay whole. */
export function wrapped(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (lines.length < most - 1 && textWidth(rest) > columns) {
    const fits = fitting(rest, columns);
    const word = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.]*$/u.exec(fits)?.[0] ?? '';
    const isSplit = /^\.?[\p{Script=Latin}\p{N}]/u.test(rest.slice(fits.length));
    const line = isSplit && word.length < fits.length ? fits.slice(0, fits.length - word.length) : fits;
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return [...lines, cut(rest, columns)];
}

/** The longest beginning of a text that is at most `columns` wide; never nothing. */
function fitting(text: string, columns: number): string {
  let end = 0;
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns && end > 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}
