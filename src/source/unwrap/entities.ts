/** Character references (&nbsp; &#x3000; &mdash;), also escaped twice (&amp;nbsp;). Their meaning is parse5's. */
import { parseFragment } from 'parse5';
import { isInvisible } from '../decode/signs.ts';
import type { Claim } from './claims.ts';

const RULE = 'noise/html-entity';

/** References of a page: the semicolon may be missing where HTML allows it. */
export function pageEntities(text: string, start: number, end: number, known: Map<string, string>): Claim[] {
  return found(
    text.slice(start, end),
    /&(?:amp;)*(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?/g,
    start,
    known,
  );
}

/** References that were left in a plain text: only those that are written out in full. */
export function plainEntities(text: string): Claim[] {
  return found(text, /&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g, 0, new Map());
}

function found(text: string, pattern: RegExp, base: number, known: Map<string, string>): Claim[] {
  if (!text.includes('&')) return [];
  const claims: Claim[] = [];
  for (const match of text.matchAll(pattern)) {
    const written = match[0].replace(/^&(?:amp;)+(?=[#A-Za-z])/, '&');
    const replacement = known.get(written) ?? meaning(written);
    known.set(written, replacement);
    if (replacement === match[0]) continue;
    claims.push({ start: base + match.index, end: base + match.index + match[0].length, replacement, rule: RULE });
  }
  return claims;
}

/** The characters that a reference stands for; invisible ones give nothing, line ends a space. */
function meaning(written: string): string {
  const [node] = parseFragment(written).childNodes;
  const value = node !== undefined && 'value' in node ? node.value : written;
  return [...value.replace(/[\n\r\v\f\u0085\u2028\u2029]/g, ' ')]
    .filter((char) => char.length > 1 || !isInvisible(char.charCodeAt(0)))
    .join('');
}
