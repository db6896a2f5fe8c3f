import { rulesFromDisk } from '../support/pipeline.ts';
import { type Score, scoreCopies } from './copies-scores.ts';
import { fieldReports } from './field-reports.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureCopies(data: string): Score[] {
  return scoreCopies(fieldReports(data), rulesFromDisk());
}
