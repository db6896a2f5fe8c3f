/** Pages of a text that comes from a page document: programs that take text out of PDF write a form feed behind each page. */
import { range } from '../../model/offset.ts';
import type { Signal } from '../../model/signal.ts';

/**
 * Signs of pages that hold no text, one a run of pages: such a page is a picture, as scanners make them, or was left blank.
 * A text without a form feed has no pages.
 */
export function pageSigns(text: string): Signal<'decoded'>[] {
  if (!text.includes('\f')) return [];
  const pages = pagesOf(text);
  const blank = pages.map(({ start, end }) => text.slice(start, end).trim() === '');
  if (blank.every((one) => one)) return [{ sign: 'scanned-source', range: null, data: { pages: pages.length } }];
  const signals: Signal<'decoded'>[] = [];
  for (let first = 0; first < pages.length; first++) {
    if (!blank[first]) continue;
    let last = first;
    while (blank[last + 1]) last++;
    const place = range<'decoded'>(pages[first]?.start ?? 0, (pages[last]?.end ?? 0) + 1);
    signals.push({ sign: 'page-without-text', range: place, data: { count: last - first + 1 } });
    first = last;
  }
  return signals;
}

/** Half-open ranges of pages, without their form feeds. What follows the last one is a page only if it has words. */
function pagesOf(text: string): { readonly start: number; readonly end: number }[] {
  const pages = [];
  let start = 0;
  for (let feed = text.indexOf('\f'); feed >= 0; feed = text.indexOf('\f', start)) {
    pages.push({ start, end: feed });
    start = feed + 1;
  }
  if (text.slice(start).trim() !== '') pages.push({ start, end: text.length });
  return pages;
}
