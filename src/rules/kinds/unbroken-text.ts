/** Finds text without marks, and text with letters between its characters: signs of a copy that lost or hides what it says. */
import { range } from '../../model/offset.ts';
import type { Hit } from '../card.ts';
import { setOfUnits } from './units-set.ts';

const isMark = setOfUnits('、，。；：！？,;:!?\n（）()“”"《》—');

/** Stretches of Chinese of more than `longest` characters without a mark; one hit, at the first, when there are `fewest` of them. */
export function longRuns(text: string, longest: number, fewest: number): Hit<'report'>[] {
  const found: { start: number; end: number }[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isMark(text.charCodeAt(at))) continue;
    if (at - from > longest) found.push({ start: from, end: at });
    from = at + 1;
  }
  const [first] = found.filter(({ start, end }) => mostlyHan(text.slice(start, end)));
  if (first === undefined || found.length < fewest) return [];
  return [{ range: range(first.start, first.end), data: { count: found.length, chars: first.end - first.start } }];
}

function mostlyHan(text: string): boolean {
  return text.replaceAll(/[^\p{Script=Han}]/gu, '').length > 0.7 * text.length;
}

/** One hit, about the whole, where a text of `fewest` characters and more has none of a group of equal characters. */
export function dropped(text: string, groups: readonly string[], fewest: number): Hit<'report'>[] {
  if (text.length < fewest) return [];
  const missing = groups.filter((group) => ![...group].some((character) => text.includes(character)));
  if (missing.length === 0) return [];
  return [{ range: null, data: { missing: missing.map((group) => group.slice(0, 1)).join('') } }];
}

/** Letters after each of several characters in a row (政zheng府fu), or five and more English words in a row. */
export function interleaved(text: string, fewest: number): Hit<'report'>[] {
  const sentences = [...text.matchAll(/[A-Za-z]{1,20}(?:[ ,]{1,3}[A-Za-z]{1,20}){6,60}/gu)].map(
    ({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }),
  );
  const found = [...spelled(text), ...sentences].sort((a, b) => a.start - b.start);
  const [first] = found;
  if (first === undefined || found.length < fewest) return [];
  return [{ range: range(first.start, first.end), data: { count: found.length } }];
}

/** Three and more short runs of letters in a row with one Chinese character before each. */
function spelled(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let run = { start: 0, end: 0, length: 0 };
  for (const { index, 0: letters } of text.matchAll(/[ （(]?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]?[ ]?/gu)) {
    const follows = run.length > 0 && index === run.end + 1;
    run = { start: follows ? run.start : index - 1, end: index + letters.length, length: follows ? run.length + 1 : 1 };
    if (!/\p{Script=Han}/u.test(text.charAt(index - 1))) run.length = 0;
    if (run.length === 3) found.push({ start: run.start, end: run.end });
    const last = found.at(-1);
    if (run.length > 3 && last !== undefined) last.end = run.end;
  }
  return found;
}
