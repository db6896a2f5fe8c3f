/** Builds web pages around real reports from hand-written chrome, so that every character is known to be page or report. */
import { parse } from 'yaml';

/** A page as written in labels/noise; unseen.yaml explains the fields. */
export interface PageRecipe {
  readonly name: string;
  readonly report: string;
  readonly head?: string;
  readonly tail?: string;
  readonly between?: readonly string[];
  readonly within?: readonly string[];
  readonly after?: readonly string[];
  readonly wrap?: number;
  readonly running?: { readonly every: number; readonly lines: readonly string[] };
  readonly strays?: number;
  readonly torn?: number;
}

/** `report` is body that must stay, `page` is noise that must go, `damage` a blank put into the body, `either` is not counted. */
export type Origin = 'report' | 'page' | 'damage' | 'either';

export interface Piece {
  readonly text: string;
  readonly origin: Origin;
}

export function recipesOf(yaml: string): PageRecipe[] {
  const list: unknown = parse(yaml);
  if (!Array.isArray(list)) throw new Error('a list of pages is expected');
  return list.filter(isRecipe);
}

function isRecipe(value: unknown): value is PageRecipe {
  return typeof value === 'object' && value !== null && 'name' in value && 'report' in value;
}

/** The body of a report file: without front matter and blank lines, below a title if it has none. */
export function bodyOf(markdown: string): string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/u, '');
  const lines = body.split('\n').flatMap((line) => {
    const trimmed = line
      .replaceAll('**', '')
      .replaceAll(/<!--.{0,400}-->/gu, '')
      .trim();
    return trimmed === '' ? [] : [trimmed];
  });
  return /报\s*告/u.test(lines[0] ?? '') ? lines : ['政府工作报告', ...lines];
}

/** The pieces of a page in order; joined they are its text. */
export function pageOf(recipe: PageRecipe, body: readonly string[]): Piece[] {
  const damaged = body.map(withOwnJumps);
  insertInside(damaged, recipe.within ?? [], 'page', midSentence);
  insertInside(damaged, recipe.after ?? [], 'page', behindSentence);
  insertInside(damaged, Array<string>(recipe.strays ?? 0).fill(' '), 'damage', midSentence);
  insertInside(damaged, Array<string>(recipe.torn ?? 0).fill(' '), 'damage', insideFigure);
  const lines = withBetween(damaged, recipe.between ?? []);
  const wrapped = recipe.wrap === undefined ? lines : lines.flatMap((line) => wrapLine(line, recipe.wrap ?? 0));
  const paged = recipe.running === undefined ? wrapped : withRunning(wrapped, recipe.running);
  const whole = [...chrome(recipe.head), ...paged, ...chrome(recipe.tail)];
  return whole.flatMap((line): Piece[] => (endsInDamage(line) ? line : [...line, { text: '\n', origin: 'either' }]));
}

type Pieces = Piece[];

/** A report of the field data may hold a newspaper's jumps of its own: what becomes of them is not counted here. */
function withOwnJumps(line: string): Pieces {
  return line
    .split(/((?:[ （(]{0,3}(?:下转|上接)第?[^）)\s]{1,4}版[）)]?)+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, origin: /^[ （(]*(?:下转|上接)/u.test(text) ? 'either' : 'report' }));
}

function chrome(text: string | undefined): Pieces[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.startsWith('?') ? [{ text: line.slice(1), origin: 'either' }] : [{ text: line, origin: 'page' }],
    );
}

function endsInDamage(line: Pieces): boolean {
  return line.at(-1)?.origin === 'damage';
}

/** Puts each text into a paragraph of its own, spread evenly over the long ones. */
function insertInside(
  lines: Pieces[],
  texts: readonly string[],
  origin: Origin,
  placeIn: (text: string) => number,
): void {
  const long = lines.filter((line) => placeIn(lastText(line)) > 0);
  texts.forEach((text, index) => {
    const line = long[Math.floor(((index + 0.5) * long.length) / texts.length)];
    const last = line?.at(-1);
    if (line === undefined || last === undefined) return;
    const at = placeIn(last.text);
    if (at <= 0) return;
    line.splice(
      -1,
      1,
      { ...last, text: last.text.slice(0, at) },
      { text, origin },
      { ...last, text: last.text.slice(at) },
    );
  });
}

function lastText(line: Pieces): string {
  return line.at(-1)?.text ?? '';
}

function midSentence(text: string): number {
  return placeOf(text, /(?<=[，；]\p{Script=Han}{3})\p{Script=Han}{3}/u);
}

function behindSentence(text: string): number {
  return placeOf(text, /(?<=[。；])\p{Script=Han}/u);
}

function insideFigure(text: string): number {
  return placeOf(text, /(?<=\p{Script=Han}\d{1,3}\.\d)\d(?=[%亿万])|(?<=\p{Script=Han}\d)\d(?=\.\d[%亿万])/u);
}

/** First place in the second half of a long text, or 0. */
function placeOf(text: string, pattern: RegExp): number {
  if (text.length < 80) return 0;
  const from = text.length >> 1;
  const found = text.slice(from).search(pattern);
  return found < 0 ? 0 : from + found;
}

/** Lines of the page put between paragraphs, evenly, the first after the sixth paragraph. */
function withBetween(lines: readonly Pieces[], texts: readonly string[]): Pieces[] {
  const step = Math.floor((lines.length - 8) / (texts.length + 1));
  return lines.flatMap((line, index) => {
    const here = texts.filter((_, k) => 6 + (k + 1) * step === index);
    return [line, ...here.map((text): Pieces => [{ text, origin: 'page' }])];
  });
}

/** Breaks a long paragraph at a width, as a printed page does; a break inside it is damage. */
function wrapLine(line: Pieces, width: number): Pieces[] {
  const [only] = line;
  if (line.length !== 1 || only === undefined || only.origin !== 'report') return [line];
  const lines: Pieces[] = [];
  for (let at = 0; at < only.text.length; ) {
    const end = lineEnd(only.text, at, width);
    const text = only.text.slice(at, end);
    const rest = end < only.text.length;
    lines.push(
      rest
        ? [
            { text, origin: 'report' },
            { text: '\n', origin: 'damage' },
          ]
        : [{ text, origin: 'report' }],
    );
    at = end;
  }
  return lines;
}

/** Where a line of a printed page ends: Latin letters and digits are half as wide, and a figure is not parted. */
function lineEnd(text: string, from: number, width: number): number {
  let at = from;
  for (let used = 0; at < text.length && used < width; at++) used += text.charCodeAt(at) < 0x2000 ? 0.5 : 1;
  while (at < text.length && at > from + 1 && /[\dA-Za-z.][\dA-Za-z.%]/u.test(text.slice(at - 1, at + 1))) at--;
  return at;
}

function withRunning(
  lines: readonly Pieces[],
  { every, lines: texts }: { every: number; lines: readonly string[] },
): Pieces[] {
  return lines.flatMap((line, index) => {
    if ((index + 1) % every !== 0) return [line];
    const page = String((index + 1) / every);
    return [
      line,
      ...texts.map(
        (text): Pieces => [
          { text: `${text.replaceAll('{n}', page)}\n`, origin: 'page' },
          { text: '', origin: 'damage' },
        ],
      ),
    ];
  });
}
