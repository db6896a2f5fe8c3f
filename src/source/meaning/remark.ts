/** A remark in brackets that figures are estimated: 生产总值9250亿元，增长9.4%（预计数，下同）. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import type { Sentence } from './sentence.ts';

/** The figures that begin within it are estimates. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  /** It holds for what the next clauses say, too: 下同. */
  readonly lasts: boolean;
}

const REMARK = /[（(][^（）()]{0,6}(?:预计|预测|估计)[^（）()]{0,8}[）)]/u;
const isMark = setOfUnits('，；;。：');
/** A growth that follows the remark at once (（预计数），增长10%) is of the same kind. */
const REACH = 12;

/** The first remark of a sentence: it holds for two clauses before it, and with 下同 for all that follows. */
export function remarkIn(text: string, sentence: Sentence): Remark | null {
  const words = text.slice(sentence.start, sentence.end);
  if (!words.includes('计') && !words.includes('预测')) return null;
  const found = REMARK.exec(words);
  if (found === null) return null;
  const at = sentence.start + found.index;
  const start = clauseStart(text, clauseStart(text, at, sentence.start), sentence.start);
  return { start, end: at + found[0].length + REACH, lasts: found[0].includes('下同') };
}

/** Where the clause before `at` begins. */
function clauseStart(text: string, at: number, limit: number): number {
  let back = at - 1;
  while (back > limit && !isMark(text.charCodeAt(back - 1))) back -= 1;
  return Math.max(back, limit);
}
