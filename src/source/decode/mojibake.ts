/** Text that was decoded with the wrong charset and saved again. It is told only when reading it back gives Chinese. */
import { cellOf, twoByteTable } from './gb18030.ts';
import { UTF8 } from './utf8.ts';
import { isIllFormed, sizeOf } from './walk.ts';

export interface Mojibake {
  readonly start: number;
  readonly end: number;
  /** What happened, for example `UTF-8 read as GBK`. */
  readonly reading: string;
  /** What the text says when read back; empty when it is lost. */
  readonly repaired: string;
}

/** Characters that Windows-1252 gives to bytes 0x80 to 0x9f; undefined bytes are C1 controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 read as Latin-1 or Windows-1252: æ”¿åºœ for 政府. Two characters in a row at least. */
export function latinMojibake(text: string): Mojibake[] {
  const tail = `[\\u0080-\\u00bf${WINDOWS_1252}]`;
  const sequence = `(?:[\\u00c2-\\u00df]${tail}|[\\u00e0-\\u00ef]${tail}{2}|[\\u00f0-\\u00f4]${tail}{3})`;
  return [...text.matchAll(new RegExp(`(?:${sequence}[\\u0020-\\u007e]?){2,}`, 'g'))].flatMap((match) => {
    const repaired = utf8Of(Uint8Array.from(match[0], latinByte));
    if (repaired === null || countHanzi(repaired) < 2) return [];
    return [{ start: match.index, end: match.index + match[0].length, reading: 'UTF-8 read as Latin-1', repaired }];
  });
}

function latinByte(char: string): number {
  const index = WINDOWS_1252.indexOf(char);
  return index < 0 ? char.charCodeAt(0) : 0x80 + index;
}

/** GBK read as Latin-1: Õþ¸® for 政府. Rows of one sign (leader dots) are not taken for it. */
export function gbkAsLatin(text: string): Mojibake[] {
  const matches = [...text.matchAll(/[\u00a1-\u00fe]{6,}/g)].filter((match) => new Set(match[0]).size >= 5);
  if (matches.length === 0) return [];
  const table = twoByteTable();
  return matches.flatMap((match) => {
    const length = match[0].length & ~1;
    let repaired = '';
    for (let i = 0; i < length; i += 2) {
      repaired += String.fromCharCode(table[cellOf(match[0].charCodeAt(i), match[0].charCodeAt(i + 1))] ?? 0);
    }
    if (countHanzi(repaired) * 2 < repaired.length) return [];
    return [{ start: match.index, end: match.index + length, reading: 'GBK read as Latin-1', repaired }];
  });
}

/** U+FFFD written as UTF-8 and read as GBK: 锟斤拷. What stood there is lost. */
export function lostTwice(text: string): Mojibake[] {
  return [...text.matchAll(/(?:锟斤拷)+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    reading: 'U+FFFD read as GBK',
    repaired: '',
  }));
}

/** First characters of UTF-8 ideographs and full-width marks when their bytes are read as GBK. They are rare in Chinese. */
export function gbkMarkers(): Uint16Array {
  const leads = [0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef];
  const bytes = leads.flatMap((lead) => Array.from({ length: 64 }, (_, trail) => [lead, 0x80 + trail]).flat());
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return Uint16Array.from(text, (char) => char.charCodeAt(0));
}

const LEAST = 3;

/** UTF-8 read as GBK: 鏀垮簻 for 政府. `near` are units that hold a marker, in order; only the words around them are read back. */
export function gbkMojibake(text: string, near: readonly number[]): Mojibake[] {
  const found: Mojibake[] = [];
  let read = 0;
  for (const at of near) {
    if (at < read) continue;
    const start = wordStart(text, at, GBK_CODES, read);
    const end = wordEnd(text, at, GBK_CODES);
    read = end;
    if (end - start >= LEAST) for (const one of readBack(text, start, end, GBK_CODES)) found.push(one);
  }
  return found;
}

/** Two-byte GBK code of each unit; 0 when it has none. */
function gbkCodes(): Uint16Array {
  const codes = new Uint16Array(0x10000);
  const table = twoByteTable();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes[table[cellOf(lead, trail)] ?? 0] = (lead << 8) | trail;
    }
  }
  return codes;
}

/** Made once: a source that needs it at all would spend more on the table than on its own text. */
const GBK_CODES: Readonly<Uint16Array> = gbkCodes();

function wordStart(text: string, at: number, codes: Readonly<Uint16Array>, lowest: number): number {
  let start = at;
  while (start > lowest && codes[text.charCodeAt(start - 1)] !== 0) start--;
  return start;
}

function wordEnd(text: string, at: number, codes: Readonly<Uint16Array>): number {
  let end = at;
  while (end < text.length && codes[text.charCodeAt(end)] !== 0) end++;
  return end;
}

/** Stretches of a word whose GBK bytes are three or more UTF-8 ideographs or full-width marks in a row. */
function readBack(text: string, start: number, end: number, codes: Readonly<Uint16Array>): Mojibake[] {
  const bytes = new Uint8Array((end - start) * 2);
  for (let i = start; i < end; i++) {
    const code = codes[text.charCodeAt(i)] ?? 0;
    bytes[(i - start) * 2] = code >> 8;
    bytes[(i - start) * 2 + 1] = code & 0xff;
  }
  const found: Mojibake[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { next, repaired } = ideographs(bytes, at);
    if (repaired.length < LEAST) {
      at += 1;
      continue;
    }
    found.push({ start: start + (at >> 1), end: start + ((next + 1) >> 1), reading: 'UTF-8 read as GBK', repaired });
    at = next;
  }
  return found;
}

function ideographs(bytes: Uint8Array, from: number): { readonly next: number; readonly repaired: string } {
  let next = from;
  let repaired = '';
  while (next < bytes.length) {
    const taken = UTF8.step(bytes, next);
    if (isIllFormed(taken) || sizeOf(taken) !== 3) break;
    const char = String.fromCharCode(UTF8.code(bytes, next, 3));
    if (!/[\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e\u2010-\u203b]/.test(char)) break;
    repaired += char;
    next += 3;
  }
  return { next, repaired };
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function countHanzi(text: string): number {
  return [...text.matchAll(/[\u4e00-\u9fff]/g)].length;
}
