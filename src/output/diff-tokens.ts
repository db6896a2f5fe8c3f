/** Reads a text / gives its sentences and signs with the keys that they are compared by / promises: linear, places kept. */

export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends Piece {
  /** Its words and numbers without width, spaces and punctuation. */
  readonly key: string;
}

/** A number as a whole, or one character; white space is none. */
export interface Token extends Piece {
  readonly text: string;
  readonly key: string;
}

/** Sentences of a text in order; a line is at least one, and one of endless length is several. Those without a word are left out. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const { 0: raw, index } of text.matchAll(/[^。！？；\n]{1,65536}[。！？；]*/gu)) {
    const key = wordsOf(raw);
    if (key !== '') found.push({ start: index, end: index + raw.length, key });
  }
  return found;
}

/** Signs of a stretch of a text. */
export function tokensOf(text: string, { start, end }: Piece): Token[] {
  const found: Token[] = [];
  const signs = /[0-9０-９]+(?:[.．,][0-9０-９]+)*[%％‰]?|[^\s]/gu;
  for (const { 0: raw, index } of text.slice(start, end).matchAll(signs)) {
    found.push({ start: start + index, end: start + index + raw.length, text: raw, key: raw.normalize('NFKC') });
  }
  return found;
}

/** Words and numbers alone, in one width. */
export function wordsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}%‰.]+|\.(?![0-9])/gu, '');
}

/** The text in one width without white space. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}
