/** Reads the entries of a contents page and the heads of the reports / gives the report of each entry / promises: no report fulfils two entries. */
import type { Phrases } from '../../rules/vocabulary/phrases.ts';
import { type Entry, regionIn, yearIn } from './contents.ts';
import { isReportTitle } from './landmarks.ts';
import { hasAny, type Line } from './lines.ts';

/** A report to be matched: its first lines and its whole range. */
export interface Candidate {
  readonly head: readonly Line[];
  readonly start: number;
  readonly end: number;
}

const SUFFIX = /(?:[省市区县州盟旗]|自治区|新区|地区)$/u;
const MEETING = /(?:日在?|在)([\p{Script=Han}]{2,24}?)(?:第[^第]{1,4}|[一二三四五六七八九十]{1,3})届/u;
const FORMULA = /代表([\p{Script=Han}]{2,24}?)(?:人民)?政府/u;
const SPEAKER = /^([\p{Script=Han}]{3,14}?)(?:人民政府)?(?:代理?)?(?:省长|市长|区长|县长|州长|旗长|盟长)/u;
const DATE = /((?:19|20)\d{2})年(\d{1,2})月/u;

/** Characters of a report in which the names of places are counted, and how many entries are tried. */
const COUNTED = 12_000;
const TRIED = 24;
/** A report names its own place at least so often in these. */
const OFTEN = 3;

/**
 * Which report fulfils each entry: the first not yet taken whose title, meeting line, speaker or opening formula names the same
 * place and no other year. A report whose head names no place is given to the entry whose place it speaks of most, among those
 * that stand between its neighbours' entries.
 */
export function keptOf(
  entries: readonly Entry[],
  reports: readonly Candidate[],
  text: string,
  phrases: Phrases,
): { readonly entry: Entry; readonly kept: number | null }[] {
  if (entries.length === 0) return [];
  const waiting = reportsByName(reports, phrases);
  const years = reports.map(({ head }) => yearsOf(head, phrases));
  const fits = (entry: Entry, report: number): boolean => {
    const known = years[report];
    return entry.year === null || known === undefined || known.size === 0 || known.has(entry.year);
  };
  const taken = new Set<number>();
  const kept = entries.map((entry): number | null => {
    const queue = entry.region === '' ? [...reports.keys()] : (waiting.get(entry.region) ?? []);
    if (entry.region === '' && entry.year === null) return null;
    const found = queue.find((report) => !taken.has(report) && fits(entry, report)) ?? null;
    if (found !== null) taken.add(found);
    return found;
  });
  fillGaps({ entries, reports, text, fits, taken, kept });
  return entries.map((entry, at) => ({ entry, kept: kept[at] ?? null }));
}

interface Open {
  readonly entries: readonly Entry[];
  readonly reports: readonly Candidate[];
  readonly text: string;
  readonly fits: (entry: Entry, report: number) => boolean;
  readonly taken: Set<number>;
  readonly kept: (number | null)[];
}

/** Gives reports whose head is silent to the entry whose place their text names most. */
function fillGaps({ entries, reports, text, fits, taken, kept }: Open): void {
  reports.forEach((report, ordinal) => {
    if (taken.has(ordinal)) return;
    const from = kept.findLastIndex((one) => one !== null && one < ordinal) + 1;
    const next = kept.findIndex((one, at) => at >= from && one !== null && one > ordinal);
    const open = entries
      .slice(from, next < 0 ? entries.length : next)
      .map((entry, at) => ({ entry, at: from + at }))
      .filter(({ entry, at }) => kept[at] === null && fits(entry, ordinal));
    if (open.length === 0 || open.length > TRIED) return;
    const body = text.slice(report.start, Math.min(report.end, report.start + COUNTED));
    const [best, second] = open
      .map(({ entry, at }) => ({ at, count: countIn(body, entry.region.replace(SUFFIX, '')) }))
      .toSorted((a, b) => b.count - a.count);
    if (!best || best.count < OFTEN || best.count < 2 * (second?.count ?? 0)) return;
    kept[best.at] = ordinal;
    taken.add(ordinal);
  });
}

function countIn(text: string, words: string): number {
  if (words.length < 2) return 0;
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count++;
  return count;
}

/**
 * Reports under each name that a contents page may use for them: a name may leave out the places above it, or its own last
 * character, so 上城 and 上城区 both stand for 杭州市上城区.
 */
function reportsByName(reports: readonly Candidate[], phrases: Phrases): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  reports.forEach(({ head }, index) => {
    const names = new Set<string>();
    for (const name of regionsOf(head, phrases)) {
      for (let from = 0; from <= name.length - 2; from++) {
        names.add(name.slice(from));
        if (SUFFIX.test(name) && name.length - from > 2) names.add(name.slice(from, -1));
      }
    }
    for (const name of names) {
      const queue = byName.get(name);
      if (queue) queue.push(index);
      else byName.set(name, [index]);
    }
  });
  return byName;
}

function regionsOf(head: readonly Line[], phrases: Phrases): string[] {
  const folded = head.map((line) => line.head).join('');
  const speaker = head.slice(0, 8).map((line) => (line.length > 40 ? undefined : SPEAKER.exec(line.head)?.[1]));
  const title =
    head[0] && hasAny(head[0].head, phrases['report-titles']) ? regionIn(head[0].head, phrases) : head[0]?.head;
  const names = [MEETING.exec(folded)?.[1], FORMULA.exec(folded)?.[1], title, ...speaker];
  return names.filter((name): name is string => name !== undefined && name.length > 1 && name.length <= 24);
}

/** The year of a report's title, or those that its meeting line allows: at the end of a year the next one too. Empty when silent. */
function yearsOf(head: readonly Line[], phrases: Phrases): ReadonlySet<number> {
  const years = new Set<number>();
  for (const line of head.slice(0, 6)) {
    if (!isReportTitle(line, phrases)) continue;
    const year = yearIn(line.head);
    if (year !== null) years.add(year);
  }
  if (years.size > 0) return years;
  const [, year, month] =
    DATE.exec(
      head
        .slice(0, 6)
        .map((line) => (line.length > 80 ? '' : line.head))
        .join(''),
    ) ?? [];
  if (year !== undefined) {
    years.add(Number(year));
    if (Number(month) >= 11) years.add(Number(year) + 1);
  }
  return years;
}
