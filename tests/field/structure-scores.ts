/** Measures structure on real reports: each taken whole and cut in many ways. No file is read here. */
import type { Completeness } from '../../src/model/report.ts';
import type { Rules } from '../../src/rules/card.ts';
import { complete } from '../../src/source/complete.ts';
import { outline } from '../../src/source/outline.ts';
import { segment } from '../../src/source/segment.ts';
import {
  afterParagraph,
  afterSentence,
  atCharacter,
  beforeHeading,
  type Cut,
  doubled,
  firstPage,
  flattened,
  lastWords,
  middleSection,
  type Whole,
  withoutAttachments,
  withoutHead,
} from './structure-cuts.ts';

export interface FieldReport {
  readonly path: string;
  readonly text: string;
}

export interface Score {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  /** Paths of the reports that went wrong, in order; at most 20. */
  readonly wrong: readonly string[];
}

/** Reports of the field data that are cut as they stand, by reading: the one stops at a bare heading, the other in mid-plan. */
const CUT: ReadonlySet<string> = new Set(['安徽省/铜陵市/2025.md', '山东省/烟台市/2014.md']);

/** A report is within the estimate when the share that is present differs from it by no more. */
const NEAR = 0.1;

/**
 * One score a question. Whole reports: found once, from their first line to their last body line; not called cut. Those that are
 * complete as they stand are then cut: every cut that takes 5 % of the body or more, and every one in mid-sentence, must be seen.
 * Shares are measured on the places that the positions of words were not learnt from (every second one, in order of path, whether
 * its reports are whole or not: as the script that learns them counts).
 */
export function scoreStructure(reports: readonly FieldReport[], rules: Rules): Score[] {
  const texts = reports.map(({ path, text }) => ({ path, text: withoutMarkup(text) }));
  const whole = texts.flatMap(({ path, text }): Whole[] => {
    const [only] = judged(text, rules);
    return only?.verdict === 'complete' ? [{ path, text: only.text, body: only.body }] : [];
  });
  const places = [...new Set(reports.map(placeOf))].sort();
  const unseen = (report: Whole): boolean => places.indexOf(placeOf(report)) % 2 === 1;
  const cut = (name: string, how: Cut, isRight: (found: readonly Judged[], share: number) => boolean): Score =>
    scoreCut(name, whole, how, rules, isRight);
  const isCut = (found: readonly Judged[]): boolean => found[0]?.verdict === 'truncated';
  const isNear = (found: readonly Judged[], share: number): boolean =>
    Math.abs((found[0]?.sharePresent?.estimate ?? 9) - share) <= NEAR;
  const isHeld = (found: readonly Judged[], share: number): boolean => {
    const { low, high } = found[0]?.sharePresent ?? { low: 1, high: 0 };
    return low <= share && share <= high;
  };
  const tails: readonly (readonly [string, Cut])[] = [
    ['anywhere', atCharacter],
    ['after a sentence', afterSentence],
    ['after a paragraph', afterParagraph],
    ['before a heading', beforeHeading],
    ['after the first page', firstPage],
  ];
  return [
    scoreOf('exactly one report, whole', texts, ({ text }) => isFoundWhole(text, rules)),
    scoreOf(
      'whole report is not called truncated',
      texts.filter(({ path }) => !CUT.has(path)),
      ({ text }) => judged(text, rules)[0]?.verdict !== 'truncated',
    ),
    scoreOf('has a review and a plan part', texts, ({ text }) => hasBothParts(text, rules)),
    ...tails.map(([name, how]) => cut(`cut ${name} is truncated`, how, isCut)),
    cut('cut in mid-sentence, under 5 % gone, is truncated', lastWords, isCut),
    cut('a section of the middle gone is truncated', middleSection, isCut),
    cut('without its head is truncated at its head', withoutHead, ([one]) => one?.missing[0] === 'head'),
    cut('without its glossary is complete', withoutAttachments, ([one]) => one?.verdict === 'complete'),
    cut(
      'in one line is one complete report',
      flattened,
      (found) => found.length === 1 && found[0]?.verdict === 'complete',
    ),
    cut('held twice is two complete reports', doubled, (found) => found.every(({ verdict }) => verdict === 'complete')),
    ...tails.map(([name, how]) =>
      scoreCut(`share within 10 points, unseen places, cut ${name}`, whole.filter(unseen), how, rules, isNear),
    ),
    scoreCut('share within 10 points, head gone', whole, withoutHead, rules, isNear),
    scoreCut('share within 10 points, unseen places, head gone', whole.filter(unseen), withoutHead, rules, isNear),
    scoreCut('share within 10 points, section gone', whole, middleSection, rules, isNear),
    scoreCut('share inside its range, unseen places', whole.filter(unseen), atCharacter, rules, isHeld),
    scoreCut('share inside its range, unseen places, head gone', whole.filter(unseen), withoutHead, rules, isHeld),
    scoreCut('share inside its range, section gone', whole, middleSection, rules, isHeld),
  ];
}

function scoreCut(
  name: string,
  reports: readonly Whole[],
  how: Cut,
  rules: Rules,
  isRight: (found: readonly Judged[], share: number) => boolean,
): Score {
  const made = reports.flatMap((report, index) => {
    const left = how(report, index, rules);
    return left === null ? [] : [{ path: report.path, ...left }];
  });
  return scoreOf(name, made, ({ text, share }) => isRight(judged(text, rules), share));
}

function scoreOf<T extends { readonly path: string }>(
  name: string,
  reports: readonly T[],
  isRight: (report: T) => boolean,
): Score {
  const wrong = reports.filter((report) => !isRight(report)).map(({ path }) => path);
  return { name, right: reports.length - wrong.length, total: reports.length, wrong: wrong.slice(0, 20) };
}

function placeOf({ path }: { readonly path: string }): string {
  return path.split('/').slice(0, -1).join('/');
}

interface Judged extends Completeness {
  readonly text: string;
  /** Where the attachments begin. */
  readonly body: number;
}

/** What segmenting, taking apart and weighing make of a source: one verdict a report. */
function judged(source: string, rules: Rules): Judged[] {
  return segment(source, rules.vocabulary).reports.map((found) => {
    const text = cleanOf(source.slice(found.start, found.end));
    const shape = outline(text, rules.vocabulary);
    const alone = { promised: [], ordinal: 0, otherReportsChars: [] };
    const { completeness } = complete({ text, outline: shape }, alone, rules.vocabulary, weightsOf(rules));
    const body = shape.paragraphs.findLast(({ part }) => part !== 'glossary' && part !== 'annex');
    return { ...completeness, text, body: body?.range.end ?? text.length };
  });
}

/** Front matter, comments and bold marks: what unwrapping takes away before structure is looked at. */
function withoutMarkup(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replaceAll('**', '');
}

function isFoundWhole(text: string, rules: Rules): boolean {
  const { reports } = segment(text, rules.vocabulary);
  const [only, second] = reports;
  if (!only || second) return false;
  // A list of files to download after the end is the site's.
  const after = text
    .slice(only.end)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const files = after.every((line) => /^附件|\.(?:docx?|pdf|xlsx?)$/u.test(line.trim()));
  return text.slice(0, only.start).trim() === '' && files;
}

function weightsOf(rules: Rules): Map<string, number> {
  return new Map(rules.rules.flatMap(({ run }) => (run.shape === 'signal' ? [[run.sign, run.weight] as const] : [])));
}

function hasBothParts(source: string, rules: Rules): boolean {
  const parts = new Set(outline(cleanOf(source), rules.vocabulary).paragraphs.map(({ part }) => part));
  return parts.has('review') && parts.has('plan');
}

function cleanOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
