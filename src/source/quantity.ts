/** Reads the text of one report / gives its quantities with span, exact value and interval, and the numbers in form only / promises one pass, no rounding, nothing with a digit dropped in silence. */
import type { Designator, Quantity } from '../model/figure.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { readDigits } from './quantity/arabic.ts';
import { readFormal, readHan } from './quantity/chinese.ts';
import { shareHedges } from './quantity/hedge.ts';
import { readQuoted } from './quantity/quoted.ts';
import { readFirst, readFront, readOrdinal } from './quantity/rank.ts';
import type { Scan } from './quantity/scan.ts';
import { readVague } from './quantity/several.ts';
import { readDoubling } from './quantity/shares.ts';

const DIGIT = 1;
const HAN = 2;
const ORDINAL = 3;
const FIRST = 4;
const FRONT = 5;
const DOUBLING = 6;
const QUOTE = 7;
const FORMAL = 8;
const VAGUE = 9;

/** What kind of reader a character calls; filled once and never changed. */
const CALLS = callTable();

function callTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  const set = (characters: string, kind: number): void => {
    for (const char of characters) table[char.charCodeAt(0)] = kind;
  };
  set('0123456789０１２３４５６７８９', DIGIT);
  set('零〇一二两三四五六七八九十百千万亿半', HAN);
  set('第', ORDINAL);
  set('首', FIRST);
  set('前', FRONT);
  set('翻', DOUBLING);
  set('“《「『', QUOTE);
  set('壹贰叁肆伍陆柒捌玖拾', FORMAL);
  set('数几', VAGUE);
  return table;
}

/**
 * All quantities of a text in order of place, and its designators. Offsets count in the text given. Values are exact
 * decimal strings in the base unit; the interval is what the written form stands for (docs/figures.md).
 */
export function quantities(
  text: string,
  vocabulary: Vocabulary,
): { quantities: Quantity[]; designators: Designator[] } {
  const scan: Scan = { text, vocabulary, quantities: [], designators: [] };
  for (let at = nextCall(text, 0); at < text.length; ) {
    at = nextCall(text, Math.max(at + 1, readAt(scan, at, CALLS[text.charCodeAt(at)] ?? 0)));
  }
  return { quantities: shareHedges(text, scan.quantities), designators: scan.designators };
}

/** The next character from `from` on that calls a reader, or the text's end. */
function nextCall(text: string, from: number): number {
  let at = from;
  while (at < text.length && CALLS[text.charCodeAt(at)] === 0) at += 1;
  return at;
}

function readAt(scan: Scan, at: number, kind: number): number {
  switch (kind) {
    case DIGIT:
      return readDigits(scan, at);
    case HAN:
      return readHan(scan, at);
    case ORDINAL:
      return readOrdinal(scan, at);
    case FIRST:
      return readFirst(scan, at);
    case FRONT:
      return readFront(scan, at);
    case DOUBLING:
      return readDoubling(scan, at);
    case FORMAL:
      return readFormal(scan, at);
    case VAGUE:
      return readVague(scan, at) ?? at + 1;
    default:
      return readQuoted(scan, at);
  }
}
