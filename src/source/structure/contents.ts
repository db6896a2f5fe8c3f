/** Reads the lines before the first report / gives the reports that a contents page promises / promises: a contents page of one report's own sections promises none. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import { namesOther } from './foreign.ts';
import { afterSalutation, isChrome, startsMeeting } from './landmarks.ts';
import { fold, hasAny, isSentence, type Line, sentenceIn } from './lines.ts';

/** An entry of a contents page. */
export interface Entry {
  readonly name: string;
  /** The place that it names, folded; empty when it names none. */
  readonly region: string;
  readonly year: number | null;
  readonly page: number | null;
  readonly line: Line;
  readonly regionCode: string | null;
}

export interface Contents {
  readonly entries: readonly Entry[];
  /** Line index after the last entry; 0 without entries. */
  readonly end: number;
}

const NONE: Contents = { entries: [], end: 0 };

const LED =
  /(\S.{0,60}?)[ \u3000]*(?:…+|⋯+|[.．·•。_—-]{3,}|\t+|[ \u3000\u00a0\u2003]{2,}|[|｜])[ \u3000.．·•]*[(（/／第]?(?:[Pp]\.?)?(\d{1,4})[)）页]?(?=$|[ \u3000\t])/u;
const LEADERS = /[…⋯|｜\t\u2003\u00a0]|[.．·•。_—-]{3}|[ \u3000]{2}/u;
const PAGE_AT_END = /\d[)页]?$/u;
const PAGE_FIRST = /^(?:[Pp]\.?)?(\d{1,4})(?:[ \u3000\t]+|[.、．:：/|｜-]+[ \u3000\t]*)(?=\D)/u;
const SERIAL =
  /^(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?(?:[、.．:：|｜]|[ \u3000\t])|第[\d一二三四五六七八九十]{1,3}(?:篇|章|部分|卷|辑))[、.．:：|｜ \u3000\t]*/u;
const REGION = /(?:[省市区县州盟旗]|自治区|新区|地区)$/u;
const CHINESE_YEAR = /[一二][一二三四五六七八九〇零○九]{3}(?=年)/u;
const CHINESE_DIGITS = '〇一二三四五六七八九';

interface Named {
  readonly name: string;
  readonly page: number | null;
  /** Line index. */
  readonly at: number;
  /** True when a number of the list stood before the name. */
  readonly numbered: boolean;
}

/** Entries that name a region or a work report, in their order. */
export function contentsOf(lines: readonly Line[], text: string, vocabulary: Vocabulary): Contents {
  const { phrases } = vocabulary;
  const led = reportsIn(ledLines(lines, text), vocabulary);
  const listed = untilRepeated(reportsIn(listedLines(lines, text, phrases), vocabulary), phrases);
  const named = led.length >= 2 && led.length * 2 >= listed.length ? led : listed;
  const last = named.at(-1);
  if (named.length < 2 || !last) return NONE;
  let hint: string | null = null;
  const entries = named.flatMap(({ name, page, at }): Entry[] => {
    const line = lines[at];
    if (!line) return [];
    const region = regionIn(name, phrases);
    const regionCode = codeOf(region, hint, vocabulary);
    hint ??= regionCode;
    return [{ name, region, year: yearIn(name), page, line, regionCode }];
  });
  return { entries, end: last.at + 1 };
}

/** What a line says when marks of lists, tables and links are left out. */
function bareOf(line: Line, text: string): string {
  const written = text.slice(line.start, line.end).replace(/^[\s|｜*+•·●◆■>-]+|[\s|｜]+$/gu, '');
  return written.includes('](') ? written.replace(/\[([^[\]]{1,80})\]\([^()]{0,120}\)/gu, '$1') : written;
}

/** Lines of the shape name, leader, page number; two columns give two entries. */
function ledLines(lines: readonly Line[], text: string): Named[] {
  return lines.flatMap((line, at) => {
    if (line.length > 220 || !PAGE_AT_END.test(line.tail.replace(/[|]+$/u, ''))) return [];
    const bare = bareOf(line, text);
    if (!LEADERS.test(bare)) return [];
    return [...bare.matchAll(new RegExp(LED, 'gu'))].flatMap(([, written, page]) => {
      const name = (written ?? '').trim();
      const named = unnumbered(name);
      return sentenceIn(line.length, name, name) ? [] : [{ ...named, page: Number(page), at }];
    });
  });
}

function unnumbered(name: string): Pick<Named, 'name' | 'numbered'> {
  const bare = name.replace(SERIAL, '');
  return { name: bare, numbered: bare !== name };
}

