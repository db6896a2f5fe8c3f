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
  /** Figures that only one copy has: cut away, lost, or not read as figures. */
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Most insertions and deletions that an alignment follows; beyond them the rest is compared by its words alone. */
const LONGEST_SCRIPT = 1000;

/** Aligns two sequences of facts by what they state, then looks at what stands between the figures that agree. */
export function collate(a: readonly Fact[], b: readonly Fact[]): Collation {
  const stated = new Map<string, number>();
  const left = a.map((fact) => number(stated, statement(fact)));
  const right = b.map((fact) => number(stated, statement(fact)));
  const matches = align(left, right, LONGEST_SCRIPT);
  const unlike: Reading[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const [toA, toB] of [...matches, [a.length, b.length] as const]) {
    unlike.push(...readings(a.slice(fromA, toA), b.slice(fromB, toB)));
    fromA = toA + 1;
    fromB = toB + 1;
  }
  const told = matches.length + unlike.length;
  return {
    alike: matches.length,
    differing: unlike.filter((reading) => !isShortened(reading)),
    damaged: unlike.filter((reading) => isShortened(reading) && hasSameDigits(reading)),
    lost: unlike.filter((reading) => isShortened(reading) && !hasSameDigits(reading)),
    onlyA: a.length - told,
    onlyB: b.length - told,
  };
}

/** What a figure says, apart from how it is written: 1.60万亿元 and 1.6万亿元 differ in what they stand for. */
function statement(fact: Fact): string {
  return `${fact.value ?? ''}|${fact.interval.low ?? ''}|${fact.interval.high ?? ''}|${fact.unit}`;
}

/**
 * True when one has the digits of the other with some left out, and so for the words around the digits: 110亿元 and 超过1100亿元.
 * Either copy may have lost either of them, if only a hedge that stood outside the quote.
 */
function isShortened({ a, b }: Reading): boolean {
  const [left, right] = [squeezed(a), squeezed(b)];
  const [leftDigits, rightDigits] = [digitsOf(left), digitsOf(right)];
  return leavesOut(leftDigits, rightDigits) && leavesOut(wordsOf(left), wordsOf(right));
}

/** True when the shorter is the longer with characters left out, or both are equal. */
function leavesOut(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

function hasSameDigits({ a, b }: Reading): boolean {
  return digitsOf(squeezed(a)) === digitsOf(squeezed(b));
}

/** True when both are written in Arabic digits. */
export function isArabic({ a, b }: Reading): boolean {
  return [a, b].every((fact) => /[0-9]/u.test(squeezed(fact)));
}

function squeezed({ quote }: Fact): string {
  return quote.normalize('NFKC').replace(/\s+/gu, '');
}

/** Written numerals, Arabic or Chinese, without the words of scale, which are easily lost. */
function digitsOf(quote: string): string {
  return quote.replace(/[^0-9.〇零一二三四五六七八九十百千两-]/gu, '');
}

function wordsOf(quote: string): string {
  return quote.replace(/[0-9.〇零一二三四五六七八九十百千两-]/gu, '');
}

/** The words that a figure belongs to: in two copies of a report they are the same. */
function words(fact: Fact): string {
  return `${fact.indicatorText.normalize('NFKC').replace(/\s+/gu, '')}|${fact.measure}|${fact.unit}`;
}

/** Places by which two readings of one figure may be apart between two figures that agree: what lies farther is another figure of the same words. */
const APART = 3;

/** Pairs the unlike figures between two that agree: by their words, then by their place when as many are left on both sides. */
function readings(a: readonly Fact[], b: readonly Fact[]): Reading[] {
  if (a.length === 0 || b.length === 0) return [];
  const waiting = new Map<string, number[]>();
  for (const [at, fact] of b.entries()) {
    const key = words(fact);
    const list = waiting.get(key);
    if (list) list.push(at);
    else waiting.set(key, [at]);
  }
  const paired: Reading[] = [];
  const taken = new Set<Fact>();
  for (const [at, fact] of a.entries()) {
    const list = waiting.get(words(fact)) ?? [];
    // Counted from either end: the stretch may be longer in one copy by what the other lost.
    const near = list
      .slice(0, 4 * APART)
      .findIndex((place) => Math.abs(place - at) <= APART || Math.abs(b.length - place - (a.length - at)) <= APART);
    const [place] = near < 0 ? [] : list.splice(near, 1);
    const other = place === undefined ? undefined : b[place];
    if (!other) continue;
    paired.push({ a: fact, b: other });
    taken.add(fact).add(other);
  }
  const restA = a.filter((fact) => !taken.has(fact));
  const restB = b.filter((fact) => !taken.has(fact));
  if (restA.length === restB.length) paired.push(...inPlace(restA, restB));
  return paired.filter((pair) => statement(pair.a) !== statement(pair.b));
}

function inPlace(a: readonly Fact[], b: readonly Fact[]): Reading[] {
  return a.flatMap((fact, at) => {
    const other = b[at];
    if (!other) return [];
    const pair = { a: fact, b: other };
    return (other.unit === fact.unit && other.measure === fact.measure) || isShortened(pair) ? [pair] : [];
  });
}

function number(seen: Map<string, number>, key: string): number {
  const known = seen.get(key);
  if (known !== undefined) return known;
  seen.set(key, seen.size);
  return seen.size - 1;
}
