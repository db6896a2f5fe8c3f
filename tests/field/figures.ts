/** Reads the labelled sentences and the field reports, and scores the figure stages on them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantities } from '../../src/source/quantity.ts';
import { ROOT, rulesFromDisk } from '../support/pipeline.ts';
import { fieldReports } from './field-reports.ts';
import { type Measured, type SentenceLabel, scoreFigures } from './figures-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureFigures(data: string): Measured[] {
  const { vocabulary } = rulesFromDisk();
  const digits = { runs: 0, kept: 0 };
  for (const { text } of fieldReports(data)) {
    const read = quantities(text, vocabulary);
    const covered = new Uint8Array(text.length);
    for (const { range } of [...read.quantities, ...read.designators]) covered.fill(1, range.start, range.end);
    for (const { index } of text.matchAll(/\d+/gu)) {
      digits.runs += 1;
      digits.kept += covered[index] ?? 0;
    }
  }
  return [
    ...scoreFigures(readLabels(), vocabulary),
    {
      name: 'digits of the field reports read as figure or named as none',
      right: digits.kept,
      total: digits.runs,
      misses: [],
    },
  ];
}

/** Both halves of the labelled sentences. */
export function readLabels(): SentenceLabel[] {
  const folder = join(ROOT, 'tests', 'figures', 'labels');
  return ['tuning.json', 'held-out.json'].flatMap((name): SentenceLabel[] =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  );
}
