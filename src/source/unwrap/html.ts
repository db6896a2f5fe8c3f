/** A page: tags, hidden elements, character references and white space of markup become edits; words stay where they are. */
import { chromeOf } from './chrome.ts';
import { type Claim, joinTouching } from './claims.ts';
import { pageEntities } from './entities.ts';
import { type Tag, tagsOf } from './tags.ts';

const TAG = 'noise/html-tag';
const HIDDEN = 'noise/html-hidden';
const SPACE = 'noise/html-space';
const CHROME = 'noise/html-chrome';

const BLOCK = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section select summary ' +
    'table tbody textarea tfoot thead title tr ul'
  ).split(' '),
);
const CELL = new Set(['td', 'th']);
/** In these a line end is never meant, even in a fragment without a page around it. */
const PARAGRAPH = new Set(['p', 'li', 'td', 'th', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const VERBATIM = new Set(['pre', 'textarea', 'xmp']);
/** Elements that a browser does not show. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'svg',
  'object',
]);
const INLINE = new Set(
  'a abbr b big cite code del em font i img ins kbd label mark o:p q s small span strike strong sub sup u'.split(' '),
);

/** True for the names of elements that occur in running text; other words in angle brackets may be meant. */
export function isKnownTag(name: string): boolean {
  return BLOCK.has(name) || CELL.has(name) || INLINE.has(name) || UNSEEN.has(name);
}

export interface Page {
  /** In order of place, without overlaps. */
  readonly claims: readonly Claim[];
  /** False when nothing but markup and blanks was found. */
  readonly hasText: boolean;
}

/** What is known while going through a page. */
interface Course {
  readonly text: string;
  readonly claims: Claim[];
  readonly known: Map<string, string>;
  /** Line ends are white space everywhere (a whole page), or in paragraphs only (a fragment). */
  readonly whole: boolean;
  inParagraph: boolean;
  /** Words stand on the current line. */
  pending: boolean;
  hasText: boolean;
  verbatimUntil: number;
  /** The last tag ended a link: a blank before the next one keeps two links of a menu apart. */
  behindLink: boolean;
}

/** Edits of a whole page or of a fragment of one. */
export function pageOf(text: string): Page {
  const tags = tagsOf(text);
  const closing = closingTags(tags);
  const course: Course = {
    text,
    claims: [],
    known: new Map(),
    whole: tags.some((tag) => tag.kind === 'start' && (tag.name === 'html' || tag.name === 'body')),
    inParagraph: false,
    pending: false,
    hasText: false,
    verbatimUntil: 0,
    behindLink: false,
  };
  const chrome = new Map(chromeOf(text, tags, closing).map(({ first, last }) => [first, last]));
  let read = 0;
  for (const [index, tag] of tags.entries()) {
    if (tag.start < read) continue;
    words(course, read, tag.start);
    const around = tags[chrome.get(index) ?? -1];
    if (around !== undefined) {
      course.claims.push({ start: tag.start, end: around.end, replacement: breakOf(course, tag), rule: CHROME });
      course.hasText = true;
      read = around.end;
      continue;
    }
    read = element(course, tag, tags[closing.get(index) ?? -1]);
    course.behindLink = tag.kind === 'end' && tag.name === 'a';
  }
  words(course, read, text.length);
  return { claims: joinTouching(course.claims), hasText: course.hasText };
}

/** Index of the end tag of each start tag that has one: the nearest open tag of its name. */
export function closingTags(tags: readonly Tag[]): Map<number, number> {
  const open = new Map<string, number[]>();
  const closing = new Map<number, number>();
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === 'start') {
      const stack = open.get(tag.name);
      if (stack === undefined) open.set(tag.name, [index]);
      else stack.push(index);
    }
    if (tag.kind !== 'end') continue;
    const start = open.get(tag.name)?.pop();
    if (start !== undefined) closing.set(start, index);
  }
  return closing;
}

