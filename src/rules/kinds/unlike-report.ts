/**
 * Takes away short lines between the paragraphs of a report whose words stand nowhere else in it. What a site puts there differs from
 * site to site; what a report says is like itself: a heading names what the paragraphs below it are about.
 * Runs after the rules that can name what they take, and sees those pieces masked.
 */
import type { Kind, TextEdit } from '../card.ts';
import type { Line } from './lines.ts';
import type { NoiseView } from './noise-view.ts';
import { numberOf, type Params } from './params.ts';
import { PIECES_SCHEMA, patternsOf } from './patterns.ts';
import { TAKEN } from './spaces.ts';
import { setOfUnits } from './units-set.ts';
import { hasHan, WordPairs } from './word-pairs.ts';

const PATTERN = { type: 'string', minLength: 1 } as const;
const SHARE = { type: 'number', minimum: 0, maximum: 1 } as const;

export const unlikeReportKind: Kind = {
  name: 'unlike-report',
  scopes: ['source'],
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['heading', 'own', 'annex', 'marked', 'known', 'knownMarked'],
    properties: {
      pieces: PIECES_SCHEMA,
      heading: { ...PATTERN, description: 'Stands in a numbered heading or an address: such a line stays.' },
      own: { ...PATTERN, description: 'Words that only reports have between paragraphs: a line with one stays.' },
      annex: { ...PATTERN, description: 'Title of a glossary or annex, a whole line: from there on all lines stay.' },
      marked: { ...PATTERN, description: 'What a heading has not. Such a line is measured by `knownMarked`.' },
      known: { ...SHARE, description: 'A line goes when the report knows a smaller share of its pairs of characters.' },
      knownMarked: { ...SHARE, description: 'The same for lines with what a heading has not.' },
      maxLength: { type: 'integer', minimum: 8, maximum: 80, description: 'Longer lines stay. Default: 40.' },
      run: {
        type: 'integer',
        minimum: 1,
        description: 'More lines in a row than these are a table and stay. Default: 12.',
      },
      prose: {
        type: 'integer',
        minimum: 100,
        description: 'Paragraphs of fewer characters tell nothing. Default: 1200.',
      },
    },
  },
  compile(params) {
    const look = lookOf(params);
    return {
      shape: 'noise',
      edits: (view) => linesByReport(view).flatMap((lines) => foreignLines(view.text, lines, look)),
    };
  },
};

interface Look {
  readonly isHeading: (words: string) => boolean;
  readonly isOwn: (words: string) => boolean;
  readonly isAnnex: (words: string) => boolean;
  readonly isMarked: (words: string) => boolean;
  readonly known: number;
  readonly knownMarked: number;
  readonly maxLength: number;
  readonly run: number;
  readonly prose: number;
}

function lookOf(params: Params): Look {
  const holds = (key: string, fit: 'whole' | 'anywhere'): ((words: string) => boolean) => {
    const patterns = patternsOf(params, key, fit);
    return (words) => patterns.some((pattern) => words.search(pattern) >= 0);
  };
  return {
    isHeading: holds('heading', 'anywhere'),
    isOwn: holds('own', 'anywhere'),
    isAnnex: holds('annex', 'whole'),
    isMarked: holds('marked', 'anywhere'),
    known: numberOf(params, 'known', 0.4),
    knownMarked: numberOf(params, 'knownMarked', 0.6),
    maxLength: numberOf(params, 'maxLength', 40),
    run: numberOf(params, 'run', 12),
    prose: numberOf(params, 'prose', 1200),
  };
}

/** For each report its lines that are left, in order. */
function linesByReport(view: NoiseView): Line[][] {
  const { text, lines, reports } = view;
  let next = 0;
  return reports.map(({ start, end }) => {
    const found: Line[] = [];
    for (; next < lines.length; next++) {
      const line = lines[next];
      if (line === undefined || line.first < start) continue;
      if (line.last > end) break;
      if (!isTaken(text, line)) found.push(line);
    }
    return found;
  });
}

function isTaken(text: string, { first, last }: Line): boolean {
  for (let at = first; at < last; at++) if (text.charAt(at) !== TAKEN) return false;
  return true;
}

/** What a line is: a sentence or paragraph, a heading that says so itself, or a short line that has to be like the report. */
type Sort = 'prose' | 'heading' | 'short';

interface Sorted {
  readonly line: Line;
  readonly sort: Sort;
}

/** A line that is a paragraph for sure. */
const LONG = 60;
const isStop = setOfUnits('。；！？：.;!?:…');
const isShut = setOfUnits('”’"』」）)');
const isComma = setOfUnits('，、,');
const goesOn = setOfUnits('，。、；：！？,;%％）)”’');

