/** The closed set of kinds. A new kind is a file beside this one and a line here; a new rule of a known kind is a card and no code. */
import type { Kind } from '../card.ts';
import { builtInKind } from './built-in.ts';
import { changeKind } from './change.ts';
import { comparisonKind } from './comparison.ts';
import { compositionKind } from './composition.ts';
import { figureFormKind } from './figure-form.ts';
import { goalsKind } from './goals.ts';
import { growthKind } from './growth.ts';
import { mendKind } from './mend.ts';
import { nestedKind } from './nested.ts';
import { noiseLineKind } from './noise-line.ts';
import { noiseSpanKind } from './noise-span.ts';
import { outsideReportKind } from './outside-report.ts';
import { pageLayoutKind } from './page-layout.ts';
import { partOfWholeKind } from './part-of-whole.ts';
import { patternKind } from './pattern.ts';
import { plausibilityKind } from './plausibility.ts';
import { rankKind } from './rank.ts';
import { recordKind } from './record.ts';
import { residueKind } from './residue.ts';
import { sameFactKind } from './same-fact.ts';
import { seriesKind } from './series.ts';
import { shareKind } from './share.ts';
import { signalKind } from './signal.ts';
import { stockKind } from './stock.ts';
import { subPeriodKind } from './sub-period.ts';
import { sumOfPartsKind } from './sum-of-parts.ts';
import { suspectedLossKind } from './suspected-loss.ts';
import { targetKind } from './target.ts';
import { unlikeReportKind } from './unlike-report.ts';
import { whitespaceKind } from './whitespace.ts';

export const KINDS: readonly Kind[] = [
  builtInKind,
  changeKind,
  comparisonKind,
  compositionKind,
  figureFormKind,
  goalsKind,
  growthKind,
  mendKind,
  nestedKind,
  noiseLineKind,
  noiseSpanKind,
  outsideReportKind,
  pageLayoutKind,
  partOfWholeKind,
  patternKind,
  plausibilityKind,
  rankKind,
  recordKind,
  residueKind,
  sameFactKind,
  seriesKind,
  shareKind,
  signalKind,
  stockKind,
  subPeriodKind,
  sumOfPartsKind,
  suspectedLossKind,
  unlikeReportKind,
  targetKind,
  whitespaceKind,
];
