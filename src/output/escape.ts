/** Reads any text / gives it as markup may hold it / promises: no text of a source is ever taken for markup. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text without halves of surrogate pairs: each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** What moves a cursor, ends a line or turns the direction of writing, and half characters: nothing that a person reads. */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text for one line that people read: characters that would act on the window are told by their number, as `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Text of several lines that people read, its line ends and tabs kept. */
export function printableLines(text: string): string {
  return text
    .split(/([\n\t])/u)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join('');
}

/** Text of several lines for a window: only the colours that this program uses, line ends and tabs act on it. */
export function forWindow(text: string): string {
  return text
    .split(/(\u001b\[(?:1|2|22|3[0-79])m|[\n\t])/u)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join('');
}

/** Text of a SARIF message without links: viewers take `[words](address)` in it for one. */
export function sarifText(message: string): string {
  return message.replace(/[[\]]/gu, '\\$&');
}

/** Text for XML 1.0, in content or in a quoted attribute: characters that it forbids become U+FFFD. */
export function xml(text: string): string {
  return html(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd'));
}

/** What `html` changes, and whole surrogate pairs, which it leaves. */
const SPECIAL = /[&<>"'\0\ud800-\udfff]/;

/** Text for HTML, in content or in a quoted attribute. */
export function html(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return wellFormed(text)
    .replaceAll('\0', '\ufffd')
    .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** A value as JSON that may stand in a script element: nothing in it can end the element or open a comment. */
export function scriptJson(value: unknown): string {
  return wellFormed(JSON.stringify(value))
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** A string as part of a URI or of an id that a fragment can name. */
export function uriPart(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** A quote for one line: runs of one mark shortened, white space made one blank, cut to a length in characters. */
export function shortQuote(text: string, length: number): string {
  const told = text
    .replace(/([^\p{L}\p{N}])\1{3,}/gu, '$1$1$1')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...told];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : told;
}
