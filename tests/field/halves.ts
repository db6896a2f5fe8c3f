import { rulesFromDisk } from '../support/pipeline.ts';
import type { Score } from './copies-scores.ts';
import { fieldReports } from './field-reports.ts';
import { scoreHalves } from './halves-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureHalves(data: string): Score[] {
  return scoreHalves(fieldReports(data), rulesFromDisk());
}
