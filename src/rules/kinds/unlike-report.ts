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
  readonly words: string;
  readonly sort: Sort;
}

/** A line that is a paragraph for sure. */
const LONG = 60;
const STOP = /[。；！？：.;!?:…][”’"』」）)]{0,2}$/u;
const TORN = /^[，。、；：！？,;%％）)”’]/u;
const OPEN = /[，、,]$/u;

function foreignLines(text: string, lines: readonly Line[], look: Look): TextEdit[] {
  const sorted = between(
    lines.map((line) => sortedOf(text, line, look)),
    look,
  );
  if (!sorted.some(({ sort }) => sort === 'short')) return [];
  const pairs = new WordPairs();
  let prose = 0;
  for (const { line, sort } of sorted) {
    if (sort !== 'prose') continue;
    prose += line.last - line.first;
    pairs.add(text, line.first, line.last);
  }
  if (prose < look.prose) return [];
  const foreign = new Set(sorted.filter(({ words, sort }) => sort === 'short' && isForeign(words, pairs, look)));
  if (isBroken(sorted, foreign)) return [];
  return stretches(sorted)
    .filter(({ before, after }) => isWhole(before) && !TORN.test(after.words))
    .flatMap(({ run }) => {
      const taken = run.filter((one) => foreign.has(one));
      return taken.length > look.run ? [] : taken;
    })
    .map(({ line }) => ({ start: line.start, end: line.next, replacement: '' }));
}

/** Of so many lines one may be torn; and so many short lines to each paragraph, or short lines like the report, are pieces of sentences. */
const LINES_FOR_TORN = 30;
const FEWEST_TORN = 3;
const PIECES = 0.6;
const SHORT = 0.75;

/** A text whose sentences were broken into lines: its pieces look foreign by chance. */
function isBroken(lines: readonly Sorted[], foreign: ReadonlySet<Sorted>): boolean {
  const torn = lines.filter(
    (one) => TORN.test(one.words) || OPEN.test(one.words) || (one.sort === 'prose' && !isWhole(one)),
  );
  if (torn.length > Math.max(FEWEST_TORN, lines.length / LINES_FOR_TORN)) return true;
  const short = lines.filter((one) => one.sort === 'short');
  const others = lines.length - short.length;
  return short.length > SHORT * others || short.length - foreign.size > PIECES * others;
}

function sortedOf(text: string, line: Line, look: Look): Sorted {
  const words = text.slice(line.first, Math.min(line.last, line.first + LONG + 1));
  if (line.last - line.first > look.maxLength || STOP.test(words))
    return { line, words: text.slice(line.first, line.last), sort: 'prose' };
  return { line, words, sort: look.isHeading(words) ? 'heading' : 'short' };
}

/** From the first to the last paragraph: what stands before is the head of a report, what stands behind its signature. */
function between(lines: readonly Sorted[], look: Look): readonly Sorted[] {
  const isParagraph = ({ line, sort }: Sorted): boolean => sort === 'prose' && line.last - line.first > LONG;
  const first = lines.findIndex(isParagraph);
  if (first < 0) return [];
  const annex = lines.findIndex(({ words, sort }, index) => index > first && sort !== 'prose' && look.isAnnex(words));
  const body = lines.slice(first, annex < 0 ? lines.length : annex);
  return body.slice(0, body.findLastIndex(isParagraph) + 1);
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

/** A paragraph whose end is lost may go on in the next line, whatever that looks like. */
function isWhole({ words, sort }: Sorted): boolean {
  return sort === 'heading' || STOP.test(words);
}

function isForeign(words: string, pairs: WordPairs, look: Look): boolean {
  const plain = words.replaceAll(/\s{1,40}/gu, '');
  if (look.isOwn(plain)) return false;
  if (!hasHan(plain)) return true;
  // Words that are set wide have no neighbours; words that are parted are two things.
  const { pairs: all, known } = pairs.of(words).pairs > 0 ? pairs.of(words) : pairs.of(plain);
  if (all === 0) return look.isMarked(words);
  return known < (look.isMarked(words) ? look.knownMarked : look.known) * all;
}
