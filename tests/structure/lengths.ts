/** Lengths and places of words that can be worked out by hand, and outlines of a few lines. */
import { range } from '../../src/model/offset.ts';
import type { Heading, Outline, Paragraph, Part } from '../../src/model/report.ts';
import { curvesOf } from '../../src/rules/vocabulary/curves.ts';
import type { Positions, WordPosition } from '../../src/rules/vocabulary/positions.ts';

export type LengthsOf = Positions['lengths'];
/** A review of 1000 characters, a plan of 700, and little doubt of either. */
export const LENGTHS: LengthsOf = { review: [1000, 0.1], plan: [700, 0.1], 'plan-by-review': [0.7, 0.1] };

export function positions(
  lengths: LengthsOf,
  review: readonly WordPosition[] = [],
  plan: readonly WordPosition[] = [],
  damping = 1,
): Positions {
  return { lengths, damping, review, plan, curves: { review: curvesOf(review), plan: curvesOf(plan) } };
}

export function chars(count: number): string {
  return '。'.repeat(count);
}

/** A line of an outline: its words, its part, and the level and number of the heading that it begins with. */
export type OutlinedLine = readonly [words: string, part: Part, level?: Heading['level'], number?: number];

/** The text and the outline that lines make, one paragraph each. */
export function outlined(lines: readonly OutlinedLine[]): { readonly text: string; readonly outline: Outline } {
  let text = '';
  const paragraphs: Paragraph[] = [];
  const headings: Heading[] = [];
  for (const [ordinal, [words, part, level, number]] of lines.entries()) {
    const place = range<'report'>(text.length, text.length + words.length);
    paragraphs.push({ ordinal, part, headings: [], role: part === 'glossary' ? 'entry' : 'body', range: place });
    if (level !== undefined && number !== undefined) {
      const label = level === 1 ? `${number}、` : `（${number}）`;
      headings.push({ level, number, label, title: words.slice(0, 10), part, paragraph: ordinal, range: place });
    }
    text += words;
  }
  return { text, outline: { paragraphs, headings } };
}
