/**
 * Where the tags of a page stand: a scanner of the HTML standard's tokenisation (WHATWG HTML, section 13.2.5) that keeps
 * offsets and is linear in any input. Building a tree is not: parsers look up through all open elements at each tag,
 * and through all attributes at each attribute, so broken markup of some megabytes hangs them.
 */

export interface Tag {
  readonly kind: 'start' | 'end' | 'comment';
  /** Lower-case name; empty for comments, doctypes and other declarations. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Elements whose content is no markup: it reaches to their own end tag. */
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'title', 'textarea']);
const SPACE = '\t\n\f\r ';

/** Tags, comments and declarations in order. A `<` that begins none of them is text; a tag that never ends is text too. */
export function tagsOf(text: string): Tag[] {
  const scan: Scan = { text, lastClose: text.lastIndexOf('>'), unclosed: new Set(), endless: new Set() };
  const tags: Tag[] = [];
  let at = text.indexOf('<');
  while (at >= 0 && at < scan.lastClose) {
    const tag = tagAt(scan, at);
    if (tag === null) {
      at = text.indexOf('<', at + 1);
      continue;
    }
    tags.push(tag);
    const raw = tag.kind === 'start' && RAW.has(tag.name) ? rawEnd(scan, tag) : tag.end;
    at = text.indexOf('<', raw);
  }
  return tags;
}

interface Scan {
  readonly text: string;
  readonly lastClose: number;
  /** Raw elements that have no end tag any more. */
  readonly unclosed: Set<string>;
  /** What was looked for and is not to be found further on: `comment`, `tag`. */
  readonly endless: Set<string>;
}

function tagAt(scan: Scan, start: number): Tag | null {
  const { text } = scan;
  const next = text[start + 1] ?? '';
  if (isLetter(next)) return elementTag(scan, start, start + 1, 'start');
  if (next === '/') {
    return isLetter(text[start + 2] ?? '') ? elementTag(scan, start, start + 2, 'end') : upToClose(scan, start);
  }
  if (text.startsWith('<!--', start)) return comment(scan, start);
  return next === '!' || next === '?' ? upToClose(scan, start) : null;
}

function isLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

/** Declarations and bogus comments reach to the next `>`. */
function upToClose({ text }: Scan, start: number): Tag {
  return { kind: 'comment', name: '', start, end: text.indexOf('>', start) + 1 };
}

/** A comment that never ends gives back its first four characters only: what follows is kept. */
function comment(scan: Scan, start: number): Tag {
  const { text, endless } = scan;
  for (const short of ['<!-->', '<!--->']) {
    if (text.startsWith(short, start)) return { kind: 'comment', name: '', start, end: start + short.length };
  }
  const end = endless.has('comment') ? null : commentEnd(text, start + 4);
  if (end === null) endless.add('comment');
  return { kind: 'comment', name: '', start, end: end ?? start + 4 };
}

function commentEnd(text: string, from: number): number | null {
  const close = /--!?>/g;
  close.lastIndex = from;
  const match = close.exec(text);
  return match === null ? null : match.index + match[0].length;
}

function elementTag(scan: Scan, start: number, nameStart: number, kind: 'start' | 'end'): Tag {
  const { text, endless } = scan;
  let nameEnd = nameStart;
  while (nameEnd < text.length && !isNameEnd(text[nameEnd] ?? '')) nameEnd++;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const end = endless.has('tag') ? null : attributesEnd(text, nameEnd);
  // A quote that is never closed swallows the page: from there on tags end at the next `>`.
  if (end === null) endless.add('tag');
  return { kind, name, start, end: end ?? text.indexOf('>', start) + 1 };
}

function isNameEnd(char: string): boolean {
  return char === '>' || char === '/' || SPACE.includes(char);
}

/** Offset behind the `>` that ends a tag whose name has ended; null when it does not end. */
function attributesEnd(text: string, from: number): number | null {
  let at = from;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '>') return at + 1;
    if (char === '/' || SPACE.includes(char)) {
      at++;
      continue;
    }
    // The first character belongs to the name even if it is `=`.
    at++;
    while (at < text.length && text[at] !== '=' && !isNameEnd(text[at] ?? '')) at++;
    const equals = skipSpace(text, at);
    if (text[equals] !== '=') {
      at = equals;
      continue;
    }
    const end = valueEnd(text, skipSpace(text, equals + 1));
    if (end === null) return null;
    at = end;
  }
  return null;
}

function valueEnd(text: string, from: number): number | null {
  const quote = text[from] ?? '';
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, from + 1);
    return close < 0 ? null : close + 1;
  }
  let at = from;
  while (at < text.length && text[at] !== '>' && !SPACE.includes(text[at] ?? '')) at++;
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.includes(text[at] ?? '')) at++;
  return at;
}

/** Where the content of a raw element ends; right behind its tag when it has no end tag. */
function rawEnd({ text, unclosed }: Scan, { name, end }: Tag): number {
  if (unclosed.has(name)) return end;
  const close = new RegExp(`</${name}[\\t\\n\\f\\r />]`, 'gi');
  close.lastIndex = end;
  const match = close.exec(text);
  if (match !== null) return match.index;
  unclosed.add(name);
  return end;
}
