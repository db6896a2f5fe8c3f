/** Sentences that a person labelled. The held-out half was labelled before the code had read it, and is never tuned on. */
import { expect, test } from 'vitest';
import { readLabels } from '../field/figures.ts';
import { scoreFigures } from '../field/figures-scores.ts';
import { vocabulary } from './support.ts';

const labels = readLabels();
const scores = scoreFigures(labels, vocabulary);

test('the labels themselves are sound', () => {
  expect(labels.filter(({ half }) => half === 'held-out').length).toBeGreaterThanOrEqual(40);
  expect(new Set(labels.map(({ source }) => source)).size).toBeGreaterThanOrEqual(35);
  for (const { sentence, figures } of labels) {
    for (const { start, quote } of figures) expect(sentence.startsWith(quote, start)).toBe(true);
  }
});

test.each(scores.map((score) => [score.name, score] as const))('%s', (name, { right, total, misses }) => {
  const floor = name.includes('indicator') ? 0.93 : 0.97;
  expect(right / total, misses.join('\n')).toBeGreaterThanOrEqual(floor);
});
