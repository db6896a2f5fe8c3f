/** Reads the bytes of a source / gives its text, the map back to bytes and signs of damage / promises: any bytes give a result, every character maps to its bytes, nothing is dropped. */
import type { DecodedLayer } from '../model/layer.ts';
import { range } from '../model/offset.ts';
import type { Charset } from '../model/result.ts';
import type { Signal } from '../model/signal.ts';
import { big5 } from './decode/big5.ts';
import { formatOf, tooManyControls } from './decode/binary.ts';
import { byteMap, NO_TEXT, wellFormedStep } from './decode/byte-map.ts';
import { declarationSigns } from './decode/declared.ts';
import { gb18030 } from './decode/gb18030.ts';
import { guessCharset, markedCharset, unmarkedUtf16 } from './decode/guess.ts';
import { otherCharset } from './decode/mixed.ts';
import { pageSigns } from './decode/pages.ts';
import { runsOf } from './decode/runs.ts';
import { isInvisible, look, signsOf, suspectsOf } from './decode/signs.ts';
import { UTF8, wellFormedUtf8 } from './decode/utf8.ts';
import { UTF16BE, UTF16LE } from './decode/utf16.ts';
import { type IllFormed, type Walked, type Walker, walk } from './decode/walk.ts';

export interface Decoded {
  readonly layer: DecodedLayer;
  readonly charset: Charset;
  /** True when every byte is part of a well-formed character: such a text in UTF-8 is its own encoding. */
  readonly wellFormed: boolean;
  readonly signals: readonly Signal<'decoded'>[];
}

type TextCharset = Exclude<Charset, 'binary'>;

/**
 * Decodes a source. A byte order mark stays in the text as U+FEFF; each maximal ill-formed part becomes one U+FFFD;
 * lone surrogates of UTF-16 stay. What is not text gives an empty text. Never throws; linear in the bytes.
 * @param unread why no text could be taken out of these bytes, when that was tried
 */
export function decode(bytes: Uint8Array, unread?: string): Decoded {
  if (unread !== undefined) return binary(unread);
  if (bytes.length === 0) return withoutText('utf-8', { sign: 'empty-source', range: null, data: {} });
  const format = formatOf(bytes);
  if (format !== null) return binary(format);

  const marked = markedCharset(bytes);
  if (marked !== null) return walked(bytes, marked);
  const utf8 = wellFormedUtf8(bytes);
  if (utf8 !== null) return readable(bytes, utf8);
  const guess = guessCharset(bytes);
  if (guess.charset === 'binary') return binary(guess.looksLike);
  return walked(bytes, guess.charset);
}

/** ASCII with NULs is well-formed UTF-8 as well: it may be UTF-16, or no text. */
function readable(bytes: Uint8Array, units: Uint16Array): Decoded {
  const suspects = suspectsOf(units);
  const hasNul = suspects.some((at) => units[at] === 0);
  const utf16 = hasNul ? unmarkedUtf16(bytes) : null;
  if (utf16 !== null) return walked(bytes, utf16);
  return textual(bytes, 'utf-8', wellFormedStep, { units, illFormed: [] }, suspects);
}

function walked(bytes: Uint8Array, charset: TextCharset): Decoded {
  const walker = walkerOf(charset);
  return textual(bytes, charset, walker.step, walk(bytes, walker));
}

function walkerOf(charset: TextCharset): Walker {
  if (charset === 'gb18030') return gb18030();
  if (charset === 'big5') return big5();
  if (charset === 'utf-8') return UTF8;
  return charset === 'utf-16le' ? UTF16LE : UTF16BE;
}

function textual(
  bytes: Uint8Array,
  charset: TextCharset,
  step: Walker['step'],
  { units, illFormed }: Walked,
  suspects: readonly number[] = suspectsOf(units),
): Decoded {
  const seen = look(units, suspects);
  if (tooManyControls(seen.controls, units.length)) return binary('binary data');
  const text = textOf(units);
  const layer: DecodedLayer = { name: 'decoded', text, bytes: byteMap(bytes, step, text.length) };
  const signals = [
    ...illFormedSignals(bytes, charset, illFormed),
    ...signsOf(text, seen, new Set(illFormed.map((part) => part.at))),
    ...declarationSigns(text, charset),
    ...pageSigns(text),
  ];
  // Pages without a word are scanned: that is said already, and better.
  if (isBlank(units) && !signals.some(({ sign }) => sign === 'scanned-source')) {
    const isMarkOnly = text === '\ufeff';
    signals.push({ sign: isMarkOnly ? 'empty-source' : 'blank-source', range: null, data: {} });
  }
  return { layer, charset, wellFormed: illFormed.length === 0, signals };
}

/** Units as a string, lone surrogates included. */
function textOf(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
}

function isBlank(units: Uint16Array): boolean {
  return units.every((unit) => isInvisible(unit) || String.fromCharCode(unit).trim() === '');
}

function binary(looksLike: string): Decoded {
  return withoutText('binary', { sign: 'binary-source', range: null, data: { looksLike } });
}

function withoutText(charset: Charset, signal: Signal<'decoded'>): Decoded {
  return { layer: { name: 'decoded', text: '', bytes: NO_TEXT }, charset, wellFormed: false, signals: [signal] };
}

const SHOWN_BYTES = 16;

/** One signal a run. `hex` shows its first bytes; `bytes` counts them all; `atEnd` says that the file ends within a character. */
function illFormedSignals(bytes: Uint8Array, charset: Charset, parts: readonly IllFormed[]): Signal<'decoded'>[] {
  const places = parts.map((part) => ({ start: part.at, end: part.at + 1 }));
  let read = 0;
  return runsOf(places).map((run) => {
    const own = parts.slice(read, read + run.count);
    read += run.count;
    const other = charset === 'utf-8' ? otherCharset(bytes, own) : null;
    if (other !== null) {
      const place = range<'decoded'>(run.start - other.ahead, run.end + other.behind);
      const said = { count: run.count, charset, other: other.charset, reading: other.reading };
      return { sign: 'mixed-charsets', range: place, data: said };
    }
    const raw = own.flatMap((part) => [...bytes.subarray(part.start, part.end)]);
    const shown = raw.slice(0, SHOWN_BYTES).map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
    const data = {
      count: run.count,
      bytes: raw.length,
      hex: raw.length > SHOWN_BYTES ? `${shown.join(' ')} …` : shown.join(' '),
      charset,
      atEnd: own.at(-1)?.end === bytes.length,
    };
    return { sign: 'ill-formed-bytes', range: range(run.start, run.end), data };
  });
}
