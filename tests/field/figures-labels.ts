/** Reads the plain-text labels of tests/field/labels/figures: one line a figure, written by a person who read the sentence. Their form is told in README.md beside them. */
import type { Designator, Measure, Nature, Period } from '../../src/model/figure.ts';
import type { Part } from '../../src/model/report.ts';

/** A field that the label leaves open is undefined: the sentence alone does not settle it, so it is not judged. */
export interface WrittenFigure {
  readonly start: number;
  readonly quote: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | undefined;
  readonly measure: Measure | undefined;
  readonly nature: Nature | undefined;
  readonly direction: 'up' | 'down' | null | undefined;
  /** Canonical name; null when no indicator of the vocabulary is meant. */
  readonly indicator: string | null | undefined;
  readonly period: Period | null | undefined;
  /** What it is compared with; undefined when the label does not speak of it. */
  readonly compared: string | undefined;
}

export interface WrittenDesignator {
  readonly start: number;
  readonly quote: string;
  readonly reason: Designator['reason'];
}

export interface WrittenSentence {
  readonly source: string;
  readonly reportYear: number;
  readonly part: Part;
  readonly heading: string;
  readonly sentence: string;
  readonly figures: readonly WrittenFigure[];
  readonly designators: readonly WrittenDesignator[];
  /** Stretches that may or may not be read as a figure. */
  readonly open: readonly { readonly start: number; readonly quote: string }[];
}

const PARTS: Readonly<Record<string, Part>> = { r: 'review', p: 'plan', s: 'self-government', g: 'glossary' };
const MEASURES: Readonly<Record<string, Measure>> = {
  l: 'level',
  c: 'count',
  g: 'growth',
  s: 'share',
  p: 'change_points',
  n: 'new',
  t: 'total',
  r: 'rank',
  x: 'ratio',
};
const NATURES: Readonly<Record<string, Nature>> = { a: 'actual', e: 'estimate', t: 'target', c: 'cumulative' };
const DIRECTIONS: Readonly<Record<string, 'up' | 'down'>> = { '+': 'up', '-': 'down' };
const SCALES: Readonly<Record<string, number>> = { k: 3, w: 4, y: 8 };

/** @throws Error with the line when a label does not fit its sentence */
export function readWritten(text: string): WrittenSentence[] {
  const all: WrittenSentence[] = [];
  let source = '';
  let lines: string[] = [];
  const close = (): void => {
    const [head, ...rows] = lines;
    if (head !== undefined) all.push(sentenceOf(source, head, rows));
    lines = [];
  };
  for (const line of text.split('\n')) {
    const heads = /^S[rpsg](?:\[|\s)/u.test(line);
    if (heads || line.startsWith('@ ')) close();
    if (line.startsWith('@ ')) source = line.slice(2);
    else if (line !== '' && !line.startsWith('#')) lines.push(line);
  }
  close();
  return all;
}

function sentenceOf(source: string, head: string, rows: readonly string[]): WrittenSentence {
  const parts = /^S([rpsg])(?:\[([^\]]*)\])? (.*)$/u.exec(head);
  if (parts === null) throw new Error(`no label head: ${head}`);
  const [, part = '', heading = '', sentence = ''] = parts;
  const reportYear = Number(/(?:19|20)\d{2}/u.exec(source)?.[0] ?? 0);
  const part1 = PARTS[part] ?? 'review';
  const base = part1 === 'plan' || part1 === 'self-government' ? reportYear : reportYear - 1;
  const figures: WrittenFigure[] = [];
  const designators: WrittenDesignator[] = [];
  const open: { start: number; quote: string }[] = [];
  let at = 0;
  const place = (quote: string): number => {
    const start = sentence.indexOf(quote, at);
    if (start < 0) throw new Error(`${quote} is not in: ${sentence}`);
    at = start + quote.length;
    return start;
  };
  for (const row of rows) {
    const named = /^! (.+) (\S+)$/u.exec(row);
    if (named !== null) {
      const quote = named[1] ?? '';
      designators.push({ start: place(quote), quote, reason: reasonOf(named[2] ?? '') });
    } else if (row.startsWith('? ')) open.push({ start: place(row.slice(2)), quote: row.slice(2) });
    else figures.push(figureOf(row, place, base));
  }
  return { source, reportYear, part: part1, heading, sentence, figures, designators, open };
}