/** Claims a tag, or a hidden element with all that it holds; gives the offset behind it. */
function element(course: Course, tag: Tag, close: Tag | undefined): number {
  const { text, claims } = course;
  if (
    tag.kind === 'start' &&
    close !== undefined &&
    (UNSEEN.has(tag.name) || isHidden(text.slice(tag.start, tag.end)))
  ) {
    claims.push({ start: tag.start, end: close.end, replacement: '', rule: HIDDEN });
    return close.end;
  }
  if (tag.kind === 'start' && close !== undefined && isVerbatim(text, tag)) {
    course.verbatimUntil = Math.max(course.verbatimUntil, close.start);
  }
  claims.push({ start: tag.start, end: tag.end, replacement: breakOf(course, tag), rule: TAG });
  return tag.end;
}

function isVerbatim(text: string, tag: Tag): boolean {
  return VERBATIM.has(tag.name) || /white-space\s{0,9}:\s{0,9}(?:pre|break)/i.test(text.slice(tag.start, tag.end));
}

/** The attribute `hidden`, or a style that takes the element out of sight. */
function isHidden(tag: string): boolean {
  if (!/hidden|style/i.test(tag)) return false;
  const bare = tag.replace(/=\s{0,9}(?:"[^"]*"|'[^']*')/g, '= ');
  const style = /\sstyle\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  return (
    /\shidden(?=[\s/>=])/i.test(bare) ||
    /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?:px|pt|em)?\s{0,9}(?:[;!]|$))/i.test(
      style?.[1] ?? style?.[2] ?? '',
    )
  );
}

/** What a tag leaves behind: blocks end a line that has words, cells a tab, all else nothing. */
function breakOf(course: Course, tag: Tag): string {
  if (CELL.has(tag.name)) {
    course.inParagraph = tag.kind === 'start';
    return tag.kind === 'end' && course.pending ? '\t' : '';
  }
  if (!BLOCK.has(tag.name)) return '';
  if (tag.name !== 'br') course.inParagraph = tag.kind === 'start' && PARAGRAPH.has(tag.name);
  if (!course.pending) return '';
  course.pending = false;
  return '\n';
}

/** Text between tags: references become characters; line ends of the markup become nothing or a space, as a browser shows them. */
function words(course: Course, start: number, end: number): void {
  if (end <= start) return;
  const { text, claims } = course;
  const raw = text.slice(start, end);
  const flows = start >= course.verbatimUntil && (course.whole || course.inParagraph);
  const own = pageEntities(text, start, end, course.known).concat(flows ? lineEnds(course, raw, start) : []);
  for (const claim of own.sort((a, b) => a.start - b.start)) claims.push(claim);

  const line = flows ? raw : raw.slice(Math.max(raw.lastIndexOf('\n'), raw.lastIndexOf('\r')) + 1);
  const seen = isSeen(line);
  if (seen || flows) course.pending ||= seen;
  else if (line.length < raw.length) course.pending = false;
  course.hasText ||= isSeen(raw);
}

/** Blanks with a line end among them. Between Chinese characters they are nothing. */
function lineEnds(course: Course, raw: string, base: number): Claim[] {
  const claims: Claim[] = [];
  for (const match of raw.matchAll(/[\n\r][\t\n\f\r ]*/g)) {
    let start = match.index;
    while (start > 0 && '\t\f '.includes(raw[start - 1] ?? '')) start--;
    const end = match.index + match[0].length;
    const joins = course.pending || isSeen(raw.slice(0, start));
    const apart = course.behindLink && raw.trim() === '';
    const spaced = apart || (needsSpace(raw[start - 1]) && needsSpace(raw[end]));
    const replacement = joins && spaced ? ' ' : '';
    claims.push({ start: base + start, end: base + end, replacement, rule: SPACE });
  }
  return claims;
}

/** True for what needs a space beside its neighbour: anything but ideographs, full-width marks and nothing at all. */
function needsSpace(char: string | undefined): boolean {
  return char !== undefined && !/[\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2010-\u203b]/.test(char);
}

function isSeen(text: string): boolean {
  return /\S/.test(text.replace(/&(?:nbsp|emsp|ensp|thinsp|#160|#12288|#x3000|#xa0);?/gi, ''));
}
