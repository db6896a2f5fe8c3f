/** Measures identity on real reports whose folder, file and front matter say who, when and where. No file is read here. */
import type { Identity } from '../../src/model/report.ts';
import type { Signal } from '../../src/model/signal.ts';
import type { Vocabulary } from '../../src/rules/vocabulary.ts';
import type { IdentityHints } from '../../src/source/identify.ts';
import { identify } from '../../src/source/identify.ts';
import { outline } from '../../src/source/outline.ts';

/** `path` is <province>/<city or province>/<year>.md: the truth. */
export interface LabelledReport {
  readonly path: string;
  readonly text: string;
}

export interface IdentityScore {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  /** What went wrong: the path, and what was read instead. */
  readonly misses: readonly string[];
}

const NO_HINTS: IdentityHints = { title: null, path: null };

/** Region and year from the text alone, with its head and without; date and speaker against the front matter's title. */
export function scoreIdentity(reports: readonly LabelledReport[], vocabulary: Vocabulary): IdentityScore[] {
  const read = (text: string, hints = NO_HINTS): { identity: Identity; signals: Signal<'report'>[] } =>
    identify(text, outline(text, vocabulary), vocabulary, hints);
  const cases = reports.map(({ path, text }) => ({ path, clean: plain(text), label: labelOf(text), ...truthOf(path) }));
  const dated = cases.filter(({ label }) => label.date !== null);
  const said = (value: string | number | null): string => String(value ?? 'nothing');
  return [
    score('region from the text alone', cases, ({ clean, region }) => {
      const found = read(clean).identity.region;
      return found === region ? null : said(found);
    }),
    score('year from the text alone', cases, ({ clean, year }) => {
      const found = read(clean).identity.reportYear;
      return found === year ? null : said(found);
    }),
    score('day as the front matter has it', dated, ({ clean, label }) => {
      const found = read(clean).identity.deliveredOn;
      return found === label.date ? null : said(found);
    }),
    score('speaker as the front matter has it', dated, ({ clean, label }) => {
      const found = read(clean).identity.speaker;
      return found === label.speaker ? null : said(found);
    }),
    score('region without the head is right', cases, ({ clean, region }) => {
      const found = read(headless(clean)).identity.region;
      return found === region ? null : said(found);
    }),
    score('region without the head is right or left open', cases, ({ clean, region }) => {
      const found = read(headless(clean)).identity.region;
      return found === region || found === null ? null : said(found);
    }),
    score('year without the head is right or left open', cases, ({ clean, year }) => {
      const found = read(headless(clean)).identity.reportYear;
      return found === year || found === null ? null : said(found);
    }),
    score('right hints raise no conflict', cases, ({ clean, path, label }) => {
      const { signals } = read(clean, { title: label.title, path });
      const conflicts = signals.filter(({ sign }) => sign.endsWith('-conflict'));
      return conflicts.length === 0 ? null : JSON.stringify(conflicts.map(({ data }) => data));
    }),
  ];
}

function score<T extends { readonly path: string }>(
  name: string,
  cases: readonly T[],
  wrong: (one: T) => string | null,
): IdentityScore {
  const misses = cases.flatMap((one) => {
    const found = wrong(one);
    return found === null ? [] : [`${one.path}: ${found}`];
  });
  return { name, right: cases.length - misses.length, total: cases.length, misses };
}

function truthOf(path: string): { readonly region: string; readonly year: number } {
  const [region = '', file = ''] = path.split('/').slice(-2);
  return { region, year: Number.parseInt(file, 10) };
}

/** 亳州市政府工作报告（2022年1月10日 邓真晓） */
function labelOf(text: string): { title: string | null; date: string | null; speaker: string | null } {
  const title = /^title: (.*)$/m.exec(text.slice(0, 500))?.[1]?.trim() ?? null;
  const match = /（(\d{4})年(\d{1,2})月(\d{1,2})日\s*([\p{Script=Han}]{2,4})）$/u.exec(title ?? '');
  if (match === null) return { title, date: null, speaker: null };
  const [, year = '', month = '', day = '', speaker = null] = match;
  return { title, date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, speaker };
}

/** The report as the stages before identity leave it: no front matter, comments, bold marks, indentation or blank lines. */
export function plain(text: string): string {
  const bare = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replaceAll('**', '');
  return bare
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The report from the line after its opening formula on. */
function headless(text: string): string {
  const formula = text.search(/我代表/);
  return text.slice(text.indexOf('\n', formula < 0 || formula > 1500 ? 0 : formula) + 1);
}
