/** Reads the numbering and the paragraphs of a report / gives signs that something in its middle is gone / promises: a heading that only lost its number is told apart. */
import { range } from '../../model/offset.ts';
import type { Heading, Outline, Paragraph } from '../../model/report.ts';
import { type Gap, gapsIn, isSectionNumber } from './numbering.ts';
import { at, type Sign } from './sign.ts';

/** A line that may be a heading without its number is no longer than this. */
const LONGEST_TITLE = 40;

/** Jumps of the numbering: sections that are gone, headings that lost their number, slips in lists. */
export function gapSigns(text: string, { paragraphs, headings }: Outline): Sign[] {
  const headingAt = new Map(headings.map((heading) => [heading.paragraph, heading]));
  return gapsIn(headings).map((gap) => {
    const { heading, before, after } = gap;
    const missing = heading.number - after - 1;
    const data = { from: before?.label ?? '–', to: heading.label, missing };
    const lost = unnumberedBetween(text, paragraphs, headingAt, gap);
    if (lost.length >= missing) {
      const first = lost[0]?.range ?? heading.range;
      return at('heading-number-lost', first, { ...data, title: text.slice(first.start, first.end) });
    }
    const isSection = isSectionNumber(heading)
      ? after > 0 || followsTitle(headingAt, paragraphs, heading)
      : standsAsSection(headings, gap);
    return at(isSection ? 'section-missing' : 'heading-gap', heading.range, data);
  });
}

/** Items with fewer characters are clauses of a list, not sections. */
const LEAST_SECTION = 200;

/**
 * True for a gap in a run such as 一是, 二是, 四是 whose items are sections of a report, when what stands before the gap has no more
 * paragraphs than other items of the run have: an item that only lost its label would have left its own there.
 */
function standsAsSection(headings: readonly Heading[], { heading, before }: Gap): boolean {
  if (heading.level > 2 || before === null || heading.range.start - before.range.start < LEAST_SECTION) return false;
  const from = headings.indexOf(before);
  const to = headings.indexOf(heading);
  const own = heading.paragraph - before.paragraph;
  const isBeside = (at: number): boolean => {
    const [one, next] = [headings[at], headings[at + 1]];
    const inRun = one?.level === heading.level && next?.level === heading.level && next.number === one.number + 1;
    return inRun && one.label.slice(-1) === heading.label.slice(-1) && next.paragraph - one.paragraph >= own;
  };
  return isBeside(from - 1) || isBeside(to);
}

/** True when a heading (二) stands right under the title of the section above it: there is no room for (一). */
function followsTitle(
  headingAt: ReadonlyMap<number, Heading>,
  paragraphs: readonly Paragraph[],
  heading: Heading,
): boolean {
  const above = headingAt.get(heading.paragraph - 1);
  const isTitle = paragraphs[heading.paragraph - 1]?.role === 'heading';
  return isTitle && above !== undefined && above.level < heading.level && above.number > 0;
}

/** Short lines between two headings of one level that may be the headings between them without their number. */
function unnumberedBetween(
  text: string,
  paragraphs: readonly Paragraph[],
  headingAt: ReadonlyMap<number, Heading>,
  { heading, before }: Gap,
): Paragraph[] {
  return paragraphs.slice((before?.paragraph ?? heading.paragraph) + 1, heading.paragraph).filter((paragraph) => {
    const { start, end } = paragraph.range;
    const own = headingAt.get(paragraph.ordinal);
    if (own !== undefined && own.number > 0) return false;
    return (
      paragraph.role !== 'salutation' &&
      end - start <= LONGEST_TITLE &&
      isOver(text, paragraphs[paragraph.ordinal - 1]) &&
      !/[。；;，,：:！!]$/u.test(text.slice(end - 1, end))
    );
  });
}

/** True when nothing of a paragraph can go on in the next one: a title that is broken in two is no title more. */
function isOver(text: string, paragraph: Paragraph | undefined): boolean {
  return (
    paragraph === undefined || /[。！？!?；;：:”）)]$/u.test(text.slice(paragraph.range.end - 1, paragraph.range.end))
  );
}

/** Paragraphs whose last sentence has no end, although a heading or the closing follows: what followed it is gone. */
export function brokenParagraphs(text: string, body: readonly Paragraph[], { headings }: Outline): Sign[] {
  const headingAt = new Map(headings.map((heading) => [heading.paragraph, heading]));
  return body.flatMap((paragraph, index): Sign[] => {
    const next = body[index + 1];
    if (paragraph.role !== 'body' || paragraph.part === 'opening' || next === undefined) return [];
    if (next.part !== 'closing' && (headingAt.get(next.ordinal)?.number ?? 0) === 0) return [];
    const { start, end } = paragraph.range;
    if (end - start < LONGEST_TITLE || /[。！？!?.；;：:…][”’"'」』）)\]]*$|[）)”]$/u.test(text.slice(end - 6, end)))
      return [];
    return [at('paragraph-breaks-off', range(Math.max(start, end - 40), end), {})];
  });
}
