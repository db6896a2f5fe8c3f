/** Reads the texts of two reports / gives where they differ, in kinds / promises: bounded work, every difference once, what was not aligned is said. */
import { align, type Match } from '../model/align.ts';
import { classify, type VariantKind } from './diff-kinds.ts';
import { type Piece, sentencesOf, squeezed, type Token, tokensOf } from './diff-tokens.ts';

/** A place where two texts read unlike each other. Offsets count UTF-16 units in the text of each side. */
export interface Variant {
  readonly kind: VariantKind;
  readonly a: Reading;
  readonly b: Reading;
}

export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stands on both sides in the text. */
  readonly before: string;
  readonly after: string;
}

export interface TextDiff {
  /** Figures first, then wording, loss, noise and form; in each kind by place. */
  readonly variants: readonly Variant[];
  /** Signs that the two write in another width or shape, with how often. */
  readonly forms: readonly { readonly a: string; readonly b: string; readonly count: number }[];
  readonly sentences: { readonly a: number; readonly b: number; readonly alike: number };
  /** Characters of each side in stretches too unlike or too long to be aligned. */
  readonly unaligned: { readonly a: number; readonly b: number };
}

/** Most insertions and deletions that an alignment of sentences follows between two that agree. */
const LONGEST_SENTENCES = 1000;
/** The same of characters. */
const LONGEST_CHARACTERS = 600;
/** Characters of one side of a stretch that are aligned one by one. */
const LONGEST_STRETCH = 20_000;
/** Steps that all alignments of characters may take together: a few seconds. */
const BUDGET = 40_000_000;
/** Share of the longer side that must match before two stretches count as readings of one passage. */
const SAME_PASSAGE = 0.3;
const AROUND = 16;
const ORDER: readonly VariantKind[] = ['figure', 'wording', 'loss', 'noise', 'form'];

/** Compares two texts: by sentences first, then inside the stretches that differ. */
export function diffTexts(a: string, b: string): TextDiff {
  const left = sentencesOf(a);
  const right = sentencesOf(b);
  const matches = align(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
    LONGEST_SENTENCES,
  );
  const work = new Comparison(a, b);
  let from: Match = [0, 0];
  for (const to of [...matches, [left.length, right.length] as const]) {
    work.stretch(spanOf(left, from[0], to[0]), spanOf(right, from[1], to[1]));
    const [one, other] = [left[to[0]], right[to[1]]];
    if (one && other) work.sameWords(one, other);
    from = [to[0] + 1, to[1] + 1];
  }
  return work.result({ a: left.length, b: right.length, alike: matches.length });
}

/** The stretch from one sentence up to another; empty, at its place, when there is none between. */
function spanOf(sentences: readonly Piece[], from: number, to: number): Piece {
  const start = sentences[from]?.start ?? sentences[from - 1]?.end ?? 0;
  return { start, end: from < to ? (sentences[to - 1]?.end ?? start) : start };
}

/** One comparison while it is made. */
class Comparison {
  private readonly variants: Variant[] = [];
  private readonly forms = new Map<string, number>();
  private readonly unaligned = { a: 0, b: 0 };
  private steps = 0;
  private readonly a: string;
  private readonly b: string;

  constructor(a: string, b: string) {
    this.a = a;
    this.b = b;
  }

  /** Two sentences of the same words: only their signs can differ. */
  sameWords(left: Piece, right: Piece): void {
    const [one, other] = [this.a.slice(left.start, left.end), this.b.slice(right.start, right.end)];
    if (one !== other) this.inside(left, right);
  }

  /** A stretch of sentences that have no equal. */
  stretch(left: Piece, right: Piece): void {
    const [lengthA, lengthB] = [left.end - left.start, right.end - right.start];
    if (lengthA === 0 && lengthB === 0) return;
    const long = Math.max(lengthA, lengthB) > LONGEST_STRETCH || this.steps > BUDGET;
    if (lengthA > 0 && lengthB > 0 && !long && this.inside(left, right)) return;
    if (lengthA > 0 && lengthB > 0) {
      this.unaligned.a += lengthA;
      this.unaligned.b += lengthB;
    }
    this.add(left, { start: right.start, end: right.start });
    this.add({ start: left.end, end: left.end }, right);
  }

  result(sentences: TextDiff['sentences']): TextDiff {
    const rank = (kind: VariantKind): number => ORDER.indexOf(kind);
    const forms = [...this.forms].map(([pair, count]) => ({
      a: pair.slice(0, pair.indexOf('\n')),
      b: pair.slice(pair.indexOf('\n') + 1),
      count,
    }));
    return {
      variants: this.variants.sort(
        (p, q) => rank(p.kind) - rank(q.kind) || p.a.start - q.a.start || p.b.start - q.b.start,
      ),
      forms: forms.sort((p, q) => q.count - p.count || (p.a + p.b < q.a + q.b ? -1 : 1)),
      sentences,
      unaligned: this.unaligned,
    };
  }

  /** Aligns two passages sign by sign; false, and nothing told, when they have too little in common. */
  private inside(left: Piece, right: Piece): boolean {
    const one = tokensOf(this.a, left);
    const other = tokensOf(this.b, right);
    const matches = align(
      one.map(({ key }) => key),
      other.map(({ key }) => key),
      LONGEST_CHARACTERS,
    );
    this.steps += (one.length + other.length - 2 * matches.length) ** 2 + one.length;
    const most = Math.max(one.length, other.length);
    if (matches.length < SAME_PASSAGE * most) return false;
    let from: Match = [0, 0];
    for (const to of [...matches, [one.length, other.length] as const]) {
      this.readings(one, other, from, to, [left, right]);
      this.form(one[to[0]], other[to[1]]);
      from = [to[0] + 1, to[1] + 1];
    }
    return true;
  }

  private readings(
    one: readonly Token[],
    other: readonly Token[],
    from: Match,
    to: Match,
    [left, right]: readonly [Piece, Piece],
  ): void {
    if (from[0] >= to[0] && from[1] >= to[1]) return;
    this.add(pieceOf(one, from[0], to[0], left), pieceOf(other, from[1], to[1], right));
  }

  private form(one: Token | undefined, other: Token | undefined): void {
    if (!one || !other || one.text === other.text) return;
    const pair = `${one.text}\n${other.text}`;
    this.forms.set(pair, (this.forms.get(pair) ?? 0) + 1);
  }

  private add(left: Piece, right: Piece): void {
    const [a, b] = [readingOf(this.a, left), readingOf(this.b, right)];
    if (squeezed(a.text) === '' && squeezed(b.text) === '') return;
    this.variants.push({ kind: classify(a, b), a, b });
  }
}

function pieceOf(tokens: readonly Token[], from: number, to: number, within: Piece): Piece {
  const start = tokens[from]?.start ?? tokens[from - 1]?.end ?? within.start;
  return { start, end: from < to ? (tokens[to - 1]?.end ?? start) : start };
}

function readingOf(text: string, { start, end }: Piece): Reading {
  const flat = (from: number, to: number): string => text.slice(from, to).replace(/\s+/gu, ' ');
  return {
    start,
    end,
    text: text.slice(start, end),
    before: flat(Math.max(0, start - AROUND), start),
    after: flat(end, Math.min(text.length, end + AROUND)),
  };
}
