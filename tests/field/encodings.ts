import { scoreCharsets, scoreMixed } from './encodings-scores.ts';
import { fieldReports } from './field-reports.ts';
import type { Score } from './pages-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureCharsets(data: string): Score[] {
  const reports = reportsOf(data);
  return [...scoreCharsets(reports), ...scoreMixed(reports)];
}

/** Every third report: they are many. */
function reportsOf(data: string): string[] {
  return fieldReports(data)
    .filter((_, index) => index % 3 === 0)
    .map(({ text }) => text.replace(/^---[\s\S]*?\n---\n/, ''));
}