const REASONS: readonly Designator['reason'][] = [
  'date',
  'period',
  'plan',
  'meeting',
  'name',
  'slogan',
  'policy',
  'enumerator',
  'ordinal',
  'scope',
  'streak',
  'threshold',
];

function reasonOf(word: string): Designator['reason'] {
  const found = REASONS.find((one) => one === word);
  if (found === undefined) throw new Error(`no reason: ${word}`);
  return found;
}

function figureOf(row: string, place: (quote: string) => number, base: number): WrittenFigure {
  const [quote = '', number = '', unit = '', codes = '', indicator = '-', period = '.', compared] = row.split('|');
  const [measure = '*', nature = '*', direction] = codes;
  return {
    quote,
    start: place(quote),
    ...bounds(number),
    unit: unit === '*' ? undefined : unit,
    measure: MEASURES[measure],
    nature: NATURES[nature],
    direction: direction === '?' ? undefined : direction === undefined ? null : (DIRECTIONS[direction] ?? null),
    indicator: indicator === '*' ? undefined : indicator === '-' ? null : indicator,
    period: periodOf(period, base),
    compared,
  };
}

/** 4406.3y~ is 4406.3亿 with half a last digit to each side; = exact, + at least, - at most, ^ up to one step more, a..b a range. */
function bounds(written: string): { value: string | null; low: string | null; high: string | null } {
  const [from, to] = written.split('..');
  if (from !== undefined && to !== undefined) {
    return { value: null, low: plain(scaled(from)), high: plain(scaled(to)) };
  }
  const number = scaled(written.slice(0, -1));
  const value = plain(number);
  switch (written.slice(-1)) {
    case '=':
      return { value, low: value, high: value };
    case '+':
      return { value, low: value, high: null };
    case '-':
      return { value, low: null, high: value };
    case '^':
      return { value, low: value, high: plain(stepUp(number)) };
    default:
      return { value, low: plain(tenths(number, -5n)), high: plain(tenths(number, 5n)) };
  }
}

/** Whole number times a power of ten, so that the labels' arithmetic is exact and none of the code under test. */
interface Scaled {
  readonly whole: bigint;
  readonly power: number;
}

function scaled(written: string): Scaled {
  const [, digits = '', scales = ''] = /^([\d.]+)([kwy]*)$/u.exec(written) ?? [];
  if (digits === '') throw new Error(`no number: ${written}`);
  const places = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const power = [...scales].reduce((sum, scale) => sum + (SCALES[scale] ?? 0), -places);
  return { whole: BigInt(digits.replace('.', '')), power };
}

function tenths({ whole, power }: Scaled, by: bigint): Scaled {
  return { whole: whole * 10n + by, power: power - 1 };
}

/** One step of the last digit that is not zero: 2000 to 3000, 1.7万 to 1.8万. */
function stepUp({ whole, power }: Scaled): Scaled {
  return whole % 10n === 0n ? stepUp({ whole: whole / 10n, power: power + 1 }) : { whole: whole + 1n, power };
}

function plain({ whole, power }: Scaled): string {
  if (power >= 0) return (whole * 10n ** BigInt(power)).toString();
  const padded = whole.toString().padStart(1 - power, '0');
  return `${padded.slice(0, power)}.${padded.slice(power)}`.replace(/\.?0+$/u, '');
}

/** `.` the part's own year, `N` none, `*` open, 2011, 2016-2020, 2024.9 is January to September, 2025e its last day. */
function periodOf(code: string, base: number): Period | null | undefined {
  if (code === '*') return undefined;
  if (code === 'N') return null;
  if (code === '.') return { start: `${base}-01-01`, end: `${base}-12-31` };
  if (code.endsWith('e')) return { start: `${code.slice(0, 4)}-12-31`, end: `${code.slice(0, 4)}-12-31` };
  const [year = '', month] = code.split('.');
  if (month !== undefined) return { start: `${year}-01-01`, end: `${year}-${month.padStart(2, '0')}-30` };
  const [first = '', last = first] = code.split('-');
  return { start: `${first}-01-01`, end: `${last}-12-31` };
}
