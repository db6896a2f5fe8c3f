/**
 * What stands around the article of a page: menus, lists of other pages, share bars, footers. Told by how much of a
 * block is links, and by what its author called it; a block that holds sentences is never taken for it.
 */
import type { Tag } from './tags.ts';

/** Half-open range of tags [first, last]: from a start tag to its end tag. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** Elements that can be a block of their own. */
const BLOCKS = new Set(
  'nav footer aside header section div ul ol dl li table tr td p h2 h3 h4 h5 form span center'.split(' '),
);
const NAMED = new Set(['nav', 'footer', 'aside']);
/** What authors call such blocks, as whole words of `class` and `id`. */
const CALLED =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|foot|copyright|sidebar|aside|share|shares|bdsharebuttonbox|ewm|qrcode|related|recommend|hot|hotnews|advise|toolbar|pagination|pager|login|search|comments?|subscribe|dingyue|xgyd|xglj|declare|impression)(?:$|[\s_-]|\d)/i;

/** Share of a block's characters that are links, from which it is a list of links. */
const LINKED = 0.6;
const LEAST_LINKS = 3;
/** A row or an item may well be links as a whole; as many as this are a menu. */
const LEAST_IN_ROW = 6;
const ROWS = new Set(['tr', 'li', 'td', 'p', 'span', 'h2', 'h3', 'h4', 'h5']);
/** Most characters beside the links, and most sentences, that a named block may have. */
const FEW_WORDS = 120;

interface Sums {
  /** Up to each tag: visible characters, those in links, links that lead to other pages, ends of sentences outside links. */
  readonly words: Int32Array;
  readonly linked: Int32Array;
  readonly links: Int32Array;
  readonly stops: Int32Array;
}

/** The outermost blocks around the article, in order, without overlaps. A page of nothing but such blocks keeps them. */
export function chromeOf(text: string, tags: readonly Tag[], closing: ReadonlyMap<number, number>): Block[] {
  const sums = sumsOf(text, tags);
  const blocks: Block[] = [];
  for (let first = 0; first < tags.length; first++) {
    const tag = tags[first];
    const last = closing.get(first);
    if (tag === undefined || last === undefined || !BLOCKS.has(tag.name)) continue;
    if (!isChrome(text, tag, measure(sums, first, last))) continue;
    blocks.push({ first, last });
    first = last;
  }
  const total = sums.words.at(-1) ?? 0;
  const taken = blocks.reduce((sum, { first, last }) => sum + measure(sums, first, last).words, 0);
  return taken < total ? blocks : [];
}

interface Measured {
  readonly words: number;
  readonly linked: number;
  readonly links: number;
  readonly stops: number;
}

function measure(sums: Sums, first: number, last: number): Measured {
  const within = (of: Int32Array): number => (of[last] ?? 0) - (of[first] ?? 0);
  return {
    words: within(sums.words),
    linked: within(sums.linked),
    links: within(sums.links),
    stops: within(sums.stops),
  };
}

function isChrome(text: string, tag: Tag, { words, linked, links, stops }: Measured): boolean {
  if (words === 0 || stops > 1) return false;
  const beside = words - linked;
  const least = ROWS.has(tag.name) ? LEAST_IN_ROW : LEAST_LINKS;
  if (links >= least && linked >= words * LINKED && beside <= FEW_WORDS && stops === 0) return true;
  if (beside > FEW_WORDS) return false;
  return NAMED.has(tag.name) || CALLED.test(namesOf(text.slice(tag.start, tag.end)));
}

/** Values of `class` and `id`, at most the first 300 characters of each. */
function namesOf(tag: string): string {
  const names = [...tag.slice(0, 2000).matchAll(/\s(?:class|id)\s{0,9}=\s{0,9}["']?([^"'<>]{1,300})/gi)];
  return names.map(([, name = '']) => name).join(' ');
}

/** Sums over the text between tags, one entry a tag: what stands before it. */
function sumsOf(text: string, tags: readonly Tag[]): Sums {
  const sums: Sums = {
    words: new Int32Array(tags.length),
    linked: new Int32Array(tags.length),
    links: new Int32Array(tags.length),
    stops: new Int32Array(tags.length),
  };
  let [words, linked, links, stops, read, unseenUntil] = [0, 0, 0, 0, 0, ''];
  let inLink = false;
  for (const [index, tag] of tags.entries()) {
    if (unseenUntil === '') {
      const seen = count(text, read, tag.start);
      words += seen.words;
      if (inLink) linked += seen.words;
      else stops += seen.stops;
    }
    sums.words[index] = words;
    sums.linked[index] = linked;
    sums.links[index] = links;
    sums.stops[index] = stops;
    if (tag.name === 'a') {
      inLink = tag.kind === 'start' && leadsAway(text.slice(tag.start, tag.end));
      if (inLink) links++;
    }
    if (tag.kind === 'start' && (tag.name === 'script' || tag.name === 'style')) unseenUntil = tag.name;
    else if (tag.kind === 'end' && tag.name === unseenUntil) unseenUntil = '';
    read = tag.end;
  }
  return sums;
}

/** A link within the page is a contents page, not a menu. */
function leadsAway(tag: string): boolean {
  return /\shref\s{0,9}=/i.test(tag) && !/\shref\s{0,9}=\s{0,9}["']?#[^"'\s>]/i.test(tag);
}

function count(text: string, start: number, end: number): { words: number; stops: number } {
  let words = 0;
  let stops = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x20 && unit !== 0xa0 && unit !== 0x3000) words++;
    if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1b) stops++;
  }
  return { words, stops };
}
