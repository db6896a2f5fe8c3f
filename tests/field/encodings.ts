/** Reads the field reports of a folder and scores how their charsets are told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreCharsets, scoreMixed } from './encodings-scores.ts';
import type { Score } from './pages-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureCharsets(data: string): Score[] {
  const reports = reportsOf(data);
  return [...scoreCharsets(reports), ...scoreMixed(reports)];
}

/** Every third report: they are many. */
function reportsOf(data: string): string[] {
  const folder = join(data, 'reports');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .filter((_, index) => index % 3 === 0)
    .map((file) => readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
}
