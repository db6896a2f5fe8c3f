/** Tells of numbered items in a text that was broken at a margin which begin a paragraph: as their neighbours in number do; linear in the text. */
import type { Line } from './lines.ts';

/** 一是, 第一，, 1., （1）, （一）, 一、 at the beginning of a line, or behind a full stop inside one. */
const ITEM =
  /(?<=^|[。；：])(?:(?<a>[一二三四五六七八九十]{1,3})是|第(?<b>[一二三四五六七八九十]{1,3})[，,、]|(?<c>\d{1,2})[.．、](?!\d)|[（(](?<d>\d{1,2})[）)]|[［〔[](?<g>\d{1,3})[\]］〕]|[（(](?<e>[一二三四五六七八九十]{1,3})[）)]|(?<f>[一二三四五六七八九十]{1,3})、)/u;
/** Items whose numbers stand at the beginning of paragraphs unless something else says no. */
const HEADINGS: ReadonlySet<string> = new Set(['c', 'd', 'e', 'f', 'g']);
const DIGITS = '一二三四五六七八九';

interface Item {
  readonly line: number;
  readonly form: string;
  readonly number: number;
  /** Whether it begins a paragraph; null while nothing tells. */
  opens: boolean | null;
}

/** What is known of the break before each line: that a paragraph ends there, that one goes on, or nothing. */
export type Break = 'ends' | 'goes-on' | 'unknown';

/** Numbers of the lines behind an unknown break that begin with an item and open a paragraph. */
export function openingLines(text: string, lines: readonly Line[], breaks: readonly Break[]): ReadonlySet<number> {
  const items = lines.flatMap((line, index) =>
    itemsOf(text.slice(line.first, line.last), index, breaks[index] ?? 'ends'),
  );
  const before = new Map<string, Item>();
  const open: Item[] = [];
  for (const item of items) {
    const sibling = before.get(item.form);
    if (sibling !== undefined && sibling.number === item.number - 1) {
      item.opens ??= sibling.opens;
      sibling.opens ??= item.opens;
    }
    before.set(item.form, item);
    if (breaks[item.line] === 'unknown') open.push(item);
  }
  return new Set(open.filter(({ opens, form }) => opens ?? HEADINGS.has(form)).map(({ line }) => line));
}

function itemsOf(words: string, line: number, before: Break): Item[] {
  return [...words.matchAll(new RegExp(ITEM, 'gu'))].flatMap((match) => {
    const [form = '', written = ''] = Object.entries(match.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    const opens = match.index > 0 || before === 'goes-on' ? false : before === 'ends' ? true : null;
    return [{ line, form, number: numberOf(written), opens }];
  });
}

/** The value of 1 … 99 in digits or Chinese numerals. */
function numberOf(written: string): number {
  if (/\d/u.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? 10 * (tens === '' ? 1 : DIGITS.indexOf(tens ?? '') + 1) : 0;
  return ten + (ones === '' ? 0 : DIGITS.indexOf(ones ?? '') + 1);
}
