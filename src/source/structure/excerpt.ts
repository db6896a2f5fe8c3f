/** Reads lines without any head of a report / gives the stretch that is still one / promises: text of another kind gives none. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { lastLineOf } from './extent.ts';
import { isForeignTitle } from './foreign.ts';
import { afterSalutation, headingOf, isChrome, isClosing, isReportTitle } from './landmarks.ts';
import { hasAny, isSentence, type Line } from './lines.ts';

/** Points that a text without title block must earn to count as part of a report. */
const ENOUGH = 5;
/** The same when the page says that an earlier part of the text stands elsewhere: one page of four has few of the signs. */
const ENOUGH_OF_PART = 3;

/** Fewer paragraphs than this, or so few characters of them, say nothing. */
const PARAGRAPHS = 3;
const CHARS = 400;

/** Before another report a stretch is an excerpt only with so many characters: an abstract or a preface has fewer. */
const LONG = 1_500;

/** Lines of a text from `from` to `limit`, where the first report with a head begins or the text ends. */
export interface Stretch {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly from: number;
  readonly limit: number;
}

/**
 * A report whose head is gone is known by its parts, its address to the assembly and its closing appeal; `source` says whether the
 * page around it calls it a part of a text. Gives line indexes, both inclusive; null when the stretch is no report.
 */
export function excerptOf(
  { lines, text, from, limit }: Stretch,
  source: 'part' | 'unknown',
  phrases: Phrases,
): { readonly first: number; readonly last: number } | null {
  const before = lines[limit];
  const start = lines[from];
  if (!start || limit <= from || (before && before.start - start.start < LONG)) return null;
  const stretch = lines.slice(from, limit);
  const first = stretch.findIndex((line) => isOwn(line, phrases));
  const own = stretch[first];
  const enough = source === 'part' ? ENOUGH_OF_PART : ENOUGH;
  if (!own || pointsOf(stretch, text, phrases) < enough) return null;
  if (before && (before.start - own.start < LONG || startsForeign(stretch, phrases))) return null;
  if (before && isAbstract(stretch, text, before.start)) return null;
  return { first: from + first, last: lastLineOf(lines, text, from + first, limit, phrases) };
}

/** Lines at the top of a text among which the title of another document is looked for. */
const TOP = 12;

function startsForeign(stretch: readonly Line[], phrases: Phrases): boolean {
  const top = stretch.slice(0, TOP);
  return top.some((_, at) => isForeignTitle(top, at, phrases));
}

/** True when the first long line of the stretch comes again in the text that follows. */
function isAbstract(stretch: readonly Line[], text: string, after: number): boolean {
  const long = stretch.find((line) => line.length >= 40);
  return long === undefined || text.includes(text.slice(long.start, long.start + 36), after);
}

function isOwn(line: Line, phrases: Phrases): boolean {
  if (isChrome(line, phrases)) return false;
  if (headingOf(line) !== null || afterSalutation(line, phrases) !== null) return true;
  // A cut leaves the end of a paragraph, or the words before a list, as the first line.
  return isSentence(line)
    ? line.length >= 40 || ENDS_SENTENCE.test(line.tail)
    : line.length >= 10 && ENDS_LIST_LEAD.test(line.tail);
}

const ENDS_SENTENCE = /[。！!；;]$/u;
const ENDS_LIST_LEAD = /(?:工作|任务|方面|重点|成效|目标|要求|是)[::]$/u;

function pointsOf(lines: readonly Line[], text: string, phrases: Phrases): number {
  const { review, plan, 'self-government': self } = phrases.parts;
  const seen = new Set<string>();
  let paragraphs = 0;
  let chars = 0;
  let sections = 0;
  let actions = 0;
  let wide = 0;
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
    if (line.length < 30 || !isSentence(line)) continue;
    paragraphs++;
    chars += line.length;
    const words = text.slice(line.start, line.end);
    if (ASSEMBLY.test(words)) seen.add('assembly');
    if (SPEAKS.test(words)) seen.add('speaks');
    if (actsIn(line.head) >= 2) actions++;
    if (WIDE.test(line.head)) wide++;
  }
  if (paragraphs < PARAGRAPHS && (paragraphs < 2 || chars < CHARS)) return 0;
  // A list of what was done and is to be done, for a whole place: every page of a report reads like this.
  const acts = paragraphs >= 8 && actions * 2 >= paragraphs;
  const parts = ['review', 'plan', 'self-government'].filter((part) => seen.has(part)).length;
  const others = ['address', 'closing', 'assembly', 'speaks'].filter((sign) => seen.has(sign)).length;
  const titled = others > 0 && lines.slice(0, TOP).some((line) => isReportTitle(line, phrases));
  const points = parts * 2 + others * 2 + [titled, seen.has('cue'), sections >= 2].filter(Boolean).length;
  return points + (acts ? 1 : 0) + (acts && wide >= 2 ? 1 : 0);
}

/** 圆满完成了区五届人大二次会议确定的任务: what an assembly set, a government answers for. */
const ASSEMBLY =
  /[届第][^。，]{0,4}(?:人大|人民代表大会)[^。，]{0,4}次(?:全体)?会议[^。，]{0,6}(?:确定|批准|提出|通过|审议)的/u;
/** 在此，我代表市人民政府，向…: the words by which a government thanks in the middle of its report. */
const SPEAKS = /我谨?代表[^。，]{0,12}人民政府[，,]?向/u;

const ACTIONS = [
  '推进',
  '加快',
  '实施',
  '完善',
  '加强',
  '提升',
  '落实',
  '深化',
  '推动',
  '力争',
  '新增',
  '完成',
  '建成',
  '改造',
];
const WIDE = /[全我][省市县区州旗]/u;

/** How many of the verbs of a report occur. */
function actsIn(words: string): number {
  let count = 0;
  for (const verb of ACTIONS) if (words.includes(verb)) count++;
  return count;
}
