/** Measures structure on real reports: each taken whole, cut at several places, and without its head. No file is read here. */

import type { Completeness, CompletenessVerdict } from '../../src/model/report.ts';
import type { Rules } from '../../src/rules/card.ts';
import { complete } from '../../src/source/complete.ts';
import { outline } from '../../src/source/outline.ts';
import { segment } from '../../src/source/segment.ts';

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

const SHARES = [0.3, 0.5, 0.7, 0.9] as const;

/**
 * One score a question. Whole reports: found once, from their first line to their last body line; not called cut.
 * Cut reports (those that are complete as they stand): called truncated, when cut after a sentence, before a heading or anywhere.
 * Reports without their first tenth: called an excerpt.
 */
export function scoreStructure(reports: readonly FieldReport[], rules: Rules): Score[] {
  const texts = reports.map(({ path, text }) => ({ path, text: withoutMarkup(text) }));
  const whole = texts.filter(({ text }) => verdictOf(text, rules) === 'complete');
  const cutAt = (name: string, cut: (text: string, share: number) => string): Score[] =>
    SHARES.map((share) =>
      score(
        `cut ${name} at ${share * 100} % is truncated`,
        whole,
        ({ text }) => verdictOf(cut(text, share), rules) === 'truncated',
      ),
    );
  return [
    score('exactly one report, whole', texts, ({ text }) => isFoundWhole(text, rules)),
    score('whole report is not called truncated', texts, ({ text }) => verdictOf(text, rules) !== 'truncated'),
    score('has a review and a plan part', texts, ({ text }) => hasBothParts(text, rules)),
    ...cutAt('after a sentence', afterSentence),
    ...cutAt('before a heading', (text, share) => beforeHeading(text, share, rules)),
    ...cutAt('anywhere', (text, share) => text.slice(0, Math.floor(bodyEnd(text) * share))),
    ...SHARES.map((share) =>
      score(`share of a text cut at ${share * 100} % lies within the estimate's range`, whole, ({ text }) =>
        isEstimated(text, share, rules),
      ),
    ),
    score('without its head is an excerpt', whole, ({ text }) => verdictOf(withoutHead(text), rules) === 'excerpt'),
  ];
}

function score(name: string, reports: readonly FieldReport[], isRight: (report: FieldReport) => boolean): Score {
  const wrong = reports.filter((report) => !isRight(report)).map(({ path }) => path);
  return { name, right: reports.length - wrong.length, total: reports.length, wrong: wrong.slice(0, 20) };
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

/** True when the range of the estimate holds the share that was left standing, attachments not counted. */
function isEstimated(text: string, share: number, rules: Rules): boolean {
  const cut = afterSentence(text, share);
  const estimate = completenessOf(cut, rules)?.sharePresent;
  const truth = cleanOf(cut).length / cleanOf(text.slice(0, bodyEnd(text))).length;
  return estimate !== null && estimate !== undefined && estimate.low <= truth && truth <= estimate.high;
}

function verdictOf(source: string, rules: Rules): CompletenessVerdict | null {
  return completenessOf(source, rules)?.verdict ?? null;
}

/** What segmenting, taking apart and weighing make of a source; null when no report is found in it. */
function completenessOf(source: string, rules: Rules): Completeness | null {
  const [found] = segment(source, rules.vocabulary).reports;
  if (!found) return null;
  const text = cleanOf(source.slice(found.start, found.end));
  const view = { text, outline: outline(text, rules.vocabulary) };
  const alone = { promised: [], ordinal: 0, otherReportsChars: [] };
  return complete(view, alone, rules.vocabulary, weightsOf(rules)).completeness;
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

/** Where the attachments begin: a text cut within them is no cut report. */
function bodyEnd(text: string): number {
  const title = /\n[^\n]{0,20}(?:名词解释|用语说明|注释|附件)[^\n]{0,12}\n/u.exec(
    text.slice(Math.floor(text.length / 2)),
  );
  return title ? Math.floor(text.length / 2) + title.index : text.length;
}

function afterSentence(text: string, share: number): string {
  const stop = text.lastIndexOf('。', Math.floor(bodyEnd(text) * share));
  return text.slice(0, stop + 1);
}

/** Cut before the last heading that begins before the share is reached. */
function beforeHeading(text: string, share: number, rules: Rules): string {
  const clean = cleanOf(text);
  const limit = Math.floor(bodyEnd(clean) * share);
  const starts = outline(clean, rules.vocabulary).headings.map(({ range }) => Number(range.start));
  return clean.slice(0, starts.findLast((start) => start < limit) ?? limit);
}

function withoutHead(text: string): string {
  const feed = text.indexOf('\n', Math.floor(text.length * 0.1));
  return text.slice(feed + 1);
}
