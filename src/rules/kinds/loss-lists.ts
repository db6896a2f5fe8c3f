/** Finds lists of the form 一是 … 二是 … that begin late or skip a number. */
import { range } from '../../model/offset.ts';
import type { ReportView } from '../../model/report.ts';
import type { Hit } from '../card.ts';

const NUMERALS = '一二三四五六七八九十';
const NUMBERED = /是(?<=[一二三四五六七八九十]是)/u;

/** Paragraphs that a list may stretch over from one of its items to the next. */
const REACH = 3;

/** One hit an item that follows no item before it; data: the item that is missing. */
export function listGaps({ text, outline }: ReportView): Hit<'report'>[] {
  const hits: Hit<'report'>[] = [];
  if (!NUMBERED.test(text)) return hits;
  // What stands before is looked at last: looked at first, it would be looked at everywhere.
  const item =
    /([一二三四五六七八九十])是(?<=(?:[。；：，、！？;:,!?”）)\s]|^)[一二三四五六七八九十]是)(?![一-龥]{0,2}[一二三四五六七八九十]是)/gmu;
  let last = 0;
  let lastParagraph = -REACH - 1;
  outline.paragraphs.forEach(({ range: place, part }, index) => {
    if (part === 'glossary' || part === 'annex') return;
    const words = text.slice(place.start, place.end);
    if (!NUMBERED.test(words)) return;
    for (const match of words.matchAll(item)) {
      const number = NUMERALS.indexOf(match[1] ?? '') + 1;
      if (index - lastParagraph > REACH) last = 0;
      if (number > last + 1 && number <= last + 2) {
        const start = place.start + match.index;
        hits.push({ range: range(start, start + 2), data: { missing: `${NUMERALS[number - 2] ?? ''}是` } });
      }
      last = number;
      lastParagraph = index;
    }
  });
  return hits;
}
