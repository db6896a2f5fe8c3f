/** The other side of a comparison: 高于全省平均水平, 快于全国2个百分点. */

import { setOfUnits } from '../../rules/kinds/units-set.ts';
import { COMPARES } from './signs.ts';

const BEFORE = /(?:高于|低于|快于|慢于|优于|好于|领先|高出|超过|超出)((?:[一-龥]|GDP|、(?=全)){2,16}?)$/u;
const AFTER =
  /^[，,、]?(?:增速|增幅|涨幅|总量|均|分别|双双|明显|也|持续){0,3}(?:高于|快于|低于|慢于|优于|好于)((?:[一-龥]|GDP|、(?=全)){2,16}?)(?=[，,。；;\n]|$)/u;

/**
 * The words after a verb of comparison at the end of the clause; null when there is none. Of several others, as many as
 * there are figures (高于全省和全国0.8个、1.3个百分点), the figure at place `at` has its own. `signs` are those of the clause, or more.
 */
export function comparedBefore(clause: string, signs: number, at: number, size: number): string | null {
  if ((signs & COMPARES) === 0) return null;
  const words = BEFORE.exec(clause.slice(-24))?.[1] ?? null;
  const others = words?.split(/[和与及、]/u) ?? [];
  return size > 1 && others.length === size ? (others[at] ?? words) : words;
}

/** The marks and the first characters that AFTER can begin with. */
const isMark = setOfUnits('，,、');
const opens = setOfUnits('增涨总均分双明也持高快低慢优好');

/** The same for a comparison that follows the figure without a number of its own. */
export function comparedAfter(text: string, end: number): string | null {
  const from = isMark(text.charCodeAt(end)) ? end + 1 : end;
  if (!opens(text.charCodeAt(from))) return null;
  return AFTER.exec(text.slice(end, end + 34))?.[1] ?? null;
}
