/** Reads a decoded source / gives edits that take its wrapping away (marks of encoding, markup, line ends) / promises: no word is touched, every offset is exact, first claim wins. */
import type { DecodedLayer, Edit } from '../model/layer.ts';
import type { MediaType } from '../model/result.ts';
import type { Signal } from '../model/signal.ts';
import type { Rules } from '../rules/card.ts';
import { PlainView } from '../rules/kinds/plain-view.ts';
import { isInvisible } from './decode/signs.ts';
import { type Claim, type Claims, claimsOn } from './unwrap/claims.ts';
import { doubledLines } from './unwrap/doubled.ts';
import { plainEntities } from './unwrap/entities.ts';
import { escapeClaims } from './unwrap/escapes.ts';
import { pageOf } from './unwrap/html.ts';
import { lostBreaks } from './unwrap/lost-breaks.ts';
import { markdownClaims } from './unwrap/markdown.ts';
import { recordClaims } from './unwrap/record.ts';
import { seamClaims } from './unwrap/seams.ts';
import { tailClaims } from './unwrap/tails.ts';

export { type FrontMatter, frontMatter } from './unwrap/markdown.ts';
export { sniffMediaType } from './unwrap/media-type.ts';

export interface Unwrapped {
  readonly edits: readonly Edit<'decoded'>[];
  readonly signals: readonly Signal<'decoded'>[];
}

/**
 * Edits from a decoded text to an unwrapped one: byte order mark, markup of the media type, rules of shape `residue`
 * in their order, and last line ends and invisible characters. Unwrapped text has no line end but `\n`, and no lone surrogate.
 */
export function unwrap(layer: DecodedLayer, mediaType: MediaType, rules: Rules): Unwrapped {
  const { text } = layer;
  const claims = claimsOn(text.length);
  const view = new PlainView(text);
  if (text.startsWith('\ufeff')) {
    claims.take({ start: 0, end: 1, replacement: '', rule: 'encoding/byte-order-mark' });
  }
  if (mediaType !== 'text/html') claims.takeAll(doubledLines(text, view.lines));
  const signals = takeMarkup(claims, text, mediaType);
  for (const { card, run } of rules.rules) {
    if (run.shape !== 'residue' || card.status === 'retired') continue;
    claims.takeAll(run.edits(view).map((edit) => ({ ...edit, rule: card.id })));
  }
  // Behind the rules, so that a card that knows better goes first.
  claims.takeAll(plainEntities(text));
  claims.takeAll(recordClaims(text));
  claims.takeAll(escapeClaims(text));
  claims.takeAll(seamClaims(text, view.lines));
  claims.takeAll(tailClaims(text, view.lines));
  if (mediaType !== 'text/html') claims.takeAll(lostBreaks(text, view.lines));
  claims.takeAll(plainComments(text));
  claims.takeAll(unitClaims(text, claims));
  return { edits: claims.edits(), signals };
}

function takeMarkup(claims: Claims, text: string, mediaType: MediaType): Signal<'decoded'>[] {
  if (mediaType === 'text/markdown') claims.takeAll(markdownClaims(text));
  if (mediaType !== 'text/html') return [];
  const page = pageOf(text);
  claims.takeAll(page.claims);
  return page.hasText ? [] : [{ sign: 'markup-without-text', range: null, data: {} }];
}

/** Comments that a scraper left in a plain text. One that never ends is left alone. */
function* plainComments(text: string): Iterable<Claim> {
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) return;
    yield { start, end: end + 3, replacement: '', rule: 'noise/html-tag' };
    start = text.indexOf('<!--', end + 3);
  }
}

/** All but what nearly every character of a Chinese text is: those are looked at one by one. */
const UNCOMMON = /[^\n -~\u2010-\u2027\u2030-\u205e\u2100-\ud7ff\uff01-\uff60]/;

/** Line ends, invisible characters and lone surrogates that nobody has claimed. */
function unitClaims(text: string, claims: Claims): Claim[] {
  const found: Claim[] = [];
  const uncommon = new RegExp(UNCOMMON, 'g');
  for (let match = uncommon.exec(text); match !== null; match = uncommon.exec(text)) {
    const at = match.index;
    const unit = text.charCodeAt(at);
    if (!claims.isFree(at)) continue;
    if (isSurrogate(unit) && isPair(text, at)) uncommon.lastIndex = at + 2;
    const claim = isSurrogate(unit) && isPair(text, at) ? null : unitClaim(text, at, unit, claims);
    if (claim === null) continue;
    found.push(claim);
    uncommon.lastIndex = claim.end;
  }
  return found;
}

function unitClaim(text: string, at: number, unit: number, claims: Claims): Claim | null {
  if (isLineEnd(unit)) {
    const end = unit === 0x0d && text.charCodeAt(at + 1) === 0x0a && claims.isFree(at + 1) ? at + 2 : at + 1;
    return { start: at, end, replacement: '\n', rule: 'noise/line-ends' };
  }
  if (isSurrogate(unit)) return { start: at, end: at + 1, replacement: '\ufffd', rule: 'encoding/lone-surrogate' };
  if (isInvisible(unit)) return { start: at, end: at + 1, replacement: '', rule: 'encoding/invisible-control' };
  return null;
}

/** Carriage return, vertical tab, form feed, next line, line and paragraph separator. */
function isLineEnd(unit: number): boolean {
  return (unit >= 0x0b && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