/** Short lines under the word 目录, with or without page numbers before or behind them. */
function listedLines(lines: readonly Line[], text: string, phrases: Phrases): Named[] {
  const title = lines.findIndex((line) => phrases['contents-titles'].includes(line.head));
  if (title < 0) return [];
  const named: Named[] = [];
  for (let at = title + 1; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.length > 160 || isSentence(line) || isChrome(line, phrases)) break;
    if (startsMeeting(line, phrases) || afterSalutation(line, phrases) !== null) break;
    const bare = bareOf(line, text);
    const before = named.at(-1);
    if (/^\d{1,4}$/u.test(bare)) {
      if (before && before.page === null) named[named.length - 1] = { ...before, page: Number(bare) };
      continue;
    }
    const first = PAGE_FIRST.exec(bare);
    const rest = first ? bare.slice(first[0].length) : bare;
    const behind = /^(.*?)(?:\s*(\d{1,4}))?$/u.exec(rest);
    const page = behind?.[2] ?? first?.[1];
    const entry = unnumbered((behind?.[1] ?? rest).trim());
    if (entry.name === '') continue;
    named.push({
      ...entry,
      numbered: entry.numbered || first !== null,
      page: page === undefined ? null : Number(page),
      at,
    });
  }
  return withoutSerials(named);
}

/** 1, 2, 3 before the entries counts them: no page numbers. */
function withoutSerials(named: readonly Named[]): Named[] {
  const counted = named.length > 1 && named.every(({ page }, at) => page === at + 1);
  return named.map((one) => (counted ? { ...one, page: null } : one));
}

/**
 * A list without page numbers ends where the first report begins: with a place that comes again without another year, or with a
 * title that names no place when the entries above do.
 */
function untilRepeated(named: readonly Named[], phrases: Phrases): Named[] {
  const years = new Map<string, Set<number | null>>();
  for (let index = 0; index < named.length; index++) {
    const name = named[index]?.name ?? '';
    const region = regionIn(name, phrases);
    const year = yearIn(name);
    const seen = years.get(region) ?? new Set();
    const again = seen.has(year) || seen.has(null) || (year === null && seen.size > 0);
    const silent = index >= 2 && region === '' && !years.has('');
    if (again || silent) return named.slice(0, index);
    years.set(region, seen.add(year));
  }
  return [...named];
}

function reportsIn(named: readonly Named[], { phrases, divisions }: Vocabulary): Named[] {
  return named.filter(({ name, numbered }) => {
    const folded = fold(name);
    if (namesOther(folded)) return false;
    if (hasAny(folded, phrases['report-titles'])) return true;
    const region = regionIn(name, phrases);
    if (region.length < 2 || region.length > 24) return false;
    if (REGION.test(region) && !numbered) return true;
    return divisions.named(region).length > 0 || divisions.find(region).some(({ end }) => end === region.length);
  });
}

/** Code of the entry's region, looked for within the region of the first entry; null when its name stays ambiguous. */
function codeOf(region: string, within: string | null, { divisions }: Vocabulary): string | null {
  const mention = divisions.find(region, within === null ? {} : { within }).at(-1);
  const [division, other] = mention?.candidates ?? [];
  return division && !other && mention?.end === region.length ? division.code : null;
}

/** The region that a title or a contents entry names: 2024年某市政府工作报告 gives 某市. Empty when it names none. */
export function regionIn(title: string, phrases: Phrases): string {
  let bare = fold(title).replace(/^[^\p{Script=Han}\d]+/u, '');
  bare = bare.replace(/[(〔][^()〔〕]{0,20}[)〕]/gu, '').replace(/\d{4}年?度?/gu, '');
  const cut = [...phrases['report-titles'], '人民政府'].map((words) => bare.indexOf(words)).filter((at) => at >= 0);
  bare = cut.length > 0 ? bare.slice(0, Math.min(...cut)) : bare;
  return bare.replace(/[《》"“”:]/gu, '');
}

/** The year that a title names, in digits or characters; null without one. */
export function yearIn(title: string): number | null {
  const digits = /(?:19|20)\d{2}(?!\d)/u.exec(title)?.[0];
  if (digits !== undefined) return Number(digits);
  const written = CHINESE_YEAR.exec(title)?.[0];
  if (written === undefined) return null;
  return Number([...written.replaceAll(/[零○]/gu, '〇')].map((one) => CHINESE_DIGITS.indexOf(one)).join(''));
}
