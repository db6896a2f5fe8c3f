/** Reads page marks, pagers and prompts for the rest of a text / gives what each says of how much is here / promises: a text whose pages are all here says nothing. */
import type { Json } from '../../model/finding.ts';
import { type Range, range } from '../../model/offset.ts';
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { hasAny, type Line } from './lines.ts';
import { countOf } from './numerals.ts';

/**
 * A sign that only a part of a document is here. `page-slice`: page marks show which pages are missing; `pager`: links to other
 * pages of the same text; `rest-hidden`: a prompt to unfold, pay for or download the rest.
 */
export interface Partial {
  readonly sign: 'page-slice' | 'pager' | 'rest-hidden';
  readonly place: Range<'unwrapped'>;
  /** First page that is here, pages of the whole, pages that are here; null where the sign does not say. */
  readonly page: number | null;
  readonly of: number | null;
  readonly here: number | null;
  /** Which end is missing. */
  readonly missing: 'head' | 'tail' | 'both';
  /** Share of the whole that is here, 0 to 1, as the sign itself gives it; null where it gives none. */
  readonly share: number | null;
  readonly words: string;
}

interface Mark {
  readonly page: number;
  readonly of: number;
  readonly line: Line;
  /** False for 21/88 alone, which may be a date or a score. */
  readonly plain: boolean;
}

const LONGEST = 80;
const NUMBER = '(\\d{1,4}|[一二三四五六七八九十]{1,3})';
const MARKS: readonly { readonly shape: RegExp; readonly totalFirst: 0 | 1; readonly plain: boolean }[] = [
  { shape: new RegExp(`第?${NUMBER}/${NUMBER}页`, 'u'), totalFirst: 0, plain: true },
  {
    shape: new RegExp(`第?${NUMBER}页[,，、|/(-]{0,2}(?:总|共|全)(?:计|有)?${NUMBER}页`, 'u'),
    totalFirst: 0,
    plain: true,
  },
  {
    shape: new RegExp(
      `(?:总|共|全文)(?:计|有)?${NUMBER}页[,，、|/(-]{0,2}(?:当前|现在|本页)?(?:为|是)?第${NUMBER}页`,
      'u',
    ),
    totalFirst: 1,
    plain: true,
  },
  { shape: /page(\d{1,4})(?:of|\/)(\d{1,4})/iu, totalFirst: 0, plain: true },
  { shape: /^[-—([]{0,2}(\d{1,4})\/(\d{1,4})[-—)\]]{0,2}$/u, totalFirst: 0, plain: false },
];

/** Pages that page marks may leave out at either end of a long text without a page being missing: covers carry no number. */
const SLACK_FROM = 8;

/**
 * Every sign of a part in the lines, in order of place. Page marks are read everywhere.
 * @param isBody lines deep inside a report: no pager and no prompt is looked for there
 */
export function partialsOf(
  lines: readonly Line[],
  text: string,
  isBody: (line: number) => boolean,
  phrases: Phrases,
): Partial[] {
  const marks: Mark[] = [];
  const pagers: Partial[] = [];
  const prompts: Partial[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const mark = line.length <= LONGEST ? markAt(line, text) : null;
    if (mark) marks.push(mark);
    if (isBody(at)) continue;
    if (line.length > LONGEST) {
      // A prompt may be glued to the paragraph that it cuts.
      if (hasAny(line.tail.slice(-24), phrases.partial.rest)) prompts.push(promptAt(line, text));
    } else if (!line.sentence && hasAny(line.head, phrases.partial.pager)) pagers.push(pagerAt(lines, at, text));
    else if (promptIn(line, phrases)) prompts.push(promptAt(line, text));
  }
  return [...slicesOf(marks, text), ...pagers, ...prompts].sort((a, b) => a.place.start - b.place.start);
}

function markAt(line: Line, text: string): Mark | null {
  const written = text.slice(line.start, line.end);
  if (!(written.includes('页') || written.includes('/') || written.includes('／') || /page/iu.test(written)))
    return null;
  const { head } = line;
  for (const { shape, totalFirst, plain } of MARKS) {
    const match = shape.exec(head);
    if (!match) continue;
    const [a, b] = [countOf4(match[1]), countOf4(match[2])];
    const [page, of] = totalFirst === 1 ? [b, a] : [a, b];
    if (page >= 1 && of >= page && of <= 3000) return { page, of, line, plain };
  }
  return null;
}

function countOf4(written: string | undefined): number {
  return written === undefined ? Number.NaN : /^\d/u.test(written) ? Number(written) : countOf(written);
}

/**
 * One sign for each total that the marks name. The pages seen are what counts: marks from the first page to the last show a whole
 * text, and pages without a mark between them are no gap.
 */
