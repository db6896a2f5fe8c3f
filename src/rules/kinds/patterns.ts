/**
 * Regular expressions of cards. Every card pattern is Unicode-aware, finds at least one character, and repeats only within
 * stated bounds: with `{0,20}` in place of `*` a search takes time in proportion to the text, whatever the text is. What could
 * match one text in very many ways, or refers back to a group, is refused: the engine would try all ways.
 */
import type { Json } from '../../model/finding.ts';

import { slowPart } from './ambiguity.ts';
import { mapsOf, ParamError, type ParamPath, type Params, SOUND, textOf, textsOf } from './params.ts';

/** Whether a pattern must fit a whole text (a line), or is searched for, with ^ and $ at line ends. */
type Fit = 'whole' | 'anywhere';

/** JSON Schema of `pieces`, shared by the kinds that take patterns. */
export const PIECES_SCHEMA: Readonly<Record<string, Json>> = {
  type: 'object',
  additionalProperties: { type: 'string', minLength: 1 },
  propertyNames: { pattern: '^[a-z][a-z-]{0,30}$' },
  description:
    'Named parts of patterns: {{name}} in a pattern stands for the part, in brackets. A part may use those above it.',
};

/** JSON Schema of a list of patterns. */
export function patternListSchema(description: string): Json {
  return { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 }, description };
}

/** Compiles the patterns of a list param, with the card's pieces put in. @throws ParamError */
export function patternsOf(params: Params, key: string, fit: Fit): readonly RegExp[] {
  const alone = typeof params[key] === 'string';
  return textsOf(params, key).map((source, index) => {
    const path = alone ? [key] : [key, index];
    return patternOf(source, params, path, fit);
  });
}

/** Compiles `find` of each map of a list param, with the card's pieces put in. @throws ParamError */
export function findsOf(params: Params, key: string): readonly { readonly find: RegExp; readonly entry: Params }[] {
  return mapsOf(params, key).map((entry, index) => {
    const path = [key, index, 'find'];
    return { find: patternOf(textOf(entry, 'find'), params, path, 'anywhere'), entry };
  });
}

/** A pattern of a card with its pieces put in. Whether it is sound takes longer to tell than to compile it: of a card that is ready it is known. */
function patternOf(source: string, params: Params, path: ParamPath, fit: Fit): RegExp {
  const pattern = expand(source, params, path);
  return SOUND in params ? fitting(pattern, fit) : compilePattern(pattern, path, fit);
}

/** Puts the pieces of a card into a pattern. Pieces are put in from the last to the first, so that one can use those above it. */
function expand(source: string, params: Params, path: ParamPath): string {
  const { pieces } = params;
  let pattern = source;
  if (typeof pieces === 'object' && pieces !== null) {
    for (const [name, piece] of Object.entries(pieces).toReversed()) {
      pattern = pattern.replaceAll(`{{${name}}}`, () => `(?:${String(piece)})`);
    }
  }
  const unknown = /\{\{([a-z-]{1,40})\}\}/u.exec(pattern);
  if (unknown !== null) throw new ParamError(path, `no piece is named '${unknown[1] ?? ''}'. Add it to pieces.`);
  return pattern;
}

/**
 * Compiles a pattern of a card.
 * `whole`: the pattern must fit a whole text (a line); `anywhere`: it is searched for, with ^ and $ at line ends.
 * @throws ParamError when it does not compile, matches the empty text, or repeats without bound.
 */
export function compilePattern(source: string, path: ParamPath, fit: Fit): RegExp {
  const unbounded = unboundedRepeat(source);
  if (unbounded !== null) {
    throw new ParamError(path, `the pattern repeats without bound at '${unbounded}'. Write a bound such as {0,20}.`);
  }
  const regex = compiled(source, path, fit);
  refuseSlow(source, path);
  if (regex.test('')) throw new ParamError(path, 'the pattern matches the empty text. Make it need a character.');
  return fit === 'whole' ? regex : fitting(source, fit);
}

function fitting(source: string, fit: Fit): RegExp {
  return fit === 'whole' ? new RegExp(`^(?:${source})$`, 'u') : new RegExp(source, 'gmu');
}

const SLOW = {
  'refers-back': (part: string) => `the pattern refers back to a group at '${part}'. Write out what may stand there.`,
  'many-ways': (part: string) =>
    `'${part}' can match one text in very many ways. Let its parts begin with different characters, or lower its bound.`,
} as const;

function refuseSlow(source: string, path: ParamPath): void {
  const slow = slowPart(source);
  if (slow !== null) throw new ParamError(path, SLOW[slow.why](slow.part));
}

function compiled(source: string, path: ParamPath, fit: Fit): RegExp {
  try {
    const alone = new RegExp(source, 'mu');
    return fit === 'whole' ? fitting(source, fit) : alone;
  } catch (error) {
    throw new ParamError(path, `the pattern does not compile: ${error instanceof Error ? error.message : 'unknown'}.`);
  }
}

/** The first `*`, `+` or `{n,}` that stands as a repeat, or null. Escapes and character classes are stepped over. */
function unboundedRepeat(source: string): string | null {
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '*' || char === '+') return source.slice(Math.max(0, at - 8), at + 1);
    else if (char === '{') {
      const open = /^\{\d{1,9},\}/u.exec(source.slice(at, at + 12));
      if (open !== null) return open[0];
    }
  }
  return null;
}

/** Half-open spans of all matches of several patterns, in order of place, overlaps merged. Empty matches are no matches. */
export function spansOf(text: string, patterns: readonly RegExp[]): Span[] {
  const found: Span[] = [];
  for (const pattern of patterns) {
    // Most patterns are nowhere in most texts: to look is quicker than to list.
    if (text.search(pattern) < 0) continue;
    for (const match of text.matchAll(pattern)) {
      if (match[0].length > 0) found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return mergeSpans(found);
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans in order of place with overlapping and touching ones joined. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}

/** Tells whether ranges asked for in ascending order touch any of the sorted spans; linear over all calls. */
export function meetsAny(sorted: readonly Span[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= start) next++;
    const span = sorted[next];
    return span !== undefined && span.start < end;
  };
}
