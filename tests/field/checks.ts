/** Reads the field reports and scores the comparisons of their figures: on labels, and on planted errors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reconcile } from '../../src/corpus/reconcile.ts';
import { readSource } from '../../src/source/read.ts';
import { metaOf, ROOT, rulesFromDisk } from '../support/pipeline.ts';
import { EQUALS, ON_TRIAL, scorePlants } from './checks-plants.ts';
import { readCheckLabels, type Score, scoreChecks } from './checks-scores.ts';
import { fieldReports } from './field-reports.ts';

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureChecks(data: string): Score[] {
  const rules = rulesFromDisk();
  const encoder = new TextEncoder();
  const reports = fieldReports(data).flatMap(
    ({ path, text }) => readSource(encoder.encode(text), metaOf(path), rules).facts,
  );
  const { checks } = reconcile(reports, rules);
  const labels = readCheckLabels(readFileSync(join(ROOT, 'tests/field/labels/checks/read.tsv'), 'utf8'));
  return [
    ...scoreChecks(checks, reports, labels),
    ...scorePlants(reports, checks, rules, { turn: 0, name: 'planted', families: EQUALS, rounds: 4 }),
    ...scorePlants(reports, checks, rules, { turn: 5, name: 'planted, kept aside', families: EQUALS, rounds: 4 }),
    ...scorePlants(reports, checks, rules, {
      turn: 2,
      name: 'planted where rules are on trial',
      families: ON_TRIAL,
      rounds: 2,
    }),
  ];
}
