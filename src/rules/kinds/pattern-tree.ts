/** Reads a regular expression / gives its parts as a tree / promises: each single character is told by the sample characters that it fits. */

export type Tree =
  | { readonly kind: 'one'; readonly fits: ReadonlySet<string> }
  /** Nothing, where one of these characters does not follow. */
  | { readonly kind: 'not'; readonly fits: ReadonlySet<string> }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Tree[] }
  | {
      readonly kind: 'repeat';
      readonly part: Tree;
      readonly least: number;
      readonly most: number;
      readonly source: string;
    };

/** What a pattern holds: itself and what it looks ahead or back for, and whether it refers back to a group. */
export interface PatternTrees {
  readonly trees: readonly Tree[];
  readonly backReference: string | null;
}

const EMPTY: Tree = { kind: 'sequence', parts: [] };
/** Characters by which two classes are told to overlap, besides those that the pattern itself writes. */
const SAMPLES = [...'5aZ_ \n\t\u3000政二。，；：、（）-—.,%％①“”《》'];

interface Reading {
  readonly source: string;
  readonly samples: readonly string[];
  readonly looks: Tree[];
  at: number;
  backReference: string | null;
}

/** Takes apart a pattern that compiles with the flag `u`. */
export function treesOf(source: string): PatternTrees {
  const samples = [...new Set([...SAMPLES, ...source])];
  const reading: Reading = { source, samples, looks: [], at: 0, backReference: null };
  const tree = choice(reading);
  return { trees: [tree, ...reading.looks], backReference: reading.backReference };
}

function choice(reading: Reading): Tree {
  const parts = [sequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at++;
    parts.push(sequence(reading));
  }
  const [only = EMPTY] = parts;
  return parts.length === 1 ? only : { kind: 'choice', parts };
}

function sequence(reading: Reading): Tree {
  const parts: Tree[] = [];
  while (reading.at < reading.source.length && !'|)'.includes(reading.source.charAt(reading.at))) {
    const start = reading.at;
    parts.push(repeated(reading, term(reading), start));
  }
  return { kind: 'sequence', parts };
}

function repeated(reading: Reading, part: Tree, start: number): Tree {
  const bound = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/u.exec(reading.source.slice(reading.at, reading.at + 24));
  if (bound === null) return part;
  reading.at += bound[0].length;
  const [, sign, low = '1', comma, high = ''] = bound;
  const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0;
  const upper = high !== '' ? Number(high) : comma === ',' ? Number.POSITIVE_INFINITY : least;
  const most = sign === undefined ? upper : sign === '?' ? 1 : Number.POSITIVE_INFINITY;
  return { kind: 'repeat', part, least, most, source: reading.source.slice(start, reading.at) };
}

function term(reading: Reading): Tree {
  const { source, at } = reading;
  const char = source.charAt(at);
  if (char === '(') return group(reading);
  if (char === '^' || char === '$') {
    reading.at++;
    return EMPTY;
  }
  const written =
    /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|[1-9]\d*|[\s\S])|[\s\S])/u.exec(
      source.slice(at),
    );
  const one = written?.[0] ?? char;
  reading.at += one.length;
  if (/^\\(?:k|[1-9])/.test(one)) reading.backReference ??= one;
  if (/^\\(?:k|[1-9]|b$|B$)/.test(one)) return EMPTY;
  return single(one, reading.samples);
}

/** One character. Most are never asked what they fit: that is found out when one is. */
function single(one: string, samples: readonly string[]): Tree {
  let known: ReadonlySet<string> | null = null;
  return {
    kind: 'one',
    get fits() {
      known ??= fitsOf(one, samples);
      return known;
    },
  };
}

/** What is written in a pattern is among its samples: a character that stands for itself fits itself alone. */
function fitsOf(one: string, samples: readonly string[]): ReadonlySet<string> {
  if (one.length === 1 && one !== '.') return new Set([one]);
  const fit = new RegExp(`^${one}$`, 'u');
  return new Set(samples.filter((sample) => fit.test(sample)));
}

function group(reading: Reading): Tree {
  const opened = /^\((?:\?(?:<?[=!]|:|<[^>]*>))?/u.exec(reading.source.slice(reading.at))?.[0] ?? '(';
  reading.at += opened.length;
  const inside = choice(reading);
  reading.at++;
  if (!/[=!]$/.test(opened)) return inside;
  reading.looks.push(inside);
  const [only] = inside.kind === 'sequence' && inside.parts.length === 1 ? inside.parts : [];
  if (opened !== '(?!' || only?.kind !== 'one') return EMPTY;
  return {
    kind: 'not',
    get fits() {
      return only.fits;
    },
  };
}
