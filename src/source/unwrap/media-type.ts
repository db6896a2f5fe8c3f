/** What a source is written in, told by the text first and by the file's name second: scrapers save pages as .txt. */
import type { MediaType } from '../../model/result.ts';
import { frontMatterEnd } from './markdown.ts';

const LOOKED_AT = 200_000;
const MANY_TAGS = 10;

/** Media type of a decoded source. */
export function sniffMediaType(path: string, text: string): MediaType {
  const name = path.toLowerCase();
  const head = text.slice(0, LOOKED_AT);
  if (/\.(?:html?|xhtml|shtml|mhtml)$/.test(name) || isPage(head)) return 'text/html';
  if (/\.(?:md|markdown)$/.test(name)) return 'text/markdown';
  if (hasManyTags(head)) return 'text/html';
  return frontMatterEnd(text) !== null || hasMarks(head) ? 'text/markdown' : 'text/plain';
}

function isPage(head: string): boolean {
  return /^[\ufeff\s]*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,500}-->\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(
    head.slice(0, 2000),
  );
}

function hasManyTags(head: string): boolean {
  const tag =
    /<\/?(?:p|div|span|br|hr|table|tbody|tr|td|th|li|ul|ol|a|font|strong|b|h[1-6]|center|section|article)(?:\s[^<>]{0,400})?\/?>/gi;
  let tags = 0;
  for (const _ of head.matchAll(tag)) if (++tags >= MANY_TAGS) return true;
  return false;
}

/** Three headings with hashes, or three lines that are bold as a whole, or words in bold again and again. */
function hasMarks(head: string): boolean {
  if (!head.includes('#') && !head.includes('**')) return false;
  const lines = head.matchAll(/^(?:#{1,6} \S|\*\*[^*\r\n]{1,80}\*\*[ \t]*\r?$)/gm);
  let marks = 0;
  for (const _ of lines) if (++marks >= 3) return true;
  return hasBold(head);
}

const FEWEST_BOLD = 5;

/** Words in bold where a sentence begins. Stars that blank out a name (**乡第**届) stand inside one. */
function hasBold(head: string): boolean {
  let pairs = 0;
  for (const _ of head.matchAll(/(?:^|[。；：\s])\*\*(?![*\s])[^*\n]{3,60}(?<!\s)\*\*(?!\*)/gmu)) pairs++;
  return pairs >= FEWEST_BOLD && pairs * 2 >= head.split('**').length * 0.8;
}
