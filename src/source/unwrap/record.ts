/** A record as JSON or Python write it: its braces, names and quotation marks around the text, and the strings without a Chinese word. */
import type { Claim } from './claims.ts';

const RULE = 'noise/record-syntax';
const HAN = /[\u3400-\u9fff]/u;

interface Value {
  readonly start: number;
  readonly end: number;
}

/**
 * Everything around the values that hold Chinese; values stand on lines of their own. None where the text is no such record: it must
 * begin and end with its brackets, and no Chinese may stand outside quotation marks.
 */
export function recordClaims(text: string): Claim[] {
  const first = /^[\ufeff\s]*([[{])\s*['"[{]/u.exec(text.slice(0, 400))?.[1];
  if (
    first === undefined ||
    !text
      .slice(-200)
      .trimEnd()
      .endsWith(first === '{' ? '}' : ']')
  )
    return [];
  const values = valuesOf(text);
  if (values === null || values.length === 0) return [];
  const claims: Claim[] = [];
  let from = 0;
  for (const { start, end } of values) {
    claims.push({ start: from, end: start, replacement: from === 0 ? '' : '\n', rule: RULE });
    for (const quote of quotesIn(text, start, end)) claims.push(quote);
    from = end;
  }
  claims.push({ start: from, end: text.length, replacement: '', rule: RULE });
  return claims;
}

/** The strings that are values and hold Chinese; null when Chinese stands outside strings or a string does not end. */
function valuesOf(text: string): Value[] | null {
  const values: Value[] = [];
  let outside = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark !== '"' && mark !== "'") continue;
    if (HAN.test(text.slice(outside, at))) return null;
    const end = endOf(text, at + 1, mark);
    if (end < 0) return null;
    const isName = /^\s{0,8}:/u.test(text.slice(end + 1, end + 10));
    if (!isName && HAN.test(text.slice(at + 1, end))) values.push({ start: at + 1, end });
    at = end;
    outside = end + 1;
  }
  return HAN.test(text.slice(outside)) ? null : values;
}

/** Where a string ends: at its mark, not escaped, with a comma, colon or bracket behind. */
function endOf(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === mark && /^\s{0,80}(?:[,:\]}]|$)/u.test(text.slice(at + 1, at + 82))) return at;
  }
  return -1;
}

/** The backslashes before quotation marks, which stand for the marks alone. */
function quotesIn(text: string, start: number, end: number): Claim[] {
  const claims: Claim[] = [];
  for (let at = text.indexOf('\\', start); at >= 0 && at < end; at = text.indexOf('\\', at + 2)) {
    const next = text.charAt(at + 1);
    if (next === '"' || next === "'" || next === '/') {
      claims.push({ start: at, end: at + 1, replacement: '', rule: RULE });
    }
  }
  return claims;
}
