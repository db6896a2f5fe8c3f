/** Reads the field reports of a folder, cuts each in two, and scores how the halves are told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rulesFromDisk } from '../support/pipeline.ts';
import type { Score } from './copies-scores.ts';
import { scoreHalves } from './halves-scores.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureHalves(data: string): Score[] {
  const folder = join(data, 'reports');
  const reports = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file), text: readFileSync(file, 'utf8') }));
  return scoreHalves(reports, rulesFromDisk());
}
