/** Which charset the bytes are in, by evidence of the bytes alone: no label, file name or dictionary is believed. */
import type { Charset } from '../../model/result.ts';
import { isTrail } from './big5.ts';
import { countControls, tooManyControls } from './binary.ts';
import { GB18030_STEP } from './gb18030.ts';
import { UTF8 } from './utf8.ts';
import { utf16Likeness } from './utf16.ts';
import { isIllFormed, sizeOf } from './walk.ts';

export type Guess =
  | { readonly charset: Exclude<Charset, 'binary'> }
  | { readonly charset: 'binary'; readonly looksLike: string };

/** Charset of a byte order mark, or null. */
export function markedCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Likeness that no other kind of text reaches: nine in ten characters usual in one byte order, and clearly fewer in the other. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 8) return null;
  const { little, big } = utf16Likeness(bytes);
  if (little >= 0.9 && big <= 0.7) return 'utf-16le';
  return big >= 0.9 && little <= 0.7 ? 'utf-16be' : null;
}

const SAMPLE = 1 << 20;

/** Guess for bytes that are not well-formed UTF-8. Shares are of the bytes above 0x7f, in the MiB around the first of them. */
export function guessCharset(bytes: Uint8Array): Guess {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== null) return { charset: utf16 };
  if (tooManyControls(countControls(bytes), bytes.length)) return { charset: 'binary', looksLike: 'binary data' };

  const sample = sampleOf(bytes);
  const high = countHigh(sample);
  const utf8 = weighUtf8(sample) / high;
  const gb = weighGb(sample) / high;
  const big5 = weighBig5(sample) / high;
  if (utf8 >= 0.5 && utf8 >= gb) return { charset: 'utf-8' };
  if (big5 >= 0.9 && big5 - gb >= 0.05) return { charset: 'big5' };
  if (gb >= 0.6) return { charset: 'gb18030' };
  // A mostly ASCII text with a few stray bytes is still worth reading.
  if (utf8 >= 0.5 || high < sample.length * 0.3) return { charset: 'utf-8' };
  return { charset: 'binary', looksLike: 'text in an encoding that is not read' };
}

/** From a little before the first byte above 0x7f. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length && (bytes[first] ?? 0) < 0x80) first++;
  return bytes.subarray(Math.max(0, first - SAMPLE / 2), first + SAMPLE / 2);
}

function countHigh(bytes: Uint8Array): number {
  let high = 0;
  // By index: iterating over a Buffer is many times slower.
  for (let at = 0; at < bytes.length; at++) high += (bytes[at] ?? 0) >> 7;
  return high;
}

/** Number of bytes in sequences of three and four bytes, or in one that the end cuts: they hardly ever come about by chance. */
function weighUtf8(bytes: Uint8Array): number {
  let weight = 0;
  let size = 1;
  for (let at = 0; at < bytes.length; at += size) {
    size = 1;
    if ((bytes[at] ?? 0) < 0x80) continue;
    const taken = UTF8.step(bytes, at);
    size = sizeOf(taken);
    if (isIllFormed(taken) ? at + size === bytes.length : size >= 3) weight += size;
  }
  return weight;
}

/**
 * Number of bytes in rows of punctuation and letters and in those of the 3,755 commonest characters of GB 2312 (level 1):
 * nearly all of a Chinese text.
 */
function weighGb(bytes: Uint8Array): number {
  let weight = 0;
  let size = 1;
  for (let at = 0; at < bytes.length; at += size) {
    size = 1;
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    size = sizeOf(GB18030_STEP(bytes, at));
    const usualRow = (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);
    if (size === 2 && usualRow && (bytes[at + 1] ?? 0) >= 0xa1) weight += 2;
  }
  return weight;
}

/** Number of bytes in pairs of Big5 punctuation and of its 5,401 common characters. Their trail bytes may be ASCII, so both bytes of a pair count only when both are high. */
function weighBig5(bytes: Uint8Array): number {
  let weight = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (!isTrail(trail)) continue;
    if (lead >= 0xa1 && lead <= 0xc6) weight += trail >= 0x80 ? 2 : 1;
    at++;
  }
  return weight;
}
