import { rulesFromDisk } from '../support/pipeline.ts';
import { fieldReports } from './field-reports.ts';
import { type Score, scoreStructure } from './structure-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureStructure(data: string): Score[] {
  return scoreStructure(fieldReports(data), rulesFromDisk());
}
