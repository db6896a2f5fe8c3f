/** Reads lines without any head of a report / gives the stretch that is still one / promises: text of another kind gives none. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { lastLineOf } from './extent.ts';
import { afterSalutation, headingOf, isChrome, isClosing } from './landmarks.ts';
import { hasAny, isSentence, type Line } from './lines.ts';

/** Points that a text without title block must earn to count as part of a report. */
const ENOUGH = 5;

/**
 * A report whose head is gone is known by its parts, its address to the assembly and its closing appeal.
 * Gives line indexes, both inclusive; null when the text is no report.
 */
export function excerptOf(
  lines: readonly Line[],
  text: string,
  phrases: Phrases,
): { readonly first: number; readonly last: number } | null {
  const first = lines.findIndex((line) => isOwn(line, phrases));
  if (first < 0 || pointsOf(lines, text, phrases) < ENOUGH) return null;
  return { first, last: lastLineOf(lines, text, first, lines.length, phrases) };
}

function isOwn(line: Line, phrases: Phrases): boolean {
  if (isChrome(line, phrases)) return false;
  return headingOf(line) !== null || (isSentence(line) && line.length >= 40);
}

function pointsOf(lines: readonly Line[], text: string, phrases: Phrases): number {
  const { review, plan, 'self-government': self } = phrases.parts;
  const seen = new Set<string>();
  let paragraphs = 0;
  let sections = 0;
  for (const line of lines) {
    const level = headingOf(line)?.level ?? 0;
    const title = line.length <= 40 && !/[。;]/u.test(line.head);
    if (title && hasAny(line.head, review.strong)) seen.add('review');
    if (title && hasAny(line.head, plan.strong)) seen.add('plan');
    if (title && hasAny(line.head, self.strong)) seen.add('self-government');
    if (afterSalutation(line, phrases) !== null) seen.add('address');
    if (isClosing(line, text, phrases)) seen.add('closing');
    if (hasAny(line.head, phrases.cues.plan) || hasAny(line.head, phrases.cues.review)) seen.add('cue');
    if (level === 2) sections++;
    if (line.length >= 30 && isSentence(line)) paragraphs++;
  }
  if (paragraphs < 3) return 0;
  const parts = ['review', 'plan', 'self-government'].filter((part) => seen.has(part)).length;
  const others = ['address', 'closing'].filter((sign) => seen.has(sign)).length;
  return parts * 2 + others * 2 + (seen.has('cue') ? 1 : 0) + (sections >= 2 ? 1 : 0);
}
