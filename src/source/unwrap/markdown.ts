/** Marks of Markdown (CommonMark) that stand around the words of a report: headings, emphasis, links, rules, quotes, bullets. */
import type { Claim } from './claims.ts';
import { isKnownTag } from './html.ts';
import { tagsOf } from './tags.ts';

const MARK = 'noise/markdown-mark';
const FRONT = 'noise/front-matter';
const TAG = 'noise/html-tag';

/** What the front matter of a file says of it. */
export interface FrontMatter {
  readonly title: string | null;
  readonly source: string | null;
}

const FRONT_LIMIT = 1 << 16;

/** Title and source named in the YAML front matter at the head of a text; null when it has none. */
export function frontMatter(text: string): FrontMatter | null {
  const end = frontMatterEnd(text);
  if (end === null) return null;
  const lines = text.slice(0, end).split(/\r\n|[\r\n]/);
  const field = (names: readonly string[]): string | null => {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
      const plain = value
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim();
      if (names.includes(name.toLowerCase()) && plain !== '') return plain;
    }
    return null;
  };
  return { title: field(['title']), source: field(['source', 'url', 'link', 'source_url', 'source-url']) };
}

/** Offset behind the closing line of front matter. It is told by its keys, so that a text between two rules is left alone. */
export function frontMatterEnd(text: string): number | null {
  const head = text.slice(0, FRONT_LIMIT);
  const open = /^\ufeff?---[ \t]*(?:\r\n|[\r\n])/.exec(head);
  if (open === null) return null;
  const close = /(?:^|[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|$)/g;
  close.lastIndex = open[0].length - 1;
  const match = close.exec(head);
  if (match === null) return null;
  const body = head.slice(open[0].length, Math.max(open[0].length, match.index)).split(/\r\n|[\r\n]/);
  const isYaml = body.every((line) => /^(?:[A-Za-z_][\w-]{0,40}[ \t]*:|[ \t]|- |#|$)/.test(line));
  return isYaml ? match.index + match[0].length : null;
}

/** Claims on the front matter, on tags and comments, and on marks; in order of precedence. */
export function markdownClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  const end = frontMatterEnd(text);
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (end !== null) claims.push({ start, end, replacement: '', rule: FRONT });
  for (const tag of tagsOf(text)) {
    if (tag.kind !== 'comment' && !isKnownTag(tag.name)) continue;
    const replacement = tag.name === 'br' ? '\n' : '';
    claims.push({ start: tag.start, end: tag.end, replacement, rule: TAG });
  }
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    for (const [from, to] of marksOf(line[0])) {
      claims.push({ start: line.index + from, end: line.index + to, replacement: '', rule: MARK });
    }
  }
  return claims;
}

type Mark = readonly [from: number, to: number];

function marksOf(line: string): Mark[] {
  if (isRule(line)) return [[0, line.length]];
  return [...lineStart(line), ...closingHashes(line), ...links(line), ...emphasis(line), ...escapes(line)];
}

/** A thematic break or the underline of a heading. */
function isRule(line: string): boolean {
  if (line.length > 200) return false;
  return /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(line) || /^={3,}[ \t]*$/.test(line);
}

/** Marks at the start of a line: any quotes, then a bullet, then a heading. */
function lineStart(line: string): Mark[] {
  const [mark = ''] =
    /^(?: {0,3}>[ \t]?){0,8}(?: {0,12}[-*+][ \t]+(?=\S))?(?: {0,3}#{1,6}(?:[ \t]+|$))?/.exec(line) ?? [];
  return mark.trim() === '' ? [] : [[0, mark.length]];
}

function closingHashes(line: string): Mark[] {
  if (!/^[ >]*#/.test(line)) return [];
  const end = line.trimEnd().length;
  let start = end;
  while (line[start - 1] === '#') start--;
  return start < end && line[start - 1] === ' ' ? [[start, end]] : [];
}

/** Of a link the words stay; of an image nothing does. */
function links(line: string): Mark[] {
  return [...line.matchAll(/(!?)\[([^[\]]{0,300})\]\(([^()]{0,600})\)/g)].flatMap((match): Mark[] => {
    const end = match.index + match[0].length;
    if (match[1] === '!') return [[match.index, end]];
    const words = match.index + 1;
    return [
      [match.index, words],
      [words + (match[2] ?? '').length, end],
    ];
  });
}

/** Runs of one to three asterisks or of two underscores, in pairs of equal length. A single one opens only where a word may begin: 指数* is a footnote. */
function emphasis(line: string): Mark[] {
  const marks: Mark[] = [];
  const open = new Map<string, number>();
  for (const match of line.matchAll(/(?<![*\\])\*{1,3}(?!\*)|(?<![_\\])__(?!_)/g)) {
    const mark = match[0];
    const start = open.get(mark);
    const before = line[match.index - 1] ?? ' ';
    const after = line[match.index + mark.length] ?? ' ';
    if (start !== undefined && (before.trim() !== '' || mark.length > 1)) {
      marks.push([start, start + mark.length], [match.index, match.index + mark.length]);
      open.delete(mark);
    } else if (mark.length > 1 || (after.trim() !== '' && !/[\p{L}\p{N})）]/u.test(before))) {
      open.set(mark, match.index);
    }
  }
  return marks;
}

function escapes(line: string): Mark[] {
  return [...line.matchAll(/\\(?=[\\`*_{}[\]()#+\-.!>~|])/g)].map((match): Mark => [match.index, match.index + 1]);
}
