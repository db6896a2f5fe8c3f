/** The closed set of kinds. A new kind is a file beside this one and a line here; a new rule of a known kind is a card and no code. */
import type { Kind } from '../card.ts';
import { mendKind } from './mend.ts';
import { noiseLineKind } from './noise-line.ts';
import { noiseSpanKind } from './noise-span.ts';
import { outsideReportKind } from './outside-report.ts';
import { patternKind } from './pattern.ts';
import { residueKind } from './residue.ts';
import { signalKind } from './signal.ts';
import { whitespaceKind } from './whitespace.ts';

export const KINDS: readonly Kind[] = [
  mendKind,
  noiseLineKind,
  noiseSpanKind,
  outsideReportKind,
  patternKind,
  residueKind,
  signalKind,
  whitespaceKind,
];
