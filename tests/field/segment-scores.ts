/** Measures where reports are found in compilations and what their contents pages promise. No file is read here. */
import type { Rules } from '../../src/rules/card.ts';
import { segment } from '../../src/source/segment.ts';
import {
  CONTENTS,
  type Compilation,
  compile,
  INSIDE,
  type Piece,
  SEPARATORS,
  type Style,
  TITLES,
} from './segment-build.ts';
import type { Score } from './structure-scores.ts';

/** Styles that rules were tuned on; the others were looked at when the rules were done. */
const TUNED: readonly Style['contents'][] = ['none', 'dots', 'tab', 'list'];
const TUNED_TITLES: readonly Style['title'][] = ['plain', 'place-year', 'no-title'];
const EACH = 36;

/** `mixed` takes every style and every province; no rule was changed after it was first looked at. */
export type Side = 'tuning' | 'held-out' | 'mixed';
const SEEDS: Readonly<Record<Side, number>> = { tuning: 1, 'held-out': 1001, mixed: 7001 };

/** Numbers from 0 to 1 that look random and are the same every time. */
export function numbers(seed: number): () => number {
  let state = Math.imul(seed, 2654435761);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Compilations of one year, of one place and of anything, in every style in turn. */
export function compilationsOf(pieces: readonly Piece[], side: Side): Compilation[] {
  const own = <T>(all: readonly T[], tuned: readonly T[]): T[] =>
    all.filter((one) => side === 'mixed' || tuned.includes(one) === (side === 'tuning'));
  const contents = own<Style['contents']>(CONTENTS, TUNED);
  const titles = own<Style['title']>(TITLES, TUNED_TITLES);
  return Array.from({ length: side === 'mixed' ? 2 * EACH : EACH }, (_, at) => {
    const next = numbers(at + SEEDS[side]);
    const style: Style = {
      contents: contents[at % contents.length] ?? 'none',
      title: titles[Math.floor(at / contents.length) % titles.length] ?? 'plain',
      separator: SEPARATORS[Math.floor(next() * SEPARATORS.length)] ?? 'none',
      inside: INSIDE[Math.floor(next() * INSIDE.length)] ?? 'nothing',
    };
    const chosen = choose(pieces, next);
    const absent = new Set(chosen.flatMap((_, place) => (place > 0 && next() < 0.15 ? [place] : [])));
    const name = `${at} ${style.contents}/${style.title}/${style.separator}/${style.inside}`;
    return compile(name, chosen, absent, style);
  });
}

function choose(pieces: readonly Piece[], next: () => number): Piece[] {
  const first = pieces[Math.floor(next() * pieces.length)];
  const kind = next();
  const alike = pieces.filter((one) => {
    if (kind < 0.5) return one.year === first?.year;
    return kind < 0.75 ? one.city === first?.city : true;
  });
  const count = 2 + Math.floor(next() * 19);
  const keys = alike.map((piece) => ({ piece, key: next() })).toSorted((a, b) => a.key - b.key);
  return keys.slice(0, Math.max(2, count)).map(({ piece }) => piece);
}

/** Reports found exactly, out of those that are there and out of those found; entries matched to their report; missing ones named. */
export function scoreSegment(side: string, compilations: readonly Compilation[], rules: Rules): Score[] {
  const exact = { right: 0, there: 0, found: 0, wrong: new Set<string>() };
  const entries = { right: 0, total: 0, wrong: new Set<string>() };
  const missing = { right: 0, total: 0, wrong: new Set<string>() };
  for (const { name, text, reports, kept } of compilations) {
    const found = segment(text, rules.vocabulary);
    const places = new Map(found.reports.map(({ start, end }, at) => [`${start}-${end}`, at]));
    const ordinals = reports.map(({ start, end }) => places.get(`${start}-${end}`) ?? null);
    exact.right += ordinals.filter((at) => at !== null).length;
    exact.there += reports.length;
    exact.found += found.reports.length;
    if (ordinals.includes(null) || found.reports.length > reports.length) exact.wrong.add(name);
    kept.forEach((ordinal, at) => {
      const said = found.promised[at];
      const count = ordinal === null ? missing : entries;
      // A report counts where it begins: whether its end is right is told above.
      const start = ordinal === null ? null : (reports[ordinal]?.start ?? null);
      const saidStart = said === undefined || said.kept === null ? null : (found.reports[said.kept]?.start ?? null);
      count.total += 1;
      if (said !== undefined && saidStart === start) count.right += 1;
      else count.wrong.add(name);
    });
  }
  const score = (what: string, right: number, total: number, wrong: ReadonlySet<string>): Score => ({
    name: `${side}: ${what}`,
    right,
    total,
    wrong: [...wrong].slice(0, 20),
  });
  return [
    score('reports of a compilation found, start and end exact', exact.right, exact.there, exact.wrong),
    score('reports found in a compilation that are there', exact.right, exact.found, exact.wrong),
    score('entries of a contents page matched to their report', entries.right, entries.total, entries.wrong),
    score('missing reports named', missing.right, missing.total, missing.wrong),
  ];
}
