/** Scores what cleaning takes away from pages whose every character is known to be page or report. No file is read here. */
import type { SourceMeta, SourceResult } from '../../src/model/result.ts';
import type { Rules } from '../../src/rules/card.ts';
import { readSource } from '../../src/source/read.ts';
import type { Piece } from './noise-pages.ts';

/** Counts of one page. Characters are visible ones; a run of digits is lost when one of its digits is. */
export interface Tally {
  readonly name: string;
  readonly right: number;
  readonly removed: number;
  readonly noise: number;
  readonly body: number;
  readonly bodyLost: number;
  readonly figures: number;
  readonly figuresLost: number;
  readonly damage: number;
  readonly damageMended: number;
  /** Stretches that went wrong: body that was lost, noise that stayed. */
  readonly lost: readonly string[];
  readonly stayed: readonly string[];
}

export function tally(name: string, pieces: readonly Piece[], rules: Rules): Tally {
  const text = pieces.map((piece) => piece.text).join('');
  const result = readSource(new TextEncoder().encode(text), metaOf(name), rules);
  const gone = goneOf(text, result);
  const counts = {
    right: 0,
    removed: 0,
    noise: 0,
    body: 0,
    bodyLost: 0,
    figures: 0,
    figuresLost: 0,
    damage: 0,
    damageMended: 0,
  };
  const lost: string[] = [];
  const stayed: string[] = [];
  let at = 0;
  for (const { text: piece, origin } of pieces) {
    const end = at + piece.length;
    const visible = [...indices(at, end)].filter((k) => /\S/u.test(text[k] ?? ''));
    const taken = visible.filter((k) => gone[k] === 1).length;
    if (origin === 'page') {
      counts.noise += visible.length;
      counts.right += taken;
      counts.removed += taken;
      if (taken < visible.length) stayed.push(piece.trim());
    } else if (origin === 'report') {
      counts.body += visible.length;
      counts.bodyLost += taken;
      counts.removed += taken;
      if (taken > 0)
        lost.push(
          ...stretches(
            text,
            visible.filter((k) => gone[k] === 1),
          ),
        );
      for (const match of piece.matchAll(/\d+(?:\.\d+)?/gu)) {
        counts.figures++;
        const from = at + match.index;
        if ([...indices(from, from + match[0].length)].some((k) => gone[k] === 1)) counts.figuresLost++;
      }
    } else if (origin === 'damage' && piece !== '') {
      counts.damage++;
      if (gone[at] === 1) counts.damageMended++;
    }
    at = end;
  }
  return { name, ...counts, lost, stayed };
}

/** A plain text without any hint. */
function metaOf(name: string): SourceMeta {
  return { sourceId: name, path: `${name}.txt`, title: null, publisher: null, url: null, collectedOn: null };
}

function* indices(from: number, to: number): Iterable<number> {
  for (let at = from; at < to; at++) yield at;
}

function stretches(text: string, places: readonly number[]): string[] {
  const found: string[] = [];
  let from = -1;
  places.forEach((at, index) => {
    if (from < 0) from = at;
    const next = places[index + 1];
    if (next !== undefined && next - at < 4) return;
    found.push(text.slice(from, at + 1));
    from = -1;
  });
  return found;
}

/** 1 for each character of a well-formed UTF-8 source that no clean character stands for. */
function goneOf(text: string, { edits }: SourceResult): Uint8Array {
  const charAt = new Map<number, number>();
  let byte = 0;
  for (let at = 0; at < text.length; at++) {
    charAt.set(byte, at);
    byte += bytesOf(text.charCodeAt(at));
  }
  charAt.set(byte, text.length);
  const gone = new Uint8Array(text.length);
  for (const { bytes, replacement, original } of edits) {
    if (replacement.length >= original.length && replacement.trim() !== '') continue;
    if (replacement.trim() !== '') continue;
    const start = charAt.get(bytes.start) ?? 0;
    const end = charAt.get(bytes.end) ?? 0;
    if (end - start === original.length) gone.fill(1, start, end);
    else markScattered(gone, text, start, end, original);
  }
  return gone;
}

