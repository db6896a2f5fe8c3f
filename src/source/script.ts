/** Reads a text in either script / gives it in simplified characters / promises: every character keeps its place; a text in simplified script is given back as it is. */
import { PAIRS } from './script/pairs.ts';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** The simplified form of each character from `FIRST_HAN` on; 0 for one that is written the same in both scripts. */
const SIMPLE = tableOf(PAIRS);

/** Of the Chinese characters of a traditional text a third are other ones in simplified script; of a simplified text a name or two. */
const LEAST_SHARE = 0.03;
/** So many characters tell the script of any text. */
const LOOKED_AT = 1500;
const PIECE = 8192;

/** The text in simplified characters, as long as the one given; the very same one where it is in simplified script. */
export function simplified(text: string): string {
  if (!isTraditional(text)) return text;
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += PIECE) pieces.push(pieceOf(text, start));
  return pieces.join('');
}

function isTraditional(text: string): boolean {
  const step = Math.max(1, Math.floor(text.length / LOOKED_AT));
  let han = 0;
  let other = 0;
  for (let at = 0; at < text.length; at += step) {
    const code = text.charCodeAt(at);
    if (code < FIRST_HAN || code > LAST_HAN) continue;
    han++;
    if (simpleOf(code) !== code) other++;
  }
  return other > 0 && other >= han * LEAST_SHARE;
}

function pieceOf(text: string, start: number): string {
  const codes: number[] = [];
  const end = Math.min(text.length, start + PIECE);
  for (let at = start; at < end; at++) codes.push(simpleOf(text.charCodeAt(at)));
  return String.fromCharCode(...codes);
}

function simpleOf(code: number): number {
  const simple = code < FIRST_HAN || code > LAST_HAN ? 0 : (SIMPLE[code - FIRST_HAN] ?? 0);
  return simple === 0 ? code : simple;
}

function tableOf(pairs: string): Uint16Array {
  const table = new Uint16Array(LAST_HAN - FIRST_HAN + 1);
  for (let at = 0; at < pairs.length; at += 2) table[pairs.charCodeAt(at) - FIRST_HAN] = pairs.charCodeAt(at + 1);
  return table;
}
