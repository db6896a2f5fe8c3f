/** Finds text without marks, and text with letters between its characters: signs of a copy that lost or hides what it says. */
import { range } from '../../model/offset.ts';
import type { Hit } from '../card.ts';
import { setOfUnits } from './units-set.ts';

const isMark = setOfUnits('、，。；：！？,;:!?\n（）()“”"《》—');

/** Stretches of Chinese of more than `longest` characters without a mark; one hit, at the first, when there are `fewest` of them. */
export function longRuns(text: string, longest: number, fewest: number): Hit<'report'>[] {
  const found = runsWithoutMark(text, longest);
  const [first] = found.filter(({ start, end }) => mostlyHan(text.slice(start, end)));
  if (first === undefined || found.length < fewest) return [];
  return [{ range: range(first.start, first.end), data: { count: found.length, chars: first.end - first.start } }];
}

/** Looks back from where a run would be too long: most characters are stepped over. What follows the last mark is no run. */
function runsWithoutMark(text: string, longest: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let from = 0; from + longest < text.length; ) {
    let mark = from + longest;
    while (mark >= from && !isMark(text.charCodeAt(mark))) mark--;
    if (mark < from) {
      mark = from + longest + 1;
      while (mark < text.length && !isMark(text.charCodeAt(mark))) mark++;
      if (mark === text.length) break;
      found.push({ start: from, end: mark });
    }
    from = mark + 1;
  }
  return found;
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

/** Letters after each of several characters in a row (政zheng府fu), or seven and more English words in a row. */
export function interleaved(text: string, fewest: number): Hit<'report'>[] {
  const found = lettered(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    return [...spelled(words), ...sentences(words)].map((one) => ({ start: start + one.start, end: start + one.end }));
  });
  const [first] = found.sort((a, b) => a.start - b.start);
  if (first === undefined || found.length < fewest) return [];
  return [{ range: range(first.start, first.end), data: { count: found.length } }];
}

const LETTERS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü';
const isLetter = setOfUnits('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.concat(LETTERS));

/** All letters of pronunciation lie here, and hardly anything else of a report does: the platform looks for one stretch of units fastest. */
const LAST_LETTER = 0x1ff;
const NEAR_LETTERS = /[A-\u01ff]/g;

/** Characters that may stand between two runs of letters that belong together, and that are looked at beside them. */
const GAP = 6;
const FEWEST_RUNS = 3;

/** Stretches in which several runs of letters stand close to each other, with what is beside them. */
function lettered(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  let end = -GAP - 1;
  let runs = 0;
  const close = (): void => {
    if (runs >= FEWEST_RUNS) found.push({ start: Math.max(0, start - GAP), end: Math.min(text.length, end + GAP) });
  };
  const near = new RegExp(NEAR_LETTERS);
  for (let first = near.exec(text); first !== null; first = near.exec(text)) {
    let at = first.index;
    for (; at < text.length && text.charCodeAt(at) <= LAST_LETTER; at++) {
      if (!isLetter(text.charCodeAt(at))) continue;
      if (at - end > GAP) {
        close();
        start = at;
        runs = 0;
      }
      if (at !== end || runs === 0) runs++;
      end = at + 1;
    }
    near.lastIndex = at;
  }
  close();
  return found;
}

function sentences(text: string): { start: number; end: number }[] {
  const words = /[A-Za-z]{1,20}(?:[ ,]{1,3}[A-Za-z]{1,20}){6,60}/gu;
  return [...text.matchAll(words)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
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
