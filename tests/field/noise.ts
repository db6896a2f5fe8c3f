/** Reads the labels of noise and the field reports, and scores what cleaning takes away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ROOT, rulesFromDisk } from '../support/pipeline.ts';
import { fieldReports } from './field-reports.ts';
import { lossScores } from './noise-losses.ts';
import { bodyOf, pageOf, recipesOf } from './noise-pages.ts';
import { cleanScores, type NoiseScore, noiseScores, type Tally, tally } from './noise-scores.ts';
import { labelledSourcesOf, piecesOfSource } from './noise-sources.ts';

const LABELS = fileURLToPath(new URL('labels/noise', import.meta.url));

/** Every report read twice for each way of damage takes long: one in so many is damaged. */
const LOSS_STEP = 12;

/** @param data folder of the field data; its reports lie in reports/<province>/<city>/<year>.md */
export function measureNoise(data: string): NoiseScore[] {
  const rules = rulesFromDisk();
  const tallies = (set: string): Tally[] =>
    recipesOf(readFileSync(join(LABELS, `${set}.yaml`), 'utf8')).map((recipe) =>
      tally(recipe.name, pageOf(recipe, bodyOf(readFileSync(join(data, 'reports', recipe.report), 'utf8'))), rules),
    );
  const sources = labelledSourcesOf(parse(readFileSync(join(LABELS, 'sources.yaml'), 'utf8'))).map((label) => {
    const text = readFileSync(join(ROOT, 'corpus', 'sources', label.source), 'utf8');
    return tally(label.source, piecesOfSource(text, label), rules);
  });
  const reports = fieldReports(data).map(({ path, text }) => ({ path, text: bodyOf(text).join('\n') }));
  return [
    ...noiseScores('tuning', tallies('tuning')),
    ...noiseScores('unseen', tallies('unseen')),
    ...noiseScores('blind', tallies('blind')),
    ...noiseScores('blind-2', tallies('blind-2')),
    ...noiseScores('blind-3', tallies('blind-3')),
    ...noiseScores('blind-4', tallies('blind-4')),
    ...noiseScores('blind-5', tallies('blind-5')),
    ...noiseScores('sources', sources),
    ...cleanScores(reports, rules),
    ...lossScores(
      reports.filter((_, index) => index % LOSS_STEP === 0),
      rules,
    ),
  ];
}