function foreignLines(text: string, lines: readonly Line[], look: Look): TextEdit[] {
  const sorted = between(
    text,
    lines.map((line) => ({ line, sort: sortOf(text, line, look) })),
    look,
  );
  const asked = sorted.filter(
    ({ line, sort }) => sort === 'short' && !look.isOwn(wordsOf(text, line).replaceAll(BLANKS, '')),
  );
  if (asked.length === 0 || isTorn(text, sorted)) return [];
  const pairs = new WordPairs();
  for (const { line } of asked) for (const words of spellings(text, line)) pairs.want(words);
  let prose = 0;
  for (const { line, sort } of sorted) {
    if (sort !== 'prose') continue;
    prose += line.last - line.first;
    pairs.read(text, line.first, line.last);
  }
  if (prose < look.prose) return [];
  const foreign = new Set(asked.filter(({ line }) => isForeign(text, line, pairs, look)));
  if (isBroken(sorted, foreign)) return [];
  return stretches(sorted)
    .filter(({ before, after }) => isWhole(text, before) && !goesOn(text.charCodeAt(after.line.first)))
    .flatMap(({ run }) => {
      const taken = run.filter((one) => foreign.has(one));
      return taken.length > look.run ? [] : taken;
    })
    .map(({ line }) => ({ start: line.start, end: line.next, replacement: '' }));
}

const BLANKS = /\s{1,40}/gu;

/** The words that are left of a line. */
function wordsOf(text: string, line: Line): string {
  return text.slice(line.first, line.last).replaceAll(TAKEN, '');
}

/** The words as they stand, and set close: words that are set wide have no neighbours. */
function spellings(text: string, line: Line): [asSet: string, close: string] {
  const words = wordsOf(text, line);
  return [words, words.replaceAll(BLANKS, '')];
}

function sortOf(text: string, line: Line, look: Look): Sort {
  if (line.last - line.first > look.maxLength || stops(text, line)) return 'prose';
  return look.isHeading(wordsOf(text, line)) ? 'heading' : 'short';
}

/** True when a line ends with a full stop or the like, in quotation marks or brackets or not. */
function stops(text: string, { first, last }: Line): boolean {
  let at = last - 1;
  while (at > first && at > last - 3 && isShut(text.charCodeAt(at))) at--;
  return isStop(text.charCodeAt(at));
}

/** A paragraph whose end is lost may go on in the next line, whatever that looks like. */
function isWhole(text: string, { line, sort }: Sorted): boolean {
  return sort === 'heading' || stops(text, line);
}

/** From the first to the last paragraph: what stands before is the head of a report, what stands behind its signature. */
function between(text: string, lines: readonly Sorted[], look: Look): readonly Sorted[] {
  const isParagraph = ({ line, sort }: Sorted): boolean => sort === 'prose' && line.last - line.first > LONG;
  const first = lines.findIndex(isParagraph);
  if (first < 0) return [];
  const annex = lines.findIndex(
    ({ line, sort }, index) => index > first && sort !== 'prose' && look.isAnnex(wordsOf(text, line)),
  );
  const body = lines.slice(first, annex < 0 ? lines.length : annex);
  return body.slice(0, body.findLastIndex(isParagraph) + 1);
}

/** Of so many lines one may be torn; so many short lines to each paragraph, or short lines like the report, are pieces of sentences. */
const LINES_FOR_TORN = 30;
const FEWEST_TORN = 3;
const SHORT = 0.75;
const PIECES = 0.6;

/** A text whose sentences were broken into lines: its pieces look foreign by chance. */
function isTorn(text: string, lines: readonly Sorted[]): boolean {
  const torn = lines.filter(
    (one) =>
      goesOn(text.charCodeAt(one.line.first)) ||
      isComma(text.charCodeAt(one.line.last - 1)) ||
      (one.sort === 'prose' && !stops(text, one.line)),
  );
  return torn.length > Math.max(FEWEST_TORN, lines.length / LINES_FOR_TORN);
}

function isBroken(lines: readonly Sorted[], foreign: ReadonlySet<Sorted>): boolean {
  const short = lines.filter((one) => one.sort === 'short');
  const others = lines.length - short.length;
  return short.length > SHORT * others || short.length - foreign.size > PIECES * others;
}

interface Stretch {
  readonly before: Sorted;
  readonly run: readonly Sorted[];
  readonly after: Sorted;
}

/** Rows of short lines with the lines around them. */
function stretches(lines: readonly Sorted[]): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  lines.forEach((after, index) => {
    if (after.sort === 'short') return;
    const before = lines[from];
    if (before !== undefined && index > from + 1) found.push({ before, run: lines.slice(from + 1, index), after });
    from = index;
  });
  return found;
}

function isForeign(text: string, line: Line, pairs: WordPairs, look: Look): boolean {
  const [words, close] = spellings(text, line);
  if (!hasHan(close)) return true;
  const asSet = pairs.of(words);
  // Words that are parted are two things; a line of single characters is one.
  const { pairs: all, known } = asSet.pairs > 0 ? asSet : pairs.of(close);
  if (all === 0) return look.isMarked(words);
  return known < (look.isMarked(words) ? look.knownMarked : look.known) * all;
}
