/** Reads the labelled outlines and the field reports, and scores the outline on them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, rulesFromDisk } from '../support/pipeline.ts';
import { type Measured, readOutlineLabels, scoreOutline } from './outline-scores.ts';
import { scoreVariants } from './outline-variants.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureOutline(data: string): Measured[] {
  const labels = ['tuning', 'held-out'].flatMap((half) =>
    readOutlineLabels(half, readFileSync(join(ROOT, 'tests', 'field', 'labels', 'outline', `${half}.tsv`), 'utf8')),
  );
  const textOf = (report: string): string => cleanOf(readFileSync(join(data, 'reports', `${report}.md`), 'utf8'));
  const { vocabulary } = rulesFromDisk();
  return [...scoreOutline(labels, textOf, vocabulary), ...scoreVariants(labels, textOf, vocabulary)];
}

/** Without front matter, comments and blank lines; bold marks are left in place. */
function cleanOf(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
