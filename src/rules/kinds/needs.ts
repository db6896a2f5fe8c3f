/** Texts that stand in whatever the patterns of a card find: looked for first, those of all cards in one pass, so that patterns are tried where they can fit. */
import type { Json } from '../../model/finding.ts';
import { finderOf } from './finder.ts';
import { optionalTextOf, ParamError, type Params } from './params.ts';

/** What a card needs. Each is one object a card: places are kept by it. */
export interface Needs {
  readonly texts: readonly string[];
}

/** JSON Schema of `needs`, shared by the kinds that take patterns. */
export const NEEDS_SCHEMA: Readonly<Record<string, Json>> = {
  type: 'string',
  minLength: 1,
  description:
    'Texts parted by |, one of which stands in whatever the patterns find: a line that holds none of them is not looked at. ' +
    '[...] stands for one of several characters, \\ makes the next character plain, a space is a blank of any width.',
};

const MOST_TEXTS = 2000;
const BLANKS = '\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

/** The texts of a card's `needs`, or null when it has none. @throws ParamError when it is no list of texts */
export function needsOf(params: Params): Needs | null {
  const source = optionalTextOf(params, 'needs');
  if (source === null) return null;
  const texts = alternatives(source).flatMap(spelled);
  if (texts.includes(''))
    throw new ParamError(['needs'], 'one of the texts is empty. Take away a | that parts nothing.');
  if (texts.length > MOST_TEXTS)
    throw new ParamError(['needs'], `these are more than ${MOST_TEXTS} texts. Name fewer.`);
  return { texts };
}

/** Parts of the source between | outside of classes, each cut into single characters and classes. */
function alternatives(source: string): string[][] {
  const all: string[][] = [[]];
  for (const [piece] of source.matchAll(/\\u\{[0-9a-fA-F]{1,6}\}|\\.|\[(?:\\.|[^\]])+\]|./gsu)) {
    if (piece === '|') all.push([]);
    else if (/^[(){}*+?^$.]$/u.test(piece))
      throw new ParamError(['needs'], `'${piece}' is no part of a text here. Write \\${piece} for the character.`);
    else all.at(-1)?.push(piece);
  }
  return all;
}

/** All texts that a sequence of characters and classes stands for. */
function spelled(pieces: readonly string[]): string[] {
  return pieces.reduce<string[]>(
    (texts, piece) => {
      const characters = charactersOf(piece);
      return texts.flatMap((text) => characters.map((character) => text + character));
    },
    [''],
  );
}

function charactersOf(piece: string): string[] {
  if (piece === ' ') return [...BLANKS];
  if (!piece.startsWith('[') || piece.length === 1) return [plain(piece)];
  const members = [
    ...piece.slice(1, -1).matchAll(/(\\u\{[0-9a-fA-F]{1,6}\}|\\.|.)(?:-(\\u\{[0-9a-fA-F]{1,6}\}|\\.|.))?/gsu),
  ];
  return [...new Set(members.flatMap(([, from = '', to]) => between(plain(from), plain(to ?? from))))];
}

/** Characters from one to another; of those beyond the first plane the first unit, for that is what they begin with. */
function between(from: string, to: string): string[] {
  const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  const step = low > 0xffff ? 0x400 : 1;
  const found: string[] = [];
  for (let code = low > 0xffff ? low & ~0x3ff : low; code <= high; code += step)
    found.push(String.fromCodePoint(code).charAt(0));
  return found;
}

function plain(piece: string): string {
  const [, code] = /^\\u\{([0-9a-fA-F]{1,6})\}$/u.exec(piece) ?? [];
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
  return piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece;
}

/** A search for what several cards need: one pass finds it all. Made once for all texts. */
export type FindNeeds = (text: string) => ReadonlyMap<Needs, readonly number[]>;

/** Makes the search for what cards need; it gives offsets in ascending order, by card. */
export function findNeeds(all: readonly Needs[]): FindNeeds {
  const find = finderOf(all.flatMap((needs, index) => needs.texts.map((text) => [text, index] as const)));
  return (text) => {
    const lists = all.map((): number[] => []);
    find(text, (at, index) => lists[index]?.push(at));
    return new Map(all.map((needs, index) => [needs, ascending(lists[index] ?? [])]));
  };
}

/** Texts by one rarest unit are found in order: most lists ascend already. */
function ascending(places: number[]): number[] {
  return places.every((at, index) => index === 0 || (places[index - 1] ?? 0) <= at)
    ? places
    : places.sort((a, b) => a - b);
}
