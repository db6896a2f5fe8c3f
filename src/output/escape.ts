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

/** Text for XML 1.0, in content or in a quoted attribute: characters that it forbids become U+FFFD. */
export function xml(text: string): string {
  return html(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd'));
}

/** Text for HTML, in content or in a quoted attribute. */
export function html(text: string): string {
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
