/** Reads the lines before the first report / gives the reports that a contents page promises / promises: a contents page of one report's own sections promises none. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import { headingOf, isChrome } from './landmarks.ts';
import { fold, hasAny, isSentence, type Line, sentenceIn } from './lines.ts';

/** An entry of a contents page. */
export interface Entry {
  readonly name: string;
  readonly page: number | null;
  readonly line: Line;
  readonly regionCode: string | null;
}

const LEADER =
  /^(.{2,40}?)[ \u3000]*(?:[.．·•…⋯。_—-]{3,}|\t+|[ \u3000\u00a0\u2003]{2,})[ \u3000]*[(（]?(\d{1,4})[)）]?$/u;
const PAGE_AT_END = /\d[)）]?$/u;
const REGION = /(?:[省市区县州盟旗]|自治区|新区|地区)$/u;

/** Entries that name a region or a work report, in their order. */
export function contentsOf(lines: readonly Line[], text: string, vocabulary: Vocabulary): Entry[] {
  const { phrases } = vocabulary;
  const found = ledLines(lines, text);
  const named = (found.length >= 2 ? found : listedLines(lines, text, phrases)).filter(
    ({ name, line }) => !headingOf(line) && namesReport(name, phrases),
  );
  if (named.length < 2) return [];
  let hint: string | null = null;
  return named.map(({ name, page, line }) => {
    const regionCode = codeOf(name, hint, vocabulary);
    hint ??= regionCode;
    return { name, page, line, regionCode };
  });
}

interface Named {
  readonly name: string;
  readonly page: number | null;
  readonly line: Line;
}

/** Lines of the shape name, leader, page number. */
function ledLines(lines: readonly Line[], text: string): Named[] {
  return lines.flatMap((line) => {
    if (line.length > 220 || !PAGE_AT_END.test(line.tail)) return [];
    const match = LEADER.exec(text.slice(line.start, line.end));
    const name = match?.[1]?.trim() ?? '';
    return match && !sentenceIn(line.length, name, name) ? [{ name, page: Number(match[2]), line }] : [];
  });
}

/** Short lines under the word 目录, with or without page numbers. */
function listedLines(lines: readonly Line[], text: string, phrases: Phrases): Named[] {
  const title = lines.findIndex((line) => phrases['contents-titles'].includes(line.head));
  if (title < 0) return [];
  const named: Named[] = [];
  for (const line of lines.slice(title + 1)) {
    if (line.length > 60 || isSentence(line) || isChrome(line, phrases)) break;
    const match = /^(.*?)(?:\s*(\d{1,4}))?$/u.exec(text.slice(line.start, line.end));
    const name = match?.[1]?.trim() ?? '';
    if (name !== '') named.push({ name, page: match?.[2] === undefined ? null : Number(match[2]), line });
  }
  return named;
}

function namesReport(name: string, phrases: Phrases): boolean {
  return hasAny(fold(name), phrases['report-titles']) || REGION.test(fold(name));
}

/** Code of the entry's region, looked for within the region of the first entry; null when its name stays ambiguous. */
function codeOf(name: string, within: string | null, { divisions, phrases }: Vocabulary): string | null {
  const region = regionIn(name, phrases);
  const mention = divisions.find(region, within === null ? {} : { within }).at(-1);
  const [division, other] = mention?.candidates ?? [];
  return division && !other && mention?.end === region.length ? division.code : null;
}

/** The region that a title or a contents entry names: 2024年某市政府工作报告 gives 某市. Empty when it names none. */
export function regionIn(title: string, phrases: Phrases): string {
  let bare = fold(title).replace(/^[^\p{Script=Han}\d]+/u, '');
  bare = bare.replace(/[(〔][^()〔〕]{0,20}[)〕]/gu, '').replace(/\d{4}年度?/gu, '');
  const cut = [...phrases['report-titles'], '人民政府'].map((words) => bare.indexOf(words)).filter((at) => at >= 0);
  bare = cut.length > 0 ? bare.slice(0, Math.min(...cut)) : bare;
  return bare.replace(/[《》"“”:]/gu, '');
}

/**
 * Which report fulfils each entry: the first not yet taken whose title, meeting line or opening formula names the same region.
 * `heads` are the first lines of each report.
 */
export function keptOf(
  entries: readonly Entry[],
  heads: readonly (readonly Line[])[],
  phrases: Phrases,
): { readonly entry: Entry; readonly kept: number | null }[] {
  const waiting = reportsByName(heads, phrases);
  const taken = new Set<number>();
  return entries.map((entry) => {
    const queue = waiting.get(regionIn(entry.name, phrases)) ?? [];
    while (queue[0] !== undefined && taken.has(queue[0])) queue.shift();
    const kept = queue.shift() ?? null;
    if (kept !== null) taken.add(kept);
    return { entry, kept };
  });
}

/**
 * Reports under each name that a contents page may use for them: a name may leave out the places above it, or its own last
 * character, so 上城 and 上城区 both stand for 杭州市上城区.
 */
function reportsByName(heads: readonly (readonly Line[])[], phrases: Phrases): Map<string, number[]> {
  const reports = new Map<string, number[]>();
  heads.forEach((lines, index) => {
    const names = new Set<string>();
    for (const name of regionsOfHead(lines, phrases)) {
      for (let from = 0; from <= name.length - 2; from++) {
        names.add(name.slice(from));
        if (REGION.test(name) && name.length - from > 2) names.add(name.slice(from, -1));
      }
    }
    for (const name of names) {
      const queue = reports.get(name);
      if (queue) queue.push(index);
      else reports.set(name, [index]);
    }
  });
  return reports;
}

function regionsOfHead(lines: readonly Line[], phrases: Phrases): string[] {
  const folded = lines.map((line) => line.head).join('');
  const meeting = /(?:日在?|在)([\p{Script=Han}]{2,24}?)第[^第]{1,4}届/u.exec(folded)?.[1];
  const formula = /代表([\p{Script=Han}]{2,24}?)人民政府/u.exec(folded)?.[1];
  const title = lines[0] && hasAny(lines[0].head, phrases['report-titles']) ? regionIn(lines[0].head, phrases) : '';
  return [meeting, formula, title].filter((name): name is string => name !== undefined && name.length > 1);
}
