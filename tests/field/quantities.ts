/** Scores the figure stages on the plain-text labels beside this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, rulesFromDisk } from '../support/pipeline.ts';
import { readWritten, type WrittenSentence } from './figures-labels.ts';
import type { Measured } from './figures-scores.ts';
import { scoreWritten } from './quantities-scores.ts';

/** The halves by name: the stages are tuned on the first and only measured on the second. */
export const HALVES = [
  'tuning',
  'untouched',
  'third-tuning',
  'third-untouched',
  'fourth-tuning',
  'fourth-untouched',
] as const;

export function writtenLabels(half: (typeof HALVES)[number]): WrittenSentence[] {
  return readWritten(readFileSync(join(ROOT, 'tests/field/labels/figures', `${half}.txt`), 'utf8'));
}

/** One row for every field and half. */
export function measureQuantities(): Measured[] {
  const { vocabulary } = rulesFromDisk();
  return HALVES.flatMap((half) => scoreWritten(half, writtenLabels(half), vocabulary));
}
