/** Reads lines that count as items do (一是…, 第一，…, （1）…, ①…) / gives those that are items of a run / promises: one alone is no run; linear. */
import { isTitleMark } from './emphasis.ts';
import type { Line } from './lines.ts';
import { listMarkOf, numeralValue } from './numerals.ts';

/** A line that begins with 一是, 一要, 第一， or 其一，, or with （1） or ①. `length` counts the characters of the label as written. */
export interface RunItem {
  readonly line: number;
  /** Which way of counting it follows: 是, 要, 第, 其, （, ） or ①. */
  readonly way: string;
  readonly number: number;
  readonly start: number;
  readonly length: number;
  /** True for （1） and ①, which stand on the third level wherever they are. */
  readonly deepest: boolean;
}

const ITEM = /^(第|其)?([一二三四五六七八九十]{1,3})(是|要|[，,、：:])/u;

/** Those of 一二三四五六七八九十第其 that stand behind 五 (U+4E94) in the order of code points. */
const LATER = '第其四六八九十';

/** The item that a line is; null for one that counts nothing. 第一、二、三产业 and 一、 are none. */
export function runItemOf(line: Line, at: number, text: string): RunItem | null {
  let start = line.start;
  while (start < line.end && isTitleMark(text.charCodeAt(start))) start++;
  const first = text.charCodeAt(start);
  // Most paragraphs begin with a character that counts nothing.
  if (first > 0x4e94 && first < 0xff00 && !LATER.includes(text.charAt(start))) return null;
  const head = text.slice(start, Math.min(line.end, start + 24));
  if ('第其一二三四五六七八九十'.includes(head.charAt(0))) {
    const item = inWords(head);
    return item && { ...item, line: at, start, deepest: false };
  }
  const mark = listMarkOf(head);
  return mark && { line: at, way: wayOf(head), number: mark.number, start, length: mark.length, deepest: true };
}

function inWords(head: string): Pick<RunItem, 'way' | 'number' | 'length'> | null {
  const match = ITEM.exec(head);
  if (!match) return null;
  const [label, before = '', numeral = '', after = ''] = match;
  if (before === '' && after !== '是' && after !== '要') return null;
  if (before !== '' && (after === '要' || /^[一二三四五六七八九十]/u.test(head.slice(label.length)))) return null;
  const number = numeralValue(numeral);
  return Number.isInteger(number) ? { way: before || after, number, length: label.length } : null;
}

/** （1） and (1) are one way of counting; ① is another. */
function wayOf(head: string): string {
  const first = head.charAt(0);
  if (first === '(' || first === '（') return '（';
  return first >= '0' && first <= '9' ? '）' : '①';
}

/** The items that count on from one another. A title among `breaks` (lines, in order) ends every run. */
export function keptItems(items: readonly RunItem[], breaks: readonly number[]): RunItem[] {
  const runs: RunItem[][] = [];
  const open = new Map<string, RunItem[]>();
  let next = 0;
  for (const item of items) {
    for (; (breaks[next] ?? Number.POSITIVE_INFINITY) < item.line; next++) open.clear();
    const run = open.get(item.way);
    if (run && (run.at(-1)?.number ?? 0) < item.number) run.push(item);
    else {
      const begun = [item];
      runs.push(begun);
      open.set(item.way, begun);
    }
  }
  return runs
    .filter((run) => run.length > 1)
    .flat()
    .sort((a, b) => a.line - b.line);
}
