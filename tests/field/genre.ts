import { rulesFromDisk } from '../support/pipeline.ts';
import { fieldReports } from './field-reports.ts';
import type { GenreScore } from './genre-scores.ts';
import { scoreGenres } from './genre-scores.ts';
import { plain } from './identity-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureGenres(data: string): GenreScore[] {
  const reports = fieldReports(data).map(({ path, text }) => ({ path, text: plain(text) }));
  return scoreGenres(reports, rulesFromDisk().vocabulary);
}
