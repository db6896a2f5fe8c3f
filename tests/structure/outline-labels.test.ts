/** The labelled outlines: whole, in order, and scored as a person would score them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReportLabel, readOutlineLabels, scoreOutline } from '../field/outline-scores.ts';
import { ROOT } from '../support/pipeline.ts';
import { CLOSING, HEAD, lines, VOCABULARY } from './support.ts';

describe.each(['tuning', 'held-out'])('%s', (half) => {
  const file = join(ROOT, 'tests', 'field', 'labels', 'outline', `${half}.tsv`);
  const labels = readOutlineLabels(half, readFileSync(file, 'utf8'));

  test('twenty reports, each with a review, a plan and headings in order', () => {
    expect(labels).toHaveLength(20);
    for (const { paragraphs, parts, headings } of labels) {
      const places = headings.map(({ paragraph }) => paragraph);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(Math.max(...places)).toBeLessThan(paragraphs);
      expect(parts.map(({ part }) => part)).toEqual(expect.arrayContaining(['opening', 'review', 'plan', 'closing']));
    }
  });
});

test('a heading that is missed and one that is none both cost', () => {
  const text = lines(
    HEAD,
    ['一、2023年工作回顾', '经济平稳运行，民生持续改善。', '二、2024年工作安排', '坚持稳中求进，抓好项目。'],
    CLOSING,
  );
  const label: ReportLabel = {
    half: 'tuning',
    report: 'one',
    paragraphs: 10,
    parts: [
      { part: 'opening', from: 0 },
      { part: 'review', from: 5 },
      { part: 'closing', from: 9 },
    ],
    secondLines: [],
    headings: [
      { paragraph: 5, level: 1, number: 1, form: 'alone', end: 11, begin: '一、2023年工作回顾' },
      { paragraph: 6, level: 2, number: 1, form: 'glued', end: 6, begin: '经济平稳运行' },
    ],
  };
  const scores = scoreOutline([label], () => text, VOCABULARY);
  const score = (name: string) => scores.find((one) => one.name.includes(name));
  expect(score('F1 (place')).toMatchObject({ right: 2, total: 4 });
  expect(score('precision')).toMatchObject({ right: 1, total: 2 });
  expect(score('recall')).toMatchObject({ right: 1, total: 2 });
  expect(score('part of each')).toMatchObject({ right: 8, total: 10 });
  expect(score('F1 (place')?.misses).toEqual([
    'one 6: 2.1 经济平稳运行 (6), found nothing',
    'one 7: no heading, found 1.2 二、2024年工作安排',
  ]);
});