/** An edit over characters some of which an earlier one took: those of its own are found in order. */
function markScattered(gone: Uint8Array, text: string, start: number, end: number, original: string): void {
  let next = 0;
  for (let at = start; at < end && next < original.length; at++) {
    if (gone[at] === 1 || text[at] !== original[next]) continue;
    gone[at] = 1;
    next++;
  }
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code >= 0xd800 && code <= 0xdfff ? 2 : 3;
}

/** How often something was right, out of how many; `wrong` names the pages, at most 20. */
export interface NoiseScore {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly wrong: readonly string[];
}

/** F1 over visible characters, characters and figures of the body that were kept, and damage that was mended. */
export function noiseScores(set: string, tallies: readonly Tally[]): NoiseScore[] {
  const sum = (of: (one: Tally) => number): number => tallies.reduce((all, one) => all + of(one), 0);
  const named = (where: (one: Tally) => boolean): string[] => tallies.filter(where).map((one) => one.name);
  const damage = sum((one) => one.damage);
  return [
    {
      name: `${set}: noise removed (F1 of characters)`,
      ...f1(tallies),
      wrong: named((one) => one.right < one.noise || one.removed > one.right),
    },
    {
      name: `${set}: body characters kept`,
      right: sum((one) => one.body - one.bodyLost),
      total: sum((one) => one.body),
      wrong: named((one) => one.bodyLost > 0),
    },
    {
      name: `${set}: figures kept`,
      right: sum((one) => one.figures - one.figuresLost),
      total: sum((one) => one.figures),
      wrong: named((one) => one.figuresLost > 0),
    },
    ...(damage === 0
      ? []
      : [
          {
            name: `${set}: breaks and blanks inside words mended`,
            right: sum((one) => one.damageMended),
            total: damage,
            wrong: named((one) => one.damageMended < one.damage),
          },
        ]),
  ];
}

/** Reports that are clean already: what stays of their visible characters, and how many raise no suspicion of loss. */
export function cleanScores(
  reports: readonly { readonly path: string; readonly text: string }[],
  rules: Rules,
): NoiseScore[] {
  const read = reports.map(({ path, text }) => {
    const visible = text.replaceAll(/\s/gu, '').length;
    const { edits, findings } = readSource(new TextEncoder().encode(text), metaOf(path), rules);
    const lost = edits.reduce((all, one) => all + visibleOf(one.original) - visibleOf(one.replacement), 0);
    return { path, visible, lost, suspected: findings.filter(({ rule }) => SUSPICIONS.has(rule)).length };
  });
  const visible = read.reduce((all, one) => all + one.visible, 0);
  return [
    {
      name: 'clean reports: characters kept',
      right: visible - read.reduce((all, one) => all + one.lost, 0),
      total: visible,
      wrong: read
        .filter((one) => one.lost > 0)
        .map((one) => one.path)
        .slice(0, 20),
    },
    {
      name: 'clean reports: no alarm of loss or of a wrong removal',
      right: read.filter((one) => one.suspected === 0).length,
      total: read.length,
      wrong: read
        .filter((one) => one.suspected > 0)
        .map((one) => one.path)
        .slice(0, 20),
    },
  ];
}

const SUSPICIONS: ReadonlySet<string> = new Set([
  'noise/removed-share',
  'noise/removed-looks-like-body',
  'truncation/list-item-lost',
  'truncation/formula-slip',
  'truncation/interleaved-letters',
  'truncation/character-dropped',
  'truncation/lost-word-end',
  'truncation/punctuation-lost',
  'truncation/blanked-words',
]);

function visibleOf(text: string): number {
  return text.replaceAll(/\s/gu, '').length;
}

/** Harmonic mean of precision and recall over characters, as parts of 100 000. */
export function f1(tallies: readonly Tally[]): { readonly right: number; readonly total: number } {
  const sum = (of: (one: Tally) => number): number => tallies.reduce((all, one) => all + of(one), 0);
  return { right: 2 * sum((one) => one.right), total: sum((one) => one.removed) + sum((one) => one.noise) };
}