function slicesOf(marks: readonly Mark[], text: string): Partial[] {
  const byTotal = new Map<number, Mark[]>();
  for (const mark of marks) {
    const group = byTotal.get(mark.of);
    if (group) group.push(mark);
    else byTotal.set(mark.of, [mark]);
  }
  return [...byTotal].flatMap(([of, group]): Partial[] => {
    const [mark] = group;
    if (!mark || of < 2 || (group.length < 2 && !mark.plain)) return [];
    const first = Math.min(...group.slice(0, LONG_GROUP).map(({ page }) => page));
    const last = group.reduce((most, { page }) => Math.max(most, page), 0);
    const slack = of >= SLACK_FROM ? 1 : 0;
    const noHead = first > 1 + slack;
    const noTail = last < of - slack;
    if (!noHead && !noTail) return [];
    const here = last - first + 1;
    const missing = noHead && noTail ? 'both' : noHead ? 'head' : 'tail';
    const place = range<'unwrapped'>(mark.line.start, mark.line.end);
    return [
      { sign: 'page-slice', place, page: first, of, here, missing, share: here / of, words: wordsAt(mark.line, text) },
    ];
  });
}

/** Marks come in the order of their pages: the lowest stands among the first. */
const LONG_GROUP = 1000;

function pagerAt(lines: readonly Line[], at: number, text: string): Partial {
  const line = lines[at];
  const written = line ? text.slice(line.start, line.end) : '';
  const digits = [...written.matchAll(/\d{1,3}/gu)].map(([one]) => Number(one));
  for (let above = at - 1; above >= at - 12; above--) {
    const before = lines[above];
    if (!before || !/^\d{1,3}$/u.test(before.head)) break;
    digits.unshift(Number(before.head));
  }
  const of = Math.max(0, ...digits);
  const whole = of >= 2 && of <= 400 ? of : null;
  // The current page is no link and often left out of the row; a pager without 上一页 stands on the first page.
  const onFirst = !/上[一1]?页|前[一1]?页/u.test(written);
  const onLast = !/下[一1]?页|后[一1]?页/u.test(written);
  return {
    sign: 'pager',
    place: line ? range(line.start, line.end) : range(0, 0),
    page: onFirst ? 1 : onLast ? whole : null,
    of: whole,
    here: 1,
    missing: onFirst ? 'tail' : onLast ? 'head' : 'both',
    share: whole === null ? null : 1 / whole,
    words: written.slice(0, 40),
  };
}

const LEFT = /(?:剩余|还剩|剩下|余下|还有|隐藏)(?:约|的)?(\d{1,4})(%|页|字)/u;
const WHOLE_PAGES = /(?:共|全文|总计)(\d{1,4})页/u;
const SEEN = /(?:已|仅|只)?(?:显示|展示|阅读|预览|试读)(?:了|前)?(\d{1,2})%/u;

function promptIn(line: Line, phrases: Phrases): boolean {
  const { head } = line;
  if (hasAny(head, phrases.partial.rest)) return !line.sentence || line.length <= 40;
  return LEFT.test(head) && /未读|阅读|查看|下载|登录|付费|解锁|内容|全文/u.test(head) && !line.sentence;
}

function promptAt(line: Line, text: string): Partial {
  const words = line.length > LONGEST ? text.slice(line.end - 24, line.end) : wordsAt(line, text);
  const folded = line.length > LONGEST ? line.tail : line.head;
  const left = LEFT.exec(folded);
  const amount = Number(left?.[1] ?? Number.NaN);
  const pages = Number(WHOLE_PAGES.exec(folded)?.[1] ?? Number.NaN);
  const seen = Number(SEEN.exec(folded)?.[1] ?? Number.NaN);
  let share: number | null = null;
  if (left?.[2] === '%' && amount <= 100) share = 1 - amount / 100;
  else if (left?.[2] === '页' && pages > amount) share = 1 - amount / pages;
  else if (seen > 0 && seen <= 100) share = seen / 100;
  const of = Number.isFinite(pages) ? pages : null;
  const place = range<'unwrapped'>(line.length > LONGEST ? line.end - 24 : line.start, line.end);
  return { sign: 'rest-hidden', place, page: null, of, here: null, missing: 'tail', share, words };
}

function wordsAt(line: Line, text: string): string {
  return text.slice(line.start, Math.min(line.end, line.start + 40));
}

/** What a finding says of a sign. */
export function dataOf({ page, of, here, missing, share, words }: Partial): Readonly<Record<string, Json>> {
  const percent = share === null ? null : Math.round(share * 100);
  const last = page === null || here === null ? null : page + here - 1;
  return { page, last, of, here, missing, percent, words };
}
