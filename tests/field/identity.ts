import { rulesFromDisk } from '../support/pipeline.ts';
import { fieldReports } from './field-reports.ts';
import type { KnownReport, LabelScore } from './identity-labels-scores.ts';
import { scoreLabels, scoreSplices } from './identity-labels-scores.ts';
import type { IdentityScore, LabelledReport } from './identity-scores.ts';
import { plain, scoreIdentity } from './identity-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureIdentity(data: string): IdentityScore[] {
  return scoreIdentity(reportsIn(data), rulesFromDisk().vocabulary);
}

/** @param data folder of the field data */
export function measureLabels(data: string): LabelScore[] {
  return scoreLabels(knownIn(data), rulesFromDisk().vocabulary);
}

/** @param data folder of the field data */
export function measureSplices(data: string): LabelScore[] {
  return scoreSplices(knownIn(data), rulesFromDisk().vocabulary);
}

/** Read by hand: this file holds the report of another city (淮安市) under its own name, so that its path is no truth. */
const MISFILED: ReadonlySet<string> = new Set(['安徽省/淮南市/2016.md']);

function knownIn(data: string): KnownReport[] {
  return reportsIn(data)
    .filter(({ path }) => !MISFILED.has(path))
    .map(({ path, text }) => {
      const [province = '', region = '', file = ''] = path.split('/');
      return { path, text: plain(text), province, region, year: Number.parseInt(file, 10) };
    });
}

function reportsIn(data: string): LabelledReport[] {
  return fieldReports(data);
}
