/** Reads what the caller knows of a source / gives the places and years it names / promises: evidence of last resort. */
import type { Division, DivisionMention, Divisions } from '../../rules/vocabulary/divisions.ts';
import { datesIn } from './dates.ts';
import type { YearVote } from './year.ts';

/** What is known of a report besides its text. */
export interface IdentityHints {
  /** Title from a manifest or front matter. */
  readonly title: string | null;
  /** Path of the source; its last three names are looked at. */
  readonly path: string | null;
  /** Name of the region on the contents page of a compilation. */
  readonly region?: string | null;
  /** True when title and path stand for several reports: they say what a report lies in, and no year. */
  readonly shared?: boolean;
  /** What stands above the report in its source, as far as its title block may reach. */
  readonly above?: string;
}

/** The place that a label names. More than one candidate: the name is shared. */
export interface HintedPlace {
  readonly candidates: readonly Division[];
  /** True when the label says that this very place reports (杭州市2021年政府工作报告); else it may be what the place lies in. */
  readonly claims: boolean;
  readonly words: string;
}

/** Years that a label names, with its words. */
export interface LabelYears {
  readonly sign: 'hint-title' | 'hint-path';
  readonly years: readonly number[];
  readonly words: string;
}

const PATH_NAMES = 3;
/** Labels of a collection name what all its reports lie in. */
const COLLECTION = /汇编|合集|选编|大全|系列|各[省市区县州]|历年|全部|\d+[省市区县份]/;
/** Between the place and 工作报告 in a title: 杭州市 2021年 人民政府. */
const UP_TO_REPORT =
  /^(?:人民政府(?:办公[厅室])?(?:关于)?(?:印发|公布|发布))?[\s_\-—.·:：(（]*(?:第?[\d〇○零一二三四五六七八九十]{1,4}(?:年|届)?度?)?[\s_\-—.)）]*(?:人民)?(?:政府)?[《]?$/;

/** The innermost place of each hint. A hint that names several places side by side says nothing. */
export function hintedPlaces(hints: IdentityHints, divisions: Divisions, year: number | null): HintedPlace[] {
  const find = (words: string): readonly DivisionMention[] => divisions.find(words, year === null ? {} : { year });
  const ground = { divisions, find };
  const names = hints.path?.split(/[\\/]/).slice(-PATH_NAMES) ?? [];
  const file = names.pop()?.replace(/\.[A-Za-z\d]{1,8}$/, '') ?? '';
  const title = hints.title === null ? null : placeIn(hints.title, ground, hints.shared === true);
  const region = hints.region == null ? null : placeIn(hints.region, ground, false);
  const own = placeIn(file, ground, hints.shared === true);
  return [title, region, own ?? folderPlace(names, ground)].filter((place) => place !== null);
}

/** Years of title and file name, else of a folder that is a year. */
export function labelYears(hints: IdentityHints): LabelYears[] {
  if (hints.shared === true) return [];
  const names = hints.path?.split(/[\\/]/) ?? [];
  const file = names.pop() ?? '';
  const folder = names.pop() ?? '';
  const fromFile = yearsOf(file);
  const named = fromFile.length === 0 && /^\d{4}年?$/.test(folder);
  const labels: LabelYears[] = [
    { sign: 'hint-title', years: yearsOf(hints.title ?? ''), words: hints.title ?? '' },
    { sign: 'hint-path', years: named ? yearsOf(folder) : fromFile, words: named ? folder : file },
  ];
  return labels.filter(({ years }) => years.length > 0);
}

/**
 * What a label's years say of a report of `year`, delivered in `met`: null when one of them fits; else a vote for the year nearest
 * to it. The year looked back on is told apart by the caller.
 */
export function labelVote({ sign, years, words }: LabelYears, year: number, met: number | null): YearVote | null {
  const first = Math.min(...years);
  const last = Math.max(...years);
  const spans = /\d{4}年?\s*(?:[-—–~至到])\s*\d{4}/.test(words) && first <= year && year <= last;
  if (spans || years.includes(year) || (met !== null && years.includes(met))) return null;
  const nearest = [...years].sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b)[0] ?? year;
  return { year: nearest, evidence: { sign, weight: 1, quote: words, range: null } };
}

/** Years of a label: 2021, 2021年, 二〇二一年. A day in figures (2023-05-11, 20230511) is the day of a download as often as not. */
function yearsOf(words: string): number[] {
  const digits = [...words.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d|[-_.]\d{1,2}[-_.]\d{1,2}(?!\d))/g)];
  const spelt = datesIn(words).filter(({ start }) => !/\d/.test(words.charAt(start)));
  return [...new Set([...digits.map((match) => Number(match[1])), ...spelt.map(({ year }) => year)])];
}

/** The names of places as they held in the report's year. */
interface Ground {
  readonly divisions: Divisions;
  readonly find: (words: string) => readonly DivisionMention[];
}

/** The place that a title or a file's name names, as a claim where it stands for the report itself. */
function placeIn(words: string, ground: Ground, shared: boolean): HintedPlace | null {
  const report = words.search(/(?:政府)?工作报告/);
  const before = report < 0 ? '' : words.slice(0, report);
  const chain = before === '' ? null : innermost(before, ground);
  const claimed = chain ?? innermost(words, ground);
  if (claimed === null) return null;
  const collection = shared || COLLECTION.test(words);
  const rest = chain === null ? '' : before.slice(chain.end);
  const bare = report < 0 && claimed.last;
  const claims = !collection && (chain === null ? bare : UP_TO_REPORT.test(rest));
  return { candidates: claimed.candidates, claims, words };
}

interface Innermost {
  readonly candidates: readonly Division[];
  readonly end: number;
  /** True when hardly anything but years and signs stands beside the names. */
  readonly last: boolean;
}

/** The last of names that lie in one another; a shared name may end the chain. */
function innermost(words: string, { divisions, find }: Ground): Innermost | null {
  const mentions = find(words);
  const last = mentions[mentions.length - 1];
  if (last === undefined) return null;
  const outer = mentions.slice(0, -1);
  for (const { candidates } of outer) {
    const holds = candidates.some((out) => last.candidates.some((one) => liesIn(one, out.code, divisions)));
    if (!holds) return null;
  }
  const rest = mentions.reduce((left, { text }) => left.replace(text, ''), words).replace(/[\d年度\s_\-—.()（）]/g, '');
  return { candidates: last.candidates, end: last.end, last: rest === '' };
}

/** True when `one` is the place of this code or lies in it, by its own parent. */
export function liesIn(one: Division, outer: string, divisions: Divisions): boolean {
  return one.code === outer || (one.parentCode !== null && divisions.contains(outer, one.parentCode));
}

/** Folders hold what lies in them; 浙江省/浙江省/2021 says the province itself. */
function folderPlace(names: readonly string[], ground: Ground): HintedPlace | null {
  const words = names.join(' ');
  const found = innermost(words, ground);
  if (found === null) return null;
  const [above, last] = names.slice(-2);
  return { candidates: found.candidates, claims: last !== undefined && last === above, words };
}
