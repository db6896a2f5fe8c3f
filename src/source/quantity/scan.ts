/** What the readers of one text share: the text, the vocabulary, and the lists they add to. */

import type { Designator, Quantity } from '../../model/figure.ts';
import { range } from '../../model/offset.ts';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import { isHan } from '../han.ts';

export interface Scan {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly quantities: Quantity[];
  readonly designators: Designator[];
}

/** Records a designator; gives its end, where reading goes on. */
export function designate(scan: Scan, start: number, end: number, reason: Designator['reason']): number {
  scan.designators.push({ range: range<'report'>(start, end), quote: scan.text.slice(start, end), reason });
  return end;
}

export function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** True at a line end, a space or a punctuation mark: where a phrase cannot go on. */
export function isBreak(code: number): boolean {
  return !(isHan(code) || isLatin(code) || (code >= 48 && code <= 57));
}
