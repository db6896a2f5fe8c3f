/** Reads the figures of two copies in their order / gives the figures that they state differently / promises: bounded work, both readings kept. */
import { align } from '../model/align.ts';
import type { Fact } from '../model/fact.ts';

/** Two readings of one figure. */
export interface Reading {
  readonly a: Fact;
  readonly b: Fact;
}

export interface Collation {
  /** Figures that both copies state, and alike. */
  readonly alike: number;
  readonly differing: readonly Reading[];
  /** Figures with the same digits where one copy has lost characters of unit or hedge: 484元 for 484亿元. */
  readonly damaged: readonly Reading[];
  /** Figures of which one copy has fewer digits and no other: 5404元 for 45404元. */
  readonly lost: readonly Reading[];
}

/** Most insertions and deletions that an alignment follows; beyond them the rest is compared by its words alone. */
const LONGEST_SCRIPT = 1000;

/** What collation asks of a figure, worked out once for all the copies that it is compared with. */
interface Stated {
  readonly fact: Fact;
  /** Numbers of what it says and of the words that it belongs to: equal ones are equal. */
  readonly statement: number;
  readonly words: number;
  /** Its quote without blanks: the numerals, and the rest. */
  readonly digits: string;
  readonly signs: string;
}

interface StatedPair {
  readonly a: Stated;
  readonly b: Stated;
}

/** The figures of reports as collation reads them. One of these serves all comparisons of a run. */
export class Statements {
  private readonly numbers = new Map<string, number>();
  private readonly known = new WeakMap<readonly Fact[], readonly Stated[]>();

  of(facts: readonly Fact[]): readonly Stated[] {
    const known = this.known.get(facts);
    if (known) return known;
    const stated = facts.map((fact) => this.stated(fact));
    this.known.set(facts, stated);
    return stated;
  }

  private stated(fact: Fact): Stated {
    const quote = squeezed(fact);
    return {
      fact,
      statement: this.number(statement(fact)),
      words: this.number(words(fact)),
      digits: quote.replace(new RegExp(NO_NUMERALS, 'gu'), ''),
      signs: quote.replace(new RegExp(NUMERALS, 'gu'), ''),
    };
  }

  private number(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** Aligns two sequences of facts by what they state, then looks at what stands between the figures that agree. */
export function collate(a: readonly Fact[], b: readonly Fact[], statements: Statements = new Statements()): Collation {
  const [left, right] = [statements.of(a), statements.of(b)];
  const said = (one: Stated): number => one.statement;
  const matches = align(left.map(said), right.map(said), LONGEST_SCRIPT);
  const unlike: StatedPair[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const [toA, toB] of [...matches, [a.length, b.length] as const]) {
    if (toA > fromA && toB > fromB) unlike.push(...readings(left.slice(fromA, toA), right.slice(fromB, toB)));
    fromA = toA + 1;
    fromB = toB + 1;
  }
  const [shortened, differing] = split(unlike, isShortened);
  const [damaged, lost] = split(shortened, ({ a: one, b: other }) => one.digits === other.digits);
  return {
    alike: matches.length,
    differing: differing.map(readingOf),
    damaged: damaged.map(readingOf),
    lost: lost.map(readingOf),
  };
}

function readingOf({ a, b }: StatedPair): Reading {
  return { a: a.fact, b: b.fact };
}

/** Those for which something is true, and the others. */
export function split<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

/** What a figure says, apart from how it is written: 1.60万亿元 and 1.6万亿元 differ in what they stand for. */
function statement(fact: Fact): string {
  return `${fact.value ?? ''}|${fact.interval.low ?? ''}|${fact.interval.high ?? ''}|${fact.unit}`;
}

/**
 * True when one has the digits of the other with some left out, and so for the words around the digits: 110亿元 and 超过1100亿元.
 * Either copy may have lost either of them, if only a hedge that stood outside the quote.
 */
function isShortened({ a, b }: StatedPair): boolean {
  return leavesOut(a.digits, b.digits) && leavesOut(a.signs, b.signs);
}

/** True when the shorter is the longer with characters left out, or both are equal. */
function leavesOut(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

/** True when both are written in Arabic digits. */
export function isArabic({ a, b }: Reading): boolean {
  return [a, b].every((fact) => /[0-9]/u.test(squeezed(fact)));
}

function squeezed({ quote }: Fact): string {
  return quote.normalize('NFKC').replace(/\s+/gu, '');
}

/** Written numerals, Arabic or Chinese, without the words of scale, which are easily lost. */
const NUMERALS = /[0-9.〇零一二三四五六七八九十百千两-]+/u;
const NO_NUMERALS = /[^0-9.〇零一二三四五六七八九十百千两-]+/u;

/** The words that a figure belongs to: in two copies of a report they are the same. */
function words(fact: Fact): string {
  return `${fact.indicatorText.normalize('NFKC').replace(/\s+/gu, '')}|${fact.measure}|${fact.unit}`;
}

/** Places by which two readings of one figure may be apart between two figures that agree: what lies farther is another figure of the same words. */
const APART = 3;

/** Pairs the unlike figures between two that agree: by their words, then by their place when as many are left on both sides. */
function readings(a: readonly Stated[], b: readonly Stated[]): StatedPair[] {
  const waiting = new Map<number, number[]>();
  for (const [at, one] of b.entries()) {
    const list = waiting.get(one.words);
    if (list) list.push(at);
    else waiting.set(one.words, [at]);
  }
  const paired: StatedPair[] = [];
  const taken = new Set<Stated>();
  for (const [at, one] of a.entries()) {
    const list = waiting.get(one.words) ?? [];
    // Counted from either end: the stretch may be longer in one copy by what the other lost.
    const near = list
      .slice(0, 4 * APART)
      .findIndex((place) => Math.abs(place - at) <= APART || Math.abs(b.length - place - (a.length - at)) <= APART);
    const [place] = near < 0 ? [] : list.splice(near, 1);
    const other = place === undefined ? undefined : b[place];
    if (!other) continue;
    paired.push({ a: one, b: other });
    taken.add(one).add(other);
  }
  const restA = a.filter((one) => !taken.has(one));
  const restB = b.filter((one) => !taken.has(one));
  if (restA.length === restB.length) paired.push(...inPlace(restA, restB));
  return paired.filter((pair) => pair.a.statement !== pair.b.statement);
}

function inPlace(a: readonly Stated[], b: readonly Stated[]): StatedPair[] {
  return a.flatMap((one, at) => {
    const other = b[at];
    if (!other) return [];
    const pair = { a: one, b: other };
    const alike = other.fact.unit === one.fact.unit && other.fact.measure === one.fact.measure;
    return alike || isShortened(pair) ? [pair] : [];
  });
}
