/** Reads the quantities of one report in their sentences / gives figures with indicator, place, period, measure and nature / promises: what the words do not say stays null. */
import type { Figure, Quantity } from '../model/figure.ts';
import type { Identity, Outline } from '../model/report.ts';
import type { Vocabulary } from '../rules/vocabulary.ts';
import { topsOut } from './meaning/beside.ts';
import { carryOver } from './meaning/carried.ts';
import { type Context, newContext, type Series, yearsOf } from './meaning/context.ts';
import { type Sentence, sentencesWith } from './meaning/sentence.ts';
import { readSeries } from './meaning/series.ts';

export interface MeaningInput {
  readonly reportId: string;
  readonly text: string;
  readonly outline: Outline;
  readonly identity: Identity;
}

/**
 * One figure for every quantity, in the same order. Offsets count in the report's text. The period is the reviewed year
 * in the review and the report's year in the plan unless the sentence names another.
 */
export function meaning(report: MeaningInput, quantities: readonly Quantity[], vocabulary: Vocabulary): Figure[] {
  const figures: Figure[] = [];
  const years = yearsOf(report.identity);
  let estimated = false;
  let before: Context | null = null;
  for (const sentence of sentencesWith(report.text, report.outline, quantities)) {
    if (!sentence.runsOn) estimated = false;
    const context = newContext(report, sentence, vocabulary, years, estimated);
    if (before !== null) carryOver(before, context);
    for (const series of seriesOf(report.text, sentence)) {
      for (const figure of readSeries(context, series)) figures.push(figure);
    }
    estimated = context.said.estimate;
    before = context;
  }
  return figures;
}

/** Quantities of one kind with nothing but a list mark between them are read together. */
function seriesOf(text: string, { quantities }: Sentence): Series[] {
  const all: [Quantity, ...Quantity[]][] = [];
  for (const quantity of quantities) {
    const current = all.at(-1);
    const last = current?.at(-1);
    if (current !== undefined && last !== undefined && joined(text, last, quantity, current[0])) current.push(quantity);
    else all.push([quantity]);
  }
  return all;
}

/** Numbers with only a list mark between them; over a comma or of several units only where 分别 says that they are a list. */
function joined(text: string, a: Quantity, b: Quantity, first: Quantity): boolean {
  if (b.range.start - a.range.end > 3) return false;
  const mark = text.slice(a.range.end, b.range.start).trim();
  if (!/^(?:[、和与及，,∶:：︰]|以及|，和)$/u.test(mark)) return false;
  const isComma = mark.startsWith('，') || mark === ',';
  // 分别达到2500家、1530家，39项成果获奖: what stands behind the comma is another thing.
  if (isComma && a.unit !== b.unit) return false;
  const dealtOut = text.slice(Math.max(0, first.range.start - 12), first.range.start).includes('分别');
  // 新增3000公里、突破1.1万公里: what is passed is told of the whole.
  if (!isComma && a.unit === b.unit) return dealtOut || !topsOut(b);
  return dealtOut;
}
