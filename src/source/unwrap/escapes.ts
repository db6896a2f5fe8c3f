/** Characters that a program spelled out and nobody read back: \\r\\n and \\u653f as JSON and Python write them, <U+653F> as R does. */
import { isInvisible } from '../decode/signs.ts';
import type { Claim } from './claims.ts';

const RULE = 'noise/escape-sequence';

/**
 * Escape sequences in order of place. `\\n`, `\\r` and `\\t` count only where no letter follows (a path or a formula goes on),
 * `\\xe6\\x94\\bf` only where the bytes are UTF-8 together. One edit a character, so that places stay exact. Line ends give one `\n`, invisible characters nothing.
 */
export function escapeClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  if (text.includes('\\')) claims.push(...backslashes(text));
  if (text.includes('<U+')) claims.push(...angled(text));
  return claims;
}

const ESCAPES =
  /(?:\\{1,2}[rn](?![A-Za-z])){1,8}|\\{1,2}t(?![A-Za-z])|\\{1,2}u[dD][89abAB][0-9a-fA-F]{2}\\{1,2}u[dD][c-fC-F][0-9a-fA-F]{2}|\\{1,2}u[0-9a-fA-F]{4}|\\{1,2}x(?:[0-7][0-9a-fA-F]|[aA][0dD](?!\\{1,2}x[89abAB])|[cCdD][0-9a-fA-F]\\{1,2}x[89abAB][0-9a-fA-F]|[eE][0-9a-fA-F](?:\\{1,2}x[89abAB][0-9a-fA-F]){2}|[fF][0-4](?:\\{1,2}x[89abAB][0-9a-fA-F]){3})/;

function backslashes(text: string): Claim[] {
  return [...text.matchAll(new RegExp(ESCAPES, 'g'))].flatMap((match) => {
    const replacement = meaning(match[0]);
    if (replacement === null) return [];
    return [{ start: match.index, end: match.index + match[0].length, replacement, rule: RULE }];
  });
}

function meaning(written: string): string | null {
  const kind = written.replace(/^\\+/, '')[0];
  // Each line end counts once: \r\n is one, \n\n are two.
  if (kind === 'r' || kind === 'n') return '\n'.repeat(Math.max(count(written, 'n'), count(written, 'r')));
  if (kind === 't') return '\t';
  const codes = [...written.matchAll(/[ux]([0-9a-fA-F]{2,4})/g)].map(([, hex = '']) => Number.parseInt(hex, 16));
  if (kind === 'u' || codes.length === 1) return visible(String.fromCharCode(...codes));
  return utf8Of(codes);
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

function utf8Of(codes: readonly number[]): string | null {
  try {
    return visible(new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes)));
  } catch {
    return null;
  }
}

function angled(text: string): Claim[] {
  return [...text.matchAll(/<U\+([0-9A-F]{4,6})>/g)].flatMap((match) => {
    const code = Number.parseInt(match[1] ?? '', 16);
    if (code > 0x10ffff || (code & 0x1ff800) === 0xd800) return [];
    const replacement = visible(String.fromCodePoint(code));
    return [{ start: match.index, end: match.index + match[0].length, replacement, rule: RULE }];
  });
}

/** Without invisible characters; line ends other than `\n` become one, lone surrogates U+FFFD. */
function visible(text: string): string {
  return [...text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')]
    .filter((char) => char.length > 1 || !isInvisible(char.charCodeAt(0)))
    .join('')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
